"""Whether a language's folder is well-formed, for whoever adds a language: every fault with its file and line.

`lexicon` reads a folder as it is, since the package's own are tested; `docs/languages.md` explains what the lines mean.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from importlib.resources.abc import Traversable

from sahelcorpus.annotate.quotes.forms import MOODS
from sahelcorpus.annotate.quotes.lexicon import GRAMMARS

FRAMES = {
    "d": "direct speech, in marks or behind a colon",
    "m": "the same, by the manner of speaking alone",
    "q": "a clause after a word of the class `that`",
    "w": "an indirect question after a word of the class `questions`",
    "z": "a clause behind a comma with a verb of the class `subjunctive`",
    "i": "an infinitive",
    "n": "a noun phrase: what was demanded, announced or denied",
    "e": "what follows a preposition of the class `markers`: a demand, a promise, a threat",
    "x": "an accusation: who, a word of `markers`, of what",
    "t": "a judgement, taken only where it holds marks: what, a word of `markers`, as what",
    "j": "says where it is written: its source follows a preposition of the class `joining`",
}
"""The frames of verbs in languages without a grammar of their own."""

CLASSES = {
    "that": "words that open a reported clause",
    "before-that": "words that make such a clause an adverbial: `before that`",
    "questions": "words that open an indirect question",
    "relatives": "relative pronouns; a word that is in `that` too is taken for a relative unless it stands by the verb",
    "determiners": "articles and the like; a language that has none leaves the class out",
    "indefinite": "those of them that are indefinite",
    "pronouns": "pronouns that can be a subject",
    "clitics": "unstressed pronouns around a verb",
    "possessives": "endings that say whose a noun is",
    "impersonal": "subjects that stand for nobody: `heißt es`",
    "auxiliaries": "auxiliaries and other frequent finite verbs, before which a noun phrase ends",
    "have": "auxiliaries of the past, with which a participle is a cue",
    "passive": "auxiliaries of the passive, with which it is none",
    "negation": "words that negate a verb",
    "adverbs": "adverbs that may stand between verb and subject",
    "times": "words of times, which are no part of a speaker",
    "conjunctions": "and, or, but",
    "subordinators": "words that open other clauses",
    "opposing": "conjunctions that oppose two statements: while, but",
    "of": "prepositions and articles that go on with the noun before",
    "prepositions": "all prepositions, also in one word with an article",
    "joining": "those that may belong to a speaker: `a diplomat in X`",
    "members": "nouns after which they do: spokesman, expert",
    "media": "nouns that say through which medium: interview, communiqué",
    "audience": "nouns that say to whom: reporters",
    "stops": "further words before which a speaker ends",
    "titles": "titles and professions",
    "humans": "people, bodies and documents, which speak",
    "notsources": "nouns that are no source after a preposition of `sources.txt`: law, plan",
    "distancing": "nouns before a title or a name in marks: film, motto",
    "as": "words that open `as X said`",
    "relay": "words between a source's preposition and its verb",
    "unattributed": "forms that say nothing of anybody right before a word of `that`",
    "trailing": "words that name a source only after the content",
    "ambiguous": "forms of verbs that are also nouns",
    "infinitives": "endings of infinitives",
    "to": "the particle of infinitives, where a comma opens their clause",
    "subjunctive": "verbs in the mood of reported speech",
    "object": "prepositions that mark a personal object",
    "markers": "prepositions of accusations, judgements and demands",
    "marker-prefixes": "those written in one word with their noun",
    "not-markers": "words that only look as if they began with one",
    "objects": "nouns that are demanded, announced or denied",
    "article": "an article written in one word with its noun",
    "attached": "conjunctions written in one word with what follows",
    "attached-prepositions": "prepositions written in one word with an article",
    "object-prefixes": "prepositions written in one word with a source",
    "adjective-endings": "endings by which an adjective agrees",
    "noun-endings": "endings of nouns with which it does",
    "case-endings": "endings of nouns in other cases",
    "spellings": "`strict/loose` pairs of letters: forms are known in both",
    "clause-comma": "a comma, where one stands before every clause",
    "capitals": "`nouns`, where nouns have capital letters",
    "marks": "`inwards`, where »…« is a pair",
    "anchors": "further words without which a sentence that holds no marks is not read",
}
"""The closed classes of `words.txt` in languages without a grammar of their own."""

_FILES = ("verbs.txt", "conjugations.txt", "irregular.txt", "nouns.txt", "sources.txt", "words.txt")


def faults(folder: Traversable) -> list[str]:
    """Return what is wrong with a language's folder, one sentence a fault, as `it/verbs.txt:3: …`.

    Args:
        folder: The folder, named by the language's code. Of the languages with a grammar of their own only the lines'
            shape is looked at, since their frames and classes are that grammar's.
    """
    found = []
    names = {entry.name for entry in folder.iterdir() if entry.is_file()}
    own = folder.name in GRAMMARS
    if "verbs.txt" not in names:
        found.append(f"{folder.name}: there is no verbs.txt, without which a folder is not read; add one")
    found += [
        f"{folder.name}/{name}: nobody reads this file; take it out, or name it as one of {', '.join(_FILES)}"
        for name in sorted(names - set(_FILES))
        if not own
    ]
    conjugations = [line.partition(":")[0] for _, line in _lines(folder, "conjugations.txt")]
    irregular = {line.partition(":")[0] for _, line in _lines(folder, "irregular.txt")}
    checks: dict[str, Callable[[str], Iterator[str]]] = {
        "verbs.txt": lambda line: _verb(line, own=own, endings=tuple(conjugations), irregular=irregular),
        "conjugations.txt": _conjugation,
        "nouns.txt": lambda line: _noun(line, own=own),
        "sources.txt": _source,
        "words.txt": lambda line: _class(line, own=own),
    }
    for name, check in checks.items():
        first: dict[str, int] = {}
        for number, line in _lines(folder, name):
            place = f"{folder.name}/{name}:{number}"
            found += [f"{place}: {fault}" for fault in check(line)]
            key = line.partition("=" if name == "words.txt" else ":")[0].strip()
            if key in first and not own:
                found.append(f"{place}: {key!r} stands in line {first[key]} already; keep one of the two")
            first.setdefault(key, number)
    return found


def _lines(folder: Traversable, name: str) -> list[tuple[int, str]]:
    path = folder.joinpath(name)
    if not path.is_file():
        return []
    lines = enumerate(path.read_text(encoding="utf-8").split("\n"), start=1)
    return [(number, line) for number, line in lines if line and not line.startswith("#")]


def _verb(line: str, *, own: bool, endings: tuple[str, ...], irregular: set[str]) -> Iterator[str]:
    lemma, colon, rest = line.partition(":")
    frames, _, listed = rest.partition("|")
    if not colon or not lemma.strip():
        yield f"{line!r} is not `lemma: frames`, or `lemma: frames | forms`; put a colon after the lemma"
        return
    if own:
        return
    for frame in frames.split():
        if frame not in FRAMES:
            yield f"{frame!r} is no frame; use letters of {' '.join(FRAMES)}, with a blank between them"
    for entry in listed.split():
        form, slash, moods = entry.partition("/")
        yield from _unfindable(form.replace("~", ""))
        if slash and not (moods and set(moods) <= MOODS):
            yield f"{entry!r} has moods that are none; put letters of {' '.join(sorted(MOODS))} behind the stroke"
    if not listed.split() and lemma not in irregular and not lemma.endswith(endings or ("\0",)):
        yield f"{lemma!r} has no forms: list them behind a `|`, or give its ending a line in conjugations.txt"


def _conjugation(line: str) -> Iterator[str]:
    ending, colon, templates = line.partition(":")
    if not colon or not ending or not templates.split():
        yield f"{line!r} is not `ending: templates`; put a colon after the ending of the lemmas"
    for template in templates.split():
        if "-" not in template:
            yield f"{template!r} has no place for the stem; put `-` where it stands"


def _noun(line: str, *, own: bool) -> Iterator[str]:
    if " " in line and not own:
        yield f"{line!r} is not one word; put one word in a line"
    yield from _unfindable(line)


def _source(line: str) -> Iterator[str]:
    words = line.split()
    if words == ["_"] or "_" in words[1:]:
        yield f"{line!r} has the source's place elsewhere than at the front; put `_` first, or leave it out"
    for word in words:
        yield from _unfindable(word)


def _class(line: str, *, own: bool) -> Iterator[str]:
    name, sign, _ = line.partition("=")
    if not sign:
        yield f"{line!r} is not `name = words`; put `=` after the name of the class"
    elif not own and name.strip() not in CLASSES:
        yield f"{name.strip()!r} is no class; docs/languages.md has those that are read"


def _unfindable(form: str) -> Iterator[str]:
    """Yield why a form can never be met in a text: tokens are in small letters, composed, without vowel signs."""
    plain = "".join(
        letter for letter in unicodedata.normalize("NFC", form.lower()) if not unicodedata.combining(letter)
    )
    if form != plain:
        yield f"{form!r} is never met, since forms are compared in small letters without vowel signs; write {plain!r}"
