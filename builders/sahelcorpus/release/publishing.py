"""A verified dataset directory onto a hub: what would be uploaded, what speaks against it, and the upload."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sahelcorpus.records import Release
from sahelcorpus.records.findings import CorpusError, Finding
from sahelcorpus.records.vocabulary import Redistribution
from sahelcorpus.release.build import RELEASE_FILE
from sahelcorpus.release.rewriting import dumped_articles, splits_in
from sahelcorpus.release.verification import verify
from sahelcorpus.store.files import finding

if TYPE_CHECKING:
    from huggingface_hub import HfApi

_SHOWN = 10


@dataclass(slots=True)
class Publication:
    """What an upload would do.

    Attributes:
        directory: The dataset directory.
        release: What it says of itself.
        repository: `owner/name` on the hub.
        is_private: Whether a new repository is made private.
        findings: Why it must not be uploaded; empty if nothing speaks against it.
        files: Path and size in bytes of every file.
    """

    directory: Path
    release: Release
    repository: str
    is_private: bool
    findings: list[Finding] = field(default_factory=list)
    files: list[tuple[str, int]] = field(default_factory=list)

    @property
    def tag(self) -> str:
        """The tag that the upload gets: `v` and the version."""
        return f"v{self.release.version}"

    def to_plain(self) -> dict[str, Any]:
        """Return it as plain JSON-like data."""
        return {
            "repository": self.repository,
            "is_private": self.is_private,
            "tag": self.tag,
            "digest": self.release.digest,
            "files": [{"path": path, "size": size} for path, size in self.files],
            "findings": [found.to_plain() for found in self.findings],
        }


def publication(directory: Path, repository: str, *, is_private: bool = True) -> Publication:
    """Return what publishing a dataset directory would do, without asking the hub.

    Args:
        directory: The directory; it is verified.
        repository: `owner/name` on the hub.
        is_private: Whether a new repository is made private.

    Raises:
        CorpusError: if the directory says nothing of itself.
    """
    release, findings = verify(directory)
    planned = Publication(directory, release, repository, is_private, findings)
    if not findings:
        planned.findings += _not_to_be_passed_on(directory, release)
    planned.files = [(part.path, part.size) for part in release.files]
    planned.files.append((RELEASE_FILE, (directory / RELEASE_FILE).stat().st_size))
    return planned


def _not_to_be_passed_on(directory: Path, release: Release) -> Iterator[Finding]:
    """Yield the articles whose text, or whose annotations, stand there and may not be passed on."""
    refused: list[tuple[str, str]] = []
    for split in splits_in(release):
        for article in dumped_articles(directory, split):
            redistribution = article["rights"]["redistribution"]
            has_annotations = article["quotes"] or article["stances"]
            if article["text"] and redistribution != Redistribution.FULL:
                refused.append((article["article_id"], f"a text whose redistribution is {redistribution}"))
            elif has_annotations and redistribution == Redistribution.METADATA:
                refused.append((article["article_id"], "annotations of an article whose record alone may be passed on"))
    for article_id, found in refused[:_SHOWN]:
        yield finding("SC910", "articles", article_id, found, "texts whose redistribution is full")
    if len(refused) > _SHOWN:
        found = f"{len(refused) - _SHOWN:,} articles more"
        yield finding("SC910", "articles", "", found, "texts whose redistribution is full")


def publish(planned: Publication, api: HfApi) -> str:
    """Upload a dataset directory in one commit, tag it, and return the address of the tag.

    Files of an earlier version that this one does not have are removed in the same commit; the earlier version stays
    under its own tag.

    Args:
        planned: What `publication` returned.
        api: The hub, with whoever publishes logged in.

    Raises:
        CorpusError: if something speaks against it, or the version is there already (SC911); nothing is uploaded.
        huggingface_hub.errors.HfHubHTTPError: if the hub refuses.
    """
    if planned.findings:
        raise CorpusError(planned.findings)
    repository = planned.repository
    api.create_repo(repository, repo_type="dataset", private=planned.is_private, exist_ok=True)
    if any(ref.name == planned.tag for ref in api.list_repo_refs(repository, repo_type="dataset").tags):
        found, allowed = f"{planned.tag} in {planned.repository}", "a version that is not there yet"
        raise CorpusError(finding("SC911", planned.repository, "", found, allowed))
    release = planned.release
    commit = api.upload_folder(
        repo_id=repository,
        repo_type="dataset",
        folder_path=planned.directory,
        allow_patterns=[path for path, _ in planned.files],
        delete_patterns="*",
        commit_message=f"{release.collection} {release.version}",
        commit_description=f"Digest of the records: {release.digest}",
    )
    message = f"{release.collection} {release.version}, digest {release.digest}"
    api.create_tag(repository, repo_type="dataset", tag=planned.tag, tag_message=message, revision=commit.oid)
    return f"{api.endpoint}/datasets/{planned.repository}/tree/{planned.tag}"
