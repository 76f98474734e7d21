"""LexisNexis HTML, the old form: a flat row of paragraphs whose classes say how they look, not what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sahelcorpus.readers import nexis_labels
from sahelcorpus.readers.archived import ArchivedText, document_of, seen_before
from sahelcorpus.readers.charsets import declared_charset, decoded
from sahelcorpus.readers.dates import read_date
from sahelcorpus.readers.document import Fit, Outcome, Reader, Rejection, RejectionReason, Source, excerpt
from sahelcorpus.readers.markup import TooDeepError, paragraphs, parsed
from sahelcorpus.readers.opening import Received, received
from sahelcorpus.readers.segments import segments
from sahelcorpus.records.vocabulary import DatePrecision

_LABEL = "nexis_html-1"
_LONGEST_EDITION = 60
_START = re.compile(rb"<a\b[^<>]{0,100}?\bname\s*=\s*[\"']?DOC_ID_\d+_\d+", re.IGNORECASE)
_HEAD_BYTES = 65_536
_COUNTER = re.compile(
    r"(?:Document\s+)?\d[\d ,.]*\s+(?:of|de|von|sur)\s+\d[\d ,.]*(?:\s+(?:DOCUMENTS?|DOKUMENTEN?))?",
    re.IGNORECASE,
)
_ERROR = "We are sorry but there is an error"


def read(source: Source) -> Iterator[Outcome]:
    """Yield every document of an export."""
    with received(source) as file:
        declared = declared_charset(file.stream.read(_HEAD_BYTES))
        file.stream.seek(0)
        is_repeated = seen_before()
        for segment in segments(file.stream, _START):
            if isinstance(segment, Rejection):
                yield segment
            else:
                yield is_repeated(_outcome(segment.content, declared, file, f"document {segment.number}"))


def _outcome(content: bytes, declared: str | None, file: Received, place: str) -> Outcome:
    markup, disagreements = decoded(content, declared)
    try:
        root = parsed(markup)
    except TooDeepError:
        shown = excerpt(re.sub(r"<[^<>]*>", " ", markup[:5_000]))
        return Rejection(RejectionReason.TOO_DEEP, place, shown, "more than 256 elements deep")
    found = [] if root is None else paragraphs(root)
    if any(paragraph.startswith(_ERROR) for paragraph in found[:3]):
        return Rejection(RejectionReason.ERROR_PAGE, place, excerpt(" ".join(found)))
    return document_of(article_of(found), place, _LABEL, file, disagreements)


def article_of(found: list[str]) -> ArchivedText:
    """Return the document that paragraphs make: outlet, date and headline by their order, the rest by its labels."""
    article = ArchivedText()
    body: list[str] = []
    rest = [paragraph for paragraph in found if not _COUNTER.fullmatch(paragraph.strip())]
    place = _head(article, rest)
    has_ended = False
    for paragraph in rest[place:]:
        label = nexis_labels.labelled(paragraph)
        if nexis_labels.is_rights_line(paragraph) and (has_ended or body or label is None):
            article.rights_line = article.rights_line or paragraph.partition("\n")[0]
            has_ended = has_ended or bool(body)
        elif label is not None and (label[0] not in nexis_labels.BEFORE_TEXT or not body):
            nexis_labels.take(article, *label)
            has_ended = label[0] not in nexis_labels.BEFORE_TEXT or has_ended
        elif not has_ended:
            body.append(paragraph)
    article.paragraphs = body
    return article


def _head(article: ArchivedText, rest: list[str]) -> int:
    """Take outlet, date and headline; return where what follows them begins."""
    if not rest:
        return 0
    article.outlet = rest[0].partition("\n")[0]
    place = 1
    for place_, paragraph in enumerate(rest[1:5], start=1):
        day = read_date(paragraph)
        if day is not None and day.precision is not DatePrecision.UNKNOWN and nexis_labels.labelled(paragraph) is None:
            article.published, article.published_place = day, "the date line"
            place = place_ + 1
            break
    # an edition stands above or below the date, a headline never begins with that word
    while (
        place < len(rest)
        and re.match(r"(?:.{0,40}\s)?(?:[ÉE]dition|Ausgabe)\b", rest[place])
        and len(rest[place]) < _LONGEST_EDITION
    ):
        article.edition = rest[place]
        place += 1
    if place < len(rest) and nexis_labels.labelled(rest[place]) is None:
        article.title = rest[place].replace("\n", " ")
        place += 1
    return place


def recognises(head: bytes, _: str) -> Fit:
    """Its anchors are LexisNexis's alone."""
    return Fit.CERTAIN if _START.search(head) else Fit.NO


NEXIS_HTML = Reader("nexis_html", 1, "LexisNexis HTML", recognises, read)
