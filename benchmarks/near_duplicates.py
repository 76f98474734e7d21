"""How many planted near-duplicates are found among invented articles, how fast, and in how much memory?

    python benchmarks/near_duplicates.py                          # 100,000 and 300,000 articles
    python benchmarks/near_duplicates.py --articles 20000         # one size
    python benchmarks/near_duplicates.py --further                # with kinds that share little of both texts together
    python benchmarks/near_duplicates.py --in-build 2000          # what comparing adds to a check and build of so many

The articles are those of `tests/planted_articles.py`: one in ten a near-duplicate of another, and 2,000 in 100,000 that
share about a fifth with another. They are written to a file first; then a process of its own reads, compares and groups
them, as a collection does: texts of candidates are read again, none is kept. Times are CPU seconds of that process, all
its threads together; memory is its peak resident size, beside what the same process has before the first article.

A pair counts as found if both articles end in one group. Recall is over the planted pairs, precision over all pairs in
groups. With --ways the two ways to candidates are measured alone.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from planted_articles import FURTHER_KINDS, KINDS, planted_articles

AT_ONCE = 250


def write_articles(path: Path, count: int, kinds: tuple[str, ...]) -> None:
    """Write so many articles one after the other, and beside them what was planted."""
    planted: list[tuple[str, int, int]] = []
    sizes = []
    with path.open("wb") as file:
        for number, article in enumerate(planted_articles(count, count // 50, kinds)):
            sizes.append(file.write(article.text.encode()))
            if article.of is not None:
                planted.append((article.kind, article.of, number))
    path.with_suffix(".json").write_text(json.dumps({"sizes": sizes, "planted": planted}))


class Texts:
    """The articles of a file, read when they are asked for."""

    def __init__(self, path: Path) -> None:
        from itertools import accumulate

        self._file = path.open("rb")
        sizes = json.loads(path.with_suffix(".json").read_text())["sizes"]
        self._starts = [0, *accumulate(sizes)]
        self.count = len(sizes)

    def read(self, numbers: Sequence[int]) -> list[str]:
        """Return texts by number."""
        return [self._text(number) for number in numbers]

    def _text(self, number: int) -> str:
        self._file.seek(self._starts[number])
        return self._file.read(self._starts[number + 1] - self._starts[number]).decode()


def used() -> tuple[float, float]:
    """Return the CPU seconds this process has used, and its peak memory in MB."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def measure(path: Path, ways: str) -> dict[str, Any]:
    """Find the near-duplicates in a file of articles."""
    from sahelcorpus.annotate.near_duplicates.candidates import (
        Sketches,
        candidate_pairs,
        equal_pairs,
        pairs_by_bands,
        pairs_by_samples,
    )
    from sahelcorpus.annotate.near_duplicates.verification import near_duplicate_pairs
    from sahelcorpus.annotate.near_duplicates.word_hashes import words_of

    texts = Texts(path)
    Sketches.of(words_of(texts.read([0])))  # the table of letters is made once
    started, before = used()
    parts = [
        Sketches.of(words_of(texts.read(range(start, min(start + AT_ONCE, texts.count)))))
        for start in range(0, texts.count, AT_ONCE)
    ]
    sketches = Sketches.joined(parts)
    parts.clear()
    sketched, _ = used()
    find = {"both": candidate_pairs, "bands": pairs_by_bands, "samples": pairs_by_samples}[ways]
    candidates = find(sketches)
    if ways != "both":
        import numpy as np

        candidates = np.unique(np.concatenate([equal_pairs(sketches), candidates]), axis=0)
    proposed, _ = used()
    pairs = list(near_duplicate_pairs(candidates, texts.read))
    verified, peak = used()
    return {
        "articles": texts.count,
        "candidates": len(candidates),
        "seconds": {
            "sketches": sketched - started,
            "candidates": proposed - sketched,
            "comparison": verified - proposed,
        },
        "rate": texts.count / (verified - started),
        "before": before,
        "peak": peak,
        **scores(pairs, json.loads(path.with_suffix(".json").read_text())["planted"], texts.count),
    }


