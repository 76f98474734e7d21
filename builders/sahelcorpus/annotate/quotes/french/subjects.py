"""The mention of a speaker before its verb: past appositions, parentheses and coordinated verbs to the subject."""

from __future__ import annotations

from sahelcorpus.annotate.quotes.dashes import DASHES, dash_before
from sahelcorpus.annotate.quotes.french.appositions import BESIDES, apposition_at, tells_where_from
from sahelcorpus.annotate.quotes.french.circumstances import time_phrase, tokens_capital
from sahelcorpus.annotate.quotes.french.going_on import opens_share
from sahelcorpus.annotate.quotes.french.mentions import one_of_them
from sahelcorpus.annotate.quotes.french.predicates import finite_verbs, is_finite, looks_finite
from sahelcorpus.annotate.quotes.sentence import Sentence
from sahelcorpus.annotate.quotes.tokens import QUOTATION

_CLAUSE_STOPS = frozenset((";", ":", "–", "—", "(", ")", "|", "-", "/", "[", "]"))


_SOME = frozenset(
    ("tous", "toutes", "d'autres", "d'aucuns", "certains", "certaines", "plusieurs", "beaucoup", "nombre")
)
_RELATIVE_STARTS = frozenset(
    "dont où lequel laquelle lesquels lesquelles auquel auxquels auxquelles duquel desquels desquelles".split()  # noqa: SIM905
)
_ACRONYM = 3
_PARTICIPLES = ("é", "ée", "és", "ées")
_IRREGULAR_PARTICIPLES = frozenset(
    form + ending
    for form in ("joint", "reçu", "venu", "réuni", "ému", "surpris", "assis")
    for ending in ("", "e", "s", "es")
)
_VOICES = frozenset(("voix", "bouche", "intermédiaire", "truchement", "biais", "plume"))
"""Through whom a body speaks: « L'Union, par la voix de son envoyée, Awa Tindo, a réclamé »."""

_TITLE_WITHIN = 4
"""Tokens at a phrase's start among which its title stands."""

_RESTRICTED = 4
"""Most tokens from `ne` to its `que`."""

_THOSE = frozenset(("ceux", "celles", "celui", "celle"))

_JOINING = frozenset(("et", "ou", "ni"))
_LONGEST_PART = 6
"""Most tokens of a part of an enumerated subject; what is longer is an adverbial or a clause."""


def mention_before(sentence: Sentence, first: int, start: int = 0) -> tuple[int, int] | None:
    """Return the tokens of the noun phrase or pronoun that is the subject before a verb group, or None.

    Args:
        sentence: The sentence.
        first: The verb group's first token.
        start: The first token that may belong to the mention.
    """
    tokens, lexicon = sentence.tokens, sentence.lexicon
    last = first - 1
    if last < start:
        return None
    word = tokens.words[last]
    if word in ("eux", "elles", "nous", "vous"):
        for place in range(max(start, last - 4), last):
            if one_of_them(sentence, place) == first:
                return place, first
    if word in DASHES:
        opened = dash_before(sentence, last, start)
        return None if opened is None else mention_before(sentence, opened, start)
    alone = lexicon.words("subjects -relatives -definite -=ce -=c'")
    if (
        word in lexicon.words("pronouns")
        or (word in alone and word != "personne")
        or word in ("on", "celui-ci", "celle-ci", "ceux-ci")
        or (word in _SOME and (last == start or tokens.words[last - 1] not in lexicon.words("of =les")))
    ):
        return last, last + 1
    if word == "eux" and (last == start or tokens.words[last - 1] in (",", ";", ".")):
        return last, last + 1  # « Eux répondent que »
    if word == "qui":
        if last > start and tokens.words[last - 1] in _THOSE:
            return last - 1, last  # « Il y a ceux qui disent que »
        announced = _announced_at(sentence, last - (tokens.word(last - 1) == ","), start)
        if announced is not None:
            return announced
        antecedent = mention_before(sentence, last, start) if tokens.word(last - 1) != "," else None
        if antecedent is None and tokens.word(last - 1) == ",":
            antecedent = mention_before(sentence, last - 1, start)
        if antecedent is None and tokens.word(last - 1) == ",":
            # « Le préfet a rencontré le maire, qui a dit »: the object is the nearer noun
            end = last - 1
            begin = _second_phrase(sentence, start, end) if end > start + 1 else None
            antecedent = None if begin is None else (begin, end)
        return (last, last + 1) if antecedent is None else _object_of(sentence, *antecedent)
    low = _clause_start(sentence, first, start)
    segments = between_commas(sentence, low, first)
    detached = bool(segments) and segments[-1][0] >= segments[-1][1]
    if detached:
        segments.pop()
    if not segments:
        return None
    if detached:
        return _detached(sentence, segments)
    low, high = segments[-1]
    if "ayant" in tokens.words[low + 1 : high]:
        high = tokens.words.index("ayant", low + 1, high)  # « un cadre | ayant requis l'anonymat a confirmé »
    opened = tokens.words.index("(", low, high) if "(" in tokens.words[low:high] else high
    if high - opened > _ACRONYM:
        high = opened  # « Le ministre (il recevait la presse) a confirmé », but « l'Union des éleveurs (UDE) »
        if high == low:
            return None
    begin = phrase_start(sentence, low, high, adjacent=True)
    if begin is None or (finite_verbs(sentence, begin, high)):
        return None
    if begin == low and len(segments) > 1 and all(tokens.capital(place) for place in range(low, high)):
        titled = phrase_start(sentence, *segments[-2], adjacent=False)
        titles = lexicon.words("titles")
        near = min(segments[-2][1], (titled or 0) + _TITLE_WITHIN)
        if titled is not None and any(tokens.words[place] in titles for place in range(titled, near)):
            return titled, high
    if begin == low and "et" in tokens.words[low:high]:
        begin = _enumerated(sentence, segments, low)
    return begin, high


