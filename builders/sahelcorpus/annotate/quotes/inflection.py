"""The forms of a verb from its lemma, for the languages whose cue verbs are inflected here.

French follows the regular conjugations with their spelling changes; what they do not give stands in the language's
`families.txt`, by the end of the infinitive, or form by form in `irregular.txt`. English adds its endings the same way.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

Form = tuple[str, str]
"""A form and its mood: `f` finite (third person), `o` finite (other persons), `i` infinitive, `p` past participle,
`g` present participle."""

_VOWELS = "aeiouyéèêàâîïôûü"


Families = Mapping[str, Sequence[Form]]
"""Endings by the end of the infinitive that they replace."""

_LONGEST_END = 8


def inflected(lemma: str, language: str, families: Families | None = None) -> Iterator[Form]:
    """Yield the forms of a verb.

    Args:
        lemma: The infinitive, without a reflexive pronoun.
        language: `fr` or `en`; any other language yields the lemma alone.
        families: Endings of verbs that are conjugated alike; the longest end that fits the lemma counts.
    """
    for size in range(min(_LONGEST_END, len(lemma)), 2, -1) if families else ():
        endings = families.get(lemma[-size:]) if families else None
        if endings:
            stem = lemma[:-size]
            yield from ((stem + ending, mood) for ending, mood in endings)
            return
    if language == "fr":
        yield from _french(lemma)
    elif language == "en":
        yield from _english(lemma)
    else:
        yield lemma, "f"


def plural(noun: str) -> str:
    """Return the plural of a French noun, regular as it is in all but a few."""
    if noun.endswith(("s", "x", "z")):
        return noun
    if noun.endswith("al"):
        return noun[:-1] + "ux"
    return noun + ("x" if noun.endswith("eau") else "s")


def _french(lemma: str) -> Iterator[Form]:
    yield lemma, "i"
    if lemma.endswith("er"):
        yield from _first_conjugation(lemma[:-2])
    elif lemma.endswith("re"):
        yield from _endings(lemma[:-2], lemma[:-1], ("", "ent", "it", "irent"), "u")
    else:
        stem = lemma[:-1]
        yield from _endings(stem + "ss", lemma, ("", "", "", ""), "")
        yield from ((stem + "t", "f"), (stem[:-1] + "irent", "f"), (stem + "ssent", "f"), (stem + "s", "o"))
        yield from ((stem, "p"), (stem + "e", "p"), (stem + "s", "p"), (stem + "es", "p"))


def _first_conjugation(stem: str) -> Iterator[Form]:
    soft = stem  # before a and o, c and g keep their sound
    if stem.endswith("g"):
        soft = stem + "e"
    elif stem.endswith("c"):
        soft = stem[:-1] + "ç"
    stressed = _stressed(stem)
    for ending, mood in (("e", "f"), ("ent", "f"), ("es", "o")):
        yield stressed + ending, mood
    if stem.endswith("ay"):  # « balaye », but more often « balaie »
        yield from ((stem[:-1] + "i" + ending, "f") for ending in ("e", "ent", "era", "eront", "erait", "eraient"))
    for ending in ("ait", "aient", "a"):
        yield soft + ending, "f"
    yield stem + "èrent", "f"
    yield from ((soft + "ai", "o"), (soft + "ais", "o"), (soft + "ons", "o"), (stem + "ez", "o"), (soft + "ant", "g"))
    future = (stressed if "é" not in stem[-3:] else stem) + "er"
    for ending in ("a", "ont", "ait", "aient"):
        yield future + ending, "f"
    yield future + "ai", "o"
    for ending in ("é", "ée", "és", "ées"):
        yield stem + ending, "p"


def _stressed(stem: str) -> str:
    """Return the stem as it stands before a silent e: `rappell-`, `répèt-`, `essui-`."""
    if stem.endswith(("appel", "jet")):
        return stem + stem[-1]
    if stem.endswith(("oy", "uy")):
        return stem[:-1] + "i"
    head, tail = stem[:-1], stem[-1:]
    if tail not in _VOWELS and head[-1:] in ("é", "e") and head[-2:] != "ue":
        return head[:-1] + "è" + tail
    if stem.endswith(("égr", "égu", "étr")):
        return stem[:-3] + "è" + stem[-2:]
    return stem


def _endings(stem: str, future: str, simple: tuple[str, ...], participle: str) -> Iterator[Form]:
    yield from ((stem + ending, "f") for ending in simple if ending or participle)
    yield from ((stem + ending, "f") for ending in ("ait", "aient"))
    yield from ((future + ending, "f") for ending in ("a", "ont", "ait", "aient"))
    yield from ((stem + "ant", "g"), (stem + "ons", "o"), (stem + "ez", "o"), (stem + "ais", "o"), (stem + "s", "o"))
    if participle:
        yield from ((stem + participle + ending, "p") for ending in ("", "e", "s", "es"))


def _english(lemma: str) -> Iterator[Form]:
    yield lemma, "i"
    if lemma.endswith(("s", "sh", "ch", "x", "z")):
        yield lemma + "es", "f"
    elif lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        yield lemma[:-1] + "ies", "f"
    else:
        yield lemma + "s", "f"
    if lemma.endswith("e"):
        past, present = lemma + "d", lemma[:-1] + "ing"
    elif lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        past, present = lemma[:-1] + "ied", lemma + "ing"
    elif lemma in _DOUBLED:
        past, present = lemma + lemma[-1] + "ed", lemma + lemma[-1] + "ing"
    else:
        past, present = lemma + "ed", lemma + "ing"
        if lemma in _EITHER:
            yield from ((lemma + "led", "f"), (lemma + "led", "p"), (lemma + "ling", "g"))
    yield from ((past, "f"), (past, "p"), (present, "g"))


_DOUBLED = frozenset(
    (
        "admit",
        "quip",
        "submit",
        "rebut",
        "blog",
        "chat",
        "refer",
        "commit",
        "permit",
        "concur",
        "beg",
        "sob",
        "snap",
        "dub",
    )
) | frozenset(("slam", "plan", "stop", "drop", "cut", "hit", "put", "set", "run", "win", "get", "let", "shut", "begin"))
_EITHER = frozenset(("label", "signal", "counsel", "travel"))
"""Verbs whose last letter the British double."""
