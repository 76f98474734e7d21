"""Every rule finds its breach, names file, place and line, and lets everything else pass."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from making import annotations, metadata, own_text, span, write_article

from sahelcorpus.check.collection import check_collection
from sahelcorpus.records.findings import Finding
from sahelcorpus.records.rules import RULES
from sahelcorpus.store.collection import CollectionFolder
from sahelcorpus.store.yaml_reading import read_yaml
from sahelcorpus.store.yaml_writing import to_yaml

TODAY = date(2026, 11, 22)
FILE = "articles/pont-1/annotations.yaml"
Change = Callable[[dict[str, Any]], None]


def findings_of(collection: Path) -> list[Finding]:
    """Return what is wrong with a collection."""
    return list(check_collection(CollectionFolder(collection), TODAY))


def change(path: Path, how: Change) -> None:
    """Change a YAML file's plain data."""
    plain = read_yaml(path.read_text(encoding="utf-8"), path.name)
    how(plain)
    path.write_text(to_yaml(plain), encoding="utf-8")


def test_a_sound_collection_is_clean(collection: Path) -> None:
    """Nothing is found where nothing is wrong."""
    assert findings_of(collection) == []


def test_the_collections_of_the_project_are_clean(project: Path) -> None:
    """What is released keeps every rule."""
    for path in sorted((project / "corpus").iterdir()):
        assert [finding.in_words() for finding in findings_of(path)] == []


def _quote(number: int, **changes: Any) -> Change:
    return lambda plain: plain["quotes"][number].update(changes)


def _stance(number: int, **changes: Any) -> Change:
    return lambda plain: plain["stances"][number].update(changes)


TEXT_1 = own_text("pont-1")
SEGMENT = span(TEXT_1, "Nous tiendrons parole")
FAR = {"start": 9_000, "end": 9_021, "text": "Nous tiendrons parole"}
ELSEWHERE = {"start": 0, "end": 21, "text": "Nous tiendrons parole"}
VERDICT = {"annotator_id": "reader-1", "judged_at": "2026-01-02T03:04:05Z", "guideline": "stance-1", "label": "favor"}


def _circle(plain: dict[str, Any]) -> None:
    plain["quotes"][0]["parent_quote_id"] = "pont-1.q2"
    plain["quotes"][1]["parent_quote_id"] = "pont-1.q1"


