"""A sentence's dependency parse as plain values: words with the word that each hangs on, subjects, mentions, clauses.

The relations are those of Universal Dependencies as the French Sequoia treebank has them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

from sahelcorpus.annotate.quotes.found import Place

SUBJECTS = ("nsubj", "nsubj:pass")
_COMPLEMENTS = ("ccomp", "xcomp")
_NO_SOURCE = frozenset(
    ["nous", "vous", "me", "m'", "te", "t'", "se", "s'", "-t", "on", "l'", "l'on", "ce", "c'", "cela", "ça"]
)
"""Pronouns that can be objects, or that name nobody."""
_NOT_MENTION = frozenset(("parataxis", "advcl", "cop", "aux:tense", "aux:pass"))
_NOT_FIRST = frozenset(("cc", "case", "mark"))
_NOMINAL = frozenset(("NOUN", "PROPN", "PRON"))
_HIGHEST = 3
"""Most verbs between an infinitive and the verb that has its subject: `je ne peux pas vouloir dire`."""


class Token(Protocol):
    """What is used of a parser's token; spaCy's has all of it."""

    @property
    def text(self) -> str:
        """The form."""
        ...

    @property
    def idx(self) -> int:
        """Where it starts in what was parsed."""
        ...

    @property
    def pos_(self) -> str:
        """Its universal part of speech."""
        ...

    @property
    def dep_(self) -> str:
        """Its relation to its head."""
        ...

    @property
    def i(self) -> int:
        """Its number in what was parsed."""
        ...

    @property
    def head(self) -> Token:
        """What it hangs on; itself if it hangs on nothing."""
        ...


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a parse.

    Attributes:
        form: In small letters.
        place: Where it stands in the text.
        part: Universal part of speech.
        relation: Relation to its head.
        head: Number of the word it hangs on; its own if it hangs on nothing.
    """

    form: str
    place: Place
    part: str
    relation: str
    head: int


@dataclass(slots=True)
class Tree:
    """The parse of one sentence.

    Attributes:
        words: The words, in order.
        below: For each word the words that hang on it, in order.
    """

    words: list[Word]
    below: list[list[int]] = field(init=False)

    def __post_init__(self) -> None:
        self.below = [[] for _ in self.words]
        for number, word in enumerate(self.words):
            if word.head != number:
                self.below[word.head].append(number)

    @classmethod
    def of(cls, tokens: Iterable[Token], start: int) -> Tree:
        """Return the tree of a parser's tokens.

        Args:
            tokens: All tokens of what was parsed, in order.
            start: Where in the text that begins.
        """
        return cls(
            [
                Word(
                    token.text.lower(),
                    (start + token.idx, start + token.idx + len(token.text)),
                    token.pos_,
                    token.dep_,
                    token.head.i,
                )
                for token in tokens
            ]
        )

    def at(self, end: int) -> int | None:
        """Return the word that ends at a place of the text or holds the sign before it."""
        for number, word in enumerate(self.words):
            if word.place[0] < end <= word.place[1]:
                return number
        return None

    def related(self, number: int, relations: Iterable[str]) -> list[int]:
        """Return the words that hang on a word in one of the relations."""
        return [other for other in self.below[number] if self.words[other].relation in relations]

    def subtree(self, number: int) -> list[int]:
        """Return a word and all that hangs on it, however far, in text order."""
        found, waiting = [number], [number]
        while waiting:
            hanging = self.below[waiting.pop()]
            found += hanging
            waiting += hanging
        return sorted(found)

    def above(self, number: int) -> Iterator[int]:
        """Yield a word, the word that it hangs on, and so on to the root."""
        yield number
        while self.words[number].head != number:
            number = self.words[number].head
            yield number


