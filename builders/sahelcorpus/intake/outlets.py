"""Which outlet of a collection a document is from: by name, alias, domain, or an archive's code. Never a guess."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from sahelcorpus.readers.document import Document
from sahelcorpus.records import Name, Source
from sahelcorpus.records.vocabulary import NameKind, SourceKind

_SUFFIX = re.compile(r"\s*[(\[][^)\]]{1,40}[)\]]\s*$")
_LONGEST_SLUG = 60


def folded(name: str) -> str:
    """Return a name as it is compared: case, accents, kinds of apostrophes and of spaces make no difference."""
    plain = unicodedata.normalize("NFKD", name.replace("’", "'").replace("`", "'"))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()
    return " ".join(plain.split()).strip(" .,*")


def slug(words: str, most: int = 80) -> str:
    """Return words as an id: lower-case letters and digits joined by hyphens, cut at one; empty if none is left."""
    plain = unicodedata.normalize("NFKD", words.replace("œ", "oe").replace("Œ", "Oe"))
    plain = plain.encode("ascii", "ignore").decode()
    whole = re.sub(r"[^a-z0-9]+", "-", plain.lower().replace("'", "-")).strip("-")
    if len(whole) > most:
        whole = whole[: most + 1].rpartition("-")[0] or whole[:most]
    return whole.strip("-")


def archive_of(reader: str) -> str:
    """Return the archive that a reader reads, from the reader's name: `factiva` for `factiva_html-1`."""
    return re.split(r"[_-]", reader, maxsplit=1)[0]


def domain_of(address: str | None) -> str | None:
    """Return the domain of an address without `www.`; None if it has none."""
    try:
        host = urlsplit(address or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


class Outlets:
    """The outlets of a collection, found by whatever a document calls them."""

    def __init__(self, sources: Iterable[Source]) -> None:
        """Take the records of `sources.yaml`."""
        self._names: dict[str, str] = {}
        self._codes: dict[str, str] = {}
        self._domains: dict[str, str] = {}
        self.ids: set[str] = set()
        for source in sources:
            self.ids.add(source.source_id)
            for name in (source.name, *(alias.name for alias in source.aliases)):
                self._names.setdefault(folded(name), source.source_id)
            for code in source.archive_codes:
                self._codes.setdefault(code.casefold(), source.source_id)
            if domain := domain_of(source.homepage):
                self._domains.setdefault(domain, source.source_id)

    def of(self, document: Document) -> str | None:
        """Return the id of a document's outlet; None if `sources.yaml` lists none that it could be.

        What the document prints goes before its address, and that before the archive's code: a portal that reprints a
        paper prints the paper's name. Without the exact name, the name without what stands in brackets behind it is
        tried, as in « Le Courrier (site web) ».
        """
        if document.source_id is not None:
            return document.source_id if document.source_id in self.ids else None
        name = folded(document.outlet or "")
        code = f"{archive_of(document.provenance.reader)}:{document.outlet_code}".casefold()
        return (
            self._names.get(name)
            or self._by_domain(document.url)
            or self._codes.get(code)
            or self._names.get(folded(_SUFFIX.sub("", document.outlet or "")))
            or (self._by_domain(f"https://{name}") if "." in name and " " not in name else None)
        )

    def _by_domain(self, address: str | None) -> str | None:
        domain = domain_of(address)
        while domain and "." in domain:
            if domain in self._domains:
                return self._domains[domain]
            domain = domain.partition(".")[2]
        return None


@dataclass(slots=True)
class _Unknown:
    documents: int = 0
    names: Counter[str] = field(default_factory=Counter)
    codes: set[str] = field(default_factory=set)
    domains: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)


class Proposals:
    """Outlets that documents name and `sources.yaml` does not list, gathered for a person to look at."""

    def __init__(self) -> None:
        self._unknown: dict[str, _Unknown] = {}

    def see(self, document: Document, language: str | None) -> None:
        """Take note of the outlet of a document that matched none."""
        domain = domain_of(document.url)
        called = document.outlet or domain or document.outlet_code
        if not called:
            return
        unknown = self._unknown.setdefault(folded(called), _Unknown())
        unknown.documents += 1
        unknown.names[called] += 1
        if document.outlet_code:
            unknown.codes.add(f"{archive_of(document.provenance.reader)}:{document.outlet_code}")
        if domain:
            unknown.domains[domain] += 1
        if language:
            unknown.languages[language] += 1

    def sources(self, taken: Iterable[str] = ()) -> list[tuple[Source, int]]:
        """Return a record for each, with the number of its documents, most documents first.

        What a document cannot say (the kind of outlet, its country) is left open or `other`: a person fills it in.

        Args:
            taken: Ids that may not be given again.
        """
        ids = set(taken)
        found: list[tuple[Source, int]] = []
        for unknown in sorted(self._unknown.values(), key=lambda unknown: -unknown.documents):
            name, *others = [name for name, _ in unknown.names.most_common()]
            base = slug(name, _LONGEST_SLUG) or slug(next(iter(unknown.domains), "")) or f"outlet-{len(found) + 1}"
            source_id, number = base, 2
            while source_id in ids:
                source_id, number = f"{base}-{number}", number + 1
            ids.add(source_id)
            languages = [language for language, _ in unknown.languages.most_common()]
            domain = next((domain for domain, _ in unknown.domains.most_common(1)), None)
            source = Source(
                source_id=source_id,
                name=name,
                aliases=[
                    Name(language=next(iter(languages), "und"), name=other, kind=NameKind.ALIAS) for other in others
                ],
                kind=SourceKind.OTHER,
                languages=languages,
                homepage=f"https://{domain}/" if domain else None,
                archive_codes=sorted(unknown.codes),
                note="Proposed by sahelcorpus add: kind and country are for a person to fill in.",
            )
            found.append((source, unknown.documents))
        return found
