"""Three more houses, written after the reader and first read by it as they stand: how far it carries to pages unseen."""

from __future__ import annotations

import html
import json
import random
from datetime import timedelta

from invented_exports.markup import escaped
from invented_exports.pages import Page
from invented_exports.world import MONTHS_EN, MONTHS_FR, Truth, articles


def matin(truth: Truth, draw: random.Random) -> Page:
    """A page drawn by a program: classes without meaning, everything a `div`, the words that count in JSON-LD."""
    assert truth.published is not None
    assert truth.title is not None
    url = f"https://www.kalde-matin.example/a/{truth.number}?utm_source=x"
    canonical = f"https://www.kalde-matin.example/a/{truth.number}"
    changed = truth.published + timedelta(days=1)
    author = truth.byline or "Rédaction"
    node = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": truth.title,
        "datePublished": f"{truth.published}T06:00:00+0000",
        "dateModified": f"{changed}T06:00:00+0000",
        "author": author,
        "publisher": {"@type": "Organization", "name": "Kaldé Matin"},
        "articleSection": truth.section,
        "inLanguage": "fr",
        "url": url,
        "articleBody": " ".join(truth.paragraphs),
    }
    body = "".join(
        f"<div class='css-{draw.randrange(16**6):06x}'><p class='css-1hxk'>{escaped(paragraph, draw)}</p></div>"
        for paragraph in truth.paragraphs
    )
    page = f"""<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>{html.escape(truth.title)} • Kaldé Matin</title><meta property="og:title" content="{html.escape(truth.title)}"><meta property="og:description" content="…"><link rel="canonical" href="{canonical}"><script type="application/ld+json">{json.dumps({"@graph": [node]})}</script></head>
<body><div id="root"><div class="css-9z"><a href="/">Kaldé Matin</a><a href="/direct">Direct</a></div><div class="css-k1"><div class="css-t"><h1 class="css-h">{escaped(truth.title, draw)}</h1></div><div class="css-m"><span>{html.escape(author)}</span><span>·</span><span>il y a 3 ans</span></div>
<div class="css-p"><img alt="x"><span class="css-c">Un bac à quai, photographié l’an dernier par un lecteur du journal.</span></div>{body}<div class="css-z"><div><a href="/1">Les éleveurs de la rive gauche réclament des puits</a></div><div><a href="/2">Tessoumé : le marché attend son toit</a></div></div></div>
<div class="css-f"><span>© Kaldé Matin {truth.published.year}</span></div></div></body></html>"""
    return Page(
        page.encode(),
        truth.with_(
            byline=author, outlet="Kaldé Matin", outlet_code=None, language="fr", page=None, url=canonical,
            time_and_zone="06:00+0000", rights_line=f"© Kaldé Matin {truth.published.year}",
            extra={"modified": str(changed)},
        ),
        "matin",
    )  # fmt: skip


