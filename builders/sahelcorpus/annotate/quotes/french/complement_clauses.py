"""The clause that a French verb takes: `dit que A`, `demande si A`, and where it ends within the author's sentence."""

from __future__ import annotations

from sahelcorpus.annotate.quotes.found import Place
from sahelcorpus.annotate.quotes.french.circumstances import time_phrase
from sahelcorpus.annotate.quotes.french.extent import clause_end
from sahelcorpus.annotate.quotes.french.mentions import is_abbreviated
from sahelcorpus.annotate.quotes.french.predicates import before_main_verb, finite_verbs, is_finite
from sahelcorpus.annotate.quotes.french.shared_subjects import governing_pronoun
from sahelcorpus.annotate.quotes.sentence import Sentence, is_author
from sahelcorpus.annotate.quotes.tokens import QUOTATION
from sahelcorpus.annotate.quotes.verb_groups import VerbGroup, cue_of

_REACH = 18
"""Most tokens between a verb and its conjunction."""

_RECIPIENTS = frozenset(
    [
        "informer",
        "prévenir",
        "avertir",
        "assurer",
        "rassurer",
        "persuader",
        "convaincre",
        "alerter",
        "remercier",
        "prier",
        "sommer",
        "inviter",
        "appeler",
        "exhorter",
        "supplier",
    ]
)


_REFUSED = frozenset(("refuse", "refusent", "refusait", "refusé", "refusée", "refusés", "refusant", "abstenu", "gardé"))
_REFUSAL = 8
"""Most tokens between what denies and the infinitive: `n'a pas été en mesure de préciser`."""


def that_clause(sentence: Sentence, group: VerbGroup, speaker: Place | None) -> bool:
    """Read `dit que A`, adverbials and recipients before the conjunction allowed."""
    frames = group.form.frames
    if group.form.lemma == "apprendre" and sentence.tokens.word(group.end) == "à":
        return False
    tokens, that = sentence.tokens, sentence.lexicon.words("that")
    if group.pronoun is not None and tokens.word(group.end) == "," and tokens.word(group.first - 1) == ",":
        return False  # « Les tirs, se souvient-elle, venaient d'un camp qu'elle croyait vide »
    for index in range(group.end, min(len(tokens.words), group.end + _REACH)):
        word = tokens.words[index]
        if word in (";", ":", QUOTATION) or (word == "." and not is_abbreviated(sentence, index)):
            return False
        if word == "," and tokens.word(index + 1) == "contrairement":
            return False  # « dément toute négociation, contrairement à ce que dit la télévision »
        if word not in that:
            continue
        if not {"ne", "n'"}.isdisjoint(tokens.words[group.end : index]) and "i" in frames:
            return False  # « a soutenu n'avoir visé que des combattants »
        if not _between_is_adverbial(sentence, group.end, index, group.form.lemma):
            return False
        if tokens.word(index - 1) in (
            "ceux",
            "celui",
            "celle",
            "celles",
            "ce",
            "plus",
            "moins",
            "plutôt",
            "tel",
            "telle",
            "dès",
            "alors",
            "tandis",
            "bien",
            "lors",
            "pendant",
            "ainsi",
            "même",
            "autant",
            "sans",
            "pour",
            "afin",
            "avant",
            "après",
            "depuis",
        ):
            if tokens.word(index - 1) == "ce" and tokens.word(index - 2) in ("à", "de"):
                pass
            elif tokens.word(index - 1) not in ("même", "ainsi") or index - 1 != group.end:
                # « affirme ainsi que » announces; « l'un, ainsi que l'autre » adds
                return False
        taken = not {"le", "l'"}.isdisjoint(tokens.words[group.first : group.at])
        if taken and tokens.word(index - 1) == "," and "," not in tokens.words[group.end : index - 1]:
            return False  # « elle le criera partout, que cela plaise ou non »
        if index + 1 >= len(tokens.words) or (tokens.word(index - 1) in ("chose", "autre") and index > group.end):
            return False
        end = _own_clause_end(sentence, group, index + 1)
        if end <= index + 1:
            return False
        if speaker is None or group.form.lemma == "ressortir":
            speaker = _source_between(sentence, group, index)
        score = 0.95 if speaker is not None else 0.75
        if speaker is not None and is_author(sentence, speaker):
            score = 0.6
        elif tokens.word(end) == "," and tokens.word(end + 1) == "selon":
            score = 0.9  # « a jugé que A, selon lui, A »: who is nearer goes on
        places = [sentence.place(index + 1, end)]
        return sentence.propose("that-clause", score, places, cue=cue_of(sentence, group), speaker=speaker, least=6)
    return False


def indirect_question(sentence: Sentence, group: VerbGroup, speaker: Place | None) -> bool:
    """Read `demande si A`, `explique pourquoi A`, `dit ce que A`."""
    if _is_untold(sentence, group):
        return False
    tokens, lexicon = sentence.tokens, sentence.lexicon
    questions = lexicon.words("questions")
    # « demande d'où ils viennent »
    if tokens.word(group.end) == "d'" and tokens.word(group.end + 1) == "où":
        end = clause_end(sentence, group.end, group)
        return sentence.propose(
            "indirect question",
            0.9,
            [sentence.place(group.end, end)],
            cue=cue_of(sentence, group),
            speaker=speaker,
        )
    for index in range(group.end, min(len(tokens.words), group.end + 10)):
        word = tokens.words[index]
        if word in (";", ":", ".", QUOTATION):
            return False
        if word not in questions:
            continue
        if word == "ce" and (
            tokens.word(index + 1) not in ("que", "qui", "qu'") or tokens.word(index - 1) in ("de", "à", "sur", ",")
        ):
            return False
        if index > group.end and group.reflexive and group.form.lemma == "dire":
            return False  # « se dit prêt à partir si on le lui demande »
        if word == "si" and tokens.word(index + 1) in ("bien", "souvent", "peu", "longtemps"):
            return False
        if not _between_is_adverbial(sentence, group.end, index, "informer"):
            return False
        if word in ("qui", "où") and not lexicon.words("adverbs").issuperset(tokens.words[group.end : index]):
            return False
        if word == "s'" and tokens.word(index + 1) not in ("il", "ils"):
            return False  # « dit s'attendre à A »
        begin = index - (tokens.word(index - 1) == "d'")
        end = _own_clause_end(sentence, group, index)
        if end - index < 3:
            return False
        return sentence.propose(
            "indirect question",
            0.9,
            [sentence.place(begin, end)],
            cue=cue_of(sentence, group),
            speaker=speaker,
            least=6,
        )
    return False


