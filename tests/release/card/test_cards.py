"""The cards of a collection: every language, every field with an example, figures that a build can do without."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from making import tree

from sahelcorpus.cli import main
from sahelcorpus.records.shape import ListOf, Scalar, Struct, walk
from sahelcorpus.records.tables import TABLES
from sahelcorpus.release.build import Assembled, build
from sahelcorpus.release.card import parts
from sahelcorpus.release.card.cards import card_places, refreshed_cards
from sahelcorpus.release.card.described_fields import example_cell
from sahelcorpus.release.card.telling import Telling, languages_told
from sahelcorpus.release.figures import drawing


def front(text: str) -> str:
    """Return a card of nothing but front matter and the named parts."""
    return "---\nlicense: cc-by-4.0\n---\n\n# Kalindo\n\n" + text


def marked(*names: str) -> str:
    """Return the markers of some parts."""
    return "\n\n".join(f"<!-- generated: {name} -->\n<!-- end of {name} -->" for name in names) + "\n"


def refreshed(collection: Path) -> dict[str, str]:
    """Return what the cards of a collection should hold, by name."""
    assembled = Assembled.open(collection)
    for _ in assembled.chunks(workers=1):
        pass
    found = refreshed_cards(assembled.folder, assembled.registry, assembled.statistics)
    return {name: content.decode() for name, content in found.items()}


@pytest.mark.parametrize("language", languages_told())
def test_every_part_is_told_in_every_language(language: str, collection: Path) -> None:
    """No word is missing from a language, whatever the part."""
    name = "card.md" if language == "en" else f"card.{language}.md"
    (collection / name).write_text(front(marked(*parts.PARTS)), encoding="utf-8")
    card = refreshed(collection)[name]
    assert all(f"<!-- generated: {part} -->\n<!-- end" not in card for part in parts.PARTS if part != "figures")


def test_french_says_it_in_french(collection: Path) -> None:
    """Heads and descriptions; field names, labels and numbers stay."""
    (collection / "card.fr.md").write_text(front(marked("counts", "fields", "checks")), encoding="utf-8")
    card = refreshed(collection)["card.fr.md"]
    assert "| articles retirés | 0 |" in card
    assert "Premier point de code du passage dans le texte canonique. En points de code." in card
    assert "`quotes.text`" not in card  # told by the table of its own
    assert "étiquette : direct, mixed, indirect" in card


def test_both_languages_are_kept_fresh(collection: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`card` writes both, `card --check` finds either stale, `check` takes the second for no stray file."""
    (collection / "card.fr.md").write_text(front(marked("counts")), encoding="utf-8")
    assert main(["card", str(collection), "--check"]) == 1
    assert "card.fr.md" in capsys.readouterr().out
    assert main(["card", str(collection)]) == 0
    assert main(["card", str(collection), "--check"]) == 0
    assert main(["check", str(collection)]) == 0
    assert "| articles | 3 |" in (collection / "card.fr.md").read_text(encoding="utf-8")


def test_every_field_that_has_a_value_has_an_example(project: Path) -> None:
    """Over the invented press: each field of each table that is not null or empty everywhere, from the data itself."""
    assembled = Assembled.open(project / "corpus/tamasna")
    for _ in assembled.chunks(workers=1):
        pass
    examples = assembled.statistics.examples.of(assembled.registry)
    assert examples["quotes.cue.lemma"]
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", examples["articles.published"])
    assert all(len(example) <= 60 and "\n" not in example for example in examples.values())
    paths = {f"{table.name}.{path}" for table in TABLES for path in leaves(walk(table.row))}
    paths = {path for path in paths if not path.startswith(("articles.quotes.", "articles.stances."))}
    assert examples.keys() <= paths
    never = paths - examples.keys()
    assert "quotes.type" not in never
    assert len(never) < len(paths) / 4, sorted(never)


def leaves(struct: Struct, above: str = "") -> list[str]:
    """Return the paths of everything in a record that is no record."""
    found = []
    for member in struct.fields:
        shape = member.shape
        while isinstance(shape, ListOf):
            shape = shape.item
        path = f"{above}{member.name}"
        found += leaves(shape, f"{path}.") if isinstance(shape, Struct) else [path]
    return found


def test_an_example_does_nothing_in_a_card() -> None:
    """Marks of code stay inside; a field without a value has an empty cell."""
    assert example_cell("a`b") == "`` a`b ``"
    assert example_cell("<b>") == "`<b>`"
    assert example_cell(None) == ""


def test_a_word_that_a_language_lacks_is_an_error() -> None:
    """Never an English word in a French card."""
    with pytest.raises(KeyError):
        Telling("fr")("no such words")
    assert Telling("fr").number(1253) == "1\N{NARROW NO-BREAK SPACE}253"


@pytest.fixture
def pictured(tmp_path: Path, project: Path) -> Path:
    """The invented press with its card and figures."""
    collection = tmp_path / "tamasna"
    shutil.copytree(project / "corpus/tamasna", collection)
    return collection


def test_a_built_dataset_has_the_figures_of_its_card(pictured: Path, tmp_path: Path) -> None:
    """Every picture that README.md and README.fr.md name lies in the directory, without anything being drawn."""
    build(pictured, tmp_path / "built")
    files = tree(tmp_path / "built")
    for name in ("README.md", "README.fr.md"):
        named = re.findall(r'(?:srcset|src)="([^"]+)"', files[name].decode())
        assert len(named) >= 12
        assert set(named) <= files.keys()


def test_a_figure_that_is_not_fresh_is_shown_as_its_table(
    pictured: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A build draws nothing: where the data have moved on since the card was refreshed, the numbers are the new ones."""
    monkeypatch.setattr(drawing, "svg", lambda *_: pytest.fail("drew"))
    shutil.rmtree(pictured / "card_figures")
    build(pictured, tmp_path / "built")
    files = tree(tmp_path / "built")
    readme = files["README.md"].decode()
    assert "<picture>" not in readme
    assert "| fr | 78 |" in readme
    assert not any(name.endswith(".svg") for name in files)


def test_a_figure_that_no_card_shows_goes(pictured: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`card --check` names it, `card` takes it away."""
    (pictured / "card_figures/old.en.light.svg").write_text("<svg/>", encoding="utf-8")
    assert main(["card", str(pictured), "--check"]) == 1
    assert "old.en.light.svg" in capsys.readouterr().out
    assert main(["card", str(pictured)]) == 0
    assert not (pictured / "card_figures/old.en.light.svg").exists()


def test_where_cards_lie(project: Path) -> None:
    """The card of the real coverage lies at the top, and so do its French version and its figures."""
    collection = Assembled.open(project / "corpus/sahel").registry.collection
    assert card_places(collection) == ["../../data_card.md", "../../data_card.fr.md", "../../data_card_figures/"]


def test_shapes_are_all_told() -> None:
    """The reference knows every kind of scalar there is."""
    kinds = {
        member.shape.kind for table in TABLES for member in walk(table.row).fields if isinstance(member.shape, Scalar)
    }
    assert all(Telling("fr")(kind) for kind in kinds)