def scores(pairs: Sequence[Any], planted: list[tuple[str, int, int]], count: int) -> dict[str, Any]:
    """Return recall by kind and over all, and precision, by pairs within groups."""
    group = list(range(count))

    def root(number: int) -> int:
        while group[number] != number:
            group[number] = group[group[number]]
            number = group[number]
        return number

    for pair in pairs:
        group[root(pair.one)] = root(pair.other)
    members: dict[int, list[int]] = {}
    for number in range(count):
        members.setdefault(root(number), []).append(number)
    joined = {pair for names in members.values() for pair in combinations(names, 2)}
    total, found = Counter[str](), Counter[str]()
    wanted = set()
    for kind, source, number in planted:
        pair = (min(source, number), max(source, number))
        total[kind] += 1
        found[kind] += pair in joined
        if kind != "hard negative":
            wanted.add(pair)
    return {
        "kinds": {kind: [found[kind], total[kind]] for kind in total},
        "recall": len(wanted & joined) / len(wanted),
        "precision": len(wanted & joined) / max(len(joined), 1),
    }


def lines(told: dict[str, Any]) -> Iterator[str]:
    """Yield what was measured, for people."""
    parts = ", ".join(f"{name} {1e6 * value / told['articles']:.0f} µs" for name, value in told["seconds"].items())
    yield f"{told['articles']:,} articles: recall {told['recall']:.4f}, precision {told['precision']:.4f}"
    yield f"  {told['rate']:,.0f} articles a CPU second (an article: {parts}), {told['candidates']:,} candidates"
    own = told["peak"] - told["before"]
    each = own / told["articles"] * 1e6 / 1024
    yield f"  memory {told['peak']:,.0f} MB, of it {own:,.0f} MB for the articles: {each:.2f} GB for a million"
    for kind, (found, total) in told["kinds"].items():
        yield f"  {kind}: {found:,} of {total:,} joined"


def in_build(count: int) -> None:
    """Say what comparing the articles, for groups and the leak report, adds to reading, checking and dumping them."""
    from making import own_text, small_collection, write_article

    from sahelcorpus.annotate.near_duplicates.candidates import Sketches
    from sahelcorpus.annotate.near_duplicates.word_hashes import words_of
    from sahelcorpus.release.build import Assembled

    with tempfile.TemporaryDirectory() as folder:
        collection = small_collection(Path(folder) / "collection", articles=0)
        for number in range(count):
            name = f"article-{number}"
            write_article(collection, name, own_text(name).split("\n", maxsplit=2)[2])  # the paragraph that is its own
        Sketches.of(words_of(["the table of letters is made once"]))
        seconds = {}
        for compare in (False, False, True):  # the first pass warms up what is read once
            assembled = Assembled.open(collection, compare=compare)
            started, _ = used()
            for _ in assembled.chunks(workers=1):
                pass
            seconds[compare] = used()[0] - started
    each = {compare: 1e6 * value / count for compare, value in seconds.items()}
    print(
        f"{count:,} articles in one process: {each[False]:,.0f} µs an article without comparing, {each[True]:,.0f} µs with"
    )


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=[100_000, 300_000])
    parser.add_argument("--further", action="store_true", help="plant two more kinds")
    parser.add_argument("--ways", choices=["both", "bands", "samples"], default="both", help="how candidates are found")
    parser.add_argument("--in-build", type=int, metavar="N", help="what it adds to a build of N articles")
    parser.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.measure:
        print(json.dumps(measure(arguments.measure, arguments.ways)))
        return
    if arguments.in_build:
        in_build(arguments.in_build)
        return
    kinds = KINDS + FURTHER_KINDS if arguments.further else KINDS
    for count in arguments.articles:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "articles.txt"
            start = time.process_time()
            write_articles(path, count, kinds)
            print(
                f"{count:,} articles, {path.stat().st_size / 1e6:,.0f} MB, made in {time.process_time() - start:.0f} s"
            )
            command = [sys.executable, __file__, "--measure", str(path), "--ways", arguments.ways]
            done = subprocess.run(command, check=True, capture_output=True, text=True)
            print("\n".join(lines(json.loads(done.stdout))), flush=True)


if __name__ == "__main__":
    main()
