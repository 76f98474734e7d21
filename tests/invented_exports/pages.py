"""Pages of the invented press of Tamasna: seven houses, each with its own templates, tags and habits."""

from __future__ import annotations

import html
import json
import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from invented_exports.markup import escaped
from invented_exports.world import DAYS_FR, MONTHS_EN, MONTHS_FR, Truth, articles, french_day

_MONTHS_AR = "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر"
MONTHS_AR = _MONTHS_AR.split()


@dataclass(frozen=True, slots=True)
class Page:
    """A page and what is true of it; `truth.extra` holds what only pages say: modified, keywords, paywall, cut, licence."""

    content: bytes
    truth: Truth
    house: str


House = Callable[[Truth, random.Random], Page]


def _inline(text: str, draw: random.Random) -> str:
    """Return a paragraph with a link, some emphasis and some entities in it."""
    words = text.split(" ")
    place = draw.randrange(len(words))
    tags = ["<b>{}</b>", "<i>{}</i>", "<a href='/dossier/7'>{}</a>", "<span class='x'>{}</span>", "{}"]
    return " ".join(
        draw.choice(tags).format(escaped(word, draw)) if number == place else escaped(word, draw)
        for number, word in enumerate(words)
    )


def _url(truth: Truth, host: str) -> str:
    return f"https://{host}.example/{truth.published.year if truth.published else 0}/article-{truth.number}"


def _clock(draw: random.Random) -> tuple[int, int]:
    return draw.randrange(6, 23), draw.randrange(0, 60)


def _changed(truth: Truth, draw: random.Random) -> date:
    assert truth.published is not None
    return truth.published + timedelta(days=draw.randint(0, 3))


_COOKIES = "<div class='cookie-banner' role='dialog'><p>Nous utilisons des cookies pour mesurer l’audience de ce site et vous proposer des contenus adaptés. En poursuivant votre visite, vous acceptez.</p><button>Accepter</button></div>"
_NAV = "<nav class='main-nav'><ul><li><a href='/'>Accueil</a></li><li><a href='/politique'>Politique</a></li><li><a href='/videos'>Vidéos</a></li></ul></nav>"
_SHARE = "<div class='share-buttons'><span>Partager</span> <a href='#'>Facebook</a> <a href='#'>WhatsApp</a></div>"
_SCRIPT = "<script>window.data={'text':'« Ceci n\\'est pas un article »'};document.write('<p>écrit</p>')</script>"


def _related(draw: random.Random) -> str:
    lines = [
        "Le bac d’Ilghazi rouvrira après la crue, promet la mairie de Kaldé",
        "Les éleveurs de la rive gauche réclament des puits",
        "Tessoumé : le marché couvert attend toujours son toit",
    ]
    return "".join(
        f"<li><a href='/{draw.randrange(999)}'>{line}</a><p>{line}, et ce n’est pas la première fois.</p></li>"
        for line in lines
    )


