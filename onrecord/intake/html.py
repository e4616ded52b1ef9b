"""HTML pages: their main text, one paragraph a line. Nothing of a page is run or fetched."""

import html
import re

from onrecord.intake.decoding import NotText, decode
from onrecord.intake.limits import DEEPEST, LARGEST_PAGE, LARGEST_TEXT, MOST_TAGS
from onrecord.intake.notices import notice
from onrecord.intake.pagemeta import page_hints
from onrecord.model.document import Document, Hints
from onrecord.model.notice import Notice

_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,30})|<\?xml[^>]{0,80}encoding=["']([\w-]{2,30})""", re.I
)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_ALONE = "area base br col embed hr img input link meta param source track wbr p li dt dd tr td th option"
_OPEN_ALONE = frozenset(_ALONE.split())
"""Tags that need no end: they do not count as open inside each other."""
_UNSEEN = re.compile(r"<(script|style|noscript|template|svg|nav|footer|head)\b|<(!--)", re.I)
_BLOCK = re.compile(
    r"</?(?:p|div|br|h[1-6]|li|ul|ol|tr|table|article|section|header|blockquote|figure|figcaption|main)\b[^<>]*>", re.I
)
_ANY = re.compile(r"<[^<>]*>")
_LEAST = 200
"""With fewer characters than this, what was taken for the main text is held against the page with its tags stripped."""


def read(content: bytes, name: str, hints: tuple[Hints, ...]) -> list[Document | Notice]:
    """The document in the bytes of a page: its text is the main text taken out, its hints end with the page's own."""
    declared = _CHARSET.search(content[:4096])
    try:
        decoded = decode(content, (declared.group(1) or declared.group(2)).decode("ascii") if declared else "")
    except NotText as error:
        return [notice(name, str(error))]
    text, warning = main_text(decoded.text)
    if not text:
        return [notice(name, "no text was found in the page")]
    if len(text) > LARGEST_TEXT:
        return [notice(name, f"its text has {len(text):,} characters, more than the {LARGEST_TEXT:,} that are read")]
    found: list[Document | Notice] = [notice(name, warning, "warning")] if warning else []
    document = Document.of(
        content, name=name, media_type="text/html", text=text, hints=(*hints, page_hints(decoded.text))
    )
    return [*found, document]


def main_text(page: str) -> tuple[str, str]:
    """The main text of a page, one paragraph a line, and a warning if it was only stripped of its tags."""
    reason = _unfit(page)
    if reason:
        return stripped(page), reason
    from trafilatura import extract

    try:
        text = extract(page, fast=True, include_comments=False, include_tables=False) or ""
    except Exception as error:  # the library's own failure on a broken page: the page can still be stripped
        return stripped(page), f"its main text could not be told from the rest ({type(error).__name__})"
    text = _lines(text)
    if len(text) >= _LEAST:
        return text, ""
    whole = stripped(page)
    return (whole, "its main text could not be told from the rest") if len(whole) > 2 * len(text) else (text, "")


def _unfit(page: str) -> str:
    """Why a page is not put into a tree; "" if it can be."""
    if len(page) > LARGEST_PAGE:
        return f"it is larger than {LARGEST_PAGE:,} characters: only stripped of its tags"
    if page.count("<") > MOST_TAGS:
        return f"it has more than {MOST_TAGS:,} tags: only stripped of them"
    depth = 0
    for tag in _TAG.finditer(page):
        if tag.group(2).lower() not in _OPEN_ALONE:
            depth = max(0, depth + (-1 if tag.group(1) else 1))
            if depth > DEEPEST:
                return f"its tags are nested more than {DEEPEST} deep: only stripped of them"
    return ""


def stripped(page: str) -> str:
    """A page without its tags, scripts and navigation; each block is a line."""
    bare = _seen(page)
    return _lines(html.unescape(_ANY.sub(" ", _BLOCK.sub("\n", bare))))


def _seen(page: str) -> str:
    """A page without scripts, styles, comments and the like. One that has no end takes nothing else with it."""
    lower = page.lower()
    parts: list[str] = []
    endless: set[str] = set()
    at = 0
    for opened in _UNSEEN.finditer(page):
        kind = (opened.group(1) or opened.group(2)).lower()
        if opened.start() < at or kind in endless:
            continue
        closing = "-->" if kind == "!--" else f"</{kind}"
        end = lower.find(closing, opened.end())
        if end < 0:
            endless.add(kind)
            continue
        parts.append(page[at : opened.start()])
        at = end + (3 if kind == "!--" else 0)
    return "\n".join([*parts, page[at:]])


def _lines(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line)
