"""For whom `on` speaks: `à l'Élysée, on assure que A`, `« A », dit-on au ministère`, `chez les maires, on nie A`."""

from __future__ import annotations

import re

from sahelcorpus.annotate.quotes.found import Place
from sahelcorpus.annotate.quotes.lexicon import Lexicon

_WHERE = (
    r"(?:(?:[Dd]ans (?:les (?:rangs|milieux)|le (?:camp|clan)|l'entourage)|[Dd]u côté|[Cc]ôté|[Aa]u sein) "
    r"(?:de (?=l'|la |les )|d'(?=une? )|du |des |(?=[a-zé]))"
    r"|[ÀAà] (?=l'|la |Matignon\b)|[Aa]ux? |[Cc]hez (?=l'|les? |la ))"
)
_ADJECTIVE = r"[a-zé-]+(?:al|iale?|elle?|ière?|ienne?|aine?|aise?|oise?|aire|ique|ée?)s?(?![\w'-])"
_PHRASE = (
    rf"(?P<phrase>(?:l'|les? |la |une? )?(?P<head>[\w-]+)(?: {_ADJECTIVE})?"
    r"(?: (?:(?:de la|de l'|du|des|de|d') ?)?[A-ZÉ][\w'-]*| (?:de la |de l'|du |des |de |d'|aux )[\w-]+){0,3})"
)
_BEFORE = re.compile(
    rf"(?:^|(?<=[.!?…»:;] )|(?<=\b[Ee]t )|(?<=\b[Mm]ais )){_WHERE}{_PHRASE}(?:,|(?<=\w)) \Z", re.MULTILINE
)
_AFTER = re.compile(rf",? {_WHERE}{_PHRASE}(?=[,.;:!?…»]|\s*\Z|\n| (?:que|qu'|vouloir|être|avoir)\b)")
_FARTHEST = 90
_SEATS = frozenset(("Quai", "Kremlin", "Pentagone", "Palais", "Matignon"))
"""Names with `au` or without an article that are a government's; another may be a country's."""


def speaks_for(plain: str, on: int, cue_end: int, lexicon: Lexicon) -> Place | None:
    """Return the people or the body for whom an impersonal pronoun speaks, or None if nothing says so.

    Args:
        plain: The text with plain apostrophes and blanks.
        on: Where the pronoun stands.
        cue_end: Where its verb ends.
        lexicon: The French lexicon.
    """
    match = _BEFORE.search(plain, max(0, on - _FARTHEST), on) or _AFTER.match(plain, cue_end, cue_end + _FARTHEST)
    if match is None:
        return None
    head, place = match["head"], match.span("phrase")
    if head[0].isupper():
        has_article = place[0] < match.start("head")
        return place if has_article or head in _SEATS else None
    return place if head in lexicon.words("speakers humans titles") else None
