"""What a French verb says: who its subject is, whether it says anything, and the readers of its complements in turn."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from sahelcorpus.annotate.quotes.found import Place
from sahelcorpus.annotate.quotes.french.animacy import Speaking, speaking
from sahelcorpus.annotate.quotes.french.complement_clauses import indirect_question, that_clause
from sahelcorpus.annotate.quotes.french.impersonal import speaks_for
from sahelcorpus.annotate.quotes.french.infinitives import describes_itself, infinitive, of_infinitive
from sahelcorpus.annotate.quotes.french.mentions import is_source, pronoun_place, who_speaks
from sahelcorpus.annotate.quotes.french.objects import object_phrase, prepositional_content
from sahelcorpus.annotate.quotes.french.passives import read_participle, read_passive
from sahelcorpus.annotate.quotes.french.related_objects import describe_as, estimate, impute, see_in
from sahelcorpus.annotate.quotes.french.shared_subjects import (
    after_cue,
    governing_pronoun,
    noun_before,
    shared_subject,
    whose_turn,
)
from sahelcorpus.annotate.quotes.french.subjects import mention_before
from sahelcorpus.annotate.quotes.french.verb_groups import french_verb_group
from sahelcorpus.annotate.quotes.sentence import Sentence, is_author
from sahelcorpus.annotate.quotes.tokens import QUOTATION
from sahelcorpus.annotate.quotes.verb_groups import VerbGroup

_NOBODY = frozenset(("ce", "cela", "ça", "c'"))

_SAYING_NOTHING = frozenset(("veut", "veulent", "voulait", "voudrait", "faut", "fallait", "faudrait"))
"""What stands before an infinitive of saying that reports nobody's words."""

_PERSONAL = frozenset(("tenu", "voulu", "fini", "allé", "cru", "manqué", "tenté", "choisi", "préféré", "souhaité"))
"""Participles before an infinitive whose `il` is somebody: « il est allé jusqu'à dire »."""

_PERCEIVED = frozenset(("entendre", "entendu", "entend", "entendait", "voir", "vu", "vue", "voit", "voyait", "laisse"))
"""Verbs before a subject with its infinitive."""

_REACH = 18
"""Tokens after a verb among which its conjunction or quotation stands."""


def read_clauses(sentence: Sentence) -> None:
    """Propose what every cue verb of the sentence takes after it."""
    words, lexicon = sentence.tokens.words, sentence.lexicon
    told = _told_places(sentence)
    for index in sentence.cue_indices():
        form = lexicon.cue_at(words, index)
        if form is None or not (
            _takes_phrases(form.frames) or any(index < place <= index + _REACH + 2 for place in told)
        ):
            continue
        group = french_verb_group(sentence, index, form)
        if group is not None:
            _read(sentence, group)
        else:
            read_participle(sentence, index, form)


def _told_places(sentence: Sentence) -> list[int]:
    """Return where quotations and conjunctions stand, without which most French verbs take no content."""
    words, that = sentence.tokens.words, sentence.lexicon.words("that")
    if that.isdisjoint(sentence.known):
        return sentence.quotations
    return [index for index, word in enumerate(words) if word in that or word == QUOTATION]


_Reader = Callable[[Sentence, VerbGroup, Place | None], bool]

_TOLD: tuple[tuple[_Reader, str], ...] = ((that_clause, "q"), (indirect_question, "w"))
"""Readers of clauses, which any subject may say, each with the letters of the frames that it reads."""

_READERS: tuple[tuple[_Reader, str], ...] = (
    *_TOLD,
    (describes_itself, "d"),
    (infinitive, "i"),
    (of_infinitive, "xtae"),
    (estimate, "y"),
    (impute, "j"),
    (prepositional_content, "bBcuvl"),
    (see_in, "z"),
    (describe_as, "C"),
    (object_phrase, "dnkNr"),
)
"""All of them, in the order in which they are tried."""


@cache
def _readers(frames: str, *, told: bool) -> tuple[_Reader, ...]:
    """Return the readers of what a verb takes: clauses alone, or phrases too."""
    return tuple(reader for reader, letters in (_TOLD if told else _READERS) if not set(letters).isdisjoint(frames))


@cache
def _takes_phrases(frames: str) -> bool:
    """Say whether a verb takes a content without conjunction or marks: an infinitive, a noun phrase."""
    return not set(frames).isdisjoint("inexatbcuvlyNwrBjzC")


def _read(sentence: Sentence, group: VerbGroup) -> None:
    if group.passive:
        read_passive(sentence, group)
        return
    frames = group.form.frames
    if "s" in frames and not group.reflexive:
        return
    if _says_nothing(sentence, group):
        return
    if group.form.lemma in sentence.lexicon.words("only_denied") and not _is_denied(sentence, group):
        return
    speaker = _subject(sentence, group)
    if speaker is not None:
        sentence.speakers.append((group.at, speaker))
    if speaker is not None and sentence.text[speaker[0] : speaker[1]].lower() in _NOBODY:
        return
    if speaker is not None and who_speaks(sentence, speaker) is Speaking.THING:
        return
    if "h" in frames and group.mood == "f" and (speaker is None or not is_source(sentence, speaker)):
        return
    is_own = speaker is not None and is_author(sentence, speaker) and not _is_collective(sentence, speaker)
    if (is_own and _is_authors_own(sentence, group)) or _is_nobodys(sentence, group, speaker):
        return
    if speaker is None and group.pronoun is None and set(group.form.moods) <= {"o"}:
        return  # « Signalons que »: the author
    if group.form.lemma in sentence.lexicon.words("impersonal") and sentence.tokens.word(group.first - 1) == "il":
        return
    if "o" in frames and (speaker is None or is_own):
        return
    for reader in _readers(frames, told=is_own or group.pronoun is not None):
        if reader(sentence, group, speaker):
            return


