"""Nexis Uni DOCX: a cover page, then articles between bookmarks and « End of Document »."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, Any

from sahelcorpus.readers import nexis_labels
from sahelcorpus.readers.archived import ArchivedText, document_of, seen_before
from sahelcorpus.readers.dates import read_date
from sahelcorpus.readers.document import Fit, Outcome, Reader, Rejection, RejectionReason, Source, excerpt
from sahelcorpus.readers.opening import Received, needed, received
from sahelcorpus.readers.packed import PackedTooFarError, entities_declared, opened_member

_LABEL = "nexis_docx-1"
_DOCUMENT, _RELATIONS = "word/document.xml", "word/_rels/document.xml.rels"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_ARTICLE = re.compile(r"Bookmark_\d+")
_CONTENT_ID = re.compile(r"urn:contentItem:[A-Za-z0-9-]+")
_MAX_RELATIONS_BYTES = 50_000_000
_MAX_ARTICLE = 20_000_000
_END = "End of Document"
_AFTER_TEXT = frozenset({"Classification", "Graphic", "Load-Date", "End of Document"})
_LABELS = {
    "Section": "section", "Byline": "byline", "Length": "length", "Dateline": "dateline", "Highlight": "subtitle",
    "Edition": "edition", "Language": "language", "Subject": "keywords", "Rubrique": "section", "Auteur": "byline",
    "Longueur": "length", "Langue": "language", "Sujet": "keywords", "Journal Code": "outlet_code",
}  # fmt: skip
_LABEL_LINE = re.compile(rf"(?P<label>{'|'.join(_LABELS)}):[\u00a0 ]*(?P<value>.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A paragraph of the document, with what marks it."""

    text: str
    bookmarks: tuple[str, ...]
    relations: tuple[str, ...]


def read(source: Source) -> Iterator[Outcome]:
    """Yield every article of an export."""
    with received(source) as file:
        try:
            with zipfile.ZipFile(file.stream) as packed:
                yield from _articles(packed, file)
        except PackedTooFarError as error:
            yield Rejection(RejectionReason.EXPANDS_TOO_FAR, error.member, "", str(error))
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, KeyError, ValueError) as error:
            yield Rejection(RejectionReason.BROKEN, "whole file", "", f"{type(error).__name__}: {error}")
        except RuntimeError as error:  # zipfile's word for a member that wants a password
            yield Rejection(RejectionReason.ENCRYPTED, "whole file", "", str(error))


def _articles(packed: zipfile.ZipFile, file: Received) -> Iterator[Outcome]:
    for member in (_DOCUMENT, _RELATIONS):
        if member in packed.namelist() and entities_declared(packed, member):
            yield Rejection(RejectionReason.ENTITIES, member, "")
            return
    targets = _targets(packed)
    is_repeated = seen_before()
    gathered: list[_Paragraph] | None = None
    number = size = 0
    etree = needed("lxml.etree")
    with opened_member(packed, _DOCUMENT) as stream:
        try:
            for paragraph in _paragraphs(stream, etree):
                starts = any(_ARTICLE.fullmatch(name) for name in paragraph.bookmarks)
                if gathered is not None and (starts or paragraph.text.strip() == _END):
                    number += 1
                    yield is_repeated(_outcome(gathered, targets, number, file, size))
                    gathered = None
                if starts:
                    gathered, size = [], 0
                if gathered is not None:
                    size += len(paragraph.text)
                    if size <= _MAX_ARTICLE:
                        gathered.append(paragraph)
        except etree.XMLSyntaxError as error:
            shown = excerpt(" ".join(paragraph.text for paragraph in gathered or ()))
            yield Rejection(RejectionReason.BROKEN, f"document {number + 1}", shown, str(error))
            return
    if gathered:
        shown = excerpt(" ".join(paragraph.text for paragraph in gathered))
        yield Rejection(RejectionReason.TRUNCATED_FILE, f"document {number + 1}", shown, f"no « {_END} »")
    elif not number:
        yield Rejection(
            RejectionReason.NOT_AN_ARTICLE, "whole file", "", "no bookmark of an article: no export of Nexis Uni"
        )


