"""What an English verb takes after it: `said that A`, `said A was B`, `asked whether A`, `told X “A”`."""

from __future__ import annotations

from bisect import bisect_left

from sahelcorpus.annotate.quotes.english.clauses import before_main_clause, clause_verb, starts_clause
from sahelcorpus.annotate.quotes.english.extent import english_clause_end
from sahelcorpus.annotate.quotes.english.phrases import english_mention_after, speaks
from sahelcorpus.annotate.quotes.english.recipients import past_adverbials, recipient_end
from sahelcorpus.annotate.quotes.english.regions import counts
from sahelcorpus.annotate.quotes.english.subjects import english_mention_before
from sahelcorpus.annotate.quotes.english.verbs import STRONG, finite, is_abbreviated
from sahelcorpus.annotate.quotes.found import Place
from sahelcorpus.annotate.quotes.sentence import Sentence, is_author
from sahelcorpus.annotate.quotes.tokens import QUOTATION
from sahelcorpus.annotate.quotes.verb_groups import VerbGroup, cue_of

_REACH = 26
_TOLD_FIRST = frozenset(("tell", "inform", "remind", "assure", "reassure", "notify"))
"""Verbs that always take who is told as their object, among those of the class `told`."""
_SAID_IN_PART = frozenset(
    ("say", "tell", "insist", "claim", "warn", "add", "argue", "think", "believe", "fear", "hope")
)
_MONEY = frozenset("$€£¥")
_NO_CLAUSE = frozenset(
    ("so", "and", "but", "nothing", "something", "anything", "much", "as", "or", "little", "otherwise")
)
_TELLING = frozenset(("say", "specify", "reveal", "disclose", "indicate", "clarify", "tell", "state", "explain"))
_NOT = frozenset(("not", "n't", "never", "without", "cannot"))
_NO_COMPLEMENT = frozenset((";", ":", ".", QUOTATION, "whether", "who", "which", "how", "why"))
_DIRECT = frozenset("dmq")
_RELATIVES = frozenset(("who", "which", "that"))
_CONDITIONS = frozenset(
    ("if", "when", "while", "although", "because", "despite", "since", "unless", "under", "by", "in", "without")
)


def token_at(sentence: Sentence, position: int) -> int:
    """Return the index of the token that starts at a place of the text, or after it."""
    return min(bisect_left(sentence.tokens.starts, position), len(sentence.tokens.words) - 1)


def _main_clause(sentence: Sentence, speaker: Place | None, start: int, end: int) -> int:
    """Return where a content ends before the main clause: `When X insisted that A, | Y answered`."""
    words, known = sentence.tokens.words, sentence.lexicon
    at = token_at(sentence, speaker[0]) - 1 if speaker else -1
    if at < 0 or words[at] not in known.words("clausal subordinators =as"):
        return end
    if at and words[at - 1][0].isalnum() and words[at - 1] not in ("that", "and", "but"):
        return end
    return before_main_clause(sentence, start, end)


def as_said(sentence: Sentence, group: VerbGroup, speaker: Place) -> bool:
    """Read `As X told Y, A`."""
    tokens = sentence.tokens
    at = token_at(sentence, speaker[0]) - 1
    comma = content_start(sentence, group)
    if (
        set(group.form.frames).isdisjoint("qz")
        or at < 0
        or tokens.words[at] != "as"
        or at > 1
        or tokens.word(comma) != ","
        or comma + 2 >= len(tokens.words)
    ):
        return False
    start = comma + 1
    end = start + 1 if tokens.words[start] == QUOTATION else english_clause_end(sentence, start)
    return sentence.propose(
        "as X said", 0.9, [sentence.place(start, end)], cue=cue_of(sentence, group), speaker=speaker, least=6
    )


