"""How fast are quotations found on one core, and does time grow with the text alone?

    python benchmarks/quotes.py                        # synthetic articles in French and English, and damaged texts
    python benchmarks/quotes.py --texts texts.jsonl    # the same on texts of your own, {"id", "lang", "text"} a line

Articles are cut or joined to 3,000 code points, so that the rate can be compared between files. The lexicon is read
before the clock starts. Each rate is the best of five runs, since other processes can only slow a run down.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

LENGTH = 3_000
FRENCH = (
    "Le marché de Sarrune a rouvert jeudi matin après trois semaines de travaux, et les commerçants ont retrouvé leurs "
    "étals sous la halle neuve. Le prix du mil y a baissé de deux cents francs depuis la fin de la saison sèche. "
    "« Nous avons attendu trop longtemps », a déclaré à la presse la maire de Sarrune, Awa Tindari. "
    "Selon la direction du marché, la moitié des places sont déjà louées pour l'année. "
    "Les camions arrivent par la route du sud, où un barrage a été levé la veille au soir. "
    "Le syndicat des transporteurs affirme que la route reste dangereuse et demande une escorte pour les convois. "
    "Deux ponts sur la rivière doivent encore être réparés avant les pluies, et l'un d'eux n'a plus de garde-corps. "
    "Un chauffeur résume : « On passe, mais on ne s'arrête pas. » La préfecture n'a pas répondu à nos questions.\n"
)
ENGLISH = (
    "The market in Sarrune reopened on Thursday after three weeks of works, and traders took back their stalls under "
    "the new roof. The price of millet has fallen since the end of the dry season. “We waited too long,” said the "
    "mayor, Awa Tindari. According to the management, half of the stalls are let for the year. Lorries come by the "
    "southern road, where a checkpoint was lifted the evening before. The hauliers' union said the road was not safe. "
    "Two bridges over the river are still to be repaired before the rains, and one of them has no parapet. The "
    "prefecture denied that the works were late.\n"
)
DAMAGED = {
    "guillemets": "«" * 1_000_000,
    "open guillemets": "« a " * 250_000,
    "one sentence": "le ministre a dit que " * 45_000,
    "nested marks": "« “ ‘ a ’ ” » " * 70_000,
    "the letter a": "a" * 1_000_000,
}


def articles(texts: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return texts of one language each, joined and cut to 3,000 code points, as pairs of language and text."""
    joined: dict[str, str] = {}
    for language, text in texts:
        joined[language] = joined.get(language, "") + text.rstrip("\n") + "\n"
    return [
        (language, whole[start : start + LENGTH])
        for language, whole in joined.items()
        for start in range(0, max(1, len(whole) - LENGTH + 1), LENGTH)
    ]


def rate(pairs: list[tuple[str, str]]) -> tuple[float, int]:
    """Return articles of 3,000 code points a second, and how many quotations they hold."""
    from sahelcorpus.annotate.quotes import extract_quotes

    size = sum(len(text) for _, text in pairs) / LENGTH
    best = 0.0
    found = 0
    for _ in range(5):
        start = time.perf_counter()
        found = sum(len(extract_quotes(text, language)) for language, text in pairs)
        best = max(best, size / (time.perf_counter() - start))
    return best, found


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, help="texts of your own, one JSON object a line")
    arguments = parser.parse_args()
    if arguments.texts:
        lines = arguments.texts.read_text(encoding="utf-8").split("\n")
        documents = [json.loads(line) for line in lines if line.strip()]
        pairs = articles([(doc["lang"], doc["text"]) for doc in documents])
    else:
        pairs = articles([("fr", FRENCH * 400), ("en", ENGLISH * 400)])
    print(f"Python {sys.version.split()[0]}, one core\n")
    print("| language | articles | quotations an article | articles a second |\n| --- | --- | --- | --- |")
    for language in sorted({language for language, _ in pairs}):
        own = [pair for pair in pairs if pair[0] == language]
        rate(own[:1])
        speed, found = rate(own)
        print(f"| {language} | {len(own):,} | {found / len(own):.1f} | {speed:,.0f} |")
    from sahelcorpus.annotate.quotes import extract_quotes

    print("\n| a megabyte of | seconds |\n| --- | --- |")
    for name, text in DAMAGED.items():
        start = time.perf_counter()
        extract_quotes(text, "fr")
        print(f"| {name} | {time.perf_counter() - start:.2f} |")


if __name__ == "__main__":
    main()
