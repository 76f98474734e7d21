"""Train a linear model of stance on described questions, and let it answer; needs scikit-learn (extra `stance`).

Three bags of features, each weighted by tf-idf and scaled to length one, and the rules' measures stand side by side
under one multinomial logistic regression.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfTransformer
from sklearn.linear_model import LogisticRegression

from sahelcorpus.annotate.stance.describing import Description

BAGS = {"words": 1.0, "shapes": 0.7, "letters": 0.7, "measures": 0.7}
"""The parts of a description with their weights; all but the measures are weighted by tf-idf."""

STRENGTH = 3.0
"""The inverse of the regularisation, chosen on training data alone."""

_LEAST = {"words": 2, "shapes": 2, "letters": 3, "measures": 1}
"""How many questions a feature must be met in."""


@dataclass(slots=True)
class Bag:
    """One part of descriptions as columns.

    Attributes:
        columns: The column of each feature.
        weigh: The tf-idf weights; None for what is taken as it is.
    """

    columns: dict[str, int]
    weigh: Any

    def matrix(self, counts: Sequence[Mapping[str, float]]) -> Any:
        """Return the counts of questions as a sparse matrix, weighted; unknown features are left out."""
        rows, columns, values = [], [], []
        for row, one in enumerate(counts):
            for name, count in one.items():
                column = self.columns.get(name)
                if column is not None:
                    rows.append(row)
                    columns.append(column)
                    values.append(float(count))
        shape = (len(counts), len(self.columns))
        found = csr_matrix((values, (rows, columns)), shape=shape)
        return found if self.weigh is None else self.weigh.transform(found)


@dataclass(slots=True)
class LinearModel:
    """A trained model.

    Attributes:
        bags: The bags by their names.
        classifier: The logistic regression; its classes are numbers of labels.
    """

    bags: dict[str, Bag]
    classifier: Any

    def probabilities(self, descriptions: Sequence[Description]) -> Any:
        """Return an array of questions by labels, in the order of the classifier's classes."""
        return self.classifier.predict_proba(self._matrix(descriptions))

    def leading_words(self, description: Description, best: int, most: int = 3) -> list[str]:
        """Return the words and rows of words that speak most for a class, given by its place among the classes."""
        rows = self.classifier.coef_  # one row for two classes, else one for each
        weights = rows[best] if len(rows) > 1 else rows[0] * (1 if best else -1)
        bag = self.bags["words"]
        names = {bag.columns[name]: name for name in description.words if name in bag.columns}
        row = bag.matrix([description.words]).tocoo()
        scored = [(value * weights[at], names[at]) for at, value in zip(row.col, row.data, strict=True)]
        scored.sort(reverse=True)
        shown = dict.fromkeys(name.rpartition("=")[2].replace("_", " ") for score, name in scored if score > 0)
        return list(shown)[:most]

    def to_plain(self) -> dict[str, Any]:
        """Return the model as scikit-learn's and NumPy's types alone: names as bytes, one a line."""
        return {
            "names": {name: _packed(list(bag.columns)) for name, bag in self.bags.items()},
            "weights": {name: bag.weigh for name, bag in self.bags.items()},
            "classifier": self.classifier,
        }

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> LinearModel:
        """Return the model that `to_plain` gave.

        Raises:
            KeyError, TypeError, ValueError: if it is something else.
        """
        bags = {}
        for name in BAGS:
            names = bytes(plain["names"][name]).decode().split("\n")
            bags[name] = Bag({one: at for at, one in enumerate(names)}, plain["weights"][name])
        if sum(len(bag.columns) for bag in bags.values()) != plain["classifier"].coef_.shape[1]:
            raise ValueError("names and weights that do not belong together")
        return cls(bags, plain["classifier"])

    def _matrix(self, descriptions: Sequence[Description]) -> Any:
        parts = [
            weight * self.bags[name].matrix([getattr(one, name) for one in descriptions])
            for name, weight in BAGS.items()
        ]
        return hstack(parts).tocsr()


def _packed(names: Sequence[str]) -> Any:
    return np.frombuffer("\n".join(names).encode(), dtype=np.uint8)


def trained(
    descriptions: Sequence[Description],
    labels: Sequence[int],
    weights: Sequence[float] | None = None,
    *,
    strength: float = STRENGTH,
) -> LinearModel:
    """Return a model.

    Args:
        descriptions: What is shown of each question.
        labels: The number of each one's label; two different ones at least.
        weights: How much each question counts; None for all alike.
        strength: The inverse of the regularisation.
    """
    bags = {}
    for name in BAGS:
        shown = [getattr(one, name) for one in descriptions]
        met = Counter(feature for one in shown for feature in one)
        kept = sorted(feature for feature, number in met.items() if number >= _LEAST[name] and "\n" not in feature)
        bag = Bag({feature: at for at, feature in enumerate(kept)}, None)
        if name != "measures":
            bag.weigh = TfidfTransformer(sublinear_tf=True).fit(bag.matrix(shown))
        bags[name] = bag
    model = LinearModel(bags, LogisticRegression(C=strength, max_iter=1000, tol=1e-3, class_weight="balanced"))
    counted = None if weights is None else np.asarray(weights, dtype=float)
    model.classifier.fit(model._matrix(descriptions), np.asarray(labels), sample_weight=counted)
    return model