def that_clause(sentence: Sentence, group: VerbGroup, frames: str, speaker: Place | None) -> bool:
    """Read `said on Monday that A`."""
    if "q" not in frames:
        return False
    at = _complementizer(sentence, group)
    if at is None:
        return False
    tokens = sentence.tokens
    start = at + 1
    if tokens.word(start) in sentence.lexicon.words("modal"):
        start = at  # « said that was a mistake »
    end = _main_clause(sentence, speaker, at + 1, english_clause_end(sentence, at + 1))
    if group.first == 0 and group.mood == "g":
        end = before_main_clause(sentence, at + 1, end)
        speaker = _later_subject(sentence, end)
    if end <= at + 1:
        return False
    score = 0.95 if speaker is not None else 0.75
    if speaker is not None and is_author(sentence, speaker):
        score = 0.6
    return sentence.propose(
        "that-clause", score, [sentence.place(start, end)], cue=cue_of(sentence, group), speaker=speaker, least=6
    )


def _later_subject(sentence: Sentence, comma: int) -> Place | None:
    """Return the subject of the main clause after a participle in front: `Noting that A, X added`."""
    verb = (
        clause_verb(sentence, comma + 1, len(sentence.tokens.words), sure=True)
        if comma < len(sentence.tokens.words)
        else None
    )
    phrase = None if verb is None else english_mention_before(sentence, verb, comma + 1)
    return None if phrase is None else sentence.place(*phrase)


def _complementizer(sentence: Sentence, group: VerbGroup) -> int | None:
    """Return the token of `that` after a verb, past adverbials and who was told; None if there is none."""
    tokens, known = sentence.tokens, sentence.lexicon
    words = tokens.words
    index = group.end
    following, third = tokens.word(index), tokens.word(index + 1)
    if following == "that":
        return index
    if following in (",", "–", "—"):
        return _past_comma(sentence, index)
    told = group.form.lemma in known.words("told")
    opens = following in known.words("prepositions adverbs days stops =late =early =last =this =earlier")
    opens = opens or following.endswith("ly")
    if not (told or opens) or (following == "to" and (third in known.words("bases") or third in known.verbs)):
        return None
    for place in range(index, min(len(words), index + _REACH)):
        word = words[place]
        if word == QUOTATION and words[place - 1] in ("'s", "'"):
            continue
        if word in _NO_COMPLEMENT and not is_abbreviated(sentence, place):
            return None
        if word == "to" and told and place > index and tokens.word(place + 1) in known.words("bases"):
            return None
        if word == ",":
            return _past_comma(sentence, place)
        if word == "that":
            if words[place - 1] in known.words("prepositions conjunctions"):
                continue  # « at that time »
            return None if words[place - 1] in known.words("thats") and not tokens.capital(place - 1) else place
        if finite(sentence, place) == STRONG:
            return None
        if word in ("and", "but") and finite(sentence, place + 1) and tokens.word(place + 1) in known.verbs:
            return None  # « urged calm and assured the public that »
    return None


def _past_comma(sentence: Sentence, comma: int) -> int | None:
    """Return the token of `that` after a parenthesis between commas: `insisted, in a long call, that`."""
    words = sentence.tokens.words
    sign = words[comma]
    close = next((place for place in range(comma + 1, min(len(words), comma + 16)) if words[place] == sign), None)
    return close + 1 if close is not None and sentence.tokens.word(close + 1) == "that" else None


def indirect_question(sentence: Sentence, group: VerbGroup, frames: str, speaker: Place | None) -> bool:
    """Read `asked the clerk whether A`."""
    if "w" not in frames:
        return False
    tokens, known = sentence.tokens, sentence.lexicon
    index, told = group.end, 0
    if tokens.word(index) not in known.words("questions"):
        if group.form.lemma in sentence.lexicon.words("told") or tokens.word(index) in known.words("strong"):
            index = told = recipient_end(sentence, index)
        index = past_adverbials(sentence, index)
    word = tokens.word(index)
    if word not in known.words("questions") or word == "which" or (word == "what" and group.form.lemma == "lay out"):
        return False
    if group.form.lemma in _TELLING and not _NOT.isdisjoint(tokens.words[max(0, group.first - 2) : group.at]):
        return False  # « did not say whether »
    if told > group.end and word not in ("whether", "if", "why") and not speaks(sentence, group.end, told):
        return False
    if (
        index != group.end
        and word in ("when", "where", "who", "what", "if")
        and group.form.lemma not in ("ask", "tell", "wonder")
    ):
        return False
    end = english_clause_end(sentence, index)
    if end - index < 3:
        return False
    return sentence.propose(
        "indirect question",
        0.9,
        [sentence.place(index, end)],
        cue=cue_of(sentence, group),
        speaker=speaker,
        least=6,
    )


