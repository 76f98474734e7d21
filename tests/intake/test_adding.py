"""What becomes of each document: added, there already, revised, or rejected with its reason; never lost."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from making import TEXT, tree, write_article

from sahelcorpus.intake.adding import Intake
from sahelcorpus.intake.known_articles import KnownArticles
from sahelcorpus.intake.ledger import Entry, Fate, Ledger
from sahelcorpus.intake.metadata import Defaults
from sahelcorpus.readers.dataset import DATASET
from sahelcorpus.readers.dates import read_date
from sahelcorpus.readers.document import (
    Disagreement,
    Document,
    Rejection,
    RejectionReason,
    SignalKind,
    SyndicationSignal,
)
from sahelcorpus.records import Provenance
from sahelcorpus.release.build import build
from sahelcorpus.release.verification import verify
from sahelcorpus.store.collection import CollectionFolder
from sahelcorpus.store.yaml_writing import to_yaml
from sahelcorpus.text.canonical import text_sha256

BODY = TEXT.format(number=9)


def document(text: str = BODY, reader: str = "europresse-1", **said: Any) -> Document:
    """Return a document of the collection's outlet."""
    provenance = Provenance(reader=reader, file_name="a.html", received_sha256="1" * 64, text_sha256=text_sha256(text))
    plain = {"outlet": "Le Courrier de Sarrune", "language": "fr", "title": "Le pont", "place": "document 1", **said}
    return Document(text=text, provenance=provenance, **plain)


def intake(collection: Path, **changes: Any) -> Intake:
    """Open a collection for documents."""
    folder = CollectionFolder(collection)
    return Intake(folder, folder.registry(), KnownArticles.of(folder), date(2026, 11, 26), **changes)


def taken(collection: Path, documents: Iterable[Document | Rejection], **changes: Any) -> list[Entry]:
    """Return what became of documents."""
    opened = intake(collection, **changes)
    return [opened.entry(one, "a.html", "Europresse HTML") for one in documents]


def fates(entries: Iterable[Entry]) -> list[str]:
    """Return fate and reason of each entry."""
    return [entry.reason.value if entry.reason else entry.fate.value for entry in entries]


def test_what_a_document_says_becomes_fields(collection: Path) -> None:
    """Date with precision, time and zone, section, page, edition, credits, notice, the archive's id, and both dates."""
    published = read_date("mardi 14 mars 2006, 20:15 GMT")
    said = document(
        published=published, byline="Awa Sarro avec AFP", section="Politique", page="16", edition="no. 12",
        url="https://courrier.example/pont", document_id="news·20060315·CS·1", rights_line="© 2006 Le Courrier",
        subtitle="Sarrune", truncation=("[…]",),
        syndication=(
            SyndicationSignal(SignalKind.CREDIT_IN_BYLINE, "avec AFP", "AFP"),
            SyndicationSignal(SignalKind.OTHER_OUTLET, "Barid, 15 mars 2006", "Barid"),
        ),
        disagreements=(Disagreement("published", "the header", "2006-03-14", "the id", "2006-03-15"),),
    )  # fmt: skip
    (entry,) = taken(collection, [said])
    assert (entry.fate, [found.code for found in entry.findings]) == (Fate.ADDED, ["SC209"])
    assert entry.flags == ("truncated: '[…]'",)
    article = CollectionFolder(collection).metadata(entry.article_id or "")
    assert article.article_id == "courrier-de-sarrune-2006-03-14-le-pont"
    assert (article.source_id, str(article.published), article.published_precision) == (
        "courrier-de-sarrune", "2006-03-14", "day",
    )  # fmt: skip
    assert (article.published_time, article.section, article.page, article.edition, article.subtitle) == (
        "20:15 GMT", "Politique", "16", "no. 12", "Sarrune",
    )  # fmt: skip
    assert (article.byline, article.agency_credits) == ("Awa Sarro avec AFP", ["avec AFP"])
    assert article.rights.notice == "© 2006 Le Courrier"
    assert article.rights.basis == "Taken from Europresse HTML; no licence is stated there."
    assert article.provenance.document_id == "news·20060315·CS·1"
    assert "Barid, 15 mars 2006" in (article.provenance.note or "")
    assert [other.other_said for other in article.provenance.disagreements] == ["2006-03-15"]


