"""RTF to lines of text: a small tokenizer that keeps one line in memory and no more state than its open groups."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import IO

MAX_DEPTH = 100_000
"""Most open groups; a file written by a program has some dozens."""
MAX_LINE = 5_000_000
"""Most code points of a paragraph; what goes beyond is cut, and the line ends in `CUT`."""
CUT = "\ufdd1"
"""A noncharacter at the end of a line that was cut."""

_TOKEN = re.compile(
    rb"\\(?P<word>[A-Za-z]{1,32})(?P<number>-?\d{1,10})?[ ]?|\\'(?P<byte>[0-9A-Fa-f]{2})|\\(?P<symbol>[^A-Za-z'])|"
    rb"(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)|[\r\n]+|\\"
)
_LONGEST_TOKEN = 64
_BYTES_AT_ONCE = 1 << 16
_SKIPPED = frozenset(
    b"fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf "
    b"fldinst listtable listoverridetable rsidtbl generator themedata colorschememapping datastore latentstyles "
    b"xmlnstbl".split()
)
_CHARACTERS = {
    b"tab": "\t", b"cell": "\t", b"line": "\u2028", b"lquote": "‘", b"rquote": "’", b"ldblquote": "“",
    b"rdblquote": "”",
    b"emdash": "—", b"endash": "–", b"bullet": "•", b"enspace": "\u2002", b"emspace": "\u2003", b"qmspace": "\u2005",
    b"zwj": "\u200d", b"zwnj": "\u200c", b"ltrmark": "\u200e", b"rtlmark": "\u200f",
}  # fmt: skip
_SYMBOLS = {
    b"~": "\u00a0", b"_": "\u2011", b"-": "\u00ad", b"\\": "\\", b"{": "{", b"}": "}", b"\n": "\n", b"\r": "\n",
    b"\t": "\t",
}  # fmt: skip
_LINE_ENDS = frozenset([b"par", b"row", b"sect", b"page"])
_CODE_PAGES = {b"mac": "mac_roman", b"pc": "cp437", b"pca": "cp850", b"ansi": "cp1252"}


class TooManyGroupsError(ValueError):
    """Raised for more open groups than `MAX_DEPTH`."""


class _Group:
    """What holds inside a pair of braces."""

    __slots__ = ("fallback", "is_skipped")

    def __init__(self, *, is_skipped: bool, fallback: int) -> None:
        self.is_skipped, self.fallback = is_skipped, fallback


def lines(stream: IO[bytes]) -> Iterator[str]:
    """Yield the paragraphs of an RTF file, empty ones too; a line broken inside a paragraph becomes U+2028.

    Raises:
        TooManyGroupsError: for groups nested deeper than `MAX_DEPTH`.
    """
    reading = _Reading()
    pending, is_last = b"", False
    while not is_last:
        piece = stream.read(1 << 18)
        is_last = not piece
        pending += piece
        end = len(pending) if is_last else len(pending) - _LONGEST_TOKEN
        place = 0
        while place < end:
            if reading.skip:  # binary data stands in the file as it is
                step = min(reading.skip, len(pending) - place)
                reading.skip -= step
                place += step
                continue
            match = _TOKEN.match(pending, place)
            if match is None:
                place += 1
                continue
            place = match.end()
            if reading.take(match):
                yield reading.line()
        pending = pending[place:]
    if reading.pieces:
        yield reading.line()


class _Reading:
    """Where the tokenizer is."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.skip = 0
        self._length = 0
        self._groups = [_Group(is_skipped=False, fallback=1)]
        self._code_page = "cp1252"
        self._bytes = bytearray()
        self._swallow = 0
        self._is_optional = False

    def line(self) -> str:
        """Return the line that was gathered, and begin the next."""
        self._flush()
        whole = "".join(self.pieces)
        if any("\ud800" <= character <= "\udfff" for character in whole):
            whole = whole.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
        if self._length > MAX_LINE:
            whole = whole[:MAX_LINE] + CUT
        self.pieces, self._length = [], 0
        return whole

    def take(self, match: re.Match[bytes]) -> bool:
        """Take one token; say whether it ends the line."""
        kind = match.lastgroup
        group = self._groups[-1]
        if kind == "brace":
            self._brace(match[0], group)
        elif kind in {"word", "number"}:
            return self._word(match["word"], match["number"], group)
        elif group.is_skipped:
            self._is_optional = kind == "symbol" and match["symbol"] == b"*"
        elif kind == "byte":
            if not self._swallowed(1):
                self._bytes.append(int(match["byte"], 16))
        elif kind == "symbol":
            return self._symbol(match["symbol"])
        elif kind == "text":
            self._bytes += match["text"][self._swallowed(len(match["text"])) :]
            if len(self._bytes) > _BYTES_AT_ONCE:
                self._flush()
        return False

    def _brace(self, brace: bytes, group: _Group) -> None:
        self._swallow = 0
        if brace == b"}":
            if len(self._groups) > 1:
                self._groups.pop()
        elif len(self._groups) >= MAX_DEPTH:
            raise TooManyGroupsError
        else:
            self._groups.append(_Group(is_skipped=group.is_skipped, fallback=group.fallback))

    def _swallowed(self, most: int) -> int:
        """Return how many of the next characters only repeat a Unicode character for programs that know none."""
        cut = min(self._swallow, most)
        self._swallow -= cut
        return cut

    def _symbol(self, symbol: bytes) -> bool:
        if symbol == b"*":
            self._is_optional = True
            return False
        if self._swallowed(1):
            return False
        shown = _SYMBOLS.get(symbol, "")
        if shown == "\n":
            return True
        self._add(shown)
        return False

    def _word(self, word: bytes, number: bytes | None, group: _Group) -> bool:
        value = int(number) if number else None
        if word == b"bin":
            self.skip = max(value or 0, 0)
            return False
        if self._is_optional or word in _SKIPPED:
            group.is_skipped, self._is_optional = True, False
        if group.is_skipped:
            return False
        if word == b"u" and value is not None:
            self._add(chr(value % 0x10000))
            self._swallow = group.fallback
        elif word == b"uc":
            group.fallback = min(max(value or 0, 0), 16)
        elif word == b"ansicpg" and value is not None:
            self._set_code_page(f"cp{value}" if value != 65001 else "utf-8")  # noqa: PLR2004 - Windows' number for UTF-8
        elif word in _CODE_PAGES:
            self._set_code_page(_CODE_PAGES[word])
        elif word in _LINE_ENDS:
            self._swallow = 0
            return True
        elif shown := _CHARACTERS.get(word):
            self._swallow = 0
            self._add(shown)
        return False

    def _set_code_page(self, name: str) -> None:
        self._flush()
        try:
            self._code_page = codecs.lookup(name).name
        except LookupError:
            self._code_page = "cp1252"

    def _add(self, shown: str) -> None:
        self._flush()
        self._keep(shown)

    def _flush(self) -> None:
        if self._bytes:
            content = bytes(self._bytes)
            self._bytes.clear()
            try:
                self._keep(content.decode(self._code_page))
            except UnicodeDecodeError:
                self._keep(content.decode("cp1252", "replace"))

    def _keep(self, shown: str) -> None:
        if self._length <= MAX_LINE:
            self.pieces.append(shown)
            self._length += len(shown)