IN_ANNOTATIONS: list[tuple[str, str, Change]] = [
    ("SC401", "quotes[0].segments[0]", _quote(0, segments=[ELSEWHERE])),
    ("SC402", "quotes[0].segments[0]", _quote(0, segments=[FAR])),
    ("SC403", "quotes[0].segments[0]", _quote(0, segments=[SEGMENT | {"end": SEGMENT["start"]}])),
    ("SC404", "quotes[0].segments[1]", lambda plain: plain["quotes"][0].update(
        segments=[span(TEXT_1, "tiendrons parole"), span(TEXT_1, "Nous tiendrons")], text="tiendrons parole Nous tiendrons"
    )),
    ("SC405", "quotes[0].text", _quote(0, text="Nous tiendrons")),
    ("SC406", "quotes[1]", lambda plain: plain["quotes"].reverse()),
    ("SC501", "quotes[1].quote_id", _quote(1, quote_id="pont-1.q1")),
    ("SC502", "quotes[0].quote_id", _quote(0, quote_id="pont-2.q1")),
    ("SC503", "quotes[0].actor_id", _quote(0, actor_id="nobody")),
    ("SC503", "stances[1].target_actor_id", _stance(1, target_actor_id="nobody")),
    ("SC503", "stances[0].holder_chain[0].actor_id", _stance(0, holder_chain=[{"actor_id": "nobody", "name": "N"}])),
    ("SC504", "stances[0].annotations[0].annotator_id", _stance(
        0, annotations=[VERDICT | {"annotator_id": "nobody", "label": "against"}], status="candidate"
    )),
    ("SC505", "quotes[0].parent_quote_id", _quote(0, parent_quote_id="pont-1.q7")),
    ("SC505", "stances[0].quote_id", _stance(0, quote_id="pont-1.q7")),
    ("SC601", "quotes[0].speaker_kind", _quote(0, speaker_kind="unexpressed")),
    ("SC601", "quotes[1].speaker_kind", _quote(1, speaker=None)),
    ("SC602", "quotes[0].status", _quote(0, annotations=[])),
    ("SC602", "stances[1].status", _stance(1, annotations=[])),
    ("SC603", "quotes[0].annotations[0]", lambda plain: plain["quotes"][0]["annotations"][0].update(
        decision="marked_differently"
    )),
    ("SC604", "quotes[0].parent_quote_id", _circle),
    ("SC701", "stances[0].evidence", _stance(0, evidence=[])),
    ("SC702", "stances[0].evidence[0]", _stance(0, evidence=[span(TEXT_1, "refuse de commenter")])),
    ("SC703", "stances[1].evidence[0]", _stance(1, evidence=[SEGMENT], endorsement="neutral_report")),
    ("SC704", "stances[0].quote_id", _stance(0, quote_id=None)),
    ("SC704", "stances[1]", _stance(1, holder_actor_id="awa-tindari")),
    ("SC705", "stances[0].holder_actor_id", _stance(0, holder_actor_id="awa-tindari")),
    ("SC706", "stances[0].intensity", _stance(0, intensity=2)),
    ("SC707", "stances[0].adjudication", _stance(0, adjudication={"state": "agreed"})),
    ("SC707", "stances[0].adjudication", _stance(0, adjudication={"state": "adjudicated"})),
    ("SC707", "stances[1].adjudication", _stance(1, annotations=[VERDICT])),
    ("SC708", "stances[2]", lambda plain: plain["stances"].append(
        plain["stances"][1] | {"stance_id": "pont-1.s3"}
    )),
]  # fmt: skip


@pytest.mark.parametrize(("code", "place", "how"), IN_ANNOTATIONS, ids=[f"{c} {p}" for c, p, _ in IN_ANNOTATIONS])
def test_breach_in_annotations(collection: Path, code: str, place: str, how: Change) -> None:
    """The breach is found at its place and its line, whatever else it brings with it."""
    path = collection / FILE
    change(path, how)
    found = {(finding.code, finding.place): finding for finding in findings_of(collection)}
    assert (code, place) in found
    finding = found[code, place]
    assert finding.file == FILE
    assert finding.line is not None
    assert 1 <= finding.line <= len(path.read_text(encoding="utf-8").splitlines())
    assert finding.found
    assert finding.allowed


def test_a_span_that_does_not_slice_names_the_nearest_place(collection: Path) -> None:
    """The finding tells where the text of the span really stands."""
    change(collection / FILE, _quote(0, segments=[ELSEWHERE]))
    (finding,) = [found for found in findings_of(collection) if found.code == "SC401"]
    assert f"{SEGMENT['start']}–{SEGMENT['end']}" in finding.allowed


IN_METADATA: list[tuple[str, str, Change]] = [
    ("SC202", "article_id", lambda plain: plain.update(article_id="pont-7")),
    ("SC203", "published", lambda plain: plain.update(published_precision="year")),
    ("SC203", "published_precision", lambda plain: plain.update(published=None)),
    ("SC204", "published", lambda plain: plain.update(published_not_before="2023-06-01")),
    ("SC204", "published", lambda plain: plain.update(published="2027-01-01")),
    ("SC204", "retrieved", lambda plain: plain.update(retrieved="2023-05-01")),
    ("SC205", "source_id", lambda plain: plain.update(source_id="nowhere-times")),
    ("SC206", "rights.basis", lambda plain: plain["rights"].update(basis=" ")),
    ("SC302", "provenance.text_sha256", lambda plain: plain["provenance"].update(text_sha256="0" * 64)),
    ("SC304", "language", lambda plain: plain.update(language="en")),
    ("SC309", "text_flags", lambda plain: plain.update(text_flags=["mixed_script"])),
]


