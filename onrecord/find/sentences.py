"""Paragraphs to sentences, by rule: the parser's own sentence marks are wrong on news."""

import re
from collections.abc import Iterator

from onrecord.model.span import Span

LOOK_AHEAD = 40
"""Characters after a full stop that are looked at."""
LOOK_BACK = 80
"""Characters up to a full stop that are looked at: longer than any abbreviation."""

_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s|$)")
_GLUED = re.compile(r"(?<=[a-z]{2})[.!?][”’»)\]]*(\"?)(?=[\"“‘«]?(?!(?:Com|Org|Net|Gov)\b)[A-Z][a-z'’]*[ ,])")
"""The end of a sentence that lost the blank behind it, as where a page's paragraphs were run together: "said.But"."""
_ADDRESS = re.compile(r"[/@#]|www\.|\w\.\w+$")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gov|Sen|Rep|Gen|Col|Lt|Sgt|Capt|Adm|Rev|Hon|St|Jr|Sr|vs|etc|No|Nos|Vol|Fig|approx|Co|Corp|Inc"
    r"|Ltd|Bros|Messrs|dept|Dept|Univ|Assn|Ave|Blvd|Rd|Mt|Ft|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
    r"|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa"
    r"|Tenn|Tex|Va|Vt|Wash|Wis|Wyo|e\.g|i\.e|a\.m|p\.m|cf|al)|\b[A-Za-z](?:\.[A-Za-z])*)\.$"
)
_ALWAYS_GOES_ON = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|Gov|Sen|Rep|Gen|Col|Lt|Sgt|Capt|Adm|Rev|Hon|Messrs|vs|No|Nos|St|e\.g|i\.e)\.$"
)
_STARTER = re.compile(
    r"[\"'“‘«(\[]*(?:The|A|An|In|On|At|But|And|It|He|She|They|We|I|This|That|These|Those|There|His|Her|Its|Their|Our|For|As|If"
    r"|When|While|After|Before|Last|However|Both|Officials|Mr|Mrs|Ms|Also|Since|Under|With|By|To|From|Some|Many|Other"
    r"|Although|Despite|Meanwhile|Still|So|What|Who|Why|How|You|Such|One|Two)\b"
)


def sentences(text: str, paragraph: Span) -> list[Span]:
    """The sentences of ``text[paragraph.start:paragraph.end]``, as spans of ``text`` without blanks at their ends.

    A full stop after an abbreviation ends a sentence only before a word that usually starts one; a stop inside
    quotation marks ends it together with the closing mark, unless the text goes on in small letters. A sentence that is
    glued to the next ("said.But") ends as well; an address does not.
    """
    piece = paragraph.of(text)
    found: list[Span] = []
    start = marks = counted = 0
    for match in sorted((*_END.finditer(piece), *_glued(piece)), key=re.Match.start):
        if match.start() < start:
            continue
        following = piece[match.end() : match.end() + LOOK_AHEAD].lstrip()
        if match.re is _GLUED:
            after = match.end()
            marks, counted = marks + piece.count('"', counted, match.start()), match.start()
            if match[1] and marks % 2 == 0:
                after -= 1  # the mark opens what follows
            _add(found, piece, start, after, paragraph.start)
            start = after
            continue
        if following and not _ends(piece[max(start, match.end() - LOOK_BACK) : match.end()], match.group(), following):
            continue
        _add(found, piece, start, match.end(), paragraph.start)
        start = match.end()
    _add(found, piece, start, len(piece), paragraph.start)
    return found


def _glued(piece: str) -> Iterator[re.Match[str]]:
    """Ends of sentences without a blank behind them, but those in addresses of pages."""
    for match in _GLUED.finditer(piece):
        before = piece[max(0, match.start() - LOOK_BACK) : match.start()].rpartition(" ")[2]
        if not _ADDRESS.search(before):
            yield match


def _ends(so_far: str, mark: str, following: str) -> bool:
    if following[0].islower() or following[0] in ",;:—–-":
        return False
    bare = so_far.rstrip("\"'”’»)]")
    if mark[0] == "." and bare.endswith("."):
        if _ALWAYS_GOES_ON.search(bare):
            return False
        if _ABBREVIATION.search(bare):
            return _STARTER.match(following) is not None or len(bare) < len(so_far)
    return True


def _add(found: list[Span], piece: str, start: int, end: int, offset: int) -> None:
    words = piece[start:end]
    left = len(words) - len(words.lstrip())
    right = len(words.rstrip())
    if left < right:
        found.append(Span(start=offset + start + left, end=offset + start + right))
