"""The verb group around a cue: auxiliaries, clitics, negation, adverbs between them, and an inverted pronoun."""

from __future__ import annotations

from dataclasses import dataclass

from sahelcorpus.annotate.quotes.english.verbs import is_contracted, is_ly
from sahelcorpus.annotate.quotes.english.verbs import is_noun as is_english_noun
from sahelcorpus.annotate.quotes.found import FoundCue
from sahelcorpus.annotate.quotes.french.predicates import is_plural
from sahelcorpus.annotate.quotes.lexicon import CueForm
from sahelcorpus.annotate.quotes.sentence import Sentence

_BE = frozenset(
    [
        "est",
        "sont",
        "était",
        "étaient",
        "fut",
        "furent",
        "sera",
        "seront",
        "serait",
        "seraient",
        "été",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "soit",
    ]
)
_REFLEXIVE = frozenset(("se", "s'", "me", "m'"))
_SOME = frozenset(("d'autres", "certains", "certaines", "plusieurs", "beaucoup", "tous", "toutes"))
_FURTHEST = 12
_TO = frozenset(("to", "à", "de", "d'", "pour"))


@dataclass(slots=True)
class VerbGroup:
    """The tokens of a verb group.

    Attributes:
        form: The cue.
        at: Index of the cue itself.
        first: Index of the group's first token.
        end: Index after its last token.
        mood: `f` finite, `i` infinitive, `g` present participle.
        pronoun: Index of an inverted pronoun, or None.
        passive: Whether the group is passive.
        reflexive: Whether it is reflexive.
    """

    form: CueForm
    at: int
    first: int
    end: int
    mood: str
    pronoun: int | None
    passive: bool
    reflexive: bool


def cue_of(sentence: Sentence, group: VerbGroup) -> FoundCue:
    """Return the cue of a verb group, both words of a multiword verb."""
    return sentence.cue(group.at, group.form.lemma, end=group.at + 1 + group.form.lemma.count(" "))


def verb_group(sentence: Sentence, at: int, form: CueForm) -> VerbGroup | None:
    """Return the verb group of the cue at a token, or None if the form is no predicate there.

    Args:
        sentence: The sentence.
        at: The cue's token index.
        form: What the cue's form can be.
    """
    tokens, words = sentence.tokens, sentence.lexicon.words
    if sentence.lexicon.language == "en":
        return _english_group(sentence, at, form)
    if _is_noun(sentence, at):
        return None
    auxiliaries, clitics = words("auxiliaries"), words("clitics")
    between = words("adverbs negation")
    first, pronoun = at, None
    auxiliary = passive = reflexive = False
    index = at - 1
    if tokens.word(index) == "," and "p" in form.moods:
        index = _before_parenthesis(sentence, index, auxiliaries)
    while index >= 0 and at - index < _FURTHEST * 2:
        word = tokens.words[index]
        if word in auxiliaries or word == "été":
            auxiliary = True
            passive = passive or word in _BE
            first = index
        elif word[0] == "-" and len(word) > 1:
            pronoun = index
        elif word in clitics and not (
            word in ("le", "la", "les", "l'", "leur", "nous", "vous") and _is_noun_there(sentence, index, at)
        ):
            reflexive = reflexive or word in _REFLEXIVE or word in ("se", "s'")
            first = index
        elif word in between:
            if first <= index + 1:
                first = index if word in words("negation") else first
        else:
            break
        index -= 1
    end = at + 1
    if " " in form.lemma:
        end = at + 1 + form.lemma.count(" ")
    following = tokens.word(end)
    if len(following) > 1 and following[0] == "-":
        pronoun, end = end, end + 1
    moods = form.moods
    if (auxiliary and "p" in moods) or "f" in moods or ("o" in moods and pronoun is not None):
        mood = "f"
    elif "i" in moods:
        mood = "i"
    elif "g" in moods:
        mood = "g"
    elif "o" in moods:
        mood = "o"
    elif tokens.word(at - 1) in ("et", "puis") and sentence.speakers:
        mood = "f"  # the participle shares its auxiliary with the one before
    else:
        return None
    if mood == "f" and "p" not in moods and auxiliary:
        passive = False
    if passive and (reflexive or tokens.word(first) in ("vient", "viennent")):
        passive = False
    return VerbGroup(form, at, first, end, "f" if mood == "o" else mood, pronoun, passive, reflexive)


