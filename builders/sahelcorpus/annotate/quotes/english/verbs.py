"""Which English words are finite verbs, as far as form and neighbours tell, and which cues are nouns: `over fears`."""

from __future__ import annotations

from functools import cache

from sahelcorpus.annotate.quotes.inflection import inflected
from sahelcorpus.annotate.quotes.lexicon import Lexicon, lexicon
from sahelcorpus.annotate.quotes.sentence import Sentence
from sahelcorpus.annotate.quotes.tokens import QUOTATION

STRONG, WEAK = 2, 1
"""How sure a finite verb is: one that can be nothing else, and one that may be a participle or a noun."""

_BE = frozenset(("is", "are", "was", "were", "be", "been", "being", "am"))
_HAVE = frozenset(("has", "have", "had", "having"))
_ADJECTIVES = ("al", "ive", "ous", "ful", "ic", "able", "ible", "less", "ary", "ish")
_CONTRACTING = frozenset(("he", "she", "it", "that", "there", "who", "what", "here"))
_CONTRACTED = frozenset(("d", "ve", "re", "ll", "m", "s"))
"""What follows the apostrophe in `he's`, `they've`, `it'd`."""
_NO_PAST = frozenset(("need", "seed", "speed", "hundred", "indeed", "bed", "red", "feed", "breed", "exceed", "proceed"))
_TAKES_OBJECT = frozenset(("that", "whether", "how", "why", QUOTATION, ":"))


