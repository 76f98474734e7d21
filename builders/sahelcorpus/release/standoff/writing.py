"""The stand-off twin of a dataset directory: the same tables, without text that may not be passed on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from sahelcorpus.records import Release
from sahelcorpus.records.findings import CorpusError
from sahelcorpus.records.tables import Row
from sahelcorpus.records.vocabulary import Redistribution
from sahelcorpus.release.build import Progress, refuse_target, write_release
from sahelcorpus.release.rewriting import describe_files, rewrite_tables
from sahelcorpus.release.standoff.borders import Borders, WordsOf
from sahelcorpus.release.standoff.withholding import withheld
from sahelcorpus.release.verification import TRACES_FILE, spans_in, verify
from sahelcorpus.store.atomic import folder_aside
from sahelcorpus.store.files import finding
from sahelcorpus.store.parquet_reading import opened_parquet
from sahelcorpus.text.shapes import Shape

_BORDERS = [field.name for field in fields(Borders)]
_SCHEMA = pa.schema(
    [
        ("article_id", pa.string()),
        ("lengths", pa.list_(pa.int32())),
        ("borders", pa.list_(pa.struct([(name, pa.int32()) for name in ("start", "end", *_BORDERS)]))),
    ]
)
_NOTICE_START, _NOTICE_END = "<!-- stand-off -->", "<!-- end of stand-off -->\n"


@dataclass(frozen=True, slots=True)
class Twin:
    """What a stand-off dataset holds.

    Attributes:
        release: What it says of itself.
        articles: How many articles there are.
        withheld: How many of them come without their text.
        characters: Length of the withheld texts, in code points.
        passed_on: How many of these code points still stand in spans.
    """

    release: Release
    articles: int
    withheld: int
    characters: int
    passed_on: int


def write_standoff(
    directory: Path, target: Path, *, limit: int | None = None, progress: Progress | None = None
) -> Twin:
    """Write the stand-off twin of a dataset directory.

    Args:
        directory: A whole dataset, as `sahelcorpus build` writes it.
        target: The directory to write; an earlier dataset there is replaced when the new one is whole.
        limit: Longest stretch of a withheld text that may be left, in code points; None takes the collection's.
        progress: Told how many articles are done, of how many.

    Raises:
        CorpusError: if the dataset does not hold or is a stand-off one (SC902), or the target cannot be written.
    """
    refuse_target(directory, target)
    release, findings = verify(directory)
    if release.standoff_of:
        found, allowed = "a stand-off dataset", "the whole dataset that it was made from"
        findings.append(finding("SC902", str(directory), "", found, allowed))
    if findings:
        raise CorpusError(findings)
    limit = release.standoff_limit if limit is None else limit
    total = sum(part.rows for part in release.tables if part.table == "articles")
    counts = dict.fromkeys(("articles", "withheld", "characters", "passed_on"), 0)
    with folder_aside(target) as aside:
        traces = aside / TRACES_FILE
        traces.parent.mkdir()
        with pq.ParquetWriter(traces, _SCHEMA, compression="zstd") as writer:

            def change(article: Row) -> Row:
                changed = withheld(article, limit)
                counts["articles"] += 1
                if changed is not article:
                    counts["withheld"] += 1
                    counts["characters"] += len(article["text"])
                    counts["passed_on"] += _covered(changed)
                    writer.write_batch(pa.RecordBatch.from_pylist([_traces(article, changed)], schema=_SCHEMA))
                if progress:
                    progress(counts["articles"], total)
                return changed

            written = rewrite_tables(directory, release, aside, change)
        twin = written.model_copy(update={"standoff_of": release.digest, "standoff_limit": limit})
        readme = (directory / "README.md").read_text(encoding="utf-8")
        noted = with_notice(readme, counts["withheld"], counts["articles"], release.digest)
        (aside / "README.md").write_text(noted, encoding="utf-8")
        twin = describe_files(aside, twin)
        write_release(aside, twin)
    return Twin(twin, **counts)


def _traces(article: Row, twin: Row) -> Row:
    """Return what is told of a withheld text, so that its copies are known and its spans are found in them."""
    words = WordsOf(article["text"], article["article_id"])
    places = {(span["start"], span["end"]) for _, span in spans_in(twin)}
    return {
        "article_id": article["article_id"],
        "lengths": Shape.of(article["text"]).numbers(),
        "borders": [{"start": start, "end": end, **asdict(words.borders(start, end))} for start, end in sorted(places)],
    }


@dataclass(frozen=True, slots=True)
class Traces:
    """What a stand-off dataset tells of a withheld text.

    Attributes:
        shape: Its shape.
        borders: The borders of each span, by its start and end.
    """

    shape: Shape
    borders: dict[tuple[int, int], Borders]


def traces_in(directory: Path) -> Iterator[tuple[str, Traces]]:
    """Yield the id of every article whose text was withheld, and what is told of it."""
    with opened_parquet(directory / TRACES_FILE) as file:
        for batch in file.iter_batches(batch_size=1_000):
            for row in batch.to_pylist():
                borders = {
                    (border["start"], border["end"]): Borders(*(border[name] for name in _BORDERS))
                    for border in row["borders"]
                }
                yield row["article_id"], Traces(Shape.from_numbers(row["lengths"]), borders)


def is_withheld(article: Row) -> bool:
    """Say whether a dumped article of a stand-off dataset stands there without its text."""
    return not article["text"] and article["rights"]["redistribution"] != Redistribution.FULL


def with_notice(readme: str, withheld_articles: int, articles: int, digest: str) -> str:
    """Return a card that says, under its title, that texts are missing and how they come back."""
    notice = (
        f"{_NOTICE_START}\n> **Stand-off dataset.** {withheld_articles:,} of {articles:,} articles come without their "
        "text, which may not be passed on: ids, addresses, digests, offsets and labels are here. Whoever holds the "
        "articles restores the whole dataset with `sahelcorpus rebuild THIS-DIRECTORY --from FILES… -o TARGET`.\n"
        f"> Digest of the whole dataset: `{digest}`.\n{_NOTICE_END}"
    )
    front, title, rest = readme.partition("\n# ")
    heading, newline, body = rest.partition("\n")
    return f"{front}{title}{heading}{newline}{notice}{body}" if title else f"{readme}{notice}"


def without_notice(readme: str) -> str:
    """Return the card that `with_notice` was given."""
    before, start, rest = readme.partition(_NOTICE_START)
    return before + rest.partition(_NOTICE_END)[2] if start else readme


def _covered(article: Row) -> int:
    places = sorted({(span["start"], span["end"]) for _, span in spans_in(article) if span["text"]})
    covered = reached = 0
    for start, end in places:
        covered += max(0, end - max(start, reached))
        reached = max(reached, end)
    return covered
