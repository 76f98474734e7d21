"""What a page says of its article in JSON-LD: schema.org's NewsArticle and its kin, read with patience.

Pages write several scripts, graphs, lists of related articles and JSON that is not quite JSON. Nothing is fetched, and
a context is not looked up: the words of schema.org are taken as they stand.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

MAX_SCRIPT_CHARACTERS = 2_000_000
"""Longer than any article's description, its text included."""
_MOST_NODES = 10_000
_LONGEST_VALUE = 10_000
_ARTICLES = re.compile(r"(?:https?://schema\.org/|schema:)?(?:\w*Article|\w*BlogPosting|Report|Review|NewsItem)")
_COMMENT = re.compile(r"^\s*(?://\s*)?(?:<!\[CDATA\[|<!--)|(?://\s*)?(?:\]\]>|-->)\s*$")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_SPACE = re.compile(r"[ \t\r\n\f]+")
# JSON can escape what no text holds: halves of characters, NUL and other controls
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class ArticleNode:
    """What JSON-LD says of one article; each value as written, None or empty where it says nothing.

    Attributes:
        headline: schema.org's `headline`, else `name`.
        alternative_headline: `alternativeHeadline`.
        published: `datePublished`.
        modified: `dateModified`.
        authors: Names of `author`, in order, else of `creator`.
        publisher: Name of `publisher`.
        provider: Name of `provider` or `sourceOrganization`: who delivered the text.
        section: `articleSection`, the first if there are several.
        language: `inLanguage`.
        is_free: `isAccessibleForFree`.
        keywords: `keywords`.
        based_on: Names or addresses of `isBasedOn`.
        copyright_holder: Name of `copyrightHolder`.
        licence: `license`.
        url: `url`, else `mainEntityOfPage`, else an `@id` that is an address.
        identifier: `identifier`, where it is a plain value.
    """

    headline: str | None = None
    alternative_headline: str | None = None
    published: str | None = None
    modified: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    provider: str | None = None
    section: str | None = None
    language: str | None = None
    is_free: bool | None = None
    keywords: tuple[str, ...] = ()
    based_on: tuple[str, ...] = ()
    copyright_holder: str | None = None
    licence: str | None = None
    url: str | None = None
    identifier: str | None = None


def article_nodes(scripts: Iterator[str]) -> list[ArticleNode]:
    """Return the articles that a page's JSON-LD scripts describe, in order; what is no JSON is passed over."""
    found = []
    for script in scripts:
        value = _parsed(script)
        by_id = {node["@id"]: node for node in _nodes(value) if isinstance(node.get("@id"), str) and len(node) > 1}
        found += [_article(node, by_id) for node in _nodes(value) if _is_article(node)]
    return found


def _parsed(script: str) -> Any:
    if len(script) > MAX_SCRIPT_CHARACTERS:
        return None
    bare = _COMMENT.sub("", script).strip().rstrip(";")
    try:
        return json.loads(bare, strict=False)
    except (ValueError, RecursionError):
        pass
    try:
        # some houses leave a comma before a closing bracket
        return json.loads(re.sub(r",(\s*[}\]])", r"\1", bare), strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Yield the objects of a value, itself first, without going into what an article says of others."""
    waiting, seen = [value], 0
    while waiting and seen < _MOST_NODES:
        one = waiting.pop(0)
        seen += 1
        if isinstance(one, list):
            waiting[:0] = one
        elif isinstance(one, dict):
            yield one
            if not _is_article(one):
                waiting[:0] = [one[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in one]


def _is_article(node: dict[str, Any]) -> bool:
    types = node.get("@type")
    return any(isinstance(name, str) and _ARTICLES.fullmatch(name) for name in _many(types))


def _article(node: dict[str, Any], by_id: dict[str, Any]) -> ArticleNode:
    def names(*keys: str) -> tuple[str, ...]:
        for key in keys:
            found = [name for value in _many(node.get(key)) if (name := _name(value, by_id))]
            if found:
                return tuple(found)
        return ()

    def name(*keys: str) -> str | None:
        return next(iter(names(*keys)), None)

    free = node.get("isAccessibleForFree")
    is_free = {"true": True, "false": False}.get(str(free).lower())
    return ArticleNode(
        headline=name("headline", "name"),
        alternative_headline=name("alternativeHeadline"),
        published=name("datePublished"),
        modified=name("dateModified"),
        authors=names("author", "creator"),
        publisher=name("publisher"),
        provider=name("provider", "sourceOrganization"),
        section=name("articleSection"),
        language=name("inLanguage"),
        is_free=is_free,
        keywords=_keywords(node.get("keywords"), by_id),
        based_on=names("isBasedOn", "isBasedOnUrl"),
        copyright_holder=name("copyrightHolder"),
        licence=name("license"),
        url=next((url for key in ("url", "mainEntityOfPage", "@id") if (url := _address(node.get(key)))), None),
        identifier=plain(node.get("identifier")),
    )


def _many(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _name(value: Any, by_id: dict[str, Any]) -> str | None:
    """Return what a value is called: itself, or the name, the language code or the address of an object."""
    if isinstance(value, dict):
        referred = by_id.get(str(value.get("@id")), value)
        for key in ("name", "headline", "alternateName", "@value", "url", "@id"):
            found = referred.get(key, value.get(key))
            if isinstance(found, list):
                found = next(iter(found), None)
            if words := plain(found):
                return words
        return None
    return plain(value)


def plain(value: Any) -> str | None:
    """Return a string as a reader of the page would see it; None for what is no string."""
    if not isinstance(value, str):
        return None
    seen = _NO_TEXT.sub("\ufffd", html.unescape(value[:_LONGEST_VALUE]))
    return _SPACE.sub(" ", _TAG.sub("", seen)).strip(" ") or None


def _keywords(value: Any, by_id: dict[str, Any]) -> tuple[str, ...]:
    found = [name for one in _many(value) if (name := _name(one, by_id))]
    if len(found) == 1:
        found = re.split(r"\s*[,;]\s*", found[0])
    return tuple(dict.fromkeys(word.strip() for word in found if word.strip()))


def _address(value: Any) -> str | None:
    if isinstance(value, dict):
        value = value.get("@id") or value.get("url")
    return value.strip() if isinstance(value, str) and re.match(r"\s*https?://", value) else None
