"""Whom a speaker's pronoun means."""

from __future__ import annotations

import re
from dataclasses import replace

from sahelcorpus.annotate.quotes.found import FoundQuote, Place
from sahelcorpus.annotate.speakers.antecedents import Candidate, Wanted
from sahelcorpus.annotate.speakers.descriptions import Descriptions
from sahelcorpus.annotate.speakers.interviews import Interview
from sahelcorpus.annotate.speakers.offices import headlined
from sahelcorpus.annotate.speakers.readings import Form, Reading, read_mention
from sahelcorpus.annotate.speakers.referents import ANYBODY, PEOPLE, Being, Referent, both
from sahelcorpus.annotate.speakers.scenes import Scene

_INCISES = frozenset(("incise", "interrupted by incise", "incise within marks", "mixed before incise", "interrupted"))
_CLEAR = 0.8
_NEXT = 25
"""Most code points between a speaker and the next sentence or announcing clause with a pronoun for the same one."""

_SUBJECT_WORDS = 6
"""Words before an announcing clause that can be no more than the subject of what is said."""

_NOBODY = (None, 0.3)
_THOSE = re.compile(r"\b(?:ceux|celles|those) \Z", re.IGNORECASE)
"""What people are whom nothing but their words tells apart: « ceux qui l'accusent de A »."""
_DETERMINER = re.compile(r"(une?|l[ea]|s(?:on|a)|cet(?:te)?|ce) ", re.IGNORECASE)
_LONGEST_CHAIN = 3
_AS_FOR = re.compile(r"\b[Qq]uant (?:à (?=la |l'|[A-ZÀ-Þ])|(?=aux? ))([^,;.:!?«»]{2,120}), \Z")
"""What says whom a sentence is about, before its pronoun."""

