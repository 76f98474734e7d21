"""Outlets that a review of the press is about: « Le Fouet », « Zamkoy-Info », taken up as « le quotidien »."""

from __future__ import annotations

import re

from sahelcorpus.annotate.quotes.found import Place
from sahelcorpus.annotate.speakers.cast import ARTICLES, Cast
from sahelcorpus.annotate.speakers.proper_names import NAME_PATTERN
from sahelcorpus.annotate.speakers.referents import Being, Referent
from sahelcorpus.annotate.speakers.scenes import Scenes

_GOES_ON = re.compile(rf" (?:du|de la|de l'|des|of) ?{NAME_PATTERN}")
_WITHIN = 500
_SHORTEST = 4


class Outlets:
    """The outlets that a text names."""

    def __init__(self, cast: Cast, scenes: Scenes) -> None:
        self._cast = cast
        self._scenes = scenes
        self._titled: dict[str, Place] | None = None

    def _with_articles(self) -> dict[str, Place]:
        """Return names whose article has a capital within a sentence, « écrit Le Fouet », by their first word."""
        names, plain = self._cast.names, self._cast.plain
        found: dict[str, Place] = {}
        for name in names.found:
            # where no article of the language is read as a name's own, it stands before the name
            first = 1 if name.words[0] in ("the", "le", "la", "les") and len(name.words) > 1 else 0
            start = name.start
            if not first:
                article = next((word for word in ARTICLES if plain.endswith(word, 0, start)), "")
                if not article:
                    continue
                start -= len(article)
            before = plain[max(0, start - 2) : start]
            if before[-1:] == "\n" or (before[-1:] == " " and (before[0].islower() or before[0] in ",—")):
                more = _GOES_ON.match(plain, name.end)
                found.setdefault(name.words[first], (start, more.end() if more else name.end))
        return found

    def last_before(self, at: int) -> Referent | None:
        """Return the outlet that the paragraph named last before a place, or None."""
        if self._titled is None:
            self._titled = self._with_articles()
        names, words = self._cast.names, self._cast.words
        press, locative = words.of("press_words"), words.of("locative")
        start = max(self._scenes.at(at).start, at - _WITHIN)
        for name in reversed(names.between(start, at)):
            if name.person is not None or self._scenes.is_quoted(name.start):
                continue
            first = name.words[1] if name.words[0] in ("the", "le", "la") and len(name.words) > 1 else name.words[0]
            titled = self._titled.get(first)
            place = titled or (name.start, name.end)
            parts = name.words[-1].split("-")
            is_press = parts[-1] in press and (len(parts) > 1 or len(name.words) > 1)
            # « Zamkoy-Info se veut plus prudent »
            opens = "-" in name.words[0] and names.opens_sentence(name.start) and name.words[0] not in names.places
            if titled or (is_press and names.word_before(name.start) not in locative):
                return Referent(self._cast.shown(place), place, Being.BODY)
            if opens and len(parts[0]) >= _SHORTEST:
                return Referent(self._cast.shown(place), place, Being.BODY)
        return None
