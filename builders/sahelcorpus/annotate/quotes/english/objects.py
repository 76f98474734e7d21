"""What an English verb takes as its object: `accused X of Y`, `described X as Y`, `denied A`, `urged X to A`."""

from __future__ import annotations

from sahelcorpus.annotate.quotes.english.clauses import clause_verb
from sahelcorpus.annotate.quotes.english.extent import english_clause_end, english_phrase_content_end
from sahelcorpus.annotate.quotes.english.recipients import past_adverbials
from sahelcorpus.annotate.quotes.english.verbs import STRONG, ends_clause, finite
from sahelcorpus.annotate.quotes.found import Place
from sahelcorpus.annotate.quotes.sentence import Sentence
from sahelcorpus.annotate.quotes.tokens import QUOTATION
from sahelcorpus.annotate.quotes.verb_groups import VerbGroup, cue_of

_REACH = 22
_MARKED = 9
_ASKING = frozenset(("urge", "demand", "counsel"))
"""Verbs that ask for a state in one word: `urged calm`."""

_LINKS = {"accuse": ("of", "for"), "blame": ("on", "for"), "attribute": ("to",)}
"""What a verb joins somebody or something to what is laid to it with."""

_COUNTED_WORDS = "toll number figure count total cost damage losses price turnout value deaths dead casualties revenue"
_COUNTED = frozenset(_COUNTED_WORDS.split())
_NUMBERS = frozenset("two three four five six seven eight nine ten eleven twelve twenty thirty dozens hundreds".split())  # noqa: SIM905

_REJECTING = frozenset(("reject", "dismiss"))
_CLAIMED = 3
_CLAIMS = frozenset(
    (
        "idea",
        "notion",
        "suggestion",
        "claim",
        "claims",
        "accusation",
        "accusations",
        "allegation",
        "allegations",
    )
)
"""Nouns of what was said, within so many words of the phrase's start: to reject them is to say that they are false."""

_NO_CONTENT = frozenset(
    ("anonymity", "comment", "questions", "question", "permission", "time", "help", "entry", "access")
)


def english_object(sentence: Sentence, group: VerbGroup, frames: str, speaker: Place | None) -> bool:
    """Read `accused X of Y`, `blamed X on Y`, `called X “Y”`, `dismissed X as Y`, `denied any part`, `demanded A`."""
    tokens = sentence.tokens
    start = group.end
    if start >= len(tokens.words) or speaker is None:
        return False
    if "e" in frames and _figure(sentence, group, start, speaker):
        return True
    if "x" in frames and _accuse(sentence, group, start, speaker):
        return True
    if "t" in frames and _attribute(sentence, group, start, speaker):
        return True
    if "k" in frames and _as(sentence, group, start, speaker):
        return True
    if group.form.lemma in _REJECTING and _is_claim(sentence, start):
        return _noun_phrase(sentence, group, frames, speaker)
    claimed = group.form.lemma == "claim" and tokens.words[start] in ("responsibility", "credit")
    return ("n" in frames or claimed) and _noun_phrase(sentence, group, frames, speaker)


def _figure(sentence: Sentence, group: VerbGroup, start: int, speaker: Place) -> bool:
    """Read `put the toll at 26` and `gave a toll of nine dead`: the figure and what it counts."""
    tokens = sentence.tokens
    words = tokens.words
    counted = next((at for at in range(start, min(len(words), start + _CLAIMED + 1)) if words[at] in _COUNTED), None)
    if counted is None or not sentence.lexicon.words("articles").isdisjoint(words[start + 1 : counted]):
        return False  # « gave the town a total of 300 bags »
    link = "of" if group.form.lemma == "give" else "at"
    at = next((place for place in range(counted + 1, min(len(words), counted + _MARKED)) if words[place] == link), None)
    if at is None or any(ends_clause(sentence, place) for place in range(counted, at)):
        return False
    if not any(
        words[place][0].isdigit() or words[place] in _NUMBERS for place in range(at + 1, min(len(words), at + 5))
    ):
        return False
    end = english_phrase_content_end(sentence, at + 1)
    place = sentence.place(start, end)
    return end > at + 1 and sentence.propose("noun phrase", 0.85, [place], cue=cue_of(sentence, group), speaker=speaker)


