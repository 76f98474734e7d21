"""How exactly and how fast each format is read, from exports of an invented press whose truth is known.

Usage: python benchmarks/readers.py exactness [--documents 200]
       python benchmarks/readers.py speed [--documents 2000]
       python benchmarks/readers.py memory [--documents 1000]

Speed is CPU time of one process, so that what else runs on the machine does not count; memory is the most that a
process of its own held, for a file and for one ten times as long. Tables are printed in Markdown.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TESTS = Path(__file__).parents[1] / "tests"
sys.path.insert(0, str(TESTS))

from invented_exports.formats import FORMATS  # noqa: E402 - found through the line above
from invented_exports.scoring import Scores, scored  # noqa: E402

from sahelcorpus.readers.document import Reader  # noqa: E402

SEED = 1001
"""Not a seed of the tests: the readers were never looked at with these articles."""
GROUPS = {
    "title": ("title", "subtitle"),
    "byline": ("byline",),
    "outlet, code": ("outlet", "outlet_code"),
    "date, precision, time": ("published", "precision", "time_and_zone"),
    "language": ("language",),
    "section, page, edition": ("section", "page", "edition"),
    "URL, id, rights": ("url", "document_id", "rights_line"),
    "credits": ("signals",),
    "two dates": ("disagrees",),
    "text": ("text",),
}
"""Columns of the table of exactness, and the fields whose least exactness each shows."""


def table(headers: list[str], rows: list[list[str]]) -> None:
    """Print a table in Markdown."""
    print(f"| {' | '.join(headers)} |")
    print(f"| --- |{' ---: |' * (len(headers) - 1)}")
    for row in rows:
        print(f"| {' | '.join(row)} |")


def exactness(documents: int) -> None:
    """Print, for each format, the share of documents of which each field is exactly what is true."""
    rows = []
    for name, format_ in FORMATS.items():
        with tempfile.TemporaryDirectory() as folder:
            export = format_.make(documents, seed=SEED)
            path = Path(folder, "export")
            path.write_bytes(export.content)
            rows.append([name, *_exactness(scored(format_.its_reader().read(path), export.truths))])
    table(["format", "documents", "fate", *GROUPS, "similarity"], rows)


def _exactness(scores: Scores) -> list[str]:
    fields = [min(scores.exactness(field) for field in fields) for fields in GROUPS.values()]
    similarity = scores.similarity / max(scores.compared, 1)
    shares = [scores.outcomes_right / scores.documents, *fields, similarity]
    return [str(scores.documents), *(f"{share:.3f}" for share in shares)]


def _timed(reader: Reader, path: Path) -> tuple[int, float]:
    """Return how many documents a file holds, and the seconds of CPU time that reading it took."""
    started = time.process_time()
    count = sum(1 for _ in reader.read(path))
    return count, time.process_time() - started


def speed(documents: int) -> None:
    """Print, for each format, articles and megabytes a second of CPU time: the best of three runs."""
    rows = []
    for name, format_ in FORMATS.items():
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "export")
            path.write_bytes(format_.make(documents, seed=SEED).content)
            reader = format_.its_reader()
            count, seconds = min((_timed(reader, path) for _ in range(3)), key=lambda timed: timed[1])
            size = path.stat().st_size
            rows.append(
                [name, f"{count:,}", f"{size / 1e6:.1f}", f"{count / seconds:,.0f}", f"{size / 1e6 / seconds:.1f}"]
            )
    table(["format", "documents", "MB", "articles/s", "MB/s"], rows)


_ALONE = """
import sys
from pathlib import Path
sys.path.insert(0, {tests!r})
from invented_exports.formats import FORMATS
count = sum(1 for _ in FORMATS[{name!r}].its_reader().read(Path({path!r})))
# not getrusage: what the parent held before this program began would count in it
print(count, next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""


def memory(documents: int) -> None:
    """Print, for each format, the most memory that reading took, for a file and for one ten times as long."""
    rows = []
    for name, format_ in FORMATS.items():
        row = [name]
        for times in (1, 10):
            with tempfile.TemporaryDirectory() as folder:
                path = Path(folder, "export")
                path.write_bytes(format_.make(documents * times, seed=SEED).content)
                program = _ALONE.format(tests=str(TESTS), name=name, path=str(path))
                done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
                kilobytes = int(done.stdout.split()[1])
                row += [f"{path.stat().st_size / 1e6:.1f}", f"{kilobytes / 1e3:.0f}"]
        rows.append(row)
    table(["format", "MB", "memory, MB", "ten times, MB", "memory, MB"], rows)


STEPS = {"exactness": (exactness, 200), "speed": (speed, 2000), "memory": (memory, 1000)}


def main() -> None:
    """Run one step."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("step", choices=STEPS)
    parser.add_argument("--documents", type=int, help="documents an export (default: as in benchmarks/readers.md)")
    arguments = parser.parse_args()
    step, usual = STEPS[arguments.step]
    step(arguments.documents or usual)


if __name__ == "__main__":
    main()
