"""Which attributions are statements: what is said, not what is thought, wished, done or shown."""

import re

from onrecord.find.speech.cues import cues
from onrecord.knowledge.introductions import opening
from onrecord.knowledge.speaking import lemmas
from onrecord.model.mention import Attribution
from onrecord.model.page import Page
from onrecord.read.unsaid import cue_of, is_beside

_ALWAYS = frozenset({"clause", "quote", "carried", "according", "citing", "block", "transcript", "embedded"})
_SHOWING = frozenset({"suggest", "highlight", "underscore", "underline", "reveal", "signal", "indicate", "illustrate"})
_MANDATING = frozenset({"demand", "request", "ask", "order"})
_QUOTE = re.compile(r"[\"“”„‟«»‹›「」『』＂〝〞]|''|``|’’|‘‘")
_ABOUT = re.compile(r"\b(?:that|about|over|at|for|with|on|in|to|by|if|whether|against|toward)\b", re.I)
_FEWEST = 2


def is_statement(page: Page, saying: Attribution) -> bool:
    """Whether somebody says it; quoted words of thought, blame and praise count."""
    kind, _, frame = saying.rule.partition("/")
    content = sum(len(part.of(page.body).split()) for part in saying.content)
    fewest = 1 if saying.direct or _is_complement(page, saying) else _FEWEST
    if content < fewest or (not saying.source and saying.speaker is None):
        return False
    if saying.source and not re.search(r"[^\W\d]{2}|\bI\b", saying.source[0].of(page.body)):
        return False  # "-1.35% added 116 points"
    if is_beside(page, saying) and saying.cue_lemma in _SHOWING and saying.source:
        return False  # "the decision suggests that", "the rift highlights"
    if (frame == "transcript" and saying.cue_lemma == "ask") or _is_asked(page, saying):
        return False
    if kind == "say" and frame == "clause" and saying.cue_lemma in _MANDATING and not saying.direct:
        return False  # "demanded that the harbour close": a position
    if frame == "clause" and saying.content[0].of(page.body).lower().startswith("what ") and not saying.direct:
        return saying.cue_lemma == "say"  # not "praised what he called a farce", "told them what it meant to her"
    if kind == "say" and frame in _ALWAYS:
        return True
    if kind == "show" and frame == "clause" and saying.cue_lemma in ("find", "show"):
        return _is_office(page, saying) and not (saying.speaker is not None and is_beside(page, saying))
    if kind == "show" and frame == "object" and saying.cue_lemma == "show" and not saying.direct:
        return _is_office(page, saying) and _is_survey(page, saying)
    if frame == "infinitive" and kind == "say":
        return saying.direct and saying.speaker is not None and cues().states(saying.cue_lemma) != "never"
    if frame in ("object", "preposition"):
        states = cues().states(saying.cue_lemma)
        if _is_scare(page, saying):
            return False
        if states == "as" or (frame == "preposition" and saying.cue_lemma in lemmas("naming")):
            return saying.direct or _says_what(page, saying)
        if saying.cue_lemma in lemmas("voicing") and not _ABOUT.search(saying.content[0].of(page.body)):
            return saying.direct  # "voiced their concerns"
        return states == "always" or (states == "quoted" and saying.direct)
    return frame in ("quote", "carried") or (kind == "think" and frame == "clause" and saying.direct)


def _says_what(page: Page, saying: Attribution) -> bool:
    """Whether it tells what a thing is: "denounced the levy as a fraud"; not "denounced the levy"."""
    first = saying.content[0]
    return page.body[: first.start].rstrip().lower().endswith(" as") or " as " in first.of(page.body)


def _is_scare(page: Page, saying: Attribution) -> bool:
    """Whether it only words a thing of the text itself ("to end what he calls “unfair” trade", no "“a farce”")."""
    what = bool(saying.source) and page.body[: saying.source[0].start].rstrip().lower().endswith("what")
    return what and (not saying.direct or bool(_QUOTE.search(saying.content[0].of(page.body))))


def _is_complement(page: Page, saying: Attribution) -> bool:
    """Whether it is what a thing is said to be, said in the passive ("was described by Norway as illegal")."""
    place = cue_of(page, saying) if saying.speaker is not None else None
    if place is None or cues().states(saying.cue_lemma) not in ("always", "as"):
        return False
    return any(place[0].tokens[k].dep == "auxpass" for k in place[0].children[place[1]])


def _is_asked(page: Page, saying: Attribution) -> bool:
    """Whether it is a reporter's question."""
    if not saying.direct or not saying.source:
        return False
    words = saying.source[0].of(page.body).lower().split()
    return words[-1] in opening("asks") and saying.content[0].of(page.body).rstrip("”\"’'").endswith("?")


def _is_office(page: Page, saying: Attribution) -> bool:
    """Whether it says so who counts or asks: a body, or "customs" and "the ministry" that the text names no further."""
    if saying.speaker is not None and saying.speaker.kind == "body":
        return True
    words = saying.source[0].of(page.body).lower().split() if saying.source else []
    return bool(words) and words[-1].removesuffix("'s").removesuffix("’s") in lemmas("counting")


def _is_survey(page: Page, saying: Attribution) -> bool:
    """Whether figures or a survey show it, and nobody in person ("the bank showed a plan")."""
    place = cue_of(page, saying)
    below = place[0].children[place[1]] if place is not None else ()
    return place is not None and any(
        place[0].tokens[k].dep == "nsubj" and place[0].tokens[k].lemma in lemmas("survey") for k in below
    )
