"""A quotation after a colon, its cue a verb or a noun before it, or none at all."""

from __future__ import annotations

from sahelcorpus.annotate.quotes.constructions.grammar import (
    clause_end,
    has_finite_verb,
    is_source,
    is_thing,
    mention_after,
    mention_before,
    noun_source,
    phrase_end,
    shared_subject,
    source_in_front,
    verb_group,
)
from sahelcorpus.annotate.quotes.english.colons import announces_nearer, is_voice
from sahelcorpus.annotate.quotes.found import FoundCue, Place
from sahelcorpus.annotate.quotes.french.mentions import pronoun_place
from sahelcorpus.annotate.quotes.french.shared_subjects import whose_turn
from sahelcorpus.annotate.quotes.sentence import Sentence
from sahelcorpus.annotate.quotes.tokens import QUOTATION
from sahelcorpus.records.vocabulary import CueKind

_LABEL = 8
_SENTENCE_WORDS = 4
_LANGUAGES = frozenset(("français", "anglais", "arabe", "bambara", "haoussa", "peul", "tamasheq"))
_REFERENCES = frozenset(("lire", "relire", "voir", "écouter", "see", "read", "listen"))
"""First words of a sentence or parenthesis that names another text."""


def read_colons(sentence: Sentence) -> None:
    """Propose every quotation that a colon announces."""
    tokens = sentence.tokens
    if ":" not in tokens.words:
        return
    for index, word in enumerate(tokens.words):
        if word != ":" or not index:
            continue
        if tokens.word(index + 1) == QUOTATION:
            _announced(sentence, index)
        elif index + 3 < len(tokens.words):
            _unmarked(sentence, index)


def _announced(sentence: Sentence, colon: int) -> None:
    tokens = sentence.tokens
    stretch = sentence.stretch(colon + 1)
    if stretch is None or _points_elsewhere(tokens.words[:colon]):
        return
    # « le maire a dit : « A » » says it, though « dit » may stand before a nickname
    distancing = sentence.lexicon.words("distancing -=dit")
    last = tokens.words[colon - 1]
    form = sentence.lexicon.verbs.get(last) if last not in distancing else None
    says = form is not None and "d" in form.frames  # « an officer who declined to be named said: “A” »
    if not says and any(tokens.words[place] in distancing for place in range(max(0, colon - 2), colon)):
        noun = tokens.words[colon - 1] in sentence.lexicon.nouns
        if not noun:
            return
    places = [(stretch.start, stretch.end)]
    verb = _verb_before(sentence, colon)
    noun_cue = _noun_before(sentence, colon) if verb is not None and sentence.lexicon.language == "en" else None
    if verb is not None and (noun_cue is None or not _is_nearer(sentence, verb[0], noun_cue[0])):
        cue, speaker = verb
        earlier = next((one.quote for one in sentence.candidates if one.quote.cue == cue), None)
        if earlier is not None:
            # « X estime que A : « B » » is two quotations; the cue is the first one's
            sentence.propose("colon after content", 0.9, places, cue=None, speaker=earlier.speaker)
            return
        sentence.propose("colon after verb", 0.96, places, cue=cue, speaker=speaker)
        return
    noun_cue = _noun_before(sentence, colon)
    if noun_cue is not None:
        cue, speaker = noun_cue
        sentence.propose("colon after noun", 0.93, places, cue=cue, speaker=speaker)
        return
    content = sentence.text[stretch.inner_start : stretch.inner_end]
    if len(content.split()) < _SENTENCE_WORDS and content[-1:] not in ".!?…":
        return
    speaker = source_in_front(sentence, colon) or _topic(sentence, colon)
    if speaker is not None and sentence.lexicon.language == "en" and not is_voice(sentence, speaker):
        speaker = None
    is_open = content[-1:] not in ".!?…" and sentence.lexicon.language != "en"
    if speaker is None and is_open and not _is_headline(sentence, 0):
        return
    sentence.propose("colon", 0.88, places, cue=None, speaker=speaker)


