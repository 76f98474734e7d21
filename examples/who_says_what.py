"""Who says what about whom: a dataset opened, its labels named, its spans looked up in the text.

python examples/who_says_what.py build/sahel
"""

from __future__ import annotations

import sys

import sahelcorpus


def main(path: str) -> None:
    """Print the quotations and the stances of the first article of a dataset or collection."""
    articles = sahelcorpus.load(path, split="train")
    features = articles.features
    quote_type = features["quotes"].feature["type"]
    label, holder = features["stances"].feature["label"], features["stances"].feature["holder_kind"]
    article = articles[0]
    print(f"{article['article_id']} ({article['source_id']}, {article['language']})")
    for quote in article["quotes"]:
        for segment in quote["segments"]:
            assert article["text"][segment["start"] : segment["end"]] == segment["text"]
        print(f"  {quote_type.int2str(quote['type']):<8} {quote['speaker_name']}: {quote['text'][:60]!r}")
    for stance in article["stances"]:
        who = stance["holder_actor_id"] or holder.int2str(stance["holder_kind"])
        print(f"  {who} is {label.int2str(stance['label'])} {stance['target_actor_id']}")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "build/sahel")
