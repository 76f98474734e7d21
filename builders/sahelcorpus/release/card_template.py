"""The card that a new collection starts with: every heading a reader looks for, and a note of what belongs under it."""

from __future__ import annotations

from sahelcorpus.records import Collection

_PROSE = (
    ("Motivation", "Why was this collected, by whom, and for which questions?"),
    ("Composition", None),
    ("Collection", "Where do the articles come from, how were they chosen, and what is missing?"),
    ("Annotation", "Who annotated, under which guideline, with what agreement?"),
    ("Uses", "What is it good for, and what must it not be used for?"),
    ("Rights", "What may be done with the texts and with the annotations?"),
    ("Removal requests", "Whom does one write to, and what happens then?"),
    ("Maintenance", "Who keeps it, and how are errors reported?"),
    ("How to cite", "How is it cited, with version and digest?"),
)


def new_card(collection: Collection) -> str:
    """Return the card of a new collection, its generated parts still empty."""
    lines = [
        "---",
        "license: other",
        f"license_name: {collection.annotation_licence.lower()}-annotations-only",
        "task_categories:",
        "  - text-classification",
        "  - token-classification",
        "---",
        "",
        f"# {collection.title}",
        "",
        collection.description,
    ]
    for heading, question in _PROSE:
        lines += ["", f"## {heading}", ""]
        if question:
            lines.append(f"*To be written: {question}*")
        else:
            lines += [part for name in ("counts", "labels", "figures", "leaks", "fields") for part in _empty(name)]
        if heading == "Annotation":
            lines += ["", *_empty("annotators"), *_empty("agreement")]
    return "\n".join(lines) + "\n"


def _empty(name: str) -> list[str]:
    return [f"<!-- generated: {name} -->", f"<!-- end of {name} -->", ""]