def _is_denied(sentence: Sentence, group: VerbGroup) -> bool:
    return not {"ne", "n'"}.isdisjoint(sentence.tokens.words[group.first : group.at])


def _is_collective(sentence: Sentence, speaker: Place) -> bool:
    """Say whether a subject is an `on` that speaks for somebody: `à l'Élysée, on dit A`; no other `on` is a subject."""
    return sentence.text[slice(*speaker)].lower() == "on"


def _is_authors_own(sentence: Sentence, group: VerbGroup) -> bool:
    """Say whether a first person is the author: in a text of several paragraphs, or who says nothing."""
    return sentence.in_article or _is_denied(sentence, group)


_RUMOUR = frozenset(
    (
        "murmurer",
        "raconter",
        "rapporter",
        "assurer",
        "annoncer",
        "indiquer",
        "affirmer",
        "confirmer",
        "dire",
        "prétendre",
    )
)


def _is_nobodys(sentence: Sentence, group: VerbGroup, speaker: Place | None) -> bool:
    """Say whether nobody speaks: `il faut cesser de croire que`, `on nous dira que`, `l'on se souvient que`."""
    tokens = sentence.tokens
    words = tokens.words
    if group.mood == "i" and "-il" in words[max(0, group.first - 3) : group.first]:
        return not sentence.lexicon.words("impersonal_verbs").isdisjoint(words[max(0, group.first - 4) : group.first])
    if speaker is None and tokens.word(group.first - 1) in ("tout", "rien", "cela", "ceci", "ça"):
        return True
    if group.mood == "i" and speaker is not None and sentence.text[slice(*speaker)].lower() == "il":
        before = words[max(0, group.first - _REACH) : group.first]
        last = len(before) - 1 - before[::-1].index("il") if "il" in before else None
        if not _PERSONAL.isdisjoint(before):
            meant = before[-1] == "voulu" and group.form.lemma == "dire"  # « il a voulu dire que »
            return meant or ("manqué" not in before and not {"ne", "n'"}.isdisjoint(before))
        return last is not None and not sentence.lexicon.words("impersonal_verbs").isdisjoint(
            before[last + 1 : last + 4]
        )
    if speaker is None and group.mood == "f" and tokens.word(group.first - 1) == "on":
        told = {"nous", "me", "m'", "vous"}.isdisjoint(words[group.first : group.at])
        return group.form.lemma not in _RUMOUR or not told or words[group.at].endswith("rait")
    return False


def _says_nothing(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell `cela veut dire que`, `il va sans dire que`, `force est de constater que`, `elle se demandait si`."""
    if group.form.lemma == "demander" and group.reflexive:
        # « elle se demandait si » is thought; « il s'est demandé si » was said
        compound = sentence.tokens.words[group.at] in ("demandé", "demandée", "demandés", "demandées")
        return not compound or group.mood != "f"
    if group.mood != "i":
        return False
    before = [sentence.tokens.word(index) for index in range(max(0, group.first - 3), group.first)]
    if not before or sentence.tokens.words[group.first] == "ni":  # « n'a souhaité ni confirmer ni démentir »
        return True  # « Dire que ce pont devait durer », « Nier que la mare baisse serait absurde »
    idiom = tuple(before[-2:]) in (("va", "sans"), ("allait", "sans")) or ("force" in before and before[-1] == "de")
    return before[-1] in _SAYING_NOTHING or before[-1] == "autant" or idiom


def _subject(sentence: Sentence, group: VerbGroup) -> Place | None:
    tokens = sentence.tokens
    if group.pronoun is not None:
        return None if tokens.words[group.pronoun].endswith("on") else pronoun_place(sentence, group.pronoun)
    if group.mood in "ig":
        turn = whose_turn(sentence, group.first - 1) if group.mood == "i" else None
        if turn is not None:
            return turn
        begin = noun_before(sentence, group.first) if tokens.words[group.first] != "en" else None
        if begin is not None and (
            tokens.word(begin - 1) in _PERCEIVED
            if group.mood == "i"
            else speaking(sentence, begin, group.first) is Speaking.SOURCE
        ):
            return sentence.place(begin, group.first)  # « entendre le préfet déclarer que », « un texte annonçant que »
        near = governing_pronoun(sentence, group.first) if group.mood == "i" else None
        return shared_subject(sentence, group.first) if near is None else near
    if tokens.words[group.first] in ("lui", "eux") and group.first < group.at and _opens_clause(sentence, group.first):
        return sentence.place(group.first, group.first + 1)  # « Lui avoue que »
    phrase = mention_before(sentence, group.first)
    if phrase is None:
        before = tokens.word(group.first - 1)
        if before in sentence.lexicon.words("conjunctions") or before == ",":
            inverted = after_cue(sentence, group.first) if before == "," else None
            return shared_subject(sentence, group.first) if inverted is None else inverted
        return None
    if tokens.words[phrase[0]] == "on" and _for_whom(sentence, phrase[0], group) is None:
        return None
    return sentence.place(*phrase)


def _for_whom(sentence: Sentence, on: int, group: VerbGroup) -> Place | None:
    tokens = sentence.tokens
    return speaks_for(tokens.text, tokens.starts[on], tokens.ends[group.end - 1], sentence.lexicon)


def _opens_clause(sentence: Sentence, index: int) -> bool:
    return index == 0 or sentence.tokens.words[index - 1] in (";", ":", "mais", "et", "–", "—")