@pytest.mark.parametrize(("code", "place", "how"), IN_METADATA, ids=[f"{c} {p}" for c, p, _ in IN_METADATA])
def test_breach_in_metadata(collection: Path, code: str, place: str, how: Change) -> None:
    """The breach is found at its place in article.yaml."""
    change(collection / "articles/pont-1/article.yaml", how)
    found = {(finding.code, finding.place): finding for finding in findings_of(collection)}
    assert (code, place) in found
    assert found[code, place].file == "articles/pont-1/article.yaml"
    assert found[code, place].line


IN_TEXT = [
    ("SC301", TEXT_1.replace("é", "e\u0301")),
    ("SC301", TEXT_1.replace("\n", "\r\n")),
    ("SC303", "Abonnez-vous pour lire la suite de notre article sur le pont."),
    ("SC305", "12 345 678 " * 60),
    ("SC306", TEXT_1.replace("chantier a", "chаntier a")),
    ("SC307", TEXT_1.replace(" », a déclaré", ", a déclaré")),
    ("SC308", TEXT_1.replace("crue", "cruÃ©")),
]


@pytest.mark.parametrize(("code", "text"), IN_TEXT, ids=[f"{c}-{n}" for n, (c, _) in enumerate(IN_TEXT)])
def test_breach_in_text(collection: Path, code: str, text: str) -> None:
    """What is unusual in a text is found unless somebody has acknowledged it."""
    write_article(collection, "other", text)
    assert code in {finding.code for finding in findings_of(collection)}


def test_a_flag_acknowledges_what_is_unusual(collection: Path) -> None:
    """With the flag in article.yaml the same text is clean."""
    text = own_text("other").replace("chantier a", "chаntier a")
    write_article(collection, "other", text, text_flags=["mixed_script"])
    assert findings_of(collection) == []


def test_a_waiver_accepts_what_a_person_has_read(collection: Path) -> None:
    """A waivable finding is gone, with its reason on record; one that is not waivable stays."""
    reason = [{"code": code, "reason": "A notice, as published."} for code in ("SC303", "SC205")]
    text = "Abonnez-vous pour lire la suite de notre article sur le pont."
    write_article(collection, "other", text, waivers=reason, source_id="nowhere-times")
    assert {finding.code for finding in findings_of(collection)} == {"SC205"}


def test_who_adjudicates_has_decided(collection: Path) -> None:
    """A row that rules and models alone judged is gold once a person or maintainer decided it, and by them alone."""

    def adjudicated_by(name: str) -> Change:
        return _stance(1, annotations=[], adjudication={"state": "adjudicated", "by": name, "note": "Read."})

    change(collection / "articles/pont-1/annotations.yaml", adjudicated_by("reader-1"))
    assert findings_of(collection) == []
    change(
        collection / "annotators.yaml",
        lambda plain: plain.append({"annotator_id": "r", "kind": "rule", "version": "1"}),
    )
    change(collection / "articles/pont-1/annotations.yaml", adjudicated_by("r"))
    assert {found.code for found in findings_of(collection)} == {"SC602"}


def _registry(name: str, how: Change) -> Callable[[Path], None]:
    return lambda path: change(path / name, how)


def _removed(path: Path) -> None:
    tombstone = {"article_id": "pont-1", "reason": "privacy", "removed": "2026-01-01"}
    change(path / "removals.yaml", lambda plain: plain.append(tombstone))


def _removed_by_text(path: Path) -> None:
    digest = metadata("pont-1", TEXT_1)["provenance"]["text_sha256"]
    tombstone = {"article_id": "gone", "reason": "privacy", "removed": "2026-01-01", "text_sha256": digest}
    change(path / "removals.yaml", lambda plain: plain.append(tombstone))