def _announced_at(sentence: Sentence, end: int, start: int) -> tuple[int, int] | None:
    """Return the speaker found so far that ends before a token: `« A », dit le ministère des Ponts, qui demande B`."""
    tokens = sentence.tokens
    if not sentence.speakers or end <= start:
        return None
    for _, place in sentence.speakers:
        if place[1] == tokens.ends[end - 1] and place[0] in tokens.starts:
            return tokens.starts.index(place[0]), end
    return None


def _detached(sentence: Sentence, segments: list[tuple[int, int]]) -> tuple[int, int] | None:
    """Return the mention before `, … ,`: `le maire, Hama Foulgani,` whole, `le maire, joint hier,` its head alone."""
    chain: list[tuple[int, int]] = []
    aside: list[tuple[int, int]] = []
    conjunctions = sentence.lexicon.words("conjunctions")
    for low, high in reversed(segments):
        low += low < high and sentence.tokens.words[low] in conjunctions  # noqa: PLW2901 - « Et | Ali Kobo, le maire, »
        begin = low if tells_where_from(sentence, low) else phrase_start(sentence, low, high, adjacent=False)
        if begin is None or (begin != low and chain):
            first = sentence.tokens.words[low] if low < high else ""
            within = low > segments[0][0] and first.endswith(_PARTICIPLES)
            within = within or (first in ("par", "via") and not _VOICES.isdisjoint(sentence.tokens.words[low:high]))
            if chain and (within or first in sentence.lexicon.words("relatives")):
                aside, chain = chain, []  # « Le communiqué, signé du ministre, Abdoul Sidibé, rappelle »
                continue
            if chain:
                break
            continue
        chain.insert(0, (begin, high))
        if begin != low:
            break
    chain = chain or aside  # « Dans un courrier, dont nous avons copie, le ministre, Ali Kobo, exige »
    while chain and finite_verbs(sentence, *chain[0]):
        chain.pop(0)  # « Les assaillants ont fui vers le nord, a indiqué … »: a clause, no subject
    if not chain:
        return None
    # the head is the first noun phrase; what follows it must be apposed to it
    while len(chain) > 1 and not _is_apposed(sentence, chain[1]):
        if _is_adverbial_name(sentence, chain[0]):
            chain.pop(0)
        else:
            chain = chain[:1]
    return chain[0][0], chain[-1][1]


def _is_apposed(sentence: Sentence, segment: tuple[int, int]) -> bool:
    """Say whether a segment between commas renames the one before: `le maire, un homme rond,`."""
    opens = sentence.tokens.words[segment[0]] in sentence.lexicon.words("definite")
    return opens or apposition_at(sentence, *segment)


def _is_adverbial_name(sentence: Sentence, segment: tuple[int, int]) -> bool:
    return sentence.tokens.words[segment[0]] in sentence.lexicon.words("adverbs")