def _source_between(sentence: Sentence, group: VerbGroup, end: int) -> Place | None:
    """Return the source between a verb and its clause: `on assure de source sûre que`, `il ressort du rapport que`."""
    words, of = sentence.tokens.words, sentence.lexicon.words("of")
    for index in range(group.end, end - 1):
        if words[index] in of and group.form.lemma == "ressortir":
            start = index if words[index] == "des" else index + 1
            return sentence.place(start, end)
        if words[index] in ("de", "d'") and not {"source", "sources"}.isdisjoint(words[index + 1 : index + 3]):
            return sentence.place(index + 1, end)
    return None


def _own_clause_end(sentence: Sentence, group: VerbGroup, start: int) -> int:
    """Return where a que-clause ends whose verb stands in a relative or subordinate clause: before the main clause."""
    end = clause_end(sentence, start, group)
    tokens, lexicon = sentence.tokens, sentence.lexicon
    if not _is_unfinished(sentence, group):
        return end
    passed = lexicon.words("clitics negation -definite =l'")
    first = start + (tokens.words[start] in lexicon.words("questions"))
    for comma in range(start + 1, end):
        if tokens.words[comma] != "," or not finite_verbs(sentence, first, comma):
            continue
        place = comma + 1
        while place < end and tokens.words[place] in passed:
            place += 1
        if place < end and is_finite(sentence, place):
            return comma  # « La députée, qui a déclaré que A, a quitté la salle »
        if tokens.word(comma + 1) not in lexicon.words("conjunctions relatives prepositions") and finite_verbs(
            sentence, comma + 1, min(end, comma + 1 + _REACH)
        ):
            return comma  # « Si l'armée soutient que A, les rescapés disent que B »
    return before_main_verb(sentence, start, end) if tokens.word(group.first - 1) == "qui" else end


def _is_unfinished(sentence: Sentence, group: VerbGroup) -> bool:
    """Say whether the main clause is still to come: the cue stands in a relative or subordinate clause before it."""
    before = sentence.tokens.word(group.first - 1)
    if group.mood == "i" and governing_pronoun(sentence, group.first) is not None:
        return False
    if before in ("c'", "ce") or "c'" in sentence.tokens.words[max(0, group.first - _REACH) : group.first]:
        return False
    main = finite_verbs(sentence, 0, group.at + 1)
    if any(group.first <= verb <= group.at for verb in main):
        return group.form.lemma == "répéter" and "beau" in sentence.tokens.words[: group.first]
    return not main or ("beau" in sentence.tokens.words[max(0, group.first - 3) : group.first])


def _is_untold(sentence: Sentence, group: VerbGroup) -> bool:
    """Say whether the answer was not given: `n'a pas dit où`, `n'a pas voulu dire où`, `a refusé de dire où`."""
    if group.form.lemma in ("demander", "interroger", "vouloir savoir"):
        return False
    words = sentence.tokens.words
    before = words[max(0, group.first - _REFUSAL) : group.first] if group.mood == "i" else []
    if "," in before:
        before = before[len(before) - before[::-1].index(",") :]
    refused = before[-1:] in (["de"], ["d'"], ["à"]) and any(word in _REFUSED for word in before[-2:])
    denied = "manqué" not in before and not {"ne", "n'"}.isdisjoint([*before, *words[group.first : group.at]])
    return refused or denied


def _between_is_adverbial(sentence: Sentence, start: int, end: int, lemma: str) -> bool:
    """Say whether only adverbials and recipients stand between a verb and its complement."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    if start == end:
        return True
    first = tokens.words[start]
    if (
        first in lexicon.words("definite")
        and lemma not in _RECIPIENTS
        and tokens.word(start + 1) not in ("veille", "soir", "matin", "jour", "même")
        and time_phrase(sentence, start) == start
    ):
        return False
    for index in range(start, end):
        word = tokens.words[index]
        if word in lexicon.words("relatives -that") or word in (";", ":", QUOTATION):
            return False
        form = lexicon.verbs.get(word)
        if form is not None and "i" in form.moods and "q" in form.frames and tokens.words[index - 1] in ("de", "d'"):
            return False  # « a dit le maire, avant d'ajouter que A »: the nearer verb's
        if (
            form is not None
            and "f" in form.moods
            and "p" not in form.moods
            and tokens.word(index - 1) not in lexicon.words("determiners")
        ):
            return False
    return (
        first in lexicon.words("prepositions adverbs audience =, =lui =leur")
        or first in lexicon.words("definite")
        or lemma in _RECIPIENTS
        or first[0] == "-"
        or first in lexicon.words("negation")
        or first.endswith("ment")
    )