_CONTRACTED = re.compile(r"\b((?:du|aux?|des) [a-zà-ÿ](?:(?! (?:les?|une?|a|ont|est) )[^,;.:!?«»()]){2,60}),? \Z")
_LONGEST_PHRASE = 80
_FIRST_WORDS = 5
_FRONT = 600
"""Most code points of a front that is looked through for its clause's pronoun: the time stays linear."""
_STRESSED = frozenset(("lui",))
_FRONTS = frozenset("devant né née nés interrogé interrogée joint jointe invité invitée face après avant lors".split())  # noqa: SIM905
"""What opens a front whose people are not the subject."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def pronoun_speaker(
    descriptions: Descriptions, interview: Interview, reading: Reading, quote: FoundQuote, at: int
) -> tuple[Referent | None, float]:
    """Return whom a pronoun means, and how sure that is.

    Args:
        descriptions: What resolves the text's noun phrases.
        interview: What the text has of an interview.
        reading: The pronoun, read.
        quote: The quotation whose speaker it is.
        at: Where it stands.
    """
    antecedents = descriptions.antecedents
    is_human = descriptions.cast.words.language == "en" and reading.gender in ("m", "f")
    wanted = Wanted(reading.gender, reading.plural, beings=PEOPLE if is_human else ANYBODY)
    latest = None
    match reading.head:
        case "nobody":
            return _NOBODY
        case "self":
            last = antecedents.last_spoken(at)
            return (last.referent, 0.6) if last else _NOBODY
        case "latter":
            latest = antecedents.latest(at, wanted)
            return (latest, 0.8) if latest else _NOBODY
        case "open" if descriptions.cast.plain[at : at + 3].lower() in ("qui", "who"):
            if _THOSE.search(descriptions.cast.plain, max(0, at - _NEXT), at):
                return _NOBODY
            latest = _contracted_before(descriptions, at)
            latest = latest or antecedents.latest(at, Wanted()) or antecedents.latest(at, Wanted(plural=True))
            return (latest, 0.7) if latest else _NOBODY
    asked = interview.asked if quote.construction in _INCISES and interview.is_answer(quote) else None
    if asked is not None and (not asked.gender or asked.gender == reading.gender):
        return asked, 0.85
    topic = _topic(descriptions, reading, at)
    if topic is not None:
        return topic, 0.9
    again = _who_just_spoke(descriptions, reading, quote, at)
    if again is not None:
        return again, 0.92
    document = _document_before(descriptions, reading, at)
    if document is not None:
        return document, 0.75
    pair = _pair_before(descriptions, at) if reading.plural and reading.head != "others" else None
    if pair is not None:
        return pair, 0.8
    # « L'un des hommes, traduit-il, demande A » names somebody else; « L'armée a pris la ville, dit-elle » may not
    start, end = quote.segments[0]
    is_subject = quote.construction == "interrupted" and descriptions.cast.plain.count(" ", start, end) < _SUBJECT_WORDS
    opens = min(at, start) if is_subject else at
    found = antecedents.find(_first_of_chain(descriptions, reading, opens), wanted)
    if reading.head == "others":
        return _some_of(descriptions, found, quote)
    if not found and reading.head == "they" and descriptions.cast.words.language == "en":
        found = antecedents.find(at, Wanted())
    if not found:
        return _NOBODY
    margin = found[0].score - found[1].score if len(found) > 1 else 1.0
    if found[0].referent.being is Being.BODY and reading.gender in ("m", "f"):
        portrayed = headlined(descriptions.cast, reading.gender)
        if portrayed is not None and portrayed.gender == reading.gender and not is_human:
            return portrayed, 0.65  # « elle », in a portrait, is whom the headline names
        return found[0].referent, 0.65
    return found[0].referent, 0.9 if margin > _CLEAR else 0.75


def _pair_before(descriptions: Descriptions, at: int) -> Referent | None:
    """Return two who are the subject together, of a sentence or of the one before: « Awa et Ali sont là. Ils … »."""
    cast = descriptions.cast
    scene = descriptions.scenes.at(at)
    sentence = scene.sentence(at)
    for number in (sentence, sentence - 1)[: sentence + 1]:
        start, end = scene.bounds(number)
        seen = scene.between(start, min(end, at))
        subject = next((index for index, one in enumerate(seen[:-1]) if one.is_subject), None)
        if subject is None:
            continue
        first, second = seen[subject], seen[subject + 1]
        if cast.plain[first.end : second.start].strip(" ") not in ("et", "and"):
            return None
        one, other = descriptions.antecedents.refer(first), descriptions.antecedents.refer(second)
        if one is None or other is None or one.plural or other.plural:
            return None
        return both(one, other, (first.start, second.end), cast.words.language)
    return None


def _topic(descriptions: Descriptions, reading: Reading, at: int) -> Referent | None:
    """Return whom a sentence says it is about before its pronoun: « Quant au maire, il estime que A »."""
    cast = descriptions.cast
    scene = descriptions.scenes.at(at)
    start, _ = scene.bounds(scene.sentence(at))
    match = _AS_FOR.search(cast.plain, start, at) if cast.words.language == "fr" else None
    if match is None:
        return None
    found = _named_by(descriptions, match.span(1))
    return found if found and found.can_be(reading.gender) and found.plural == reading.plural else None


def _contracted_before(descriptions: Descriptions, at: int) -> Referent | None:
    """Return whom a relative pronoun means right after `du`, `au`: « à la demande du médiateur, qui menaçait de A »."""
    cast = descriptions.cast
    match = _CONTRACTED.search(cast.plain, max(0, at - _LONGEST_PHRASE), at) if cast.words.language == "fr" else None
    found = _named_by(descriptions, match.span(1)) if match else None
    return found if found and found.being in (Being.SOMEBODY, Being.PERSON) else None


def _named_by(descriptions: Descriptions, place: Place) -> Referent | None:
    """Return whom a phrase means, which may begin with a preposition that its article is part of."""
    cast = descriptions.cast
    about = cast.plain[slice(*place)]
    for contracted, article in (("au ", "le "), ("aux ", "les "), ("du ", "le "), ("des ", "les ")):
        if about.startswith(contracted):
            # as long, so that places in it stay the same
            about = article.rjust(len(contracted)) + about.removeprefix(contracted)
    named = read_mention(about, "fr")
    if named.form in (Form.PERSON, Form.BODY, Form.NAME):
        found = cast.named(named, place[0])[0]
    elif named.form is Form.DESCRIPTION and named.head:
        found = descriptions.resolve(named, place[0])[0]
        if found.name == cast.shown(place):
            found = replace(found, name=about)
    else:
        return None
    return found


def _first_of_chain(descriptions: Descriptions, reading: Reading, at: int) -> int:
    """Return where the first of several sentences with one pronoun has it: « Elle recopie … a-t-elle dit ».

    Who is the subject goes on being it; whom the sentences mention beside her is not meant.
    """
    if reading.gender not in ("m", "f") or reading.plural:
        return at
    scene, known = descriptions.scenes.at(at), descriptions.cast.words
    forms = known.of("he" if reading.gender == "m" else "she") - _STRESSED
    at = _before_front(descriptions, scene, at)
    for _ in range(_LONGEST_CHAIN):
        sentence = scene.sentence(at)
        if not sentence:
            break
        start, end = scene.bounds(sentence - 1)
        if any(seen.is_subject and seen.name is not None for seen in scene.between(start, end)):
            break
        before = next(
            (
                match.start()
                for number, match in enumerate(_WORD.finditer(descriptions.cast.plain, start, min(end, start + _FRONT)))
                if match[0].lower() in forms
                and (number < _FIRST_WORDS or descriptions.cast.plain.endswith(", ", 0, match.start()))
            ),
            None,
        )
        if before is None or descriptions.scenes.is_quoted(before):
            break
        at = _before_front(descriptions, scene, before)
    return at


def _before_front(descriptions: Descriptions, scene: Scene, at: int) -> int:
    """Return where the search for whom a pronoun means starts: before what stands in front of its clause.

    « Devant le Conseil de transition, il a nié », « Née d'un greffier et d'une teinturière, elle a étudié ».
    """
    plain = descriptions.cast.plain
    start, _ = scene.bounds(scene.sentence(at))
    if not plain.endswith(", ", start, at):
        return at
    first = _WORD.search(plain, start, at)
    return at if first is None or first[0].lower() not in _FRONTS else start


def _who_just_spoke(descriptions: Descriptions, reading: Reading, quote: FoundQuote, at: int) -> Referent | None:
    """Return the last speaker, if a person of the pronoun's gender and nothing but a quotation stands between."""
    last = descriptions.antecedents.last_spoken(at)
    if last is None or reading.plural or last.referent.being is not Being.PERSON:
        return None
    if not reading.gender or last.referent.gender != reading.gender:
        return None
    between = at - last.end
    between -= sum(end - start for start, end in quote.segments if start >= last.end and end <= at)
    return last.referent if between <= _NEXT else None


