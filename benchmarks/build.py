"""How fast is check + build, and how much memory does it take, beside what `datasets` does with the same records?

    python benchmarks/build.py                     # 1,000, 10,000 and 100,000 articles
    python benchmarks/build.py --articles 1000     # one size
    python benchmarks/build.py --vs-datasets 20000 # how many records both writers write

Synthetic articles of about 4 kB with 6 quotations and 3 stances each. Every measured step runs in a process of its own;
memory is the peak resident size of that process and its children together at their own peaks, as the kernel counts it.
The writers get the same records, already in memory, labels by name, and run in turn in the same call: read the ratios, not
the times. `datasets` writes by `from_generator(...).to_parquet(...)`; it is timed once more with the labels turned into
numbers for it by our encoder, which is faster than its own.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

WORDS = [
    "le",
    "pont",
    "la",
    "ville",
    "une",
    "route",
    "des",
    "habitants",
    "du",
    "marché",
    "pendant",
    "les",
    "travaux",
    "avec",
    "leurs",
    "familles",
    "sur",
    "deux",
    "rives",
    "après",
    "cette",
    "crue",
    "dans",
    "plusieurs",
    "quartiers",
    "sans",
    "autre",
    "réponse",
    "que",
    "celle",
    "du",
    "conseil",
    "pour",
    "chaque",
    "semaine",
    "de",
    "la",
    "saison",
]
JUDGED = "2026-01-02T03:04:05Z"


def sentence(chance: random.Random, words: int) -> str:
    """Return a sentence of invented words order."""
    return " ".join(chance.choices(WORDS, k=words)).capitalize()


def synthetic_article(number: int) -> tuple[str, dict[str, Any], dict[str, Any]]:
    """Return text, metadata and annotations of one article; the same number gives the same article."""
    chance = random.Random(number)
    article_id = f"synthetic-{number:06d}"
    text, quotes, stances = "", [], []
    quote_judgement = {"annotator_id": "reader-1", "judged_at": JUDGED, "guideline": "quotes-1", "confidence": 0.9}
    stance_judgement = {"annotator_id": "reader-1", "judged_at": JUDGED, "guideline": "stance-1"}
    for place in range(1, 7):
        text += ". ".join(sentence(chance, 18) for _ in range(4)) + ". "
        content = sentence(chance, 16)
        start = len(text) + 2
        text += f"« {content} », a déclaré la maire de Sarrune, "
        cue = text.index("déclaré", start)
        speaker = text.index("la maire", start)
        text += sentence(chance, 8).lower() + ".\n"
        segment = {"start": start, "end": start + len(content), "text": content}
        quotes.append(
            {
                "quote_id": f"{article_id}.q{place}",
                "type": "direct",
                "segments": [segment],
                "text": content,
                "cue": {"start": cue, "end": cue + 7, "text": "déclaré", "lemma": "déclarer", "kind": "verb"},
                "speaker": {"start": speaker, "end": speaker + 19, "text": "la maire de Sarrune"},
                "speaker_kind": "nominal",
                "actor_id": "mayor-of-sarrune",
                "speaker_name": "la maire de Sarrune",
                "status": "gold",
                "annotations": [quote_judgement],
            }
        )
        if place <= 3:
            stances.append(
                {
                    "stance_id": f"{article_id}.s{place}",
                    "quote_id": f"{article_id}.q{place}",
                    "holder_kind": "quoted_speaker",
                    "holder_actor_id": "mayor-of-sarrune",
                    "target_actor_id": "bridge-works",
                    "label": "against",
                    "intensity": -1,
                    "endorsement": "neutral_report",
                    "evidence": [segment],
                    "status": "gold",
                    "annotations": [{**stance_judgement, "label": "against", "intensity": -1}],
                    "adjudication": {"state": "single"},
                }
            )
    digest = hashlib.sha256(text.encode()).hexdigest()
    metadata = {
        "article_id": article_id,
        "title": sentence(chance, 7),
        "language": "fr",
        "published": f"{2012 + number % 12}-{1 + number % 12:02d}-{1 + number % 28:02d}",
        "published_precision": "day",
        "source_id": "courrier-de-sarrune",
        "rights": {"redistribution": "full", "basis": "Made for a benchmark."},
        "provenance": {"reader": "plain_text-1", "received_sha256": digest, "text_sha256": digest},
        "origin": "invented",
    }
    return text, metadata, {"quotes": quotes, "stances": stances}


def make_collection(path: Path, articles: int) -> None:
    """Write a synthetic collection."""
    from sahelcorpus.store.yaml_writing import to_yaml

    path.mkdir(parents=True)
    registry: dict[str, Any] = {
        "collection.yaml": {
            "name": path.name,
            "title": "Synthetic",
            "description": "Made for a benchmark.",
            "version": "0.1.0",
            "languages": ["fr"],
            "annotation_licence": "CC0-1.0",
            "split_key": "synthetic-1",
        },
        "sources.yaml": [{"source_id": "courrier-de-sarrune", "name": "Le Courrier de Sarrune", "kind": "newspaper"}],
        "actors.yaml": [
            {"actor_id": "mayor-of-sarrune", "name": "la maire de Sarrune", "kind": "organisation"},
            {"actor_id": "bridge-works", "name": "works on the bridge", "kind": "policy"},
        ],
        "annotators.yaml": [{"annotator_id": "reader-1", "kind": "maintainer"}],
        "removals.yaml": [],
    }
    for name, plain in registry.items():
        (path / name).write_text(to_yaml(plain), encoding="utf-8")
    (path / "card.md").write_text("---\nlicense: cc0-1.0\n---\n\n# Synthetic\n", encoding="utf-8")
    for number in range(articles):
        text, metadata, annotations = synthetic_article(number)
        folder = path / "articles" / metadata["article_id"]
        folder.mkdir(parents=True)
        (folder / "text.txt").write_text(text, encoding="utf-8")
        (folder / "article.yaml").write_text(to_yaml(metadata), encoding="utf-8")
        (folder / "annotations.yaml").write_text(to_yaml(annotations), encoding="utf-8")


def records(articles: int) -> list[dict[str, Any]]:
    """Return dumped article records, as both writers get them."""
    from sahelcorpus.records import Article

    dumped = []
    for number in range(articles):
        text, metadata, annotations = synthetic_article(number)
        dumped.append(Article.from_plain({**metadata, **annotations, "text": text}).model_dump())
    return dumped


def step_build(collection: Path, target: Path, workers: int) -> None:
    """Check and build a collection."""
    from sahelcorpus.release.build import build

    build(collection, target, workers=workers)


def step_write(articles: int, target: Path) -> dict[str, list[float]]:
    """Time the writers on the same records, in turn, three times; return the seconds of each turn by writer."""
    import datasets

    from sahelcorpus.records.features import features
    from sahelcorpus.records.rows import row_encoder
    from sahelcorpus.records.tables import TABLES
    from sahelcorpus.records.vocabulary import Split
    from sahelcorpus.release.chunks import encoded
    from sahelcorpus.release.parquet import PartWriter

    datasets.disable_progress_bars()
    table = TABLES[0]
    whole = records(articles)
    encode = row_encoder(table.row)
    names = datasets.Features.from_dict(features(table.row))

    def ours(place: Path) -> None:
        place.mkdir(parents=True)
        writer = PartWriter(place, table, Split.TRAIN)
        for first in range(0, articles, 250):
            writer.write(encoded(table, whole[first : first + 250])[0])
        writer.close()

    def theirs(place: Path, *, numbered: bool) -> None:
        def rows() -> Iterator[dict[str, Any]]:
            yield from map(encode, whole) if numbered else whole

        made = datasets.Dataset.from_generator(
            rows, features=names, cache_dir=str(place / "cache"), fingerprint=place.name
        )
        made.to_parquet(str(place / "all.parquet"))

    writers = {
        "sahelcorpus": ours,
        "datasets": partial(theirs, numbered=False),
        "datasets, labels numbered for it": partial(theirs, numbered=True),
    }
    seconds: dict[str, list[float]] = {name: [] for name in writers}
    for turn in range(3):
        for number, (name, write) in enumerate(writers.items()):
            start = time.perf_counter()
            write(target / f"writer-{number}-{turn}")
            seconds[name].append(time.perf_counter() - start)
    return seconds


def measured(*arguments: object) -> tuple[float, float, str]:
    """Run a step in a process of its own; return wall seconds, peak megabytes of its processes together, its output."""
    command = [sys.executable, __file__, *map(str, arguments)]
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    peak = 0.0
    while process.poll() is None:
        peak = max(peak, sum(map(resident, family(process.pid))))
        time.sleep(0.05)
    seconds = time.perf_counter() - start
    output = process.stdout.read() if process.stdout else ""
    if process.returncode:
        raise SystemExit(f"{command} failed")
    return seconds, peak / 1e6, output


def family(pid: int) -> list[int]:
    """Return a process and all that it started."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return [pid]
    return [pid] + [member for child in children for member in family(int(child))]


