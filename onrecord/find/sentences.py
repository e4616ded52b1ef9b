"""Paragraphs to sentences, by rule: the parser's own sentence marks are wrong on news."""

import re

from onrecord.model.span import Span

LOOK_AHEAD = 40
"""Characters after a full stop that are looked at."""
LOOK_BACK = 80
"""Characters up to a full stop that are looked at: longer than any abbreviation."""

_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s|$)")
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
    quotation marks ends it together with the closing mark, unless the text goes on in small letters.
    """
    piece = paragraph.of(text)
    found: list[Span] = []
    start = 0
    for match in _END.finditer(piece):
        if match.start() < start:
            continue
        following = piece[match.end() : match.end() + LOOK_AHEAD].lstrip()
        if following and not _ends(piece[max(start, match.end() - LOOK_BACK) : match.end()], match.group(), following):
            continue
        _add(found, piece, start, match.end(), paragraph.start)
        start = match.end()
    _add(found, piece, start, len(piece), paragraph.start)
    return found


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