def test_twice_adds_nothing_twice(collection: Path) -> None:
    """Neither in one run nor in the next; a text that two outlets print is two articles."""
    sources = collection / "sources.yaml"
    sources.write_text(
        sources.read_text(encoding="utf-8") + "- {source_id: barid, name: Barid, kind: portal}\n", encoding="utf-8"
    )
    both = [document(), document(), document(outlet="Barid")]
    assert fates(taken(collection, both)) == ["added", "already_there", "added"]
    before = tree(collection)
    assert fates(taken(collection, both)) == ["already_there"] * 3
    assert tree(collection) == before


def test_a_dry_run_says_the_same_and_writes_nothing(collection: Path) -> None:
    """Every decision, no file."""
    before = tree(collection)
    changed = document(BODY + " Fin.", document_id="news·20060315·CS·1")
    documents = [document(document_id="news·20060315·CS·1"), document(), changed, document(outlet="Nowhere")]
    assert fates(taken(collection, documents, writes=False)) == ["added", "already_there", "revision", "unknown_outlet"]
    assert tree(collection) == before


def test_what_was_removed_does_not_come_back(collection: Path) -> None:
    """Its text is known by its digest, its id by its name."""
    removal = {"article_id": "gone", "reason": "privacy", "removed": "2026-01-01", "text_sha256": text_sha256(BODY)}
    (collection / "removals.yaml").write_text(to_yaml([removal]), encoding="utf-8")
    assert fates(taken(collection, [document(), document(BODY + " Fin.", article_id="gone")])) == ["removed", "removed"]


def test_a_revision_is_shown_and_taken_only_if_asked(collection: Path) -> None:
    """The text there stays; with --revise the new one stands in its place, and the old digest is kept."""
    old = document(document_id="news·20060315·CS·1")
    new = document(BODY.replace("mardi", "mercredi"), document_id="news·20060315·CS·1")
    (added,) = taken(collection, [old])
    before = tree(collection)
    (shown,) = taken(collection, [new])
    assert (shown.reason, shown.article_id) == (RejectionReason.REVISION, added.article_id)
    assert "-Le gouvernement du Kalindo a annoncé mardi" in shown.detail
    assert "+Le gouvernement du Kalindo a annoncé mercredi" in shown.detail
    assert tree(collection) == before
    (revised,) = taken(collection, [new], revises=True)
    assert (revised.fate, revised.article_id) == (Fate.REVISED, added.article_id)
    article = CollectionFolder(collection).article(added.article_id or "")
    assert article.text == new.text
    assert article.metadata.provenance.text_sha256 == text_sha256(new.text)
    assert article.metadata.provenance.earlier_text_sha256 == [text_sha256(old.text)]
    assert fates(taken(collection, [old, new], revises=True)) == ["already_there", "already_there"]


def test_a_revision_takes_the_annotations_along(collection: Path) -> None:
    """Spans move with their words; where a word is gone, the revision is refused and says how many."""
    there = CollectionFolder(collection).article("pont-1")
    moved = document(there.text.replace("mardi", "ce mercredi"), article_id="pont-1")
    assert fates(taken(collection, [moved], revises=True)) == ["revised"]
    article = CollectionFolder(collection).article("pont-1")
    spans = [segment for quote in article.annotations.quotes for segment in quote.segments]
    assert spans
    assert all(span.lies_in(article.text) for span in spans)
    lost = document(moved.text.replace("Nous tiendrons parole", "Nous verrons"), article_id="pont-1")
    (refused,) = taken(collection, [lost], revises=True)
    assert refused.reason is RejectionReason.REVISION
    assert "1 spans of the annotations" in refused.detail


def test_a_home_page_is_no_article_s_address(collection: Path) -> None:
    """Two articles that both give the outlet's front page are not one."""
    home = "http://courrier.example/"
    documents = [document(url=home), document(BODY + " Fin.", url=home)]
    assert fates(taken(collection, documents)) == ["added", "added"]


def test_an_id_in_a_table_holds_in_that_table_alone(collection: Path) -> None:
    """Row 1 of one file is not row 1 of another."""
    one = document(reader="json_lines-1", document_id="1")
    other = document(BODY + " Fin.", reader="json_lines-1", document_id="1")
    elsewhere = replace(other, provenance=other.provenance.model_copy(update={"file_name": "b.html"}))
    assert fates(taken(collection, [one, elsewhere, other])) == ["added", "added", "already_there"]


