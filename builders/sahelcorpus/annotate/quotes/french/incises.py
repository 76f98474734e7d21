"""The French clause that announces what stands before it or around it: `« A », a dit X`, `« A, dit-il, B »`."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from sahelcorpus.annotate.quotes.found import FoundCue, Place
from sahelcorpus.annotate.quotes.french.animacy import Speaking, speaking
from sahelcorpus.annotate.quotes.french.extent import clause_end, has_finite_verb
from sahelcorpus.annotate.quotes.french.in_writing import written_in
from sahelcorpus.annotate.quotes.french.leads import LEADING, is_subject_ahead, led_to
from sahelcorpus.annotate.quotes.french.mentions import mention_after, phrase_end, pronoun_place
from sahelcorpus.annotate.quotes.french.predicates import finite_verbs, is_inverted, is_verb_start
from sahelcorpus.annotate.quotes.french.verb_groups import french_verb_group
from sahelcorpus.annotate.quotes.marks import Marked
from sahelcorpus.annotate.quotes.sentence import FRONT_SIGNS, Sentence, begins_small, front_start, stretch_start
from sahelcorpus.annotate.quotes.tokens import QUOTATION, tokens_of

_REACH = 14
_SIGNS = frozenset(",!?…–—")
_IMPERSONAL = frozenset(("paraît", "semble", "semblait", "faut", "fallait", "suffit", "reste", "arrive"))
"""Verbs before an inverted `il` who is nobody: `, paraît-il,`."""

_UNFINISHED_SIGNS = FRONT_SIGNS | {"!", "?", "…"}


@dataclass(slots=True)
class Incise:
    """An announcing clause.

    Attributes:
        cue: The cue.
        speaker: The speaker's mention.
        end: Index after its last known token.
        at: The cue's token index.
        sure: Whether the cue is in the lexicon.
    """

    cue: FoundCue
    speaker: Place | None
    end: int
    at: int
    sure: bool


def incise_at(sentence: Sentence, start: int, *, inside: bool = False) -> Incise | None:
    """Return the announcing clause that starts at a token, or None.

    Args:
        sentence: A French sentence.
        start: The first token of the clause.
        inside: Whether the clause stands within the marks, where only an inverted subject proves it.
    """
    tokens, lexicon = sentence.tokens, sentence.lexicon
    auxiliaries = lexicon.words("auxiliaries")
    skipped = lexicon.words("clitics auxiliaries adverbs negation =ainsi =s'")
    index, leads = start, False
    while index < min(len(tokens.words), start + _REACH):
        word = tokens.words[index]
        led = led_to(sentence, index) if word in LEADING else index
        form = None if led > index and word == "cru" else lexicon.cue_at(tokens.words, index)
        if form is not None and not (
            word in auxiliaries and index + 1 < len(tokens.words) and tokens.words[index + 1].startswith("-")
        ):
            group = french_verb_group(sentence, index, form)
            if group is None or (group.pronoun is not None and _is_told(tokens.words[group.pronoun])):
                return None
            if group.passive:
                written = written_in(sentence, group)
                return None if written is None else Incise(*written, index, sure=True)
            if not set(form.frames) & set("dmqw"):
                return _unknown_verb(sentence, index, start) if group.pronoun is not None else None
            if (
                group.mood != "f"
                and not (leads and group.mood == "i")
                and not (form.lemma == "lire" and "-on" in tokens.words[start:index])
            ):
                return None
            if "s" in form.frames and not group.reflexive:
                return None
            if group.first < start or group.at - start > _REACH:
                return None
            if group.reflexive and group.pronoun is None and "s" not in form.frames and "d" not in form.frames:
                return None
            if (
                group.reflexive
                and tokens.word(start - 1) == QUOTATION
                and "s" not in form.frames
                and form.lemma != "interroger"
                and group.pronoun is None
            ):
                return None
            cue = sentence.cue(index, form.lemma, end=index + 1 + form.lemma.count(" "))
            if form.lemma == "ressortir":
                return _from_document(sentence, cue, group.end, index)
            pronoun = next(
                (place for place in range(start, index) if is_subject_ahead(tokens.words[place], leads=leads)), None
            )
            if group.pronoun is None and pronoun is not None:
                speaker, end = _speaker(sentence, pronoun, index + 1)
                return Incise(cue, speaker, end, index, sure=True)
            if group.pronoun is not None:
                speaker, end = _speaker(sentence, group.pronoun, max(group.end, index + 1))
                return Incise(cue, speaker, end, index, sure=True)
            phrase = mention_after(sentence, group.end)
            if phrase is None:
                return None
            before = tokens.words[group.end : phrase[0]]
            if inside and not (_ends_incise(sentence, phrase[1]) and _PLACED.isdisjoint(before)):
                return None  # « C'est un roman, écrit à Genève par des gens qui … »
            if form.lemma == "apprendre":
                return _learnt(sentence, cue, phrase, index)
            return Incise(cue, sentence.place(*phrase), phrase[1], index, sure=True)
        if led > index:
            index, leads = led, True
            continue
        if word in skipped or is_inverted(word):
            index += 1
            continue
        if word == "," and index > start:
            # a parenthesis between the auxiliary and its participle
            close = next(
                (place for place in range(index + 1, min(len(tokens.words), index + 10)) if tokens.words[place] == ","),
                None,
            )
            if close is None or tokens.words[index - 1] not in auxiliaries | skipped:
                return None
            index = close + 1
            continue
        return _unknown_verb(sentence, index, start)
    return None


def _is_told(pronoun: str) -> bool:
    """Say whether a pronoun after a verb is whom it speaks to: `croyez-moi`, `dites-vous`."""
    return pronoun.rsplit("-", maxsplit=1)[-1] in ("moi", "toi", "nous", "vous", "le", "la", "les")


def _from_document(sentence: Sentence, cue: FoundCue, end: int, at: int) -> Incise | None:
    """Read `A, ressort-il de X`."""
    tokens = sentence.tokens
    if tokens.word(end) not in ("de", "d'", "du", "des") or end + 1 >= len(tokens.words):
        return None
    stop = phrase_end(sentence, end + 1)
    return Incise(cue, sentence.place(end + 1, stop), stop, at, sure=True)


def _learnt(sentence: Sentence, cue: FoundCue, phrase: tuple[int, int], at: int) -> Incise:
    """Read `A, a appris l'agence auprès de X` and `… de source policière`: who has told it speaks."""
    tokens, words = sentence.tokens, sentence.lexicon.words
    for index in range(phrase[0] + 1, min(len(tokens.words) - 1, phrase[1] + 2)):
        source = tokens.words[index + 1] in ("source", "sources")
        if tokens.words[index] == "auprès" or (tokens.words[index] in words("of") and source):
            start = index + 1 if source or tokens.words[index + 1] == "des" else index + 2
            stop = phrase_end(sentence, start) if start < len(tokens.words) else start
            if stop > start:
                return Incise(cue, sentence.place(start, stop), stop, at, sure=True)
    return Incise(cue, sentence.place(*phrase), phrase[1], at, sure=True)


def _unknown_verb(sentence: Sentence, index: int, start: int) -> Incise | None:
    """Take a verb outside the lexicon where its inverted pronoun proves the incise: `corrige-t-elle`."""
    tokens = sentence.tokens
    word = tokens.words[index]
    if not word.isalpha() or word in _IMPERSONAL:
        return None
    after = tokens.word(index + 1)
    pronoun = None
    if after[:1] == "-" and len(after) > 1 and after.rsplit("-", 1)[1] in ("il", "elle", "ils", "elles", "on"):
        pronoun = index + 1
    elif word.endswith(("é", "i", "u", "it", "is")):
        pronoun = next(
            (place for place in range(start, index) if is_inverted(tokens.words[place])),
            None,
        )
    if pronoun is None:
        return _unlisted(sentence, index, start)
    speaker, end = _speaker(sentence, pronoun, max(index, pronoun) + 1)
    return Incise(sentence.cue(index, word), speaker, end, index, sure=False)


def _unlisted(sentence: Sentence, index: int, start: int) -> Incise | None:
    """Take any verb between a quotation and somebody who speaks: `« A », grésille le capitaine dans la radio`."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    word = tokens.words[index]
    opened = tokens.word(start - 1) == QUOTATION or tokens.word(start - 2) == QUOTATION
    if not opened or index - start > _CLITICS_BEFORE or tokens.capital(index) or not word.endswith(_VERBAL):
        return None
    if word in lexicon.words("prepositions conjunctions adverbs determiners subordinators"):
        return None
    quotation = start - 1 if tokens.word(start - 1) == QUOTATION else start - 2
    if quotation and tokens.words[quotation - 1] not in (":", "–", "—", "-", "|", ")"):
        return None
    phrase = mention_after(sentence, index + 1)
    if phrase is None or phrase[0] != index + 1 or speaking(sentence, *phrase) is not Speaking.SOURCE:
        return None
    if not _ends_incise(sentence, phrase[1]):
        return None
    return Incise(sentence.cue(index, word), sentence.place(*phrase), phrase[1], index, sure=False)