def content_start(sentence: Sentence, group: VerbGroup, *, told: bool = True) -> int:
    """Return the index after a verb, who was told and adverbials: where a content without `that` begins."""
    index = group.end
    if told and group.form.lemma in sentence.lexicon.words("told"):
        index = recipient_end(sentence, past_adverbials(sentence, index))
    elif sentence.tokens.word(index) == "to" and "d" in group.form.frames:
        end = recipient_end(sentence, index + 1)
        index = end if end > index + 1 else index
    return past_adverbials(sentence, index)


def quotation_after(sentence: Sentence, group: VerbGroup, frames: str, speaker: Place | None) -> bool:
    """Read `told the press, “A”`, `said in a statement: “A”` without its colon, `chanted “A”`."""
    if _DIRECT.isdisjoint(frames):
        return False
    tokens = sentence.tokens
    index = content_start(sentence, group)
    if tokens.word(index) == "," and tokens.word(index + 1) == QUOTATION:
        index += 1
    elif tokens.word(index) != QUOTATION:
        return False
    if "d" not in frames and "n" not in frames:
        return False
    if group.form.lemma == "begin" and tokens.word(group.at - 1) in sentence.lexicon.words("modal =to"):
        return False  # « would begin “in due course” »
    after = tokens.word(index + 1)
    if after and after not in (",", ".", ";", ")", "–", "—") and "z" in frames and _runs_on(sentence, index):
        return False
    return sentence.propose(
        "quotation as object",
        0.9,
        [sentence.place(index, index + 1)],
        cue=cue_of(sentence, group),
        speaker=speaker,
    )


def _runs_on(sentence: Sentence, index: int) -> bool:
    """Say whether a clause goes on after a quotation that is only its beginning: `said “A” was B`."""
    return finite(sentence, index + 1) > 0 or sentence.tokens.word(index + 1) == "'s"


def bare_clause(sentence: Sentence, group: VerbGroup, frames: str, speaker: Place | None) -> bool:
    """Read `said the road was closed`, `told reporters it would pay`, a headline's `says talks “stalled”`."""
    if "z" not in frames or speaker is None:
        return False
    if group.mood == "i" and not _is_spoken(sentence, group):
        return False
    lemma = group.form.lemma
    if (
        lemma in sentence.lexicon.words("told")
        and lemma not in _TOLD_FIRST
        and _clause_at(sentence, group, speaker, told=False)
    ):
        return True
    return _clause_at(sentence, group, speaker, told=True)


def _clause_at(sentence: Sentence, group: VerbGroup, speaker: Place, *, told: bool) -> bool:
    """Read the clause after a verb, past who was told if `told` is true."""
    tokens, known = sentence.tokens, sentence.lexicon
    frames = group.form.frames
    index = content_start(sentence, group, told=told)
    if index + 1 >= len(tokens.words):
        return False
    word = tokens.words[index]
    before = token_at(sentence, speaker[0]) - 1
    if index == group.end and before >= 0 and tokens.words[before] in _RELATIVES and finite(sentence, index) == STRONG:
        end = _before_comma(sentence, index)  # « a promise that the union says | was kept for few »
        places = [sentence.place(index, end)]
        return sentence.propose("zero that-clause", 0.85, places, cue=cue_of(sentence, group), speaker=speaker, least=6)
    if word == QUOTATION:
        if index + 2 >= len(tokens.words) or not _runs_on(sentence, index):
            return False
    elif (
        not (word[0].isalnum() or word in _MONEY)
        or word in _NO_CLAUSE
        or finite(sentence, index) == STRONG
        or (word in known.words("questions") and word not in _CONDITIONS)
        or (
            word in known.words("prepositions clausal")
            and not counts(sentence, index)
            and (word not in _CONDITIONS or not _comma_later(sentence, index))
        )
    ):
        return False
    if tokens.word(group.first - 1) == "," and _is_inverted(sentence, group):
        return False
    end = _main_clause(sentence, speaker, index, english_clause_end(sentence, index))
    noun = "n" in frames or group.form.lemma in sentence.lexicon.words("objects")
    if noun and tokens.word(group.first - 1) in ("that", "which", "who"):
        return False
    if word != QUOTATION and not (
        starts_clause(sentence, index, end, group.form.lemma, noun=noun)
        or _quoted_predicate(sentence, index, end, group.form.lemma)
    ):
        return _headline(sentence, group, index, speaker)
    short = end - index == 2 and (word in known.words("pronouns") or tokens.words[index + 1] == QUOTATION)
    if end - index < 3 and not short:
        return False
    return sentence.propose(
        "zero that-clause", 0.88, [sentence.place(index, end)], cue=cue_of(sentence, group), speaker=speaker, least=6
    )


