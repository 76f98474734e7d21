"""WARC files, plain or gzipped: the HTML pages that a crawl fetched, one in memory at a time.

A record whose length is false, a damaged member, an end in the middle of a record: each is a rejection, and the file is
read on at the next record that begins like one.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import IO, Any, cast

from sahelcorpus.readers.document import Fit, Outcome, Reader, Rejection, RejectionReason, Source, excerpt
from sahelcorpus.readers.http_payload import PackedOtherwiseError, PayloadTooLargeError, unpacked
from sahelcorpus.readers.opening import needed
from sahelcorpus.readers.warc_recovery import ends_where_it_claims, holds_another, inflated_start, next_record
from sahelcorpus.readers.web_page import MAX_PAGE_BYTES, Received, RefusedError, article_of
from sahelcorpus.records.findings import CorpusError
from sahelcorpus.store.files import finding

_HTML = ("text/html", "application/xhtml")
MOST_FAULTS = 1_000
"""After so many faults a file is not read on."""

_SPOOLED_BYTES = 16_000_000
_REDIRECT, _ERROR = 300, 400
_RECORD_HEADERS = ("WARC-Type", "WARC-Target-URI", "WARC-Date", "WARC-Record-ID", "WARC-Payload-Digest")
_AS_WRITTEN = {name.lower(): name for name in _RECORD_HEADERS}
"""The names as the format and nearly all files have them, whose case does not count."""
_PLAIN, _GZIP = b"WARC/", b"\x1f\x8b"


def pages(source: Source) -> Iterator[Received | Rejection]:
    """Yield the HTML pages of a WARC file as they came, and a rejection for whatever of them cannot be had.

    Responses that are no HTML and redirections are no documents, and are passed over.

    Raises:
        CorpusError: if the file cannot be opened (SC101, SC102).
    """
    held: Received | Rejection | None
    with _opened(source) as (stream, name):
        is_plain = _is_plain(stream)
        path_name = _name_for_fastwarc(source, is_plain=is_plain)
        seen = _PagesBefore(stream, name, is_plain=is_plain)
        start: int | None = 0
        faults, is_fault_told = -1, False
        while start is not None:
            held, digest = None, ""
            last, fault = start, ""
            faults += 1
            if faults > MOST_FAULTS:
                yield _broken(last, f"more than {MOST_FAULTS:,} faults; the rest was not read", None)
                return
            try:
                for record in _records(stream, start, path_name):
                    if held is not None:
                        yield seen.once(held, last, digest)
                    last = record.stream_pos
                    headers = _record_headers(record)
                    digest = headers.get("WARC-Payload-Digest", "")
                    held = _page(record, headers, name)
                    is_fault_told = False
                    if isinstance(held, Rejection) and held.reason is RejectionReason.BROKEN:
                        fault = held.detail
                        break
            except OSError as error:
                fault = str(error)
                if held is not None and not ends_where_it_claims(stream, last):
                    held = _broken(last, "a record that does not end where its length says", held)
                elif not is_fault_told:
                    if held is not None:
                        yield seen.once(held, last, digest)
                    held = _broken(last, fault, None)
                is_fault_told = True
            start = next_record(stream, last + 1) if fault else None
            if held is not None:
                yield _cut_off(held, last) if fault and start is None else seen.once(held, last, digest)


def read(source: Source) -> Iterator[Outcome]:
    """Yield the article of each page of a WARC file, or why there is none."""
    for page in pages(source):
        yield page if isinstance(page, Rejection) else article_of(page)


def _records(stream: IO[bytes], start: int, name: str | None = None) -> Iterator[Any]:
    """Yield the responses and revisits from an offset on, by fastwarc, each in the place of the one before.

    Args:
        stream: The file.
        start: The offset, in bytes.
        name: Its name with all folders, if it is to be opened by it.
    """
    warc = needed("fastwarc.warc")
    types = warc.WarcRecordType.response | warc.WarcRecordType.revisit
    by_name = None if start else name
    if by_name is None:
        stream.seek(start)
    return iter(warc.ArchiveIterator(by_name or stream, record_types=types, fsspec_args=False, inplace=True))


def _is_plain(stream: IO[bytes]) -> bool:
    stream.seek(0)
    return stream.read(len(_PLAIN)) == _PLAIN


def _name_for_fastwarc(source: Source, *, is_plain: bool) -> str | None:
    """Return the name by which fastwarc opens a plain file itself, without a call into Python for each piece of it.

    None if it cannot: it goes by the ending of a name, not by what is in the file, and takes no name that is no text.
    """
    if not isinstance(source, Path) or source.suffix != ".warc" or not is_plain:
        return None
    try:
        str(source).encode()
    except UnicodeEncodeError:
        return None
    return str(source)


def _record_headers(record: Any) -> dict[str, str]:
    """Return a record's own headers: taken over once, as each look-up there costs as much as all."""
    headers: dict[str, str] = record.headers.asdict()
    if "WARC-Type" in headers:
        return headers
    return {_AS_WRITTEN.get(name.lower(), name): value for name, value in headers.items()}


