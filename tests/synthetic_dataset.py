"""A synthetic dataset of any size for the page: invented press in the words of Tamasna, annotated as candidates are."""
# ruff: noqa: S311 - what is drawn by chance is invented text, no secret

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

from sahelcorpus.explore.dataset import BuiltDataset
from sahelcorpus.records import Article, Release, TablePart
from sahelcorpus.records.rows import row_encoder
from sahelcorpus.records.vocabulary import Split

JUDGED = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
CUES = ("dire", "déclarer", "affirmer", "estimer", "annoncer", "selon", "dénoncer", "expliquer", "regretter", "juger")
OUTLETS, ACTORS = 60, 600
QUOTES, STANCES = 14, 5
DIGEST = "0" * 64


class SyntheticDataset(BuiltDataset):
    """Gives articles that are made as they are asked for; what is on disk does not matter to the page."""

    __slots__ = ("_chain", "_encode", "_size")

    @classmethod
    def of(cls, size: int, texts: list[str]) -> SyntheticDataset:
        """Return a dataset of so many articles, whose words follow each other as they do in some texts."""
        parts = [TablePart(table="articles", split=Split.TRAIN, rows=size, digest=DIGEST)]
        release = Release(
            collection="synthetic",
            version="0.1.0",
            digest=DIGEST,
            built_with="a test",
            tables=parts,
            vocabularies=[],
            files=[],
        )
        made = cls(Path("build/synthetic"), release, "Synthetic", "Made for a measurement.", "CC0-1.0", None)
        chain: defaultdict[str, list[str]] = defaultdict(list)
        for text in texts:
            words = text.split()
            for one, two in pairwise(words):
                chain[one].append(two)
        object.__setattr__(made, "_chain", dict(chain))
        object.__setattr__(made, "_size", size)
        object.__setattr__(made, "_encode", row_encoder(Article))
        return made

    def articles(self) -> Iterator[tuple[Split, dict[str, Any]]]:
        """Yield the rows; the same number gives the same article."""
        for number in range(self._size):
            yield list(Split)[0 if number % 10 < 7 else 1 + number % 2], self._encode(self._article(number))

    def registry(self, name: str) -> list[dict[str, Any]]:
        """Return outlets and actors with invented names."""
        chance = random.Random(7)
        words = sorted({word for word in self._chain if word.istitle() and word.isalpha() and len(word) > 4})
        if name == "sources":
            return [
                {
                    "source_id": f"outlet-{number}",
                    "name": f"{chance.choice(words)} {number}",
                    "kind": "newspaper",
                    "labels": [],
                    "aliases": [],
                    "country": "XT",
                    "owner": None,
                }
                for number in range(OUTLETS)
            ]
        if name == "actors":
            return [
                {
                    "actor_id": f"actor-{number}",
                    "name": f"{chance.choice(words)} {chance.choice(words)}",
                    "names": [],
                    "kind": "person",
                    "country": "XT",
                }
                for number in range(ACTORS)
            ]
        return [{"annotator_id": "rules-1", "kind": "rule"}, {"annotator_id": "reader-1", "kind": "maintainer"}]

    def _words(self, chance: random.Random, many: int) -> str:
        word, said = "", []
        for _ in range(many):
            word = chance.choice(self._chain.get(word) or list(self._chain))
            said.append(word)
        return " ".join(said)

    def _article(self, number: int) -> dict[str, Any]:
        chance = random.Random(number)
        article_id = f"synthetic-{number:06d}"
        text, quotes, stances = "", [], []
        for place in range(1, QUOTES + 1):
            text += self._words(chance, 20) + " « "
            start = len(text)
            content = self._words(chance, chance.randint(6, 24))
            text += content
            segment = {"start": start, "end": len(text), "text": content}
            cue, actor = chance.choice(CUES), int(ACTORS * chance.random() ** 3)
            cue_start = len(text) + 4
            text += f" », a {cue} "
            name = f"Actor Number{actor}"
            speaker = {"start": len(text), "end": len(text) + len(name), "text": name}
            text += name + (".\n" if place % 3 == 0 else ". ")
            cue_start = text.index(cue, start + len(content))
            quotes.append(
                {
                    "quote_id": f"{article_id}.q{place}",
                    "type": chance.choice(("direct", "mixed", "indirect")),
                    "segments": [segment],
                    "text": content,
                    "cue": {"start": cue_start, "end": cue_start + len(cue), "text": cue, "lemma": cue, "kind": "verb"},
                    "speaker": speaker,
                    "speaker_kind": "named",
                    "actor_id": f"actor-{actor}" if chance.random() < 0.7 else None,
                    "speaker_name": name,
                    "parent_quote_id": None,
                    "status": "candidate",
                    "annotations": [
                        {
                            "annotator_id": "rules-1",
                            "judged_at": JUDGED,
                            "guideline": "quotes-1",
                            "confidence": round(chance.random(), 2),
                            "decision": "marked",
                            "segments": [],
                            "note": None,
                        }
                    ],
                }
            )
            if place <= STANCES:
                label = chance.choice(("favor", "against", "neutral", "mixed"))
                judgement = {
                    "annotator_id": "rules-1",
                    "label": label,
                    "intensity": None,
                    "confidence": round(chance.random(), 2),
                    "guideline": "stance-1",
                    "judged_at": JUDGED,
                    "rationale": None,
                }
                stances.append(
                    {
                        "stance_id": f"{article_id}.s{place}",
                        "quote_id": f"{article_id}.q{place}",
                        "holder_kind": "quoted_speaker",
                        "holder_actor_id": quotes[-1]["actor_id"],
                        "holder_chain": [],
                        "target_actor_id": f"actor-{int(40 * chance.random() ** 2)}",
                        "label": label,
                        "intensity": None,
                        "endorsement": "neutral_report",
                        "evidence": [segment],
                        "status": "candidate",
                        "annotations": [judgement],
                        "adjudication": {"state": "single", "by": None, "note": None},
                    }
                )
        digest = f"{chance.getrandbits(256):064x}"
        return {
            "article_id": article_id,
            "title": self._words(chance, 9),
            "language": "fr",
            "published": date(2012 + chance.randrange(12), 1 + chance.randrange(12), 1 + chance.randrange(28)),
            "published_precision": "day",
            "published_not_before": None,
            "published_note": None,
            "source_id": f"outlet-{int(OUTLETS * chance.random() ** 2)}",
            "url": f"https://outlet.example/{number}",
            "archive_url": None,
            "retrieved": None,
            "byline": None,
            "genre": chance.choice(("dispatch", "reported", "opinion")),
            "countries": chance.sample(["XT", "XD", "XK"], chance.randint(1, 2)),
            "rights": {"licence": None, "holder": None, "redistribution": "full", "basis": "Made for a measurement."},
            "provenance": {
                "reader": "invented-1",
                "file_name": None,
                "received_sha256": digest,
                "text_sha256": digest,
                "note": None,
            },
            "text_flags": [],
            "origin": "invented",
            "cluster_id": f"group-{number % 400}" if number % 9 == 0 else None,
            "pinned_split": None,
            "waivers": [],
            "text": text,
            "quotes": quotes,
            "stances": stances,
        }


def tamasna_texts(project: Path) -> list[str]:
    """Return the French texts of the invented country."""
    return [
        path.read_text(encoding="utf-8")
        for path in sorted((project / "corpus/tamasna/articles").glob("[!a]*/text.txt"))
    ]
