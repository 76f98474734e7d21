"""What the tests share: a small invented collection, made anew for each test that wants one."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import settings

PROJECT = Path(__file__).parents[1]

# a loaded machine is no failure; and what a change is judged by is the same examples each time
settings.register_profile("project", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("project")
os.environ["HF_HUB_OFFLINE"] = "1"  # no test may ask the Hub for anything
sys.path.insert(0, str(Path(__file__).parent))

from making import small_collection  # noqa: E402 - found through the line above


@pytest.fixture
def project() -> Path:
    """The project's folder."""
    return PROJECT


@pytest.fixture
def collection(tmp_path: Path) -> Path:
    """A collection of three invented articles that breaks no rule."""
    return small_collection(tmp_path / "kalindo")


@pytest.fixture
def hf_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of `datasets` that nothing else has used."""
    import datasets

    cache = tmp_path / "hf-cache"
    monkeypatch.setattr(datasets.config, "HF_DATASETS_CACHE", cache)
    return cache
