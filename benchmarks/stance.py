"""How long do the annotators of stance take for an article, once its quotations and their speakers are found?

    python benchmarks/stance.py                          # the articles of corpus/tamasna, cut or joined to 3,000 code points
    python benchmarks/stance.py --model models/tamasna   # the model beside the rules

Articles a second are those of one core's processor time, the best of five runs, since other processes can only slow a run
down.
"""

from __future__ import annotations

import argparse
import time
from dataclasses import replace
from pathlib import Path

from sahelcorpus.annotate.stance import Settings, StanceAnnotator, StanceArticle, open_annotator
from sahelcorpus.annotate.stance.interchange import stance_article
from sahelcorpus.annotate.stance.targets import TargetIndex
from sahelcorpus.store.collection import CollectionFolder

LENGTH = 3_000


def articles(collection: Path) -> dict[str, list[StanceArticle]]:
    """Return the texts of a collection, all of one length, with their quotations; by language, and by who may be judged.

    That is whoever a text names, as for `sahelcorpus stance`, or the collection's actors that it mentions, as for
    `sahelcorpus annotate --stance`.
    """
    folder = CollectionFolder(collection)
    registry = folder.registry()
    index = TargetIndex(registry.actors.values(), registry.sources.values())
    texts: dict[str, list[str]] = {}
    for stored in folder.articles():
        texts.setdefault(stored.metadata.language, []).append(stored.text)
    found = {}
    for language in ("fr", "en"):
        whole = "\n".join(texts[language])
        cuts = [whole[start : start + LENGTH] for start in range(0, len(whole) - LENGTH, LENGTH)]
        named = [stance_article({"id": str(at), "lang": language, "text": cut}) for at, cut in enumerate(cuts)]
        found[f"{language}, whoever is named"] = named
        found[f"{language}, actors"] = [replace(one, targets=tuple(index.targets(one.text))) for one in named]
    return found


def a_second(annotator: StanceAnnotator, known: list[StanceArticle]) -> float:
    """Return how many articles an annotator takes in a second of processor time."""
    taken = []
    for _ in range(5):
        start = time.process_time()
        for article in known:
            annotator.annotate_stance(article)
        taken.append(time.process_time() - start)
    return len(known) / min(taken)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--collection", type=Path, default=Path("corpus/tamasna"))
    parser.add_argument("--model", help="the folder of a trained model")
    arguments = parser.parse_args()
    annotators = {"rules": open_annotator("rules")}
    if arguments.model:
        annotators["model"] = open_annotator("model", Settings(model=arguments.model))
    print("| articles | quotations | targets | " + " | ".join(f"{name}, articles/s" for name in annotators) + " |")
    print("| --- | --- | --- |" + " --- |" * len(annotators))
    for title, known in articles(arguments.collection).items():
        quotes = sum(len(article.quotes) for article in known) / len(known)
        targets = sum(len(article.targets) for article in known) / len(known)
        speeds = " | ".join(f"{a_second(annotator, known):,.0f}" for annotator in annotators.values())
        print(f"| {len(known)} {title} | {quotes:.1f} | {targets:.1f} | {speeds} |")


if __name__ == "__main__":
    main()
