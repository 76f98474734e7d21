"""Who is private: whose roles are no more than a trade or a fate that anybody may have."""

from __future__ import annotations

import re

from sahelcorpus.annotate.speakers.words import words
from sahelcorpus.records import Actor

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ENDS = re.compile(r"[,;(]| (?:of|at|in|from|for|to) ")


def has_public_role(actor: Actor) -> bool:
    """Say whether a person has a role by which the public knows them: « maire de Kaldé », not « marchande de mil »."""
    return any(not _is_private(role.title) for role in actor.roles)


def _is_private(title: str) -> bool:
    """Say whether a role's noun is private: in French its first word, in English the last one before `of`."""
    found = _WORD.findall(_ENDS.split(title.lower(), maxsplit=1)[0])
    return bool(found) and (found[0] in words("fr").of("private") or found[-1] in words("en").of("private"))
