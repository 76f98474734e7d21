"""What an English verb says, once its subject is known: the readers of its complements, tried in turn."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from sahelcorpus.annotate.quotes.english.complements import (
    as_said,
    bare_clause,
    indirect_question,
    quotation_after,
    that_clause,
    token_at,
)
from sahelcorpus.annotate.quotes.english.objects import (
    english_call,
    english_gerund,
    english_infinitive,
    english_object,
)
from sahelcorpus.annotate.quotes.english.passives import read_passive
from sahelcorpus.annotate.quotes.english.phrases import speaks
from sahelcorpus.annotate.quotes.english.recipients import english_cue_at
from sahelcorpus.annotate.quotes.english.subjects import english_mention_before, english_shared_subject
from sahelcorpus.annotate.quotes.english.verb_groups import english_verb_group
from sahelcorpus.annotate.quotes.found import Place
from sahelcorpus.annotate.quotes.lexicon import CueForm
from sahelcorpus.annotate.quotes.sentence import Sentence, is_author
from sahelcorpus.annotate.quotes.tokens import QUOTATION
from sahelcorpus.annotate.quotes.verb_groups import VerbGroup

_NOBODY = frozenset(
    (
        "nobody",
        "no-one",
        "none",
        "it",
        "this",
        "that",
        "there",
        "what",
        "these",
        "those",
        "all",
        "nothing",
        "everything",
    )
)
_PLEDGING = frozenset(
    ("promise", "vow", "pledge", "demand", "urge", "propose", "recommend", "accuse", "blame", "put", "give")
)
_STATING = frozenset(("say", "add", "insist", "claim", "argue", "warn", "announce"))

_FINDING = frozenset(("find", "discover", "learn", "realise", "realize", "see"))
"""Verbs whose infinitive tells what somebody met with: `woke up to find that`."""

_MAKING = frozenset(("make", "makes", "made", "making"))
_LETTING = "let it be known"


def read_english_verbs(sentence: Sentence) -> None:
    """Propose what every cue verb of the sentence takes after it."""
    for index in sentence.cue_indices():
        form = english_cue_at(sentence, index)
        group = english_verb_group(sentence, index, form) if form is not None else None
        if group is not None:
            read_english_verb(sentence, group)
    if "it" in sentence.known:
        read_made_clear(sentence)


def read_english_verb(sentence: Sentence, group: VerbGroup) -> None:
    """Propose what an English cue verb takes after it.

    Args:
        sentence: The sentence.
        group: The verb group.
    """
    if group.passive:
        read_passive(sentence, group)
        return
    speaker = _subject(sentence, group)
    if speaker is None and group.mood == "f":
        return
    frames = group.form.frames
    if speaker is not None:
        text = sentence.text[speaker[0] : speaker[1]].lower()
        if text.startswith(("no one", "nobody", "let'", "let’")):
            return
        if text in _NOBODY and not (text == "it" and group.mood == "f" and _is_document(sentence, group)):
            return
        sentence.speakers.append((group.at, speaker))
    if _says_nothing(sentence, group) or (group.mood == "i" and group.form.lemma in _FINDING):
        return
    pledged = speaker is not None and text == "it" and _is_bodys(sentence, group)
    if pledged and sentence.tokens.words[group.end : group.end + 2] == ["to", "be"]:
        return  # « it promised to be a long night »
    author = (
        speaker is not None
        and not pledged
        and (is_author(sentence, speaker) or text.rstrip("'’") in ("i", "we", "you"))
    )
    if author and sentence.tokens.word(group.first - 1) != "it":
        return
    if group.mood == "g" and speaker is None and sentence.tokens.word(group.first - 1) not in (",", "and", ""):
        return
    if "o" in frames and (speaker is None or author):
        return
    progressive = group.mood == "f" and sentence.tokens.words[group.at].endswith("ing")  # « a first step is noting »
    if ("h" in frames or progressive) and not (pledged or _can_be(sentence, speaker)):
        return
    if that_clause(sentence, group, frames, speaker) or indirect_question(sentence, group, frames, speaker) or author:
        return
    if speaker is None or as_said(sentence, group, speaker):
        return
    for reader in (quotation_after, english_object, english_gerund, english_infinitive, english_call, bare_clause):
        if reader(sentence, group, frames, speaker):
            return


def read_made_clear(sentence: Sentence) -> None:
    """Propose the content of `made it clear that A`, a cue of three words, and of `let it be known that A`."""
    words = sentence.tokens.words
    for index in range(len(words) - 1):
        lemma, length = _cue_with_it(words, index) if words[index + 1] == "it" else ("", 0)
        if not length or index + length >= len(words):
            continue
        form = CueForm(lemma, "qw" if lemma != _LETTING else "q", "g" if words[index].endswith("ing") else "f")
        group = english_verb_group(sentence, index, form)
        if group is not None:
            read_english_verb(sentence, replace(group, end=index + length))


def _cue_with_it(words: list[str], index: int) -> tuple[str, int]:
    """Return the lemma of a cue that begins at the token before `it`, and how many tokens it has; none of any other."""
    told = words[index + 2 : index + 4]
    if words[index] in ("let", "lets", "letting") and told in (["be", "known"], ["be", "understood"]):
        return _LETTING, 4
    if words[index] in _MAKING and told[:1] in (["clear"], ["plain"], ["known"]):
        return f"make it {told[0]}", 3
    return "", 0


def _subject(sentence: Sentence, group: VerbGroup) -> Place | None:
    tokens = sentence.tokens
    if group.mood in "ig":
        return english_shared_subject(sentence, group.first)
    phrase = english_mention_before(sentence, group.first)
    if phrase is not None:
        start, end = sentence.place(*phrase)
        # « they've said »: the apostrophe is none of the pronoun's
        return start, end - (sentence.text[end - 1] in "'’" and phrase[1] - phrase[0] == 1)
    before = tokens.word(group.first - 1)
    if before in sentence.lexicon.words("conjunctions adverbs =,"):
        return english_shared_subject(sentence, group.first)
    return None


def _is_document(sentence: Sentence, group: VerbGroup) -> bool:
    """Say whether `it` can be an organisation or a document: `It adds that`, `It denounced “A”`; not `it seems`."""
    if sentence.tokens.word(group.first - 1) != "it":
        return False
    return sentence.tokens.word(group.end) == QUOTATION or set(group.form.frames) & set("dqzxe") != set()


def _is_bodys(sentence: Sentence, group: VerbGroup) -> bool:
    """Say whether `it` is a body that asks, promises, or says a clause of its own: `It says its forces have won`."""
    if group.form.lemma in _PLEDGING:
        return True
    denounces = group.form.lemma in sentence.lexicon.words("judging") and sentence.tokens.word(group.end) == QUOTATION
    states = group.form.lemma in _STATING or denounces
    return states and group.mood == "f" and sentence.tokens.word(group.first - 1) == "it"


def _can_be(sentence: Sentence, speaker: Place | None) -> bool:
    """Say whether a mention can be a source."""
    if speaker is None:
        return False
    return speaks(sentence, token_at(sentence, speaker[0]), bisect_left(sentence.tokens.starts, speaker[1]))


def _says_nothing(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell `needless to say`, `declined to say`, `is said to` from speech."""
    tokens = sentence.tokens
    if group.mood == "i":
        before = tokens.word(group.first - 2)
        return before in sentence.lexicon.words("unsaid strong") or group.first < 2
    return tokens.word(group.at) == "say" and tokens.word(group.at - 1) == "," and tokens.word(group.end) == ","
