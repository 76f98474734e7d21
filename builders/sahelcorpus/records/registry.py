"""What a collection knows of the world: outlets, actors, annotators, removed articles, and the collection itself."""

from __future__ import annotations

from typing import Annotated

from sahelcorpus.records.articles import Country, Language, SourceId
from sahelcorpus.records.base import SHA256_PATTERN, SLUG_PATTERN, VERSION_PATTERN, WIKIDATA_PATTERN, Day, Record, about
from sahelcorpus.records.quotes import AnnotatorId
from sahelcorpus.records.vocabulary import (
    ActorKind,
    AnnotatorKind,
    Gender,
    NameKind,
    RemovalReason,
    Requester,
    SourceKind,
)

Wikidata = Annotated[str | None, about("Wikidata item; null unless proved.", examples=[None], pattern=WIKIDATA_PATTERN)]
ValidFrom = Annotated[Day | None, about("First day it held; null if unknown.", examples=["2013-07-01"])]
ValidTo = Annotated[Day | None, about("Last day it held; null if it still does or is unknown.", examples=[None])]


class Name(Record):
    """A name in a language."""

    language: Language
    name: Annotated[str, about("The name as written in that language.", examples=["MINUSMA"], min_length=1)]
    kind: Annotated[NameKind, about("Full name, alias, acronym or transliteration.", examples=["acronym"])]


class SourceLabel(Record):
    """What one rater said of an outlet, under one scheme, for a time: never one reliability number."""

    label: Annotated[str, about("The rating in the rater's own words.", examples=["state-owned"], min_length=1)]
    rater: Annotated[str, about("Who rated.", examples=["an observatory"], min_length=1)]
    scheme: Annotated[str, about("The rating scheme and its edition.", examples=["ownership, 2022"], min_length=1)]
    valid_from: ValidFrom = None
    valid_to: ValidTo = None
    evidence_url: Annotated[
        str | None, about("Where the rating can be read.", examples=[None], pattern=r"^https?://[^\s]+$")
    ] = None


class Source(Record):
    """An outlet."""

    source_id: SourceId
    name: Annotated[str, about("Name of the outlet.", examples=["Bamada.net"], min_length=1)]
    aliases: Annotated[list[Name], about("Other names.", examples=[[]])] = []
    kind: Annotated[SourceKind, about("What kind of outlet.", examples=["portal"])]
    country: Annotated[Country | None, about("Where it is based.", examples=["ML"])] = None
    languages: Annotated[list[Language], about("Languages it publishes in.", examples=[["fr"]])] = []
    owner: Annotated[str | None, about("Who owns it, if known.", examples=[None])] = None
    homepage: Annotated[
        str | None, about("Its address.", examples=["http://bamada.net/"], pattern=r"^https?://[^\s]+$")
    ] = None
    wikidata: Wikidata = None
    labels: Annotated[list[SourceLabel], about("Ratings, dated and attributed.", examples=[[]])] = []
    note: Annotated[str | None, about("What a reader should know.", examples=[None])] = None
    archive_codes: Annotated[
        list[str],
        about(
            "Codes of press archives for this outlet: the archive, a colon, the code.",
            examples=[["europresse:PO", "factiva:COUSAR"]],
        ),
    ] = []


class Role(Record):
    """An office or function, for a time."""

    title: Annotated[str, about("The office.", examples=["member of the State Duma"], min_length=1)]
    organisation_id: Annotated[
        str | None, about("Where: an id of `actors.yaml`.", examples=[None], pattern=SLUG_PATTERN)
    ] = None
    country: Annotated[Country | None, about("Of which country.", examples=["RU"])] = None
    valid_from: ValidFrom = None
    valid_to: ValidTo = None


class Actor(Record):
    """Somebody or something that speaks or is spoken about in public."""

    actor_id: Annotated[
        str, about("Lower-case words joined by hyphens; never reused.", examples=["minusma"], pattern=SLUG_PATTERN)
    ]
    name: Annotated[str, about("The usual name.", examples=["MINUSMA"], min_length=1)]
    names: Annotated[
        list[Name], about("Names, aliases, acronyms and transliterations by language.", examples=[[]])
    ] = []
    kind: Annotated[ActorKind, about("What kind of actor.", examples=["mission"])]
    roles: Annotated[list[Role], about("Offices, dated as far as certain.", examples=[[]])] = []
    country: Annotated[Country | None, about("Country it belongs to.", examples=["ML"])] = None
    gender: Annotated[Gender | None, about("Only where it serves pronoun resolution.", examples=[None])] = None
    wikidata: Wikidata = None
    wikidata_verified: Annotated[
        bool, about("Whether a person has compared the Wikidata item with this record.", examples=[False])
    ] = False
    note: Annotated[str | None, about("What a reader should know.", examples=[None])] = None


