"""Nouns that carry a content: `la déclaration de X selon laquelle A`, `la promesse de A`."""

from __future__ import annotations

from sahelcorpus.annotate.quotes.found import FoundCue, Place
from sahelcorpus.annotate.quotes.french.animacy import Speaking, speaking
from sahelcorpus.annotate.quotes.french.complements import is_infinitive
from sahelcorpus.annotate.quotes.french.extent import clause_end, phrase_content_end
from sahelcorpus.annotate.quotes.french.mentions import phrase_end
from sahelcorpus.annotate.quotes.french.predicates import before_main_verb, finite_verbs
from sahelcorpus.annotate.quotes.french.shared_subjects import shared_subject
from sahelcorpus.annotate.quotes.french.subjects import mention_before
from sahelcorpus.annotate.quotes.sentence import Sentence
from sahelcorpus.annotate.quotes.tokens import QUOTATION
from sahelcorpus.records.vocabulary import CueKind

_MEASURES = frozenset(
    ("minutes", "heures", "pages", "lignes", "feuillets", "mots", "points", "articles", "paragraphes")
)
_WHICH = frozenset(("laquelle", "lequel", "lesquelles", "lesquels"))
_THAT_NOUNS = frozenset(
    ("menace", "annonce", "affirmation", "déclaration", "aveu", "promesse", "assurance", "accusation", "démenti")
) | {"rumeur", "allégation", "confirmation"}
_ACTS = frozenset(("promesse", "menace", "annonce", "accusation"))
_FRENCH = _WHICH | _THAT_NOUNS | {*_ACTS, *(noun + "s" for noun in _ACTS), "cri", "cris"}


def read_nouns(sentence: Sentence) -> None:
    """Propose every content that a noun carries."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    if sentence.known.isdisjoint(_FRENCH):
        return
    for index, word in enumerate(tokens.words):
        if word == "selon" and tokens.word(index + 1) in _WHICH:
            _according_to_which(sentence, index)
        elif word in ("cris", "cri") and tokens.word(index - 1) in ("aux", "au"):
            _cries(sentence, index)
        elif word in _THAT_NOUNS and _that_noun(sentence, index):
            continue
        elif lexicon.nouns.get(word) in _ACTS and tokens.word(index - 1) not in ("sans", "sous"):
            _act(sentence, index)


def noun_source(sentence: Sentence, index: int) -> Place | None:
    """Return the source that a noun names: its complement, `démenti du COSUR`.

    Args:
        sentence: The sentence.
        index: The noun's token.
    """
    tokens, lexicon = sentence.tokens, sentence.lexicon
    after = index + 1
    for place in range(after, min(len(tokens.words), after + 8)):
        word = tokens.words[place]
        if word in (":", ";", ",") and place > after + 4:
            return None
        if word in ("de", "d'", "du", "des", "par"):
            start = place + 1
            if word == "du" and tokens.word(start) == "côté" and tokens.word(start + 1) in ("de", "du", "des"):
                start += 2  # « même réaction du côté des femmes »
            if tokens.word(start + 1) in _MEASURES:
                continue  # « une déclaration de deux minutes »
            if start < len(tokens.words) and (
                word in ("du", "des") or tokens.words[start] in lexicon.words("definite") or tokens.capital(start)
            ):
                if tokens.words[start] in ("nuit", "jour", "presse") or tokens.words[start][0].isdigit():
                    continue
                return sentence.place(start, phrase_end(sentence, start))
    return None


def _according_to_which(sentence: Sentence, index: int) -> None:
    tokens, lexicon = sentence.tokens, sentence.lexicon
    for place in range(index - 1, max(-1, index - 20), -1):
        lemma = lexicon.nouns.get(tokens.words[place])
        if lemma is None:
            continue
        end = clause_end(sentence, index + 2)
        for stop in range(index + 3, end):
            # the main clause goes on with its verb: `était de trop`
            if tokens.words[stop] == QUOTATION and tokens.word(stop + 1) in lexicon.words("auxiliaries"):
                end = stop + 1
                break
        if not finite_verbs(sentence, 0, place):
            end = before_main_verb(sentence, index + 2, end)
        if end > index + 2:
            cue = sentence.cue(place, lemma, CueKind.NOUN)
            speaker = noun_source(sentence, place)
            if speaker is None and lemma in lexicon.words("documents") and finite_verbs(sentence, 0, place):
                speaker = shared_subject(sentence, place)
            sentence.propose(
                "noun + selon laquelle", 0.9, [sentence.place(index + 2, end)], cue=cue, speaker=speaker, least=6
            )
        return


def _cries(sentence: Sentence, index: int) -> None:
    """Read `aux cris de « A » et de « B »`: who cries is the subject of the sentence."""
    tokens = sentence.tokens
    speaker = shared_subject(sentence, index - 1)
    if speaker is None:
        following = finite_verbs(sentence, index, len(tokens.words))
        phrase = mention_before(sentence, following[0], index) if following else None
        speaker = sentence.place(*phrase) if phrase else None
    cue: FoundCue | None = sentence.cue(index, "cri", CueKind.NOUN)
    for place in range(index + 1, min(len(tokens.words), index + 12)):
        word = tokens.words[place]
        if word == QUOTATION:
            sentence.propose("cries", 0.85, [sentence.place(place, place + 1)], cue=cue, speaker=speaker)
            cue = None
        elif word not in ("de", "d'", "et", ",", "ou"):
            return


def _that_noun(sentence: Sentence, index: int) -> bool:
    """Read `l'annonce par X que A`, `la promesse de X de A`, `la menace de X d'« A »`."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    place = index + 1
    speaker = None
    if tokens.word(place) in ("par", "de", "d'", "du", "des") and place + 2 < len(tokens.words):
        start = place + (tokens.words[place] not in ("du", "des"))
        stop = next(
            (
                at
                for at in range(start + 1, min(len(tokens.words), start + 12))
                if tokens.words[at] in ("que", "qu'")
                or (
                    tokens.words[at] in ("de", "d'")
                    and (tokens.word(at + 1) == QUOTATION or is_infinitive(sentence, at + 1))
                )
            ),
            None,
        )
        if stop is None or speaking(sentence, start, stop) is not Speaking.SOURCE:
            return False
        speaker, place = sentence.place(start, stop), stop
    elif tokens.word(place) not in ("que", "qu'"):
        return False
    if place + 1 >= len(tokens.words):
        return False
    if tokens.words[place] in ("que", "qu'"):
        end = clause_end(sentence, place + 1)
    elif tokens.word(place + 1) == QUOTATION:
        end = place + 2
    else:
        end = phrase_content_end(sentence, place + 1)
    if not finite_verbs(sentence, 0, index):
        end = _before_own_verb(sentence, place + 1, end, clause=tokens.words[place] in ("que", "qu'"))
    cue = sentence.cue(index, lexicon.nouns.get(tokens.words[index], tokens.words[index]), CueKind.NOUN)
    return sentence.propose("noun + que", 0.8, [sentence.place(place + 1, end)], cue=cue, speaker=speaker, least=6)


