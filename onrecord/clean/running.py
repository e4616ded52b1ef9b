"""Running heads: lines that come again at the top or foot of each page of a PDF, and page numbers."""

import re
from collections import Counter
from collections.abc import Sequence

import msgspec

from onrecord.clean.lines import Line

_EDGE = 2
"""So many lines at the top and at the foot of a page may be running heads."""
_NUMBER = re.compile(r"(?:page\s)?[-–—\s]*\d{1,4}[-–—\s]*(?:(?:of|/)\s*\d{1,4})?", re.IGNORECASE)
_FIRST = re.compile(r"\bpage\s\d{1,4}(?:\s(?:of|/)\s\d{1,4})?$", re.IGNORECASE)
"""The head of a single page: it ends with the page's number."""
_DIGITS = re.compile(r"\d+")


def running_heads(text: str, found: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """The lines of the text itself, and the running heads, which come again (but for numbers) on half of the pages."""
    if "\f" not in text:
        head = 1 if found and _FIRST.search(found[0].of(text)) else 0
        return list(found[head:]), list(found[:head])
    pages: list[list[int]] = []
    for index, line in enumerate(found):
        if line.page or not pages:
            pages.append([])
        pages[-1].append(index)
    edges = [index for page in pages for index in dict.fromkeys([*page[:_EDGE], *page[-_EDGE:]])]
    forms = {index: _DIGITS.sub("#", found[index].of(text)) for index in edges}
    often = Counter(forms.values())
    least = max(2, len(pages) // 2)
    heads = {at for at in edges if often[forms[at]] >= least or _NUMBER.fullmatch(found[at].of(text))}
    own: list[Line] = []
    turned = False
    for index, line in enumerate(found):
        turned = turned or line.page
        if index not in heads:
            own.append(msgspec.structs.replace(line, page=turned, apart=line.apart or turned) if turned else line)
            turned = False
    return own, [found[index] for index in sorted(heads)]
