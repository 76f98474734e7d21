"""The English clause that announces what stands before it: `“A,” said X`, `“A,” X told Y, “B”`, `“A” (X)`."""

from __future__ import annotations

from typing import NamedTuple

from sahelcorpus.annotate.quotes.english.clauses import is_adverbial
from sahelcorpus.annotate.quotes.english.phrases import english_mention_after, english_phrase_end
from sahelcorpus.annotate.quotes.english.recipients import english_cue_at, past_adverbials, recipient_end
from sahelcorpus.annotate.quotes.english.subjects import english_mention_before
from sahelcorpus.annotate.quotes.english.verb_groups import english_verb_group
from sahelcorpus.annotate.quotes.english.verbs import STRONG, finite, is_abbreviated, is_adverb, is_noun
from sahelcorpus.annotate.quotes.found import FoundCue, Place
from sahelcorpus.annotate.quotes.sentence import FRONT_SIGNS, Sentence, front_start, is_author
from sahelcorpus.annotate.quotes.tokens import QUOTATION
from sahelcorpus.annotate.quotes.verb_groups import VerbGroup


class Announcement(NamedTuple):
    """A clause that announces what stands before it, with its cue's token and whether its verb is in the lexicon."""

    cue: FoundCue
    speaker: Place
    end: int
    at: int
    sure: bool


_FRAMES = frozenset("dmqz")
_FRONT_BREAKS = frozenset((":", ",", ";", ".", "!", "?", "…", "-", "–", "—", "|", QUOTATION, ")"))
_REACH = 34
_SIGNS = frozenset((";", ":", ".", "?", "!", QUOTATION))
_ISSUED = frozenset(
    "read posted published released broadcast obtained seen carried issued sent circulated shared aired signed".split()  # noqa: SIM905
)
_DOCUMENT = 6
_TAKING_UP = frozenset(
    ("charge", "claim", "allegation", "accusation", "assertion", "suggestion", "figure", "toll", "view", "demand")
)
"""Nouns that take up what was said before them: who speaks in their relative clause speaks about it."""

_NAMING = frozenset(("named", "called", "titled", "entitled", "dubbed", "added", "based", "used", "needed", "involved"))


def english_incise(sentence: Sentence, start: int) -> Announcement | None:
    """Return the announcing clause that starts at a token, or None.

    Args:
        sentence: The sentence.
        start: The first token of the clause.
    """
    tokens, known = sentence.tokens, sentence.lexicon
    words, size = tokens.words, len(tokens.words)
    if start >= size:
        return None
    if words[start] == "as":
        start += 1
        put = next((place for place in range(start, min(size - 1, start + 12)) if words[place] == "put"), None)
        if put is not None and words[put + 1] == "it":
            phrase = english_mention_before(sentence, put, start)
            return (
                Announcement(sentence.cue(put, "put"), sentence.place(*phrase), put + 2, put, True) if phrase else None
            )
    while start < size and is_adverb(sentence, start) and words[start] not in known.words("negation"):
        start += 1
    if start >= size or words[start] in known.words("conjunctions prepositions relatives clausal that =, negation"):
        return None
    if words[start] in ("i'", "we'", "you'"):
        return None
    if words[start] in ("a", "an") and start + 1 < size and words[start + 1] in _TAKING_UP:
        return None  # « accused the port of “theft”, a charge the port has denied »
    inverted = _inverted(sentence, start)
    if inverted is not None:
        return inverted
    issued = _issued(sentence, start)
    for index in range(start + 1, min(size, start + _REACH)):
        word = words[index]
        if index == issued:
            continue
        if word in _SIGNS:
            if is_abbreviated(sentence, index) and index + 1 < size:
                continue
            return _unknown(sentence, start, index) if word != QUOTATION else None
        form = english_cue_at(sentence, index)
        if form is None or _FRAMES.isdisjoint(form.frames) or not set(form.moods) & set("fp"):
            if form is not None and "i" in form.moods and not _FRAMES.isdisjoint(form.frames):
                pass
            elif word == "saying" and words[index - 1] == "as":
                return _quoted(sentence, start, index)
            else:
                continue
        group = english_verb_group(sentence, index, form)
        if group is None or group.mood != "f" or group.first <= start:
            continue
        if group.passive and words[index + 1 : index + 3] == ["as", "saying"]:
            continue
        if group.passive:
            return None
        if words[group.first - 1] in ("who", "which", "that"):
            continue
        phrase = english_mention_before(sentence, group.first, start)
        if issued is not None and group.first > issued:
            phrase = start, issued
        if phrase is None:
            continue
        if phrase[0] != start or (
            words[group.first - 1] == "," and phrase[1] == group.first - 1 and "," not in words[start : phrase[1]]
        ):
            return None  # « Awa Tindari | , the mayor, said »
        return Announcement(_cue(sentence, group), sentence.place(*phrase), group.end, index, True)
    return None


