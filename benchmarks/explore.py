"""How large is the page, how soon is it there, how fast does it answer?

    python benchmarks/explore.py                    # 5,000 articles, everything in the page
    python benchmarks/explore.py --articles 50000   # in files beside it

Synthetic articles of about 3.4 kB with 14 quotations and 5 stances each, in the words of the invented press, made by
`tests/synthetic_dataset.py`. Answers are CPU time of the page's main thread from the event to the picture (script, style,
layout and painting), as Chromium counts it in thread ticks: a loaded machine changes it little; the median of five, and the
greatest. Of a facet the first value is ticked and unticked in turn. Times until something is seen are on the wall.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
import tempfile
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).parents[1]
sys.path.insert(0, str(PROJECT / "tests"))

QUERIES = ["mission", "tessoume", "le", '"l\'etat de droit"', "ministre pont", "zzzzqq", "general -armee"]
SEARCH = """(words) => {
  const field = document.getElementById("query");
  field.value = words;
  field.dispatchEvent(new Event("input"));
}"""
TICK = "(facet) => document.querySelector(`[data-facet=${facet}] .values input`).click()"
MARKS = """() => Object.fromEntries([...performance.getEntriesByType("paint"), ...performance.getEntriesByType("mark")]
  .map((entry) => [entry.name, Math.round(entry.startTime)]))"""
TURNS = 5
VIEWS = {"find": ("outlet", "speaker", "target", "stance"), "see": ("outlet",), "concordance": ("outlet",)}


def told(times: list[float]) -> str:
    """Return the median of times and the greatest of them."""
    return f"{statistics.median(times):.0f} (at most {max(times):.0f})"


def measure(page_file: Path, settle: int) -> dict[str, Any]:
    """Open a page and use it; return milliseconds."""
    from playwright.sync_api import sync_playwright

    out: dict[str, Any] = {}
    with sync_playwright() as driver:
        executable = shutil.which("chromium") or shutil.which("google-chrome")
        browser = driver.chromium.launch(executable_path=executable, args=["--no-sandbox", "--disable-gpu"])
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        page = context.new_page()
        session = context.new_cdp_session(page)
        session.send("Performance.enable", {"timeDomain": "threadTicks"})

        def cpu() -> float:
            metrics = session.send("Performance.getMetrics")["metrics"]
            return 1000 * next(one["value"] for one in metrics if one["name"] == "TaskDuration")

        def answered(script: str, argument: str) -> float:
            page.wait_for_timeout(200)
            before = cpu()
            page.evaluate(script, argument)
            page.wait_for_timeout(settle)
            return round(cpu() - before, 1)

        before = cpu()
        page.goto(page_file.as_uri(), wait_until="commit")
        while "drawn" not in page.evaluate(MARKS):
            page.wait_for_timeout(100)
        page.evaluate(SEARCH, "mission")
        while "searchable" not in page.evaluate(MARKS):
            page.wait_for_timeout(100)
        out["to be open and searchable, CPU"] = round(cpu() - before)
        out |= {f"{name}, wall": time for name, time in page.evaluate(MARKS).items()}
        searched: dict[str, list[float]] = {}
        for query in QUERIES * TURNS:
            answered(SEARCH, "")
            searched.setdefault(f"search {query}", []).append(answered(SEARCH, query))
        out |= {name: told(times) for name, times in searched.items()}
        for view, facets in VIEWS.items():
            for facet in facets:
                page.evaluate("(view) => { location.hash = `view=${view}`; }", view)
                page.wait_for_timeout(settle)
                times = [answered(TICK, facet) for _ in range(TURNS)]
                out[f"facet {facet}" + (f", in {view}" if view != "find" else "")] = told(times)
        browser.close()
    return out


def main() -> None:
    """Print the table."""
    from synthetic_dataset import SyntheticDataset, tamasna_texts

    from sahelcorpus.explore.page import explore

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=5_000)
    arguments = parser.parse_args()
    scratch = Path(tempfile.mkdtemp(prefix="sahelcorpus-explore-"))
    try:
        written = explore(SyntheticDataset.of(arguments.articles, tamasna_texts(PROJECT)), scratch / "page.html")
        print(f"{arguments.articles:,} articles: {written.size / 1e6:.1f} MB\n\n| what | ms |\n| --- | --- |")
        for name, time in measure(written.page, 400 if arguments.articles < 10_000 else 2_000).items():
            print(f"| {name} | {time if isinstance(time, str) else f'{time:,}'} |", flush=True)
    finally:
        shutil.rmtree(scratch)


if __name__ == "__main__":
    main()