def piroguier(truth: Truth, draw: random.Random) -> Page:
    """A blog system's theme with a graph of JSON-LD, social tags, a byline with its link, related articles, comments."""
    hour, minute = _clock(draw)
    assert truth.published is not None
    assert truth.title is not None
    changed, url = _changed(truth, draw), _url(truth, "piroguier")
    author = truth.byline or "La rédaction"
    graph = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebSite", "@id": "https://piroguier.example/#website", "name": truth.outlet},
            {"@type": "Organization", "@id": "https://piroguier.example/#org", "name": truth.outlet},
            {"@type": ["Article", "NewsArticle"], "@id": url + "#article", "isPartOf": {"@id": url}, "headline": html.escape(truth.title), "datePublished": f"{truth.published}T{hour:02}:{minute:02}:00+00:00", "dateModified": f"{changed}T23:10:00+00:00", "author": {"@id": "#/person/1"}, "publisher": {"@id": "https://piroguier.example/#org"}, "articleSection": [truth.section] if truth.section else None, "inLanguage": "fr-FR", "keywords": ["Ourma", "Tessoumé"], "mainEntityOfPage": {"@id": url}},
            {"@type": "Person", "@id": "#/person/1", "name": author},
        ],
    }  # fmt: skip
    body = "\n".join(f"<p>{_inline(paragraph, draw)}</p>" for paragraph in truth.paragraphs)
    middle = draw.randrange(1, len(truth.paragraphs))
    parts = body.split("\n")
    parts.insert(
        middle,
        f"<figure class='wp-caption'><img src='a.jpg' onload='steal()'><figcaption>Le bac d’Ilghazi, vu de la berge. © {truth.outlet}</figcaption></figure>",
    )
    if draw.random() < 0.5:
        parts.insert(
            middle, "<p class='lire-aussi'>À lire aussi : <a href='/9'>Le bac d’Ilghazi rouvrira après la crue</a></p>"
        )
    page = f"""<!DOCTYPE html><html lang="fr-FR"><head><meta charset="utf-8"><title>{html.escape(truth.title)} - {truth.outlet}</title>
<link rel="canonical" href="{url}"><meta property="og:title" content="{html.escape(truth.title)} - {truth.outlet}"><meta property="og:type" content="article"><meta property="og:site_name" content="{truth.outlet}"><meta property="og:locale" content="fr_FR">
<meta property="article:published_time" content="{truth.published}T{hour:02}:{minute:02}:00+00:00">
<script type="application/ld+json" class="graph">{json.dumps(graph, ensure_ascii=draw.random() < 0.5)}</script>{_SCRIPT}</head>
<body class="single has-sidebar" onload="go()">{_COOKIES}{_NAV}<main><article class="post-{truth.number} post tag-ourma"><header class="entry-header"><h1 class="entry-title">{escaped(truth.title, draw)}</h1>
<div class="entry-meta"><span class="byline">Par <a rel="author" href="/auteur/1">{html.escape(author)}</a></span> <time class="entry-date" datetime="{truth.published}T{hour:02}:{minute:02}:00+00:00">{french_day(truth.published, weekday=False)}</time></div></header>
{_SHARE}<div class="entry-content">{"".join(parts)}</div><footer class="entry-footer">Étiquettes : <a href="/tag/ourma">Ourma</a></footer></article>
<section class="related-posts"><h3>Sur le même sujet</h3><ul>{_related(draw)}</ul></section><section id="comments" class="comments-area"><h2>2 commentaires</h2><ol><li><p>Merci pour cet article, il était temps que quelqu’un parle enfin du bac et de la crue.</p></li></ol></section></main>
<aside class="sidebar"><h3>Les plus lus</h3><ul>{_related(draw)}</ul></aside><footer class="site-footer"><p>© {truth.published.year} {truth.outlet}. Tous droits réservés.</p></footer></body></html>"""
    return Page(
        page.encode(),
        truth.with_(
            byline=f"Par {author}", language="fr-FR", url=url, time_and_zone=f"{hour:02}:{minute:02}+00:00",
            rights_line=f"© {truth.published.year} {truth.outlet}. Tous droits réservés.",
            page=None, outlet_code=None,
            extra={"modified": str(changed), "keywords": "Ourma|Tessoumé"},
        ),
        "piroguier",
    )  # fmt: skip


