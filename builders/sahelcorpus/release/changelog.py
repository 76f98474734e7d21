"""`CHANGELOG.md` of a collection: one section a release, the last one first."""

from __future__ import annotations

from sahelcorpus.records import PastRelease

_RULES = {
    "patch": "The same records, written anew.",
    "minor": "Only additions.",
    "major": "Records were edited or removed.",
}


def with_release(changelog: str | None, title: str, past: PastRelease) -> str:
    """Return a changelog with a section for a release above those of earlier ones; what stands there is kept.

    Args:
        changelog: The text as it stands; None starts one.
        title: The collection's title.
        past: The release.
    """
    if changelog is None:
        changelog = f"# Versions of {title}\n\nWhat the numbers mean: docs/releases.md of the project.\n"
    lines = changelog.splitlines(keepends=True)
    first = next((place for place, line in enumerate(lines) if line.startswith("## ")), len(lines))
    above = "".join(lines[:first]).rstrip("\n")
    below = "".join(lines[first:])
    return f"{above}\n\n{_section(past)}" + (f"\n{below}" if below else "")


def _section(past: PastRelease) -> str:
    parts = [f"## {past.version} ({past.released})\n"]
    if past.note:
        parts.append(f"{past.note.strip()}\n")
    if past.bump is None:
        rows: dict[str, int] = {}
        for part in past.tables:
            rows[part.table] = rows.get(part.table, 0) + part.rows
        parts.append("The first release: " + ", ".join(f"{count:,} {table}" for table, count in rows.items()) + ".\n")
    else:
        parts.append(f"{_RULES[past.bump.value]} Compared with {past.previous}.\n")
    if past.changes:
        grid = ["| table | added | removed | changed |", "| --- | --- | --- | --- |"]
        grid += [f"| {one.table} | {one.added:,} | {one.removed:,} | {one.changed:,} |" for one in past.changes]
        parts.append("\n".join(grid) + "\n")
    parts.append(f"Digest `{past.digest}`.\n")
    return "\n".join(parts)