class Annotator(Record):
    """Who or what judges."""

    annotator_id: AnnotatorId
    kind: Annotated[AnnotatorKind, about("Person, maintainer, rule or model.", examples=["maintainer"])]
    version: Annotated[
        str | None, about("Version of a rule or model; null for people.", examples=[None], min_length=1)
    ] = None
    languages: Annotated[list[Language], about("Languages read well.", examples=[["fr", "en"]])] = []
    background: Annotated[
        str | None, about("What they chose to say of themselves.", examples=["One of the project's makers."])
    ] = None


class Removal(Record):
    """A tombstone: enough to keep an article out, nothing of what it said."""

    article_id: Annotated[
        str, about("Id of the removed article.", examples=["tamasna-removed-1"], pattern=SLUG_PATTERN)
    ]
    reason: Annotated[RemovalReason, about("Class of the reason.", examples=["privacy"])]
    removed: Annotated[Day, about("Day of the removal.", examples=["2026-11-22"])]
    text_sha256: Annotated[
        str | None,
        about("SHA-256 of the removed canonical text, to recognise it.", examples=[None], pattern=SHA256_PATTERN),
    ] = None
    words_sha256: Annotated[
        str | None,
        about(
            "SHA-256 of its words without capitals, accents and marks, to recognise it however it is typed.",
            examples=[None],
            pattern=SHA256_PATTERN,
        ),
    ] = None
    url_sha256: Annotated[
        str | None,
        about(
            "SHA-256 of its address, to recognise the same page read anew; null if other articles share the address.",
            examples=[None],
            pattern=SHA256_PATTERN,
        ),
    ] = None
    requested_by: Annotated[
        Requester | None, about("Who asked, as a class: never a name.", examples=["person_concerned"])
    ] = None


class FieldColumn(Record):
    """Which column of a table fills which field of an article."""

    field: Annotated[str, about("Field, as `sahelcorpus add --column` names it.", examples=["text"], min_length=1)]
    column: Annotated[str, about("Name of the column.", examples=["Contenu"], min_length=1)]


class ColumnMapping(Record):
    """What the columns of a table mean, as somebody once said it; remembered for the next table of the same columns."""

    header: Annotated[list[str], about("The table's columns, sorted.", examples=[["Contenu", "Paru le"]], min_length=1)]
    fields: Annotated[
        list[FieldColumn],
        about("The fields that have a column.", examples=[[{"field": "text", "column": "Contenu"}]], min_length=1),
    ]
    day_first: Annotated[
        bool | None, about("Whether 03/04/2006 is the third of April; null if nobody said.", examples=[None])
    ] = None


class Collection(Record):
    """What `collection.yaml` holds."""

    name: Annotated[str, about("Name of the collection and of its folder.", examples=["sahel"], pattern=SLUG_PATTERN)]
    title: Annotated[str, about("Title for people.", examples=["sahelcorpus: Sahel"], min_length=1)]
    description: Annotated[str, about("One sentence.", examples=["French coverage of the Sahel."], min_length=1)]
    version: Annotated[
        str,
        about(
            "Version of the last release, x.y.z; before the first, what that will be.",
            examples=["0.1.0"],
            pattern=VERSION_PATTERN,
        ),
    ]
    languages: Annotated[list[Language], about("Languages of the articles.", examples=[["fr"]], min_length=1)]
    annotation_licence: Annotated[
        str, about("SPDX id of the licence of the annotations.", examples=["CC-BY-4.0"], min_length=1)
    ]
    split_key: Annotated[
        str,
        about(
            "Key of the hash that deals groups of articles into splits; never changed.",
            examples=["sahel-1"],
            min_length=1,
        ),
    ]
    card: Annotated[
        str,
        about(
            "The collection's data card, as a path from its folder.",
            examples=["card.md"],
            pattern=r"^[^\\\x00]+\.md$",
        ),
    ] = "card.md"
    creators: Annotated[
        list[str],
        about("Whom to cite as its makers.", examples=[["The sahelcorpus maintainers"]]),
    ] = []
    standoff_limit: Annotated[
        int,
        about(
            "Longest stretch of an article that may not be passed on which a stand-off dataset may still carry.",
            unit="code points",
            examples=[100],
            ge=0,
        ),
    ] = 100
    min_usable_version: Annotated[
        str | None,
        about(
            "Oldest version from which nothing was removed since; null if nothing that was released ever was.",
            examples=[None],
            pattern=VERSION_PATTERN,
        ),
    ] = None
    homepage: Annotated[
        str | None, about("Where the collection lives.", examples=[None], pattern=r"^https?://[^\s]+$")
    ] = None
