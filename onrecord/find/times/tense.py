"""The tense that governs a place of the sentence, by a simple look at the verbs beside it; no parser."""

from collections.abc import Sequence

from onrecord.find.times.now import Tense
from onrecord.find.times.words import Word, kinds

_FAR = 14


def tense_at(words: Sequence[Word], start: int, end: int) -> Tense:
    """Whether ``words[start:end]`` looks back or ahead: by the preposition, else by the nearest verb."""
    letters = kinds()
    before = words[start - 1].text.lower() if start else ""
    if before == "since":
        return "past"
    if before in ("until", "till"):
        return "future"
    left = _leftward(words, start, letters)
    if before == "by" and left != "past":
        return "future"
    return left or _rightward(words, end, letters)


def _leftward(words: Sequence[Word], start: int, letters: dict[str, str]) -> Tense:
    past = (letters["edverb"], letters["pastverb"])
    for at in range(start - 1, max(-1, start - 1 - _FAR), -1):
        kind = words[at].kind
        if kind == letters["said"]:
            if _after_future(words, at, letters):
                return "future"
            return "past"
        if kind in past:
            return "future" if _after_future(words, at, letters) else "past"
        if kind == letters["will"]:
            return "future"
        if kind == letters["forward"] or kind == letters["presently"]:
            return "future"
        if (
            kind == letters["to"]
            and at + 1 < start
            and words[at + 1].kind in (letters["x"], letters["be"], letters["has"])
        ):
            if words[at + 1].text[0].islower() and _forward_head(words, at, letters):
                return "future"
            continue
        if kind == letters["be"] and words[at].text.lower() in ("was", "were"):
            return "past"
        if kind == letters["has"] and words[at].text.lower() == "had":
            return "past"
        if kind == letters["stop"] and words[at].text == ";":
            break
    return ""


def _after_future(words: Sequence[Word], at: int, letters: dict[str, str]) -> bool:
    """Whether the participle at a place hangs on "will be", "to be" or "expected to have been"."""
    seen_be = False
    for back in range(at - 1, max(-1, at - 5), -1):
        kind = words[back].kind
        if kind == letters["will"]:
            return True
        if kind == letters["be"] and words[back].text.lower() in ("be", "being", "been"):
            seen_be = True
        elif kind == letters["to"] and seen_be:
            return True
        elif kind not in (letters["x"], letters["not"], letters["has"], letters["also"] if "also" in letters else ""):
            return False
    return False


def _forward_head(words: Sequence[Word], at: int, letters: dict[str, str]) -> bool:
    """Whether the infinitive whose "to" stands at a place hangs on a word that looks ahead ("is due", "plans")."""
    for back in range(at - 1, max(-1, at - 6), -1):
        kind = words[back].kind
        if kind == letters["forward"] or kind == letters["will"]:
            return True
        if kind in (letters["pastverb"], letters["edverb"], letters["said"]):
            return False
        if kind == letters["be"]:
            return words[back].text.lower() in ("is", "are", "'re", "'s")
    return False


def _rightward(words: Sequence[Word], end: int, letters: dict[str, str]) -> Tense:
    for at in range(end, min(len(words), end + _FAR)):
        kind = words[at].kind
        if kind == letters["will"]:
            return "future"
        if kind in (letters["pastverb"], letters["edverb"], letters["said"]):
            return "past"
        if kind == letters["forward"]:
            return "future"
        if kind == letters["be"] and words[at].text.lower() in ("was", "were"):
            return "past"
        if kind == letters["stop"] and words[at].text == ";":
            break
    return ""
