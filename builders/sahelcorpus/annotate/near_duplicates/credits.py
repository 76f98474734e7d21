"""Which news agencies an article credits: in its byline, at its head or at its foot."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sahelcorpus.records import ArticleMetadata, Source
from sahelcorpus.records.vocabulary import SourceKind

_HEAD, _FOOT = 200, 200  # code points in which a dispatch names its agency


class Agencies:
    """The agencies of a collection, found by their names."""

    def __init__(self, sources: Iterable[Source]) -> None:
        """Take the outlets of a collection; those of the kind `agency` count."""
        names = {
            name: source.source_id
            for source in sources
            if source.kind is SourceKind.AGENCY
            for name in (source.name, *(alias.name for alias in source.aliases))
        }
        self._names = names
        words = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
        self._pattern = re.compile(rf"(?<!\w)(?:{words})(?!\w)") if names else None

    def credited(self, metadata: ArticleMetadata, text: str) -> frozenset[str]:
        """Return the ids of the agencies that an article credits, its outlet among them if that is one."""
        found = {metadata.source_id} & set(self._names.values())
        if self._pattern is not None:
            for part in (metadata.byline or "", text[:_HEAD], text[-_FOOT:]):
                found |= {self._names[name] for name in self._pattern.findall(part)}
        return frozenset(found)
