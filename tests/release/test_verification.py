"""A dataset that is not what its maker built is refused, and the message says what is wrong with it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import datasets
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from sahelcorpus.records.canonical_json import record_digest, set_digest
from sahelcorpus.records.findings import CorpusError
from sahelcorpus.records.rows import row_decoder
from sahelcorpus.records.tables import table_named
from sahelcorpus.release.build import build, described_files, release_digest
from sahelcorpus.release.columns import columns_named, features_without_others, projected, without_others
from sahelcorpus.release.loading import load
from sahelcorpus.release.verification import read_release, verify

QUOTES = "quotes/train-00000.parquet"


@pytest.fixture
def built(collection: Path, tmp_path: Path) -> Path:
    """A freshly built dataset."""
    build(collection, tmp_path / "built")
    return tmp_path / "built"


def say_again(built: Path) -> None:
    """Make release.json's list of files fit the files again, as somebody would who wants to hide a change."""
    release = json.loads((built / "release.json").read_text(encoding="utf-8"))
    release["files"] = [part.to_plain() for part in described_files(built)]
    (built / "release.json").write_text(json.dumps(release), encoding="utf-8")


def rewrite(built: Path, name: str, change: Callable[[pa.Table], pa.Table]) -> None:
    """Write a changed table in a part's place, metadata kept."""
    table = change(pq.read_table(built / name))
    pq.write_table(table, built / name)
    say_again(built)


def test_a_fresh_build_holds(built: Path) -> None:
    """Nothing is found, and the digest can be asked for."""
    release, findings = verify(built)
    assert findings == []
    assert verify(built, digest=f"sha256:{release.digest}")[1] == []


