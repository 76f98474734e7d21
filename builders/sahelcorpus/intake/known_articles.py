"""What a collection holds already, as far as a document can be recognised by it."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from sahelcorpus.intake.outlets import archive_of
from sahelcorpus.readers.document import Document
from sahelcorpus.records import ArticleMetadata, Provenance
from sahelcorpus.records.findings import CorpusError
from sahelcorpus.store.collection import CollectionFolder

_ARCHIVES = frozenset({"europresse", "factiva", "nexis"})
"""Archives that give a document one id wherever it is exported; an id in a table holds within that table only."""


class KnownArticles:
    """Articles by text, by the archive's id, and by address."""

    def __init__(self) -> None:
        self.ids: set[str] = set()
        self._texts: dict[tuple[str, str], str] = {}
        self._earlier: dict[tuple[str, str], str] = {}
        self._keys: dict[str, str] = {}

    @classmethod
    def of(cls, folder: CollectionFolder, progress: Callable[[int, int], None] | None = None) -> KnownArticles:
        """Read every `article.yaml` of a collection; one that cannot be read is known by its id alone.

        Args:
            folder: The collection.
            progress: Told how many articles are done, of how many.
        """
        known = cls()
        article_ids = folder.article_ids()
        for done, article_id in enumerate(article_ids, start=1):
            known.ids.add(article_id)
            try:
                known.see(folder.metadata(article_id))
            except CorpusError:
                continue  # the checks say what is wrong with it; it is no reason to refuse another
            finally:
                if progress:
                    progress(done, len(article_ids))
        return known

    def see(self, article: ArticleMetadata) -> None:
        """Take note of an article."""
        self.ids.add(article.article_id)
        self._texts[article.source_id, article.provenance.text_sha256] = article.article_id
        for digest in article.provenance.earlier_text_sha256:
            self._earlier[article.source_id, digest] = article.article_id
        for key in _keys(article.article_id, article.source_id, article.url, article.provenance):
            self._keys.setdefault(key, article.article_id)

    def with_text(self, source_id: str, sha256: str) -> str | None:
        """Return the article of this outlet whose text this is; None if there is none.

        Two outlets that print one text, as they do with an agency's, are two articles.
        """
        return self._texts.get((source_id, sha256))

    def with_earlier_text(self, source_id: str, sha256: str) -> str | None:
        """Return the article of this outlet whose text this was before it was revised; None if there is none."""
        return self._earlier.get((source_id, sha256))

    def same_document(self, document: Document, source_id: str) -> str | None:
        """Return the article made of the same document, whatever its text: same id of the archive, or same address."""
        given = document.article_id or ""
        keys = _keys(given, source_id, document.url, document.provenance, document.document_id)
        return next((self._keys[key] for key in keys if key in self._keys), None)


def _keys(
    article_id: str, source_id: str, url: str | None, provenance: Provenance, document_id: str | None = None
) -> list[str]:
    """Return what an article can be recognised by besides its text."""
    archive, document_id = archive_of(provenance.reader), document_id or provenance.document_id
    keys = [f"id {article_id}"] if article_id else []
    if document_id:
        where = archive if archive in _ARCHIVES else f"{provenance.file_name} {source_id}"
        keys.append(f"document {where} {document_id}")
    # a home page is an outlet's address, not an article's
    if url and (urlsplit(url).path.strip("/") or urlsplit(url).query):
        keys.append(f"url {url}")
    return keys
