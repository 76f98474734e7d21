"""An article: its canonical text, where it comes from, what may be done with it, and what was annotated in it."""

from __future__ import annotations

from typing import Annotated

from sahelcorpus.records.base import COUNTRY_PATTERN, LANGUAGE_PATTERN, SHA256_PATTERN, SLUG_PATTERN, Day, Record, about
from sahelcorpus.records.quotes import Quote
from sahelcorpus.records.stances import Stance
from sahelcorpus.records.vocabulary import (
    DatePrecision,
    NearDuplicateReason,
    Origin,
    Redistribution,
    Split,
    TextFlag,
)

ArticleId = Annotated[
    str,
    about(
        "Lower-case words and digits joined by hyphens; never used again for another article.",
        examples=["bamada-milonov-minusma-2022"],
        pattern=SLUG_PATTERN,
        max_length=80,
    ),
]
SourceId = Annotated[str, about("The outlet: an id of `sources.yaml`.", examples=["bamada-net"], pattern=SLUG_PATTERN)]
Language = Annotated[str, about("BCP 47 tag of the text's language.", examples=["fr"], pattern=LANGUAGE_PATTERN)]
Country = Annotated[
    str,
    about(
        "ISO 3166-1 alpha-2 code; invented countries use the codes reserved for users (XA to XZ).",
        examples=["ML"],
        pattern=COUNTRY_PATTERN,
    ),
]
Published = Annotated[
    Day | None,
    about("Publication date: the first day of the period that is known; null if none is.", examples=["2022-01-01"]),
]


class Rights(Record):
    """What may be done with the text, and how that is known."""

    licence: Annotated[
        str | None, about("SPDX id or name of a licence that the rights holder states; null if none.", examples=[None])
    ] = None
    holder: Annotated[str | None, about("Who holds the rights, if known.", examples=[None])] = None
    redistribution: Annotated[Redistribution, about("What may be passed on.", examples=["standoff"])]
    basis: Annotated[
        str, about("How the two fields above are known.", examples=["The outlet states no licence."], min_length=1)
    ]
    notice: Annotated[
        str | None, about("Copyright line as printed with the article.", examples=["© 2012 Le Courrier de Sarrune"])
    ] = None


class Disagreement(Record):
    """Two places of a received document that say different things of one field; the article carries the first."""

    field: Annotated[str, about("Field of the article.", examples=["published"], min_length=1)]
    place: Annotated[str, about("Where the value stands that was taken.", examples=["the header"], min_length=1)]
    said: Annotated[str, about("That value.", examples=["2006-03-14"])]
    other_place: Annotated[str, about("Where another stands.", examples=["the document's id"], min_length=1)]
    other_said: Annotated[str, about("The other value.", examples=["2006-03-15"])]


class Provenance(Record):
    """How the text came into the collection."""

    reader: Annotated[
        str, about("The reader and its version that took the bytes in.", examples=["plain_text-1"], min_length=1)
    ]
    file_name: Annotated[str | None, about("Name of the file received, without folders.", examples=["article.txt"])] = (
        None
    )
    received_sha256: Annotated[
        str, about("SHA-256 of the bytes as received.", examples=["0" * 64], pattern=SHA256_PATTERN)
    ]
    text_sha256: Annotated[
        str,
        about(
            "SHA-256 of the canonical text in UTF-8: what the annotations were made on.",
            examples=["0" * 64],
            pattern=SHA256_PATTERN,
        ),
    ]
    note: Annotated[str | None, about("What else is known of the way here.", examples=[None])] = None
    document_id: Annotated[
        str | None, about("The archive's own id of the document.", examples=["news·20121004·PO·2040056000"])
    ] = None
    disagreements: Annotated[
        list[Disagreement], about("Fields for which the document received says two things.", examples=[[]])
    ] = []
    earlier_text_sha256: Annotated[
        list[str],
        about("SHA-256 of the canonical texts that this one replaced, oldest first.", examples=[["0" * 64]]),
    ] = []


class Waiver(Record):
    """A finding of the checks that a person has read and accepts for this article."""

    code: Annotated[str, about("Code of the check.", examples=["SC304"], pattern=r"^SC[0-9]{3}$")]
    reason: Annotated[
        str, about("Why it is right as it is.", examples=["A press review in three languages."], min_length=1)
    ]


class NearDuplicate(Record):
    """Why an article stands in its group of near-duplicates, and which member stands for the group."""

    representative: Annotated[
        str,
        about(
            "The member that stands for the group: the one published first, then the longest.",
            examples=["bamada-milonov-minusma-2022"],
            pattern=SLUG_PATTERN,
        ),
    ]
    nearest: Annotated[
        str,
        about(
            "The other member that it shares most text with.",
            examples=["bamada-milonov-minusma-2022"],
            pattern=SLUG_PATTERN,
        ),
    ]
    reasons: Annotated[
        list[NearDuplicateReason],
        about("Why the two are held to be near-duplicates.", examples=[["shared_text"]], min_length=1),
    ]
    jaccard: Annotated[
        float,
        about(
            "Runs of three words that both have, as a share of those that either has.",
            unit="share of 1",
            examples=[0.62],
            ge=0,
            le=1,
        ),
    ]
    containment: Annotated[
        float,
        about(
            "Runs of three words that both have, as a share of the shorter's.",
            unit="share of 1",
            examples=[0.95],
            ge=0,
            le=1,
        ),
    ]


