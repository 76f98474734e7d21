"""A sentence as tokens: words, elided words, inverted pronouns, punctuation, and each quotation as one token."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import accumulate

from sahelcorpus.annotate.quotes.found import Place
from sahelcorpus.annotate.quotes.skeleton import CLOSE, FILL, OPEN

QUOTATION = "«»"
"""The form of a token that stands for a whole quotation."""

ADVERBIAL = "adverbial"
"""The form of a token that stands for an adverbial of several words, which may stand anywhere around a verb."""

# By the first letter, so that few are tried at each place.
_ADVERBIALS = (
    ("p", r"(?:our (?:(?:sa|leur|ma|notre) part|l'heure|autant)|ar (?:ailleurs|exemple|conséquent)|lus d'une fois)"),
    ("d", r"(?:e (?:(?:son|leur|mon) côté|nouveau)|ans la foulée|'(?:entrée de jeu|ailleurs|abord|emblée|accord))"),
    ("q", r"uant à (?:lui|elle|eux|elles|moi)"),
    ("e", r"n(?: (?:outre|effet|revanche|substance|particulier|ces termes|vain)|tre autres)"),
    ("a", r"u (?:contraire|passage|demeurant|final)"),
    ("àa", r" (?:nouveau|(?:son|leur) tour|(?:plusieurs|maintes|de nombreuses) reprises|l'envi|demi-mot)"),
    ("àa", r" (?:juste titre|l'époque|ce propos)"),
    ("u", r"n(?: (?:jour|temps)|e (?:(?:nouvelle|première|dernière) fois|fois (?:de plus|encore)))"),
    ("t", r"o(?:ut (?:d'abord|haut|bas)|ur à tour)"),
    ("t", r"(?<=ont t)ou(?:s|tes) (?:deux|trois)"),
    ("h", r"aut et fort"),
    ("l", r"a main sur le c(?:œ|oe)ur"),
    ("s", r"ans (?:détour|ambages)"),
    ("b", r"ien (?:évidemment|entendu|sûr)"),
    # how somebody spoke
    ("d", r"(?:u (?:bout des lèvres|tac au tac)|'un(?:e(?: seule)? voix(?: \w+ée?| lasse| basse| ferme)?| trait))"),
    ("d", r"(?:'un (?:air|ton) \w+|e (?:guerre lasse|vive voix))"),
    ("n", r"o(?:ir sur blanc|n sans (?:fierté|malice|humour|ironie|amertume|peine|regret))"),
    ("mci", r"(?:(?<=m)ot pour mot|(?<=c)oûte que coûte|(?<=c)omme à (?:son|leur) habitude|(?<=i)n fine)"),
    ("t", r"out (?:net|de go|sourire|simplement|bonnement)"),
    ("l", r"(?:a voix (?:brisée|nouée|cassée|étranglée|éteinte|tremblante)|es larmes aux yeux)"),
    ("àa", r" (?:contrec(?:œ|oe)ur|mi-voix|mots couverts|chaud|l'unisson|huis clos|la hâte|titre personnel)"),
    ("àa", r" (?:deux|trois|diverses) reprises"),
    ("s", r"ans (?:détours|ciller|hésiter|sourciller|surprise|fard|rire|(?:plus|davantage) de précisions?)"),
)
# A sentence that holds none of these words holds no such adverbial.
_WORDS = (
    "part heure autant ailleurs exemple conséquent fois côté nouveau foulée jeu abord emblée accord quant outre effet "
    "revanche substance particulier termes vain autres contraire passage demeurant final tour reprises envi demi-mot "
    "tous toutes titre époque propos haut bas cœur coeur jour temps détour ambages évidemment entendu sûr "
    "lèvres tac voix trait air ton lasse blanc fierté malice humour ironie amertume peine regret mot coûte "
    "habitude fine net go sourire simplement bonnement larmes contrecœur contrecoeur mi-voix couverts chaud "
    "unisson clos hâte personnel détours ciller hésiter sourciller surprise fard rire précision précisions"
)
_ADVERBIAL_WORDS = frozenset(_WORDS.split())
_CLITICS = "ils?|elles?|on|je|tu|nous|vous|ce|moi|là"


_SIGNS = "\u064b-\u0652\u0670"
"""Arabic vowel signs, which are part of the word that they stand in and no part of its form."""

_SIGN = re.compile(f"[{_SIGNS}]")


def _between(adverbials: str) -> re.Pattern[str]:
    """Return what splits a text at its tokens and keeps them."""
    # plain words first: most tokens are; no quantifier gives back what it took, since no shorter token is one
    return re.compile(
        rf"({adverbials}[a-zà-öø-ÿœ]++(?![-'{_SIGNS}\w])"
        rf"|[^\W\d_]++(?:[{_SIGNS}][^\W\d_]*+)*+"
        rf"(?:-(?!(?:t-)?(?:{_CLITICS})\b)\w++)*+"
        rf"(?:'(?:hui\b|clock\b|(?<=\bd')(?:autres|aucuns)\b|(?=[\w{OPEN}])(?!s\b)))?+"
        rf"|[,.;:]|{OPEN}{FILL}*+{CLOSE}?+|-(?:t-)?(?:{_CLITICS})\b|'s\b|'(?=\s)|\d[\w.,:]*(?<![.,:])|[^\s\w])"
    )


_BETWEEN_TOKENS = _between("")
_BETWEEN_TOKENS_OR_ADVERBIALS = _between(
    rf"\b(?:{'|'.join(f'[{letters}](?:{rest})' for letters, rest in _ADVERBIALS)})\b|"
)
# The letter is taken first and looked back on, so that the search passes over others quickly.
_ADVERBIAL = re.compile(
    rf"[{''.join(letters for letters, _ in _ADVERBIALS)}](?<!\w.)"
    rf"(?:{'|'.join(f'(?<=[{letters}])(?:{rest})' for letters, rest in _ADVERBIALS)})\b"
)


_ACRONYM = re.compile(r"(?:\b(?:WHO|US|IT)|(?<=a |e |u )(?:CES|PAR|MES))\b(?! [A-Z]{3})")
"""Names in capitals that small letters would make English pronouns, or, after `la`, `le`, `du`, French determiners; in
a line of capitals they may be such words."""


def small_letters(text: str) -> str:
    """Return a text of the same length in small letters; a letter that has none of one code point stays.

    So do the letters of acronyms that would turn into pronouns.
    """
    small = text.lower()
    if len(small) != len(text):
        small = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    if not ("US" in text or "WHO" in text or "IT" in text or "CES" in text or "PAR" in text or "MES" in text):
        return small
    parts, last = [], 0
    for match in _ACRONYM.finditer(text):
        parts += [small[last : match.start()], match[0]]
        last = match.end()
    return "".join([*parts, small[last:]]) if parts else small


_Cut = tuple[list[str], list[int], list[int]]
"""Tokens' forms, starts and ends."""