def _is_claim(sentence: Sentence, start: int) -> bool:
    """Say whether a noun phrase names what others said: `the idea that talks mean defeat`, `the accusations`."""
    near = sentence.tokens.words[start : start + _CLAIMED]
    return near[:1] == ["the"] and not _CLAIMS.isdisjoint(near)


def _opens(sentence: Sentence, index: int) -> bool:
    """Say whether a noun phrase can start at a token."""
    tokens = sentence.tokens
    word = tokens.word(index)
    if word in ("himself", "herself", "itself", "themselves"):
        return True
    return (word[:1].isalnum() or word == QUOTATION) and word not in sentence.lexicon.words(
        "prepositions conjunctions clausal modal relatives adverbs that"
    )


def _accuse(sentence: Sentence, group: VerbGroup, start: int, speaker: Place) -> bool:
    """Read `accused X of Y`: X and Y together."""
    tokens, known = sentence.tokens, sentence.lexicon
    if not _opens(sentence, start):
        return False
    lemma = group.form.lemma
    links = _LINKS.get(lemma, ("for", "over"))
    said = tokens.words[start : start + _CLAIMED]
    if lemma == "attribute" and not sentence.lexicon.words("documents remarks").isdisjoint(said):
        return False  # « a report that attributed the statement to the prefect »
    places = [
        place for place in range(start + 1, min(len(tokens.words), start + _REACH)) if tokens.words[place] in links
    ]
    stop = next((place for place in range(start, len(tokens.words)) if ends_clause(sentence, place)), len(tokens.words))
    sure = [
        place
        for place in places
        if place < stop
        and (
            tokens.word(place + 1).endswith("ing")
            or tokens.word(place + 1) == QUOTATION
            or lemma in ("blame", "attribute")
        )
    ]
    # « the chief of staff of the army of theft »: without a gerund, the last one before another noun
    bare = [
        place
        for place in places
        if place < stop
        and not tokens.capital(place + 1 if place + 1 < len(tokens.words) else place)
        and tokens.word(place + 1) not in known.words("articles")
    ]
    link = sure[0] if sure else bare[0] if bare else None
    if link is None or link + 1 >= len(tokens.words):
        return False
    end = english_phrase_content_end(sentence, link + 1)
    cue = cue_of(sentence, group)
    return end > link + 1 and sentence.propose("accuse", 0.9, [sentence.place(start, end)], cue=cue, speaker=speaker)


def _attribute(sentence: Sentence, group: VerbGroup, start: int, speaker: Place) -> bool:
    """Read `called X “Y”`: X and Y together, with what is coordinated to them."""
    tokens, known = sentence.tokens, sentence.lexicon
    if not (_opens(sentence, start) or tokens.word(start) in known.words("strong =that")):
        return False
    for index in range(start + 1, min(len(tokens.words), start + _REACH)):
        word = tokens.words[index]
        if ends_clause(sentence, index) or word in (",", "for", "on", "who", "which", "that"):
            return False
        if word == QUOTATION:
            if _is_nickname(sentence, index):
                return False
            return sentence.propose(
                "attribute",
                0.9,
                [sentence.place(start, _coordinated(sentence, index + 1))],
                cue=cue_of(sentence, group),
                speaker=speaker,
            )
    return False


def _is_nickname(sentence: Sentence, index: int) -> bool:
    """Say whether a quotation is a name by its capital letters: `called her “Mama Helmet”`."""
    stretch = sentence.stretch(index)
    if stretch is None:
        return True
    words = sentence.text[stretch.inner_start : stretch.inner_end].split()
    return len(words) <= 3 and all(word[0].isupper() for word in words)


def _coordinated(sentence: Sentence, end: int) -> int:
    """Return the end of `“Y” and Z “W”`, or the same index: a finite verb in between is the author's."""
    tokens = sentence.tokens
    if tokens.word(end) not in ("and", "or", "but"):
        return end
    for index in range(end + 1, min(len(tokens.words), end + 8)):
        if tokens.words[index] == QUOTATION:
            return index + 1
        if finite(sentence, index) or ends_clause(sentence, index):
            return end
    return end


