"""The labels of LexisNexis in three languages: which line of a document says what."""

from __future__ import annotations

import re

from sahelcorpus.readers.archived import ArchivedText

_LABELS = {
    "section": "RUBRIQUE SECTION RUBRIK",
    "length": "LONGUEUR LENGTH LÄNGE",
    "byline": "AUTEUR BYLINE AUTOR",
    "title": "TITRE HEADLINE",
    "subtitle": "ENCART HIGHLIGHT SURTITRE",
    "dateline": "ORIGINE-DEPECHE DATELINE ORIGINE ORT",
    "edition": "EDITION ÉDITION AUSGABE",
    "outlet_code": "JOURNAL-CODE CODE-JOURNAL",
    "language": "LANGUE LANGUAGE SPRACHE",
    "keywords": "SUJET SUBJECT THEMEN",
    "left_out": (
        "LOCALISATION-GEO LOCALISATION GEOGRAPHIC STATE COUNTRY CITY REGION LAND DATE-CHARGEMENT LOAD-DATE "
        "UPDATE TYPE-PUBLICATION PUBLICATION-TYPE PUBLIKATIONSTYP ORGANISATION ORGANIZATION COMPANY SOCIETE SOCIÉTÉ "
        "TICKER INDUSTRY SECTEUR PERSON PERSONNE PERSONNALITE "
        "GRAPHIC GRAPHIQUE ILLUSTRATION GRAFIK SERIES CORRECTION-DATE CLASSIFICATION "
        "NOTES SOURCE-TYPE FIRMA BEREICH"
    ),
}
_FIELD_OF = {label: name for name, labels in _LABELS.items() for label in labels.split()}
_ANY_LABEL = "|".join(sorted(map(re.escape, _FIELD_OF), key=len, reverse=True))
_LINE = re.compile(rf"(?P<label>{_ANY_LABEL})[ \u00a0]*:[ \u00a0]*(?P<value>.*)", re.DOTALL)
_PAGE = re.compile(r"[;,]?\s*\b(?:Pg?\.|pp?\.|page|S\.)\s*(?P<page>[A-Z]?\d[\w-]*)\s*$", re.IGNORECASE)
_RIGHTS = re.compile(r"^(?:Copyright\b|©|\(c\) |Tous droits réservés)", re.IGNORECASE)

BEFORE_TEXT = frozenset({"section", "length", "byline", "title", "subtitle", "dateline", "edition"})
"""What stands between headline and text; any other label stands after the text."""


def labelled(paragraph: str) -> tuple[str, str] | None:
    """Return field and value of « RUBRIQUE: Politique; Pg. 3 »; None for a paragraph without a label.

    A label stands in capitals in the old HTML (`LENGTH:`) and with one capital in the documents of Nexis Uni.
    """
    match = _LINE.match(paragraph)
    return (_FIELD_OF[match["label"]], match["value"].strip()) if match else None


def is_rights_line(paragraph: str) -> bool:
    """Say whether a paragraph is the copyright line."""
    return _RIGHTS.match(paragraph) is not None


def take(found: ArchivedText, name: str, value: str) -> None:
    """Take the value of a label."""
    value = " ".join(value.split("\n")) if name != "keywords" else value
    if name == "section":
        page = _PAGE.search(value)
        found.page = page["page"] if page else found.page
        found.section = (value[: page.start()] if page else value).strip(" ;,") or None
    elif name == "keywords":
        found.keywords = [re.sub(r"\s*\(\d+%\)$", "", part.strip()) for part in value.split(";") if part.strip()]
    elif name in {"byline", "title", "subtitle", "edition", "outlet_code", "language"}:
        setattr(found, name, value or None)