def echo(truth: Truth, draw: random.Random) -> Page:
    """No JSON-LD: dates and byline as printed, paragraphs parted by two line breaks, a newsletter in their middle."""
    hour, minute = _clock(draw)
    assert truth.published is not None
    assert truth.title is not None
    changed = truth.published + timedelta(days=draw.randint(1, 3))
    byline = f"Par {truth.byline}" if truth.byline and truth.byline.startswith(("M", "Y", "A")) else truth.byline
    printed_byline = (
        f"<div class='article-author'>{html.escape(byline)} | Publié le {french_day(truth.published)} à {hour}h{minute:02}</div>"
        if byline
        else f"<div class='article-date'>Publié le {french_day(truth.published)} à {hour}h{minute:02}</div>"
    )
    middle = draw.randrange(1, len(truth.paragraphs))
    first = "<br><br>\n".join(_inline(paragraph, draw) for paragraph in truth.paragraphs[:middle])
    second = "<br />\n<br />".join(_inline(paragraph, draw) for paragraph in truth.paragraphs[middle:])
    url = _url(truth, "echo-rive")
    page = f"""<!doctype html>
<html lang=fr><head><meta http-equiv="Content-Type" content="text/html; charset={draw.choice(["utf-8", "iso-8859-1"])}">
<title>{html.escape(truth.title)} | L’Écho</title><meta property="og:url" content="{url}"><meta property="og:site_name" content="{truth.outlet}"><meta property="og:type" content="article"><meta name="keywords" content="ourma, puits , crue"></head>
<body>{_NAV}<div class="breadcrumb"><a href="/">Accueil</a> &gt; <a href="/s">{truth.section or "Accueil"}</a></div>
<div id="content"><div class="article"><h1>{escaped(truth.title, draw)}</h1>{printed_byline}
<div class="maj">Mis à jour le {french_day(changed, weekday=False)} à 9h05</div>
<div class="photo"><img src="x.jpg"><div class="legende">Un puits de la rive gauche, en saison sèche. Crédit photo : Écho</div></div>
<div class="texte">{first}<div class="newsletter-box"><p>Recevez chaque matin l’essentiel de l’actualité de la rive gauche dans votre boîte aux lettres. Inscrivez-vous.</p></div>{second}</div>
<div class="partage">Partager sur Facebook</div></div></div>{_COOKIES}
<div id="footer">Mentions légales - <small>© L’Écho de la Rive gauche {truth.published.year}</small></div></body></html>"""
    return Page(
        page.encode(),
        truth.with_(
            byline=byline, language="fr", url=url, time_and_zone=f"{hour:02}:{minute:02}",
            section=truth.section or "Accueil", rights_line=f"© L’Écho de la Rive gauche {truth.published.year}",
            page=None, outlet_code=None, disagrees=_false_charset(page),
            extra={"modified": str(changed), "keywords": "ourma|puits|crue"},
        ),
        "echo",
    )  # fmt: skip


def _false_charset(page: str) -> frozenset[str]:
    return frozenset({"charset"}) if "charset=iso-8859-1" in page else frozenset()


def ourma(truth: Truth, draw: random.Random) -> Page:
    """An agency: microdata, JSON that is not quite JSON, and the articles of others described before its own."""
    hour, minute = _clock(draw)
    assert truth.published is not None
    assert truth.title is not None
    url = _url(truth, "ourma")
    others = json.dumps(
        [
            {
                "@context": "http://schema.org",
                "@type": "NewsArticle",
                "headline": "Les éleveurs réclament des puits",
                "datePublished": "2009-01-01",
                "url": "https://ourma.example/2009/autre",
            }
        ]
    )
    own = (
        json.dumps(
            {
                "@context": "http://schema.org",
                "@type": "http://schema.org/NewsArticle",
                "headline": truth.title,
                "alternativeHeadline": "Ce que disent les riverains",
                "datePublished": str(truth.published),
                "author": [{"@type": "Person", "name": name} for name in ("Inna Tarbi", "Yaro Kéta")],
                "publisher": {
                    "@type": "Organization",
                    "name": truth.outlet,
                    "logo": {"@type": "ImageObject", "url": "l.png"},
                },
                "inLanguage": {"@type": "Language", "alternateName": "fr"},
                "isAccessibleForFree": True,
                "isBasedOn": {"@type": "CreativeWork", "name": "Communiqué de la préfecture"},
                "copyrightHolder": {"name": truth.outlet},
                "license": "https://ourma.example/licence",
                "url": url,
            },
            ensure_ascii=False,
        )[:-1]
        + ",}"
    )
    body = "".join(f"<p itemprop='description'>{_inline(paragraph, draw)}</p>" for paragraph in truth.paragraphs)
    page = f"""<html xmlns="http://www.w3.org/1999/xhtml"><head><title>{html.escape(truth.title)}</title><meta charset="UTF-8"/><link rel="canonical" href="/{truth.published.year}/article-{truth.number}"/>
<base href="https://ourma.example/"/><script type='application/ld+json'>{others}</script><script type="application/ld+json">
<!--
{own}
//--></script></head><body><div id="menu">{_NAV}</div>
<div itemscope itemtype="http://schema.org/NewsArticle" class="depeche"><h1 itemprop="headline">{escaped(truth.title, draw)}</h1><h2 class="surtitre">Ce que disent les riverains</h2>
<time itemprop="datePublished" datetime="{truth.published}T{hour:02}:{minute:02}+01:00">il y a longtemps</time><div itemprop="articleBody">{body}</div></div>
<div class="widget recommend"><h4>À voir</h4><ul>{_related(draw)}</ul></div><div style="display:none"><p>Texte caché que personne ne lit et qui ressemble pourtant à un vrai paragraphe d’article.</p></div></body></html>"""
    saved = f"<!-- saved from url=({len(url):04})" + url + " -->\n"
    return Page(
        (saved + page).encode(),
        truth.with_(
            byline="Inna Tarbi, Yaro Kéta", language="fr", url=url, subtitle="Ce que disent les riverains",
            time_and_zone=None, section=None, page=None, outlet_code=None, rights_line=f"© {truth.outlet}",
            signals=frozenset(s for s in truth.signals if s[0] != "byline") | {("based_on", "Communiqué de la préfecture")},
            extra={},
        ),
        "ourma",
    )  # fmt: skip