def subject_before(tree: Tree, verb: int) -> int | None:
    """Return the subject that stands before a verb, or before the verb that an infinitive hangs on; None if unsure.

    The subject `qui` is its antecedent. What no parse gets right often enough to be believed is left out: inverted
    and shared subjects, those of participles, and pronouns that can be objects.

    Args:
        tree: A sentence's parse.
        verb: Number of the verb.
    """
    for number in list(tree.above(verb))[:_HIGHEST]:
        if tree.related(number, ("aux:pass",)):
            return None
        for subject in tree.related(number, SUBJECTS):
            return _antecedent(tree, subject) if subject < verb and _can_be_subject(tree, subject) else None
        if tree.words[number].relation != "xcomp":
            return None
    return None


def _antecedent(tree: Tree, subject: int) -> int:
    """Return the noun that `qui` stands for, or the subject itself."""
    if tree.words[subject].form != "qui":
        return subject
    for number in tree.above(subject):
        if tree.words[number].relation == "acl:relcl":
            return tree.words[number].head
    return subject


def _can_be_subject(tree: Tree, subject: int) -> bool:
    word = tree.words[subject]
    if word.part not in _NOMINAL or not word.form[-1].isalnum():
        return word.form == "j'"
    if word.part != "PRON":
        return True
    detached = subject + 1 < len(tree.words) and tree.words[subject + 1].form == ","
    return word.form not in _NO_SOURCE and not detached


def mention(tree: Tree, head: int) -> Place:
    """Return the place of a noun phrase: with its apposition, without a relative clause after a comma.

    Args:
        tree: A sentence's parse.
        head: Number of the noun or pronoun.
    """
    kept, waiting = {head}, [head]
    while waiting:
        number = waiting.pop()
        for other in tree.below[number]:
            relation = tree.words[other].relation
            if relation in _NOT_MENTION or (number == head and relation in _NOT_FIRST):
                continue
            if relation == "acl:relcl" and _follows_comma(tree, other):
                continue
            kept.add(other)
            waiting.append(other)
    first = last = head
    while first - 1 in kept:
        first -= 1
    while last + 1 in kept:
        last += 1
    while last > head and tree.words[last].form not in (")", "»") and not tree.words[last].form[-1].isalnum():
        last -= 1
    while first < head and not tree.words[first].form[0].isalnum():
        first += 1
    return tree.words[first].place[0], tree.words[last].place[1]


def _follows_comma(tree: Tree, clause: int) -> bool:
    first = tree.subtree(clause)[0]
    return tree.words[first].form == "," or (first > 0 and tree.words[first - 1].form == ",")


def added_after(tree: Tree, verb: int, start: int) -> Place | None:
    """Return what the author adds to a verb's complement clause: `, signalant que B`, `, mais ce n'est pas sûr`.

    That begins with a present participle that hangs on the verb, or after a comma with a coordinate clause that has
    its own subject and no `que`.

    Args:
        tree: A sentence's parse.
        verb: Number of the verb.
        start: Where the content starts in the text.

    Returns:
        Where the complement clause ends and where what is added begins, or None if nothing is added.
    """
    words = tree.words
    clause = _complement(tree, verb, start)
    if clause is None:
        return None
    last = tree.subtree(clause)[-1]
    after = next((number for number in range(last + 1, len(words)) if words[number].form[0].isalnum()), None)
    if after is None:
        return None
    root = next(number for number in tree.above(after) if words[number].head <= last or words[number].head == number)
    if words[root].relation == "advcl":
        added = words[root].form.endswith("ant") and words[root].head == verb
    elif words[root].relation == "conj":
        own = any(number < root for number in tree.related(root, (*SUBJECTS, "expl:subj")))
        goes_on = any(words[number].form in ("que", "qu'") for number in tree.related(root, ("mark",)))
        added = own and not goes_on and words[last + 1].form == "," and words[root].head in set(tree.above(verb))
    else:
        added = False
    return (words[last].place[1], words[after].place[0]) if added else None


def _complement(tree: Tree, verb: int, start: int) -> int | None:
    """Return the head of the clause that is a verb's complement and begins at a place of the text."""
    first = next((number for number, word in enumerate(tree.words) if word.place[1] > start), None)
    if first is None:
        return None
    for number in tree.above(first):
        if tree.words[number].head == verb != number and tree.words[number].relation in _COMPLEMENTS:
            return number
    return None
