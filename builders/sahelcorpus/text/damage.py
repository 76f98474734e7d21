"""Text that was damaged on its way: replacement characters, and UTF-8 read as Latin-1 and written again."""

from __future__ import annotations

import re

# U+FFFD, private-use and control characters, and the traces of UTF-8 bytes shown as Windows-1252 letters
_DAMAGE = re.compile(
    "\ufffd|[\ue000-\uf8ff]|[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]"
    "|Ã[\u0080-\u00bf©¨ªà´®§‰€œ]|Â[«»°\u00a0]|â€[™œ\u009d“”¦˜]"
)


def damaged_places(text: str) -> list[tuple[int, str]]:
    """Return the traces of damage, each with its offset in code points."""
    return [(match.start(), match[0]) for match in _DAMAGE.finditer(text)]
