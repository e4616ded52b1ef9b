import re
from base64 import b64encode
from datetime import date
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest

from onrecord import pipeline
from onrecord.model.assertion import assertion_id
from onrecord.show.dossier import dossier
from onrecord.show.views import Asked
from onrecord.store import Database

HOSTILE = """</style></script><script>alert(1)</script> <img src=x onerror=alert(2)> says Norway
"><svg/onload=alert(3)> Norway demanded that Sweden cut its tariffs on timber, the trade ministry said on Monday.
Sweden imposed a 10 percent tariff on Norwegian salmon in May, the “<b onmouseover=alert(4)>ministry</b>” said.
javascript:alert(5) {{ 7 * 7 }} {% include "x" %} &lt;script&gt; Sweden and Norway met in Oslo on Friday for talks.
"""


class Page(HTMLParser):
    """Collects ids, links, elements and attributes of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.elements: list[str] = []
        self.attributes: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        for name, value in attrs:
            self.attributes.add(name)
            if name == "id":
                self.ids.append(value or "")
            if name in ("href", "src"):
                self.links.append(value or "")


class Marked(HTMLParser):
    """Collects the words under each mark of the articles, and those set aside."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.words: dict[str, str] = {}
        self.ids: set[str] = set()
        self.aside: list[str] = []
        self.open: list[str] = []
        self.inside = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.ids.add(values.get("id") or "")
        if tag in ("mark", "del"):
            self.inside = tag
            self.open = (values.get("data-marks") or "").split()

    def handle_endtag(self, tag: str) -> None:
        if tag == self.inside:
            self.inside, self.open = "", []

    def handle_data(self, data: str) -> None:
        for name in self.open:
            self.words[name] = self.words.get(name, "") + data
        if self.inside == "del":
            self.aside.append(data)


@pytest.fixture(scope="module")
def page(demo: Database) -> str:
    return dossier(demo, Asked(), "The demo's record")


def test_every_link_leads_to_a_place_in_the_page(page: str):
    parsed = Page(page)
    assert len(parsed.links) > 100
    assert all(link.startswith("#") for link in parsed.links)
    assert {link[1:] for link in parsed.links} - set(parsed.ids) == set()
    assert len(parsed.ids) == len(set(parsed.ids))


def test_it_needs_nothing_from_elsewhere(page: str):
    parsed = Page(page)
    assert not {"link", "img", "iframe", "object", "embed", "base", "form"} & set(parsed.elements)
    assert "url(" not in page and "@import" not in page


def test_its_policy_allows_only_its_own_style_and_script(page: str):
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert policy
    for tag in ("style", "script"):
        (text,) = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        digest = b64encode(sha256(text.encode()).digest()).decode()
        assert f"{tag}-src &#39;sha256-{digest}&#39;" in policy.group(1)
    assert "default-src &#39;none&#39;" in policy.group(1)


def test_every_assertion_is_marked_on_its_exact_words(demo: Database, page: str):
    marked = Marked(page)
    for article in demo.articles():
        for assertion in demo.assertions(article.doc):
            assert marked.words[assertion_id(assertion)] == assertion.exact
            assert assertion_id(assertion) in marked.ids
    assert "".join(marked.aside).count("ROOM TO GROW") == 1


def test_every_entry_that_is_told_has_a_place_and_every_mark_a_line(demo: Database, page: str):
    ids = set(Page(page).ids)
    for kind in ("meeting", "position", "figure", "statement"):
        assert {entry.id for entry in demo.entries(kind=kind)} <= ids
    assert {entry.id for entry in Asked().events(demo, "measure")} <= ids
    marks = {one for one in ids if f"l-{one}" in ids}
    assert len(marks) == len(demo.assertions())


def test_contradicting_values_are_written_as_amounts(page: str):
    conflicts = re.findall(r'<div class="conflict">≠ value.*?</div>', page)
    assert conflicts and all("USD" in one and "bn" in one and "000000" not in one for one in conflicts)


def test_an_article_without_a_headline_goes_by_its_first_words(demo: Database, page: str):
    (article,) = (one for one in demo.articles() if one.headline is None and one.name == "0502-technical.txt")
    assert f"<h3>“{article.body[:30]}" in page


def test_nothing_of_a_hostile_article_can_run(tmp_path: Path):
    (tmp_path / "a<script>alert(6)<").mkdir()
    source = tmp_path / "a<script>alert(6)<" / "hostile.txt"
    source.write_text(HOSTILE, "utf-8")
    record = tmp_path / "hostile.record"
    pipeline.read([str(tmp_path / "a<script>alert(6)<")], record)
    with Database.open(record) as database:
        page = dossier(database, Asked(), "<script>alert(7)</script>")
    parsed = Page(page)
    assert parsed.elements.count("script") == 1
    assert not {"img", "iframe"} & set(parsed.elements)
    assert not any(name.startswith("on") for name in parsed.attributes)
    assert "{{ 7 * 7 }}" in page
    assert not any(link.lower().startswith(("javascript:", "data:", "http")) for link in parsed.links)


def test_it_is_the_same_twice_and_holds_only_what_was_known(demo: Database, page: str):
    assert dossier(demo, Asked(), "The demo's record") == page
    early = dossier(demo, Asked(as_of=date(2025, 5, 3)), "Early")
    assert "0731-deal.txt" not in early and "0410-pause.txt" in early
