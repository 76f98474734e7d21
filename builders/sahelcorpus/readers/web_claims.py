"""What a page says of itself in its head: meta tags, links, JSON-LD, the language of its root."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin, urlsplit

from sahelcorpus.readers.json_ld import ArticleNode, article_nodes

_URL = re.compile(r"https?://[^\s]+")
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)")
_WEB_ARCHIVE = re.compile(r"https?://web\.archive\.org/web/\d{4,14}(?:[a-z]{2}_)?/(https?://?\S+)")
_HEAD_CHARACTERS = 4_000
_SPACE = re.compile(r"[ \t\r\n\f]+")
_MOST_METAS = 1_000


@dataclass(frozen=True, slots=True)
class Claims:
    """What the head of a page claims.

    Attributes:
        meta: Contents of meta tags by their property, name, itemprop or http-equiv, in small letters; in order.
        node: The article that JSON-LD describes; empty if it describes none.
        has_node: Whether it describes one.
        language: The root's `lang`, as written.
        title: The `title` element.
        canonical: Address of the page, absolute; None if none is given.
        archived: Address of the copy in a web archive that this page is.
        site: Name of the site.
    """

    meta: dict[str, list[str]] = field(repr=False)
    node: ArticleNode
    has_node: bool
    language: str | None
    title: str | None
    canonical: str | None
    archived: str | None

    def first(self, *names: str) -> str | None:
        """Return the first content of the first of several meta tags that is there."""
        return next((self.meta[name][0] for name in names if self.meta.get(name)), None)

    def every(self, *names: str) -> list[str]:
        """Return the contents of all meta tags of the first name that is there."""
        return next((self.meta[name] for name in names if self.meta.get(name)), [])


def claims(root: Any, markup: str, address: str | None) -> Claims:
    """Return what a page claims.

    Args:
        root: Root element, lxml's.
        markup: The page as text: a browser that saves it leaves a comment before the root.
        address: Where the page was fetched from, if that is known.
    """
    meta: dict[str, list[str]] = {}
    for element in list(root.iter("meta"))[:_MOST_METAS]:
        content = _line(element.get("content"))
        if content:
            for key in ("property", "name", "itemprop", "http-equiv"):
                for name in (element.get(key) or "").lower().split():
                    meta.setdefault(name, []).append(content)
    canonical, archived = _addresses(root, markup, meta, address)
    nodes = article_nodes(
        script.text or "" for script in root.iter("script") if "ld+json" in (script.get("type") or "").lower()
    )
    node = _own(nodes, canonical, next(iter(meta.get("og:title", [])), None))
    title = next((_line(element.text) for element in root.iter("title")), None)
    return Claims(
        meta=meta,
        node=node or ArticleNode(),
        has_node=node is not None,
        language=_line(root.get("lang")),
        title=title,
        canonical=canonical or (node.url if node else None),
        archived=archived,
    )


def key(words: str | None) -> str:
    """Return what two ways to print one line have in common: letters and digits."""
    return "".join(filter(str.isalnum, (words or "").casefold()))


def _line(words: str | None) -> str | None:
    return _SPACE.sub(" ", words).strip(" ") or None if words else None


def _own(nodes: list[ArticleNode], canonical: str | None, title: str | None) -> ArticleNode | None:
    """Return the article of the page among those it describes: by its address, else its headline, else the first."""
    for node in nodes:
        if canonical and node.url and _same_page(node.url, canonical):
            return node
    for node in nodes:
        if title and node.headline and key(title).startswith(key(node.headline)):
            return node
    return nodes[0] if nodes else None


def _same_page(one: str, other: str) -> bool:
    a, b = urlsplit(one), urlsplit(other)
    return (a.netloc.lower().removeprefix("www."), a.path.rstrip("/")) == (
        b.netloc.lower().removeprefix("www."),
        b.path.rstrip("/"),
    )


def _addresses(
    root: Any, markup: str, meta: dict[str, list[str]], address: str | None
) -> tuple[str | None, str | None]:
    """Return the page's own address and that of the archive's copy that it is."""
    saved = _SAVED_FROM.search(markup, 0, _HEAD_CHARACTERS)
    base = address or (saved[1] if saved else None)
    links = [element.get("href") for element in root.iter("link") if (element.get("rel") or "").lower() == "canonical"]
    archived = None
    found = []
    for candidate in (*links, *meta.get("og:url", []), *([base] if base else [])):
        whole = _joined(base, candidate)
        if whole and (copy := _WEB_ARCHIVE.fullmatch(whole)):
            archived, whole = archived or whole, copy[1]
        if whole:
            found.append(whole)
    # a house that gives its front page as the address of every article gives none
    deep = [one for one in found if urlsplit(one).path.strip("/")]
    return next(iter(deep or found), None), archived


def _joined(base: str | None, candidate: str | None) -> str | None:
    try:
        whole = urljoin(base or "", (candidate or "").strip())
        urlsplit(whole)
    except ValueError:
        return None
    return whole if _URL.fullmatch(whole) else None
