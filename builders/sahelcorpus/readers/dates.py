"""Dates as printed: the day, how much of it is known, the time and the zone as they stand there.

French, English and Arabic, Western and Arabic-Indic digits, ISO 8601 and RFC 2822; never through the machine's locale.
What cannot be known is not guessed: `03/04/2006` is some day of 2006 unless the order of day and month is given, and a
date of the Islamic calendar is recognised and left for a person, because its day depends on who saw the moon.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, time
from enum import StrEnum

from sahelcorpus.readers.month_names import HIJRI_MONTHS, MONTHS
from sahelcorpus.records.vocabulary import DatePrecision

_ARABIC_DIGITS = {ord(digit): str(number % 10) for number, digit in enumerate("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")}
_MARKS = dict.fromkeys(map(ord, "\u200e\u200f\u202a\u202b\u202c\u061c\u0640"))
_SPACES = dict.fromkeys(map(ord, "\u00a0\u202f\u2009\u2007"), " ")
_LONGEST = 400
"""Most characters looked at: a date line, not an article."""


class Calendar(StrEnum):
    """Which calendar a printed date belongs to."""

    GREGORIAN = "gregorian"
    HIJRI = "hijri"


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date as printed and as understood.

    Attributes:
        printed: The words, as they stand in the document.
        day: First day of the period that is known; None if none is.
        precision: How much of it is known.
        time: Time of day as printed, in the printed zone; None if none is printed.
        zone: The zone as printed: `GMT`, `+01:00`, `CEST`, `Z`; None if none is printed.
        calendar: Of which calendar; a Hijri date has no day.
        day_or_month_first: True where two numbers could each be the month, and the order was not known.
    """

    printed: str
    day: date | None
    precision: DatePrecision
    time: time | None = None
    zone: str | None = None
    calendar: Calendar = Calendar.GREGORIAN
    day_or_month_first: bool = False

    def time_and_zone(self) -> str | None:
        """Return time and zone as one string, `09:20 GMT` or `21:14:05+00:00`; None if no time is printed."""
        if self.time is None:
            return None
        clock = self.time.isoformat("seconds" if self.time.second else "minutes")
        is_offset = self.zone is not None and self.zone[0] in "+-Z"
        return clock + ("" if self.zone is None else self.zone if is_offset else f" {self.zone}")


