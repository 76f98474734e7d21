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
_GZIP = b"\x1f\x8b"


def pages(source: Source) -> Iterator[Received | Rejection]:
    """Yield the HTML pages of a WARC file as they came, and a rejection for whatever of them cannot be had.

    Responses that are no HTML and redirections are no documents, and are passed over.

    Raises:
        CorpusError: if the file cannot be opened (SC101, SC102).
    """
    seen: set[int] = set()
    with _opened(source) as (stream, name):
        start: int | None = 0
        faults, is_fault_told = -1, False
        while start is not None:
            held: Received | Rejection | None = None
            last, fault = start, ""
            faults += 1
            if faults > MOST_FAULTS:
                yield _broken(last, f"more than {MOST_FAULTS:,} faults; the rest was not read", None)
                return
            try:
                for record in _records(stream, start):
                    if held is not None:
                        yield _once(held, seen)
                    last = record.stream_pos
                    held = _page(record, name)
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
                        yield _once(held, seen)
                    held = _broken(last, fault, None)
                is_fault_told = True
            start = next_record(stream, last + 1) if fault else None
            if held is not None:
                yield _cut_off(held, last) if fault and start is None else _once(held, seen)


def read(source: Source) -> Iterator[Outcome]:
    """Yield the article of each page of a WARC file, or why there is none."""
    for page in pages(source):
        yield page if isinstance(page, Rejection) else article_of(page)


def _records(stream: IO[bytes], start: int) -> Iterator[Any]:
    """Yield the responses and revisits from an offset on, by fastwarc."""
    warc = needed("fastwarc.warc")
    stream.seek(start)
    types = warc.WarcRecordType.response | warc.WarcRecordType.revisit
    return iter(warc.ArchiveIterator(stream, record_types=types, fsspec_args=False))


def _page(record: Any, name: str | None) -> Received | Rejection | None:
    """Return the page of a record, or why there is none; None for what is no page."""
    address = record.headers.get("WARC-Target-URI", "").strip("<>")
    place, record_id = _place(record.stream_pos), record.headers.get("WARC-Record-ID", "").strip("<>") or None
    try:
        payload = _payload(record)
    except RefusedError as refused:
        return Rejection(refused.reason, place, excerpt(address), refused.detail, record_id)
    if payload is None:
        return None
    return Received(
        content=payload,
        reader=WARC.label,
        file_name=name,
        place=place,
        address=address if address.startswith("http") else None,
        charset=record.http_charset or None,
        retrieved=_day(record.headers.get("WARC-Date", "")),
        record_id=record_id,
    )


def _day(printed: str) -> date | None:
    """Return the day of a WARC-Date, which the format wants in ISO 8601."""
    try:
        return date.fromisoformat(printed[:10])
    except ValueError:
        return None


def _payload(record: Any) -> bytes | None:
    """Return the HTML that a server sent; None if it sent something else.

    Raises:
        RefusedError: if it cannot be had, or was an error's.
    """
    if record.headers.get("WARC-Type") == "revisit":
        raise RefusedError(RejectionReason.TWICE_IN_FILE, "", "a revisit: unchanged since another record")
    http, claimed = record.http_headers if record.is_http else None, record.content_length
    if http is None or not http.status_code:
        raise RefusedError(RejectionReason.BROKEN, "", "no HTTP header, or half of one")
    if not (record.http_content_type or "").lower().startswith(_HTML) or _REDIRECT <= http.status_code < _ERROR:
        return None
    payload: bytes = record.reader.read(MAX_PAGE_BYTES + 1)
    if len(payload) > MAX_PAGE_BYTES:
        raise RefusedError(RejectionReason.TOO_LARGE, "", f"{claimed:,} bytes; at most {MAX_PAGE_BYTES:,}")
    if len(payload) < claimed:
        raise RefusedError(RejectionReason.BROKEN, "", f"claims {claimed:,} bytes and ends after {len(payload):,}")
    # where the server's own length bears the record's out, the payload need not be searched
    if http.get("Content-Length") != str(len(payload)) and holds_another(payload):
        detail = f"claims {claimed:,} bytes, but another record begins within them"
        raise RefusedError(RejectionReason.BROKEN, "", detail)
    if http.status_code >= _ERROR:
        raise RefusedError(RejectionReason.ERROR_PAGE, "", f"HTTP status {http.status_code}")
    try:
        return unpacked(payload, http.get("Transfer-Encoding"), http.get("Content-Encoding"), MAX_PAGE_BYTES)
    except PayloadTooLargeError:
        detail = f"{len(payload):,} bytes that expand to more than {MAX_PAGE_BYTES:,}"
        raise RefusedError(RejectionReason.EXPANDS_TOO_FAR, "", detail) from None
    except PackedOtherwiseError as error:
        raise RefusedError(RejectionReason.UNKNOWN_FORMAT, "", f"packed as {error}") from None


def _once(outcome: Received | Rejection, seen: set[int]) -> Received | Rejection:
    """Return an outcome, or a rejection for a page that stood in the file before, at the same address."""
    if isinstance(outcome, Rejection):
        return outcome
    key = hash((outcome.address, outcome.content))  # 64 bits; two versions of one page would have to collide
    if key in seen:
        shown, detail = excerpt(outcome.address or ""), "the same bytes from the same address"
        return Rejection(RejectionReason.TWICE_IN_FILE, outcome.place, shown, detail, outcome.record_id)
    seen.add(key)
    return outcome


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
    if head.startswith(b"WARC/"):
        return Fit.CERTAIN
    if head.startswith(_GZIP):
        return Fit.CERTAIN if inflated_start(head).startswith(b"WARC/") else Fit.NO
    return Fit.NO


WARC = Reader("warc", 1, "WARC", recognises, read)
