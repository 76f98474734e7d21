"""How pages, WARC files and places are read, beside the libraries that do a part of it.

Usage: python benchmarks/web_readers.py trafilatura [--documents 210]
       python benchmarks/web_readers.py warc [--gigabytes 2] [--folder /tmp]
       python benchmarks/web_readers.py places [--texts FILE.jsonl …]

`trafilatura` reads the pages of an invented press whose truth is known, by our reader and by trafilatura alone. `warc`
writes a WARC into the folder, reads it, and removes it. `places` counts on texts, {"text": …} a line, how many would be
taken for coverage of the Sahel. Seconds are those of the processor, since other processes may run. Tables are Markdown.
"""

from __future__ import annotations

import argparse
import base64
import gzip
import hashlib
import json
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

TESTS = Path(__file__).parents[1] / "tests"
sys.path.insert(0, str(TESTS))

from invented_exports.other_pages import other_pages  # noqa: E402 - found through the line above
from invented_exports.pages import Page, pages  # noqa: E402
from invented_exports.web_archives import record  # noqa: E402
from invented_exports.world import Truth  # noqa: E402

from sahelcorpus.annotate.places.relevance import relevance  # noqa: E402
from sahelcorpus.readers.document import Document  # noqa: E402
from sahelcorpus.readers.warc import pages as warc_pages  # noqa: E402
from sahelcorpus.readers.web_page import Received, article_of  # noqa: E402

SEED = 2001
"""Not a seed of the tests."""
_SPACED = re.compile("«[\u00a0\u202f]|[\u00a0\u202f]»")


def table(headers: list[str], rows: list[list[str]]) -> None:
    """Print a table in Markdown."""
    print(f"| {' | '.join(headers)} |")
    print(f"| --- |{' ---: |' * (len(headers) - 1)}")
    for row in rows:
        print(f"| {' | '.join(row)} |")


def seconds(work: Callable[[], object]) -> float:
    """Return the CPU seconds of a piece of work."""
    started = time.process_time()
    work()
    return time.process_time() - started


def ours(page: Page) -> dict[str, Any]:
    """Return what our reader says of a page."""
    found = article_of(Received(page.content, "web_page-1", None))
    if not isinstance(found, Document):
        return {}
    return {
        "text": found.text,
        "byline": found.byline,
        "agencies": {signal.agency for signal in found.syndication},
        "published": str(found.published.day) if found.published and found.published.day else None,
        "time": found.published.time_and_zone() if found.published else None,
        "modified": str(found.modified.day) if found.modified else None,
        "language": (found.language or "").partition("-")[0] or None,
        "title": found.title,
    }


def alone(page: Page) -> dict[str, Any]:
    """Return what trafilatura alone says of a page, all that it offers asked for."""
    import trafilatura

    found = trafilatura.bare_extraction(page.content, with_metadata=True, include_comments=False)
    plain = found.as_dict() if found is not None else {}
    author, text = plain.get("author"), plain.get("text") or ""
    agencies = {name for name in ("AFP", "Reuters", "ATAMI", "Ourma Presse") if name in f"{author or ''} {text}"}
    return {
        "text": text,
        "byline": author,
        "agencies": agencies,
        "published": plain.get("date"),
        "time": None,
        "modified": None,
        "language": plain.get("language"),
        "title": plain.get("title"),
    }


def same_letters(one: str, other: str) -> bool:
    """Say whether two texts have the same letters and digits in the same order."""
    return [*filter(str.isalnum, one)] == [*filter(str.isalnum, other)]


