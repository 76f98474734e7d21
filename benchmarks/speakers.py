"""How long does it take to resolve the speakers of an article, beside finding its quotations?

    python benchmarks/speakers.py                        # the synthetic articles of benchmarks/quotes.py
    python benchmarks/speakers.py --texts texts.jsonl    # the same on texts of your own, {"lang", "text"} a line

Articles are cut or joined to 3,000 code points. Milliseconds are those of the processor, on one core, the least of seven
runs, since other processes can only slow a run down.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from pathlib import Path

from quotes import ENGLISH, FRENCH, SPARSE, articles

from sahelcorpus.annotate.quotes import extract_quotes
from sahelcorpus.annotate.speakers import resolve_speakers


def milliseconds(work: Callable[[], object], number: int) -> float:
    """Return how long a piece of work takes for each of a number of articles."""
    taken = []
    for _ in range(7):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return 1000 * min(taken) / number


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, help="texts of your own, one JSON object a line")
    arguments = parser.parse_args()
    if arguments.texts:
        documents = [
            json.loads(line) for line in arguments.texts.read_text(encoding="utf-8").split("\n") if line.strip()
        ]
        sets = {
            f"{arguments.texts.name}, {language}": articles(
                [(language, document["text"]) for document in documents if document["lang"] == language]
            )
            for language in sorted({document["lang"] for document in documents})
        }
    else:
        sets = {
            "French, dense": articles([("fr", FRENCH * 40)]),
            "French, sparse": articles([("fr", SPARSE * 10)]),
            "English, dense": articles([("en", ENGLISH * 40)]),
        }
    print("| articles | quotations an article | finding them, ms | their speakers, ms |\n| --- | --- | --- | --- |")
    for title, pairs in sets.items():
        found = [(text, language, extract_quotes(text, language)) for language, text in pairs]
        finding = milliseconds(
            lambda pairs=pairs: [extract_quotes(text, language) for language, text in pairs], len(pairs)
        )
        resolving = milliseconds(lambda found=found: [resolve_speakers(*one) for one in found], len(found))
        dense = sum(len(quotes) for _, _, quotes in found) / len(found)
        print(f"| {title} | {dense:.1f} | {finding:.2f} | {resolving:.2f} |")


if __name__ == "__main__":
    main()
