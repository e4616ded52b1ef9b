"""How sure it is what somebody says: from their words, from the verb of saying, and from whether it was said at all."""

from collections.abc import Collection

from onrecord.find.speech.cues import cues
from onrecord.knowledge.sureness import sureness
from onrecord.model.assertion import Certainty
from onrecord.model.mention import Attribution
from onrecord.model.page import Page, Sentence
from onrecord.model.span import Span
from onrecord.read.governing import (
    DENYING,
    is_condition,
    is_left_open,
    is_negated,
    is_nobody,
    is_question,
    is_short_of,
    of_words,
    rules_out,
)

_CONFIRMING = frozenset({"confirm", "verify", "corroborate"})
_RANK: tuple[Certainty, ...] = ("denied", "possible", "planned", "stated")


def certainty(page: Page, span: Span, around: tuple[Attribution, ...] = ()) -> Certainty:
    """How sure the words are: those of the span's main verb, of the words that govern it, then of each saying around.

    Denied goes before possible, possible before planned. ``would`` after a verb of saying in the past is ``will``; what
    is not denied or not ruled out is possible, and so is what somebody asks.
    """
    at = page.sentence_at(span.start)
    found: set[Certainty] = set()
    if at is not None and page.sentences[at].tokens:
        found = of_words(page.sentences[at], span, {saying.cue[0].start for saying in around if saying.cue})
        if page.body[page.sentences[at].end - 1] == "?":
            found.add("possible")
    found |= {_of_cue(page, saying) for saying in around[:1]}
    found |= {_of_cue(page, saying) for saying in around[1:] if saying.cue_lemma in DENYING}
    found |= {_carried(page, saying) for saying in around}
    return least(found)


def of_saying(page: Page, saying: Attribution) -> Certainty:
    """How sure it is that it was said; what its speaker denies is denied."""
    if saying.cue_lemma in DENYING and saying.cue and not saying.rule.endswith(("/according", "/citing")):
        return _of_cue(page, saying)
    return _of_act(page, saying)


def is_not_said(page: Page, saying: Attribution) -> bool:
    """Whether nobody said it, or whoever did not: "no one said", "did not say", "denied saying"."""
    return not _denies(page, saying) and _of_act(page, saying) == "denied"


def carried(page: Page, span: Span, around: tuple[Attribution, ...]) -> Certainty:
    """What the acts of saying around a stretch leave of it, whatever its own words say."""
    found = {_carried(page, saying) for saying in around}
    at = page.sentence_at(span.start)
    if at is not None and is_left_open(page.sentences[at], span):
        found.add("possible")
    return least(found)


def least(found: Collection[Certainty]) -> Certainty:
    """The least sure of some."""
    return next((one for one in _RANK if one in found), "stated")


def _of_act(page: Page, saying: Attribution) -> Certainty:
    """How sure the act of saying is; "according to" and "citing" hang on what is said, and are no acts of their own."""
    if not saying.cue or saying.rule.endswith(("/according", "/citing")):
        return "stated"
    if is_nobodys(page, saying):
        return "denied"
    place = _cue_of(page, saying)
    if place is None:
        return "stated"
    sentence, verb = place
    if sentence.tokens[verb].dep == "advcl" and is_condition(sentence, verb):
        return "possible"  # "if Norway says that": it has not said so
    if is_short_of(sentence, verb):
        return "denied"
    participle = sentence.tokens[verb].tag in ("VBG", "VBN")
    if sentence.tokens[verb].dep in ("advcl", "pcomp") or (sentence.tokens[verb].dep == "acl" and participle):
        return "stated"
    above = sentence.tokens[sentence.tokens[verb].head]
    if any(part.start <= above.start < part.end for part in saying.content):
        return "stated"  # "The mills, he said, have not closed": the verb around is of what is said
    sure = certainty(page, saying.cue[0])
    if sure == "possible" and sentence.tokens[verb].tag == "VBD" and not _is_doubted(sentence, verb):
        return "stated"  # what was said was said: conditions and questions beside it are those of the words
    return sure


def is_nobodys(page: Page, saying: Attribution) -> bool:
    """Whether who is said to say it is nobody; a person may be called No."""
    if not saying.source:
        return False
    words = saying.source[0].of(page.body)
    named = saying.speaker is not None and saying.speaker.kind == "person" and not saying.speaker.name.startswith("No ")
    return is_nobody(words) and not (named and words.startswith("No "))


def _carried(page: Page, saying: Attribution) -> Certainty:
    """What the act of saying leaves of what is said: what was not said is denied; what was only not told is open."""
    if _denies(page, saying):
        return "stated"  # "did not deny that": the verb counts
    act = _of_act(page, saying)
    return "possible" if act == "denied" and _is_open(page, saying) else act


def _is_open(page: Page, saying: Attribution) -> bool:
    """Whether it is only left open: "did not say when", "would not confirm that", "neither confirmed nor denied"."""
    if saying.cue_lemma in _CONFIRMING or is_question(saying.content[0].of(page.body)):
        return True
    place = _cue_of(page, saying)
    before = page.body[: saying.content[0].start].rstrip()
    return before.endswith(" whether") or place is None


def _denies(page: Page, saying: Attribution) -> bool:
    place = _cue_of(page, saying)
    out = place is not None and rules_out(*place)
    return out or cues().certainty(saying.cue_lemma, "verb") == "denied"


def _is_doubted(sentence: Sentence, at: int) -> bool:
    """Whether a verb of saying is itself in doubt: "reportedly said", "it is unclear whether he said"."""
    tokens = sentence.tokens
    above = tokens[at].dep in ("ccomp", "acl", "relcl", "csubj") and tokens[at].head != at
    return above or any(
        tokens[k].text.lower() in sureness("adverb") for k in sentence.children[at] if tokens[k].dep == "advmod"
    )


def _of_cue(page: Page, saying: Attribution) -> Certainty:
    """How sure a verb of saying makes what is said; "did not deny" leaves it open."""
    if not _denies(page, saying):
        return cues().certainty(saying.cue_lemma, "verb")
    place = _cue_of(page, saying)
    if is_nobodys(page, saying) or (place is not None and (is_negated(*place) or _is_neither(*place))):
        return "possible"
    return "denied"


def _is_neither(sentence: Sentence, at: int) -> bool:
    """Whether it is what somebody would no more do than confirm: "refused to confirm or deny"."""
    token = sentence.tokens[at]
    return token.dep == "conj" and sentence.tokens[token.head].lemma in _CONFIRMING


def _cue_of(page: Page, saying: Attribution) -> tuple[Sentence, int] | None:
    """The sentence of its cue, and which word it is."""
    at = page.sentence_at(saying.cue[0].start) if saying.cue else None
    word = page.sentences[at].index_at(saying.cue[0].start) if at is not None else None
    return (page.sentences[at], word) if at is not None and word is not None else None