def resident(pid: int) -> float:
    """Return the resident bytes of a process, shared pages counted in part (PSS)."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(float(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, action="append", help="size of a collection; repeatable")
    parser.add_argument("--vs-datasets", type=int, default=20_000, help="records that the writers write")
    parser.add_argument("--writers-alone", action="store_true", help="leave the builds out")
    parser.add_argument("--step", nargs="*", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.step:
        verb, *rest = arguments.step
        if verb == "build":
            step_build(Path(rest[0]), Path(rest[1]), int(rest[2]))
        else:
            print(json.dumps(step_write(int(rest[0]), Path(rest[1]))))
        return
    scratch = Path(tempfile.mkdtemp(prefix="sahelcorpus-benchmark-"))
    try:
        print(f"{os.cpu_count()} cores, Python {sys.version.split()[0]}\n")
        print("| articles | workers | check + build, articles a second | peak memory, MB |\n| --- | --- | --- | --- |")
        sizes = [] if arguments.writers_alone else arguments.articles or [1_000, 10_000, 100_000]
        for articles in sizes:
            collection = scratch / f"synthetic-{articles}"
            make_collection(collection, articles)
            for workers in (1, 2):
                target = scratch / f"built-{articles}-{workers}"
                seconds, peak, _ = measured("--step", "build", collection, target, workers)
                print(f"| {articles:,} | {workers} | {articles / seconds:,.0f} | {peak:,.0f} |", flush=True)
            shutil.rmtree(collection)
        _, _, output = measured("--step", "write", arguments.vs_datasets, scratch / "write")
        turns: dict[str, list[float]] = json.loads(output)
        count = arguments.vs_datasets
        print(f"\nWriting the same {count:,} article records, in turn, three times:\n")
        print("| writer | records a second, median | times as long as sahelcorpus, by turn |\n| --- | --- | --- |")
        for name, times in turns.items():
            ratios = ", ".join(f"{one / two:.1f}" for one, two in zip(times, turns["sahelcorpus"], strict=True))
            print(f"| {name} | {count / sorted(times)[1]:,.0f} | {ratios} |")
    finally:
        shutil.rmtree(scratch)


if __name__ == "__main__":
    main()
