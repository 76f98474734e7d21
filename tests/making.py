"""Making small invented collections, and records that hold every kind of value."""

from __future__ import annotations

import hashlib
import random
from pathlib import Path
from typing import Any

from sahelcorpus.store.yaml_writing import to_yaml

TEXT = (
    "Le gouvernement du Kalindo a annoncé mardi la réouverture du pont de Sarrune. « Nous tiendrons parole », a déclaré "
    "la ministre des Routes, Awa Tindari, devant les habitants réunis sur la place du marché.\n"
    "Selon les commerçants de la ville, le chantier a trop duré. La mission de contrôle, elle, refuse de commenter le "
    "retard. Numéro {number} : les travaux avaient commencé au printemps dernier, après la crue qui avait emporté la "
    "première arche et coupé la route des deux rives pendant plusieurs semaines."
)
JUDGED = "2026-01-02T03:04:05Z"
_DETAILS = (
    "le pont la route une barque deux rives du fleuve les commerçants leurs marchandises avant la saison des pluies pendant "
    "que le conseil de ville attend encore une réponse sur le prix des pierres et du sable pour la dernière arche avec "
    "plusieurs familles qui ont quitté le quartier après cette crue sans savoir où elles pourront vivre cet hiver"
)


def span(text: str, words: str) -> dict[str, Any]:
    """Return the span of the first place where the words stand."""
    start = text.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def annotations(article_id: str, text: str) -> dict[str, Any]:
    """Return two quotations and two stances on the text above."""
    judgement = {"annotator_id": "reader-1", "judged_at": JUDGED, "guideline": "quotes-1", "confidence": 0.9}
    verdict = {"annotator_id": "reader-1", "judged_at": JUDGED, "guideline": "stance-1"}
    return {
        "quotes": [
            {
                "quote_id": f"{article_id}.q1",
                "type": "direct",
                "segments": [span(text, "Nous tiendrons parole")],
                "text": "Nous tiendrons parole",
                "cue": {**span(text, "déclaré"), "lemma": "déclarer", "kind": "verb"},
                "speaker": span(text, "la ministre des Routes, Awa Tindari"),
                "speaker_kind": "named",
                "actor_id": "awa-tindari",
                "speaker_name": "Awa Tindari",
                "status": "gold",
                "annotations": [judgement],
            },
            {
                "quote_id": f"{article_id}.q2",
                "type": "indirect",
                "segments": [span(text, "le chantier a trop duré")],
                "text": "le chantier a trop duré",
                "cue": {**span(text, "Selon"), "lemma": "selon", "kind": "preposition"},
                "speaker": span(text, "les commerçants de la ville"),
                "speaker_kind": "collective",
                "speaker_name": "des commerçants de la ville",
                "status": "gold",
                "annotations": [judgement],
            },
        ],
        "stances": [
            {
                "stance_id": f"{article_id}.s1",
                "quote_id": f"{article_id}.q2",
                "holder_kind": "quoted_speaker",
                "target_actor_id": "sarrune-bridge-works",
                "label": "against",
                "intensity": -1,
                "endorsement": "neutral_report",
                "evidence": [span(text, "a trop duré")],
                "status": "gold",
                "annotations": [{**verdict, "label": "against", "intensity": -1, "rationale": "Too long."}],
                "adjudication": {"state": "single"},
            },
            {
                "stance_id": f"{article_id}.s2",
                "holder_kind": "article_voice",
                "target_actor_id": "awa-tindari",
                "label": "neutral",
                "intensity": 0,
                "endorsement": "endorsed",
                "status": "gold",
                "annotations": [{**verdict, "label": "neutral", "intensity": 0}],
                "adjudication": {"state": "single"},
            },
        ],
    }


def metadata(article_id: str, text: str) -> dict[str, Any]:
    """Return the metadata of an invented article."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    return {
        "article_id": article_id,
        "title": "Le pont de Sarrune rouvre",
        "language": "fr",
        "published": "2023-05-09",
        "published_precision": "day",
        "source_id": "courrier-de-sarrune",
        "countries": ["XK"],
        "rights": {"licence": "CC-BY-4.0", "redistribution": "full", "basis": "Invented for the tests."},
        "provenance": {
            "reader": "plain_text-1",
            "file_name": f"{article_id}.txt",
            "received_sha256": digest,
            "text_sha256": digest,
        },
        "text_flags": [],
        "origin": "invented",
    }


def own_text(article_id: str) -> str:
    """Return the text above with a long paragraph that no other article has: articles are no near-duplicates by it."""
    chance = random.Random(article_id)  # noqa: S311 - invented text, no secret
    sentences = (" ".join(chance.choices(_DETAILS.split(), k=15)).capitalize() for _ in range(30))
    return "\n".join((TEXT.format(number=article_id), " ".join(f"{sentence}." for sentence in sentences)))


def write_article(collection: Path, article_id: str, text: str | None = None, **changes: Any) -> Path:
    """Write an article into a collection and return its folder."""
    own = own_text(article_id)
    marked = annotations(article_id, own) if text is None else {"quotes": [], "stances": []}
    text = own if text is None else text
    folder = collection / "articles" / article_id
    folder.mkdir(parents=True)
    (folder / "text.txt").write_bytes(text.encode())
    (folder / "article.yaml").write_text(to_yaml(metadata(article_id, text) | changes), encoding="utf-8")
    (folder / "annotations.yaml").write_text(to_yaml(marked, "Made for a test."), encoding="utf-8")
    return folder


def small_collection(path: Path, articles: int = 3) -> Path:
    """Write an invented collection and return its folder."""
    path.mkdir(parents=True)
    registry: dict[str, Any] = {
        "collection.yaml": {
            "name": path.name,
            "title": "Kalindo",
            "description": "An invented country, for tests.",
            "version": "0.1.0",
            "languages": ["fr"],
            "annotation_licence": "CC-BY-4.0",
            "split_key": "kalindo-1",
        },
        "sources.yaml": [
            {"source_id": "courrier-de-sarrune", "name": "Le Courrier de Sarrune", "kind": "newspaper", "country": "XK"}
        ],
        "actors.yaml": [
            {
                "actor_id": "awa-tindari",
                "name": "Awa Tindari",
                "kind": "person",
                "gender": "female",
                "roles": [{"title": "minister of roads", "country": "XK", "valid_from": "2022-01-01"}],
            },
            {"actor_id": "sarrune-bridge-works", "name": "works on the bridge of Sarrune", "kind": "policy"},
        ],
        "annotators.yaml": [{"annotator_id": "reader-1", "kind": "maintainer", "languages": ["fr"]}],
        "removals.yaml": [],
    }
    for name, plain in registry.items():
        (path / name).write_text(to_yaml(plain, f"{name} of a test"), encoding="utf-8")
    (path / "card.md").write_text(
        "---\nlicense: cc-by-4.0\n---\n\n# Kalindo\n\n<!-- generated: counts -->\n<!-- end of counts -->\n",
        encoding="utf-8",
    )
    for number in range(1, articles + 1):
        write_article(path, f"pont-{number}")
    return path


def tree(path: Path) -> dict[str, bytes]:
    """Return every file below a folder with its bytes."""
    return {found.relative_to(path).as_posix(): found.read_bytes() for found in path.rglob("*") if found.is_file()}