def portal(truth: Truth, draw: random.Random) -> Page:
    """An old portal: tables, font tags, a charset that is declared falsely or not at all, the signature at the end."""
    assert truth.published is not None
    assert truth.title is not None
    encoding = draw.choice(["cp1252", "utf-8", "utf-8-sig", "utf-16"])
    declared = draw.choice(["", '<meta http-equiv="content-type" content="text/html; charset=iso-8859-1">'])
    url = _url(truth, "vieux-portail")
    signature = (
        f"<p><b>Par {html.escape(truth.byline)}</b></p>" if truth.byline and not truth.byline.startswith("De") else ""
    )

    def shown(text: str) -> str:
        return "".join(c if _fits(c, encoding) else f"&#{ord(c)};" for c in html.escape(text, quote=False))

    body = "\n".join(
        f"<P align=justify><FONT face=Arial size=2>{shown(paragraph)}</FONT>" for paragraph in truth.paragraphs
    )
    page = f"""<!-- saved from url=({len(url):04}){url} --><HTML><HEAD>{declared}<TITLE>{shown(truth.title)}</TITLE></HEAD><BODY bgcolor=white onload="compte()">
<TABLE width=800><TR><TD class=menu><A href="/">{shown("Accueil")}</A> | <A href="/p">Politique</A></TD></TR><TR><TD>
<H1>{shown(truth.title)}</H1><DIV class="date">{french_day(truth.published) if encoding.startswith("utf") else shown(french_day(truth.published))}</DIV>
{body}
{signature}</TD></TR><TR><TD class="copyright">{shown(f"© {truth.outlet} {truth.published.year}")}</TD></TR></TABLE></BODY></HTML>"""
    content = page.encode(encoding)
    disagrees = bool(declared) and not content.isascii() and encoding.startswith("utf")
    return Page(
        content,
        truth.with_(
            byline=f"Par {truth.byline}" if signature else None, language=None, url=url, outlet=None, outlet_code=None,
            section=None, page=None, rights_line=f"© {truth.outlet} {truth.published.year}",
            signals=truth.signals if signature else frozenset(s for s in truth.signals if s[0] != "byline"),
            disagrees=frozenset({"charset"}) if disagrees else frozenset(),
            extra={},
        ),
        "portal",
    )  # fmt: skip


