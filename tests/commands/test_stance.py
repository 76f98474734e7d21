"""`stance` and `annotate --stance`: candidates for texts and for a collection, never over what a person decided."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from making import tree, write_article

from sahelcorpus.cli import main
from sahelcorpus.records.vocabulary import Status
from sahelcorpus.store.collection import CollectionFolder

NEW = (
    "Le conseil de la ville s'est réuni jeudi soir dans la salle des fêtes, pour la première fois depuis la fin des pluies. "
    "Les élus ont parlé du prix du bac, de l'école du quartier et des routes qui mènent vers le fleuve, puis ils ont voté "
    "le budget de l'année prochaine.\n"
    "« Awa Tindari a trahi la ville », a dit Moussa Fofana. Le courage d'Awa Tindari force le respect."
)
ROW = {
    "id": "a",
    "lang": "fr",
    "text": "« Boulsano est un menteur », a dit Awa Tindari. Kaldi se tait.",
    "targets": [{"name": "Boulsano", "span": [2, 10]}, {"name": "Kaldi", "span": None}],
}


def written(path: Path, *rows: Any) -> Path:
    """Write a file of one JSON object a line."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def test_texts_get_their_candidates_in_order(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One row of the article's voice for each target, then the quoted speaker's; the same with two processes."""
    texts = written(tmp_path / "in.jsonl", ROW, ROW | {"id": "b", "targets": []})
    assert main(["stance", str(texts), "-o", str(tmp_path / "out.jsonl")]) == 0
    lines = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [line["id"] for line in lines] == ["a", "b"]
    rows = [(one["holder_kind"], one["holder_name"], one["target"], one["label"]) for one in lines[0]["stances"]]
    assert rows == [
        ("article_voice", None, "Boulsano", "neutral"),
        ("article_voice", None, "Kaldi", "neutral"),
        ("quoted_speaker", "Awa Tindari", "Boulsano", "against"),
    ]
    assert lines[0]["stances"][2]["evidence"] == [[2, 25]]
    assert lines[1]["stances"] == []
    assert "3 candidates in 2 texts" in capsys.readouterr().out
    assert main(["stance", str(texts), "-o", str(tmp_path / "two.jsonl"), "--workers", "2"]) == 0
    assert (tmp_path / "two.jsonl").read_bytes() == (tmp_path / "out.jsonl").read_bytes()


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("no JSON", "found a JSON str"),
        ({"id": "a", "lang": "fr"}, 'found no string "text"'),
        (ROW | {"targets": "Boulsano"}, 'found str as "targets"'),
        (ROW | {"targets": [{"span": None}]}, 'targets[0]: found no "name"'),
        (ROW | {"targets": [{"name": "Kaldi", "span": [5, 500]}]}, "targets[0]: found the span [5, 500]"),
    ],
)
def test_a_line_that_does_not_fit_is_named(
    row: Any, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """File, line, what was found, what is allowed; and nothing is written."""
    texts = written(tmp_path / "in.jsonl", ROW, row)
    assert main(["stance", str(texts), "-o", str(tmp_path / "out.jsonl")]) == 1
    told = capsys.readouterr()
    assert f"in.jsonl:2: {words}" in " ".join((told.out + told.err).split())
    assert not (tmp_path / "out.jsonl").exists()


def test_an_annotator_that_cannot_be_had_is_a_usage_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With what to do."""
    texts = written(tmp_path / "in.jsonl", ROW)
    assert main(["stance", str(texts), "-o", str(tmp_path / "out.jsonl"), "--annotator", "model"]) == 2
    assert "found no --model" in capsys.readouterr().err


def test_a_collection_gets_stance_candidates(collection: Path) -> None:
    """Signed, with evidence, beside what was decided; the collection stays one that breaks no rule."""
    write_article(collection, "unread", NEW)
    before = CollectionFolder(collection).article("pont-1").annotations.stances
    assert main(["annotate", str(collection), "--stance", "rules"]) == 0
    folder = CollectionFolder(collection)
    found = folder.article("unread").annotations.stances
    assert {(one.holder_kind, one.target_actor_id, one.label) for one in found} == {
        ("article_voice", "awa-tindari", "favor"),
        ("quoted_speaker", "awa-tindari", "against"),
    }
    assert {one.status for one in found} == {Status.CANDIDATE}
    assert {verdict.annotator_id for one in found for verdict in one.annotations} == {"stance-rules"}
    assert all(verdict.rationale for one in found for verdict in one.annotations)
    assert "stance-rules" in folder.registry().annotators
    after = folder.article("pont-1").annotations.stances
    assert [one for one in after if one.status is Status.GOLD] == before
    assert main(["check", str(collection)]) == 0


def test_running_twice_changes_no_byte(collection: Path) -> None:
    """Neither the quotations nor the stances, nor their times."""
    write_article(collection, "unread", NEW)
    main(["annotate", str(collection), "--stance", "rules"])
    before = tree(collection)
    main(["annotate", str(collection), "--stance", "rules"])
    assert tree(collection) == before
    main(["annotate", str(collection)])
    assert tree(collection) == before


def test_what_a_person_refused_does_not_come_back(collection: Path) -> None:
    """A rejected stance is a decision, and stays the only row for its holder and target."""
    write_article(collection, "unread", NEW)
    main(["annotate", str(collection), "--stance", "rules"])
    path = collection / "articles/unread/annotations.yaml"
    text = path.read_text(encoding="utf-8")
    at = text.index("stances:")
    path.write_text(text[:at] + text[at:].replace("status: candidate", "status: rejected"), encoding="utf-8")
    before = CollectionFolder(collection).article("unread").annotations.stances
    main(["annotate", str(collection), "--stance", "rules"])
    assert CollectionFolder(collection).article("unread").annotations.stances == before


def test_a_dry_run_writes_nothing(collection: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It says what would be proposed."""
    write_article(collection, "unread", NEW)
    before = tree(collection)
    main(["annotate", str(collection), "--stance", "rules", "--dry-run"])
    assert tree(collection) == before
    assert "2 candidates for a stance" in " ".join(capsys.readouterr().out.split())
