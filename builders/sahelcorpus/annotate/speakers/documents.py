"""Who speaks where a document does: the one who issued it."""

from __future__ import annotations

import re

from sahelcorpus.annotate.quotes.found import Place
from sahelcorpus.annotate.speakers.descriptions import Descriptions
from sahelcorpus.annotate.speakers.phrases import Determiner
from sahelcorpus.annotate.speakers.readings import Form, Reading, read_mention
from sahelcorpus.annotate.speakers.referents import Being, Referent
from sahelcorpus.annotate.speakers.resolved import How

_DOCUMENTS_BACK = 12
# What leads from a document to its issuer; an article goes with it that the issuer's noun needs.
_ISSUED_BY = {
    "fr": re.compile(
        r"[^,;:.]{0,60}?\b(?:par |signée? (?:de |par )?"
        r"|(?<!près )(?<!lors )(?<!sujet )(?<!propos )(?:(de la |de l'|du |des )|de |d'))"
    ),
    "en": re.compile(r"[^,;:.]{0,60}?\b(?:by |from |of |signed (?:by )?)"),
}


def document_speaker(descriptions: Descriptions, reading: Reading, mention: Place) -> tuple[Referent, float, How]:
    """Return who speaks in a document, how sure that is, and what led there.

    Args:
        descriptions: What resolves the text's noun phrases.
        reading: The document's mention, read.
        mention: Where it stands.
    """
    at = mention[0]
    if reading.determiner is Determiner.POSSESSIVE and (owner := descriptions.owner(at)) is not None:
        return owner, 0.75, How.ISSUER
    issuer = issuer_after(descriptions, at + reading.head_end, mention[1])
    if issuer is not None:
        return issuer, 0.9, How.ISSUER
    if reading.determiner is not Determiner.INDEFINITE and reading.head in descriptions.cast.words.of("pointing"):
        antecedents = descriptions.antecedents
        last = antecedents.last_spoken(at)
        if last is not None and (last.is_document or last.referent.is_named):
            sure = last.is_document or last.referent.being is Being.BODY
            return last.referent, 0.8 if sure else 0.65, How.ISSUER
        for spoken in reversed(antecedents.spoken[-_DOCUMENTS_BACK:]):
            if spoken.is_document or spoken.referent.being is Being.BODY:
                return spoken.referent, 0.65, How.ISSUER
    return descriptions.itself(reading, at, Being.DOCUMENT), 0.7, How.ITSELF


def issuer_after(descriptions: Descriptions, start: int, end: int) -> Referent | None:
    """Return whose something is, read off the words after its noun: « un communiqué | de l'état-major ».

    Args:
        descriptions: What resolves the text's noun phrases.
        start: Where the noun ends.
        end: Where the mention ends.
    """
    cast = descriptions.cast
    pattern = _ISSUED_BY.get(cast.words.language)
    match = pattern.match(cast.plain[start:end]) if pattern else None
    if match is None:
        return None
    # with its article, so that a capital after it is a name's: « des Forces de défense »
    at = start + (match.start(1) if match.lastindex and match[1] in ("du ", "des ") else match.end())
    reading = read_mention(cast.plain[at:end], cast.words.language)
    if reading.form in (Form.PERSON, Form.BODY, Form.NAME):
        return cast.named(reading, at)[0]
    has_article = bool(match.lastindex) or reading.determiner is not Determiner.NONE
    if reading.form is Form.DESCRIPTION and reading.head in cast.words.nouns and has_article:
        return descriptions.resolve(reading, at, is_speaker=True)[0]
    return None
