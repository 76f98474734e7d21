"""What an annotator of stance has to beat: controls that never read what the holder says.

The majority class answers what training data say most; by holder, what they say most of the article's voice and of
quoted speakers; the target-only control guesses from the target's name. A score near theirs shows no reading.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from math import log

from sahelcorpus.annotate.speakers.words import fold
from sahelcorpus.annotate.stance.article import Target
from sahelcorpus.annotate.stance.judged import Asked, JudgedArticle, fingerprint
from sahelcorpus.records.vocabulary import StanceLabel

MAJORITY, BY_HOLDER, TARGET_ONLY = "majority class", "majority by holder", "target only"
FOLDS = 5
_FREQUENT = 0.1


class Controls:
    """The three controls, from training data."""

    def __init__(self, articles: Sequence[JudgedArticle]) -> None:
        """Count; the articles have at least one label among them."""
        self._labels: Counter[StanceLabel] = Counter()
        self._by_holder: dict[bool, Counter[StanceLabel]] = {True: Counter(), False: Counter()}
        self._words: dict[StanceLabel, Counter[str]] = {}
        self._known: set[str] = set()
        for one in articles:
            for (quote, target), label in one.labels.items():
                self._labels[label] += 1
                self._by_holder[quote is None][label] += 1
                words = _words(target)
                self._words.setdefault(label, Counter()).update(words)
                self._known.update(words)

    def answers(self, asked: Asked) -> dict[str, StanceLabel]:
        """Return what each control answers to a question."""
        quote, target = asked
        most = self._labels.most_common(1)[0][0]
        by_holder = self._by_holder[quote is None]
        return {
            MAJORITY: most,
            BY_HOLDER: by_holder.most_common(1)[0][0] if by_holder else most,
            TARGET_ONLY: self._by_target(target),
        }

    def _by_target(self, target: Target) -> StanceLabel:
        """Return the label that naive Bayes gives the words of a name, all frequent labels as likely beforehand.

        Equal chances serve macro-F1, which weighs all labels alike: the control is made as strong as it can be.
        """
        words = [word for word in _words(target) if word in self._known]
        if not words:
            return self._labels.most_common(1)[0][0]

        def likelihood(label: StanceLabel) -> float:
            counts = self._words[label]
            whole = counts.total() + len(self._known)
            return sum(log((counts[word] + 1) / whole) for word in words)

        frequent = [label for label in sorted(self._words) if self._labels[label] >= _FREQUENT * self._labels.total()]
        return max(frequent or sorted(self._words), key=likelihood)


def _words(target: Target) -> list[str]:
    """Return the words of a target's name, and the whole of it as one more."""
    name = fold(target.name)
    return [*name.split(), f"whole: {name}"]


def controls_for(test: Sequence[JudgedArticle], train: Sequence[JudgedArticle]) -> Callable[[JudgedArticle], Controls]:
    """Return which controls answer for an article: those of the training data, or else of the other test articles.

    Args:
        test: What is scored.
        train: Training data; where there are none, groups of near-duplicates are dealt into `FOLDS`, and the controls
            that answer for a fold are trained on the others.
    """
    if train:
        trained = Controls(train)
        return lambda _: trained
    by_fold = [Controls([one for one in test if _fold(one) != fold] or test) for fold in range(FOLDS)]
    return lambda one: by_fold[_fold(one)]


def _fold(one: JudgedArticle) -> int:
    return int(fingerprint(one.group), 16) % FOLDS