def _right(found: dict[str, Any], page: Page) -> dict[str, bool | None]:
    """Say of each question whether it is answered rightly; None where the page does not pose it."""
    truth: Truth = page.truth
    text = found.get("text") or ""
    credited = {agency for place, agency in truth.signals if place in {"byline", "source_line"}}
    spaced = bool(_SPACED.search(truth.text))
    return {
        "text, letters": same_letters(text, truth.text),
        "text, every character": re.sub("\n+", "\n", text) == re.sub("\n+", "\n", truth.text),
        "no-break spaces in « »": _SPACED.findall(text) == _SPACED.findall(truth.text) if spaced else None,
        "byline as printed": found.get("byline") == truth.byline if truth.byline else None,
        "agency credited in byline or source line": credited <= found.get("agencies", set()) if credited else None,
        "day": found.get("published") == str(truth.published),
        "time of day": found.get("time") == truth.time_and_zone if truth.time_and_zone else None,
        "date of change": found.get("modified") == truth.extra["modified"] if "modified" in truth.extra else None,
        "language": found.get("language") == truth.language.partition("-")[0] if truth.language else None,
        "headline, every character": found.get("title") == truth.title,
    }


def beside_trafilatura(documents: int) -> None:
    """Print the share of pages for which each question is answered rightly, by our reader and by trafilatura alone."""
    made = pages(documents, SEED) + other_pages(documents // 5, SEED)
    answers: dict[str, list[list[bool]]] = {}
    taken = []
    for column, read in enumerate((ours, alone)):
        read(made[0])
        found: list[dict[str, Any]] = []
        taken.append(seconds(lambda read=read, found=found: found.extend(map(read, made))))
        for one, page in zip(found, made, strict=True):
            for question, right in _right(one, page).items():
                if right is not None:
                    answers.setdefault(question, [[], []])[column].append(right)
    rows = [
        [question, str(len(both[0])), *(f"{sum(one) / len(one):.3f}" for one in both)]
        for question, both in answers.items()
    ]
    rows.append(["pages a second of CPU time", str(len(made)), *(f"{len(made) / one:.0f}" for one in taken)])
    table(["", "pages", "sahelcorpus", "trafilatura alone"], rows)


def _crawl(path: Path, size: int, *, packed: bool, digests: bool = True) -> None:
    """Write a WARC of about a size in bytes: pages of 30 kB of words, each at its own address.

    With digests each record's header has one of its payload, as crawlers write it.
    """
    draw = random.Random(SEED)
    words = ["".join(draw.choices("abcdefghijklmnop", k=draw.randint(2, 9))) for _ in range(3_000)]
    bodies = [
        "<html><body><article><h1>Un titre</h1>"
        + "".join(f"<p>{' '.join(draw.choices(words, k=80))}</p>" for _ in range(60))
        + "</article></body></html>"
        for _ in range(50)
    ]
    with path.open("wb") as file:
        number = 0
        while file.tell() < size:
            body = bodies[number % len(bodies)].encode()
            own = {"payload_digest": _digest(body)} if digests else {}
            one = record(f"https://a.example/{number}", body, content_length=str(len(body)), **own)
            file.write(gzip.compress(one, 6, mtime=0) if packed else one)
            number += 1


@cache
def _digest(body: bytes) -> str:
    return "sha1:" + base64.b32encode(hashlib.sha1(body, usedforsecurity=False).digest()).decode()


def _by_fastwarc(path: Path) -> int:
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    archive = ArchiveIterator(str(path), record_types=WarcRecordType.response, fsspec_args=False)
    return sum(len(one.reader.read()) > 0 for one in archive)


_ALONE = """
import resource, time
from pathlib import Path
from sahelcorpus.readers.warc import {name} as read
started = time.process_time()
count = sum(1 for _ in read(Path({path!r})))
print(count, time.process_time() - started, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def _alone(name: str, path: Path) -> tuple[int, float, int]:
    """Return how many outcomes a process of its own counts, its CPU seconds for that, and the most kilobytes it held."""
    program = _ALONE.format(name=name, path=str(path))
    done = subprocess.run([sys.executable, "-W", "ignore", "-c", program], capture_output=True, text=True, check=True)
    count, taken, kilobytes = done.stdout.split()
    return int(count), float(taken), int(kilobytes)


def warc_files(gigabytes: float, folder: Path) -> None:
    """Print how fast WARC files are read, with and without the articles taken out of their pages, and in what memory."""
    rows = []
    for packed, digests in ((False, True), (False, False), (True, True)):
        size = int(gigabytes * 1e9) if not packed else 100_000_000
        path = folder / f"sahelcorpus-benchmark.warc{'.gz' if packed else ''}"
        try:
            _crawl(path, size, packed=packed, digests=digests)
            _by_fastwarc(path)
            fast = min(seconds(lambda path=path: _by_fastwarc(path)) for _ in range(3))
            count, first, kilobytes = _alone("pages", path)
            own = min(first, *(seconds(lambda path=path: sum(1 for _ in warc_pages(path))) for _ in range(3)))
            rows.append(
                [
                    f"{'gzipped' if packed else 'plain'}{'' if digests else ', no digests'}, {path.stat().st_size / 1e9:.2f} GB, {count:,} pages",
                    f"{path.stat().st_size / fast / 1e6:,.0f}",
                    f"{path.stat().st_size / own / 1e6:,.0f}",
                    f"{fast / own:.2f}",
                    f"{kilobytes / 1e3:.0f}",
                ]
            )
        finally:
            path.unlink(missing_ok=True)
    table(["reading without extraction", "fastwarc, MB/s", "ours, MB/s", "ratio", "memory, MB"], rows)
    rows = []
    for number in (200, 1_000):
        path = folder / "sahelcorpus-benchmark.warc.gz"
        try:
            _crawl(path, number * 15_000, packed=True)
            count, taken, kilobytes = _alone("read", path)
            size = path.stat().st_size
            rows.append(
                [
                    f"{size / 1e6:.1f} MB, {count:,} pages",
                    f"{count / taken:.0f}",
                    f"{size / taken / 1e6:.2f}",
                    f"{kilobytes / 1e3:.0f}",
                ]
            )
        finally:
            path.unlink(missing_ok=True)
    table(["whole extraction, gzipped", "articles/s", "MB/s", "memory, MB"], rows)


def places(texts: list[Path]) -> None:
    """Print how many texts of each file would be taken for coverage of the Sahel, and how fast that is told."""
    passages = [
        json.loads(line) for line in (TESTS / "annotate/places/passages.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    corpus = [
        path.read_text(encoding="utf-8") for path in sorted((TESTS.parent / "corpus").glob("*/articles/*/text.txt"))
    ]
    named = {"invented passages with traps": [one["text"] for one in passages], "articles of both collections": corpus}
    for path in texts:
        lines = path.read_text(encoding="utf-8").splitlines()
        named[path.stem] = [json.loads(line)["text"] for line in lines]
    rows = []
    for name, found in named.items():
        relevance(found[0])
        scores = []
        taken = seconds(lambda found=found, scores=scores: scores.extend(map(relevance, found)))
        size = sum(len(text.encode()) for text in found)
        taken_for = sum(one.is_relevant for one in scores)
        rows.append(
            [name, f"{len(found):,}", str(taken_for), f"{len(found) / taken:,.0f}", f"{size / taken / 1e6:.1f}"]
        )
    table(["texts", "number", "about the Sahel", "texts/s", "MB/s"], rows)
    right = sum(
        relevance(one["text"]).is_relevant is one["relevant"]
        and sorted(relevance(one["text"]).countries) == sorted(one["countries"])
        for one in passages
    )
    print(f"\nPassages whose countries and relevance are those that their reader named: {right} of {len(passages)}.")


def main() -> None:
    """Run one step."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("step", choices=["trafilatura", "warc", "places"])
    parser.add_argument("--documents", type=int, default=210)
    parser.add_argument("--gigabytes", type=float, default=2)
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()))
    parser.add_argument("--texts", type=Path, nargs="*", default=[])
    arguments = parser.parse_args()
    if arguments.step == "trafilatura":
        beside_trafilatura(arguments.documents)
    elif arguments.step == "warc":
        warc_files(arguments.gigabytes, arguments.folder)
    else:
        places(arguments.texts)


if __name__ == "__main__":
    main()