def _as(sentence: Sentence, group: VerbGroup, start: int, speaker: Place) -> bool:
    """Read `described X as Y`, and `denounced “Y”` or `denounced the “Y” of Z` by their marks."""
    tokens, known = sentence.tokens, sentence.lexicon
    pointed = tokens.word(start) in known.words("strong =that")
    if tokens.word(start) != QUOTATION and not (_opens(sentence, start) or pointed):
        return False
    for index in range(start + 1, min(len(tokens.words), start + _REACH)):
        word = tokens.words[index]
        if ends_clause(sentence, index) or (word == "," and tokens.word(index + 1) != "as"):
            break
        if finite(sentence, index) == STRONG and tokens.words[index - 1] not in ("who", "which", "that"):
            break
        if (word == "as" and tokens.word(index + 1) not in ("well", "the", "they", "he", "she", "it", "part")) or (
            word == "as"
            and tokens.word(index + 1) == "the"
            and clause_verb(sentence, index + 1, len(tokens.words)) is None
        ):
            end = english_phrase_content_end(sentence, index + 1)
            if end <= index + 1:
                return False
            return sentence.propose(
                "attribute", 0.9, [sentence.place(start, end)], cue=cue_of(sentence, group), speaker=speaker
            )
    if group.form.lemma not in known.words("judging"):
        return False
    marked = next(
        (place for place in range(start, min(len(tokens.words), start + _MARKED)) if tokens.words[place] == QUOTATION),
        None,
    )
    if marked is None or not _is_judgement(sentence, start, marked):
        return False
    end = english_phrase_content_end(sentence, start, bare=True)
    name = "noun phrase" if marked > start else "quotation as object"
    if marked == start:
        end = start + 1
    return sentence.propose(name, 0.8, [sentence.place(start, end)], cue=cue_of(sentence, group), speaker=speaker)


def _is_judgement(sentence: Sentence, start: int, marked: int) -> bool:
    """Tell `denounced the “plunder” of X` from a title in marks, or marks of another clause."""
    words, stretch = sentence.tokens.words, sentence.stretch(marked)
    if stretch is None or not sentence.text[stretch.inner_start].islower():
        return False
    if words[start] == "what":
        return True
    if any(
        words[place] == "," or finite(sentence, place) or words[place].endswith("ing") for place in range(start, marked)
    ):
        return False
    return not any(ends_clause(sentence, place) for place in range(start, marked))


def _noun_phrase(sentence: Sentence, group: VerbGroup, frames: str, speaker: Place) -> bool:
    """Read the noun phrase that was said, asked, promised or denied."""
    tokens, known = sentence.tokens, sentence.lexicon
    start = group.end
    if tokens.word(start) not in known.words("definite =any =no") and tokens.word(start) != QUOTATION:
        start = past_adverbials(sentence, start)
    if start >= len(tokens.words):
        return False
    word = tokens.words[start]
    if word == QUOTATION:
        if sentence.tokens.word(start + 1) in ("of", "to", "for", "and", "in"):
            end = english_phrase_content_end(sentence, start, bare=True)
            return sentence.propose(
                "noun phrase", 0.8, [sentence.place(start, end)], cue=cue_of(sentence, group), speaker=speaker
            )
        if " " in group.form.lemma and start == group.end and group.form.lemma.endswith((" of", " against")):
            place = sentence.place(start, start + 1)  # « warned of “a long night” »
            cue = cue_of(sentence, group)
            return sentence.propose("quotation as object", 0.85, [place], cue=cue, speaker=speaker)
        return False
    if not _opens(sentence, start) or group.mood == "i" or finite(sentence, start):
        return False
    if word in known.words("strong pronouns =neither =nothing =something =anything =much =little") or (
        tokens.capital(start) and tokens.word(start + 1) in ("", ".", ",")
    ):
        return False
    end = english_phrase_content_end(sentence, start, bare=True)
    if "z" in frames and end - start > 2 and clause_verb(sentence, start, end, sure=False) is not None:
        return False
    if "a" in frames and any(tokens.words[place] == "to" for place in range(start, end)):
        return False
    if word.endswith("ing") and "g" not in frames:
        return False
    reach = 8 if group.form.lemma == "deny" else 2
    if any(tokens.words[place] in _NO_CONTENT for place in range(start, min(end, start + reach))):
        return False
    if end - start < 2 and len(word) < 6 and group.form.lemma not in _ASKING:
        return False
    least = 4 if group.form.lemma in _ASKING else 6
    return sentence.propose(
        "noun phrase", 0.75, [sentence.place(start, end)], cue=cue_of(sentence, group), speaker=speaker, least=least
    )


