"""Which language a text is really in, by langdetect, with the same answer every time.

langdetect draws random numbers; with a fixed seed it is deterministic. Its profiles hold lower-case letters, so that a
text in capitals is lowered first.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

JUDGED_CODE_POINTS = 600
"""How much of a text is looked at, in code points: enough for certainty, and three times faster than whole articles."""

_ADDRESS = re.compile(r"https?://\S+|\S+@\S+")


@cache
def _factory() -> Any:
    # langdetect's own `detect` shares one seed for the process, which a caller's code may have set otherwise
    from langdetect.detector_factory import PROFILES_DIRECTORY, DetectorFactory  # noqa: PLC0415 - slow to import

    factory = DetectorFactory()
    factory.load_profile(PROFILES_DIRECTORY)
    factory.seed = 0
    return factory


def detect_language(text: str) -> str | None:
    """Return the ISO 639-1 code of the language of a text, or None if it cannot be judged.

    Args:
        text: Any text; its first 600 code points decide, addresses left out.
    """
    from langdetect.lang_detect_exception import LangDetectException  # noqa: PLC0415 - slow to import

    head = _ADDRESS.sub(" ", text[:JUDGED_CODE_POINTS])
    letters = [letter for letter in head if letter.isalpha()]
    if not letters:
        return None
    if sum(map(str.isupper, letters)) > len(letters) / 2:
        head = head.lower()
    detector = _factory().create()
    detector.append(head)
    try:
        language: str = detector.detect()
    except LangDetectException:
        return None
    return None if language == "unknown" else language.split("-", maxsplit=1)[0]
