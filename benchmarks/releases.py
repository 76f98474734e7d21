"""How fast are two releases compared, and how much memory does it take, at two sizes?

    python benchmarks/releases.py                    # 20,000 and 60,000 articles
    python benchmarks/releases.py --articles 1000    # one size

Synthetic articles of about 4 kB with 6 quotations and 3 stances each (those of `build.py`). Of the later release 1 % of the
articles are new, 1 % are gone, and in 1 % one field of one quotation differs. Three comparisons: of two built directories,
the same with the rows of the later one in no order, and of a history with a built directory. Every step runs in a process
of its own. Time is CPU time of that process, since others may share the machine; memory is the most that it had resident,
as the kernel counts it, files mapped into memory among it. What importing the package takes is told beside it.
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from build import synthetic_article

ONE_IN = 100  # articles


def articles(count: int, *, later: bool) -> Iterator[dict[str, Any]]:
    """Yield the dumped articles of the earlier or the later release."""
    from sahelcorpus.records import Article

    for number in range(count + count // ONE_IN if later else count):
        if later and number % ONE_IN == 1 and number < count:
            continue
        text, metadata, annotations = synthetic_article(number)
        if later and number % ONE_IN == 2:
            annotations["quotes"][0]["speaker_name"] = "la maire"
        yield Article.from_plain({**metadata, **annotations, "text": text}).model_dump()


def make(directory: Path, count: int, *, later: bool) -> None:
    """Write a release as `sahelcorpus build` would, without a collection of so many files."""
    from sahelcorpus.records import Release
    from sahelcorpus.records.tables import ARTICLE_TABLES
    from sahelcorpus.release.build import RELEASE_FILE, current_columns, current_vocabularies
    from sahelcorpus.release.chunks import encoded
    from sahelcorpus.release.parquet import PartWriter
    from sahelcorpus.release.splits import split_of

    directory.mkdir()
    writers: dict[tuple[str, str], PartWriter] = {}
    stream = articles(count, later=later)
    while chunk := list(islice(stream, 250)):
        rows: dict[tuple[str, str], list[dict[str, Any]]] = {}
        for article in chunk:
            split = split_of(article, "synthetic-1", count)
            for table in ARTICLE_TABLES:
                if table.from_article is not None:
                    rows.setdefault((table.name, split), []).extend(table.from_article(article))
        for table in ARTICLE_TABLES:
            for (name, split), found in rows.items():
                if name == table.name:
                    if (name, split) not in writers:
                        writers[name, split] = PartWriter(directory, table, split)  # type: ignore[arg-type]
                    writers[name, split].write(encoded(table, found)[0])
    for writer in writers.values():
        writer.close()
    release = Release(
        collection="synthetic",
        version="0.2.0" if later else "0.1.0",
        digest="0" * 64,
        built_with="a benchmark",
        tables=[],
        columns=current_columns(),
        vocabularies=current_vocabularies(),
        files=[],
    )
    (directory / RELEASE_FILE).write_text(json.dumps(release.to_plain()))


def shuffle(directory: Path, target: Path) -> None:
    """Write a dataset's rows in another order."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    shutil.copytree(directory, target)
    for path in target.rglob("*.parquet"):
        table = pq.read_table(path)
        order = pa.array(sorted(range(len(table)), key=lambda place: (place * 7919) % 10_007))
        pq.write_table(table.take(order), path, row_group_size=1_000)


def history(directory: Path, target: Path) -> None:
    """Write the history of a release, as `sahelcorpus release` would."""
    from sahelcorpus.records import PastRelease
    from sahelcorpus.records.base import Record
    from sahelcorpus.release.build import current_columns, current_vocabularies
    from sahelcorpus.release.record_lists import listed, record_lines
    from sahelcorpus.release.sides import BuiltSide

    (target / "releases").mkdir(parents=True)
    (target / "collection.yaml").write_text("name: synthetic\n")
    side = BuiltSide(directory)
    side.columns = {one.table: side.columns.get(one.table, {}) for one in current_columns()}
    part = listed(target / "releases/0.1.0.records.tsv", record_lines(side.groups(), side.columns))
    past: Record = PastRelease.from_plain(
        {
            "collection": "synthetic",
            "version": "0.1.0",
            "released": "2026-01-01",
            "digest": "0" * 64,
            "built_with": "a benchmark",
            "tables": [],
            "columns": [one.to_plain() for one in current_columns()],
            "vocabularies": [one.to_plain() for one in current_vocabularies()],
            "records": part.to_plain(),
        }
    )
    (target / "releases/0.1.0.json").write_text(json.dumps(past.to_plain()))


def compare(before: str, after: str) -> dict[str, Any]:
    """Compare two sides; return what was found, CPU seconds and megabytes."""
    from sahelcorpus.release.differences import Comparison
    from sahelcorpus.release.named_sides import named_side

    start = resource.getrusage(resource.RUSAGE_SELF)
    comparison = Comparison(named_side(before), named_side(after))
    found = sum(1 for _ in comparison.differences())
    end = resource.getrusage(resource.RUSAGE_SELF)
    seconds = end.ru_utime + end.ru_stime - start.ru_utime - start.ru_stime
    return {"found": found, "seconds": seconds, "before": start.ru_maxrss / 1e3, "peak": end.ru_maxrss / 1e3}


def step(*arguments: object) -> dict[str, Any]:
    """Run a step in a process of its own."""
    command = [sys.executable, __file__, "--step", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    result: dict[str, Any] = json.loads(done.stdout or "{}")
    return result


def run_step(verb: str, *rest: str) -> None:
    """Do one step in this process."""
    match verb:
        case "make":
            make(Path(rest[0]), int(rest[1]), later=rest[2] == "later")
        case "shuffle":
            shuffle(Path(rest[0]), Path(rest[1]))
        case "history":
            history(Path(rest[0]), Path(rest[1]))
        case _:
            print(json.dumps(compare(*rest)))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, action="append", help="size of a release; repeatable")
    parser.add_argument("--step", nargs="*", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.step:
        run_step(*arguments.step)
        return
    print("| articles | compared | differences | articles a CPU second | memory, MB | of it before, MB |")
    print("| --- | --- | --- | --- | --- | --- |")
    for count in arguments.articles or [20_000, 60_000]:
        with tempfile.TemporaryDirectory(prefix="sahelcorpus-benchmark-") as name:
            scratch = Path(name)
            for which in ("earlier", "later"):
                step("make", scratch / which, count, which)
            step("shuffle", scratch / "later", scratch / "shuffled")
            step("history", scratch / "earlier", scratch / "collection")
            size = (scratch / "collection/releases/0.1.0.records.tsv").stat().st_size
            for title, before, after in (
                ("two directories", scratch / "earlier", scratch / "later"),
                ("one of them in no order", scratch / "earlier", scratch / "shuffled"),
                ("a history and a directory", f"{scratch / 'collection'}@0.1.0", scratch / "later"),
            ):
                done = step("compare", before, after)
                speed = count / done["seconds"]
                print(
                    f"| {count:,} | {title} | {done['found']:,} | {speed:,.0f} | {done['peak']:,.0f} "
                    f"| {done['before']:,.0f} |",
                    flush=True,
                )
        print(f"\nThe list of records of {count:,} articles takes {size / 1e6:,.1f} MB.\n", flush=True)


if __name__ == "__main__":
    main()