def english_gerund(sentence: Sentence, group: VerbGroup, frames: str, speaker: Place | None) -> bool:
    """Read `denied arming anyone`, `boasted of having won`, `recommends closing the border`."""
    if "g" not in frames or speaker is None:
        return False
    tokens = sentence.tokens
    index = group.end
    if tokens.word(index) in ("ever", "even", "again"):
        index += 1
    if tokens.word(index) == "of":
        index += 1
    word = tokens.word(index)
    if not word.endswith("ing") or len(word) < 5:
        return False
    end = english_phrase_content_end(sentence, index)
    start = group.end + (tokens.word(group.end) == "of")
    return sentence.propose("gerund", 0.85, [sentence.place(start, end)], cue=cue_of(sentence, group), speaker=speaker)


def english_infinitive(sentence: Sentence, group: VerbGroup, frames: str, speaker: Place | None) -> bool:
    """Read `promised to pay`, `claims to hold the bridge`; with who was promised in between."""
    if "i" not in frames or speaker is None:
        return False
    tokens = sentence.tokens
    index = past_adverbials(sentence, group.end)
    if tokens.word(index) == "not":
        index += 1
    if tokens.word(index) == "to" and tokens.word(index + 1) == QUOTATION:
        place = sentence.place(index + 1, index + 2)
        return sentence.propose("infinitive", 0.88, [place], cue=cue_of(sentence, group), speaker=speaker)
    if tokens.word(index) != "to" or not _is_base(sentence, index + 1):
        return False
    end = english_phrase_content_end(sentence, index)
    start = index - (tokens.word(index - 1) == "not" and index - 1 >= group.end)
    return sentence.propose(
        "infinitive", 0.88, [sentence.place(start, end)], cue=cue_of(sentence, group), speaker=speaker
    )


def _is_base(sentence: Sentence, index: int) -> bool:
    """Say whether a verb's base form can stand at a token after `to`, rather than a noun phrase."""
    word = sentence.tokens.word(index)
    if word in ("have", "be", "do") or word.endswith("ly"):
        return True
    return (
        word.isalpha()
        and not sentence.tokens.capital(index)
        and word not in sentence.lexicon.words("determiners prepositions strong pronouns days audience that questions")
    )


def english_call(sentence: Sentence, group: VerbGroup, frames: str, speaker: Place | None) -> bool:
    """Read `urged X to A`, `called on X to A`, `warned X not to A`: A is the content."""
    if "a" not in frames or speaker is None:
        return False
    tokens = sentence.tokens
    for place in range(group.end, min(len(tokens.words), group.end + _REACH)):
        word = tokens.words[place]
        if (
            ends_clause(sentence, place)
            or word in ("that", "who", "which", QUOTATION)
            or (word == "," and place < group.end + 1)
        ):
            return False
        if finite(sentence, place) == STRONG:
            return False
        if word == "to" and tokens.word(place + 1) == QUOTATION:
            return sentence.propose(
                "call to", 0.85, [sentence.place(place + 1, place + 2)], cue=cue_of(sentence, group), speaker=speaker
            )
        if word == "to" and place > group.end and _is_base(sentence, place + 1):
            if tokens.words[place + 1 : place + 3] in (["be", "named"], ["be", "identified"], ["be", "quoted"]):
                return False
            end = english_clause_end(sentence, place)
            start = place - (tokens.words[place - 1] == "not")
            end = min(end, english_phrase_content_end(sentence, place))
            return sentence.propose(
                "call to", 0.85, [sentence.place(start, end)], cue=cue_of(sentence, group), speaker=speaker
            )
        if (
            word == "against"
            and group.form.lemma in ("warn", "caution", "advise")
            and tokens.word(place + 1).endswith("ing")
        ):
            end = english_phrase_content_end(sentence, place)
            return sentence.propose(
                "call to", 0.8, [sentence.place(place, end)], cue=cue_of(sentence, group), speaker=speaker
            )
    return False
