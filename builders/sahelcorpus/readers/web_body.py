"""The paragraphs of a page's article: trafilatura says which part of the page they are, the page says their letters.

trafilatura's own text loses no-break spaces, short paragraphs and the byline. So its paragraphs are looked up in the
page, and what stands there is taken as it stands.
"""

from __future__ import annotations

import copy
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import Any

from sahelcorpus.readers.markup import BLOCKS, UNSEEN, blocks, line
from sahelcorpus.readers.opening import needed
from sahelcorpus.readers.syndication import syndication
from sahelcorpus.readers.web_claims import key
from sahelcorpus.readers.web_lines import is_byline, is_date_line

MOST_ELEMENTS = 25_000
"""More elements than any article's page has."""

_NEVER = frozenset("aside nav footer figure figcaption form dialog".split()) | UNSEEN  # noqa: SIM905 - read as a line
_KEPT = frozenset("html body main article head".split())  # noqa: SIM905 - read as a line
_ASIDE_NAMES = re.compile(
    r"(?:^|[-_\s])(?:shar(?:e|ing)|social|related|teasers?|cookies?|consent|gdpr|rgpd|newsletters?|subscri\w+|abonne\w*|"
    r"paywall|promo\w*|advert\w*|ads?|pub|publicite|sponsor\w*|breadcrumbs?|comments?|commentaires?|tags?|bio|author-box|"
    r"captions?|legend\w*|read-?more|lire-aussi|a-lire|see-also|recommend\w*|most-read|popular|plus-lus|sidebar|widgets?|"
    r"nav\w*|menu|legal|mentions|copyright|tools?|toolbar|sr-only|visually-hidden|(?<!overflow[-_])hidden|skip\w*|noprint|partage\w*)(?:$|[-_\s])",
    re.IGNORECASE,
)
_PAYWALL_NAMES = re.compile(r"paywall|subscri|abonn|premium-(?:wall|teaser)|regwall", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_TEASER = re.compile(
    r"\s*(?:(?:À|A|Á) lire(?: aussi| également| sur)?|Lire(?: aussi| également| notre)|Voir aussi|Sur le même sujet|"
    r"(?:À|A) voir|Read(?: also| more| next)|See also|Also read|Related|اقرأ أيضا|إقرأ أيضا)\b\s?(?P<mark>[:|»›]|$)?",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"\s*(?:(?:©|\(c\)|Copyright\b)[^\n]*|"
    r"[^\n]{0,60}(?:Tous droits (?:de \w+ )?réservés|All rights reserved|جميع الحقوق)[^\n]{0,80}|"
    r"(?:Partage[rz]|Share|Tweete[rz]|Tweet|Imprimer|Print)(?:\s(?:sur|on|via|cet|this|l['’])[^\n]{0,40})?|"
    r"WhatsApp|Facebook|Twitter|"
    r"(?:The post|L['’]article|Cet article)\s[^\n]{1,300}\s(?:appeared first on|est apparu en premier sur)\s[^\n]+|"
    r"(?:Crédit photo|Photo|Illustration|DR)\s?:[^\n]{0,100}|Publicité|Advertisement)\s*",
    re.IGNORECASE,
)
_LONGEST_TEASER = 250
_MAIN_SHARE = 0.4
_ROOT_SHARE = 0.9
_LONG_KEY = 20
_FILLED = frozenset("p blockquote li h2 h3 h4".split())  # noqa: SIM905 - read as a line


@dataclass(frozen=True, slots=True)
class Body:
    """What a page's article says.

    Attributes:
        paragraphs: Its paragraphs, in order.
        byline: An author line that stood above or below them; None if none did.
        paywall: The words of the page's wall for subscribers; None if there is none.
    """

    paragraphs: tuple[str, ...]
    byline: str | None
    paywall: str | None


def article_body(root: Any, told_already: tuple[str | None, ...]) -> Body:
    """Return the article of a page; without paragraphs if trafilatura finds none.

    Args:
        root: Root element, lxml's; stays as it is.
        told_already: Headline, byline and other lines that may stand above the text and do not belong to it.
    """
    tree = copy.deepcopy(root)
    paywall = _pruned(tree)
    body = tree.find("body") if tree.tag == "html" else tree
    if body is None:
        return Body((), None, paywall)
    wanted = _chosen_by_trafilatura(tree)
    found = _in_the_page(body, wanted) if wanted else []
    kept = _without_furniture(found, {key(words) for words in told_already if words})
    printed = next((words for words in found if words not in kept and is_byline(words)), None)
    return Body(tuple(kept), printed, paywall)


def fragment_body(root: Any, told_already: tuple[str | None, ...]) -> tuple[str, ...]:
    """Return the paragraphs of a fragment that is an article's body already, as feeds hold it."""
    tree = copy.deepcopy(root)
    _pruned(tree)
    return tuple(
        _without_furniture(
            [words for _, words in _without_teasers(tree)], {key(words) for words in told_already if words}
        )
    )


@cache
def extractor() -> str:
    """Return name and version of what chooses the article's part of a page."""
    return f"trafilatura {needed('importlib.metadata').version('trafilatura')}"


def _pruned(tree: Any) -> str | None:
    """Take out what is certainly no text of an article; return the words of a wall for subscribers."""
    weights = _weights(tree)
    whole = weights[tree] or 1
    paywall = None
    for element in list(tree.iter()):
        if not isinstance(element.tag, str) or element.tag in _KEPT or element.getparent() is None:
            continue
        names = f"{element.get('class') or ''} {element.get('id') or ''}"
        is_hidden = _HIDDEN.search(element.get("style") or "") or element.get("hidden") is not None
        is_named = _ASIDE_NAMES.search(names) and weights[element] < _MAIN_SHARE * whole
        if element.tag in _NEVER or is_hidden or is_named:
            if element.tag not in UNSEEN and paywall is None and _PAYWALL_NAMES.search(names):
                paywall = line(element)
            # what follows it stays where it is; lxml would not let a control character be moved
            element.clear(keep_tail=True)
            element.tag = "div" if element.tag in BLOCKS else "span"
    return paywall


def _weights(tree: Any) -> dict[Any, int]:
    """Return how many characters each element holds that are in no link."""
    found: dict[Any, int] = {}
    for element in reversed(list(tree.iter())):
        length = len((element.text or "").strip()) if isinstance(element.tag, str) and element.tag not in UNSEEN else 0
        for child in element:
            length += found[child] + len((child.tail or "").strip())
        found[element] = 0 if element.tag == "a" else length
    return found


def _chosen_by_trafilatura(tree: Any) -> list[str]:
    """Return the keys of the paragraphs that trafilatura takes for the article's."""
    etree = needed("lxml.etree")
    markup = etree.tostring(tree, method="html", encoding="unicode")
    extracted = needed("trafilatura").bare_extraction(markup, include_comments=False, include_images=False)
    body = getattr(extracted, "body", None)
    if body is None:
        return []
    found: list[str] = []
    for element in body.iter("p", "head", "item", "quote", "cell", "ab"):
        words = "".join(text for text in element.itertext())
        found += [key(one) for one in (words, *(element.itertext() if element.find(".//lb") is not None else ()))]
    return [one for one in found if one]


def _in_the_page(body: Any, wanted: list[str]) -> list[str]:
    """Return the paragraphs of the page that are wanted, and short ones between them that were passed over."""
    whole, exact = "\0".join(wanted), set(wanted)
    standing = _without_teasers(body)
    keys = [key(words) for _, words in standing]
    chosen = [bool(one) and (one in exact or (len(one) >= _LONG_KEY and one in whole)) for one in keys]
    root = _article_root([holder for (holder, _), is_in in zip(standing, chosen, strict=True) if is_in])
    inside = [is_in and _is_below(holder, root) for (holder, _), is_in in zip(standing, chosen, strict=True)]
    places = [number for number, is_in in enumerate(inside) if is_in]
    if not places:
        return []
    holders = {standing[number][0] for number in places}
    parents = {holder.getparent() for holder in holders}
    found = []
    for number in range(places[0], len(standing)):
        holder, words = standing[number]
        passed_over = holder in holders or (holder.tag in _FILLED and holder.getparent() in parents)
        # behind the last of them only what a text ends with: its credit
        is_credit = number > places[-1] and len(words) <= _LONGEST_TEASER and syndication(None, words)
        if inside[number] or (passed_over and (number < places[-1] or is_credit)):
            found.append(words)
    return found


def _without_teasers(element: Any) -> list[tuple[Any, str]]:
    """Return the paragraphs below an element, with their blocks, but those that lead to other articles.

    « À lire aussi : » says so by its mark, « À lire aussi » by its link; « À voir les files » begins a sentence.
    """
    found = []
    for holder, words in blocks(element):
        start = _TEASER.match(words) if len(words) <= _LONGEST_TEASER else None
        linked = sum(len("".join(link.itertext())) for link in holder.iter("a")) if start else 0
        if not start or (start["mark"] is None and 2 * linked < len(words)):
            found.append((holder, words))
    return found


def _article_root(holders: list[Any]) -> Any:
    """Return the deepest element that holds nearly all of the wanted paragraphs."""
    counts: Counter[Any] = Counter()
    for holder in holders:
        for above in (holder, *holder.iterancestors()):
            counts[above] += 1
    least = _ROOT_SHARE * len(holders)
    roots = [element for element, count in counts.items() if count >= least]
    return max(roots, key=lambda element: sum(1 for _ in element.iterancestors()), default=None)


def _is_below(holder: Any, root: Any) -> bool:
    return root is not None and (holder is root or any(above is root for above in holder.iterancestors()))


def _without_furniture(found: list[str], told_already: set[str]) -> list[str]:
    """Leave out headline, byline, share buttons and rights lines that stand among the paragraphs."""
    kept = [words for words in found if not _FURNITURE.fullmatch(words)]
    while kept and (key(kept[0]) in told_already or is_byline(kept[0]) or is_date_line(kept[0])):
        kept.pop(0)
    while kept and (is_byline(kept[-1]) or is_date_line(kept[-1])):
        kept.pop()
    return [words for words in kept if not (key(words) in told_already and len(key(words)) > _LONG_KEY)]
