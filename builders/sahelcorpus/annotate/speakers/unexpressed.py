"""Who speaks where nothing says so: after a quotation, after a sentence about somebody, in an interview."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise

from sahelcorpus.annotate.quotes.found import FoundQuote
from sahelcorpus.annotate.speakers.antecedents import Wanted
from sahelcorpus.annotate.speakers.descriptions import Descriptions
from sahelcorpus.annotate.speakers.interviews import OPENING, Interview
from sahelcorpus.annotate.speakers.phrases import Determiner
from sahelcorpus.annotate.speakers.readings import Form, read_mention
from sahelcorpus.annotate.speakers.referents import BODIES, PEOPLE, Being, Referent
from sahelcorpus.annotate.speakers.resolved import How
from sahelcorpus.annotate.speakers.scenes import Scenes

_LEAD = 400
_LONGEST_LABEL = 120
_SHORTEST_LABEL = 3
_FIRST_WORDS = 6
_REST = 60
"""Most code points between a speaker and the end of the paragraph, if the next one goes on with the quotation."""

_NAMED_WITHIN = 80
_THESE_WORDS = re.compile(
    r"[.!?…\s»”\"]{1,6}(?:C'est|C'était|Ce sont|Tels? (?:sont|est|furent)|Telles? (?:sont|est)|Ces|Those|These|Such)"
    r"[^.!?\n]{0,30}\b(?:mots|propos|termes|paroles|phrase|formule|words)\b"
    r"|[.!?…\s»”\"]{1,6}C'est[^.!?,\n]{0,25} ce qu(?:e |')"
)
_DASHES = ("—", "–")
_ASKED = re.compile(r"\b(?:lui|leur) (?:a |ont |avait )?(?:demand|répliqu)|\basked (?:him|her|them)\b", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*'?")


class Unexpressed:
    """Finds the speakers of quotations that have no mention."""

    def __init__(self, descriptions: Descriptions, scenes: Scenes, interview: Interview) -> None:
        self._descriptions = descriptions
        self._antecedents = descriptions.antecedents
        self._scenes = scenes
        self._interview = interview
        self._plain = descriptions.cast.plain
        self._names = descriptions.cast.names

    def resolve(self, quote: FoundQuote) -> tuple[Referent | None, float, How]:
        """Return who says a quotation without a mention, how sure that is, and what led there."""
        at = quote.segments[0][0]
        start, _ = self._names.line(at)
        last = self._antecedents.last_spoken(at)
        low = start
        if last is not None and start <= last.end <= at:
            if not _LETTER.search(self._plain, last.end, at):
                return last.referent, 0.9, How.FLOATING
            low = self._sentence_end(last.end, at)
        low = max(low, at - _LEAD)
        if _LETTER.search(self._plain, low, at):
            led = self._led(low, at)
            if led is not None:
                return led, 0.8, How.COLON
        elif low == start:
            if self._interview.is_answer(quote) and (asked := self._interview.asked) is not None:
                return asked, 0.8, How.TURN
            turn = self._turn(start) or self._labelled(start)
            if turn is not None:
                return turn, 0.75, How.TURN
        after = self._by_these_words(quote.segments[-1][1])
        if after is not None:
            return after, 0.8, How.COLON
        if last is None:
            return None, 0.3, How.NONE
        if last.end >= start:
            return last.referent, 0.85, How.FLOATING
        before, end = self._names.line(max(0, self._names.text_end(start) - 1))
        # a paragraph that is a quotation goes on with the one before, if that ends soon after its speaker
        follows = low == start and before <= last.end and end - last.end <= _REST
        since = max(before, last.end)
        if low == start and not follows and _LETTER.search(self._plain, since, end):
            led = self._led(since, end)
            if led is not None:
                return led, 0.7, How.CONTINUED
        return last.referent, 0.75 if follows else 0.6, How.CONTINUED

    def _by_these_words(self, end: int) -> Referent | None:
        """Return whom the sentence after a quotation names: « C'est par ces mots que l'évêque a ouvert la messe »."""
        match = _THESE_WORDS.match(self._plain, end)
        if match is None:
            return None
        scene = self._scenes.at(match.end() - 1)
        for seen in scene.between(match.end(), match.end() + _NAMED_WITHIN):
            referent = self._descriptions.refer(seen)
            if referent is not None and referent.is_named:
                return referent
        return None

    def _sentence_end(self, place: int, limit: int) -> int:
        """Return where the sentence at a place ends; the place itself if it goes on past a limit."""
        ends = self._scenes.at(place).ends
        index = bisect_right(ends, place)
        return ends[index] if index < len(ends) and ends[index] <= limit else place

    def _led(self, low: int, at: int) -> Referent | None:
        """Return whom the last sentence before a quotation is about."""
        plain, known = self._plain, self._descriptions.cast.words
        scene = self._scenes.at(at)
        begin = low
        for end in scene.ends[bisect_right(scene.ends, low) : bisect_left(scene.ends, at)]:
            if _LETTER.search(plain, end, at):
                begin = end
        small = _WORD.findall(plain[begin:at].lower())
        for word in small[:_FIRST_WORDS]:
            for name, gender in (("he", "m"), ("she", "f")):
                if word in known.of(name) and word != "lui":
                    found = self._antecedents.find(begin, Wanted(gender))
                    return found[0].referent if found else None
        for word, following in pairwise(small):
            if word in known.of("possessive") and following in known.of("answers"):
                if self._interview.is_one and (asked := self._interview.asked) is not None:
                    return asked
                return self._answering(begin)
        for one in sorted(scene.between(begin, at), key=lambda one: not one.is_subject):
            referent = self._descriptions.refer(one)
            if referent is None:
                continue
            if referent.being is Being.PERSON or (one.is_subject and referent.being in (Being.SOMEBODY, Being.BODY)):
                return referent
        return None

    def _answering(self, begin: int) -> Referent | None:
        """Return who answers in a sentence, « Sa réponse : », which is not whoever has just asked."""
        wanted = Wanted(beings=PEOPLE | BODIES)
        found = self._antecedents.find(begin, wanted)
        before = self._names.text_end(begin)
        scene = self._scenes.at(max(0, before - 1))
        start, _ = scene.bounds(scene.sentence(before - 1))
        last = self._antecedents.last_spoken(begin)
        is_turn = self._plain[start : start + 1] in _DASHES
        if last is not None and last.end >= start and (is_turn or _ASKED.search(self._plain, start, before)):
            asker = last.referent.name
            found = [one for one in self._antecedents.find(last.at, wanted) if one.referent.name != asker]
        return found[0].referent if found else None

    def _turn(self, start: int) -> Referent | None:
        """Return who takes the turn in a dialogue of lines with dashes: who spoke the turn before last, or is named."""
        plain = self._plain
        if plain[start : start + 1] not in _DASHES:
            return None
        spoken = self._antecedents.spoken
        before, _ = self._names.line(max(0, self._names.text_end(start) - 1))
        if plain[before : before + 1] in _DASHES:
            if len(spoken) > 1 and spoken[-1].at >= before and spoken[-1].referent != spoken[-2].referent:
                return spoken[-2].referent
            return None
        found = self._antecedents.find(start, Wanted(beings=PEOPLE), 2)
        return found[0].referent if found and found[0].paragraphs == 1 else None

    def _labelled(self, start: int) -> Referent | None:
        """Return who is named by the line right above a paragraph, if that line is no sentence."""
        plain, cast = self._plain, self._descriptions.cast
        if not start:
            return None
        last, end = self._names.line(start - 1)
        line = plain[last : min(end, last + _LONGEST_LABEL + 1)]
        bare = line.strip()
        if not _SHORTEST_LABEL <= len(bare) <= _LONGEST_LABEL or bare[-1] in '.!?…»”":;' or bare[0] in OPENING:
            return None
        reading = read_mention(bare, cast.words.language)
        at = last + len(line) - len(line.lstrip())
        if reading.form is Form.PERSON:
            return cast.named(reading, at)[0]
        if reading.form is Form.DESCRIPTION and reading.determiner is Determiner.INDEFINITE and not reading.plural:
            return self._descriptions.itself(reading, at, Being.SOMEBODY)
        return None
