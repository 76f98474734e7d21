"""A folder of saved pages: every page in it and below it, without the folders that browsers save beside a page."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from sahelcorpus.readers.document import Fit, Outcome, Reader, Rejection, RejectionReason, Source, excerpt
from sahelcorpus.readers.web_page import MAX_PAGE_BYTES, Received, article_of, recognises
from sahelcorpus.records.findings import CorpusError
from sahelcorpus.store.files import finding

PAGE_SUFFIXES = frozenset((".html", ".htm", ".xhtml", ".mhtml", ".php", ".aspx"))
"""How the names of pages end; others are looked at, too, where they have no ending."""
_HEAD_BYTES = 65_536
_SEEN_FOR_FOLDER = 500


def page_files(folder: Path) -> Iterator[Path]:
    """Yield the files of a folder that can be pages, by name, in order; no link is followed.

    Left out are hidden files and what a browser saves beside a page: `Title_files`, `Title-Dateien`, `Title_fichiers`.
    """
    for path, folders, files in os.walk(folder, followlinks=False):
        pages = {Path(name).stem for name in files if Path(name).suffix.lower() in PAGE_SUFFIXES}
        folders[:] = sorted(name for name in folders if not name.startswith(".") and not _is_beside(name, pages))
        for name in sorted(files):
            one = Path(path) / name
            if not name.startswith(".") and one.suffix.lower() in PAGE_SUFFIXES | {""} and not one.is_symlink():
                yield one


def _is_beside(name: str, pages: set[str]) -> bool:
    return any(name.startswith(page) and name[len(page) : len(page) + 1] in {"_", "-", "."} for page in pages)


def read(source: Source) -> Iterator[Outcome]:
    """Yield the article of each page of a folder.

    Raises:
        CorpusError: if it is no folder (SC102).
    """
    if not isinstance(source, Path) or not source.is_dir():
        raise CorpusError(finding("SC102", str(source), "", "no folder", "a folder"))
    for path in page_files(source):
        place = path.relative_to(source).as_posix()
        try:
            with path.open("rb") as file:
                content = file.read(MAX_PAGE_BYTES + 1)
        except OSError as error:
            yield Rejection(RejectionReason.BROKEN, place, "", error.strerror or str(error))
            continue
        if recognises(content[:_HEAD_BYTES], path.name) is not Fit.NO:
            yield article_of(Received(content, WEB_FOLDER.label, path.name, place))
        elif path.suffix:
            shown = excerpt(content[:1_000].decode("utf-8", "replace"))
            yield Rejection(RejectionReason.UNKNOWN_FORMAT, place, shown, "no HTML")


def recognises_folder(folder: Path) -> Fit:
    """A folder with a page in it."""
    for _, path in zip(range(_SEEN_FOR_FOLDER), page_files(folder), strict=False):
        try:
            with path.open("rb") as file:
                if recognises(file.read(_HEAD_BYTES), path.name) is not Fit.NO:
                    return Fit.LIKELY
        except OSError:
            continue
    return Fit.NO


def _no_file(_: bytes, __: str) -> Fit:
    return Fit.NO


WEB_FOLDER = replace(
    Reader("web_folder", 1, "a folder of saved pages", _no_file, read), recognises_folder=recognises_folder
)
