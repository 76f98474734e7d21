"""New things in a collection: a whole collection, or one article, written wholly or not at all."""

from __future__ import annotations

from pathlib import Path

from sahelcorpus.records import Annotations, ArticleMetadata, Collection
from sahelcorpus.records.findings import CorpusError
from sahelcorpus.store.atomic import folder_aside
from sahelcorpus.store.collection import CollectionFolder
from sahelcorpus.store.files import finding
from sahelcorpus.store.locking import folder_locked
from sahelcorpus.store.yaml_writing import to_yaml

_EMPTY_LISTS = {
    "sources.yaml": "Outlets. schemas/sources.schema.json says what a record takes.",
    "actors.yaml": "Speakers and targets. schemas/actors.schema.json says what a record takes.",
    "annotators.yaml": "Who judges. schemas/annotators.schema.json says what a record takes.",
    "removals.yaml": "Articles that left for good. schemas/removals.schema.json says what a record takes.",
}


def add_article(
    folder: CollectionFolder, metadata: ArticleMetadata, text: str, annotations: Annotations | None = None
) -> Path:
    """Write a new article, without annotations unless some are given, and return its folder.

    Raises:
        CorpusError: if the id is taken (SC501), the folder cannot be written (SC113), or
            another process is changing or building the collection (SC115).
    """
    target = folder.path / "articles" / metadata.article_id
    if target.exists() or target.is_symlink():
        name = f"articles/{metadata.article_id}"
        raise CorpusError(finding("SC501", name, "", "an article of that id", "an id that was never used"))
    with folder_locked(folder.path), folder_aside(target) as aside:
        (aside / "article.yaml").write_text(to_yaml(metadata.to_plain()), encoding="utf-8")
        (aside / "text.txt").write_bytes(text.encode())
        (aside / "annotations.yaml").write_text(to_yaml((annotations or Annotations()).to_plain()), encoding="utf-8")
    return target


def new_collection(path: Path, collection: Collection, card: str) -> None:
    """Write a new collection without articles.

    Raises:
        CorpusError: if something is there already, or cannot be written (SC113).
    """
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise CorpusError(finding("SC113", str(path), "", "a place that is not empty", "a new or empty folder"))
    with folder_aside(path) as aside:
        comment = "What this collection is. schemas/collection.schema.json says what each field takes."
        (aside / "collection.yaml").write_text(to_yaml(collection.to_plain(), comment), encoding="utf-8")
        for name, told in _EMPTY_LISTS.items():
            (aside / name).write_text(to_yaml([], told), encoding="utf-8")
        (aside / collection.card).write_text(card, encoding="utf-8")
        (aside / "articles").mkdir()
        (aside / "guidelines").mkdir()