def _enumerated(sentence: Sentence, segments: list[tuple[int, int]], last: int) -> int:
    """Return where an enumeration starts whose last part begins at `last`: `la France, ses alliés et le Canada`."""
    begin = last
    for low, high in reversed(segments[:-1]):
        part = phrase_start(sentence, low, high, adjacent=False)
        dated = any(sentence.tokens.words[place][0].isdigit() for place in range(low, high))
        if part != low or dated or high - low > _LONGEST_PART or _has_verb(sentence, low, high):
            break
        begin = low
    return begin


def _has_verb(sentence: Sentence, low: int, high: int) -> bool:
    return bool(finite_verbs(sentence, low, high))


def _object_of(sentence: Sentence, begin: int, end: int) -> tuple[int, int]:
    """Return the part of an antecedent after a verb: of `le préfet a vu le maire`, before `, qui`, it is the mayor."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    definite, verbs = lexicon.words("definite"), lexicon.words("auxiliaries finite")
    for index in range(end - 1, begin, -1):
        if tokens.words[index] in verbs or looks_finite(tokens.words[index]):
            after = next((place for place in range(index + 1, end) if tokens.words[place] in definite), None)
            return (begin, end) if after is None else (after, end)
    return begin, end


_OPENING = frozenset(
    (
        "d'autres",
        "d'aucuns",
        "ceux",
        "celui",
        "celle",
        "tous",
        "toutes",
        "toute",
        "chacun",
        "chacune",
        "beaucoup",
        "des",
    )
)
"""What a noun phrase may begin with, besides articles and names."""

_BORDERS = " ".join(
    (
        "that conjunctions subordinators",
        *(f"={word}" for word in _CLAUSE_STOPS | _RELATIVE_STARTS | _JOINING | {QUOTATION, "!", "?", "…"}),
    )
)
"""The class of forms at which a clause may start."""


def _clause_start(sentence: Sentence, first: int, start: int) -> int:
    """Return where the clause of a verb group starts: after a conjunction, a colon, a quotation that is no nickname."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    words = tokens.words
    borders, that, plain = lexicon.words(_BORDERS), lexicon.words("that"), lexicon.words("conjunctions")
    plural = words[first].endswith(("ent", "ont", "aient"))
    index = first - 1
    while index >= start:
        word = words[index]
        if word not in borders:
            index -= 1
            continue
        if word in _CLAUSE_STOPS:
            if word == "-" and tokens.ends[index - 1] == tokens.starts[index] and index > start:
                index -= 1
                continue  # « le Bloc du 4-Février »
            if word == "/" and index + 1 < first and tokens.capital(index - 1) and tokens.capital(index + 1):
                index -= 1
                continue  # « Mme Awa Kinda/Sorgho »
            if word == ")":
                opened = next(
                    (place for place in range(index - 1, max(start, index - 30) - 1, -1) if words[place] == "("), None
                )
                if opened is not None:
                    index = opened - 1
                    continue
            return index + 1
        if word == QUOTATION:
            stretch = sentence.stretch(index)
            if stretch is None or stretch.end - stretch.start > 60:
                return index + 1
        if word in ("!", "?", "…"):
            return index + 1
        if (
            word in that
            and not _restricts(sentence, index)
            and words[index - 1] != "ainsi"
            and not (_is_relative(sentence, index) and words[first - 1] == ",")
        ):
            return index + 1
        if word in lexicon.words("subordinators -=pour -=bien -=pendant -=alors -=afin"):
            if word == "comme" and words[index - 1].endswith(_PARTICIPLES):
                index -= 1
                continue  # « un agent cité comme témoin »
            return index + 1
        if word in ("mais", "car", "puis"):
            return index + 1
        if word in _RELATIVE_STARTS:
            comma = index - 1 - (words[index - 1] in lexicon.words("prepositions"))
            if words[first - 1] == "," and words[index - 1] in _JOINING and index - 2 > start:
                index -= 2
                continue  # « Un soldat, que nous avons joint et dont nous taisons le nom, a dit »
            if words[first - 1] == "," and comma > start and words[comma] == ",":
                index = comma - 1  # « Les délégués, dont la résolution a été lue, souhaitent »
                continue
            return index + 1
        if word in _JOINING and QUOTATION not in words[start:index] and not finite_verbs(sentence, start, index):
            pass  # « entre M. Tindari et le chef de l'État »: no clause ends here
        elif word in _JOINING and is_finite(sentence, index - 1):
            return index + 1  # « que le pont tient et les passeurs jurent »
        elif word in plain:
            phrase = phrase_start(sentence, index + 1, first, adjacent=True)
            if words[index + 1] in ("de", "d'", "des") and index + 2 < first:
                phrase = index + 1
            if not (phrase == index + 1 and plural and word in _JOINING) or words[index - 1] == ",":
                return index + 1
        index -= 1
    return start