def _points_elsewhere(before: list[str]) -> bool:
    """Tell a reference and a translation from speech: `(lire aussi : « A »)`, `soit en français : « A »`."""
    if before[-2:-1] == ["en"] and before[-1] in _LANGUAGES:
        return True
    opened = max((index for index, word in enumerate(before) if word == "("), default=-1)
    return not _REFERENCES.isdisjoint(before[opened + 1 : opened + 2])


def _verb_before(sentence: Sentence, colon: int) -> tuple[FoundCue, Place | None] | None:
    """Return the nearest verb that can announce direct speech, with its subject."""
    tokens = sentence.tokens
    for index in range(colon - 1, max(-1, colon - 40), -1):
        word = tokens.words[index]
        if word in (";", ":", QUOTATION):
            return None
        form = sentence.lexicon.cue_at(tokens.words, index)
        if form is None or not set(form.frames) & set("dmn"):
            continue
        determined = tokens.word(index - 1) in sentence.lexicon.words("determiners -clitics")
        if (determined and form.moods != "i" and tokens.word(index - 2) != "of") or (
            tokens.word(index - 1) in ("le", "la", "l'") and "n" in form.frames and word in sentence.lexicon.nouns
        ):
            continue
        if tokens.words[max(0, index - 2) : index] == ["à", "l'"]:
            continue  # « à l'adresse des ambassadeurs : « A » »
        if tokens.word(index - 1) == "en" and word in sentence.lexicon.words("nounlike"):
            continue  # « un diplomate en poste »
        group = verb_group(sentence, index, form)
        if form.lemma == "lire" and group is not None and group.mood == "i" and "on" not in tokens.words[:index]:
            continue  # « (lire la synthèse : « … ») »
        if group is None or (group.passive and form.lemma != "légender"):
            if group is None and form.lemma == "légender":
                return sentence.cue(index, form.lemma), shared_subject(sentence, index)
            continue
        if group.pronoun is not None:
            pronoun = None if tokens.words[group.pronoun].endswith("on") else pronoun_place(sentence, group.pronoun)
            return sentence.cue(index, form.lemma), pronoun
        if group.mood == "i" and tokens.word(group.first - 1) in ("de", "d'"):
            # « Et le maire de renchérir : « A » »
            phrase = mention_before(sentence, group.first - 1)
            strong = tokens.word(group.first - 2) in ("lui", "elle", "eux", "elles")
            phrase = (group.first - 2, group.first - 1) if strong else phrase
            turn = whose_turn(sentence, group.first - 1) if sentence.lexicon.language == "fr" else None
            speaker = turn or (sentence.place(*phrase) if phrase else shared_subject(sentence, group.first))
        elif group.mood in "ig":
            speaker = shared_subject(sentence, group.first)
        else:
            phrase = mention_before(sentence, group.first)
            speaker = sentence.place(*phrase) if phrase else shared_subject(sentence, group.first)
        if speaker is None and group.mood == "f":
            after = mention_after(sentence, group.end)
            speaker = sentence.place(*after) if after and after[1] <= colon else None
        end = index + 2 if word == "went" else None
        return sentence.cue(index, form.lemma, end=end), speaker
    return None


def _is_nearer(sentence: Sentence, verb: FoundCue, noun: FoundCue) -> bool:
    """Say whether an English noun, and not a verb before it, announces what a colon follows."""
    starts = sentence.tokens.starts
    return announces_nearer(sentence, starts.index(verb.place[0]), starts.index(noun.place[0]))


