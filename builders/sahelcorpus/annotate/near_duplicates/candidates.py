"""Which pairs of texts may be near-duplicates, without comparing all: sketches in bands, and sampled runs of words.

A sketch by `rensa` holds 192 of the least hashes of a text's runs of three words (MinHash); two texts agree in a slot
with the probability of their Jaccard index J. Banding cuts it into 64 bands of 3 slots, and proposes a pair that agrees
in all slots of at least one band: with probability 1 - (1 - J³)⁶⁴, which is .986 for J = .4, .63 for .25, .0005 for
.02.

MinHash asks how much of both texts together is shared. A brief cut from a long dispatch shares all it has, and J stays
small; so a second list comes from samples. Of each text's runs of five words those are kept whose hash falls into one
residue class of sixteen: the same runs in every text that has them, so that what two texts share is sampled in both or
in neither. Texts that share two sampled runs are proposed. A run that many texts share, a stock phrase say, proposes
only neighbours among them.

What is proposed is compared exactly afterwards (`verification`): a wrong proposal costs time and nothing else. Kept of
a text are 64 numbers of 32 bits and about 30 more, whatever its length: 400 bytes.

Sources: A. Broder, On the resemblance and containment of documents (1997); J. Leskovec and others, Mining of Massive
Datasets, chapter 3 (banding); L. Irber and others, Lightweight compositional analysis with FracMinHash (2022; samples
by residue class).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import rensa

from sahelcorpus.annotate.near_duplicates.word_hashes import Numbers, Places, Words, mixed

RUN = 3
"""Words in the runs that sketches are made of, and that pairs are compared by."""

BANDS, SLOTS = 64, 3
SAMPLED_RUN = 5
SAMPLED = 16
"""One run in so many is sampled."""

LEAST_SAMPLES = 2
ALL_PAIRS_UP_TO = 16
"""Texts that share a number, up to which each is paired with each; in a larger set each with the next one."""

_SEED = 20_260
Keys = npt.NDArray[np.uint32]
Pairs = npt.NDArray[np.int64]
"""Pairs of texts by number, one a row, the smaller first."""


@dataclass(frozen=True, slots=True)
class Sketches:
    """What is kept of some texts to find candidates.

    Attributes:
        bands: One key for each band of each text; texts without a run of three words have no row that counts.
        samples: The sampled runs, text after text.
        sample_ends: For each text, how many samples it and the texts before it have.
        whole: One number for each text: equal for texts of the same words in the same order.
        runs: How many runs of three words each text has, repeated ones counted again.
    """

    bands: Keys
    samples: Keys
    sample_ends: Places
    whole: Numbers
    runs: Places

    @classmethod
    def of(cls, words: Words) -> Sketches:
        """Sketch texts."""
        runs, ends = words.runs(RUN)
        offsets = np.concatenate([np.zeros(1, np.int64), ends])
        matrix = rensa.RMinHash.digest_matrix_from_flat_token_hashes(
            runs, offsets.astype(np.uint64), BANDS * SLOTS, _SEED
        )
        slots = np.array(matrix.to_rows(), np.uint64).reshape(len(ends), BANDS, SLOTS)
        keys = slots[:, :, 0]
        for slot in range(1, SLOTS):
            keys = mixed(keys) + slots[:, :, slot]
        longer, longer_ends = words.runs(SAMPLED_RUN)
        sampled = longer % np.uint64(SAMPLED) == 0
        return cls(
            bands=(mixed(keys) >> np.uint64(32)).astype(np.uint32),
            samples=(longer[sampled] >> np.uint64(32)).astype(np.uint32),
            sample_ends=np.concatenate([np.zeros(1, np.int64), np.cumsum(sampled)])[longer_ends],
            whole=words.whole(),
            runs=np.diff(offsets),
        )

    @classmethod
    def joined(cls, parts: Sequence[Sketches]) -> Sketches:
        """Put the sketches of several sets of texts one after the other."""
        before = np.cumsum([0, *(len(part.samples) for part in parts)])
        return cls(
            bands=np.concatenate([np.zeros((0, BANDS), np.uint32), *(part.bands for part in parts)]),
            samples=np.concatenate([np.zeros(0, np.uint32), *(part.samples for part in parts)]),
            sample_ends=np.concatenate(
                [np.zeros(0, np.int64), *(part.sample_ends + n for part, n in zip(parts, before, strict=False))]
            ),
            whole=np.concatenate([np.zeros(0, np.uint64), *(part.whole for part in parts)]),
            runs=np.concatenate([np.zeros(0, np.int64), *(part.runs for part in parts)]),
        )


def candidate_pairs(sketches: Sketches) -> Pairs:
    """Return the pairs that may be near-duplicates, sorted, each once. Texts of equal words are paired in a chain."""
    return _distinct(np.concatenate([equal_pairs(sketches), pairs_by_bands(sketches), pairs_by_samples(sketches)]))


def equal_pairs(sketches: Sketches) -> Pairs:
    """Return each text with the next one of the same words in the same order."""
    order = np.argsort(sketches.whole, kind="stable")
    same = np.flatnonzero(sketches.whole[order[1:]] == sketches.whole[order[:-1]])
    return np.stack([order[same], order[same + 1]], axis=1)


def pairs_by_bands(sketches: Sketches) -> Pairs:
    """Return the pairs that agree in a band, once for each; of texts of equal words, only the first counts."""
    texts = _first_of_equals(sketches)
    return np.concatenate([texts[_sharing(sketches.bands[texts, band])] for band in range(BANDS)])


def pairs_by_samples(sketches: Sketches) -> Pairs:
    """Return the pairs that share at least `LEAST_SAMPLES` sampled runs; of equal texts, only the first counts."""
    counts = np.diff(sketches.sample_ends, prepend=0)
    owners = np.repeat(np.arange(len(counts), dtype=np.uint32), counts)
    counted = np.zeros(len(counts), bool)
    counted[_first_of_equals(sketches)] = True
    kept = counted[owners]
    owners = owners[kept]
    pairs = owners[_sharing(sketches.samples[kept])].astype(np.int64)
    pairs = pairs[pairs[:, 0] != pairs[:, 1]]
    packed, times = np.unique(_packed(pairs), return_counts=True)
    return _unpacked(packed[times >= LEAST_SAMPLES])


def _first_of_equals(sketches: Sketches) -> Places:
    _, first = np.unique(sketches.whole, return_index=True)
    texts = np.sort(first)
    return texts[sketches.runs[texts] > 0]


def _sharing(keys: Keys) -> Pairs:
    """Return the pairs of places that hold the same key: all of a small set, neighbours of a large one."""
    if not len(keys):
        return np.zeros((0, 2), np.int64)
    order = np.argsort(keys, kind="stable")
    next_too = keys[order[1:]] == keys[order[:-1]]
    shared = np.append(next_too, False) | np.append(False, next_too)
    order = order[shared]
    ordered = keys[order]
    starts = np.flatnonzero(np.append(True, ordered[1:] != ordered[:-1])[: len(ordered)])
    sizes = np.diff(np.append(starts, len(ordered)))
    is_small = np.repeat(sizes <= ALL_PAIRS_UP_TO, sizes)
    found = [np.zeros((0, 2), np.int64)]
    for distance in range(1, min(ALL_PAIRS_UP_TO, len(ordered))):
        same = ordered[distance:] == ordered[:-distance]
        if distance > 1:
            same &= is_small[distance:]
        places = np.flatnonzero(same)
        found.append(np.stack([order[places], order[places + distance]], axis=1))
    return np.concatenate(found)


def _distinct(pairs: Pairs) -> Pairs:
    return _unpacked(np.unique(_packed(pairs)))


def _packed(pairs: Pairs) -> Numbers:
    ordered = np.sort(pairs, axis=1).astype(np.uint64)
    packed: Numbers = (ordered[:, 0] << np.uint64(32)) | ordered[:, 1]
    return packed


def _unpacked(packed: Numbers) -> Pairs:
    return np.stack([packed >> np.uint64(32), packed & np.uint64(0xFFFFFFFF)], axis=1).astype(np.int64)
