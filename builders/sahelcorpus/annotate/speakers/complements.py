"""What a description goes on with after its noun: « le ministre | de la Défense », « l'imam | de la ville »."""

from __future__ import annotations

import re
from dataclasses import replace

from sahelcorpus.annotate.quotes.found import Place
from sahelcorpus.annotate.speakers.cast import Cast
from sahelcorpus.annotate.speakers.referents import Being, Referent
from sahelcorpus.annotate.speakers.scenes import Seen

_ADJECTIVE = r"(?:(?:grande?|petite?|nouvel(?:le)?|nouveau|vie(?:ille|ux)|ancien(?:ne)?|haute?) )?"
_COMPLEMENT = re.compile(rf" (?:de la |de l'|du |des |d'(?!une? |[a-zà-ÿ]+(?:er|ir|re)\b)){_ADJECTIVE}[^\W\d_][\w-]*")
"""A complement of one noun, from the blank before it, in a text with plain apostrophes."""


def goes_on(cast: Cast, end: int) -> bool:
    """Say whether a description has a complement after its noun: « l'imam | de la grande mosquée », `the head | of`.

    Args:
        cast: Whom the text names.
        end: Where its noun ends.
    """
    if cast.words.language != "fr":
        return cast.plain.startswith(" of ", end)
    return _COMPLEMENT.match(cast.plain, end) is not None


def title_end(cast: Cast, seen: Seen) -> int:
    """Return where a title ends that a phrase begins: « le ministre | de la Défense ».

    Args:
        cast: Whom the text names.
        seen: The phrase.
    """
    plain, known = cast.plain, cast.words
    noun = plain[seen.start : seen.end].rpartition(" ")[2].lower()
    if known.language != "fr" or noun not in known.of("titles"):
        return seen.end
    match = _COMPLEMENT.match(plain, seen.end)
    return match.end() if match else seen.end


def in_full(cast: Cast, found: Referent, mention: Place) -> Referent:
    """Return whom a mention's own words mean with what they go on with: « le ministère | de la Défense ».

    Args:
        cast: Whom the text names.
        found: Whom the mention means.
        mention: Where it stands.
    """
    if found.place != mention or cast.words.language != "fr":
        return found
    if found.being is Being.SOMEBODY:
        match = _COMPLEMENT.match(cast.plain, mention[1])
        if match is None:
            return found
        # « le porte-parole | du gouvernement »
        return replace(found, name=found.name + cast.text[slice(*match.span())], place=(mention[0], match.end()))
    if found.being is not Being.BODY:
        return found
    place = cast.bodies.whole(mention)
    if not any(sign.isupper() for sign in cast.plain[mention[1] : place[1]]):
        return found
    return replace(found, name=found.name + cast.text[mention[1] : place[1]], place=place)
