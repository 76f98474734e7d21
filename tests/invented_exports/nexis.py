"""LexisNexis exports: the flat HTML of old, and the DOCX of Nexis Uni."""

from __future__ import annotations

import html
import io
import random
import zipfile

from invented_exports.europresse import Export
from invented_exports.markup import escaped, marked_up
from invented_exports.world import articles, english_day, french_day

_LABELS = {
    "fr": {"section": "RUBRIQUE", "length": "LONGUEUR", "byline": "AUTEUR", "load": "DATE-CHARGEMENT", "language": "LANGUE", "subject": "SUJET", "kind": "TYPE-PUBLICATION"},
    "en": {"section": "SECTION", "length": "LENGTH", "byline": "BYLINE", "load": "LOAD-DATE", "language": "LANGUAGE", "subject": "SUBJECT", "kind": "PUBLICATION-TYPE"},
}  # fmt: skip
_NAMES = {"fr": "FRENCH; FRANÇAIS", "en": "ENGLISH", "ar": "ARABIC"}
_HIT = ('<span class="c9">', "</span>")
ERROR = "We are sorry but there is an error in this document and it is not possible to display it."


def html_export(count: int = 60, seed: int = 31) -> Export:
    """Return flat paragraphs under styling classes; every fifteenth is the archive's own error message."""
    draw = random.Random(seed)
    truths, parts = [], []
    for place, article in enumerate(articles(count, seed)):
        clock = "9:20 AM GMT" if article.language == "en" and draw.random() < 0.5 else None
        truth = article.with_(
            outlet_code=None, page=article.page if article.section else None,
            rights_line=f"Copyright {article.published.year} {article.outlet}", time_and_zone="09:20 GMT" if clock else None,
        )  # fmt: skip
        counter = (
            f'<div class="c0"><br><p class="c1"><span class="c2">{place + 1} of {count} DOCUMENTS</span></p></div>'
        )
        if place % 15 == 4:
            parts.append(
                f'<a name="DOC_ID_0_{place}"></a>{counter}<br><div class="c3"><p class="c1"><span class="c2">{ERROR}</span></p></div>'
            )
            truths.append(truth.with_(rejected="error_page"))
            continue
        labels = _LABELS["en" if truth.language == "en" else "fr"]
        day = (
            english_day(truth.published)
            if truth.language == "en"
            else f"{french_day(truth.published, weekday=False)} {french_day(truth.published).split()[0]}"
        )
        lines = [("c0", truth.outlet), ("c3", f"{day} {clock}" if clock else day), ("c4", truth.title)]
        if truth.section:
            lines.append(
                ("c5", f"{labels['section']}: {truth.section}" + (f"; Pg. {truth.page}" if truth.page else ""))
            )
        if truth.byline:
            lines.append(("c5", f"{labels['byline']}: {truth.byline}"))
        lines.append(("c5", f"{labels['length']}: 295 {'words' if truth.language == 'en' else 'mots'}"))
        shown = [
            f'<br><div class="{style}"><p class="c1"><span class="c2">{escaped(words, draw)}</span></p></div>'
            for style, words in lines
        ]
        body = "".join(
            f'<p class="c8"><span class="c2">{marked_up(paragraph, draw, _HIT)}</span></p>\n'
            for paragraph in truth.paragraphs
        )
        after = [
            f"{labels['load']}: 2 janvier 2031", f"{labels['language']}: {_NAMES[truth.language]}",
            f"{labels['subject']}: TROUBLES CIVILS (90%); RIVIERES (75%)", f"{labels['kind']}: Journal", truth.rights_line,
            "Tous Droits Réservés",
        ]  # fmt: skip
        ending = "".join(
            f'<br><div class="c5"><p class="c1"><span class="c2">{escaped(words, draw)}</span></p></div>'
            for words in after
        )
        parts.append(
            f'<a name="DOC_ID_0_{place}"></a>{counter}{"".join(shown)}<br><div class="c7">{body}</div>{ending}'
        )
        truths.append(truth)
    head = '<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body>\n'
    return Export((head + "\n".join(parts) + "</body></html>").encode(), truths)


