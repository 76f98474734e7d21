"""What is known of a language: its cues with their frames, and its closed classes of words, from the language's folder.

A folder holds `verbs.txt` (`lemma: frames`, inflected here, or `lemma: frames | forms`), and where the language needs
them `conjugations.txt`, `irregular.txt`, `nouns.txt`, `sources.txt` (prepositions that name a source) and `words.txt`
(closed classes). Adding a language is adding a folder, as `docs/languages.md` explains; a language without one is read
by its marks alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from sahelcorpus.annotate.quotes.forms import conjugated, listed_forms, spelled
from sahelcorpus.annotate.quotes.inflection import Form, inflected, plural

LANGUAGES = files("sahelcorpus.annotate.quotes").joinpath("languages")
"""Where the folders are, one a language, named by its ISO 639-1 code."""

GRAMMARS = ("fr", "en")
"""The languages whose clauses are read; the others have direct quotations, with or without a cue."""


_SHORT = 2
"""Letters of a French preposition, which is no anchor."""


@dataclass(frozen=True, slots=True)
class CueForm:
    """What one form can be.

    Attributes:
        lemma: The dictionary form.
        frames: One letter a frame, as `verbs.txt` explains them.
        moods: `f`, `o`, `i`, `p`, `g` as in `inflection`; `n` for a noun.
    """

    lemma: str
    frames: str
    moods: str


class _Joined(dict[str, frozenset[str]]):
    """Closed classes, and several as one, each made when first asked for."""

    def __init__(self, classes: Mapping[str, frozenset[str]]) -> None:
        super().__init__()
        self._classes = classes

    def __missing__(self, name: str) -> frozenset[str]:
        joined: frozenset[str] = frozenset()
        for part in name.split():
            bare = part.removeprefix("-")
            own = frozenset((bare[1:],)) if bare.startswith("=") else self._classes.get(bare, frozenset())
            joined = joined - own if part != bare else joined | own
        self[name] = joined
        return joined


@dataclass(frozen=True, slots=True)
class Lexicon:
    """A language's cues and closed classes.

    Attributes:
        language: ISO 639-1 code.
        verbs: Forms of verbs, in small letters.
        nouns: Forms of nouns, with the lemma of each.
        tails: Multiword verbs by the form of the first word and the second: `fait valoir`, `met en garde`.
        particles: Verbs that need a particle further on, by form and particle: `fügte` with `hinzu`.
        sources: Prepositions that name a source.
        classes: Closed classes by name.
        joined: Classes that readers have made of others, kept.
        heads: First words of multiword verbs.
        anchors: Forms without which a sentence that holds no marks is not read.
        finite: Finite forms of the third person of all known verbs, to see where a clause has its verb.
        doubtful: Those of them that may be past participles: `joint`, `écrit`.
        surely_finite: The others.
        words: Returns a closed class, or several as one, by their names with a blank between them; `-name` takes a
            class out again, `=word` puts a single word in and `-=word` takes it out, in this order. A name that the
            language's folder does not have is an empty class.
        has_grammar: Whether clauses are read in this language.
    """

    language: str
    verbs: dict[str, CueForm] = field(default_factory=dict)
    nouns: dict[str, str] = field(default_factory=dict)
    tails: dict[tuple[str, str], list[CueForm]] = field(default_factory=dict)
    sources: frozenset[str] = frozenset()
    classes: dict[str, frozenset[str]] = field(default_factory=dict)
    heads: frozenset[str] = frozenset()
    anchors: frozenset[str] = frozenset()
    finite: frozenset[str] = frozenset()
    doubtful: frozenset[str] = frozenset()
    surely_finite: frozenset[str] = frozenset()
    particles: dict[str, dict[str, CueForm]] = field(default_factory=dict)
    joined: dict[str, frozenset[str]] = field(default_factory=dict, compare=False, repr=False)

    words: Callable[[str], frozenset[str]] = field(init=False, compare=False, repr=False)
    has_grammar: bool = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        # a method of C: it is called hundreds of times an article
        object.__setattr__(self, "words", _Joined(self.classes).__getitem__)
        object.__setattr__(self, "has_grammar", self.language in GRAMMARS)

    def cue_at(self, words: Sequence[str], index: int) -> CueForm | None:
        """Return the verb that can announce at a token, a multiword one before a single one, or None.

        Args:
            words: A sentence's forms.
            index: The token.
        """
        word = words[index]
        if word in self.heads and index + 1 < len(words):
            for form in self.tails.get((word, words[index + 1]), ()):
                rest = form.lemma.split()[2:]
                if words[index + 2 : index + 2 + len(rest)] == rest:
                    return form
        return self.verbs.get(word)

    @property
    def points_inwards(self) -> bool:
        """Whether `»…«` can be a pair: where the folder says `marks = inwards`, and where there is no folder."""
        return not self.verbs or "inwards" in self.words("marks")


@cache
def lexicon(language: str) -> Lexicon:
    """Return the lexicon of a language.

    Args:
        language: A BCP 47 tag; only its primary part counts. An unknown one has an empty lexicon.
    """
    code = language.lower().replace("_", "-").split("-", maxsplit=1)[0]
    folder = LANGUAGES.joinpath(code)
    if not code.isalpha() or not folder.joinpath("verbs.txt").is_file():
        return Lexicon(code)

    def lines(name: str) -> list[str]:
        return _lines(code, name)

    irregular, families = _inflection_tables(code)
    conjugations = {}
    for line in lines("conjugations.txt"):
        ending, _, templates = line.partition(":")
        conjugations[ending] = listed_forms(templates)
    classes = {}
    for line in lines("words.txt"):
        name, _, words = line.partition("=")
        classes[name.strip()] = frozenset(words.split())
    attached, spellings = (sorted(classes.get(name, ())) for name in ("attached", "spellings"))
    found: dict[str, CueForm] = {}
    particles: dict[str, dict[str, CueForm]] = {}
    for line in lines("verbs.txt"):
        lemma, _, rest = line.partition(":")
        frames, _, listed = rest.partition("|")
        if not frames.strip():
            continue
        forms = listed_forms(listed) or irregular.get(lemma) or conjugated(lemma, conjugations)
        forms = forms or list(inflected(lemma, code, families))
        for form, mood in [(way, mood) for one, mood in forms for way in spelled(one, attached, spellings)]:
            verb, _, particle = form.partition("~")
            if particle:
                particles.setdefault(verb, {})[particle] = CueForm(lemma, frames.replace(" ", ""), mood)
                continue
            known = found.get(form)
            if known is not None and known.lemma != lemma:
                continue
            moods = (known.moods if known else "") + mood
            found[form] = CueForm(lemma, frames.replace(" ", ""), "".join(sorted(set(moods))))
    finite = {form for form, cue in found.items() if "f" in cue.moods}
    participles = {form for form, cue in found.items() if "p" in cue.moods}
    for lemma in " ".join(lines("common_verbs.txt")).split():
        for inflection, mood in irregular.get(lemma) or inflected(lemma, code, families):
            if mood in "fp":
                (finite if mood == "f" else participles).add(inflection)
    tails: dict[tuple[str, str], list[CueForm]] = {}
    for line in lines("multiword.txt"):
        lemma, _, rest = line.partition(":")
        frames, _, listed = rest.partition("|")
        for entry in listed.split():
            first, _, moods = entry.partition("/")
            cue = CueForm(lemma, frames.replace(" ", ""), moods or "f")
            tails.setdefault((first, lemma.split()[1]), []).append(cue)
    nouns = {}
    for line in lines("nouns.txt"):
        nouns[line] = line
        nouns.setdefault(line + "s", line)
    sources = frozenset(way for line in lines("sources.txt") for way in spelled(line, attached, spellings))
    # verbs of manner (m), and in French those with marks (k, z), need marks, which are an anchor of their own
    silent = set("ms") | (set("kz") if code == "fr" else set())
    spoken = (form for form, cue in found.items() if set(cue.frames) - silent)
    # a second word that is in every sentence tells nothing: `out`, `for`, `on`, `à`, `du`
    multiword = {first if code == "en" or len(tail) <= _SHORT else tail for first, tail in tails}
    rarest = {max(source.split(), key=len) for source in sources}
    anchors = {*spoken, *particles, *sources, *rarest, *multiword, *classes.get("anchors", ())}
    for name in ("speakers", "things"):
        classes[name] = frozenset(" ".join(lines(f"{name}.txt")).split())
    if code == "fr":
        for name in ("speakers", "things", "humans", "titles", "documents"):
            classes[name] |= {plural(noun) for noun in classes[name]}
    nouns_too = frozenset().union(
        *(classes.get(name, ()) for name in ("speakers", "things", "humans", "titles", "documents"))
    )
    if finite:
        classes["nounlike"] = classes.get("nounlike", frozenset()) | (nouns_too & finite)
    finite |= classes.get("auxiliaries", frozenset())
    finite -= classes.get("neverfinite", frozenset())
    heads = frozenset(first for first, _ in tails)
    return Lexicon(
        code,
        found,
        nouns,
        tails,
        sources,
        classes,
        heads,
        frozenset(anchors),
        frozenset(finite),
        frozenset(finite & participles),
        frozenset(finite - participles),
        particles,
    )


def known_languages() -> list[str]:
    """Return the codes of the languages that have a folder, those whose clauses are read first."""
    codes = sorted(entry.name for entry in LANGUAGES.iterdir() if entry.joinpath("verbs.txt").is_file())
    return [*GRAMMARS, *(code for code in codes if code not in GRAMMARS)]


def verb_forms(lemma: str, language: str) -> list[Form]:
    """Return the forms of any verb, a cue or not, each with its mood.

    Args:
        lemma: The infinitive, one word.
        language: ISO 639-1 code; only French and English verbs are inflected, others have their lemma alone.
    """
    irregular, families = _inflection_tables(language)
    return irregular.get(lemma) or list(inflected(lemma, language, families))


@cache
def _inflection_tables(code: str) -> tuple[dict[str, list[Form]], dict[str, list[Form]]]:
    """Return the forms of irregular verbs by lemma, and the endings of families by the end of the infinitive."""
    return _tables(_lines(code, "irregular.txt")), _tables(_lines(code, "families.txt"))


def _lines(code: str, name: str) -> list[str]:
    path = LANGUAGES.joinpath(code, name)
    if not path.is_file():
        return []
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


def _tables(lines: list[str]) -> dict[str, list[tuple[str, str]]]:
    """Return forms with their moods by what stands before the colon of each line."""
    return {
        lemma: [(form, mood) for part, mood in zip(table.split("|"), "foipg", strict=True) for form in part.split()]
        for lemma, table in (line.split(": ", maxsplit=1) for line in lines)
    }
