"""Dates as newspapers print them: the day, how much of it is known, the time, the zone."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_exports.world import english_day, french_day

from sahelcorpus.readers.dates import Calendar, read_date, with_clock
from sahelcorpus.records.vocabulary import DatePrecision

READ = {
    "Communication, mardi 14 mars 2006, p. 16": ("2006-03-14", "day", None),
    "July 1, 2019 Monday 9:20 AM GMT": ("2019-07-01", "day", "09:20 GMT"),
    "July 1, 2019 Monday 12:05 PM EDT": ("2019-07-01", "day", "12:05 EDT"),
    "29 décembre 2011": ("2011-12-29", "day", None),
    "29 DÉCEMBRE 2011": ("2011-12-29", "day", None),
    "1er mai 2013": ("2013-05-01", "day", None),
    "3rd June 2019": ("2019-06-03", "day", None),
    "Samedi 3 Oct. 2020": ("2020-10-03", "day", None),
    "2012-10-04T21:14:05+01:00": ("2012-10-04", "day", "21:14:05+01:00"),
    "2012-10-04T21:14Z": ("2012-10-04", "day", "21:14Z"),
    "Tue, 14 Mar 2006 10:00:00 +0100": ("2006-03-14", "day", "10:00+0100"),
    "2 février 2022 à 20h15": ("2022-02-02", "day", "20:15"),
    "le 5\u00a0mai\u00a02020 à 14\u202fh\u202f05 TU": ("2020-05-05", "day", "14:05 TU"),
    "Publié le 14-03-2006 | 11:05": ("2006-03-14", "day", "11:05"),
    "14/03/2006": ("2006-03-14", "day", None),
    "03/14/2006": ("2006-03-14", "day", None),
    "04/04/2006": ("2006-04-04", "day", None),
    "20121004": ("2012-10-04", "day", None),
    "news·20121004·PO·2040056000": ("2012-10-04", "day", None),
    "14 مارس 2006": ("2006-03-14", "day", None),
    "١٤ آذار/مارس ٢٠٠٦": ("2006-03-14", "day", None),
    "الثلاثاء 7 جويلية 2015": ("2015-07-07", "day", None),
    "3 غشت 2014": ("2014-08-03", "day", None),
    "4 تشرين الأول 2012": ("2012-10-04", "day", None),
    "12 رمضان 1441 هـ الموافق 5 مايو 2020": ("2020-05-05", "day", None),
    "mars 2006": ("2006-03-01", "month", None),
    "2006-03": ("2006-03-01", "month", None),
    "2006": ("2006-01-01", "year", None),
}


@pytest.mark.parametrize("printed", READ)
def test_a_printed_date_is_read(printed: str) -> None:
    """Without the machine's locale, in three languages and two kinds of digits."""
    found = read_date(printed)
    assert found is not None
    assert (str(found.day), found.precision.value, found.time_and_zone()) == READ[printed]
    assert found.printed == printed.strip()


@pytest.mark.parametrize("printed", ["hier", "", "p. 16", "Mali", "la 35e brigade", "le 12 de ce mois"])
def test_what_is_no_date_is_none(printed: str) -> None:
    """Nothing is guessed."""
    assert read_date(printed) is None


@pytest.mark.parametrize(
    "printed",
    ["12 رمضان 1441 هـ", "١٢ رمضان ١٤٤١", "Le 12 ramadan 1441", "1445/09/12 هـ", "3 Dhou al-hijja 1442".lower()],
)
def test_a_hijri_date_is_left_for_a_person(printed: str) -> None:
    """It is known for one, and its day is not computed: it hangs on who saw the moon."""
    found = read_date(printed)
    assert found is not None
    assert (found.calendar, found.day, found.precision) == (Calendar.HIJRI, None, DatePrecision.UNKNOWN)


def test_two_small_numbers_are_not_told_apart() -> None:
    """03/04/2006 is some day of 2006, unless somebody says which comes first."""
    open_ = read_date("03/04/2006")
    assert open_ is not None
    assert (open_.day, open_.precision, open_.day_or_month_first) == (date(2006, 1, 1), DatePrecision.YEAR, True)
    for day_first, day in ((True, date(2006, 4, 3)), (False, date(2006, 3, 4))):
        found = read_date("03/04/2006", day_first=day_first)
        assert found is not None
        assert (found.day, found.precision) == (day, DatePrecision.DAY)


def test_a_time_of_its_own_line() -> None:
    """As Factiva prints it, beside the day."""
    day = read_date("29 décembre 2011")
    assert day is not None
    assert with_clock(day, "20:15").time == time(20, 15)
    assert with_clock(day, "9:20 AM GMT").zone == "GMT"
    assert with_clock(day, "sans objet") == day


@given(st.dates(date(1900, 1, 1), date(2079, 12, 31)))
def test_every_day_is_read_back(day: date) -> None:
    """In French, in English, in digits."""
    for printed in (french_day(day), english_day(day), day.isoformat(), f"{day:%Y%m%d}", f"{day:%Y/%m/%d}"):
        found = read_date(f"Politique, {printed}, p. 3")
        assert found is not None
        assert (found.day, found.precision) == (day, DatePrecision.DAY), printed


@given(st.text(max_size=400))
def test_no_line_breaks_it(printed: str) -> None:
    """Any characters at all."""
    found = read_date(printed)
    assert found is None or (found.day is None) == (found.precision is DatePrecision.UNKNOWN)
