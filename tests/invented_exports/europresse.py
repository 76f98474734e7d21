"""Europresse exports of the three generations, with their traps."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import timedelta

from invented_exports.markup import escaped, marked_up
from invented_exports.world import Truth, articles, english_day, french_day


@dataclass(frozen=True, slots=True)
class Export:
    """A file and what is true of each document in it, in order."""

    content: bytes
    truths: list[Truth]


def first_generation(count: int = 60, seed: int = 11, *, encoding: str = "utf-8") -> Export:
    """Return tables with bare text; the charset is declared ISO-8859-1, truly or, as most were, falsely."""
    draw = random.Random(seed)
    truths, parts = [], []
    for article in articles(count, seed, ("fr", "fr", "en")):
        truth, header = _common(article, draw)
        truth = truth.with_(byline=None, subtitle=None, language=None, url=None)
        truth = truth.with_(signals=frozenset(pair for pair in truth.signals if pair[0] != "byline"))
        if encoding == "utf-8":
            # the declaration is false wherever a byte beyond ASCII stands, and every document has one: the rights line
            truth = truth.with_(disagrees=truth.disagrees | {"charset"})
        hit = ('<span style="color:red">', "</span>")
        body = "<br><br>".join(marked_up(paragraph, draw, hit, encoding) for paragraph in truth.paragraphs)
        issue = f", no. {draw.randint(100, 9000)}" if draw.random() < 0.4 else ""
        if issue:
            truth = truth.with_(edition=issue[2:])
        headers = "".join(f'<span class="DocHeader">{escaped(part, draw, encoding)}</span>' for part in header)
        parts.append(
            f'<table><tbody><tr><td><span class="DocPublicationName">{escaped(truth.outlet, draw, encoding)}{issue}</span>'
            f"<br>\n{headers}<br><br>"
            f'<span class="TitreArticleVisu">{escaped(truth.title, draw, encoding)}</span><br><br>{body}<br><br>\n'
            f"{escaped(truth.rights_line, draw, encoding) if encoding != 'utf-8' else truth.rights_line}<br>"
            f"{escaped('Numéro de document', draw, encoding)} : {truth.document_id}</td></tr></tbody></table>"
        )
        truths.append(truth)
    head = '<html><head><meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1"></head><body>\n'
    return Export((head + "\n".join(parts) + "</body></html>").encode(encoding), truths)


def second_generation(count: int = 60, seed: int = 12) -> Export:
    """Return `article` elements; some without text, some not closed, captions in asides, the export's own date."""
    draw = random.Random(seed)
    truths, parts = [], []
    for place, article in enumerate(articles(count, seed)):
        truth, header = _common(article, draw)
        truth = truth.with_(language=None, url=None)
        subtitle = f"Dossier n° {place}" if draw.random() < 0.3 else None
        truth = truth.with_(subtitle=subtitle)
        kicker = f'<p class="sm-margin-bottom">{escaped(subtitle, draw)}</p>' if subtitle else ""
        as_class = draw.random() < 0.5
        author = ""
        if truth.byline:
            author = (
                f'<div class="docAuthors">{escaped(truth.byline, draw)}</div>'
                if as_class
                else f"<div>{escaped(truth.byline, draw)}</div>"
            )
        body = "".join(
            f"<p>{marked_up(paragraph, draw, ('<mark>', '</mark>'))}</p>\n" for paragraph in truth.paragraphs
        )
        if place % 13 == 5:
            section, truth = "", truth.with_(rejected="no_text")
        else:
            section = f'<section><div class="DocText"><div class="docOcurrContainer">{body}<p> &nbsp; </p></div></div>{_aside(draw)}</section>'
        closing = "" if place % 17 == 3 else "</article>"
        parts.append(
            f'<article><header><img sourcecode="{truth.outlet_code}" src="x.png"><div class="DocPublicationName">{escaped(truth.outlet, draw)}</div>'
            f'<div class="DocHeader">{escaped(", ".join(header), draw)}</div></header>'
            f'<div class="titreArticle">{kicker}<p class="titreArticleVisu">{escaped(truth.title, draw)}</p></div>{author}{section}'
            f'<footer><small>{escaped(truth.rights_line, draw)}</small><div id="PubliC_lblNodoc">{truth.document_id}</div>'
            f'<div id="PubliC_lblEndDate">12 mai 2015</div></footer>{closing}'
        )
        truths.append(truth)
    head = '<!DOCTYPE html><html><head><meta charset="utf-8"><title>Europresse</title></head><body>'
    return Export((head + "\n".join(parts) + "</body></html>").encode(), truths)