def _before_own_verb(sentence: Sentence, start: int, end: int, *, clause: bool) -> int:
    if clause:
        return before_main_verb(sentence, start, end)
    verbs = finite_verbs(sentence, start, end)
    if not verbs or verbs[0] <= start:
        return end
    stop = verbs[0]
    passed = sentence.lexicon.words("clitics negation -definite =l'")
    while stop > start + 1 and sentence.tokens.words[stop - 1] in passed:
        stop -= 1
    return stop


def _act(sentence: Sentence, index: int) -> None:
    """Read `la promesse de rendre A`, `l'annonce d'une cérémonie`, `l'accusation, lancée par X, d'un arrêt « B »`."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    if tokens.word(index - 1) not in lexicon.words("determiners") or tokens.word(index - 1) in ("de", "d'"):
        return
    speaker = None
    place = index + 1
    if tokens.word(place) == "," and tokens.word(place + 2) == "par":
        close = next(
            (stop for stop in range(place + 3, min(len(tokens.words), place + 20)) if tokens.words[stop] == ","), None
        )
        if close is None:
            return
        speaker = sentence.place(place + 3, phrase_end(sentence, place + 3, limit=close))
        place = close + 1
    if tokens.word(place) not in ("de", "d'") or place + 2 >= len(tokens.words):
        return
    following = tokens.word(place + 1)
    infinitive = following.endswith(("er", "ir", "re", "oir")) and not tokens.capital(place + 1)
    if not infinitive and following not in ("un", "une", "nouvelles", "nouveaux"):
        return
    end = phrase_content_end(sentence, place + 1)
    for stop in range(place + 2, end):
        if tokens.words[stop] == "," and tokens.word(stop + 1) in lexicon.words("auxiliaries"):
            end = stop
            break
        if tokens.words[stop] in lexicon.words("auxiliaries") and tokens.words[stop - 1] != ",":
            end = stop
            break
    cue = sentence.cue(index, lexicon.nouns[tokens.words[index]], CueKind.NOUN)
    sentence.propose("noun + de", 0.7, [sentence.place(place + 1, end)], cue=cue, speaker=speaker, least=8)
