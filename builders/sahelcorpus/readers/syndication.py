"""Traces of syndication and of cuts, as bylines and texts print them.

« avec AFP », « (AFP) », « Source : Xinhua »: the words that tell a wire copy from a paper's own work. They are read;
nothing is taken out of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sahelcorpus.readers.document import SignalKind, SyndicationSignal

_KNOWN = (
    r"AFP|Agence France[- ]Presse|Reuters|Associated Press|AP|APA(?:news)?|PANA(?:PRESS)?|Xinhua|Chine Nouvelle|EFE|"
    r"DPA|ANSA|Belga|TASS|Tass|Sputnik|RIA Novosti|Anadolu|AA|APS|MAP|TAP|AMAP|AIB|ANP|ATP|AIP|Bloomberg|"
    r"BBC Monitoring|UPI|PA|Kyodo|LUSA|Lusa|ATS|QNA|WAM|SPA|MENA|وكالات|رويترز|أ ف ب|فرانس برس|الأناضول|شينخوا"
)
# any short run of capitals may be an agency where the words around it say so: « avec OPR », « (ATAMI) – »
_NAME = rf"(?:{_KNOWN}|[A-Z]{{3,8}}|[A-ZÉ][\w’'-]+(?: [A-ZÉ][\w’'-]+){{0,3}})"
_SPACE = r"[ \u00a0\u202f]"
_WITH = re.compile(rf"\b(?:[Aa]vec|[Ww]ith|[Ww]ith additional reporting by)\s+(?:l[’'])?(?P<agency>{_NAME})(?!\w)")
_BRACKETS = re.compile(rf"\((?P<agency>{_KNOWN}|[A-Z]{{2,8}}|[A-ZÉ][\w’'-]+ Presse)\)")
_AGENCIES = re.compile(rf"(?:^|[\s,;/&(])(?P<agency>{_KNOWN})(?=$|[\s,;/&).])")
_SOURCE = re.compile(
    rf"^{_SPACE}*(?:Sources?|Source de l[’']article|المصدر){_SPACE}*:{_SPACE}*(?P<agency>[^\n.]{{2,60}}?){_SPACE}*\.?$",
    re.MULTILINE,
)
_EDGE = 300
"""How far from the text's start and end a bare « (AFP) » is a credit and not a mention, in code points."""

_LINE = 80
"""How long a first line may be that is a byline and no sentence, in code points."""

_CUTS = re.compile(
    r"(?:\[(?:…|\.\.\.)\]|\((?:…|\.\.\.)\)|\[\+\d+ char(?:acter)?s\]|(?:Lire|Voir) la suite(?: sur [^\n]{1,60})?|"
    r"(?:Read|Continue reading)(?: more| the full article)?(?:…|\.\.\.| »| ›)?)\s*\Z"
)
_PAYWALL = re.compile(
    r"réservée?s? (?:aux|à nos) abonnés|pour lire la suite|il vous reste \d+(?:[.,]\d+)?\s?% de cet article|"
    r"for subscribers only|subscribe to (?:continue|read)|to continue reading|هذا المحتوى للمشتركين",
    re.IGNORECASE,
)
_AROUND = 80
"""How much of the line around a mark of a paywall is kept with it, in code points on each side."""
_TAIL = 400
"""How much of the text's end is searched for marks of a cut, in code points."""


def syndication(byline: str | None, text: str) -> tuple[SyndicationSignal, ...]:
    """Return the traces of syndication in a byline and in a text, in the order seen, each once."""
    return tuple(dict.fromkeys([*_in_byline(byline or ""), *_in_text(text)]))


def _in_byline(byline: str) -> Iterator[SyndicationSignal]:
    found = [*_WITH.finditer(byline), *_BRACKETS.finditer(byline), *_AGENCIES.finditer(byline)]
    seen = set()
    for match in sorted(found, key=lambda match: match.start("agency")):
        if match.start("agency") not in seen:
            seen.add(match.start("agency"))
            yield SyndicationSignal(SignalKind.CREDIT_IN_BYLINE, match[0].strip(" ,;/&"), match["agency"])


def _in_text(text: str) -> Iterator[SyndicationSignal]:
    head, _, rest = text.partition("\n")
    if rest and len(head) < _LINE and not head.rstrip().endswith((".", "!", "?", "…", "»", "”")):
        # a byline that a format does not set apart: « Paul Sanou (avec AFP) » as the first line
        for credit in filter(None, (_WITH.search(head), _BRACKETS.search(head))):
            if not head[credit.end() :].strip(" )"):
                yield SyndicationSignal(SignalKind.CREDIT_IN_TEXT, credit[0], credit["agency"])
    for start, part in ((0, text[:_EDGE]), (max(_EDGE, len(text) - _EDGE), text[max(_EDGE, len(text) - _EDGE) :])):
        for match in _BRACKETS.finditer(part):
            if _is_credit(text, start + match.start(), start + match.end()):
                yield SyndicationSignal(SignalKind.CREDIT_IN_TEXT, match[0], match["agency"])
    last = text.rstrip().rpartition("\n")[2]
    if with_agency := re.fullmatch(rf"(?:[^\n]{{0,60}}[\s,]+)?{_WITH.pattern}\.?", last):
        yield SyndicationSignal(SignalKind.CREDIT_IN_TEXT, with_agency[0], with_agency["agency"])
    for match in _SOURCE.finditer(text, max(0, len(text) - _TAIL)):
        yield SyndicationSignal(SignalKind.SOURCE_LINE, match[0].strip(), match["agency"].strip())


def _is_credit(text: str, start: int, end: int) -> bool:
    """Say whether a bracketed name is a credit: in a dateline (before a dash), or alone at the end of the text."""
    if not text[end:].strip(" \u00a0.\n"):
        return True
    before = text[text.rfind("\n", 0, start) + 1 : start]
    follows = text[end:].lstrip(" \u00a0\u202f,")
    return len(before) < 80 and follows[:1] in {"-", "–", "—", ":"} and "." not in before[:-1]  # noqa: PLR2004 - a dateline


def marks_of_cut(text: str) -> tuple[str, ...]:
    """Return the marks at a text's end that say it goes on elsewhere: « […] », « Lire la suite »."""
    match = _CUTS.search(text, max(0, len(text) - _TAIL))
    return (match[0].strip(),) if match else ()


def mark_of_paywall(text: str) -> str | None:
    """Return the words at a text's end that say the rest is for subscribers; None if there are none."""
    match = _PAYWALL.search(text, max(0, len(text) - _TAIL))
    if match is None:
        return None
    before = text[max(0, match.start() - _AROUND) : match.start()].rpartition("\n")[2].rpartition(". ")[2]
    after = text[match.end() : match.end() + _AROUND].partition("\n")[0]
    return f"{before}{match[0]}{after}".strip()
