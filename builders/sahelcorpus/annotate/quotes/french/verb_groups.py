"""The French verb group around a cue: auxiliaries, clitics, negation, adverbs between them, an inverted pronoun."""

from __future__ import annotations

from sahelcorpus.annotate.quotes.french.predicates import is_inverted, is_plural
from sahelcorpus.annotate.quotes.lexicon import CueForm
from sahelcorpus.annotate.quotes.sentence import Sentence
from sahelcorpus.annotate.quotes.verb_groups import FURTHEST, VerbGroup, before_parenthesis

_REFLEXIVE = frozenset(("se", "s'", "me", "m'"))
_SOME = frozenset(("d'autres", "d'aucuns", "certains", "certaines", "plusieurs", "beaucoup", "tous", "toutes"))
_BE = frozenset(
    ("est", "sont", "était", "étaient", "fut", "furent", "sera", "seront", "serait", "seraient", "été", "soit")
)


def french_verb_group(sentence: Sentence, at: int, form: CueForm) -> VerbGroup | None:
    """Return the verb group of the cue at a token, or None if the form is no predicate there.

    Args:
        sentence: The sentence.
        at: The cue's token index.
        form: What the cue's form can be.
    """
    tokens, words = sentence.tokens, sentence.lexicon.words
    if _is_noun(sentence, at):
        return None
    auxiliaries, clitics = words("auxiliaries"), words("clitics")
    between = words("adverbs negation")
    first, pronoun = at, None
    auxiliary = passive = reflexive = False
    index = at - 1
    if tokens.word(index) == "," and "p" in form.moods:
        index = before_parenthesis(sentence, index, auxiliaries)
    while index >= 0 and at - index < FURTHEST * 2:
        word = tokens.words[index]
        if word in auxiliaries or word == "été":
            auxiliary = True
            passive = passive or word in _BE
            first = index
        elif is_inverted(word):
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
    elif tokens.word(at - 1) in ("et", "puis", "mais") and sentence.speakers:
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
    if before == "autre" and tokens.word(at - 2) in ("un", "une", "l'"):
        return tokens.word(at) in words("ambiguous") and tokens.word(at - 2) == "l'"  # « Un autre assure »
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


def _is_noun_there(sentence: Sentence, index: int, at: int) -> bool:
    """Tell an article from a clitic: `la promesse` from `la dénonce`; only right before the verb is it a clitic."""
    following = sentence.tokens.word(index + 1)
    return index + 1 < at and following not in sentence.lexicon.words("clitics auxiliaries")