class Tokens:
    """The tokens of one sentence.

    Attributes:
        text: The skeleton of the whole text.
        words: The forms in small letters without vowel signs; `QUOTATION` for a quotation, `ADVERBIAL` for an adverbial
            of several words.
        starts: Where each token starts in the text.
        ends: Where it ends.
    """

    __slots__ = ("ends", "starts", "text", "words")

    def __init__(self, bare: str, cut: _Cut) -> None:
        self.text = bare
        self.words, self.starts, self.ends = cut

    def __len__(self) -> int:
        return len(self.words)

    def capital(self, index: int) -> bool:
        """Say whether a token begins with a capital letter."""
        return self.text[self.starts[index]].isupper()

    def word(self, index: int) -> str:
        """Return a token's form, or the empty string outside the sentence."""
        return self.words[index] if 0 <= index < len(self.words) else ""


def tokens_of(bare: str, place: Place) -> Tokens:
    """Return the tokens of a place of a text, as if it were a sentence of its own.

    Args:
        bare: The skeleton of the whole text.
        place: Where to cut, in code points.
    """
    start, end = place
    small = small_letters(bare[start:end])  # of the whole text, time would grow with its square
    words, starts, ends = _adverbials_joined(_cut(_BETWEEN_TOKENS, small, (0, end - start)), small, (0, end - start))
    return Tokens(bare, (words, [start + own for own in starts], [start + own for own in ends]))


def _adverbials_joined(cut: _Cut, small: str, place: Place) -> _Cut:
    if _ADVERBIAL_WORDS.isdisjoint(cut[0]) or _ADVERBIAL.search(small, *place) is None:
        return cut
    words, starts, ends = _cut(_BETWEEN_TOKENS_OR_ADVERBIALS, small, place)
    for index, word in enumerate(words):
        if " " in word or (word[:2] == "d'" and word not in ("d'", "d'autres", "d'aucuns")):
            words[index] = ADVERBIAL
    return words, starts, ends


def _cut(between: re.Pattern[str], small: str, place: Place) -> _Cut:
    """Return the tokens of a place; a pattern that splits is quicker than one that finds, match by match."""
    start, end = place
    pieces = between.split(small[start:end])
    words = pieces[1::2]
    if small.find(OPEN, start, end) >= 0:
        words = [QUOTATION if word[0] == OPEN else word for word in words]
    if _SIGN.search(small, start, end):
        words = [word if word.isalpha() else _SIGN.sub("", word) or word for word in words]
    borders = list(accumulate(map(len, pieces), initial=start))
    return words, borders[1:-1:2], borders[2::2]


class TextTokens:
    """The tokens of a stretch of text, cut once, from which sentences take theirs.

    Attributes:
        text: The skeleton of the whole text.
    """

    __slots__ = ("_ends", "_small", "_starts", "_words", "text")

    def __init__(self, bare: str, small: str, place: Place) -> None:
        self.text = bare
        self._small = small
        self._words, self._starts, self._ends = _cut(_BETWEEN_TOKENS, small, place)

    def range(self, place: Place) -> Place:
        """Return which tokens stand in a place, as a half-open range of indices."""
        first = bisect_left(self._starts, place[0])
        end = bisect_left(self._starts, place[1], first)
        while end > first and self._ends[end - 1] > place[1]:
            end -= 1
        return first, end

    def words(self, tokens: Place) -> list[str]:
        """Return the forms of a range of tokens."""
        return self._words[tokens[0] : tokens[1]]

    def sentence(self, tokens: Place, place: Place) -> Tokens:
        """Return the tokens of a sentence.

        Args:
            tokens: The range of its tokens.
            place: Where it stands.
        """
        first, end = tokens
        cut = self._words[first:end], self._starts[first:end], self._ends[first:end]
        return Tokens(self.text, _adverbials_joined(cut, self._small, place))