def _http_headers(headers: Any) -> dict[str, str]:
    """Return a server's headers by their names in small letters."""
    return {name.lower(): value for name, value in headers.asdict().items()}


def _page(record: Any, headers: dict[str, str], name: str | None) -> Received | Rejection | None:
    """Return the page of a record, or why there is none; None for what is no page."""
    address = headers.get("WARC-Target-URI", "").strip("<>")
    place, record_id = _place(record.stream_pos), headers.get("WARC-Record-ID", "").strip("<>") or None
    try:
        sent = _sent(record, headers)
    except RefusedError as refused:
        return Rejection(refused.reason, place, excerpt(address), refused.detail, record_id)
    if sent is None:
        return None
    content, charset = sent
    fetched_from, day = address if address.startswith("http") else None, _day(headers.get("WARC-Date", "")[:10])
    # by position: names take half a microsecond more, of the twelve that a page takes
    return Received(content, _LABEL, name, place, fetched_from, charset, day, record_id)


@lru_cache
def _day(printed: str) -> date | None:
    """Return the day with which a WARC-Date begins, which the format wants in ISO 8601."""
    try:
        return date.fromisoformat(printed)
    except ValueError:
        return None


def _sent(record: Any, headers: dict[str, str]) -> tuple[bytes, str | None] | None:
    """Return the HTML that a server sent, and the charset that it said it is in; None if it sent something else.

    Raises:
        RefusedError: if it cannot be had, or was an error's.
    """
    if headers.get("WARC-Type") == "revisit":
        raise RefusedError(RejectionReason.TWICE_IN_FILE, "", "a revisit: unchanged since another record")
    http, claimed = record.http_headers if record.is_http else None, record.content_length
    status = http.status_code if http is not None else None
    if http is None or not status:
        raise RefusedError(RejectionReason.BROKEN, "", "no HTTP header, or half of one")
    said = _http_headers(http)
    content_type = said.get("content-type", "").lstrip().lower()
    if not content_type.startswith(_HTML) or _REDIRECT <= status < _ERROR:
        return None
    # never more than is there: the whole of what is asked for is allotted first
    payload: bytes = record.reader.read(min(claimed, MAX_PAGE_BYTES + 1))
    if len(payload) > MAX_PAGE_BYTES:
        raise RefusedError(RejectionReason.TOO_LARGE, "", f"{claimed:,} bytes; at most {MAX_PAGE_BYTES:,}")
    if len(payload) < claimed:
        raise RefusedError(RejectionReason.BROKEN, "", f"claims {claimed:,} bytes and ends after {len(payload):,}")
    # where the server's own length bears the record's out, the payload need not be searched
    if said.get("content-length") != str(len(payload)) and holds_another(payload):
        detail = f"claims {claimed:,} bytes, but another record begins within them"
        raise RefusedError(RejectionReason.BROKEN, "", detail)
    if status >= _ERROR:
        raise RefusedError(RejectionReason.ERROR_PAGE, "", f"HTTP status {status}")
    transfer, coding = said.get("transfer-encoding"), said.get("content-encoding")
    charset = record.http_charset or None if "charset" in content_type else None
    if not transfer and not coding:
        return payload, charset
    try:
        return unpacked(payload, transfer, coding, MAX_PAGE_BYTES), charset
    except PayloadTooLargeError:
        detail = f"{len(payload):,} bytes that expand to more than {MAX_PAGE_BYTES:,}"
        raise RefusedError(RejectionReason.EXPANDS_TOO_FAR, "", detail) from None
    except PackedOtherwiseError as error:
        raise RefusedError(RejectionReason.UNKNOWN_FORMAT, "", f"packed as {error}") from None


