"""Whom an English mention means, one phenomenon after the other. Every person, place and body is invented."""

from __future__ import annotations

import pytest
from marked_quotes import names

Case = tuple[str, list[str | None]]

NAMES: list[Case] = [
    ("Awa Tindari opened the bridge. “{It holds},” [Tindari] said.", ["Awa Tindari"]),
    ("Awa Tindari opened the bridge. “{It holds},” said [Ms Tindari].", ["Awa Tindari"]),
    ("Awa Tindari opened the bridge. “{It holds},” said [Awa].", ["Awa Tindari"]),
    ("“{It holds},” said [Gen. Salif Kobo].", ["Salif Kobo"]),
    ("“{It holds},” said [Interior Minister Salif Kobo].", ["Salif Kobo"]),
    ("“{It holds},” said [Salif Kobo, a mason from Sarrune].", ["Salif Kobo"]),
    ("“{It holds},” said [the mayor of Sarrune, Salif Kobo].", ["Salif Kobo"]),
    ("“{It holds},” said [Salif Kobo, 34].", ["Salif Kobo"]),
    ("James T. Wexcombe came. “{It holds},” said [Wexcombe].", ["James T. Wexcombe"]),
    ("Muhammad al-Ghazir came. “{It holds},” said [al-Ghazir].", ["Muhammad al-Ghazir"]),
    ("Salif Kobo came. “{It holds},” said [S. Kobo].", ["Salif Kobo"]),
    # namesakes
    ("Ibrahim Tarwa spoke after Moussa Tarwa. “{Yes},” said [Ibrahim Tarwa]. “{No},” said [Moussa Tarwa].",
     ["Ibrahim Tarwa", "Moussa Tarwa"]),
    ("Ibrahim Tarwa and Mariam Tarwa came. “{Yes},” said [Ms Tarwa]. “{No},” said [Mr Tarwa].",
     ["Mariam Tarwa", "Ibrahim Tarwa"]),
]  # fmt: skip

BODIES: list[Case] = [
    ("The Front for Open Plains (FOP) signed. “{Yes},” [the FOP] wrote.", ["Front for Open Plains"]),
    ("The Front for Open Plains, or FOP, signed. “{Yes},” [the FOP] wrote.", ["Front for Open Plains"]),
    ("Ourme Relief has closed its camps. “{Yes},” [the charity] said.", ["Ourme Relief"]),
    ("“{Yes},” the report by [the Sarrune Institute] says. “{No},” [the institute] adds.", ["Sarrune Institute"] * 2),
    ("“{Yes},” wrote [The Plains Ledger]. Then came doubts: “{No},” [the newspaper] added.", ["The Plains Ledger"] * 2),
    ("The Plains Party met on Monday. “{Yes},” [it] said.", ["Plains Party"]),
]  # fmt: skip

PRONOUNS: list[Case] = [
    # he and she are no bodies
    ("Salif Kobo came.\nThe Plains Party met on Monday.\n“{Yes},” [he] said.", ["Salif Kobo"]),
    ("Awa Tindari met Salif Kobo. “{Yes},” [she] said. “{No},” [he] said.", ["Awa Tindari", "Salif Kobo"]),
    ("Salif Kobo praised Moussa Tarwa. “{Yes},” [he] said.", ["Salif Kobo"]),
    ("Salif Kobo called Moussa Tarwa. “{Yes},” [the latter] said.", ["Moussa Tarwa"]),
    ("“{Yes},” said [a villager]. “{No},” [she] added.", ["a villager", "a villager"]),
    ("The herders saw Salif Kobo. “{Yes},” [they] said.", ["the herders"]),
    ("Spokeswoman Oraxe Tindari met Bolem Kobo, chairman of the port. “{Yes},” [she] said. “{No},” [he] said.",
     ["Oraxe Tindari", "Bolem Kobo"]),
]  # fmt: skip

TITLES: list[Case] = [
    ("Roads minister Salif Kobo came. “{Yes},” [the minister] said.", ["Salif Kobo"]),
    ("Prime Minister Salif Kobo met Mines Minister Moussa Tarwa. “{Yes},” [the prime minister] said.", ["Salif Kobo"]),
    ("Awa Tindari, a spokeswoman for the port, came. “{Yes},” [the spokeswoman] said.", ["Awa Tindari"]),
    ("Colonel Salif Kobo came. “{Yes},” [the officer] said.", ["Salif Kobo"]),
    ("Salif Kobo, a historian, came. “{Yes},” [the researcher] said.", ["Salif Kobo"]),
    ("Awa Tindari stayed at home. “{No},” [her lawyer] said.", ["Awa Tindari's lawyer"]),
    ("Judge Moussa Tarwa opened the trial of Salif Kobo. “{No},” [the accused] said.", ["Salif Kobo"]),
]  # fmt: skip

OTHERS: list[Case] = [
    ("The French government met. “{No},” [Paris] answered.", ["French government"]),
    ("The bridge is closed. “{No},” [Paris] answered.", ["Paris"]),
    ("“{Yes},” says [a statement by the Plains Party].", ["Plains Party"]),
    ("“{Yes},” says [a report].", ["a report"]),
    ("[A post shared more than 40,000 times] says: “{Yes.}”", ["a post shared more than 40,000 times"]),
    ("“{Yes},” said [analysts].", ["analysts"]),
    ("“{Yes},” said [an army official, who asked not to be named].", ["an army official"]),
]  # fmt: skip

UNEXPRESSED: list[Case] = [
    ("“{Yes},” said [Awa Tindari]. “{No.}”", ["Awa Tindari", "Awa Tindari"]),
    ("“{Yes},” said [Awa Tindari].\n“{No.}”", ["Awa Tindari", "Awa Tindari"]),
    ("“{Yes},” said [Awa Tindari]. Salif Kobo shrugged: “{No.}”", ["Awa Tindari", "Salif Kobo"]),
    ("Salif Kobo stood up. His answer: “{No.}”", ["Salif Kobo"]),
    ("Salif Kobo\n“{The bridge holds.}”", ["Salif Kobo"]),
    ("“{The bridge holds.}”", [None]),
]  # fmt: skip

ALL = [*NAMES, *BODIES, *PRONOUNS, *TITLES, *OTHERS, *UNEXPRESSED]


@pytest.mark.parametrize(("marked", "expected"), ALL)
def test_the_name(marked: str, expected: list[str | None]) -> None:
    """Each quotation's speaker is the fullest name that the text gives."""
    assert names(marked, "en") == expected
