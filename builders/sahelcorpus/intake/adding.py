"""Documents into a collection, one at a time: recognised, matched, checked, added, and entered in the ledger."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from pydantic import ValidationError

from sahelcorpus.annotate.language import detect_language
from sahelcorpus.check.article import check_article
from sahelcorpus.check.rule import Known
from sahelcorpus.intake.known_articles import KnownArticles
from sahelcorpus.intake.ledger import Entry, Fate
from sahelcorpus.intake.metadata import Defaults, metadata_of, new_id
from sahelcorpus.intake.outlets import Outlets, Proposals
from sahelcorpus.intake.revising import difference, revised, save_revision
from sahelcorpus.readers.document import Document, Outcome, Reader, Rejection, RejectionReason, Source, excerpt
from sahelcorpus.records import Annotations, ArticleMetadata
from sahelcorpus.records.findings import CorpusError, Finding
from sahelcorpus.store.adding import add_article
from sahelcorpus.store.collection import CollectionFolder, Registry, StoredArticle
from sahelcorpus.store.files import finding


@dataclass(slots=True)
class Intake:
    """A collection that takes documents.

    Attributes:
        folder: The collection.
        registry: Its registry.
        known: What it holds already.
        today: The day after whose morrow dates are in the future.
        defaults: What holds for all documents.
        revises: Whether another text of an article replaces the one that is there.
        writes: Whether anything is written.
        proposals: Outlets that documents name and `sources.yaml` does not list.
    """

    folder: CollectionFolder
    registry: Registry
    known: KnownArticles
    today: date
    defaults: Defaults = field(default_factory=Defaults)
    revises: bool = False
    writes: bool = True
    proposals: Proposals = field(default_factory=Proposals)
    _outlets: Outlets = field(init=False)
    _rules: Known = field(init=False)

    def __post_init__(self) -> None:
        self._outlets = Outlets(self.registry.sources.values())
        self._rules = Known.of(self.registry, self.today)

    def take(self, source: Source, name: str, reader: Reader) -> Iterator[Entry]:
        """Yield what became of each document of a file, as it is read."""
        for outcome in reader.read(source):
            yield self.entry(outcome, name, reader.title)

    def entry(self, outcome: Outcome, name: str, title: str) -> Entry:
        """Return what became of one document of a file.

        Args:
            outcome: What the reader yielded.
            name: The file's name.
            title: What people call its format.

        Raises:
            CorpusError: if the collection cannot be written (SC113), or another process changes it (SC115).
        """
        if isinstance(outcome, Rejection):
            return Entry(
                file=name, place=outcome.place, fate=Fate.REJECTED, document_id=outcome.document_id,
                reason=outcome.reason, detail=outcome.detail, excerpt=outcome.excerpt,
            )  # fmt: skip
        try:
            return self._document(outcome, name, title)
        except ValidationError as error:
            fault = error.errors(include_url=False, include_context=False)[0]
            detail = f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}"
            return _rejected(outcome, name, RejectionReason.BAD_FIELD, detail)

    def _document(self, document: Document, name: str, title: str) -> Entry:
        digest = document.provenance.text_sha256
        if digest in self._rules.removed_texts or document.article_id in self._rules.removed:
            return _rejected(document, name, RejectionReason.REMOVED)
        language = document.language or self.defaults.language or detect_language(document.text)
        source_id = self._outlets.of(document) or (self.defaults.source_id if _names_no_outlet(document) else None)
        if source_id is None:
            return self._of_no_outlet(document, name, language)
        if language is None:
            return _rejected(document, name, RejectionReason.UNKNOWN_LANGUAGE, "give one with --language")
        there = self.known.with_text(source_id, digest) or self.known.with_earlier_text(source_id, digest)
        if there is not None:
            return _entry(document, name, Fate.ALREADY_THERE, there)
        same = self.known.same_document(document, source_id)
        if same is not None:
            return self._revision(document, name, same)
        return self._new(document, name, *self._article(document, source_id, language, title))

    def _of_no_outlet(self, document: Document, name: str, language: str | None) -> Entry:
        self.proposals.see(document, language)
        called = document.source_id or document.outlet or document.url or document.outlet_code
        detail = f"{called!r}" if called else "none is named: give one with --source"
        return _rejected(document, name, RejectionReason.UNKNOWN_OUTLET, detail)

    def _new(self, document: Document, name: str, article: StoredArticle, flags: tuple[str, ...]) -> Entry:
        findings = check_article(article, self._rules)
        if findings:
            return _rejected(document, name, RejectionReason.CHECKS, _told(findings), tuple(findings))
        if self.writes:
            add_article(self.folder, article.metadata, article.text, article.annotations)
        self.known.see(article.metadata)
        article_id = article.metadata.article_id
        return _entry(document, name, Fate.ADDED, article_id, _to_look_at(document, article.folder), flags)

    def _article(
        self, document: Document, source_id: str, language: str, title: str
    ) -> tuple[StoredArticle, tuple[str, ...]]:
        flags: tuple[str, ...] = ()
        annotations = Annotations()
        if document.record is not None:
            metadata = ArticleMetadata.model_validate(
                {name: getattr(document.record, name) for name in ArticleMetadata.model_fields}
            )
            annotations = Annotations(quotes=document.record.quotes, stances=document.record.stances)
        else:
            article_id = document.article_id or new_id(document, source_id, self.known.ids)
            metadata, flags = metadata_of(document, article_id, source_id, language, self.defaults, title)
        return StoredArticle(f"articles/{metadata.article_id}", metadata, document.text, annotations), flags

    def _revision(self, document: Document, name: str, article_id: str) -> Entry:
        """Report another text of an article that is there, or take it, if that was asked for."""
        try:
            there = self.folder.article(article_id)
        except CorpusError as error:
            if not self.writes and error.findings[0].code == "SC110":
                detail = f"another text of {article_id}, which would be added by this run"
                return _rejected(document, name, RejectionReason.REVISION, detail)
            raise
        shown = difference(there.text, document.text)
        if not self.revises:
            detail = f"another text of {article_id}:\n{shown}"
            return _rejected(document, name, RejectionReason.REVISION, detail, article_id=article_id)
        new, lost = revised(there, document)
        if lost:
            detail = f"{lost} spans of the annotations of {article_id} stand nowhere in the new text:\n{shown}"
            return _rejected(document, name, RejectionReason.REVISION, detail, article_id=article_id)
        findings = check_article(new, self._rules)
        if findings:
            return _rejected(document, name, RejectionReason.CHECKS, _told(findings), tuple(findings))
        if self.writes:
            save_revision(self.folder, new)
        self.known.see(new.metadata)
        entry = _entry(document, name, Fate.REVISED, article_id, _to_look_at(document, new.folder))
        return replace(entry, detail=shown)


def _names_no_outlet(document: Document) -> bool:
    return not (document.source_id or document.outlet)


def _told(findings: list[Finding]) -> str:
    return "; ".join(f"{found.code} {found.rule.name}: {found.found}" for found in findings)


def _to_look_at(document: Document, folder: str) -> tuple[Finding, ...]:
    """Return a finding for each field of the article of which the document says two things.

    A false charset is kept as well, but is nothing to look at: the bytes have decided.
    """
    return tuple(
        finding(
            "SC209",
            f"{folder}/article.yaml",
            other.field,
            f"{other.other_said} in {other.other_place}",
            f"{other.said}, as in {other.place}, which was taken",
        )
        for other in document.disagreements
        if other.field != "charset"
    )


def _entry(
    document: Document,
    name: str,
    fate: Fate,
    article_id: str | None,
    findings: tuple[Finding, ...] = (),
    flags: tuple[str, ...] = (),
) -> Entry:
    return Entry(
        file=name, place=document.place, fate=fate, article_id=article_id, title=document.title,
        document_id=document.document_id, findings=findings, flags=flags,
    )  # fmt: skip


def _rejected(
    document: Document,
    name: str,
    reason: RejectionReason,
    detail: str = "",
    findings: tuple[Finding, ...] = (),
    article_id: str | None = None,
) -> Entry:
    entry = _entry(document, name, Fate.REJECTED, article_id, findings)
    return replace(entry, reason=reason, detail=detail, excerpt=excerpt(document.text))