class ArticleMetadata(Record):
    """What `article.yaml` holds: everything about an article but its text and its annotations."""

    article_id: ArticleId
    title: Annotated[
        str | None, about("Headline as published; null if not recorded.", examples=[None], min_length=1)
    ] = None
    language: Language
    published: Published = None
    published_precision: Annotated[DatePrecision, about("How much of the date is known.", examples=["year"])]
    published_not_before: Annotated[
        Day | None, about("Earliest day the article can have appeared, from its content.", examples=["2022-02-17"])
    ] = None
    published_note: Annotated[str | None, about("How the date is known.", examples=[None])] = None
    source_id: SourceId
    url: Annotated[
        str | None, about("Where it was published.", examples=["http://bamada.net/"], pattern=r"^https?://[^\s]+$")
    ] = None
    archive_url: Annotated[
        str | None, about("Where an archive keeps a copy.", examples=[None], pattern=r"^https?://[^\s]+$")
    ] = None
    retrieved: Annotated[Day | None, about("Day on which the text was fetched; null if unknown.", examples=[None])] = (
        None
    )
    byline: Annotated[str | None, about("Author line as published, agency credit included.", examples=[None])] = None
    genre: Annotated[
        str | None, about("Journalistic genre, a slug.", examples=["interview"], pattern=r"^[a-z]+(_[a-z]+)*$")
    ] = None
    countries: Annotated[list[Country], about("The countries the article is about.", examples=[["ML", "FR"]])] = []
    rights: Annotated[
        Rights,
        about(
            "What may be done with the text.",
            examples=[{"redistribution": "standoff", "basis": "The outlet states no licence."}],
        ),
    ]
    provenance: Annotated[
        Provenance,
        about(
            "How the text came here.",
            examples=[{"reader": "plain_text-1", "received_sha256": "0" * 64, "text_sha256": "0" * 64}],
        ),
    ]
    text_flags: Annotated[
        list[TextFlag], about("What is unusual in the text, acknowledged by a person.", examples=[["mixed_script"]])
    ] = []
    origin: Annotated[Origin, about("Published by an outlet, or invented by this project.", examples=["published"])]
    cluster_id: Annotated[
        str | None, about("The near-duplicate group; null if alone.", examples=[None], pattern=SLUG_PATTERN)
    ] = None
    near_duplicate: Annotated[
        NearDuplicate | None, about("Why it stands in its group; null if alone or not yet compared.", examples=[None])
    ] = None
    pinned_split: Annotated[
        Split | None,
        about(
            "The split of the first release that held this article, or the group it joined; null before it.",
            examples=[None],
        ),
    ] = None
    waivers: Annotated[list[Waiver], about("Findings that were read and accepted.", examples=[[]])] = []
    subtitle: Annotated[
        str | None, about("Line above or below the headline, as published.", examples=[None], min_length=1)
    ] = None
    section: Annotated[str | None, about("Section of the paper, as printed.", examples=["Politique"], min_length=1)] = (
        None
    )
    page: Annotated[str | None, about("Page, as printed.", examples=["16"], min_length=1)] = None
    edition: Annotated[str | None, about("Edition or issue, as printed.", examples=["no. 5968"], min_length=1)] = None
    published_time: Annotated[
        str | None,
        about(
            "Time of day at which it was published, with the zone if one is printed.",
            examples=["09:20 GMT"],
            pattern=r"^[0-9]{2}:[0-9]{2}(:[0-9]{2})?([+Z -].{0,20})?$",
        ),
    ] = None
    agency_credits: Annotated[
        list[str], about("Credits to agencies or other outlets, as printed.", examples=[["avec AFP"]])
    ] = []


class Article(ArticleMetadata):
    """One row of the `articles` table: metadata, canonical text, and what was annotated in it."""

    text: Annotated[
        str, about("Canonical text: NFC, `\\n` line ends, nothing else changed.", examples=["Le Jeudi 17 février 2022"])
    ]
    quotes: Annotated[list[Quote], about("Quotations, in text order.", examples=[[]])] = []
    stances: Annotated[list[Stance], about("Evaluations, one per holder and target.", examples=[[]])] = []


class Annotations(Record):
    """What `annotations.yaml` holds."""

    quotes: Annotated[list[Quote], about("Quotations, in text order.", examples=[[]])] = []
    stances: Annotated[list[Stance], about("Evaluations, one per holder and target.", examples=[[]])] = []