def _targets(packed: zipfile.ZipFile) -> dict[str, str]:
    """Return where each relation of the document leads."""
    if _RELATIONS not in packed.namelist():
        return {}
    etree = needed("lxml.etree")
    with opened_member(packed, _RELATIONS, most=_MAX_RELATIONS_BYTES) as stream:
        found = {}
        try:
            for _, node in etree.iterparse(
                stream, tag="{*}Relationship", resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
            ):
                found[node.get("Id", "")] = node.get("Target", "")
                _forget(node)
        except etree.XMLSyntaxError:
            return found  # the articles can be read without their ids
    return found


def _forget(node: Any) -> None:
    """Free an element and its earlier siblings: what was read is not kept."""
    node.clear(keep_tail=False)
    while node.getprevious() is not None:
        del node.getparent()[0]


def _paragraphs(stream: IO[bytes], etree: Any) -> Iterator[_Paragraph]:
    tags = (f"{_W}p", f"{_W}bookmarkStart")
    between: list[str] = []  # bookmarks may stand between paragraphs: they mark the next
    for _, node in etree.iterparse(
        stream, tag=tags, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    ):
        if node.tag == f"{_W}bookmarkStart":
            between.append(node.get(f"{_W}name", ""))
            continue
        text, relations = _text(node)
        yield _Paragraph(text, tuple(between), tuple(relations))
        between = []
        _forget(node)


def _text(paragraph: Any) -> tuple[str, list[str]]:
    pieces: list[str] = []
    relations: list[str] = []
    for node in paragraph.iter():
        name = node.tag.removeprefix(_W) if isinstance(node.tag, str) else ""
        if name == "t":
            pieces.append(node.text or "")
        elif name == "tab":
            pieces.append("\t" if node.getparent().tag == f"{_W}r" else "")
        elif name in {"br", "cr"}:
            pieces.append("\n")
        elif name == "noBreakHyphen":
            pieces.append("\u2011")
        elif name == "softHyphen":
            pieces.append("\u00ad")
        elif name == "hyperlink":
            relations.append(node.get(f"{_R}id", ""))
    return "".join(pieces), relations


def _outcome(gathered: list[_Paragraph], targets: dict[str, str], number: int, file: Received, size: int) -> Outcome:
    place = f"document {number}"
    if size > _MAX_ARTICLE:
        return Rejection(
            RejectionReason.TOO_LARGE, place, excerpt(gathered[0].text), f"more than {_MAX_ARTICLE:,} characters"
        )
    found = article_of([paragraph.text for paragraph in gathered if paragraph.text.strip()])
    links = (targets.get(relation, "") for paragraph in gathered[:3] for relation in paragraph.relations)
    ids = (match[0] for link in links if (match := _CONTENT_ID.search(link)))
    found.document_id = next(ids, None)
    return document_of(found, place, _LABEL, file)


def article_of(lines: list[str]) -> ArchivedText:
    """Return the article that the paragraphs make: headline, outlet, date, labels, `Body`, and what follows it."""
    found = ArchivedText()
    body = next((place for place, line in enumerate(lines) if line.strip() == "Body"), len(lines))
    head, rest = lines[:body], lines[body + 1 :]
    if head:
        found.title = head[0].strip().replace("\n", " ")
    found.outlet = head[1].strip() if len(head) > 1 else None
    for line in head[2:]:
        if match := _LABEL_LINE.fullmatch(line.strip()):
            nexis_labels.take(found, _LABELS[match["label"]], match["value"].strip(" \u00a0"))
        elif nexis_labels.is_rights_line(line.strip()):
            found.rights_line = line.strip()
        elif found.published is None and (day := read_date(line)) is not None:
            found.published, found.published_place = day, "the date line"
    is_text = True
    for line in rest:
        label = line.strip().partition(":")[0]
        if is_text and (line.strip() in _AFTER_TEXT or (label in _AFTER_TEXT and ":" in line)):
            is_text = False
        if is_text:
            found.paragraphs.append(line.strip(" \t\n"))
        elif match := _LABEL_LINE.fullmatch(line.strip()):
            nexis_labels.take(found, _LABELS[match["label"]], match["value"].strip(" \u00a0"))
    return found


def recognises(head: bytes, name: str) -> Fit:
    """A zip file whose members are those of a word processor; which articles are in it, only reading shows."""
    if not head.startswith(b"PK\x03\x04"):
        return Fit.NO
    return Fit.LIKELY if b"word/" in head or name.lower().endswith(".docx") else Fit.NO


NEXIS_DOCX = Reader("nexis_docx", 1, "Nexis Uni DOCX", recognises, read)
