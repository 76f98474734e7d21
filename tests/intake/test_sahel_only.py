"""Places at intake: countries are filled from the text, and what is not about the Sahel can be left out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from sahelcorpus.cli import main
from sahelcorpus.intake.adding import Intake
from sahelcorpus.intake.known_articles import KnownArticles
from sahelcorpus.intake.ledger import Fate
from sahelcorpus.intake.metadata import Defaults
from sahelcorpus.readers.document import Document, RejectionReason
from sahelcorpus.records import Provenance
from sahelcorpus.store.collection import CollectionFolder
from sahelcorpus.text.canonical import text_sha256

ABOUT_MALI = (
    "Le marché de Gossi, dans le nord du Mali, a rouvert jeudi après deux semaines. Les camions venus de Hombori et de "
    "Douentza ont livré du mil, du riz et du sel, et les marchands disent que les prix baissent enfin. La mairie promet "
    "que la route restera ouverte jusqu'aux premières pluies."
)
ABOUT_NOTHING = (
    "Le marché de la rive gauche a rouvert jeudi après deux semaines. Les camions venus de la vallée ont livré du mil, du "
    "riz et du sel, et les marchands disent que les prix baissent enfin. La mairie promet que la route restera ouverte "
    "jusqu'aux premières pluies, comme chaque année."
)


def document(text: str) -> Document:
    """Return a document of the collection's outlet."""
    provenance = Provenance(reader="web_page-1", received_sha256="1" * 64, text_sha256=text_sha256(text))
    return Document(text=text, provenance=provenance, outlet="Le Courrier de Sarrune", language="fr", title="Le marché")


def intake(collection: Path, *, only_sahel: bool) -> Intake:
    """Open a collection for documents."""
    folder = CollectionFolder(collection)
    known = KnownArticles.of(folder)
    return Intake(folder, folder.registry(), known, date(2026, 11, 26), only_sahel=only_sahel)


def test_only_what_is_about_the_sahel(collection: Path) -> None:
    """The rest is rejected, with the names that the decision rests on."""
    opened = intake(collection, only_sahel=True)
    kept = opened.entry(document(ABOUT_MALI), "a.html", "a page of the web")
    left = opened.entry(document(ABOUT_NOTHING), "b.html", "a page of the web")
    assert (kept.fate, left.fate) == (Fate.ADDED, Fate.REJECTED)
    assert left.reason is RejectionReason.NOT_RELEVANT
    assert left.detail == "0.00: no place of the Sahel is named"
    assert kept.article_id is not None
    assert CollectionFolder(collection).article(kept.article_id).metadata.countries == ["ML"]


def test_everything_without_the_flag(collection: Path) -> None:
    """And countries that a document or a flag gives go before those of its text."""
    opened = intake(collection, only_sahel=False)
    assert opened.entry(document(ABOUT_NOTHING), "b.html", "a page of the web").fate is Fate.ADDED
    said = replace(document(ABOUT_MALI), countries=("NE",))
    entry = opened.entry(said, "a.html", "a page of the web")
    assert entry.article_id is not None
    assert CollectionFolder(collection).article(entry.article_id).metadata.countries == ["NE"]
    opened.defaults = Defaults(countries=("BF",))
    entry = opened.entry(document(ABOUT_MALI + " Enfin."), "c.html", "a page of the web")
    assert entry.article_id is not None
    assert CollectionFolder(collection).article(entry.article_id).metadata.countries == ["BF"]


def test_the_flag_on_the_command_line(collection: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Two saved pages, one of them kept; the sum accounts for both."""
    pages = tmp_path / "pages"
    pages.mkdir()
    for name, text in (("a.html", ABOUT_MALI), ("b.html", ABOUT_NOTHING)):
        head = (
            "<meta property='og:site_name' content='Le Courrier de Sarrune'><meta property='og:type' content='article'>"
        )
        (pages / name).write_text(
            f"<html lang='fr'><head>{head}</head><body><h1>Le marché</h1><p>{text}</p></body></html>"
        )
    assert main(["add", str(pages), "--to", str(collection), "--only-sahel", "--invented"]) == 1
    printed = capsys.readouterr().out
    assert "2 documents in = 1 added + 0 already there + 1 rejected" in printed
    assert "not_relevant: not about the Sahel" in printed
