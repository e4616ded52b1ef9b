"""Embedded posts: a party's own stay the article's text (they are statements), those of other outlets are asides."""

import re
from collections.abc import Iterator
from functools import cache

from onrecord.knowledge.outlets import names, outlet_named
from onrecord.model.article import Aside

_SIGNED = re.compile(
    r"(?:[-–—]\s?)(?P<name>[^@()\n—–]{2,60}?)\s?\((?P<handle>@\w{2,20})\)\s"
    r"(?:(?:[A-Z][a-z]{2,8})\s\d{1,2},\s\d{4}|\d{1,2}\s[A-Z][a-z]{2,8}\s\d{4}|\d{1,2}:\d\d)"
)
_MEDIA = re.compile(
    r"\b(?:News(?:room)?|Times|Herald|Tribune|Gazette|Broadcasting|Radio|TV|Television|Daily|Magazine|Chronicle|Newswires?"
    r"|Podcast|Newspaper|Wire)\b"
)


@cache
def _outlets() -> re.Pattern[str]:
    return re.compile(r"(?:" + "|".join(re.escape(name) for name in names() if len(name) > 2) + r")\b")


def posts(text: str, start: int, end: int) -> Iterator[Aside]:
    """The embedded posts of outlets in one paragraph: all of it up to the signature (a post is its own paragraph)."""
    if text.find("@", start, end) < 0:
        return
    low = start
    for signed in _SIGNED.finditer(text, start, end):
        if is_outlet(signed["name"].strip(), signed["handle"]):
            yield Aside(start=low, end=signed.end(), why="embedded", rule="outlet-post")
        low = signed.end()


def is_outlet(name: str, handle: str) -> bool:
    """Whether the account is an outlet's, by its name or its handle."""
    return bool(
        outlet_named(name)
        or outlet_named(handle.removeprefix("@"))
        or _outlets().match(name)
        or _MEDIA.search(name)
        or re.search(r"(?:news|tv|daily)$", handle, re.IGNORECASE)
    )
