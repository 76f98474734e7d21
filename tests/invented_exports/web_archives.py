"""The same pages as a folder, a zip file, a WARC; and the same articles as feeds."""

from __future__ import annotations

import gzip
import html
import io
import random
import zipfile
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

from invented_exports.europresse import Export
from invented_exports.markup import escaped
from invented_exports.pages import Page, no_articles, pages
from invented_exports.world import Truth, articles


def folder(path: Path, count: int = 56, seed: int = 52) -> list[Truth]:
    """Write a folder of saved pages with what a browser saves beside them; return what is true, in the order of names."""
    made = pages(count, seed) + no_articles()
    (path / "2017").mkdir(parents=True)
    truths = {}
    for number, page in enumerate(made):
        name = f"{'2017/' if number % 3 == 0 else ''}{number:03} article.html"
        (path / name).write_bytes(page.content)
        truths[name] = page.truth
    beside = path / "001 article_files"
    beside.mkdir()
    (beside / "frame.html").write_text(
        "<html><body><p>Une publicité dans un cadre, avec assez de mots pour faire un article entier.</p></body></html>"
    )
    (path / "style.css").write_text("p {}")
    (path / ".hidden.html").write_text("<html>")
    return [truths[name] for name in sorted(truths, key=lambda name: ("/" in name, name))]


def zipped(count: int = 56, seed: int = 53) -> Export:
    """Return a zip file of pages, and what is true of each."""
    made = pages(count, seed) + no_articles()
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("pages/", "")
        for number, page in enumerate(made):
            packed.writestr(f"pages/{number:03}.html", page.content)
        packed.writestr("pages/001_files/frame.html", "<html><body>x</body></html>")
        packed.writestr("pages/logo.png", b"\x89PNG")
    return Export(file.getvalue(), [page.truth for page in made])


def record(
    url: str, body: bytes, *, kind: str = "response", status: str = "200 OK", charset: str = "", **headers: str
) -> bytes:
    """Return a WARC record with an HTTP response in it; `length` overrides the length that it claims.

    `payload_digest` is the crawler's own digest of the body, which stands in the record's header.
    """
    told = headers.pop("length", None)
    digest = f"WARC-Payload-Digest: {headers.pop('payload_digest')}\r\n" if "payload_digest" in headers else ""
    content_type = headers.pop("content_type", "text/html" + (f"; charset={charset}" if charset else ""))
    more = "".join(f"{name.replace('_', '-').title()}: {value}\r\n" for name, value in headers.items())
    http = f"HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\n{more}\r\n".encode() + body
    number = f"{random.Random(url).randrange(16**12):012x}"
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{number}>\r\nWARC-Target-URI: {url}\r\n"
        f"WARC-Date: 2024-04-12T10:00:00Z\r\n{digest}Content-Type: application/http; msgtype=response\r\nContent-Length: {told or len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def crawl(made: list[Page], *, packed: bool = True, seed: int = 54) -> Export:
    """Return a WARC of pages with requests, pictures, redirections and a revisit between them, and what is true."""
    draw = random.Random(seed)
    records, truths = [], []
    info = b"software: invented\r\n"
    records.append(
        b"WARC/1.1\r\nWARC-Type: warcinfo\r\nWARC-Record-ID: <urn:uuid:0>\r\nWARC-Date: 2024-04-12T10:00:00Z\r\nContent-Type: application/warc-fields\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n"
        % (len(info), info)
    )
    for number, page in enumerate(made):
        url = page.truth.url if page.truth.rejected is None and page.truth.url else f"https://invented.example/{number}"
        records.append(record(url, b"", kind="request"))
        coding = draw.choice(["", "gzip", "chunked"])
        body, headers = page.content, {}
        if coding == "gzip":
            body, headers = gzip.compress(body, mtime=0), {"content_encoding": "gzip"}
        elif coding == "chunked":
            body = (
                b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (body[:700], body[700:]) if part)
                + b"0\r\n\r\n"
            )
            headers = {"transfer_encoding": "chunked"}
        records.append(record(url, body, **headers))
        address = f"urn:uuid:00000000-0000-4000-8000-{random.Random(url).randrange(16**12):012x}"
        truths.append(page.truth.with_(document_id=address))
        if number % 5 == 0:
            records.append(record(url + "/logo.png", b"\x89PNG", content_type="image/png"))
            records.append(record(url + "/old", b"<html>moved</html>", status="301 Moved Permanently"))
    records.append(record(made[0].truth.url or "", b"", kind="revisit"))
    truths.append(made[0].truth.with_(rejected="twice_in_file"))
    return Export(b"".join(gzip.compress(one, mtime=0) if packed else one for one in records), truths)


def warc(count: int = 56, seed: int = 55, *, packed: bool = True) -> Export:
    """Return a WARC of all houses' pages, and of some that hold no article."""
    return crawl(pages(count, seed) + no_articles(), packed=packed)


