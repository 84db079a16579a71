"""The report as a person meets it: in a real browser, on a desk and on a telephone, by day and by night, and on paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal, TypeAlias

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from atleast.dossier.dossier import open_dossier
from atleast.report.making import PAGE, make_report
from tests.support.records import HOSTILE_PERSON, small_dossier

CHROMIUM = Path("/usr/bin/chromium")
TELEPHONE, DESK = 360, 1440
Scheme: TypeAlias = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.is_file(), reason=f"there is no Chromium at {CHROMIUM}"),
]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    root = small_dossier(tmp_path_factory.mktemp("browser") / "dossier")
    with open_dossier(root, write=True) as dossier:
        return (make_report(dossier).folder / PAGE).as_uri()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-gpu"])
        yield running
        running.close()


class Visit:
    """A page that is open, with whatever it complained of and asked for."""

    def __init__(self, browser: Browser, address: str, width: int, scheme: Scheme = "light") -> None:
        self.page: Page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: self.complaints.append(f"dialog {dialog.message}"))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.goto(address)


@pytest.mark.parametrize("width", [TELEPHONE, 768, DESK])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_it_opens_quietly_and_asks_for_nothing(browser: Browser, address: str, width: int, scheme: Scheme) -> None:
    visit = Visit(browser, address, width, scheme)
    assert visit.requests == [address]
    assert visit.complaints == []


@pytest.mark.parametrize("width", [320, TELEPHONE, 600, 768, 1152, DESK])
def test_the_page_never_scrolls_sideways(browser: Browser, address: str, width: int) -> None:
    page = Visit(browser, address, width).page
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [TELEPHONE, DESK])
def test_a_note_opens_its_quote_and_closes_again(browser: Browser, address: str, width: int) -> None:
    page = Visit(browser, address, width).page
    number = page.locator("#chronology button.note-ref").first
    number.click()
    note = page.locator(".note:popover-open")
    assert (
        note.locator("mark").inner_text() == "Police arrested Pavel Ketlin in Kosterna on 7 February, his lawyer said."
    )
    assert "SARNIK, 12 April 2031" in note.locator("blockquote").inner_text()
    box = note.bounding_box()
    assert box is not None
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= 801
    page.keyboard.press("Escape")
    assert note.count() == 0
    number.click()
    note.get_by_role("button", name="Close").click()
    assert note.count() == 0


def test_a_note_opens_by_keyboard(browser: Browser, address: str) -> None:
    page = Visit(browser, address, DESK).page
    page.locator("#minimum button.note-ref").first.focus()
    page.keyboard.press("Enter")
    assert page.locator(".note:popover-open mark").inner_text().startswith("The Sarnik City Court sentenced")


def test_every_note_stands_at_the_end_too(browser: Browser, address: str) -> None:
    page = Visit(browser, address, DESK).page
    notes = page.locator("#notes .note")
    assert notes.count() == 16
    assert all(notes.nth(number).is_visible() for number in range(notes.count()))


@pytest.mark.parametrize("scheme", SCHEMES)
def test_text_stands_out_from_its_ground(browser: Browser, address: str, scheme: Scheme) -> None:
    """WCAG 2.2, 1.4.3: a contrast of at least 4.5 to 1."""
    page = Visit(browser, address, DESK, scheme).page
    assert page.evaluate(_CONTRASTS) == []


def test_a_drawing_of_the_right_width_is_shown(browser: Browser, address: str) -> None:
    for width, shown, hidden in ((TELEPHONE, "narrow", "wide"), (DESK, "wide", "narrow")):
        page = Visit(browser, address, width).page
        assert page.locator(f"svg.{shown}").is_visible()
        assert not page.locator(f"svg.{hidden}").is_visible()


def test_the_drawing_takes_its_colours_from_the_page(browser: Browser, address: str) -> None:
    line = "getComputedStyle(document.querySelector('svg.wide .mark-line path[stroke-width=\"2.5\"]')).stroke"
    light, dark = (Visit(browser, address, DESK, scheme).page.evaluate(line) for scheme in SCHEMES)
    assert light.startswith("rgb(")
    assert light != dark


def test_the_contents_stay_in_sight_on_a_desk(browser: Browser, address: str) -> None:
    page = Visit(browser, address, DESK).page
    page.locator(".contents a[href='#cases']").click()
    page.wait_for_function("window.scrollY > 500")
    box = page.locator(".contents").bounding_box()
    assert box is not None
    assert -1 <= box["y"] < 100


def test_a_hostile_name_is_read_not_run(browser: Browser, address: str) -> None:
    visit = Visit(browser, address, DESK)
    shown = HOSTILE_PERSON.replace("\u202e", "⟨U+202E⟩")
    assert visit.page.locator("h3", has_text=shown).count() == 1
    assert visit.page.locator("script").count() == 0
    assert visit.complaints == []


def test_on_paper_it_is_a4_with_notes_and_without_controls(browser: Browser, address: str, tmp_path: Path) -> None:
    page = Visit(browser, address, DESK, "dark").page
    page.emulate_media(media="print")
    assert not page.locator("#chronology button.note-ref").first.is_visible()
    assert page.locator("#chronology a.note-ref").first.is_visible()
    assert not page.locator(".contents").is_visible()
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    assert (
        page.evaluate("getComputedStyle(document.querySelector('#minimum td a, #minimum th a')).color")
        == "rgb(0, 0, 0)"
    )
    made = tmp_path / "report.pdf"
    page.pdf(path=made, prefer_css_page_size=True)
    assert made.read_bytes().startswith(b"%PDF")


_CONTRASTS = """() => {
  const channel = value => { value /= 255; return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4; };
  const parse = colour => (colour.match(/[\\d.]+/g) || []).map(Number);
  const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const ground = element => {
    for (let at = element; at; at = at.parentElement) {
      const colour = parse(getComputedStyle(at).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const poor = new Set();
  for (const element of document.querySelectorAll("body *:not(svg *)")) {
    const says = [...element.childNodes].some(node => node.nodeType === 3 && node.textContent.trim());
    if (!says || !element.checkVisibility()) continue;
    const [ink, paper] = [light(parse(getComputedStyle(element).color)), light(ground(element))];
    const contrast = (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
    if (contrast < 4.5) poor.add(`${element.tagName}.${element.className} ${contrast.toFixed(2)}`);
  }
  return [...poor];
}"""