@cache
def _forms() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return the third persons and the base forms of verbs that are no cues, and both forms of those with a noun."""
    words = lexicon("en")
    bases = words.words("bases")
    thirds = {form for base in bases for form, mood in inflected(base, "en") if mood == "f" and form.endswith("s")}
    thirds |= {"goes", "does", "has", "likes"}
    return frozenset(thirds), bases, words.words("nouny")


def is_abbreviated(sentence: Sentence, index: int) -> bool:
    """Say whether a full stop belongs to an abbreviation or stands within a name: `Mr.`, `U.N.`, `Sahelnews.com`."""
    tokens = sentence.tokens
    if not index or tokens.words[index] != ".":
        return False
    before = tokens.words[index - 1]
    joint = index + 1 < len(tokens.words) and tokens.starts[index + 1] == tokens.ends[index]
    return joint or (len(before) == 1 and before.isalpha()) or before in sentence.lexicon.words("dotted")


def ends_clause(sentence: Sentence, index: int) -> bool:
    """Say whether a sign that no phrase goes beyond stands at a token."""
    word = sentence.tokens.words[index]
    return word in _SIGNS and not is_abbreviated(sentence, index)


_SIGNS = frozenset((".", ";", ":", "!", "?", "–", "—"))


def is_ly(sentence: Sentence, index: int) -> bool:
    """Say whether a token is an adverb by its ending."""
    word = sentence.tokens.word(index)
    return (
        len(word) > 4
        and word.endswith("ly")
        and not sentence.tokens.capital(index)
        and word not in sentence.lexicon.words("lynouns")
    )


def modifies(sentence: Sentence, index: int) -> bool:
    """Say whether a participle goes with the noun of a source: `mining company Aurium`, `visiting minister Kobo`."""
    tokens, known = sentence.tokens, sentence.lexicon
    return tokens.words[index].endswith("ing") and tokens.word(index + 1) in known.words("humans titles")


def is_adverb(sentence: Sentence, index: int) -> bool:
    """Say whether a token is an adverb, or a bare time such as a day of the week."""
    word = sentence.tokens.word(index)
    return word in sentence.lexicon.words("adverbs negation days") or is_ly(sentence, index)


def is_contracted(sentence: Sentence, index: int) -> bool:
    """Say whether a token is what a contraction leaves of a verb: `he's`, `they've`, `it'd`."""
    words = sentence.tokens.words
    if not index:
        return False
    if words[index] == "'s":
        return words[index - 1] in _CONTRACTING
    return words[index] in _CONTRACTED and words[index - 1].endswith("'")


def is_by_somebody(sentence: Sentence, index: int) -> bool:
    """Say whether a `by` names who does something: not `said by phone`, `confirmed by email`."""
    return sentence.tokens.word(index) == "by" and sentence.tokens.word(index + 1) not in _MEANS


_MEANS = frozenset(
    ("satellite", "phone", "telephone", "email", "e-mail", "text", "video", "videolink", "letter", "fax", "radio")
)


def finite(sentence: Sentence, index: int) -> int:
    """Return how surely a token is a finite verb: `STRONG`, `WEAK` or 0.

    Args:
        sentence: The sentence.
        index: The token.
    """
    tokens, known = sentence.tokens, sentence.lexicon
    words = tokens.words
    word = words[index]
    before = words[index - 1] if index else ""
    if is_contracted(sentence, index):
        return STRONG
    if not word[0].isalpha():
        return 0
    if tokens.capital(index) and index:
        return 0
    if word in known.words("modal") or word.endswith("n'"):
        return 0 if before == "to" or (before in known.words("articles") and before not in ("this", "that")) else STRONG
    if before in ("to", "'s"):
        return 0
    if before in known.words("prepositions articles") and before not in ("that", "this", "before", "after", "since"):
        return 0
    if before in _BE or before in _HAVE or before in known.words("modal"):
        return 0
    # « she survived by hiding »
    by = is_by_somebody(sentence, index + 1) and before not in known.words("pronouns =who")
    if word in known.words("pasts"):
        if by:
            return 0
        return STRONG if word in known.words("pure") or before in known.words("pronouns relatives") else WEAK
    if word.endswith("ed") and len(word) > 3 and word not in _NO_PAST:
        if (
            by
            or is_adjective(sentence, index - 1)
            or (before and not before[0].isalnum() and before not in (",", ")", QUOTATION))
        ):
            return 0
        return STRONG if before in known.words("pronouns =who =which") else WEAK
    return _present(sentence, index, known)


def _present(sentence: Sentence, index: int, known: Lexicon) -> int:
    tokens = sentence.tokens
    word, before, after = tokens.words[index], tokens.word(index - 1), tokens.word(index + 1)
    thirds, bases, nouny = _forms()
    form = known.verbs.get(word)
    cue = form is not None and "g" not in form.moods
    third = word.endswith("s") and (word in thirds or cue)
    base = not third and (word in bases or cue)
    if not (third or base) or after == "of":
        return 0
    if before == "longer" and index > 2:
        before = tokens.word(index - 3)  # « they no longer count »
    elif before in known.words("adverbs") and index > 1:
        before = tokens.word(index - 2)
    noun = word in nouny or word in known.words("ambiguous")
    if third:
        if noun and after in known.words("modal"):
            return 0  # « that talks would »
        if before in ("he", "she", "it", "who", "which", "that", "this", "everyone", "nobody", "one"):
            return STRONG
        if before in (",", ")") and word in thirds and word not in nouny:
            return STRONG  # « the decree, which came into force in May, gives »
        named = index > 1 and tokens.capital(index - 1)
        if not before[:1].isalpha() or (is_plural(sentence, index - 1) and not named):
            return 0
        if word in nouny or word in known.words("ambiguous"):
            return WEAK if _takes_object(sentence, index) and not is_adjective(sentence, index - 1) else 0
        return STRONG
    if before in ("they", "we", "i", "you", "who", "which", "that", "these", "those"):
        return STRONG
    if not is_plural(sentence, index - 1) or word in nouny or word in known.words("ambiguous"):
        return WEAK if is_plural(sentence, index - 1) and _takes_object(sentence, index) else 0
    return STRONG


def _takes_object(sentence: Sentence, index: int) -> bool:
    """Say whether what follows a token can be a verb's complement but hardly a noun's."""
    tokens, following = sentence.tokens, sentence.tokens.word(index + 1)
    if following == ",":
        return tokens.word(index + 2) == QUOTATION
    if following == "to":
        form = sentence.lexicon.verbs.get(tokens.words[index])
        return form is not None and not set(form.frames).isdisjoint("ia")
    if following in _TAKES_OBJECT or following in sentence.lexicon.words("determiners pronouns strong"):
        return True
    return index + 1 < len(tokens.words) and (tokens.capital(index + 1) or following[0].isdigit())


def may_be_present(sentence: Sentence, index: int) -> bool:
    """Say whether a token has the form of a verb in the present, though it may be a noun: `needs`, `fear`."""
    thirds, bases, nouny = _forms()
    word = sentence.tokens.words[index]
    return word in thirds or word in bases or word in nouny


def is_plural(sentence: Sentence, index: int) -> bool:
    """Say whether a token looks like a plural noun."""
    if index < 0:
        return False
    word = sentence.tokens.words[index]
    if word in sentence.lexicon.words("plurals"):
        return not (index and sentence.tokens.capital(index))
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "'s"))


def is_adjective(sentence: Sentence, index: int) -> bool:
    """Say whether a token looks like an adjective before a noun."""
    word = sentence.tokens.word(index)
    if not word or (index and sentence.tokens.capital(index)):
        return False
    if word == "further" and sentence.tokens.word(index + 1).endswith("ed"):
        return False  # « further indicated that »
    return word in sentence.lexicon.words("adjectives") or (
        len(word) > 5 and word.endswith(_ADJECTIVES) and word not in sentence.lexicon.words("adjectival")
    )


def is_noun(sentence: Sentence, at: int) -> bool:
    """Say whether a form of a cue verb is a noun or an adjective where it stands.

    Args:
        sentence: The sentence.
        at: The form's token.
    """
    tokens, known = sentence.tokens, sentence.lexicon
    words = tokens.words
    word, before, after = words[at], tokens.word(at - 1), tokens.word(at + 1)
    if at and tokens.capital(at) and before not in (QUOTATION, ":", "–", "—", "-", "|", "."):
        return True
    if before in ("'s", "'", "whose") or (before in known.words("determiners") and not _is_subject(sentence, at)):
        return True
    if before in known.words("prepositions") and before != "to":
        return not word.endswith("ing")
    form = known.verbs.get(word)
    participle = word.endswith("ed") and form is not None
    ambiguous = word in known.words("ambiguous")
    if not ambiguous and not participle:
        return False
    if ambiguous and before[:1].isdigit():
        return True
    if at and (words[at - 1][0].isalpha() and finite(sentence, at - 1) and words[at - 1] not in known.words("modal")):
        return True  # « denied claims », « killed suspected men »
    if participle:
        return is_adjective(sentence, at - 1) and tokens.word(at - 2) not in known.words("modal")
    if before in _HAVE:
        return True  # « had reason to »
    return _is_common_noun(sentence, at, before, after)


_ALONE = frozenset("some many several others both all few most two three four five six seven eight nine ten".split())  # noqa: SIM905
"""Determiners that may stand alone as a subject: `some say`, `a father of five said`."""


def _is_subject(sentence: Sentence, at: int) -> bool:
    """Say whether the determiner before a token stands alone as its subject: `some say`, `a letter that says`."""
    tokens = sentence.tokens
    before, word = tokens.words[at - 1], tokens.words[at]
    if before == "that":
        return tokens.word(at - 2).isalpha() and word not in sentence.lexicon.words("ambiguous")
    if before in _ALONE:
        named = ("say", "said", "think", "believe", "argue", "fear", "hope", "claim", "see", "complain", "told")
        form = sentence.lexicon.verbs.get(word)
        plain = form is not None and "i" in form.moods and word not in sentence.lexicon.words("ambiguous")
        several = tokens.word(at - 2) == "of" and form is not None  # « a father of five insisted »
        return (
            word in named
            or (plain and not word.endswith(("ed", "s")))
            or (several and word not in sentence.lexicon.words("ambiguous"))
        )
    return False


def _is_common_noun(sentence: Sentence, at: int, before: str, after: str) -> bool:
    """Tell `media reports`, `asylum claims`, `fears were` from the verbs of these forms."""
    tokens, known = sentence.tokens, sentence.lexicon
    word = tokens.words[at]
    if before == "to" or before in known.words("modal negation") or word.endswith("ing"):
        return word.endswith("ing") and before in known.words("modal") and before not in _BE
    if before in known.words("pronouns =who =which"):
        return False
    if after == "of" or (at == 0 and after in (":", "that", "of")) or is_adjective(sentence, at - 1):
        return True
    if after in known.words("modal") and before not in known.words("pronouns"):
        return True
    follows = known.verbs.get(after)
    if follows is not None and "f" in follows.moods and after not in known.words("ambiguous"):
        return True
    if not before or not (before[0].isalnum() or before in (",", ")", QUOTATION)):
        return not _takes_object(sentence, at)
    if before in known.words("conjunctions =,"):
        return not _takes_object(sentence, at)
    place = at - 1
    while place > 0 and is_adverb(sentence, place):
        place -= 1
    if after in known.words("prepositions -=to") and "that" not in tokens.words[at + 2 : at + 10]:
        return True
    if word.endswith("s") and not word.endswith("ss"):
        if is_plural(sentence, place) and not tokens.capital(place):
            return not (after == "that" and _has_singular_head(sentence, place))
        content = after[:1].isalpha() and after not in known.words("conjunctions")
        if content and any(
            finite(sentence, later) == STRONG for later in range(at + 2, min(len(tokens.words), at + 12))
        ):
            return False  # « the court rules worship is legal »
        if _closes(sentence, at, after):
            return False
        return not _takes_object(sentence, at) and after not in known.words("questions")
    plural = is_plural(sentence, place) or tokens.word(place) in known.words("pronouns =who")
    return not plural and not _in_enumeration(sentence, place)


def _closes(sentence: Sentence, at: int, after: str) -> bool:
    """Say whether a verb ends a clause that only announces: `“A,” the report states`."""
    words = sentence.tokens.words
    if after not in ("", ".", ",", ";"):
        return False
    signs = (index for index in range(at - 1, max(-1, at - 7), -1) if not words[index][0].isalnum())
    sign = next(signs, None)
    return sign is not None and sign < at - 1 and words[sign] in (",", QUOTATION, "–", "—")


def _has_singular_head(sentence: Sentence, place: int) -> bool:
    """Say whether the subject that ends in a plural starts with `a`: `a post shared a thousand times claims that`."""
    for index in range(place, max(-1, place - 10), -1):
        word = sentence.tokens.words[index]
        if word in ("a", "an", "one", "every", "each"):
            return sentence.tokens.word(index - 1) not in sentence.lexicon.words("prepositions")
        if not word[0].isalnum() or finite(sentence, index) == STRONG:
            return False
    return False


def _in_enumeration(sentence: Sentence, place: int) -> bool:
    """Say whether a subject of several names ends at a token: `France and Mali claim`."""
    return any(sentence.tokens.words[index] == "and" for index in range(max(0, place - 5), place))
