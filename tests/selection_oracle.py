"""The selection once more, as slow and plain as its definition: what the page is held to."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache
from typing import Any

Articles = list[dict[str, Any]]
Chosen = dict[str, list[str]]

SAME = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "–": "-",
        "—": "-",
        "\u00a0": " ",
        "\u202f": " ",
        "\n": " ",
    }
)


@cache
def folded(text: str) -> str:
    """Return a text without case, accents and the differences of marks."""
    text = unicodedata.normalize("NFD", text.replace("œ", "oe").replace("Œ", "oe").replace("æ", "ae"))
    kept = "".join(sign for sign in text if not unicodedata.category(sign).startswith(("M", "Cf")))
    return kept.translate(SAME).lower()


def has_word(text: str, word: str) -> bool:
    """Say whether a word of the text begins so."""
    return re.search(rf"(?<![^\W_]){re.escape(folded(word))}", folded(text)) is not None


def article_values(article: dict[str, Any]) -> dict[str, list[str]]:
    """Return the values of an article by facet."""
    published = article["published"]
    return {
        "outlet": [article["source_id"]],
        "year": [published[:4] if published else "~none"],
        "country": article["countries"] or ["~none"],
        "language": [article["language"]],
        "genre": [article["genre"] or "~none"],
        "split": [article["split"]],
        "group": [article["cluster_id"] or "~none"],
    }


def quote_values(quote: dict[str, Any]) -> dict[str, list[str]]:
    """Return the values of a quotation by facet."""
    return {
        "speaker": [quote["actor_id"] or "~" + (quote["speaker_name"] or "")],
        "type": [quote["type"]],
        "cue": [quote["cue"]["lemma"] if quote["cue"] else "~none"],
        "status": [quote["status"]],
    }


def stance_values(stance: dict[str, Any]) -> dict[str, list[str]]:
    """Return the values of a stance by facet."""
    voice = stance["holder_kind"] == "article_voice"
    return {
        "target": [stance["target_actor_id"]],
        "stance": [stance["label"]],
        "holder": ["~voice" if voice else stance["holder_actor_id"] or "~others"],
        "endorsement": [stance["endorsement"]],
        "agreement": [stance["adjudication"]["state"]],
        "stance_status": [stance["status"]],
    }


def fits(values: dict[str, list[str]], chosen: Chosen) -> bool:
    """Say whether every facet that is chosen among the values has one of the chosen."""
    return all(set(own) & set(chosen[name]) for name, own in values.items() if name in chosen)


def selected(articles: Articles, chosen: Chosen) -> tuple[Articles, Articles, Articles]:
    """Return the articles, quotations and stances that are selected."""
    quote_facets, stance_facets = {"speaker", "type", "cue", "status"}, set(stance_values(EMPTY_STANCE))
    out: tuple[Articles, Articles, Articles] = ([], [], [])
    for article in articles:
        if not fits(article_values(article), chosen):
            continue
        quotes = [quote for quote in article["quotes"] if fits(quote_values(quote), chosen)]
        stances = [stance for stance in article["stances"] if fits(stance_values(stance), chosen)]
        if "rejected" not in chosen.get("status", []):
            quotes = [quote for quote in quotes if quote["status"] != "rejected"]
        if "rejected" not in chosen.get("stance_status", []):
            stances = [stance for stance in stances if stance["status"] != "rejected"]
        if quote_facets & chosen.keys():
            own = {quote["quote_id"] for quote in quotes}
            stances = [stance for stance in stances if stance["quote_id"] in own]
        if stance_facets & chosen.keys():
            carrying = {stance["quote_id"] for stance in stances}
            quotes = [quote for quote in quotes if quote["quote_id"] in carrying]
        held = stances if stance_facets & chosen.keys() else quotes if quote_facets & chosen.keys() else [article]
        if held:
            out[0].append(article)
            out[1].extend(quotes)
            out[2].extend(stances)
    return out


EMPTY_STANCE = {
    "holder_kind": "", "target_actor_id": "", "label": "", "holder_actor_id": "", "endorsement": "", "status": "",
    "adjudication": {"state": ""},
}  # fmt: skip


def tally(articles: Articles, chosen: Chosen, facet: str) -> Counter[str]:
    """Return how many selected records each value of a facet has, the facet's own conditions left out."""
    rest = {name: keys for name, keys in chosen.items() if name != facet}
    whole, quotes, stances = selected(articles, rest)
    counts: Counter[str] = Counter()
    for records, values in ((whole, article_values), (quotes, quote_values), (stances, stance_values)):
        for record in records:
            counts.update(values(record).get(facet, []))
    return counts