def _issued(sentence: Sentence, start: int) -> int | None:
    """Return where it is told how a document came out: `a decree | read on state television said`."""
    words, known = sentence.tokens.words, sentence.lexicon
    if words[start] not in known.words("articles"):
        return None
    documents = known.words("documents")
    for index in range(start + 2, min(len(words), start + _DOCUMENT)):
        if words[index] in _ISSUED and words[index - 1] in documents:
            return index if words[index + 1 : index + 2] and words[index + 1].isalpha() else None
    return None


def _cue(sentence: Sentence, group: VerbGroup) -> FoundCue:
    end = group.at + 1 + group.form.lemma.count(" ")
    return sentence.cue(group.at, group.form.lemma, end=min(end, len(sentence.tokens.words)))


def _inverted(sentence: Sentence, start: int) -> Announcement | None:
    """Read `said X`."""
    tokens = sentence.tokens
    form = english_cue_at(sentence, start)
    if form is None or not set(form.frames) & set("dm") or form.moods == "g" or tokens.capital(start):
        return None
    end = start + 1 + form.lemma.count(" ")
    phrase = english_mention_after(sentence, end)
    if phrase is None:
        return None
    return Announcement(sentence.cue(start, form.lemma, end=end), sentence.place(*phrase), phrase[1], start, True)


def _quoted(sentence: Sentence, start: int, at: int) -> Announcement | None:
    """Read `X was quoted as saying`."""
    words = sentence.tokens.words
    if words[at - 2] not in ("quoted", "cited", "reported"):
        return None
    first = at - 2
    while first > start and (words[first - 1] in sentence.lexicon.words("auxiliaries adverbs")):
        first -= 1
    phrase = english_mention_before(sentence, first, start)
    if phrase is None or phrase[0] > start + 2:
        return None
    return Announcement(sentence.cue(at, "say"), sentence.place(*phrase), at + 1, at, True)


def _unknown(sentence: Sentence, start: int, stop: int) -> Announcement | None:
    """Take a verb outside the lexicon where it closes a short clause: `“A,” he thundered`, `“A,” intoned X`."""
    tokens, known = sentence.tokens, sentence.lexicon
    words = tokens.words
    if stop - start > 7 or tokens.word(start - 1) not in (",", QUOTATION):
        return None
    for index in range(start, min(stop, start + 6)):
        word = words[index]
        if not word.endswith("ed") or len(word) < 5 or word in _NAMING or tokens.capital(index):
            continue
        if index == start:
            phrase = english_mention_after(sentence, index + 1)
            if phrase is None or phrase[1] < stop - 1:
                return None
            return Announcement(sentence.cue(index, word), sentence.place(*phrase), phrase[1], index, False)
        phrase = english_mention_before(sentence, index, start)
        if phrase is None or phrase[0] != start or is_author(sentence, sentence.place(*phrase)):
            return None
        if index + 1 < stop and not (is_adverb(sentence, index + 1) or words[index + 1] in known.words("prepositions")):
            return None
        return Announcement(sentence.cue(index, word), sentence.place(*phrase), index + 1, index, False)
    return None


