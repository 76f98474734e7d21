"""How well a stand-off twin finds its spans again in copies of its texts that have changed.

    python benchmarks/standoff.py corpus/tamasna

Every text is withheld; words are changed at random: another word, none, or one more, a third each. A span is wrong if it
holds a word that it did not hold, or lacks one that it held; what became of words that were left out does not count.
"""

from __future__ import annotations

import random
import re
import sys
from pathlib import Path

from sahelcorpus.check.spans import placed_spans
from sahelcorpus.release.standoff.borders import WordsOf
from sahelcorpus.release.standoff.reanchoring import OldSpan, reanchored
from sahelcorpus.release.standoff.withholding import kept_places
from sahelcorpus.store.collection import CollectionFolder
from sahelcorpus.text.shapes import Alignment, Shape

_WORD = re.compile(r"\w+")
_TURNS = 5


def changed_words(
    text: str, share: float, rng: random.Random, vocabulary: list[str]
) -> tuple[str, list[tuple[int, ...]]]:
    """Change a share of a text's words.

    Returns:
        The new text, and for each word that was not left out: its start and end before and after.
    """
    out: list[str] = []
    words: list[tuple[int, ...]] = []
    reached = length = 0
    for match in _WORD.finditer(text):
        gap, word = text[reached : match.start()], match[0]
        reached = match.end()
        change = rng.choice(("another", "none", "more")) if rng.random() < share else ""
        if change == "none":
            continue
        before = gap + (rng.choice(vocabulary) + " " if change == "more" else "")
        word = rng.choice(vocabulary) if change == "another" else word
        out += [before, word]
        start = length + len(before)
        length = start + len(word)
        words.append((match.start(), match.end(), start, length))
    return "".join([*out, text[reached:]]), words


def measured(collection: Path, share: float, limit: int) -> tuple[int, int, int]:
    """Return how many spans there are over all turns, how many were placed, and how many of these wrongly."""
    articles = list(CollectionFolder(collection).articles())
    vocabulary = [word for article in articles for word in _WORD.findall(article.text)]
    total = placed = wrong = 0
    for seed in range(_TURNS):
        rng = random.Random(seed)
        for article in articles:
            new, words = changed_words(article.text, share, rng, vocabulary)
            alignment = Alignment(Shape.of(article.text), Shape.of(new))
            old_pairs, new_pairs = (WordsOf(text, article.folder) for text in (article.text, new))
            spans = [placed_span.span for placed_span in placed_spans(article.annotations)]
            kept = kept_places([(span.start, span.end) for span in spans], limit, len(article.text))
            for span in spans:
                total += 1
                is_kept = (span.start, span.end) in kept
                borders = old_pairs.borders(span.start, span.end)
                old = OldSpan(span.start, span.end, span.text if is_kept else "", borders)
                found = reanchored(old, alignment, new, new_pairs)
                if found is None:
                    continue
                placed += 1
                wrong += new[slice(*found)] != span.text and any(
                    (word[0] >= span.start and word[1] <= span.end) != (word[2] >= found[0] and word[3] <= found[1])
                    for word in words
                )
    return total, placed, wrong


def main() -> None:
    """Print the table."""
    collection = Path(sys.argv[1] if len(sys.argv) > 1 else "corpus/tamasna")
    print("| words changed | limit, code points | spans | placed anew | placed wrongly |")
    print("| --- | --- | --- | --- | --- |")
    for share, limit in ((0.0, 100), (0.02, 100), (0.05, 100), (0.05, 0), (0.1, 100), (0.2, 100)):
        total, placed, wrong = measured(collection, share, limit)
        print(f"| {share:.0%} | {limit} | {total:,} | {placed / total:.3f} | {wrong} |")


if __name__ == "__main__":
    main()