def _names(names: frozenset[str] | dict[str, int]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


_MONTH = rf"(?P<month>{_names(MONTHS)})\.?"
_OTHER_MONTH = rf"(?:\s*/\s*(?:{_names(MONTHS)}))?"  # Arabic papers give both names: آذار/مارس
_YEAR = r"(?P<year>(?:1[6-9]|20)\d\d)(?!\d)"
_DAY = r"(?<!\d)(?P<day>[0-3]?\d)(?:er|st|nd|rd|th)?"
_OF = r"(?:\s+de|\s+of|\s+من)?(?:\s+شهر)?"

_ISO = re.compile(r"(?<!\d)(?P<year>\d{4})-(?P<month>\d\d)(?:-(?P<day>\d\d))?(?!\d)")
_COMPACT = re.compile(r"(?<!\d)(?P<year>(?:1[6-9]|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)(?!\d)")
_YEAR_FIRST = re.compile(r"(?<!\d)(?P<year>\d{4})[/.](?P<month>\d\d?)[/.](?P<day>\d\d?)(?!\d)")
_DAY_MONTH_YEAR = re.compile(rf"{_DAY}{_OF}[\s.-]*(?<![^\W\d_]){_MONTH}{_OTHER_MONTH}(?![^\W\d_]){_OF},?[\s-]*{_YEAR}")
_MONTH_DAY_YEAR = re.compile(rf"(?<![^\W\d_]){_MONTH}\s+{_DAY},?\s+{_YEAR}")
_MONTH_YEAR = re.compile(rf"(?<![^\W\d_]){_MONTH}{_OTHER_MONTH}(?![^\W\d_]),?\s+{_YEAR}")
_NUMBERS = re.compile(r"(?<!\d)(?P<first>\d\d?)\s?[/.-]\s?(?P<second>\d\d?)\s?[/.-]\s?(?P<year>\d{4})(?!\d)")
_YEAR_ALONE = re.compile(rf"(?<!\d){_YEAR}")
_HIJRI = re.compile(
    rf"(?<!\d)[0-3]?\d\s+(?:من\s+)?(?<![^\W\d_])(?:{_names(HIJRI_MONTHS)})(?![^\W\d_]),?\s+1[2-5]\d\d(?!\d)"
    r"(?:\s*(?:هـ?|h\b|ah\b))?"
)
_HIJRI_NUMBERS = re.compile(r"(?<!\d)\d{1,4}[/-]\d\d?[/-]\d{1,4}\s*(?:هـ?(?!\w)|h\b|ah\b)")
_CLOCK = re.compile(
    r"(?<![\d:.+-])(?P<hour>[01]?\d|2[0-4])\s?(?P<mark>:|h(?![a-z])|heures?)\s?(?P<minute>[0-5]\d)?(?::(?P<second>[0-5]\d)(?:[.,]\d+)?)?"
    r"\s*(?P<half>[ap]\.?m\b\.?)?"
)
_HOUR_ALONE = re.compile(r"(?<![\d:.])(?P<hour>1[0-2]|0?\d)\s*(?P<half>[ap]\.?m\b\.?)")
_ZONE = re.compile(
    r"\s*\(?(?P<zone>(?:GMT|UTC|UT)(?:\s?[+-]\d{1,2}(?::?\d\d)?)?|[+-]\d\d:?\d\d|Z\b|TU\b|(?:CES?T|CET|WAT|WES?T|EES?T|BST|EAT|CAT|SAST|MSK"
    r"|[ECMP][SD]T)\b)"
)


def read_date(printed: str, *, day_first: bool | None = None) -> PrintedDate | None:
    """Return the first date in a printed line; None if there is none.

    Args:
        printed: The line: « mardi 14 mars 2006, p. 16 », "July 1, 2019 Monday 9:20 AM GMT", "2012-10-04T21:14:00Z".
        day_first: Whether `03/04/2006` is the third of April; None if nobody knows.
    """
    line = _folded(printed[:_LONGEST])
    found = next(_candidates(line, day_first), None)
    if found is None:
        return (
            PrintedDate(printed.strip()[:_LONGEST], None, DatePrecision.UNKNOWN, calendar=Calendar.HIJRI)
            if (_HIJRI.search(line) or _HIJRI_NUMBERS.search(line))
            else None
        )
    start, end, day, precision, is_open = found
    clock, zone = _clock(line, start, end) if precision is DatePrecision.DAY else (None, None)
    return PrintedDate(printed.strip()[:_LONGEST], day, precision, time=clock, zone=zone, day_or_month_first=is_open)


def with_clock(day: PrintedDate, printed: str) -> PrintedDate:
    """Return a date with the time of day that another line prints (« 20:15 », "9:20 AM GMT"), if it prints one."""
    clock, zone = _clock(_folded(printed[:_LONGEST]), 0, 0)
    return day if clock is None else replace(day, time=clock, zone=zone)


def _folded(printed: str) -> str:
    """Return a line without what stands in the way: digits Western, spaces plain, letters small."""
    line = unicodedata.normalize("NFC", printed).translate(_ARABIC_DIGITS).translate(_SPACES).translate(_MARKS)
    return line.replace("’", "'")


def _candidates(line: str, day_first: bool | None) -> Iterator[tuple[int, int, date, DatePrecision, bool]]:
    small = line.lower() if len(line.lower()) == len(line) else line
    hijri = [match.span() for pattern in (_HIJRI, _HIJRI_NUMBERS) for match in pattern.finditer(small)]
    for pattern in (_ISO, _DAY_MONTH_YEAR, _MONTH_DAY_YEAR, _YEAR_FIRST, _NUMBERS, _COMPACT, _MONTH_YEAR, _YEAR_ALONE):
        for match in pattern.finditer(small):
            if any(start <= match.start() < end for start, end in hijri):
                continue
            understood = _ordered(match, day_first) if pattern is _NUMBERS else _named(match)
            if understood is not None:
                yield (*match.span(), *understood)


def _named(match: re.Match[str]) -> tuple[date, DatePrecision, bool] | None:
    parts = match.groupdict()
    year, month, day = int(parts["year"]), parts.get("month"), parts.get("day")
    number = None if month is None else MONTHS.get(month) or int(month)
    precision = DatePrecision.DAY if day else DatePrecision.MONTH if number else DatePrecision.YEAR
    try:
        return date(year, number or 1, int(day or 1)), precision, False
    except ValueError:
        return None


def _ordered(match: re.Match[str], day_first: bool | None) -> tuple[date, DatePrecision, bool] | None:
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    months = 12
    if day_first is None and first != second and max(first, second) <= months:
        return (date(year, 1, 1), DatePrecision.YEAR, True) if first and second and year else None
    is_day_first = day_first if max(first, second) <= months else first > months
    day, month = (first, second) if is_day_first or first == second else (second, first)
    try:
        return date(year, month, day), DatePrecision.DAY, False
    except ValueError:
        return None


def _clock(line: str, start: int, end: int) -> tuple[time | None, str | None]:
    """Return the time of day and its zone that stand in a line outside the date."""
    rest = line[:start] + " " * (end - start) + line[end:]
    # "2012-10-04T21:14": the T belongs to neither
    rest = rest[:end] + " " + rest[end + 1 :] if rest[end : end + 1] in {"T", "t"} and end else rest
    match = _CLOCK.search(rest.lower()) or _HOUR_ALONE.search(rest.lower())
    if match is None:
        return None, None
    parts = match.groupdict()
    hour, half = int(parts["hour"]), (parts.get("half") or "")[:1]
    noon = 12
    if half and hour <= noon:
        hour = hour % noon + (noon if half == "p" else 0)
    zone = _ZONE.match(rest, match.end())
    try:
        clock = time(hour, int(parts.get("minute") or 0), int(parts.get("second") or 0))
    except ValueError:
        return None, None
    return clock, zone["zone"] if zone else None