def _ends_adverbial(sentence: Sentence, index: int) -> bool:
    """Say whether a quotation ends an adverbial in front: `Referring to the “plot,” he said`."""
    words = sentence.tokens.words
    if not index or not (words[index - 1][0].isalpha() or words[index - 1] == "'s"):
        return False
    low = index
    while low > 0 and words[low - 1] not in (",", ":", ";", "–", "—", "|", "(", ")", QUOTATION):
        low -= 1
    return is_adverbial(sentence, low)


def announces(sentence: Sentence, index: int) -> bool:
    """Say whether a quotation can have an announcing clause after it: it ends with a sign, or stands by itself.

    Args:
        sentence: The sentence.
        index: The quotation's token.
    """
    tokens = sentence.tokens
    stretch = sentence.stretch(index)
    if stretch is None or _ends_adverbial(sentence, index):
        return False
    if sentence.text[stretch.inner_end - 1] in ",?!…—–." or tokens.word(index + 1) in (",", "–", "—", "-"):
        return True
    alone = index == 0 or not (tokens.words[index - 1][0].isalnum() or tokens.words[index - 1] in (",", "'s", "'"))
    return alone and len(sentence.text[stretch.inner_start : stretch.inner_end].split()) > 1


def continues_front(sentence: Sentence, low: int, index: int) -> bool:
    """Say whether a quotation goes on a clause that begins before it: `The Legion “controls the night,” X said`.

    Args:
        sentence: The sentence.
        low: Where the clause starts.
        index: The quotation's token.
    """
    tokens = sentence.tokens
    stretch = sentence.stretch(index)
    if stretch is None or index <= low:
        return False
    if not (sentence.text[stretch.inner_start].islower() or tokens.words[index - 1] in sentence.lexicon.words("modal")):
        return False
    verbs = sentence.lexicon.verbs
    if any(tokens.words[place] in verbs and not is_noun(sentence, place) for place in range(low, index)):
        return False
    if any(finite(sentence, place) for place in range(low + 1, index)):
        return index - low > 1
    inner = sentence.text[stretch.inner_start : stretch.inner_end].split()
    return tokens.capital(low) and len(inner) > 2 and index - low <= 8


def goes_on_after(sentence: Sentence, end: int) -> int:
    """Return the index after an announcing clause, with who was told and adverbials."""
    end = (
        recipient_end(sentence, end)
        if sentence.tokens.word(end - 1) in ("told", "tells", "tell", "assured", "reminded", "warned")
        else end
    )
    return past_adverbials(sentence, end)


def named_after(sentence: Sentence, index: int) -> Place | None:
    """Return the source that a quotation is signed with: `“A” (X).`, `“A” — X`.

    Args:
        sentence: The sentence.
        index: The quotation's token.
    """
    tokens, known = sentence.tokens, sentence.lexicon
    words, size = tokens.words, len(tokens.words)
    sign = tokens.word(index + 1)
    if index + 2 >= size or not tokens.capital(index + 2) or any(words[place][0].isalnum() for place in range(index)):
        return None
    if sign == "(":
        stop = next((place for place in range(index + 2, min(size, index + 14)) if words[place] == ")"), None)
        if stop is None or any(words[place] != "." for place in range(stop + 1, size)):
            return None
    elif sign in ("–", "—", "-"):
        stop = size - (words[-1] == ".")
        if stop - index > 14:
            return None
    else:
        return None
    if any(finite(sentence, place) == STRONG for place in range(index + 2, stop)) or words[index + 2] in known.words(
        "articles pronouns days months"
    ):
        return None
    end = english_phrase_end(sentence, index + 2, stop)
    if end < stop and words[end] != ",":
        return None
    return sentence.place(index + 2, end)


def english_mixed_front(sentence: Sentence, index: int) -> int | None:
    """Return where a content begins that only ends in marks: `The road is “closed”, said X`; None if nowhere.

    Args:
        sentence: The sentence.
        index: The quotation's token.
    """
    tokens = sentence.tokens
    if index == 0 or tokens.words[index - 1] in _FRONT_BREAKS:
        return None
    low = front_start(sentence, index, FRONT_SIGNS)
    return tokens.starts[low] if continues_front(sentence, low, index) else None