def _restricts(sentence: Sentence, index: int) -> bool:
    """Say whether a `que` goes with a `ne` before it: `dont elle n'a lu que quelques lignes`."""
    near = sentence.tokens.words[max(0, index - _RESTRICTED) : index]
    if sentence.lexicon.words("negation -=ne -=n'").intersection(near) or not {"ne", "n'"}.intersection(near):
        return False
    return sentence.tokens.word(index + 1) in sentence.lexicon.words("definite prepositions")


def _is_relative(sentence: Sentence, index: int) -> bool:
    """Say whether `que` or `that` follows a comma and so opens a relative clause, as in `le maire, que l'on a vu,`."""
    return sentence.tokens.word(index - 1) == ","


def between_commas(sentence: Sentence, low: int, high: int) -> list[tuple[int, int]]:
    """Return the stretches of tokens that commas outside brackets part, the empty one after a last comma too."""
    words = sentence.tokens.words
    segments = []
    begin, depth = low, 0
    for index in range(low, high):
        word = words[index]
        if word == "," and depth <= 0:
            segments.append((begin, index))
            begin = index + 1
        elif word in ("(", ")"):  # « le Groupe de soutien (GST, JNT en arabe) »
            depth += 1 if word == "(" else -1
    segments.append((begin, high))
    return segments


def phrase_start(sentence: Sentence, low: int, high: int, *, adjacent: bool) -> int | None:
    """Return where the noun phrase of a segment starts, or None if the segment is no noun phrase."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    words = tokens.words
    adverbs, conjunctions = lexicon.words("adverbs"), lexicon.words("conjunctions")
    if not adjacent and words[low] in BESIDES and words[low + 1] in lexicon.words("titles humans") and low + 1 < high:
        return low  # « Ali Dembo, désormais maire de Tirel, »
    while low < high and (words[low] in conjunctions or (words[low] in adverbs and not words[low].endswith("s'"))):
        low += 1
    if low >= high:
        return None
    word = words[low]
    definite, prepositions = lexicon.words("definite"), lexicon.words("prepositions")
    if word in lexicon.words("relatives") or (word in lexicon.words("strong") and high - low == 1):
        return None
    opens = (
        word in definite
        or word in _OPENING
        or (word in ("de", "d'") and tokens.word(low + 1) in ("nombreux", "nombreuses", "autres"))
        or (word != "plus" and opens_share(sentence, low))
    )
    if opens:
        skipped = time_phrase(sentence, low)
        if skipped != low and adjacent and skipped < high:
            return phrase_start(sentence, skipped, high, adjacent=adjacent)
        return low if skipped == low else None
    if word in prepositions:
        return _second_phrase(sentence, low, high) if adjacent else None
    if tokens.capital(low):
        if low > 0 or word in lexicon.words("titles") or word in lexicon.words("humans"):
            return low
        if tokens_capital(sentence, low + 1) or high - low == 1 or words[low + 1] in ("(", ","):
            return low
        if word.endswith(("é", "ée", "és", "ées", "ant")) or word in _IRREGULAR_PARTICIPLES:
            return _second_phrase(sentence, low, high) if adjacent else None
        return low
    if word in lexicon.words("titles humans speakers"):
        return low
    if word[0].isdigit() or tokens.word(low + 1) == "ans":
        return low
    if adjacent:
        return _second_phrase(sentence, low, high)
    return None


def _second_phrase(sentence: Sentence, low: int, high: int) -> int | None:
    """Return the last noun phrase of a segment that no preposition governs: `Dans la soirée le maire`."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    governs = lexicon.words("prepositions determiners")
    for index in range(high - 1, low, -1):
        word = tokens.words[index]
        if word in lexicon.words("definite") and tokens.words[index - 1] not in governs:
            if tokens.word(index + 1).isdigit() or time_phrase(sentence, index) != index:
                continue
            return index
    return None
