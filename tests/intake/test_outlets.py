"""Which outlet a document is from, and what is proposed where none fits."""

from __future__ import annotations

from typing import Any

import pytest

from sahelcorpus.intake.outlets import Outlets, Proposals, folded, slug
from sahelcorpus.readers.document import Document
from sahelcorpus.records import Provenance, Source

SOURCES = [
    Source.from_plain(plain)
    for plain in (
        {
            "source_id": "le-piroguier",
            "name": "Le Piroguier de Tessoumé",
            "aliases": [{"language": "fr", "name": "Le Piroguier", "kind": "alias"}],
            "kind": "newspaper",
            "homepage": "http://www.piroguier.example/",
            "archive_codes": ["europresse:PIROG", "factiva:LEPIRO"],
        },
        {"source_id": "echo", "name": "L’Écho de la Rive", "kind": "newspaper", "homepage": "https://echo.example/fr/"},
    )
]


def document(reader: str = "europresse-1", **said: Any) -> Document:
    """Return a document that says no more than this."""
    provenance = Provenance(reader=reader, received_sha256="0" * 64, text_sha256="0" * 64)
    return Document(text="Texte.", provenance=provenance, **said)


MATCHES = {
    "by name": ({"outlet": "Le Piroguier de Tessoumé"}, "le-piroguier"),
    "by name, another apostrophe and case": ({"outlet": "L'ECHO DE LA RIVE"}, "echo"),
    "by alias": ({"outlet": "Le  Piroguier"}, "le-piroguier"),
    "by name before brackets": ({"outlet": "Le Piroguier (site web)"}, "le-piroguier"),
    "by domain": ({"url": "https://www.piroguier.example/a/b.html"}, "le-piroguier"),
    "by a domain below it": ({"url": "https://m.echo.example/a"}, "echo"),
    "by a domain for a name": ({"outlet": "echo.example"}, "echo"),
    "by the archive's code": ({"outlet": "Piroguier, Le", "outlet_code": "PIROG"}, "le-piroguier"),
    "by an id": ({"source_id": "echo", "outlet": "Le Piroguier"}, "echo"),
    "name before domain": ({"outlet": "Le Piroguier", "url": "https://echo.example/a"}, "le-piroguier"),
    "another archive's code": ({"outlet": "X", "outlet_code": "LEPIRO"}, None),
    "an id that is not there": ({"source_id": "nowhere", "outlet": "Le Piroguier"}, None),
    "a name that is not there": ({"outlet": "Le Piroguier de Kaldé"}, None),
    "a domain that only ends alike": ({"url": "https://notecho.example/a"}, None),
    "nothing": ({}, None),
}


@pytest.mark.parametrize("how", MATCHES)
def test_an_outlet_is_matched(how: str) -> None:
    """By name, alias, domain and code, and never by likeness."""
    said, source_id = MATCHES[how]
    assert Outlets(SOURCES).of(document(**said)) == source_id


def test_what_fits_none_is_proposed() -> None:
    """One record an outlet, with what its documents say, most documents first; kind and country are left to a person."""
    proposals = Proposals()
    for outlet, code, url in (
        ("Barid", "BARID", "https://barid.example/1"),
        ("BARID", "BARID", "https://www.barid.example/2"),
        ("Ourma Presse", None, None),
        (None, None, None),
    ):
        proposals.see(document(outlet=outlet, outlet_code=code, url=url), "fr")
    (barid, documents), (ourma, _) = proposals.sources(["barid"])
    assert (barid.source_id, barid.name, documents, barid.kind, barid.country) == ("barid-2", "Barid", 2, "other", None)
    assert [alias.name for alias in barid.aliases] == ["BARID"]
    assert (barid.homepage, barid.archive_codes) == ("https://barid.example/", ["europresse:BARID"])
    assert ourma.source_id == "ourma-presse"


def test_names_and_slugs() -> None:
    """As they are compared, and as they become ids."""
    assert folded("  L’ÉCHO\u00a0de  la Rive. ") == "l'echo de la rive"
    assert slug("L'Œuvre d’Awa : n° 3") == "l-oeuvre-d-awa-n-3"
    assert len(slug("mot " * 40, 60)) <= 60
    assert slug("صحيفة") == ""