_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


def docx_export(count: int = 60, seed: int = 32) -> Export:
    """Return a cover page and articles between bookmarks, runs cut in the middle of words."""
    draw = random.Random(seed)
    truths, body, relations = [], [], []
    cover = [
        "Date and Time:\u00a0Tuesday, May 5, 2026 2:11 PM CEST",
        "Job Number:\u00a0123456789",
        f"Documents ({count})",
    ]
    body += [_paragraph(words, draw) for words in cover]
    chosen = articles(count, seed, ("en", "en", "fr"))
    body += [_paragraph(f"{place + 1}. {article.title}", draw) for place, article in enumerate(chosen)]
    for place, article in enumerate(chosen):
        clock = "9:20 AM GMT" if draw.random() < 0.3 else None
        urn = f"urn:contentItem:{draw.randrange(16**4):04X}-{draw.randrange(16**4):04X}-JBXS-{place:04d}-00000-00"
        truth = article.with_(
            outlet_code=None, document_id=urn, language=None, time_and_zone="09:20 GMT" if clock else None,
            page=article.page if article.section else None, rights_line=f"Copyright {article.published.year} {article.outlet}",
        )  # fmt: skip
        relations.append(
            f'<Relationship Id="rId{place}" Type="hyperlink" Target="https://advance.example/api/document?id={urn}&amp;idtype=PID" TargetMode="External"/>'
        )
        body.append(_paragraph(truth.title, draw, bookmark=f"Bookmark_{place}", relation=f"rId{place}"))
        body += [
            _paragraph(truth.outlet, draw),
            _paragraph(english_day(truth.published) + (f" {clock}" if clock else ""), draw),
        ]
        body.append(_paragraph(truth.rights_line, draw))
        if truth.section:
            body.append(
                _paragraph(f"Section:\u00a0{truth.section}" + (f"; Pg. {truth.page}" if truth.page else ""), draw)
            )
        body.append(_paragraph("Length:\u00a0295 words", draw))
        if truth.byline:
            body.append(_paragraph(f"Byline:\u00a0{truth.byline}", draw))
        body.append(_paragraph("Body", draw, bookmark="Body" if place == 0 else f"Body_{place - 1}"))
        body += [_paragraph(paragraph, draw) for paragraph in truth.paragraphs]
        if draw.random() < 0.7:
            body += [
                _paragraph("Classification", draw),
                _paragraph("Subject:\u00a0RIVERS (90%)", draw),
                _paragraph("Load-Date:\u00a0January 2, 2031", draw),
            ]
        body.append(_paragraph("End of Document", draw))
        truths.append(truth)
    return Export(packed(f"<w:body>{''.join(body)}</w:body>", "".join(relations)), truths)


def packed(body: str, relations: str = "") -> bytes:
    """Return a DOCX file with this body."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", "<Types/>")
        file.writestr(
            "word/_rels/document.xml.rels",
            f'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relations}</Relationships>',
        )
        file.writestr(
            "word/document.xml", f'<?xml version="1.0" encoding="UTF-8"?><w:document {_W}>{body}</w:document>'
        )
    return whole.getvalue()


def _paragraph(text: str, draw: random.Random, bookmark: str = "", relation: str = "") -> str:
    runs, rest = [], text
    while rest:
        size = draw.randint(3, 60)
        runs.append(
            f'<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{html.escape(rest[:size], quote=False)}</w:t></w:r>'
        )
        rest = rest[size:]
    inner = "".join(runs)
    if relation:
        inner = f'<w:hyperlink r:id="{relation}">{inner}</w:hyperlink>'
    mark = f'<w:bookmarkStart w:id="1" w:name="{bookmark}"/><w:bookmarkEnd w:id="1"/>' if bookmark else ""
    return f"<w:p><w:pPr/>{mark}{inner}</w:p>"