def _before_comma(sentence: Sentence, start: int) -> int:
    """Return where a clause within a relative one ends: at its comma, or with the sentence's content."""
    end = english_clause_end(sentence, start)
    return next((place for place in range(start, end) if sentence.tokens.words[place] == ","), end)


def _quoted_predicate(sentence: Sentence, index: int, end: int, lemma: str) -> bool:
    """Say whether the verb of a clause stands in marks: `said the road “is not closed”`."""
    words = sentence.tokens.words
    if lemma not in _SAID_IN_PART:
        return False
    marked = next((place for place in range(index + 1, min(end, index + 16)) if words[place] == QUOTATION), None)
    if marked == index + 1 and words[index] in sentence.lexicon.words("pronouns"):
        return True
    stretch = sentence.stretch(marked) if marked is not None else None
    if marked is None or stretch is None or words[marked - 1] in sentence.lexicon.words("prepositions articles"):
        return False
    return len(sentence.text[stretch.inner_start : stretch.inner_end].split()) > 1


def _is_spoken(sentence: Sentence, group: VerbGroup) -> bool:
    """Say whether an infinitive tells what was said: `went on to say`, `took to the radio to announce`."""
    before = sentence.tokens.words[max(0, group.first - 8) : group.first]
    return not sentence.lexicon.words("unsaid").intersection(before[-2:]) and any(
        word
        in (
            "went",
            "goes",
            "on",
            "took",
            "stepped",
            "came",
            "forward",
            "used",
            "returned",
            "continued",
            "issued",
            "called",
            "wrote",
            "appeared",
        )
        for word in before
    )


def _comma_later(sentence: Sentence, index: int) -> bool:
    """Say whether a comma ends an adverbial in front, with a clause after it: `said if the talks failed, it would`."""
    words = sentence.tokens.words
    for place in range(index + 1, min(len(words), index + _REACH)):
        if words[place] == QUOTATION:
            return False
        if words[place] == "," and (
            QUOTATION in words[place + 1 : place + 6]
            or clause_verb(sentence, place + 1, len(words), sure=True) is not None
        ):
            return True
    return False


def _is_inverted(sentence: Sentence, group: VerbGroup) -> bool:
    """Say whether `, said X,` or `, said X.` announces what stands before it: a quotation, or a clause with a verb."""
    before = sentence.tokens.words[: group.first]
    if QUOTATION not in before and clause_verb(sentence, 0, group.first - 1, sure=True) is None:
        return False  # « Sidi, a taxi driver, says people need water »
    phrase = english_mention_after(sentence, group.end)
    return phrase is not None and sentence.tokens.word(phrase[1]) in (",", ".", "")


def _headline(sentence: Sentence, group: VerbGroup, index: int, speaker: Place) -> bool:
    """Read a headline without its verb: `Envoy says talks “on their last candle”`, `Army says 40 rebels killed`."""
    tokens = sentence.tokens
    if group.form.lemma not in ("say", "warn", "claim") or group.mood != "f" or len(tokens.words) > 18:
        return False
    if tokens.words[-1] in (".", "!", "?") or tokens.words[group.at] not in (
        "say",
        "says",
        "warns",
        "claims",
        "warn",
        "claim",
    ):
        return False
    rest = tokens.words[index:]
    if QUOTATION not in rest and "to" not in rest[1:] and not any(word.endswith("ed") for word in rest[1:]):
        return False
    return sentence.propose(
        "zero that-clause",
        0.7,
        [sentence.place(index, len(tokens.words))],
        cue=cue_of(sentence, group),
        speaker=speaker,
        least=6,
    )
