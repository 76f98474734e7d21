"""Factiva exports: HTML, RTF, and the XML of old."""

from __future__ import annotations

import html
import random
from datetime import date

from invented_exports.europresse import Export
from invented_exports.markup import escaped, marked_up
from invented_exports.world import Truth, articles, english_day, french_day

_LANGUAGES = {"fr": "Français", "en": "English", "ar": "Arabe"}


def html_export(count: int = 60, seed: int = 21) -> Export:
    """Return tables of codes; from the middle on each document stands in a second wrapper, as in newer exports."""
    draw = random.Random(seed)
    truths, parts = [], []
    for place, article in enumerate(articles(count, seed)):
        truth, rows = _rows(article, draw)
        cells = []
        for code, value in rows:
            if code in {"LP", "TD"}:
                shown = "".join(
                    f'<p class="articleParagraph frarticleParagraph">{marked_up(paragraph, draw, ("<b>", "</b>"))}</p>\n'
                    for paragraph in value
                )
            else:
                shown = escaped(value, draw)
                shown = f"<b>{shown}</b>" if code == "HD" else shown
            cells.append(
                f'<tr><td class="index" align="right" nowrap><b>{code}</b>&nbsp;</td><td>\n{shown}\n</td></tr>'
            )
        inner = f'<div id="article-{truth.document_id}" class="article frArticle"><table border="0">{"".join(cells)}</table><br/></div>'
        parts.append(f'<div class="article frArticle">{inner}</div>' if place >= count // 2 else inner)
        truths.append(truth)
        if place % 25 == 9:
            parts.append(inner)
            truths.append(truth.with_(rejected="twice_in_file"))
    head = '<?xml version="1.0"?><html><head><META http-equiv="Content-Type" content="text/html; charset=UTF-8"><title>Factiva</title></head><body>'
    return Export((head + "\n".join(parts) + "</body></html>").encode(), truths)


def rtf_export(count: int = 60, seed: int = 22) -> Export:
    """Return RTF: letters beyond ASCII as bytes of Windows-1252 or as numbers with a fallback, nested groups, a picture."""
    draw = random.Random(seed)
    truths, lines = [], []
    for article in articles(count, seed):
        truth, rows = _rows(article, draw)
        for code, value in rows:
            if code in {"LP", "TD"}:
                lines.append(f"{{\\b {code}\\b0}}\\par")
                lines += [f"{{\\plain\\f1 {_rtf(paragraph, draw)}}}\\par\n\\par" for paragraph in value]
            else:
                lines.append(f"{{\\b {code}}}\\tab {{\\i0 {_rtf(value, draw)}}}\\par")
        lines.append("\\pard\\par")
        truths.append(truth)
    head = (
        "{\\rtf1\\ansi\\ansicpg1252\\uc1\\deff0{\\fonttbl{\\f0\\froman Times New Roman;}{\\f1\\fswiss Arial;}}"
        "{\\colortbl;\\red0\\green0\\blue0;}{\\*\\generator Factiva;}{\\info{\\title HD}}{\\pict\\pngblip 89504e470d0a}\n"
    )
    return Export((head + "\n".join(lines) + "}").encode("ascii"), truths)


def _rtf(text: str, draw: random.Random) -> str:
    shown = []
    for character in text:
        if character in "\\{}":
            shown.append("\\" + character)
        elif character == "\u00a0" and draw.random() < 0.5:
            shown.append("\\~")
        elif character.isascii():
            shown.append(character)
        else:
            try:
                byte = character.encode("cp1252")[0]
                shown.append(f"\\'{byte:02x}" if draw.random() < 0.6 else f"\\u{ord(character)}\\'{byte:02x}")
            except UnicodeEncodeError:
                number = ord(character)
                shown.append(f"\\u{number if number < 32768 else number - 65536}?")
    return "".join(shown)


def xml_export(count: int = 60, seed: int = 23) -> Export:
    """Return the XML of old exports."""
    draw = random.Random(seed)
    truths, parts = [], []
    for article in articles(count, seed):
        truth, _ = _rows(article, draw)
        truth = truth.with_(
            time_and_zone=None, rights_line=f"(c) {truth.outlet}",
            signals=frozenset(pair for pair in truth.signals if pair[0] != "provider"),
        )  # fmt: skip
        lead, *tail = [
            f"<paragraph>\n{html.escape(paragraph, quote=False)}</paragraph>" for paragraph in truth.paragraphs
        ]
        parts.append(
            f"<article><reference>distdoc:archive/ArchiveDoc::Article/{truth.document_id}</reference>"
            f"<headline><paragraph>{html.escape(truth.title)}</paragraph></headline>"
            + (f"<byline>{html.escape(truth.byline)}</byline>" if truth.byline else "")
            + f"<publicationDate><date>{truth.published}</date></publicationDate><sourceCode>{truth.outlet_code}</sourceCode>"
            f"<sourceName>{html.escape(truth.outlet)}</sourceName><baseLanguage>{truth.language.upper()}</baseLanguage>"
            + (f"<sectionName>{html.escape(truth.section)}</sectionName>" if truth.section else "")
            + (f"<pages>{truth.page}</pages>" if truth.page else "")
            + f"<copyright>{html.escape(truth.rights_line)}</copyright><wordCount>295</wordCount>"
            f"<leadParagraph>{lead}</leadParagraph><tailParagraphs>{''.join(tail)}</tailParagraphs></article>"
        )
        truths.append(truth)
    whole = '<?xml version="1.0" encoding="UTF-8"?>\n<articles>\n' + "\n".join(parts) + "\n</articles>"
    return Export(whole.encode(), truths)


def _rows(article: Truth, draw: random.Random) -> tuple[Truth, list[tuple[str, object]]]:
    """Return what is true of an article at Factiva, and its codes in their order."""
    day: date = article.published
    printed = english_day(day, weekday=False) if article.language == "en" else french_day(day, weekday=False)
    if article.language == "en":
        printed = f"{day.day} {english_day(day, weekday=False).split()[0]} {day.year}"
    clock = draw.choice([None, None, "20:15", "09:30 GMT"])
    credit = "Xinhua" if draw.random() < 0.15 else None
    tail = "".join(draw.choice("0123456789abcdefghij") for _ in range(9))
    truth = article.with_(
        document_id=f"{article.outlet_code}0020{day:%Y%m%d}{tail}",
        rights_line=f"Copyright {day.year} {article.outlet}",
        time_and_zone=clock,
        signals=article.signals | ({("provider", credit)} if credit else frozenset()),
    )
    rows: list[tuple[str, object]] = []
    for code, value in (
        ("SE", truth.section), ("HD", truth.title), ("BY", truth.byline), ("CR", credit), ("WC", "295 mots"),
        ("PD", printed), ("ET", clock), ("SN", truth.outlet), ("SC", truth.outlet_code), ("PG", truth.page),
        ("LA", _LANGUAGES[truth.language]), ("CY", truth.rights_line),
    ):  # fmt: skip
        if value is not None:
            rows.append((code, value))
    rows += [("LP", truth.paragraphs[:1]), ("TD", truth.paragraphs[1:])]
    rows += [
        ("NS", "gvio : Troubles civils | gcat : Politique"),
        ("RE", "tamas : Tamasna"),
        ("AN", f"Document {truth.document_id}"),
    ]
    return truth, rows
