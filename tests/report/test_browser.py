"""Every page in a browser: no errors, every link followed, nothing wider than a telephone, in light and in dark."""

import shutil
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tests.report.pages import read_pages

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WIDER = """
width => [...document.querySelectorAll("main *, header *")]
    .filter(e => e.getBoundingClientRect().right > width + 1 && !e.closest(".wide, .display, pre"))
    .map(e => e.tagName + ": " + e.textContent.slice(0, 60))
"""


@pytest.fixture(scope="module")
def browser():
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if BROWSER is None:
        pytest.skip("there is no chromium, chromium-browser or google-chrome here")
    with sync_api.sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=BROWSER, args=FLAGS)
        yield found
        found.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("report", ["paper_report", "own_report"])
def test_every_page_is_reached_without_errors_and_fits_a_telephone(report, scheme, browser, request):
    folder = request.getfixturevalue(report).folder
    context = browser.new_context(viewport={"width": 360, "height": 740}, color_scheme=scheme)
    page = context.new_page()
    errors, requests, seen, waiting = [], [], set(), [f"file://{folder / 'index.html'}"]
    page.on("console", lambda message: errors.append(message.text))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("request", lambda sent: requests.append(sent.url))
    while waiting:
        address = waiting.pop()
        page.goto(address)
        seen.add(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, (address, page.evaluate(WIDER, 360))
        assert page.evaluate(WIDER, 360) == [], address
        assert page.evaluate("[...document.images].every(image => image.naturalWidth > 0)"), address
        links = set(page.evaluate("[...document.links].map(link => link.href.split('#')[0])"))
        assert all(Path(unquote(urlsplit(link).path)).is_file() for link in links)
        waiting += sorted(link for link in links - seen - set(waiting) if link.endswith(".html"))
    assert seen == {f"file://{folder / place}" for place in read_pages(folder)}
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert background == {"light": "rgb(255, 255, 255)", "dark": "rgb(21, 23, 26)"}[scheme]
    assert errors == []
    assert all(url.startswith((f"file://{folder}", "data:image/svg+xml")) for url in requests)
    context.close()


def test_mathematics_is_laid_out_as_mathematics(paper_report, browser):
    page = browser.new_context(viewport={"width": 1200, "height": 900}).new_page()
    page.goto(f"file://{paper_report.folder / 'zhang-2025/claims/theorem-2-as-printed.html'}")
    height = "name => document.querySelector('.statement ' + name).getBoundingClientRect().height"
    assert page.evaluate(height, "mfrac") > 1.5 * page.evaluate(height, "mn")
    assert page.evaluate(height, "mtable") > 2 * page.evaluate(height, "mn")


def test_the_keyboard_reaches_the_content_first(paper_report, browser):
    page = browser.new_context().new_page()
    page.goto(f"file://{paper_report.folder / 'index.html'}")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "To the content"
    page.keyboard.press("Enter")
    assert page.url.endswith("#content")
