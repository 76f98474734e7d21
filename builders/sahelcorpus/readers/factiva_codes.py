"""The two-letter codes of Factiva, and how a document is made of them, whatever file they stand in."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from sahelcorpus.readers.archived import ArchivedText
from sahelcorpus.readers.dates import read_date, with_clock
from sahelcorpus.readers.document import SignalKind, SyndicationSignal

_CODES = "SE HD BY CR WC PD ET SN SC ED PG VOL LA CY LP TD ART CT RF CO IN NS RE IPC IPD PUB AN NGC GC CLM CX DLN"
CODES = frozenset(_CODES.split())
"""Codes that begin a field."""
TEXT_CODES = ("LP", "TD")
"""Codes whose values are the text: lead, then the rest."""

_LABEL = re.compile(r"(?P<code>[\w.]+)\s*:\s*(?P<label>[^|]+)")
_PAGE = re.compile(r"^(?:pp?\.|pages?)\s*", re.IGNORECASE)

Fields = Mapping[str, Sequence[str]]
"""The paragraphs of each code that a document has."""


def article_of(fields: Fields) -> ArchivedText:
    """Return the document that the fields make."""

    def words(code: str) -> str | None:
        return " ".join(fields.get(code, ())).replace("\n", " ").strip(" ") or None

    found = ArchivedText(paragraphs=[paragraph for code in TEXT_CODES for paragraph in fields.get(code, ())])
    found.title, found.byline, found.outlet, found.outlet_code = words("HD"), words("BY"), words("SN"), words("SC")
    found.section, found.edition, found.language, found.rights_line = words("SE"), words("ED"), words("LA"), words("CY")
    page = words("PG")
    found.page = _PAGE.sub("", page) if page else None
    day = read_date(words("PD") or "")
    clock = words("ET")
    found.published = with_clock(day, clock) if day and clock else day
    found.published_place = "PD"
    found.document_id = document_id(words("AN"))
    found.keywords = [match["label"].strip() for match in _LABEL.finditer(words("NS") or "")]
    if credit := words("CR"):
        found.signals.append(SyndicationSignal(SignalKind.PROVIDER, credit, _credited(credit)))
    return found


def _credited(credit: str) -> str:
    """Return whom a credit line names: « avec AFP » names AFP."""
    return re.sub(r"^(?:avec|with|par|by|source\s*:)\s+", "", credit, flags=re.IGNORECASE)


def document_id(words: str | None) -> str | None:
    """Return the id in « Document TESTFR0020111229e7ct0000h »; None if there is none."""
    parts = (words or "").split()
    candidate = parts[-1] if parts else ""
    return candidate if re.fullmatch(r"[A-Za-z0-9]{12,40}", candidate) else None