def _document_before(descriptions: Descriptions, reading: Reading, at: int) -> Referent | None:
    """Return who issued the document that just spoke: « Une note évoque A. Rédigée en mai, elle demande B »."""
    last = descriptions.antecedents.last_spoken(at)
    if last is None or not last.is_document or reading.plural:
        return None
    determiner = _DETERMINER.match(descriptions.cast.plain, last.at)
    gender = "" if determiner is None else "f" if determiner[1].lower() in ("une", "la", "sa", "cette") else "m"
    if descriptions.cast.words.language == "en":
        gender = "it"
    scene = descriptions.scenes.at(at)
    near = last.at >= scene.start and scene.sentence(at) - scene.sentence(last.at) == 1
    start, _ = scene.bounds(scene.sentence(at))
    if not near or gender != reading.gender or any(seen.is_subject for seen in scene.between(start, at)):
        return None
    return last.referent


def _some_of(descriptions: Descriptions, found: list[Candidate], quote: FoundQuote) -> tuple[Referent | None, float]:
    """Return some of several who were mentioned: « d'autres » is « d'autres députés »."""
    group = next((candidate.referent for candidate in found if candidate.referent.being is Being.GROUP), None)
    if group is None:
        return _NOBODY
    if group.head and quote.speaker is not None:
        some = descriptions.cast.shown(quote.speaker).lower()
        return replace(group, name=f"{'other' if some == 'others' else some} {group.head}"), 0.6
    return group, 0.5