def _is_noun(sentence: Sentence, at: int) -> bool:
    """Tell a noun from the verb of the same form: `à la demande de` from `il la demande`."""
    tokens, words = sentence.tokens, sentence.lexicon.words
    before = tokens.word(at - 1)
    if before in _SOME and is_plural(tokens.word(at)):
        return False  # « D'autres estiment »
    if before in words("of") or before not in words("determiners"):
        if before in words("of") and "i" in sentence.lexicon.verbs[tokens.word(at)].moods:
            return False
        if tokens.word(at + 1) in words("of") and not before[:1].isalnum() and tokens.word(at) in words("ambiguous"):
            return not tokens.word(at + 2).endswith(("er", "ir", "re", "oir"))
        return before in words("prepositions") and tokens.word(at) in words("ambiguous") and before != "en"
    if before not in words("clitics"):
        return True
    subjects = words("pronouns negation =qui =on")
    return tokens.word(at) in words("ambiguous") and tokens.word(at - 2) not in subjects


def _english_group(sentence: Sentence, at: int, form: CueForm) -> VerbGroup | None:
    """Return the English verb group of the cue at a token, or None if the form is no predicate there."""
    if is_english_noun(sentence, at):
        return None
    tokens, known = sentence.tokens, sentence.lexicon
    words = tokens.words
    index = at - 1
    if index > 0 and words[index] == "," and "p" in form.moods:
        index = _before_parenthesis(sentence, index, known.words("auxiliaries"))
    first = at
    auxiliary = passive = infinitive = False
    while index >= 0 and at - index < _FURTHEST * 2:
        word = words[index]
        contracted = index > 0 and is_contracted(sentence, index)
        if contracted or (word in known.words("auxiliaries") and not (index and tokens.capital(index))):
            auxiliary, first = True, index
            passive = passive or word in _BE
        elif word in known.words("negation"):
            first = index if first == index + 1 else first
        elif word == "to" and "i" in form.moods and not auxiliary:
            infinitive, first = True, index + 1
            break
        elif word == "long" and index and words[index - 1] in known.words("auxiliaries"):
            pass  # « have long argued »
        elif not (word in known.words("adverbs") or is_ly(sentence, index)):
            break
        index -= 1
    end = at + 1 + ((words[at], tokens.word(at + 1)) in known.tails)
    if words[at].endswith("ing"):
        mood, passive = "f" if auxiliary else "g", False
    elif infinitive:
        mood = "i"
    elif (
        not auxiliary
        and "p" in form.moods
        and (
            "f" not in form.moods
            or at == 0
            or (tokens.word(end) == "by" and words[at - 1] not in known.words("pronouns"))
        )
    ):
        return None  # a participle that only tells which
    else:
        mood = "f"
    return VerbGroup(form, at, first, end, mood, None, passive and "p" in form.moods, reflexive=False)


def _is_noun_there(sentence: Sentence, index: int, at: int) -> bool:
    """Tell an article from a clitic: `la promesse` from `la dénonce`; only right before the verb is it a clitic."""
    following = sentence.tokens.word(index + 1)
    return index + 1 < at and following not in sentence.lexicon.words("clitics auxiliaries")


def _before_parenthesis(sentence: Sentence, comma: int, auxiliaries: frozenset[str]) -> int:
    """Return the index before `, …,` between an auxiliary and its participle, or the comma's own."""
    tokens = sentence.tokens
    for index in range(comma - 1, max(-1, comma - _FURTHEST), -1):
        if tokens.words[index] == ",":
            return index - 1 if tokens.word(index - 1) in auxiliaries else comma
    return comma