def voix(truth: Truth, draw: random.Random) -> Page:
    """A free blog: the post in one `div` with line breaks, the signature in bold at its end, dates in words."""
    assert truth.published is not None
    assert truth.title is not None
    url = f"http://lavoixdimzar.blog.example/{truth.published.year}/{truth.number}.html"
    body = "<br /><br />".join(escaped(paragraph, draw) for paragraph in truth.paragraphs)
    signature = (
        f"<br /><br /><b>{html.escape(truth.byline)}</b>" if truth.byline and truth.byline.startswith("Mariam") else ""
    )
    date_line = f"{truth.published.day} {MONTHS_FR[truth.published.month - 1]} {truth.published.year}"
    page = f"""<!DOCTYPE html><html dir='ltr' xmlns='http://www.w3.org/1999/xhtml'><head><meta content='text/html; charset=UTF-8' http-equiv='Content-Type'/><link href='{url}' rel='canonical'/><meta content='{url}' property='og:url'/><meta content='{html.escape(truth.title, quote=True)}' property='og:title'/><title>La Voix d’Imzar: {html.escape(truth.title)}</title></head>
<body><div class='header'><h1 class='title'><a href='/'>La Voix d’Imzar</a></h1><p class='description'>Le blog de la rive droite</p></div>
<div class='main'><h2 class='date-header'><span>{date_line}</span></h2><div class='post hentry'><h3 class='post-title entry-title'>{escaped(truth.title, draw)}</h3><div class='post-body entry-content' id='post-body-1'>{body}{signature}</div>
<div class='post-footer'><span class='post-author vcard'>Publié par <span class='fn'>Voix d’Imzar</span></span> <span class='post-timestamp'>à <abbr class='published' title='{truth.published}T11:54:00Z'>11:54</abbr></span> <div class='post-share-buttons'><a>Envoyer par e-mail</a></div></div></div>
<div class='comments' id='comments'><h4>1 commentaire:</h4><dl><dt>Anonyme</dt><dd><p>Un grand merci pour ces nouvelles de chez nous, continuez.</p></dd></dl></div></div>
<div class='sidebar'><div class='widget Archive'><h2>Archives</h2><ul><li><a>2014 (12)</a></li></ul></div></div></body></html>"""
    return Page(
        page.encode(),
        truth.with_(
            byline="Publié par Voix d’Imzar", outlet=None, outlet_code=None, language=None, section=None, page=None, url=url,
            signals=frozenset(s for s in truth.signals if s[0] != "byline") | (frozenset({("text", "ATAMI")}) if signature else frozenset()),
            paragraphs=(*truth.paragraphs, truth.byline) if signature else truth.paragraphs,
            time_and_zone=None,
        ),
        "voix",
    )  # fmt: skip


def courier(truth: Truth, draw: random.Random) -> Page:
    """An English paper with a standfirst, a byline in capitals, pictures between paragraphs, and an editor's note."""
    assert truth.published is not None
    assert truth.title is not None
    url = f"https://leftbankcourier.example/{truth.published:%Y/%m/%d}/{truth.number}/"
    byline = (truth.byline or "Staff").removeprefix("By ")
    date_line = f"{MONTHS_EN[truth.published.month - 1]} {truth.published.day}, {truth.published.year} 7:05 pm"
    parts = [f"<p>{escaped(paragraph, draw)}</p>" for paragraph in truth.paragraphs]
    parts.insert(
        2,
        "<div class='wp-block-image'><figure><img src='x'/><figcaption>The Ilghazi ferry at dusk. Photo: Left Bank Courier</figcaption></figure></div>",
    )
    parts.insert(
        3,
        "<div class='newsletter-signup'><h4>The river, weekly</h4><p>Sign up for our letter on the Ourma and its towns, free every Friday.</p></div>",
    )
    page = f"""<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>{html.escape(truth.title)} — Left Bank Courier</title><meta property="og:site_name" content="Left Bank Courier"><meta property="og:type" content="article"><meta property="og:title" content="{html.escape(truth.title)}"><link rel="canonical" href="{url}"><meta name="twitter:label1" content="Written by"></head>
<body class="single-post"><div class="skip-link"><a href="#c">Skip to content</a></div><header><nav><a href="/">Home</a></nav></header><main id="c"><p class="kicker">{truth.section or "News"}</p><h1>{escaped(truth.title, draw)}</h1><div class="meta"><div class="byline">BY {html.escape(byline)}</div><time>{date_line}</time></div>
<div class="article__content">{"".join(parts)}</div><div class="related-links"><h3>More from the river</h3><ul><li><a href="/1">Ferry stands still</a></li></ul></div></main><footer><div class="copyright">© {truth.published.year} Left Bank Courier Ltd. All rights reserved.</div></footer></body></html>"""
    return Page(
        page.encode(),
        truth.with_(
            byline=f"BY {byline}", outlet="Left Bank Courier", outlet_code=None, language="en-GB", section=None, page=None,
            url=url, time_and_zone="19:05", rights_line=f"© {truth.published.year} Left Bank Courier Ltd. All rights reserved.",
        ),
        "courier",
    )  # fmt: skip


def other_pages(count: int = 45, seed: int = 71) -> list[Page]:
    """Return pages of the three houses in turn."""
    draw = random.Random(seed)
    french, english = iter(articles(count, seed, ("fr",))), iter(articles(count, seed + 1, ("en",)))
    houses = ((matin, french), (voix, french), (courier, english))
    return [house(next(source), draw) for house, source in (houses[number % 3] for number in range(count))]
