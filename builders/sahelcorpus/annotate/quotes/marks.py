"""Which quotation marks belong together: every style, nested, over several paragraphs, damaged or left open.

Only outermost pairs are returned, since speech inside a quotation is not annotated again. Each mark is looked at a
bounded number of times, so that time grows with the length of the text alone.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from typing import NamedTuple


@dataclass(slots=True)
class Marked:
    """A stretch of text in quotation marks.

    Attributes:
        start: Where the opening mark begins; where the content begins if the opening mark is missing.
        end: Where the closing mark ends; where the paragraph ends if the closing mark is missing.
        inner_start: Where the content begins, blanks after the mark left out.
        inner_end: Where the content ends, blanks before the mark left out.
        closed: Whether there is a closing mark.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool = True


class _Open(NamedTuple):
    mark: str
    start: int
    end: int


# An apostrophe has a letter on both sides, or one before it and no partner. What scanners make of « and „ is taken too.
# The mark is taken first and looked back on, so that the search passes over letters quickly. A second group is a rule
# drawn with marks, or damage.
_MARK = re.compile(
    r"""([«»“”„‹›"<>,'‘’「」『』])(?:(?<![<>,])(\1{3,})|(?<=[«»“”„‹›"「」『』])
    |(?<=<)\s?<|(?<=>)\s?>|(?<=,),(?=\s?[^\W\d_])
    |(?<=['‘])(?<!\w['‘])(?!(?:s|t|d|m|ll|re|ve)\b)(?=[\w“"«¿¡])|(?<=[^\s(]['’])(?!\w)
    |(?<=<)(?<!\S<)(?=\s?[^\W\d_])|(?<=\s>)(?=[\s,.]))""",
    re.VERBOSE,
)
_SINGLE_CLOSE = re.compile(r"(?<=[^\s(])['’](?!\w)")
_CLOSERS = {
    "«": ("»", ">>", "”", '"'),
    "“": ("”", '"', "»"),
    "„": ("“", "”", "»", '"'),
    "‹": ("›",),
    "<<": (">>", "»", '"', ">"),
    ",,": (">>", '"', "”", "“", "»"),
    '"': ('"', "”"),
    "‘": ("’", "'"),
    "'": ("'", "’"),
    "<": (">",),
    "「": ("」",),
    "『": ("』",),
}
_ANY_CLOSER = frozenset(closer for closers in _CLOSERS.values() for closer in closers)
_OPENERS = frozenset(_CLOSERS)
_SWAPPED = {"»": "«", "«": "»"}
_ENGLISH_CLOSERS = frozenset(("”", '"'))
_DEEPEST = 8
_ENDLESS = sys.maxsize
"""Where the last line ends: what `find` returns without a hit, modulo this, is a place that nothing reaches."""
_PARAGRAPH = 1_500
_ONLY_OPEN = frozenset(("«", "„", "‹", "<<", ",,", "‘", "<", "「", "『"))
_BLANK = " \t\n\u00a0\u202f\u2009"
_BLANK_OR_END = ("", " ", "\n", "\u00a0")
_FARTHEST_OPEN = 600
"""How far back, in code points, a quotation may begin whose opening mark is missing."""
_FARTHEST_CLOSE = 1_200
"""How far on, in code points, a straight mark may close a quotation of an earlier paragraph."""
_AFTER_CLOSE = re.compile(r"[\s,.;:!?)\]…»”\"]|$")
_FIRST_STOP = re.compile(r"[,.;!?\n]")


def marked_stretches(text: str, *, pointing_inwards: bool = False, closing_alone: bool = False) -> list[Marked]:
    """Return the outermost stretches in quotation marks, in text order and without overlap.

    Args:
        text: Any text.
        pointing_inwards: Whether `»…«` is a pair, as in German books.
        closing_alone: Whether `…,” he said` without an opening mark is a quotation, as where a sentence was cut out.
    """
    return _Pairing(text, pointing_inwards=pointing_inwards, closing_alone=closing_alone).run()


