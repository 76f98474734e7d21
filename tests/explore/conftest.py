"""What the tests of the page share: a browser, the pages of both collections, and a reader who has hands and eyes."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from page_reader import Explored, Reader, plain_articles

from sahelcorpus.explore.dataset import BuiltDataset
from sahelcorpus.explore.page import explore
from sahelcorpus.release.build import build

PROJECT = Path(__file__).parents[2]
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@pytest.fixture(scope="session")
def explored(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Explored]:
    """Give the page of a collection, made once."""
    folder = tmp_path_factory.mktemp("explored")
    known: dict[str, Explored] = {}

    def made(name: str) -> Explored:
        if name not in known:
            build(PROJECT / "corpus" / name, folder / name, workers=1)
            dataset = BuiltDataset.open(folder / name)
            explore(dataset, folder / f"{name}.html")
            known[name] = Explored(folder / f"{name}.html", folder / name, plain_articles(dataset))
        return known[name]

    return made


@pytest.fixture(scope="session")
def tamasna(explored: Callable[[str], Explored]) -> Explored:
    """The page of the invented press."""
    return explored("tamasna")


@pytest.fixture(scope="session")
def sahel(explored: Callable[[str], Explored]) -> Explored:
    """The page of real coverage."""
    return explored("sahel")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """The system's Chromium, without a window."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if CHROMIUM is None:
        pytest.skip("no Chromium: apt-get install chromium")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture
def read(chromium: Any) -> Iterator[Callable[..., Reader]]:
    """Give readers; whatever they did, nothing was asked of any network and nothing went wrong."""
    contexts: list[Any] = []
    readers: list[Reader] = []

    def open_page(explored: Explored | Path, *, by_keyboard: bool = False, **options: Any) -> Reader:
        settings = {"viewport": {"width": 1280, "height": 900}, "locale": "en-GB", "reduced_motion": "reduce"} | options
        context = chromium.new_context(**settings)
        contexts.append(context)
        reader = Reader(context.new_page(), explored if isinstance(explored, Path) else explored.page, by_keyboard)
        reader.page.on("request", lambda request: reader.requests.append(request.url))
        reader.page.on("pageerror", lambda error: reader.errors.append(str(error)))
        reader.page.on("console", lambda line: reader.errors.append(line.text))
        readers.append(reader)
        return reader

    yield open_page
    for context in contexts:
        context.close()
    for reader in readers:
        own = reader.file.as_uri()
        foreign = [url for url in reader.requests if not url.startswith((own, "about:", "blob:"))]
        assert foreign == []
        assert reader.errors == []


@pytest.fixture(params=["mouse", pytest.param("keyboard", marks=pytest.mark.slow)])
def by_keyboard(request: pytest.FixtureRequest) -> bool:
    """Whether the reader has a mouse or a keyboard; the whole by keyboard takes minutes."""
    return bool(request.param == "keyboard")
