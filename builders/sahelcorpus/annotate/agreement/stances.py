"""How far annotators agree on stances: by label, kind of holder, target and pair, before and after adjudication."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import combinations
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from sahelcorpus.annotate.agreement.alpha import Scale, alphas, coincidences
from sahelcorpus.annotate.agreement.resampling import Measured, draws, measured
from sahelcorpus.records.vocabulary import AdjudicationState, AnnotatorKind, HolderKind, StanceLabel

PUBLISHED = "published"
"""Stands for the published reading beside the annotators."""

LABELS: tuple[str, ...] = tuple(label.value for label in StanceLabel)
SIDES = ("against", "neutral", "favor")
"""The labels that have an order; `mixed` and `unclear` have no place in it and are left out of the ordinal alpha."""
STEPS = (-2, -1, 0, 1, 2)
AGREEMENT_EXPLAINED = (
    "Alpha is Krippendorff's: 1 is full agreement, 0 what chance gives, not defined where one label was given alone; "
    "beside it its 95 % interval over whole articles drawn again, from five articles on (an interval of one point says "
    "that nothing differed, not that nothing could). Ordinal: against, neutral, favor in this order, mixed and unclear "
    "left out. Once decided: with the decision in the place of the judgements on every row that was adjudicated; it "
    "tells what disagreement is left, not how reliable a reading is. Rules and models count in pairs alone."
)
PEOPLE = frozenset({AnnotatorKind.PERSON, AnnotatorKind.MAINTAINER})


class Given(NamedTuple):
    """What one annotator, or the published row, says of a stance."""

    annotator_id: str
    label: str
    intensity: int | None


class JudgedStance(NamedTuple):
    """A stance as far as agreement asks."""

    holder_kind: str
    target: str
    state: str
    published: Given
    judgements: tuple[Given, ...]


JudgedArticle = tuple[JudgedStance, ...]


def judged_stances(stances: list[dict[str, Any]]) -> JudgedArticle:
    """Return the stances of an article that more than one annotator judged; nothing where one judged all.

    Args:
        stances: The dumped stances of an article.
    """
    rows = tuple(
        JudgedStance(
            str(stance["holder_kind"]),
            stance["target_actor_id"],
            str(stance["adjudication"]["state"]),
            _given(PUBLISHED, stance),
            tuple(_given(judgement["annotator_id"], judgement) for judgement in stance["annotations"]),
        )
        for stance in stances
    )
    return rows if len({given.annotator_id for row in rows for given in row.judgements}) > 1 else ()


def _given(annotator_id: str, judged: Mapping[str, Any]) -> Given:
    return Given(annotator_id, str(judged["label"]), judged["intensity"])


@dataclass(frozen=True, slots=True)
class Figures:
    """How far annotators agree on some rows.

    Attributes:
        rows: Rows with two judgements or more; of a label, those to which anybody gave it.
        unanimous: Share of these on which all say the same; None if there are none.
        nominal: Alpha of the labels.
        ordinal: Alpha of against, neutral and favor in this order; None where it does not apply.
        intensity: Ordinal alpha of the five steps of intensity; None where it does not apply.
    """

    rows: int
    unanimous: float | None
    nominal: Measured
    ordinal: Measured | None
    intensity: Measured | None


@dataclass(frozen=True, slots=True)
class Agreement:
    """The agreement of one group of rows.

    Attributes:
        by: What makes the group: all, label, holder_kind, target or readers.
        name: Which one.
        before: As the annotators judged.
        after: With the decision in the place of the judgements on every row that was adjudicated: what is left of the
            disagreement, and no measure of how reliable a reading is. None for a pair with the published reading.
    """

    by: str
    name: str
    before: Figures
    after: Figures | None

    def in_words(self) -> str:
        """Return the name of the group as people read it."""
        what = {"all": "all", "label": f"`{self.name}` or not", "readers": self.name}
        return what.get(self.by, f"{self.by.replace('_', ' ')} `{self.name}`")

    def as_plain(self) -> dict[str, Any]:
        """Return it as plain data."""
        return asdict(self)


def stance_agreement(articles: Sequence[JudgedArticle], kinds: Mapping[str, AnnotatorKind]) -> list[Agreement]:
    """Return how far annotators agree, group by group; nothing where no row has two judgements.

    Every group but the pairs compares people and maintainers alone: a rule or a model that judged the same row is no
    reader. Pairs are all that judged rows in common, and everyone with the published label.

    Args:
        articles: What `judged_stances` gave for each article.
        kinds: The kind of each annotator; one that is not there counts as a person.
    """
    readers = {given.annotator_id for article in articles for row in article for given in row.judgements}
    people = {reader for reader in readers if kinds.get(reader, AnnotatorKind.PERSON) in PEOPLE}
    own = [tuple(_by(row, people) for row in article) for article in articles]
    every = [row for article in own for row in article if len(row.judgements) > 1]
    group = _Groups(articles, own)
    if every:
        group.add("all", "all")
    for label in LABELS:
        if any(given.label == label for row in every for given in row.judgements):
            group.add("label", label, label=label)
    for kind in HolderKind:
        if any(row.holder_kind == kind for row in every):
            group.add("holder_kind", kind.value, holder_kind=kind.value)
    for target in sorted({row.target for row in every}):
        group.add("target", target, target=target)
    for pair in combinations([*sorted(readers), PUBLISHED], 2):
        group.add_pair(*pair)
    return group.found


def _by(row: JudgedStance, annotators: Collection[str]) -> JudgedStance:
    return row._replace(judgements=tuple(given for given in row.judgements if given.annotator_id in annotators))


class _Groups:
    """The groups of rows that were measured, over one set of drawn articles."""

    def __init__(self, articles: Sequence[JudgedArticle], of_people: Sequence[JudgedArticle]) -> None:
        self.found: list[Agreement] = []
        self._articles, self._of_people = articles, of_people
        self._drawn = draws(len(articles))

    def add(
        self, by: str, name: str, *, holder_kind: str | None = None, target: str | None = None, label: str | None = None
    ) -> None:
        """Measure the rows of a kind of holder or a target; of a label, how far the annotators agree on giving it."""
        rows = [
            [row for row in article if holder_kind in (None, row.holder_kind) and target in (None, row.target)]
            for article in self._of_people
        ]
        before = self._figures([[row.judgements for row in article] for article in rows], label)
        after = self._figures([[_settled(row) for row in article] for article in rows], label)
        self.found.append(Agreement(by, name, before, after))

    def add_pair(self, one: str, two: str) -> None:
        """Measure the rows that both judged; the published reading has judged those with two judgements or more."""
        before: list[list[tuple[Given, ...]]] = []
        after: list[list[tuple[Given, ...]]] = []
        for article in self._articles:
            both = [
                _by(row._replace(judgements=(*row.judgements, row.published)), {one, two})
                for row in article
                if len(row.judgements) > 1
            ]
            both = [row for row in both if len(row.judgements) > 1]
            before.append([row.judgements for row in both])
            after.append([_settled(row) for row in both])
        if any(before):
            with_published = PUBLISHED in (one, two)
            after_figures = None if with_published else self._figures(after, None)
            self.found.append(Agreement("readers", f"{one} and {two}", self._figures(before, None), after_figures))

    def _figures(self, articles: Sequence[Sequence[tuple[Given, ...]]], label: str | None) -> Figures:
        articles = [[given for given in article if len(given) > 1] for article in articles]
        labels = [[[given.label for given in row] for row in article] for article in articles]
        if label is not None:
            is_label = [[[given == label for given in row] for row in article] for article in labels]
            told = [row for article in is_label for row in article if any(row)]
            nominal = self._alpha(is_label, (False, True), Scale.NOMINAL)
            return Figures(len(told), _share(map(all, told)), nominal, None, None)
        steps = [[[given.intensity for given in row] for row in article] for article in articles]
        rows = [row for article in labels for row in article]
        return Figures(
            len(rows),
            _share(len(set(row)) == 1 for row in rows),
            self._alpha(labels, LABELS, Scale.NOMINAL),
            self._alpha(labels, SIDES, Scale.ORDINAL),
            self._alpha(steps, STEPS, Scale.ORDINAL),
        )

    def _alpha(
        self, articles: Sequence[Sequence[Sequence[object]]], values: Sequence[object], scale: Scale
    ) -> Measured:
        """Return alpha with its interval; what is not among the values was not judged on this scale."""
        places = {value: place for place, value in enumerate(values)}
        matrices = np.zeros((len(articles), len(values), len(values)))
        for number, article in enumerate(articles):
            units = ([places[given] for given in row if given in places] for row in article)
            matrices[number] = coincidences(units, len(values))
        drawn: NDArray[np.float64] = np.tensordot(self._drawn, matrices, axes=1)
        within = int((matrices.sum(axis=(1, 2)) > 0).sum())
        return measured(float(alphas(matrices.sum(axis=0), scale)), alphas(drawn, scale), within)


def _settled(row: JudgedStance) -> tuple[Given, ...]:
    if row.state != AdjudicationState.ADJUDICATED:
        return row.judgements
    return tuple(row.published for _ in row.judgements)


def _share(rights: Iterable[bool]) -> float | None:
    told = list(rights)
    return sum(told) / len(told) if told else None


def judged_once(articles: Iterable[JudgedArticle]) -> int:
    """Return how many rows one annotator alone judged, in articles that several read: alpha cannot count them."""
    return sum(len(row.judgements) == 1 for article in articles for row in article)