def _noun_before(sentence: Sentence, colon: int) -> tuple[FoundCue, Place | None] | None:
    """Return the nearest noun that announces speech, with the source that it names: `la réponse du maire`."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    for index in range(colon - 1, max(-1, colon - 30), -1):
        word = tokens.words[index]
        if word in (";", ":", QUOTATION):
            return None
        lemma = lexicon.nouns.get(word)
        if lemma is None or (index and tokens.capital(index)):
            continue  # « la Légion du Rappel »
        return sentence.cue(index, lemma, CueKind.NOUN), _whose_noun(sentence, index, colon)
    return None


def _whose_noun(sentence: Sentence, index: int, colon: int) -> Place | None:
    """Return the source of a noun cue: what it names itself, or else the subject of a sentence that has a verb."""
    named = noun_source(sentence, index)
    if sentence.lexicon.language != "fr":
        return named
    if named is not None and not is_thing(sentence, named):
        return named
    if not has_finite_verb(sentence, 0, colon):
        return None
    subject = shared_subject(sentence, colon)
    if subject is not None and subject[0] <= sentence.tokens.starts[index] < subject[1]:
        return None  # « Un démenti a suivi : »
    return subject if subject is not None and is_source(sentence, subject) else None


def _topic(sentence: Sentence, colon: int) -> Place | None:
    """Return the subject of the clause before a colon that has no cue, or the name before it."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    low = 0
    for index in range(colon - 1, -1, -1):
        if tokens.words[index] in ("–", "—", "|", ";"):
            low = index + 1
            break
    if _is_headline(sentence, low):
        return None
    end = phrase_end(sentence, low, limit=colon) if low < colon else low
    word = tokens.word(low)
    if (
        end == colon
        and colon - low <= _LABEL
        and word not in lexicon.words("prepositions")
        and tokens.capital(low)
        and word not in lexicon.words("adverbs conjunctions")
        and not is_thing(sentence, sentence.place(low, end))
    ):
        return sentence.place(low, end)
    place = shared_subject(sentence, colon)
    if place is None or not has_finite_verb(sentence, low, colon):
        return (
            place
            if place and is_source(sentence, place) and word not in lexicon.words("conjunctions adverbs")
            else None
        )
    return place if is_source(sentence, place) else None


def _is_headline(sentence: Sentence, low: int) -> bool:
    """Say whether a clause begins with a French noun that cannot speak: `Pénurie de carburant à Sarrune : « A »`."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    if lexicon.language != "fr" or low or tokens.word(1) not in lexicon.words("prepositions of"):
        return False
    if tokens.words[0] in lexicon.words("prepositions of") or has_finite_verb(sentence, 0, len(tokens.words)):
        return False
    return (
        tokens.words[0] not in lexicon.words("titles humans documents speakers")
        and not tokens.text[slice(*sentence.place(0, 1))].isupper()
    )


def _unmarked(sentence: Sentence, colon: int) -> None:
    """Read `il a déclaré : nous partirons` and `un démenti : personne n'a été reconduit`, without marks."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    low = max(0, colon - 12)
    if tokens.words[colon + 1][0].isdigit():
        return
    if not has_finite_verb(sentence, colon + 1, len(tokens.words)):
        return
    if colon - low >= 1:
        at = next((place for place in range(colon - 1, low, -1) if tokens.words[place] in lexicon.verbs), low)
        form = lexicon.verbs.get(tokens.words[at])
        if form is not None and set(form.frames) & set("d") and form.lemma != "trancher":
            group = verb_group(sentence, at, form)
            # « Nos camarades l'avaient dit dès la rentrée : A »
            if (
                group is not None
                and group.mood == "f"
                and not group.passive
                and (
                    at >= colon - 2
                    or "l'" in tokens.words[group.first : group.at]
                    or tokens.words[at + 1 : colon] == ["ce", "qui", "suit"]
                )
            ):
                phrase = mention_before(sentence, group.first)
                if phrase is not None:
                    end = clause_end(sentence, colon + 1)
                    sentence.propose(
                        "colon without marks",
                        0.7,
                        [sentence.place(colon + 1, end)],
                        cue=sentence.cue(at, form.lemma),
                        speaker=sentence.place(*phrase),
                        least=8,
                    )
                return
    for index in range(colon - 1, max(-1, colon - 24), -1):
        word = tokens.words[index]
        if word not in lexicon.nouns or lexicon.nouns[word] not in (
            "démenti",
            "denial",
            "accusation",
            "avertissement",
            "warning",
        ):
            continue
        speaker = noun_source(sentence, index) or shared_subject(sentence, colon)
        end = clause_end(sentence, colon + 1)
        sentence.propose(
            "colon after noun, without marks",
            0.65,
            [sentence.place(colon + 1, end)],
            cue=sentence.cue(index, lexicon.nouns[word], CueKind.NOUN),
            speaker=speaker,
            least=8,
        )
        return
