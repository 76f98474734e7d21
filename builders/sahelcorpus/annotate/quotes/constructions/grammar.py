"""The grammar of a sentence's language, as the constructions that French and English share ask for it."""

from __future__ import annotations

from sahelcorpus.annotate.quotes.english.clauses import holds_clause
from sahelcorpus.annotate.quotes.english.colons import english_noun_source
from sahelcorpus.annotate.quotes.english.extent import english_clause_end
from sahelcorpus.annotate.quotes.english.phrases import english_mention_after, english_phrase_end, names_source
from sahelcorpus.annotate.quotes.english.sources import english_source_in_front
from sahelcorpus.annotate.quotes.english.subjects import english_mention_before, english_shared_subject
from sahelcorpus.annotate.quotes.english.verb_groups import english_verb_group
from sahelcorpus.annotate.quotes.found import Place
from sahelcorpus.annotate.quotes.french import extent, mentions, named_sources, nouns, shared_subjects, subjects
from sahelcorpus.annotate.quotes.french.animacy import Speaking
from sahelcorpus.annotate.quotes.french.verb_groups import french_verb_group
from sahelcorpus.annotate.quotes.lexicon import CueForm
from sahelcorpus.annotate.quotes.sentence import Sentence
from sahelcorpus.annotate.quotes.verb_groups import VerbGroup


def verb_group(sentence: Sentence, at: int, form: CueForm) -> VerbGroup | None:
    """Return the verb group of the cue at a token, or None if the form is no predicate there."""
    if sentence.lexicon.language == "en":
        return english_verb_group(sentence, at, form)
    return french_verb_group(sentence, at, form)


def mention_before(sentence: Sentence, first: int) -> tuple[int, int] | None:
    """Return the tokens of the subject before a verb group that starts at a token, or None."""
    if sentence.lexicon.language == "en":
        return english_mention_before(sentence, first)
    return subjects.mention_before(sentence, first)


def mention_after(sentence: Sentence, index: int) -> tuple[int, int] | None:
    """Return the tokens of the subject after a verb group that ends before a token, or None."""
    if sentence.lexicon.language == "en":
        return english_mention_after(sentence, index)
    return mentions.mention_after(sentence, index)


def shared_subject(sentence: Sentence, first: int) -> Place | None:
    """Return the subject that a verb without its own shares with a clause before it, or None."""
    if sentence.lexicon.language == "en":
        return english_shared_subject(sentence, first)
    return shared_subjects.shared_subject(sentence, first)


def phrase_end(sentence: Sentence, start: int, *, limit: int | None = None) -> int:
    """Return the index after the noun phrase that starts at a token, at most `limit`."""
    if sentence.lexicon.language == "en":
        return english_phrase_end(sentence, start, limit)
    return mentions.phrase_end(sentence, start, limit=limit)


def clause_end(sentence: Sentence, start: int) -> int:
    """Return the index after the content clause that starts at a token."""
    if sentence.lexicon.language == "en":
        return english_clause_end(sentence, start)
    return extent.clause_end(sentence, start)


def has_finite_verb(sentence: Sentence, start: int, end: int) -> bool:
    """Say whether the tokens from `start` to `end` hold a clause with its verb."""
    if sentence.lexicon.language == "en":
        return holds_clause(sentence, start, end)
    return extent.has_finite_verb(sentence, start, end)


def is_source(sentence: Sentence, place: Place) -> bool:
    """Say whether a mention can be a source: somebody, a body, a document."""
    if sentence.lexicon.language == "en":
        return names_source(sentence, place)
    return mentions.is_source(sentence, place)


def is_thing(sentence: Sentence, place: Place) -> bool:
    """Say whether a French mention names a thing that says nothing; of an English one nothing is known."""
    return sentence.lexicon.language != "en" and mentions.who_speaks(sentence, place) is Speaking.THING


def noun_source(sentence: Sentence, index: int) -> Place | None:
    """Return the source that the noun at a token names: `le démenti du maire`, `the mayor's denial`."""
    if sentence.lexicon.language == "en":
        return english_noun_source(sentence, index)
    return nouns.noun_source(sentence, index)


def source_in_front(sentence: Sentence, limit: int) -> Place | None:
    """Return the source that a preposition at the sentence's start names before a token, or None."""
    if sentence.lexicon.language == "en":
        return english_source_in_front(sentence, limit)
    return named_sources.source_in_front(sentence, limit)
