"""A folder of files, saved pages, exports, feeds: each read by the reader that knows it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from sahelcorpus.readers.detection import detected_by_head, head_of
from sahelcorpus.readers.document import Fit, Outcome, Reader, Rejection, RejectionReason, Source, excerpt
from sahelcorpus.records.findings import CorpusError
from sahelcorpus.store.files import finding

PAGE_SUFFIXES = frozenset((".html", ".htm", ".xhtml", ".php", ".aspx"))
"""How the names of pages end."""
_NO_DOCUMENTS = frozenset(
    ".css .js .mjs .map .png .jpg .jpeg .gif .svg .webp .avif .ico .bmp .woff .woff2 .ttf .otf .eot .mp3 .mp4 .webm"  # noqa: SIM905 - read as a line
    " .yaml .yml .md5 .sha256 .lnk .url .ini .db".split()
)
_SEEN_FOR_FOLDER = 200


def files_of(folder: Path) -> Iterator[Path]:
    """Yield the files of a folder and of those below it, by name, in order; no link is followed.

    Left out are hidden files, pictures, styles and scripts, and what a browser saves beside a page: `Title_files`,
    `Title-Dateien`, `Title_fichiers`.
    """
    for path, folders, names in os.walk(folder, followlinks=False):
        pages = {Path(name).stem for name in names if Path(name).suffix.lower() in PAGE_SUFFIXES}
        folders[:] = sorted(name for name in folders if not name.startswith(".") and not _is_beside(name, pages))
        for name in sorted(names):
            one = Path(path) / name
            if not name.startswith(".") and one.suffix.lower() not in _NO_DOCUMENTS and not one.is_symlink():
                yield one


def _is_beside(name: str, pages: set[str]) -> bool:
    return any(name.startswith(page) and name[len(page) :][:1] in {"_", "-", "."} for page in pages)


def folder_of(readers: Sequence[Reader]) -> Reader:
    """Return the reader of folders whose files one of the given readers knows."""

    def reader_of(file: Path) -> Reader | None:
        """Return the reader of a file; a text is one by its name, too, since any file could be a text."""
        head = head_of(file)
        fit = max((reader.recognises(head, file.name) for reader in readers), default=Fit.NO)
        is_text = fit is Fit.FALLBACK and file.suffix.lower() in {".txt", ".text"}
        return detected_by_head(head, file.name, readers) if fit > Fit.FALLBACK or is_text else None

    def read(source: Source) -> Iterator[Outcome]:
        """Yield what the readers find in the files of a folder; each place begins with the file's path in it."""
        if not isinstance(source, Path) or not source.is_dir():
            raise CorpusError(finding("SC102", str(source), "", "no folder", "a folder"))
        for file in files_of(source):
            name = file.relative_to(source).as_posix()
            try:
                reader = reader_of(file)
                if reader is None:
                    shown = excerpt(head_of(file)[:1_000].decode("utf-8", "replace"))
                    yield Rejection(RejectionReason.UNKNOWN_FORMAT, name, shown)
                    continue
                for outcome in reader.read(file):
                    yield replace(outcome, place=f"{name}: {outcome.place}" if outcome.place else name)
            except CorpusError as error:
                yield Rejection(RejectionReason.BROKEN, name, "", error.findings[0].found)

    def recognises_folder(folder: Path) -> Fit:
        for _, file in zip(range(_SEEN_FOR_FOLDER), files_of(folder), strict=False):
            try:
                if reader_of(file) is not None:
                    return Fit.LIKELY
            except CorpusError:
                continue
        return Fit.NO

    return Reader("folder", 1, "a folder of files", _no_file, read, recognises_folder)


def _no_file(_: bytes, __: str) -> Fit:
    return Fit.NO
