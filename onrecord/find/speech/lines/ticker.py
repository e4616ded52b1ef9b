"""Lines of a ticker, all in capitals: "BESSENT: WILL NOT EXTEND TRUCE", "TRUMP SAYS TARIFFS TO RISE"."""

import re

from onrecord.find.speech.claim import Claim
from onrecord.find.speech.grammar import trimmed
from onrecord.find.speech.lines.labels import Labels
from onrecord.find.speech.named import Named
from onrecord.knowledge.introductions import opening
from onrecord.model.mention import ActorMention
from onrecord.model.span import Span

_LINE = re.compile(
    r"(?:[*•▪●>–-]+\s*)?(?P<owner>[A-Z][A-Z. -]*['’]S )?(?P<who>[A-Z][A-Z.'’ -]{1,50}?)"
    r"(?P<cue>:| SAYS?:?| SAID| TELLS [A-Z ]{2,20}?| ON [A-Z ]{2,20}:)\s+(?P<what>\S[^\n]*)"
)
_TOLD = re.compile(
    r"\b(?:TO|NOT?|NEVER|WILL|WON['’]T|CAN(?:NOT|['’]T)?|MAY|MUST|SHOULD|WOULD|COULD|IS|ARE|WAS|WERE|HAVE|HAS|WE|I)\b"
)
_LONGEST = 200
_FEWEST = 2


def ticker(body: str, line: Span, number: int, labels: Labels, named: Named) -> Claim | None:
    """The claim of a line in capitals that names somebody known first; ``number`` is the sentence that it is."""
    if line.end - line.start > _LONGEST or not body[line.start : line.end].isupper():
        return None
    match = _LINE.fullmatch(body, line.start, line.end)
    if match is None or match["who"].lower() in opening("heading") - opening("voiced"):
        return None
    content = trimmed(body, match.start("what"), match.end("what"))
    if content is None or len(content.of(body).split()) < _FEWEST:
        return None
    if not match["cue"].startswith(" S") and not _TOLD.search(body, content.start, content.end):
        return None  # "BESSENT: A LIFE IN FINANCE"
    source = Span(start=match.start("who"), end=match.end("who"))
    speaker = labels.at(source) or _whole(source, named)
    if speaker is None and source.of(body).split()[-1].lower() not in opening("voiced"):
        return None
    return Claim(
        frame="block",
        lemma="say",
        content=(content,),
        sentence=number,
        source=source,
        head=source.end - 1,
        speaker=speaker,
    )


def _whole(source: Span, named: Named) -> ActorMention | None:
    """Who is named by all of a label, but for an article."""
    who = named.at(source.end - 1)
    return who if who is not None and who.start <= source.start + 4 else None