class _PagesBefore:
    """Which pages stood in the file before, at the same address.

    A page is the same if the crawler's own digest of its payload is, and where there is none, if its bytes are. Looking
    at each byte costs as much as reading a plain file: there only the pages are looked at whose address comes back, and
    of the first one at it its place is remembered, where it is read again then.
    """

    def __init__(self, stream: IO[bytes], name: str | None, *, is_plain: bool) -> None:
        """Take the file, which can be wound back, its name, and whether it is packed in no way."""
        self._stream, self._name, self._is_plain = stream, name, is_plain
        self._first: dict[int, int | None] = {}
        self._seen: set[int] = set()

    def once(self, outcome: Received | Rejection, offset: int, digest: str) -> Received | Rejection:
        """Return an outcome, or a rejection for a page that stood in the file before.

        Args:
            outcome: What a record gave.
            offset: Where the record begins, in bytes.
            digest: The crawler's own digest of its payload; empty if there is none.
        """
        if isinstance(outcome, Rejection):
            return outcome
        if self._is_plain and not digest:
            address = hash(outcome.address)
            first = self._first.setdefault(address, offset)
            if first == offset:
                return outcome
            if first is not None:
                self._seen.add(hash((outcome.address, self._content_at(first))))
                self._first[address] = None
        key = hash((outcome.address, digest or outcome.content))  # 64 bits; two versions would have to collide
        if key in self._seen:
            shown, detail = excerpt(outcome.address or ""), "the same bytes from the same address"
            return Rejection(RejectionReason.TWICE_IN_FILE, outcome.place, shown, detail, outcome.record_id)
        self._seen.add(key)
        return outcome

    def _content_at(self, offset: int) -> bytes | None:
        position = self._stream.tell()  # records may be being read from it
        try:
            record = next(_records(self._stream, offset), None)
            page = None if record is None else _page(record, _record_headers(record), self._name)
        except OSError:
            page = None  # a file that was changed since: the page at hand is none that is known
        finally:
            self._stream.seek(position)
        return page.content if isinstance(page, Received) else None


def _cut_off(held: Received | Rejection, last: int) -> Received | Rejection:
    """Return the rejection of a broken record behind which nothing follows: the file ends in the middle of it."""
    if isinstance(held, Rejection) and held.reason is RejectionReason.BROKEN and held.place == _place(last):
        return replace(held, reason=RejectionReason.TRUNCATED_FILE)
    return held


def _place(offset: int) -> str:
    return f"record at byte {offset}"


def _broken(offset: int, detail: str, instead_of: Received | Rejection | None) -> Rejection:
    if isinstance(instead_of, Rejection):
        return replace(instead_of, reason=RejectionReason.BROKEN, detail=detail)
    if instead_of is not None:
        shown = excerpt(instead_of.address or "")
        return Rejection(RejectionReason.BROKEN, instead_of.place, shown, detail, instead_of.record_id)
    return Rejection(RejectionReason.BROKEN, f"after the record at byte {offset}", "", detail)


@contextmanager
def _opened(source: Source) -> Iterator[tuple[IO[bytes], str | None]]:
    """Open a path, or take over a stream; one that cannot be wound back is kept on disk while the block lasts."""
    if isinstance(source, Path):
        try:
            with source.open("rb") as stream:
                yield stream, source.name
        except FileNotFoundError:
            raise CorpusError(finding("SC101", str(source), "", "no file", "a file")) from None
        return
    named = getattr(source, "name", None)
    name = Path(named).name if isinstance(named, str) else None
    if source.seekable():
        yield source, name
        return
    with tempfile.SpooledTemporaryFile(_SPOOLED_BYTES) as kept:
        shutil.copyfileobj(source, kept)
        yield cast("IO[bytes]", kept), name


def recognises(head: bytes, _: str) -> Fit:
    """A WARC header at the start, or a gzip file in which one stands at the start."""
    if head.startswith(_PLAIN):
        return Fit.CERTAIN
    if head.startswith(_GZIP):
        return Fit.CERTAIN if inflated_start(head).startswith(_PLAIN) else Fit.NO
    return Fit.NO


WARC = Reader("warc", 1, "WARC", recognises, read)
_LABEL = WARC.label