def _fits(character: str, encoding: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def ferryman(truth: Truth, draw: random.Random) -> Page:
    """An English paper: authors with an agency among them, a wall for subscribers, pull quotes, "Read more" lines."""
    hour, minute = _clock(draw)
    assert truth.published is not None
    assert truth.title is not None
    changed, url = _changed(truth, draw), _url(truth, "ferryman")
    is_free = draw.random() < 0.7
    names = (truth.byline or "Ferryman staff").removeprefix("By ").split(" with ")
    node = {
        "@context": "https://schema.org/",
        "@type": "ReportageNewsArticle",
        "mainEntityOfPage": {"@type": "WebPage", "@id": url},
        "headline": truth.title,
        "datePublished": f"{truth.published}T{hour:02}:{minute:02}:07.000Z",
        "dateModified": f"{changed}T23:59:01Z",
        "author": [
            {"@type": "Person", "name": names[0]},
            *[{"@type": "Organization", "name": name} for name in names[1:]],
        ],
        "publisher": {"@type": "NewsMediaOrganization", "name": truth.outlet},
        "articleSection": truth.section,
        "inLanguage": "en",
        "isAccessibleForFree": is_free,
        "keywords": "Ourma, ferry",
    }
    parts = [f"<p class='body-text'>{_inline(paragraph, draw)}</p>" for paragraph in truth.paragraphs]
    parts.insert(draw.randrange(1, len(parts)), "<aside class='pullquote'>They waited until night</aside>")
    parts.insert(
        draw.randrange(1, len(parts)), "<p><strong>Read more:</strong> <a href='/x'>Tessoumé counts its boats</a></p>"
    )
    parts.insert(draw.randrange(1, len(parts)), "<div class='ad-slot' id='ad-2'>Advertisement</div>")
    wall = (
        ""
        if is_free
        else "<div class='paywall-prompt'><p>This article is for subscribers only. Subscribe to continue reading.</p></div>"
    )
    date_line = f"{truth.published.day} {MONTHS_EN[truth.published.month - 1]} {truth.published.year}"
    prefix = "" if truth.byline and truth.byline.startswith("By ") else "By "
    page = f"""<!doctype html><html lang="en"><head><meta charset="utf-8"/><title>{html.escape(truth.title)} | {truth.outlet}</title><link rel="canonical" href="{url}"/>
<script type="application/ld+json">{json.dumps(node)}</script></head><body><header class="site-header">{_NAV}</header><div class="layout"><article><div class="headline-wrap"><h1>{escaped(truth.title, draw)}</h1></div>
<div class="byline-block"><p class="byline">{prefix}{html.escape(truth.byline or "Ferryman staff")}</p><p class="published">Published {date_line}</p></div>
<div class="article-body">{"".join(parts)}{wall}</div><div class="author-bio"><p>{names[0]} covers the river and its towns for the paper, and has done so for eleven years.</p></div></article></div>
<footer><p>Copyright {truth.published.year} {truth.outlet}. All rights reserved.</p></footer></body></html>"""
    return Page(
        page.encode(),
        truth.with_(
            byline=f"{prefix}{truth.byline or 'Ferryman staff'}", language="en", url=url,
            time_and_zone=f"{hour:02}:{minute:02}:07Z", page=None, outlet_code=None,
            rights_line=f"Copyright {truth.published.year} {truth.outlet}. All rights reserved.",
            extra={"modified": str(changed), "keywords": "Ourma|ferry", **({} if is_free else {"paywall": "This article is for subscribers only. Subscribe to continue reading."})},
        ),
        "ferryman",
    )  # fmt: skip


def barid(truth: Truth, draw: random.Random) -> Page:
    """An Arabic paper, right to left: Arabic months, its own charset or UTF-8, the byline after « بقلم »."""
    assert truth.published is not None
    assert truth.title is not None
    encoding = draw.choice(["utf-8", "windows-1256"])
    url = _url(truth, "barid")
    day = f"{truth.published.day} {MONTHS_AR[truth.published.month - 1]} {truth.published.year}"
    byline = f"بقلم {truth.byline}" if truth.byline else None

    def shown(text: str) -> str:
        return "".join(c if _fits(c, encoding) else f"&#{ord(c)};" for c in html.escape(text, quote=False))

    body = "".join(f"<p>{shown(paragraph)}</p>" for paragraph in truth.paragraphs)
    page = f"""<!DOCTYPE html><html dir="rtl" lang="ar"><head><meta charset="{encoding}"><title>{shown(truth.title)}</title><meta property="og:type" content="article"><meta property="og:title" content="{shown(truth.title)}"><meta property="og:site_name" content="{shown(truth.outlet or "")}"><meta property="og:url" content="{url}"></head>
<body><nav><a href="/">{shown("الرئيسية")}</a></nav><article><h1>{shown(truth.title)}</h1>{f'<div class="author">{shown(byline)}</div>' if byline else ""}<div class="date">{shown(day)}</div>{body}<p>{shown("اقرأ أيضا: تيسومي تحصي آبارها")}</p></article><footer>{shown(f"© {truth.outlet}")}</footer></body></html>"""
    return Page(
        page.encode(encoding),
        truth.with_(
            byline=byline, language="ar", url=url, section=None, page=None, outlet_code=None,
            rights_line=f"© {truth.outlet}", extra={},
        ),
        "barid",
    )  # fmt: skip


def reprint(truth: Truth, draw: random.Random) -> Page:
    """A portal that reprints agencies: meta tags alone, the credit in the byline, another date printed than in the head."""
    assert truth.published is not None
    assert truth.title is not None
    url = _url(truth, "tessoumactu")
    credit = draw.choice(["Tessoum’Actu avec AFP", "Awa Tindari (avec AFP)", "AFP", "Par Reuters"])
    other = truth.published + timedelta(days=2)
    body = "".join(f"<div class='par'>{_inline(paragraph, draw)}</div>" for paragraph in truth.paragraphs)
    page = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><meta http-equiv="Content-Language" content="fr"><title>Tessoum’Actu : {html.escape(truth.title)}</title><meta property="og:title" content="{html.escape(truth.title)}"/><meta name="author" content="admin"/><meta property="article:published_time" content="{truth.published}"/><meta property="article:modified_time" content="{other}"/><meta property="og:url" content="{url}"/><meta property="og:site_name" content="Tessoum’Actu"/>{"".join(f"<meta property='article:tag' content='{tag}'/>" for tag in ("bac", "crue"))}</head>
<body>{_NAV}<div class="post"><h2 class="post-title"><a href="{url}">{escaped(truth.title, draw)}</a></h2><p class="signature">{credit}</p><span class="post-date">{DAYS_FR[other.weekday()]} {other.day} {MONTHS_FR[other.month - 1]} {other.year}</span>
<div class="post-body">{body}</div>{_SHARE}<div class="tags">Mots-clés : <a>bac</a> <a>crue</a></div></div><div class="sidebar">{_related(draw)}</div></body></html>"""
    agency = "Reuters" if "Reuters" in credit else "AFP"
    return Page(
        page.encode(),
        truth.with_(
            byline=credit, language=None if "Content-Language" not in page else "fr", url=url, outlet="Tessoum’Actu",
            outlet_code=None, section=None, page=None, rights_line=None, time_and_zone=None,
            signals=frozenset(s for s in truth.signals if s[0] != "byline") | {("byline", agency)},
            disagrees=frozenset({"published"}), extra={"modified": str(other), "keywords": "bac|crue"},
        ),
        "reprint",
    )  # fmt: skip


HOUSES: dict[str, tuple[House, str]] = {
    "piroguier": (piroguier, "fr"),
    "echo": (echo, "fr"),
    "ourma": (ourma, "fr"),
    "portal": (portal, "fr"),
    "ferryman": (ferryman, "en"),
    "barid": (barid, "ar"),
    "reprint": (reprint, "fr"),
}


def pages(count: int = 70, seed: int = 51) -> list[Page]:
    """Return pages of all houses in turn, always the same for the same seed."""
    draw = random.Random(seed)
    by_language = {
        code: iter(articles(count, seed + number, (code,))) for number, code in enumerate(("fr", "en", "ar"))
    }
    found = []
    for number in range(count):
        house, language = list(HOUSES.values())[number % len(HOUSES)]
        found.append(house(next(by_language[language]), draw))
    return found


def no_articles() -> list[Page]:
    """Return pages that hold no article: an error's, a front page, a wall, an empty one."""

    def rejected(reason: str, page: str) -> Page:
        truth = articles(1, 99, ("fr",))[0].with_(rejected=reason)
        return Page(page.encode(), truth, "none")

    front = "".join(
        f"<article><h2><a href='/{n}'>Le bac d’Ilghazi rouvrira après la crue, promet la mairie</a></h2><p><a href='/{n}'>La mairie de Kaldé promet que le bac rouvrira dès que la crue sera passée, numéro {n}.</a></p></article>"
        for n in range(12)
    )
    return [
        rejected(
            "error_page",
            "<html><head><title>404 - Page introuvable</title></head><body><h1>Erreur 404</h1><p>La page que vous cherchez n’existe plus. Elle a peut-être été déplacée.</p></body></html>",
        ),
        rejected(
            "not_an_article",
            f"<html><head><title>Le Piroguier</title></head><body>{_NAV}<main>{front}</main></body></html>",
        ),
        rejected(
            "no_text",
            "<html><head><title>Vidéo</title></head><body><h1>Vidéo</h1><iframe src='x'></iframe></body></html>",
        ),
        rejected("no_text", "<html><body></body></html>"),
    ]
