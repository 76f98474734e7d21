"""The page that lists every rule, made from the rules themselves."""

from __future__ import annotations

from sahelcorpus.records.rules import RULES

_CHAPTERS = {
    "1": "Files",
    "2": "Metadata of articles",
    "3": "Text",
    "4": "Spans",
    "5": "Ids",
    "6": "Quotations",
    "7": "Stances",
    "8": "Registry",
    "9": "Splits and releases",
}


def rules_page() -> str:
    """Return `docs/checks.md`."""
    lines = [
        "# The rules that `sahelcorpus check` holds every collection to",
        "",
        "Codes and names are stable. A rule marked *waivable* can be accepted for one article, with a reason, under",
        "`waivers` in its `article.yaml`. `sahelcorpus check --explain CODE` prints the same in a terminal.",
        "This page is generated: `sahelcorpus schema` refreshes it.",
    ]
    chapter = ""
    for code, rule in RULES.items():
        if code[2] != chapter:
            chapter = code[2]
            lines += [
                "",
                f"## {_CHAPTERS[chapter]}",
                "",
                "| rule | why it is there | how to mend it |",
                "| --- | --- | --- |",
            ]
        waivable = " *waivable*" if rule.waivable else ""
        lines.append(f"| `{code}` {rule.name}{waivable} | {rule.why} | {rule.mend} |")
    return "\n".join(lines) + "\n"