_VERBAL = ("e", "ent", "ait", "aient", "a", "it", "èrent", "irent", "é", "i", "u", "t", "d")
_CLITICS_BEFORE = 3
_PLACED = frozenset(("à", "par", "en"))
_AT = frozenset(("à", "au", "aux", "chez"))
_THROUGH = frozenset(("de", "d'", "auprès", "dans", "sur", "chez", "du", "au", "à", "aux", "côté", "entourage"))


def _speaker(sentence: Sentence, pronoun: int, end: int) -> tuple[Place | None, int]:
    """Return an inverted pronoun, or who stands behind `on`: `a-t-on appris de source sûre`, `lit-on dans le texte`."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    if not tokens.words[pronoun].endswith("on"):
        return pronoun_place(sentence, pronoun), end
    for index in range(end, min(len(tokens.words), end + 6)):
        word = tokens.words[index]
        if word not in _THROUGH:
            if word in lexicon.words("adverbs") or word in ("lire", "entendre", "valoir", "savoir", "comprendre"):
                continue
            return None, end
        start = index + 1
        if start < len(tokens.words) and tokens.words[start] not in _THROUGH:
            stop = phrase_end(sentence, start)
            if word in _AT:
                return pronoun_place(sentence, pronoun), stop  # « juge-t-on à la présidence »
            if speaking(sentence, start, stop) is Speaking.SOURCE:
                return sentence.place(start, stop), stop
            return (pronoun_place(sentence, pronoun), stop) if word in ("dans", "sur", "côté") else (None, end)
    return None, end


def _ends_incise(sentence: Sentence, index: int) -> bool:
    """Say whether an announcing clause inside the marks can end at a token: at a sign, or before an adverbial."""
    word = sentence.tokens.word(index)
    return (
        word in ("", ",", ".", "!", "?", "…", "–", "—", ";", ":")
        or word in sentence.lexicon.words("stops")
        or word in ("en", "à", "qui", "dont")
    )


def split_by_incise(
    sentence: Sentence, stretch: Marked, plain: str
) -> tuple[list[Place], FoundCue, Place | None] | None:
    """Return content, cue and speaker of a quotation that holds its announcing clause between its marks.

    Args:
        sentence: The sentence that the quotation stands in.
        stretch: The quotation.
        plain: The text with plain apostrophes and blanks, quotations not filled in.
    """
    if not _may_hold_incise(sentence, plain, stretch):
        return None
    inner = tokens_of(plain, (stretch.inner_start, stretch.inner_end))
    within = Sentence(sentence.text, sentence.lexicon, inner, {})
    verbs, auxiliaries = sentence.lexicon.verbs, sentence.lexicon.words("auxiliaries")
    size = len(inner)
    for index in range(1, size):
        if inner.words[index - 1] not in _SIGNS:
            continue
        near = inner.words[index : index + 4]
        if not any(
            (word in verbs and "f" in verbs[word].moods) or is_inverted(word) or word in auxiliaries for word in near
        ):
            continue
        found = incise_at(within, index, inside=True)
        if found is None:
            continue
        last = found.end
        if inner.word(last) == "," and _is_absolute(within, last + 1):
            last = next((place for place in range(last + 1, size) if inner.words[place] == ","), last)
        while last < size and inner.words[last] not in (",", ".", ";", ":", "!", "?", "…", "–", "—"):
            last += 1
        before = (
            stretch.inner_start,
            inner.ends[index - 1] if inner.words[index - 1] in "!?…" else inner.starts[index - 1],
        )
        places = [before]
        if last < size:
            rest = (inner.ends[last], stretch.inner_end)
            if plain[rest[0] : rest[1]].strip() and (stretch.closed or inner.words[last] == ","):
                places.append(rest)
        return places, found.cue, found.speaker
    return None


def _is_absolute(within: Sentence, index: int) -> bool:
    """Say whether a scene stands between commas after the speaker: `, la voix couverte par les klaxons,`."""
    tokens = within.tokens
    close = next((place for place in range(index, len(tokens.words)) if tokens.words[place] == ","), None)
    if close is None or tokens.word(index) not in ("la", "le", "les", "l'", "sa", "son", "ses", "un", "une"):
        return False
    nouns = (
        "voix",
        "yeux",
        "regard",
        "doigt",
        "main",
        "mains",
        "poing",
        "ton",
        "visage",
        "tête",
        "sourire",
        "air",
        "larmes",
    )
    return any(tokens.word(place) in nouns for place in (index + 1, index + 2)) and not finite_verbs(
        within, index, close
    )


_AFTER_SIGN = re.compile(
    r"[,!?…–—]\s*([^\W\d_]+)(?:['-]?\s?([^\W\d_]+))?(?:[\s'-]+(?:t-)?([^\W\d_]+))?(?:[\s'-]+([^\W\d_]+))?"
)


def _may_hold_incise(sentence: Sentence, plain: str, stretch: Marked) -> bool:
    """Say whether a cue verb or an inverted pronoun stands soon after some sign within a quotation."""
    verbs = sentence.lexicon.verbs
    for match in _AFTER_SIGN.finditer(plain, stretch.inner_start, stretch.inner_end):
        if any(word and (word in verbs or word in ("il", "elle", "on", "ils", "elles")) for word in match.groups()):
            return True
    return False


def mixed_front(sentence: Sentence, index: int) -> int | None:
    """Return where a content begins that only ends in marks: `Paris est « préoccupé », a dit X`; None if nowhere."""
    tokens = sentence.tokens
    if index == 0:
        return None
    lowered = begins_small(sentence, index)
    if lowered and tokens.words[index - 1] not in (":", ";", ".", "!", "?", "…", "-", "–", "—", "|", QUOTATION, ")"):
        return _unfinished_front(sentence, index)
    if tokens.words[index - 1] in (":", ",", ";", ".", "!", "?", "…", "-", "–", "—", "|", QUOTATION, ")"):
        return None
    low = stretch_start(sentence, index, FRONT_SIGNS)
    if index - low < 2 or not has_finite_verb(sentence, low, index):
        return None
    if any(tokens.words[place] in sentence.lexicon.verbs for place in range(low, index)):
        return None
    return tokens.starts[low]


def rest_of_clause(sentence: Sentence, low: int, index: int, end: int) -> Place | None:
    """Return the clause after an incise whose front has no verb: `Le plan « eau pour tous », dit X, n'existe pas`."""
    tokens = sentence.tokens
    first = bisect_left(tokens.starts, low)
    if tokens.word(end) != "," or end + 2 >= len(tokens.words) or finite_verbs(sentence, first, index):
        return None
    if holds_finite_verb(sentence, index):
        return None
    after = end + 1
    if not is_verb_start(sentence, after):
        return None
    return sentence.place(after, clause_end(sentence, after))


def holds_finite_verb(sentence: Sentence, index: int) -> bool:
    """Say whether the quotation that a token stands for may hold a finite verb."""
    stretch = sentence.stretch(index)
    if stretch is None:
        return True
    inside = tokens_of(sentence.text, (stretch.inner_start, stretch.inner_end))
    return not sentence.lexicon.finite.isdisjoint(inside.words)


def _unfinished_front(sentence: Sentence, index: int) -> int | None:
    """Return where a content begins whose verb stands in the marks: `le président « est à son poste », assure X`."""
    tokens, verbs = sentence.tokens, sentence.lexicon.verbs
    low = front_start(sentence, index, _UNFINISHED_SIGNS)
    if QUOTATION in tokens.words[low:index]:
        return tokens.starts[low]  # « ce départ se fera « en ordre » et prendra « six mois », promet X »
    if tokens.words[index - 1] != ",":
        last = next((place for place in range(index - 1, low, -1) if tokens.words[place] == ","), None)
        if last is not None and not finite_verbs(sentence, last + 1, index):
            low = last + 1
    if index - low < 2 or any(tokens.words[place] in verbs for place in range(low, index)):
        return None
    return tokens.starts[low]
