"""Contents that are the object of a cue verb: what is asked for or denied, and who is accused or judged, of what."""

from __future__ import annotations

from sahelcorpus.annotate.quotes.by_marks.content_end import content_end, next_comma
from sahelcorpus.annotate.quotes.by_marks.cues import Cue
from sahelcorpus.annotate.quotes.by_marks.objects_after import (
    judged_object,
    marked_after,
    marker_length,
    noun_object,
)
from sahelcorpus.annotate.quotes.by_marks.phrases import begins_phrase, phrase_end
from sahelcorpus.annotate.quotes.by_marks.word_classes import belongs, has_no_determiners, head_of, is_word
from sahelcorpus.annotate.quotes.found import Place
from sahelcorpus.annotate.quotes.sentence import Sentence

Reading = tuple[str, float, list[Place]]
"""Construction, score and content of a reading."""


def target_of(sentence: Sentence, cue: Cue) -> int | None:
    """Return where the object of a judgement, an announcement or a denial begins, if that can be told; else None."""
    frames = set(cue.form.frames)
    if not has_no_determiners(sentence.lexicon):
        return None
    if frames & set("xt"):
        return judged_object(sentence, cue)
    begins = [marked_after(sentence, cue)] if "e" in frames else []
    begins += [noun_object(sentence, cue)] if frames & set("en") else []
    return min((at for at in begins if at is not None), default=None)


def judgement(sentence: Sentence, cues: list[Cue], cue: Cue, start: int) -> Reading | None:
    """Read an accusation, or a judgement that is quoted in part: the object, and what is said of it."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    accuses = "x" in cue.form.frames
    if start >= len(tokens.words):
        return None
    marked = lexicon.words("object")
    if not has_no_determiners(lexicon):
        if tokens.words[start] in marked:
            start += tokens.words[start] not in lexicon.words("determiners")
        elif (accuses and marked) or not begins_phrase(sentence, start):
            return None
    end = content_end(sentence, start, cues)
    markers = lexicon.words("markers") | ({","} if cue.particle >= 0 or lexicon.words("to") else set())
    attached = has_no_determiners(lexicon)
    said = any(tokens.words[at] in markers for at in range(start + 1, end)) or attached
    quoted = any(sentence.is_quotation(at) for at in range(start, end))
    if not said or not (accuses or quoted):
        return None
    places = [sentence.place(start, end)]
    if start < cue.particle < end - 1:
        places = [sentence.place(start, cue.particle), sentence.place(cue.particle + 1, end)]
    return ("accuse" if accuses else "judge"), 0.84, places


def after_marker(sentence: Sentence, cues: list[Cue], cue: Cue) -> Reading | None:
    """Read what is asked, promised or threatened after a preposition, past whoever it is asked of.

    `طالب الوزير بفتح تحقيق`, `دعا الوزير جميع الأطراف إلى الهدوء`.
    """
    tokens, lexicon = sentence.tokens, sentence.lexicon
    at = _past_adverbials(sentence, cue.after)
    if at == cue.target and begins_phrase(sentence, at) and not marker_length(sentence, at):
        at = _past_adverbials(sentence, phrase_end(sentence, at, limit=marked_after(sentence, cue)))
    word = tokens.word(at)
    if word in lexicon.words("markers"):
        first = at + 1
        if first >= len(tokens.words) or not (is_word(tokens.word(first)) or sentence.is_quotation(first)):
            return None
        start = tokens.starts[first]
    elif marker_length(sentence, at):
        first, start = at, tokens.starts[at] + marker_length(sentence, at)
    else:
        return None
    return "after marker", 0.78, [(start, tokens.ends[content_end(sentence, first, cues) - 1])]


def _past_adverbials(sentence: Sentence, at: int) -> int:
    tokens, lexicon = sentence.tokens, sentence.lexicon
    while at < len(tokens.words):
        if belongs(lexicon, tokens.words[at], "adverbs times audience"):
            at += 1
        elif tokens.words[at] == ",":
            close = next_comma(sentence, at + 1)
            if close is None:
                return at
            at = close + 1
        else:
            return at
    return at


def noun_phrase(sentence: Sentence, cues: list[Cue], cue: Cue, start: int) -> Reading | None:
    """Read what is demanded, announced or denied as a noun phrase: `exige la dimisión del director`."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    if start >= len(tokens.words) or tokens.word(cue.first - 1) in lexicon.words("relatives"):
        return None
    if has_no_determiners(lexicon):
        if noun_object(sentence, cue) != start:
            return None
    elif (
        cue.speaker is None
        or head_of(sentence, start) not in lexicon.words("objects")
        or start != cue.end
        or tokens.words[start] not in lexicon.words("determiners")
        or (not begins_phrase(sentence, start))
    ):
        return None
    return "noun phrase", 0.75, [sentence.place(start, content_end(sentence, start, cues))]