def _html(truth: Truth, draw: random.Random) -> str:
    return "".join(f"<p>{escaped(paragraph, draw)}</p>" for paragraph in truth.paragraphs)


def _entries(count: int, seed: int) -> list[Truth]:
    """Return articles as a feed tells them; every sixth with its summary alone."""
    found = []
    for number, truth in enumerate(articles(count, seed, ("fr", "fr", "en"))):
        found.append(truth.with_(
            outlet="Ourma Presse", outlet_code=None, page=None, section=None, language="fr",
            url=f"https://ourma.example/{truth.number}", document_id=f"tag:ourma.example,{truth.number}",
            rights_line="© Ourma Presse", rejected="summary_only" if number % 6 == 5 else None,
        ))  # fmt: skip
    return found


def rss(count: int = 48, seed: int = 56) -> Export:
    """Return an RSS 2.0 feed: the text in `content:encoded`, or a summary alone."""
    draw, truths, items = random.Random(seed), [], []
    for truth in _entries(count, seed):
        assert truth.published is not None
        when = datetime(truth.published.year, truth.published.month, truth.published.day, 14, 5, tzinfo=UTC)
        whole = (
            ""
            if truth.rejected
            else f"<content:encoded><![CDATA[{_html(truth, draw)}<script>x()</script><p>L'article <a href='#'>Un titre</a> est apparu en premier sur <a>Ourma Presse</a>.</p>]]></content:encoded>"
        )
        creator = f"<dc:creator><![CDATA[{truth.byline}]]></dc:creator>" if truth.byline else ""
        items.append(
            f"<item><title>{html.escape(truth.title or '')}</title><link>{truth.url}</link><guid isPermaLink='false'>{truth.document_id}</guid><pubDate>{format_datetime(when)}</pubDate>{creator}<category>Ourma</category><description>{html.escape(truth.paragraphs[0][:80])} […]</description>{whole}</item>"
        )
        truths.append(truth.with_(time_and_zone="14:05+0000"))
    feed = f"""<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Ourma Presse</title><link>https://ourma.example</link><description>Dépêches</description><language>fr</language><copyright>© Ourma Presse</copyright>{"".join(items)}</channel></rss>"""
    return Export(feed.encode(), truths)


def rdf(count: int = 48, seed: int = 57) -> Export:
    """Return an RSS 1.0 feed, in Latin letters of Windows' own."""
    draw, truths, items = random.Random(seed), [], []
    for truth in _entries(count, seed):
        whole = "" if truth.rejected else f"<content:encoded>{html.escape(_html(truth, draw))}</content:encoded>"
        creator = f"<dc:creator>{html.escape(truth.byline)}</dc:creator>" if truth.byline else ""
        items.append(
            f"<item rdf:about='{truth.url}'><title>{html.escape(truth.title or '')}</title><link>{truth.url}</link><dc:date>{truth.published}T08:00:00+01:00</dc:date>{creator}<description>{html.escape(truth.paragraphs[0][:90])}…</description>{whole}</item>"
        )
        truths.append(truth.with_(time_and_zone="08:00+01:00", document_id=truth.url))
    feed = f"""<?xml version="1.0" encoding="windows-1252"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://ourma.example"><title>Ourma Presse</title><link>https://ourma.example</link><dc:language>fr</dc:language><dc:rights>© Ourma Presse</dc:rights></channel>{"".join(items)}</rdf:RDF>"""
    return Export(feed.encode("cp1252", "xmlcharrefreplace"), truths)


def atom(count: int = 48, seed: int = 58) -> Export:
    """Return an Atom feed: text as XHTML or as escaped HTML, its own date of change, rights of each entry."""
    draw, truths, entries = random.Random(seed), [], []
    for number, truth in enumerate(_entries(count, seed)):
        if truth.rejected:
            whole = f"<summary>{html.escape(truth.paragraphs[0])}</summary>"
        elif number % 2:
            markup = "".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in truth.paragraphs)
            whole = f"<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>{markup}</div></content>"
        else:
            whole = f"<content type='html'>{html.escape(_html(truth, draw))}</content>"
        author = f"<author><name>{html.escape(truth.byline)}</name></author>" if truth.byline else ""
        entries.append(
            f"<entry xml:lang='{'en' if truth.language == 'en' else 'fr'}'><title>{html.escape(truth.title or '')}</title><link rel='alternate' href='{truth.url}'/><id>{truth.document_id}</id><published>{truth.published}T14:05:00Z</published><updated>{truth.published}T15:00:00Z</updated>{author}<rights>© Ourma Presse</rights>{whole}</entry>"
        )
        truths.append(truth.with_(time_and_zone="14:05Z"))
    feed = f"""<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>Ourma Presse</title><id>tag:ourma.example</id><updated>2022-01-01T00:00:00Z</updated>{"".join(entries)}</feed>"""
    return Export(feed.encode(), truths)