def _two_splits(path: Path) -> None:
    for number, split in ((1, "train"), (2, "test")):
        name = f"articles/pont-{number}/article.yaml"
        change(path / name, lambda plain, split=split: plain.update(cluster_id="g", pinned_split=split))


def _near_duplicate_of_nothing(plain: dict[str, Any]) -> None:
    why = {
        "representative": "pont-1",
        "nearest": "gone",
        "reasons": ["shared_text"],
        "jaccard": 0.5,
        "containment": 0.9,
    }
    plain.update(cluster_id="pont-1", near_duplicate=why)


IN_COLLECTION: list[tuple[str, Callable[[Path], None]]] = [
    ("SC101", lambda path: (path / "sources.yaml").unlink()),
    ("SC109", _registry("collection.yaml", lambda plain: plain.update(version="1.0"))),
    ("SC109", lambda path: (path / "actors.yaml").write_text("a: 1\n")) ,
    ("SC110", lambda path: (path / "articles/pont-1/notes.txt").write_text("x") and None),
    ("SC110", lambda path: (path / "articles/stray.txt").write_text("x") and None),
    ("SC110", lambda path: (path / "more.yaml").write_text("x") and None),
    ("SC201", lambda path: (path / "articles/pont-1").rename(path / "articles/Pont_1") and None),
    ("SC207", _removed),
    ("SC207", _removed_by_text),
    ("SC208", lambda path: (path / "articles/pont-1").rename(path / "articles/PONT-2") and None),
    ("SC501", _registry("sources.yaml", lambda plain: plain.append(plain[0]))),
    ("SC506", _registry("actors.yaml", lambda plain: plain[0]["roles"][0].update(organisation_id="nowhere"))),
    ("SC801", _registry("actors.yaml", lambda plain: plain[0]["roles"][0].update(valid_to="2021-01-01"))),
    ("SC802", _registry("actors.yaml", lambda plain: plain[0].update(wikidata="Q42"))),
    ("SC803", _registry("actors.yaml", lambda plain: plain[0].update(roles=[]))),
    ("SC804", _registry("annotators.yaml", lambda plain: plain[0].update(kind="rule"))),
    ("SC901", _two_splits),
    ("SC921", lambda path: write_article(path, "again", own_text("pont-1") + " Voir aussi.") and None),
    ("SC507", lambda path: change(path / "articles/pont-1/article.yaml", _near_duplicate_of_nothing)),
]  # fmt: skip


@pytest.mark.parametrize(("code", "how"), IN_COLLECTION, ids=[f"{c}-{n}" for n, (c, _) in enumerate(IN_COLLECTION)])
def test_breach_across_files(collection: Path, code: str, how: Callable[[Path], None]) -> None:
    """What only the whole collection shows is found."""
    how(collection)
    assert code in {finding.code for finding in findings_of(collection)}


def test_a_collection_without_articles_is_a_finding(collection: Path) -> None:
    """There is nothing to build, and the finding says what to do."""
    import shutil

    shutil.rmtree(collection / "articles")
    assert [finding.code for finding in findings_of(collection)] == ["SC111"]


def test_every_rule_is_tested_somewhere() -> None:
    """No rule stands in the catalogue that no test breaks."""
    folder = Path(__file__).parents[1]
    tested = "".join(path.read_text(encoding="utf-8") for path in folder.rglob("test_*.py"))
    assert [code for code in RULES if code not in tested] == []


def test_codes_and_names_are_unique() -> None:
    """A code or a name means one rule."""
    assert len({rule.name for rule in RULES.values()}) == len(RULES)
    for rule in RULES.values():
        assert rule.why.endswith(".")
        assert rule.mend.endswith(".")


def test_annotations_of_the_tests_fit_their_text() -> None:
    """The tests' own gold slices."""
    for quote in annotations("pont-1", TEXT_1)["quotes"]:
        for part in [*quote["segments"], quote["cue"], quote["speaker"]]:
            assert TEXT_1[part["start"] : part["end"]] == part["text"]