@pytest.mark.parametrize(
    ("said", "reason", "rule"),
    [
        ({"outlet": "Nowhere"}, "unknown_outlet", None),
        ({"outlet": None}, "unknown_outlet", None),
        ({"text": "1234 5678", "language": None}, "unknown_language", None),
        ({"text": "Trop court."}, "checks", "SC303"),
        ({"language": "en"}, "checks", "SC304"),
        ({"published": read_date("14 mars 2039")}, "checks", "SC204"),
        ({"byline": "x", "genre": "Not a slug"}, "bad_field", None),
    ],
)
def test_a_document_that_does_not_fit(said: dict[str, Any], reason: str, rule: str | None, collection: Path) -> None:
    """It is rejected with the reason, and the rule that it breaks."""
    before = tree(collection)
    (entry,) = taken(collection, [document(**said)])
    assert entry.reason is not None
    assert entry.reason.value == reason
    assert (rule in {found.code for found in entry.findings}) == (rule is not None)
    assert tree(collection) == before


def test_what_is_said_of_all_documents(collection: Path) -> None:
    """Fills in what a document leaves open, and only that."""
    defaults = Defaults(source_id="courrier-de-sarrune", language="fr", genre="report", countries=("XK",))
    documents = [document(outlet=None, language=None), document(BODY + " Fin.", countries=("ML",))]
    first, second = taken(collection, documents, defaults=defaults)
    folder = CollectionFolder(collection)
    article = folder.metadata(first.article_id or "")
    assert (article.source_id, article.genre, article.countries) == ("courrier-de-sarrune", "report", ["XK"])
    assert folder.metadata(second.article_id or "").countries == ["ML"]


@pytest.mark.parametrize(
    ("printed", "note"),
    [
        ("12 رمضان 1441 هـ", "Islamic calendar"),
        ("03/04/2006", "day and month cannot be told apart"),
    ],
)
def test_a_date_for_a_person(printed: str, note: str, collection: Path) -> None:
    """What was not understood whole is kept as printed."""
    (entry,) = taken(collection, [document(published=read_date(printed))])
    article = CollectionFolder(collection).metadata(entry.article_id or "")
    assert note in (article.published_note or "")
    assert printed in (article.published_note or "")


def test_a_dataset_comes_back_whole(collection: Path, tmp_path: Path) -> None:
    """Built, read into an empty collection of the same registry, and built again: the same records, digest for digest."""
    build(collection, tmp_path / "first")
    second = tmp_path / "again" / collection.name
    second.mkdir(parents=True)
    for name, content in tree(collection).items():
        if not name.startswith("articles/"):
            (second / name).write_bytes(content)
    opened = intake(second)
    assert DATASET.recognises_folder(tmp_path / "first").name == "CERTAIN"
    entries = list(opened.take(tmp_path / "first", "first", DATASET))
    assert fates(entries) == ["added"] * 3
    build(second, tmp_path / "second")
    assert verify(tmp_path / "second")[1] == []
    digests = [
        json.loads((tmp_path / name / "release.json").read_text(encoding="utf-8")) for name in ("first", "second")
    ]
    assert digests[0]["tables"] == digests[1]["tables"]
    assert fates(intake(second).take(tmp_path / "first", "first", DATASET)) == ["already_there"] * 3


def test_a_ledger_is_a_sum(tmp_path: Path) -> None:
    """Every entry is counted once and is one line; a second run goes on with the file."""
    entries = [
        Entry(file="a", place="document 1", fate=Fate.ADDED, article_id="x"),
        Entry(file="a", place="document 2", fate=Fate.ALREADY_THERE, article_id="x"),
        Entry(file="a", place="document 3", fate=Fate.REJECTED, reason=RejectionReason.NO_TEXT, excerpt="…"),
    ]
    for _ in range(2):
        with Ledger(tmp_path / "ledger.jsonl") as ledger:
            for entry in entries:
                ledger.enter(entry)
        plain = ledger.to_plain()
        assert plain["documents"] == 3 == sum(plain[fate.value] for fate in Fate)
        assert plain["rejected_by_reason"] == {"no_text": 1}
    lines = [json.loads(line) for line in (tmp_path / "ledger.jsonl").read_text(encoding="utf-8").splitlines()]
    assert lines == [entry.to_plain() for entry in entries] * 2


def test_an_article_that_cannot_be_read_is_no_reason_to_refuse_another(collection: Path) -> None:
    """It keeps its id."""
    write_article(collection, "broken")
    (collection / "articles/broken/article.yaml").write_text("- 1\n", encoding="utf-8")
    assert "broken" in KnownArticles.of(CollectionFolder(collection)).ids
    assert fates(taken(collection, [document()])) == ["added"]
