"""HTML of one document to paragraphs: what was published, without the markup that an archive put into it.

White space that HTML collapses is collapsed; no-break spaces, apostrophes and quotation marks stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from sahelcorpus.readers.opening import needed

_BLOCKS = (
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 "
    "h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul"
)
_UNSEEN = "button head iframe noscript object script select style svg template textarea title"
BLOCKS = frozenset(_BLOCKS.split())
"""Elements that begin and end a paragraph."""
UNSEEN = frozenset(_UNSEEN.split())
"""Elements that no reader of the page sees as text."""

_SPACE = re.compile(r"[ \t\n\r\f]+")
_BREAK = "\ufdd0"  # a noncharacter: stands for <br> until white space is collapsed
_BREAKS = re.compile(rf"[ \t\n\r\f]*{_BREAK}[ \t\n\r\f]*")


class TooDeepError(ValueError):
    """Raised for markup that is nested deeper than any article's."""


def parsed(markup: str) -> Any:
    """Return the root element of an HTML document or fragment; None if there is nothing in it.

    HTML's own entities become characters, others stay as written; nothing is fetched.

    Raises:
        TooDeepError: for elements nested deeper than libxml2 allows (256).
    """
    etree = needed("lxml.etree")
    parser = etree.HTMLParser(huge_tree=False, no_network=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        # a NUL would end the document, and half a character has no bytes
        root = etree.fromstring(markup.replace("\0", "\ufffd").encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        root = None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise TooDeepError
    return root


def seen_everything(_: Any) -> bool:
    """Leave nothing out."""
    return False


def paragraphs(element: Any, left_out: Callable[[Any], bool] = seen_everything) -> list[str]:
    """Return the paragraphs below an element: its blocks, a line feed where a line was broken, two breaks a new one.

    Args:
        element: An element of lxml's.
        left_out: Says of an element that nothing in it belongs to the text; what follows it still does.
    """
    found: list[str] = []
    buffer: list[str] = []

    def flush() -> None:
        for paragraph in re.split(f"(?:{_BREAK}){{2,}}", _BREAKS.sub(_BREAK, "".join(buffer))):
            broken = [_SPACE.sub(" ", line).strip(" ") for line in paragraph.split(_BREAK)]
            whole = "\n".join(line for line in broken if line and not line.isspace())
            if whole:
                found.append(whole)
        buffer.clear()

    walk: list[tuple[Any, bool]] = [(element, False)]
    while walk:
        node, is_left = walk.pop()
        tag = node.tag if isinstance(node.tag, str) else ""
        if is_left:
            if tag in BLOCKS:
                flush()
            if node is not element and node.tail:
                buffer.append(node.tail)
            continue
        if tag in BLOCKS:
            flush()
        walk.append((node, True))
        if not tag or tag in UNSEEN or left_out(node):
            continue
        if tag == "br":
            buffer.append(_BREAK)
        if node.text:
            buffer.append(node.text)
        walk.extend((child, False) for child in reversed(node))
    flush()
    return found


def line(element: Any, left_out: Callable[[Any], bool] = seen_everything) -> str | None:
    """Return what stands in an element as one line; None if nothing does or there is no element."""
    if element is None:
        return None
    words = " ".join(paragraphs(element, left_out)).replace("\n", " ")
    return words or None


def joined(found: Iterable[str]) -> str:
    """Return paragraphs as a text: a blank line between them."""
    return "\n\n".join(found)


def has_class(element: Any, *names: str) -> bool:
    """Say whether an element has one of the classes, in whatever case."""
    return bool({name.lower() for name in names} & set((element.get("class") or "").lower().split()))


def first(element: Any, *names: str) -> Any:
    """Return the first element below another that has one of the classes; None if none has."""
    return next((node for node in element.iter() if isinstance(node.tag, str) and has_class(node, *names)), None)


def every(element: Any, *names: str) -> list[Any]:
    """Return the elements below another that have one of the classes, in order."""
    return [node for node in element.iter() if isinstance(node.tag, str) and has_class(node, *names)]