class _Pairing:
    """One pass over the marks of a text, with the stack of those that are open."""

    def __init__(self, text: str, *, pointing_inwards: bool, closing_alone: bool) -> None:
        self.text = text
        self.closing_alone = closing_alone
        self.pointing_inwards = pointing_inwards and 0 <= text.find("»") < (text.find("«") % (len(text) + 1))
        self.stack: list[_Open] = []
        self.inner: list[tuple[int, int, int, int]] = []
        """Pairs within the outermost open mark, for the case that nobody closes it."""
        self.found: list[Marked] = []
        self.next_single: int | None = -1

    def run(self) -> list[Marked]:
        line_end = last = 0
        for match in _MARK.finditer(self.text):
            mark, rule = match.group(0, 2)
            if rule:
                continue
            if len(mark) > 1:
                mark = mark.replace(" ", "").replace("\u00a0", "").replace("\n", "")
            if self.pointing_inwards:
                mark = _SWAPPED.get(mark, mark)
            start, end = match.span()
            if line_end < last:
                line_end = self.text.find("\n", last) % _ENDLESS
            last = end
            if self.stack:
                if line_end < start and self._continues(mark, start):
                    continue
            elif mark in _ONLY_OPEN and mark != "‘":
                self._open(mark, start, end)
                continue
            self._take(mark, start, end)
        self._leave_open()
        return self._apart()

    def _apart(self) -> list[Marked]:
        """Return what was found in text order and without overlap; damaged marks can leave one stretch in another."""
        self.found.sort(key=lambda stretch: (stretch.start, -stretch.end))
        apart: list[Marked] = []
        for stretch in self.found:
            if not apart or stretch.start >= apart[-1].end:
                apart.append(stretch)
        return apart

    def _take(self, mark: str, start: int, end: int) -> None:
        closes = None if mark in _ONLY_OPEN else self._closed_by(mark, start, end)
        if closes is not None:
            self._close(closes, start, end)
        elif self.closing_alone and mark in _ENGLISH_CLOSERS and not self.stack and self._closes_nothing(start, end):
            self._open_is_missing(start, end)
        elif mark in _OPENERS and self._may_open(mark, start, end):
            self._open(mark, start, end)
        elif mark == "»" and not self.stack:
            self._open_is_missing(start, end)

    def _open(self, mark: str, start: int, end: int) -> None:
        if not self.stack and self.inner:
            self.inner = []
        self.stack.append(_Open(mark, start, end))

    def _closes_nothing(self, start: int, end: int) -> bool:
        """Say whether a mark has a closing mark's place: after a sign, before a blank and a small letter or a name."""
        before, after = self.text[start - 1 : start], self.text[end : end + 2]
        if before == "" or before not in ",.!?…" or after[:1] != " " or not after[1:].isalpha():
            return False
        if self.text[start] != '"':
            return True
        stop = self.text.find("\n", start, start + _FARTHEST_CLOSE)
        later = self.text.count('"', start, stop if stop >= 0 else start + _FARTHEST_CLOSE)
        return later % 2 == 1  # else it makes pairs with those after it

    def _may_open(self, mark: str, start: int, end: int) -> bool:
        """Tell an opening mark from inches and apostrophes; a stack as deep as the limit is damage."""
        before = self.text[start - 1 : start]
        if len(self.stack) >= _DEEPEST or (mark == '"' and before.isdigit()):
            return False
        return mark not in ("'", "‘") or (not before.isalnum() and self._has_partner(mark, end))

    def _closed_by(self, mark: str, start: int, end: int) -> int | None:
        """Return the depth of the open mark that this one closes, or None."""
        if mark in ("’", "'") and not self._may_close(start, end):
            return None
        if mark not in _ANY_CLOSER or not self.stack:
            return None
        if mark == _CLOSERS[self.stack[-1].mark][0]:
            return len(self.stack) - 1
        for depth in range(len(self.stack) - 1, -1, -1):
            opened = self.stack[depth].mark
            if mark == '"' and opened in ("«", "“") and self._partner_follows(opened, end):
                continue  # « Mon mari m'a dit : "Viens." »: nested, or inches
            if mark == _CLOSERS[opened][0] or (mark in _CLOSERS[opened] and (mark not in _OPENERS or mark == '"')):
                return depth
            if mark == "“" and opened in ("„", ",,"):
                return depth
        return None

    def _partner_follows(self, opened: str, end: int) -> bool:
        """Say whether a mark's own partner stands further on in the paragraph, before it opens again."""
        closer = _CLOSERS[opened][0]
        stop = self.text.find(closer, end, end + _PARAGRAPH)
        if stop < 0:
            return False
        again = self.text.find(opened, end, stop)
        return again < 0 and self.text.find("\n", end, stop) < 0

    def _may_close(self, start: int, end: int) -> bool:
        """Tell a closing single mark from the apostrophe of a plural: `the agents’ union`."""
        if not self.stack or self.stack[-1].mark not in ("'", "‘"):
            return False
        before, after = self.text[start - 1], self.text[end : end + 2]
        if before != "s" or not re.match(r"\s\w", after):
            return bool(_AFTER_CLOSE.match(after)) or not after[:1].isalnum()
        if self.text[start] == "'" and self.stack[-1].mark == "'":
            return not self._plural_before_close(end)
        following = re.compile("[‘’]|\n").search(self.text, end, end + 300)
        while following and following[0] == "’" and self.text[following.end() : following.end() + 1].isalpha():
            following = re.compile("[‘’]|\n").search(self.text, following.end(), end + 300)
        return not (following and following[0] == "’")

    def _plural_before_close(self, end: int) -> bool:
        """Say whether a later straight mark closes, so that this one is the apostrophe of a plural."""
        for match in re.compile("'|\n").finditer(self.text, end, end + 300):
            before, after = self.text[match.start() - 1], self.text[match.end() : match.end() + 1]
            if match[0] == "\n" or (not before.isalnum() and before not in ".,!?" and after.isalnum()):
                return False
            if not after.isalnum():
                return True
        return False

    def _has_partner(self, mark: str, end: int) -> bool:
        """Say whether a single mark is closed before long; else it is an apostrophe."""
        limit = 1500 if mark == "‘" else 400
        while self.next_single is not None and self.next_single < end:
            match = _SINGLE_CLOSE.search(self.text, end)
            self.next_single = match.start() if match else None
        return self.next_single is not None and self.next_single < end + limit

    def _close(self, depth: int, start: int, end: int) -> None:
        opened = self.stack[depth]
        del self.stack[depth:]
        if self.stack:
            self.inner.append((opened.start, end, opened.end, start))
            return
        pair = self._stretch(opened.start, end, opened.end, start, closed=True)
        if pair is not None:
            self.found.append(pair)

    def _continues(self, mark: str, start: int) -> bool:
        """Decide at a mark after a paragraph's end whether the open quotation goes on; True if the mark is used up."""
        opened = self.stack[0].mark
        starts_paragraph = self.text[self.text.rfind("\n", 0, start) + 1 : start].strip() == ""
        if starts_paragraph and mark == "»" and opened == "«":
            return True  # French houses also repeat the closing mark at the head of each paragraph
        if starts_paragraph and mark == opened and (mark != '"' or self._ends_here(start)):
            del self.stack[1:]
            return True
        if opened == mark == '"' and not starts_paragraph and self._closes_later(start):
            del self.stack[1:]
            return False
        if opened not in ('"', "'") and mark not in _OPENERS and mark in _CLOSERS[opened][:2]:
            del self.stack[1:]
            return False
        self._leave_open()
        return False

    def _closes_later(self, start: int) -> bool:
        """Say whether a straight mark of a later paragraph can only close: after a sign, before a blank, not far."""
        opened = self.stack[0]
        shaped = self.text[start - 1] in ".,!?…" and self.text[start + 1 : start + 2] in _BLANK_OR_END
        return shaped and start - opened.end < _FARTHEST_CLOSE and self.text[opened.end : opened.end + 1].isalnum()

    def _ends_here(self, start: int) -> bool:
        stop = self.text.find("\n", start)
        line = self.text[start : stop if stop >= 0 else len(self.text)]
        return line.count('"') % 2 == 1 or line.rstrip().endswith('"')

    def _leave_open(self) -> None:
        """Take the outermost open mark as a quotation that nobody closed."""
        if not self.stack:
            return
        opened = self.stack[0]
        self.stack = []
        stop = self.text.find("\n", opened.end)
        stop = len(self.text) if stop < 0 else stop
        first = self.text[opened.end : opened.end + 2].strip()[:1]
        inner = [pair for places in self.inner if (pair := self._stretch(*places, closed=True)) is not None]
        if inner and inner[0].start < stop:
            stop = max(opened.end, inner[0].start)
        if first.islower():
            comma = _FIRST_STOP.search(self.text, opened.end, stop)
            stop = comma.start() if comma else stop
        elif opened.mark in ("'", "<"):
            stop = opened.end
        stretch = self._stretch(opened.start, stop, opened.end, stop, closed=False)
        if stretch is not None:
            self.found.append(stretch)
        self.found += inner

    def _open_is_missing(self, start: int, end: int) -> None:
        """Let a closing mark without a partner, `… », a-t-il dit`, close its paragraph so far."""
        low = max(0, start - _FARTHEST_OPEN)
        first = max(low, self.text.rfind("\n", low, start) + 1)
        if self.found:
            first = max(first, self.found[-1].end)
        if first < start and start - first < _FARTHEST_OPEN and self.text[end : end + 1] in (",", " "):
            stop = self.text.rfind(". ", first, start)
            stretch = self._stretch(first if stop < 0 else stop + 2, end, first if stop < 0 else stop + 2, start, True)
            if stretch is not None:
                self.found.append(stretch)

    def _stretch(self, start: int, end: int, inner_start: int, inner_end: int, closed: bool) -> Marked | None:
        while inner_start < inner_end and self.text[inner_start] in _BLANK:
            inner_start += 1
        while inner_end > inner_start and self.text[inner_end - 1] in _BLANK:
            inner_end -= 1
        return Marked(start, end, inner_start, inner_end, closed) if inner_start < inner_end else None