def third_generation(count: int = 60, seed: int = 13) -> Export:
    """Return today's form: word counts in the header, other outlets of the same document, one document twice."""
    draw = random.Random(seed)
    truths, parts = [], []
    for place, article in enumerate(articles(count, seed)):
        truth, header = _common(article, draw, words=True)
        truth = truth.with_(language=None, subtitle=f"Chapeau {place}" if draw.random() < 0.3 else None)
        truth = truth.with_(url=f"https://piroguier.example/{place}" if draw.random() < 0.4 else None)
        body = "".join(
            f"<p>{marked_up(paragraph, draw, ('<mark>', '</mark>'))}</p>\n" for paragraph in truth.paragraphs
        )
        link = (
            f'<p><a href="{truth.url}" target="_blank">Cet article est paru dans {escaped(truth.outlet, draw)}</a></p>'
            if truth.url
            else ""
        )
        subtitle = f'<p class="rdp__subtitle">{escaped(truth.subtitle, draw)}</p>' if truth.subtitle else ""
        author = ""
        if truth.byline:
            name = draw.choice(["docAuthors", "sm-margin-bottomNews"])
            other = '<div class="sm-margin-bottomNews"></div>' if name != "docAuthors" else ""
            author = f'{other}<div class="{name}">{escaped(truth.byline, draw)}</div>'
        others = ""
        if draw.random() < 0.3:
            day = french_day(truth.published, weekday=False)
            others = f'<div><span class="source-name-APD">Barid (site web)</span><span class="apd-sources-date">{day}</span></div>'
            truth = truth.with_(signals=truth.signals | {("other_outlet", "Barid (site web)")})
        markup = (
            f'<article><div class="rdp__DocPublicationName"><span class="DocPublicationName"> {escaped(truth.outlet, draw)}\n<span>Édition web</span></span>'
            f'<span sourcecode="{truth.outlet_code}"></span></div><div class="rdp__DocHeader"><span class="DocHeader">{escaped(", ".join(header), draw)}</span></div>'
            f'<p class="rdp__articletitle">{escaped(truth.title, draw)}</p>{subtitle}{author}'
            f'<div class="DocText clearfix">{body}<figure><figcaption>Photo du bac</figcaption></figure></div>{link}{others}'
            f'<div class="Doc-LegalInfo"><small>{escaped(truth.rights_line, draw)}</small></div><div class="publiC-lblNodoc">{truth.document_id}</div></article>'
        )
        parts.append(markup)
        truths.append(truth)
        if place % 20 == 7:
            parts.append(markup)
            truths.append(truth.with_(rejected="twice_in_file"))
    head = '<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"></head><body>'
    return Export((head + "\n".join(parts) + "</body></html>").encode(), truths)


def _common(article: Truth, draw: random.Random, *, words: bool = False) -> tuple[Truth, list[str]]:
    """Return what is true of an article at Europresse, and its header: section, weekday and date, page."""
    in_header = article.published
    in_id = in_header + timedelta(days=1) if draw.random() < 0.2 else in_header
    number = f"{draw.randint(10**9, 10**10 - 1)}"
    day = english_day(in_header, weekday=False).replace(",", "") if draw.random() < 0.1 else french_day(in_header)
    header = [
        *([article.section] if article.section else []),
        day + (f" {draw.randint(90, 999)} mots" if words else ""),
    ]
    if article.page:
        header.append(f"p. {article.page}")
    truth = article.with_(
        document_id=f"news·{in_id:%Y%m%d}·{article.outlet_code}·{number}",
        rights_line=f"© {in_header.year} {article.outlet}. Tous droits réservés.",
        disagrees=frozenset({"published"} if in_id != in_header else ()),
    )
    return truth, header


def _aside(draw: random.Random) -> str:
    return (
        "<aside><p>Illustration(s) : le bac d’Ilghazi.</p><p>Note(s) : photo d'archives.</p></aside>"
        if draw.random() < 0.4
        else ""
    )
