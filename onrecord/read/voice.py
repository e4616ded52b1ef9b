"""Voice: how sure a stretch of text is of what it says, and who passes it on."""

import re

from onrecord.model.assertion import Certainty
from onrecord.model.mention import ActorMention, Attribution
from onrecord.model.page import Page
from onrecord.model.span import Span

_DENIED = re.compile(r"\b(?:not|never|no longer|n[o’']t|denied|denies|deny|without)\b|n[’']t\b", re.I)
_POSSIBLE = re.compile(
    r"\b(?:could|might|may(?! \d)|would|possibl[ey]|perhaps|probably|likely|potential(?:ly)?|if|whether|unless|consider(?:s|ed|ing)?"
    r"|mull(?:s|ed|ing)?|weigh(?:s|ed|ing)?|float(?:s|ed)?|rumou?red|hopes?|hoping)\b",
    re.I,
)
_PLANNED = re.compile(
    r"\b(?:will|shall|won[’']t|plan(?:s|ned|ning)?(?= to| on|\b)|intend(?:s|ed)?|going to|set to|due to(?= \w+\b(?<!the))"
    r"|scheduled|expected to|about to|aim(?:s|ed)? to|decided to|agreed to|vow(?:s|ed)?|pledg(?:e|es|ed)|promis(?:e|es|ed)"
    r"|next (?:week|month|year|round)|upcoming)\b|[’']ll\b",
    re.I,
)
_WEAK = frozenset({"want", "feel"})


def voice(page: Page, span: Span) -> tuple[Certainty, tuple[str, ...]]:
    """The certainty of what stands in ``span`` and the chain through which it came.

    The chain names who said it first, then each who passed it on. Only sayings around the whole of the span count.
    """
    around = sayings(page, span)
    return certainty(page, span, around), chain(around)


def sayings(page: Page, span: Span) -> tuple[Attribution, ...]:
    """The sayings in whose content most of ``span`` lies, innermost first."""
    length = max(1, span.end - span.start)
    found = [
        saying
        for saying in page.speech
        if saying.rule.startswith("say/")
        and saying.start < span.end
        and saying.end > span.start
        and 5 * sum(part.shares(span) for part in saying.content) >= 4 * length
    ]
    return tuple(sorted(found, key=lambda saying: sum(part.end - part.start for part in saying.content)))


def chain(around: tuple[Attribution, ...]) -> tuple[str, ...]:
    """The names of those who say it: the innermost speaker, their channels, then those who report that."""
    names: list[str] = []
    for saying in around:
        names.extend(name for who in (saying.speaker, *saying.via) if (name := name_of(who)))
    return tuple(dict.fromkeys(names))


def name_of(who: ActorMention | None) -> str:
    """The name or description of an actor; "" where it is open."""
    return who.name if who is not None else ""


def certainty(page: Page, span: Span, around: tuple[Attribution, ...]) -> Certainty:
    """Denied before possible before planned: what its own words say, then what the verb of saying says."""
    words = span.of(page.body)
    verbs = {saying.cue_lemma for saying in around[:1]}
    if verbs & {"deny", "refute", "rebut", "dispute"} or _DENIED.search(words):
        return "denied"
    if _POSSIBLE.search(words) or verbs & {"speculate", "predict", "suggest", "estimate", "hope", "hint"}:
        return "possible"
    if _PLANNED.search(words) or verbs & {"vow", "pledge", "promise", "threaten"}:
        return "planned"
    return "stated"
