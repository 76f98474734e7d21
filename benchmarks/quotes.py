"""How fast are quotations found on one core, and does time grow with the text alone?

    python benchmarks/quotes.py                        # synthetic articles in French and English, and damaged texts
    python benchmarks/quotes.py --texts texts.jsonl    # the same on texts of your own, {"id", "lang", "text"} a line
    python benchmarks/quotes.py --spacy                # beside spaCy's French pipeline alone, over the same articles
    python benchmarks/quotes.py --spacy --parser       # and beside the rules with the parser's help

Articles are cut or joined to 3,000 code points, so that the rate can be compared between files. The lexicon is read
before the clock starts. Each rate is the best of five runs, since other processes can only slow a run down.

`--spacy` and `--parser` need the extra: pip install "sahelcorpus[parser]". They read French alone, in one process, with
one thread, on one core where the system lets it be chosen, and in turns: rules, spaCy, rules, spaCy, so that both meet
the same neighbours. Seconds are those of the processor. A rate is the median over the turns, and so is the ratio of the
two times within a turn. spaCy finds no quotations in that time: it parses, which extractors built on it begin with.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import time
from collections.abc import Callable, Iterable
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
SPARSE = (
    "La campagne cotonnière s'est achevée à Sarrune sur une récolte en hausse, la meilleure depuis six ans. Les pluies "
    "sont venues tôt, les pistes ont tenu et les deux usines d'égrenage ont travaillé sans interruption de novembre à "
    "mars. Dans les villages de la rive droite, beaucoup ont remboursé leurs engrais avant la fin du mois de janvier.\n"
    "Le gouverneur Oumar Kesséla a visité lundi l'usine du port, accompagné de plusieurs maires et de la presse. Il a "
    "indiqué que le prix d'achat ne changerait pas avant la prochaine saison. La société cotonnière paiera en deux fois, "
    "en avril puis en juin, par virement ou au guichet de la poste.\n"
    "Sur la route du nord, le transport reste le point faible de la filière. Un camion sur trois date du siècle dernier, "
    "les pièces viennent de loin et le carburant a manqué pendant dix jours en février. « On dort sous les bâches en "
    "attendant le gasoil », raconte un chauffeur de Tindar. Le pont de Lébou, emporté il y a deux ans, n'a été remplacé "
    "que par un bac, qui s'arrête dès que le fleuve monte. Les travaux d'un ouvrage en béton devaient commencer après "
    "les fêtes ; les engins sont arrivés la semaine passée.\n"
    "Les greniers communaux, eux, sont à moitié pleins. Le mil a souffert des oiseaux dans le delta, et le maïs d'une "
    "chenille venue du sud. Selon le service agricole, quatre cantons auront besoin d'aide avant août. Des comités ont "
    "été formés pour tenir la liste des familles, avec une femme et un ancien dans chacun. La distribution se fera à "
    "l'école, un jour par village.\n"
    "À Sarrune même, le nouveau marché a ouvert ses portes sans cérémonie. Les allées sont larges, l'eau coule à six "
    "fontaines et un gardien ferme la grille à la tombée du jour. Les loyers ont doublé, ce qui a poussé une partie des "
    "vendeuses vers les trottoirs de la gare. La mairie leur a proposé des places à moitié prix pour un an. Leur "
    "association demande que les taxes soient suspendues jusqu'à la fin de la saison. Une réunion est prévue jeudi.\n"
    "L'équipe de la ville jouera samedi la demi-finale de la coupe contre celle de Kaldé, au stade du fleuve, à seize "
    "heures. Le billet coûte cinq cents francs et l'entrée est libre pour les écoliers. Trois joueurs sont blessés, dont "
    "le gardien titulaire. « Nous avons dix-huit garçons qui ont faim », a répondu l'entraîneur, Sana Doufou. La radio "
    "locale donnera le match en direct, en trois langues.\n"
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


def on_one_core() -> None:
    """Keep this process on one core, and every library that it is yet to load on one thread."""
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
        os.environ[name] = "1"
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def beside_spacy(texts: dict[str, list[str]], *, spacy: bool, parser: bool, turns: int) -> None:
    """Print how fast the rules are beside spaCy's pipeline and beside the rules with the parser's help.

    Args:
        texts: French articles by what they are; the first six are read.
        spacy: Whether spaCy's pipeline alone is a contender.
        parser: Whether the rules with the parser are.
        turns: How often each contender reads the articles.

    Raises:
        ParserMissingError: if spaCy or its model is not installed.
    """
    from sahelcorpus.annotate.quotes import extract_quotes
    from sahelcorpus.annotate.quotes.parser import MODELS, extract_quotes_parsed, load_parser

    loaded = load_parser()
    contenders: dict[str, tuple[Callable[[list[str]], Iterable[object]], int]] = {
        "rules": (lambda articles: [extract_quotes(text, "fr") for text in articles], 20)
    }
    if spacy:
        from importlib import import_module

        pipeline = import_module("spacy").load(MODELS["fr"])
        contenders["spaCy alone"] = (lambda articles: list(pipeline.pipe(articles)), 1)
    if parser:
        contenders["rules and parser"] = (
            lambda articles: [extract_quotes_parsed(text, "fr", loaded) for text in articles],
            1,
        )
    others = [name for name in contenders if name != "rules"]
    heads = "".join(f" {name} | times slower: median (range) |" for name in others)
    print(f"| articles | quotations an article | rules |{heads}\n| --- | --- | --- |{' --- | --- |' * len(others)}")
    for title, whole in texts.items():
        articles = whole[:6]
        found = sum(len(extract_quotes(text, "fr")) for text in articles) / len(articles)
        size = sum(map(len, articles)) / LENGTH
        seconds: dict[str, list[float]] = {name: [] for name in contenders}
        for turn in range(turns + 1):
            for name, (read, passes) in contenders.items():
                start = time.process_time()
                for _ in range(passes):
                    read(articles)
                if turn:  # the first warms up
                    seconds[name].append((time.process_time() - start) / passes)
        cells = [title, f"{found:.1f}", f"{size / statistics.median(seconds['rules']):,.0f}"]
        for name in others:
            ratios = [other / own for own, other in zip(seconds["rules"], seconds[name], strict=True)]
            cells.append(f"{size / statistics.median(seconds[name]):,.1f}")
            cells.append(f"{statistics.median(ratios):.3g} ({min(ratios):.3g} to {max(ratios):.3g})")
        print(f"| {' | '.join(cells)} |", flush=True)


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, help="texts of your own, one JSON object a line")
    parser.add_argument("--spacy", action="store_true", help="compare with spaCy's French pipeline alone")
    parser.add_argument("--parser", action="store_true", help="compare with the rules helped by spaCy's parser")
    parser.add_argument("--turns", type=int, default=15, help="turns of a comparison (default: 15)")
    arguments = parser.parse_args()
    if arguments.spacy or arguments.parser:
        on_one_core()
    if arguments.texts:
        lines = arguments.texts.read_text(encoding="utf-8").split("\n")
        documents = [json.loads(line) for line in lines if line.strip()]
        pairs = articles([(doc["lang"], doc["text"]) for doc in documents])
    else:
        pairs = articles([("fr", FRENCH * 400), ("en", ENGLISH * 400)])
    print(f"Python {sys.version.split()[0]}, one core\n")
    if arguments.spacy or arguments.parser:
        texts = {"dense": [text for language, text in pairs if language == "fr"]}
        if arguments.texts:
            texts = {arguments.texts.name: texts["dense"]}
        else:
            texts["sparse"] = [text for _, text in articles([("fr", SPARSE * 10)])]
        from sahelcorpus.annotate.quotes.parser import ParserMissingError

        try:
            beside_spacy(texts, spacy=arguments.spacy, parser=arguments.parser, turns=arguments.turns)
        except ParserMissingError as error:
            sys.exit(str(error))
        return
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
