"""Factiva RTF: the codes of the HTML export as the starts of lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sahelcorpus.readers import rich_text
from sahelcorpus.readers.archived import document_of, seen_before
from sahelcorpus.readers.document import Fit, Outcome, Reader, Rejection, RejectionReason, Source, excerpt
from sahelcorpus.readers.factiva_codes import CODES, article_of
from sahelcorpus.readers.opening import Received, received
from sahelcorpus.readers.segments import MAX_SEGMENT_BYTES

_LABEL = "factiva_rtf-1"
_ANY_CODE = "|".join(sorted(CODES, key=len, reverse=True))
_CODE_LINE = re.compile(rf"[ \u00a0]*(?P<code>{_ANY_CODE})[ ]?(?:[\t\u00a0]+| {{2,}}|[ ]*$)(?P<value>.*)")
_LAST_LINE = re.compile(r"[ \u00a0\t]*Document[ \u00a0]+(?P<id>[A-Za-z0-9]{12,40})[ \u00a0\t]*")
_STARTS = frozenset({"HD", "SE", "SN", "PD"})
"""Codes that stand once in a document: a second one begins the next."""
_CODES_IN_HEAD = re.compile(rb"(?:^|[\s}{\t])(?:HD|SN|LP|TD|AN)(?=[\\\s}{])")


class _Gathering:
    """A document while its lines come in."""

    def __init__(self) -> None:
        self.fields: dict[str, list[str]] = {}
        self.size = 0
        self.is_cut = False
        self._code = ""

    def take(self, line: str) -> None:
        """Take a line: the start of a field, or more of the one that is open."""
        match = _CODE_LINE.fullmatch(line.replace("\u2028", "\n").partition("\n")[0])
        value = line
        if match:
            self._code = match["code"]
            self.fields.setdefault(self._code, [])
            value = line[match.start("value") :]
        if not self._code:
            return
        if value.endswith(rich_text.CUT):
            self.is_cut, value = True, value[:-1]
        # a line break inside a paragraph stays one
        words = "\n".join(re.sub(r"[ \t]+", " ", part).strip(" ") for part in value.split("\u2028")).strip("\n")
        self.size += len(words)
        if words and not words.isspace() and self.size < MAX_SEGMENT_BYTES:
            self.fields[self._code].append(words)
        self.is_cut = self.is_cut or self.size >= MAX_SEGMENT_BYTES

    def begins_another(self, line: str) -> bool:
        """Say whether a line belongs to the next document already."""
        match = _CODE_LINE.fullmatch(line.partition("\u2028")[0])
        if match is None or match["code"] not in _STARTS:
            return False
        return match["code"] in self.fields or (
            match["code"] in {"HD", "SE"} and bool({"TD", "LP"} & self.fields.keys())
        )


def read(source: Source) -> Iterator[Outcome]:
    """Yield every document of an export."""
    with received(source) as file:
        is_repeated = seen_before()
        number, gathering = 0, _Gathering()
        try:
            for line in rich_text.lines(file.stream):
                last = _LAST_LINE.fullmatch(line)
                if gathering.fields and gathering.begins_another(line):
                    number += 1
                    yield is_repeated(_outcome(gathering, number, file))
                    gathering = _Gathering()
                if last and gathering.fields:
                    gathering.fields["AN"] = [line.strip()]
                else:
                    gathering.take(line)
                if gathering.fields.get("AN"):
                    number += 1
                    yield is_repeated(_outcome(gathering, number, file))
                    gathering = _Gathering()
        except rich_text.TooManyGroupsError:
            number += 1
            detail = f"more than {rich_text.MAX_DEPTH:,} groups deep"
            yield Rejection(RejectionReason.TOO_DEEP, f"document {number}", "", detail)
            return
        if gathering.fields.get("HD") or gathering.fields.get("TD") or gathering.fields.get("LP"):
            yield is_repeated(_outcome(gathering, number + 1, file))
        elif not number:
            yield Rejection(RejectionReason.NOT_AN_ARTICLE, "whole file", "", "RTF without Factiva's codes")


def _outcome(gathering: _Gathering, number: int, file: Received) -> Outcome:
    found = article_of(gathering.fields)
    if gathering.is_cut:
        detail = f"more than {rich_text.MAX_LINE:,} characters in a paragraph"
        shown = excerpt(" ".join(paragraph[:200] for paragraph in found.paragraphs[:2]))
        return Rejection(RejectionReason.TOO_LARGE, f"document {number}", shown, detail, found.document_id)
    return document_of(found, f"document {number}", _LABEL, file)


def recognises(head: bytes, _: str) -> Fit:
    """RTF says so in its first bytes; Factiva's codes make it certain."""
    if not head.lstrip().startswith(b"{\\rtf"):
        return Fit.NO
    return Fit.CERTAIN if len(set(_CODES_IN_HEAD.findall(head))) > 1 else Fit.LIKELY


FACTIVA_RTF = Reader("factiva_rtf", 1, "Factiva RTF", recognises, read)
