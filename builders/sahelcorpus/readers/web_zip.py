"""A zip file of saved pages, read in place: nothing is unpacked onto the disk, whatever its members are called."""

from __future__ import annotations

import re
import stat
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from sahelcorpus.readers.document import Fit, Outcome, Reader, Rejection, RejectionReason, Source, excerpt
from sahelcorpus.readers.folder import PAGE_SUFFIXES
from sahelcorpus.readers.opening import received
from sahelcorpus.readers.packed import PackedTooFarError, opened_member
from sahelcorpus.readers.web_page import MAX_PAGE_BYTES, Received, article_of
from sahelcorpus.readers.web_page import recognises as recognises_page

MOST_MEMBERS = 200_000
"""More pages than a zip file is made of."""
MOST_EXPANDED = 50
"""How many times its own size a zip file may expand to in all; pages pack 5 to 15 times."""
FREE_BYTES = 200_000_000
_HEAD_BYTES = 65_536
_PAGE_NAME = re.compile(rb"\.x?html?(?:PK|\W|$)", re.IGNORECASE)
_BESIDE = re.compile(r"(?:^|/)[^/]+(?:_files|_fichiers|-Dateien|_archivos|_bestanden)/", re.IGNORECASE)
_ENCRYPTED = 0x1


def read(source: Source) -> Iterator[Outcome]:
    """Yield the article of each page of a zip file, and a rejection for each member that cannot be had."""
    with received(source) as file:
        file.stream.seek(0, 2)
        size = file.stream.tell()
        file.stream.seek(0)
        try:
            packed = zipfile.ZipFile(file.stream)
            members = packed.infolist()
        except (zipfile.BadZipFile, zlib.error, ValueError, OverflowError, NotImplementedError, OSError) as error:
            yield Rejection(RejectionReason.BROKEN, "", "", str(error))
            return
        if len(members) > MOST_MEMBERS:
            detail = f"{len(members):,} members; at most {MOST_MEMBERS:,}"
            yield Rejection(RejectionReason.EXPANDS_TOO_FAR, "", "", detail)
            return
        most = max(FREE_BYTES, MOST_EXPANDED * size)
        expanded = 0
        for member in members:
            if not _can_be_page(member):
                continue
            outcome, count = _member(packed, member, file.name)
            expanded += count
            if expanded > most:
                detail = f"{size:,} bytes that expand to more than {most:,}"
                yield Rejection(RejectionReason.EXPANDS_TOO_FAR, excerpt(member.filename), "", detail)
                return
            yield outcome


def _can_be_page(member: zipfile.ZipInfo) -> bool:
    """Say whether a member is a page by its name, and not one of a page's own files that a browser saved beside it."""
    path = PurePosixPath(member.filename.replace("\\", "/"))
    return (
        not member.filename.endswith(("/", "\\"))
        and path.suffix.lower() in PAGE_SUFFIXES
        and not path.name.startswith(".")
        and "__MACOSX" not in path.parts
        and not _BESIDE.search(member.filename)
    )


def _member(packed: zipfile.ZipFile, member: zipfile.ZipInfo, name: str | None) -> tuple[Outcome, int]:
    """Return the article of a member and how many bytes it expanded to."""
    place = excerpt(member.filename)

    def refused(reason: RejectionReason, detail: str) -> tuple[Outcome, int]:
        return Rejection(reason, place, "", detail), 0

    if _leads_out(member):
        return refused(RejectionReason.UNSAFE_NAME, "a name that leads out of the folder, or a link")
    if member.flag_bits & _ENCRYPTED:
        return refused(RejectionReason.ENCRYPTED, "")
    try:
        with opened_member(packed, member.filename, MAX_PAGE_BYTES) as stream:
            content = stream.read(MAX_PAGE_BYTES + 1)
    except PackedTooFarError as error:
        reason = RejectionReason.TOO_LARGE if "more than" in str(error) else RejectionReason.EXPANDS_TOO_FAR
        return refused(reason, str(error))
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError) as error:
        return refused(RejectionReason.BROKEN, str(error))
    if recognises_page(content[:_HEAD_BYTES], member.filename) is Fit.NO:
        shown = excerpt(content[:1_000].decode("utf-8", "replace"))
        return Rejection(RejectionReason.UNKNOWN_FORMAT, place, shown, "no HTML"), len(content)
    return article_of(Received(content, WEB_ZIP.label, name, place)), len(content)


def _leads_out(member: zipfile.ZipInfo) -> bool:
    """Say whether a name leads out of its folder, or the member is a link: nothing is written, but names are shown."""
    parts = member.filename.replace("\\", "/").split("/")
    is_link = stat.S_ISLNK(member.external_attr >> 16)
    return is_link or ".." in parts or parts[0] == "" or bool(re.match(r"[A-Za-z]:", parts[0]))


def recognises(head: bytes, name: str) -> Fit:
    """A zip file whose first members are pages, or that is called a zip file and is not a word processor's."""
    if not head.startswith(b"PK\x03\x04"):
        return Fit.NO
    if b"word/" in head or b"[Content_Types].xml" in head:
        return Fit.NO
    if _PAGE_NAME.search(head):
        return Fit.LIKELY
    return Fit.FALLBACK if name.lower().endswith(".zip") else Fit.NO


WEB_ZIP = Reader("web_zip", 1, "a zip file of saved pages", recognises, read)