def test_a_flipped_byte_is_found(built: Path) -> None:
    """One byte, anywhere in any file, names its file."""
    for name in [part.path for part in read_release(built).files]:
        path = built / name
        whole = path.read_bytes()
        for place in (0, len(whole) // 2, len(whole) - 1):
            path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
            _, findings = verify(built)
            assert any(finding.code == "SC902" and finding.file == name for finding in findings), (name, place)
        path.write_bytes(whole)


def test_a_missing_file_is_found(built: Path) -> None:
    """The message names it."""
    (built / QUOTES).unlink()
    _, findings = verify(built)
    assert (QUOTES, "no file") in {(finding.file, finding.found) for finding in findings}


def test_a_file_too_many_is_found(built: Path) -> None:
    """A part that was slipped in would be loaded by the pattern in the card."""
    (built / "quotes/train-00001.parquet").write_bytes((built / QUOTES).read_bytes())
    _, findings = verify(built)
    assert "quotes/train-00001.parquet" in {finding.file for finding in findings}
    say_again(built)
    _, findings = verify(built)
    assert [(finding.file, finding.found) for finding in findings] == [("quotes/train", "12 records")]


def test_an_edited_label_is_found(built: Path) -> None:
    """Also if the file's own digest was brought up to date."""

    def edit(table: pa.Table) -> pa.Table:
        column = table.schema.get_field_index("type")
        values = [2, *table.column("type").to_pylist()[1:]]
        return table.set_column(column, table.schema.field(column), pa.array(values, pa.int64()))

    rewrite(built, QUOTES, edit)
    _, findings = verify(built)
    assert [finding.file for finding in findings] == ["quotes/train"]
    assert "at least one record was changed" in findings[0].allowed


def test_a_swapped_label_order_is_found(built: Path) -> None:
    """Numbers that mean other labels are worse than no labels: the column and both orders are named."""

    def swap(table: pa.Table) -> pa.Table:
        told = json.loads(table.schema.metadata[b"huggingface"])
        told["info"]["features"]["type"]["names"] = ["mixed", "direct", "indirect"]
        return table.replace_schema_metadata({b"huggingface": json.dumps(told).encode()})

    rewrite(built, QUOTES, swap)
    _, findings = verify(built)
    assert [(finding.file, finding.place) for finding in findings] == [(QUOTES, "column type")]
    assert findings[0].found == "labels in the order mixed, direct, indirect"
    assert findings[0].allowed == "labels in the order direct, mixed, indirect"


def test_a_swapped_label_order_deep_inside_is_found(built: Path) -> None:
    """Nested labels too."""

    def swap(table: pa.Table) -> pa.Table:
        told = json.loads(table.schema.metadata[b"huggingface"])
        told["info"]["features"]["quotes"]["feature"]["cue"]["kind"]["names"].reverse()
        return table.replace_schema_metadata({b"huggingface": json.dumps(told).encode()})

    rewrite(built, "articles/train-00000.parquet", swap)
    _, findings = verify(built)
    assert [finding.place for finding in findings] == ["column quotes.cue.kind"]


def test_a_label_order_in_release_json_is_found(built: Path) -> None:
    """The list of vocabularies is held against the package's, and against the digest."""
    release = json.loads((built / "release.json").read_text(encoding="utf-8"))
    release["vocabularies"][0]["names"].reverse()
    (built / "release.json").write_text(json.dumps(release), encoding="utf-8")
    _, findings = verify(built)
    assert {finding.place.split(" ")[0] for finding in findings} == {"digest", "vocabulary"}


def test_an_added_row_is_found(built: Path) -> None:
    """One record too many is counted."""
    rewrite(built, QUOTES, lambda table: pa.concat_tables([table, table.slice(0, 1)]))
    _, findings = verify(built)
    assert [(finding.file, finding.found, finding.allowed) for finding in findings] == [
        ("quotes/train", "7 records", "6 records")
    ]


def test_a_row_in_anothers_place_is_found(built: Path) -> None:
    """The same number of rows, but one of them twice."""
    rewrite(built, QUOTES, lambda table: pa.concat_tables([table.slice(0, 5), table.slice(0, 1)]))
    _, findings = verify(built)
    assert [finding.file for finding in findings] == ["quotes/train"]


def test_a_missing_column_is_found(built: Path) -> None:
    """The message names the column."""
    rewrite(built, QUOTES, lambda table: table.drop_columns(["speaker_name"]))
    _, findings = verify(built)
    assert "speaker_name" in findings[0].found


def test_other_row_order_and_row_groups_hold(built: Path) -> None:
    """Records are what counts: a re-serialised table has the same digest."""
    rewrite(built, QUOTES, lambda table: pa.concat_tables([table.slice(3), table.slice(0, 3)]))
    assert verify(built)[1] == []


def test_a_span_that_does_not_slice_is_found(built: Path) -> None:
    """A text shifted by one letter is found by its spans, and they are named."""

    def shift(table: pa.Table) -> pa.Table:
        column = table.schema.get_field_index("text")
        texts = ["x" + text for text in table.column("text").to_pylist()]
        return table.set_column(column, table.schema.field(column), pa.array(texts))

    rewrite(built, "articles/train-00000.parquet", shift)
    _, findings = verify(built)
    assert "pont-1 quotes[0].segments[0]" in {finding.place for finding in findings}


def test_another_digest_than_asked_for_is_found(built: Path) -> None:
    """A directory that was changed and described anew does not have the published digest."""
    _, findings = verify(built, digest="0" * 64)
    assert [finding.place for finding in findings] == ["digest"]


@pytest.mark.parametrize("content", [b"", b"{", b'{"collection": 1}', b"\xff", b"[]"])
def test_a_broken_release_json_is_one_clear_error(built: Path, content: bytes) -> None:
    """A directory that says nothing of itself cannot be proved."""
    (built / "release.json").write_bytes(content)
    with pytest.raises(CorpusError, match=r"release\.json"):
        verify(built)


def test_no_directory_is_one_clear_error(tmp_path: Path) -> None:
    """The error names the place."""
    with pytest.raises(CorpusError, match="nowhere"):
        verify(tmp_path / "nowhere")


LATER = {
    "articles": {"genre", "waivers.code", "waivers.reason", "rights.holder", "quotes.cue.lemma"},
    "quotes": {"cue.lemma"},
}


def make_older(built: Path) -> None:
    """Make a dataset what an earlier schema would have given: without the columns above, and with a label less."""
    path = built / "release.json"
    plain = json.loads(path.read_text(encoding="utf-8"))
    for one in plain["columns"]:
        one["columns"] = [name for name in one["columns"] if name not in LATER.get(one["table"], ())]
    for words in plain["vocabularies"]:
        if words["column"] == "published_precision":
            words["names"].remove("unknown")
    for part in plain["tables"]:
        table = table_named(part["table"])
        columns = columns_named(next(one["columns"] for one in plain["columns"] if one["table"] == table.name))
        (file,) = (built / table.name).glob(f"{part['split']}-*.parquet")
        whole = pq.read_table(file)
        told = json.loads(whole.schema.metadata[b"huggingface"])
        features = features_without_others(told["info"]["features"], columns)
        if "published_precision" in features:
            features["published_precision"]["names"].remove("unknown")
        told["info"]["features"] = features
        metadata = {b"huggingface": json.dumps(told).encode()}
        rows = [projected(row, columns) for row in whole.to_pylist()]
        decode = row_decoder(table.row)
        part["digest"] = set_digest(b"".join(record_digest(decode(row)) for row in rows))
        schema = pa.schema(without_others(whole.schema, columns), metadata=metadata)
        pq.write_table(pa.Table.from_pylist(rows, schema=schema), file)
    path.write_text(json.dumps(plain), encoding="utf-8")
    release = read_release(built)
    plain["digest"] = release_digest(release.tables, release.vocabularies)
    path.write_text(json.dumps(plain), encoding="utf-8")
    say_again(built)


def test_a_dataset_of_an_earlier_schema_holds(built: Path) -> None:
    """Schemas grow: a dataset with fewer columns and labels is proved by what it was built with."""
    make_older(built)
    assert "genre" not in pq.read_schema(built / "articles/train-00000.parquet").names
    assert verify(built)[1] == []


def test_a_dataset_of_an_earlier_schema_loads(built: Path, hf_cache: Path) -> None:
    """With all the columns that there are now: those that came later hold their defaults. `datasets` opens it too."""
    make_older(built)
    articles = load(built, split="train", cache_dir=hf_cache)
    assert articles[0]["genre"] is None
    assert articles[0]["waivers"] == []
    assert articles[0]["rights"]["holder"] is None
    assert articles[0]["quotes"][0]["cue"]["text"] == "déclaré"
    assert articles[0]["quotes"][0]["cue"]["lemma"] is None
    assert next(iter(load(built, split="train", streaming=True)))["genre"] is None
    plain = datasets.load_dataset(str(built), "articles", split="train", cache_dir=str(hf_cache))
    assert "genre" not in plain.column_names
    assert plain[0]["text"] == articles[0]["text"]


def test_a_column_taken_from_a_dataset_of_an_earlier_schema_is_found(built: Path) -> None:
    """It says which columns it was built with, and has to have them."""
    make_older(built)
    rewrite(built, QUOTES, lambda table: table.drop_columns(["speaker_name"]))
    _, findings = verify(built)
    assert "speaker_name" in findings[0].found


def test_a_dataset_of_a_later_schema_is_told(built: Path) -> None:
    """Columns that the package does not know yet cannot be proved by it."""
    release = json.loads((built / "release.json").read_text(encoding="utf-8"))
    release["columns"][0]["columns"].append("mood")
    (built / "release.json").write_text(json.dumps(release), encoding="utf-8")
    _, findings = verify(built)
    assert [finding.found for finding in findings] == ["a column mood that this version of sahelcorpus does not know"]


def test_a_release_json_without_columns_means_those_of_now(built: Path) -> None:
    """Datasets built before columns were listed."""
    release = json.loads((built / "release.json").read_text(encoding="utf-8"))
    del release["columns"]
    (built / "release.json").write_text(json.dumps(release), encoding="utf-8")
    assert verify(built)[1] == []
    rewrite(built, QUOTES, lambda table: table.drop_columns(["speaker_name"]))
    assert "speaker_name" in verify(built)[1][0].found
