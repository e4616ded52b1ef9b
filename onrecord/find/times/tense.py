"""The tense that governs a place of the sentence, by a simple look at the verbs beside it; no parser."""

from collections.abc import Sequence

from onrecord.find.times.now import Tense
from onrecord.find.times.words import Word, kinds

_FAR = 16
_WAS = frozenset(("was", "were", "had"))
_NOW = frozenset(("is", "are", "am", "'re", "’re"))


def tense_at(words: Sequence[Word], start: int, end: int) -> Tense:
    """Whether ``words[start:end]`` looks back or ahead: by the preposition, else by the nearest verb."""
    letters = kinds()
    before = words[start - 1].text.lower() if start else ""
    if before == "since":
        return "past"
    if before in ("until", "till"):
        return "future"
    if before == "as" and start > 2 and words[start - 2].text.lower() in ("soon", "early") and not _was(words, start):
        return "future"
    if before == "from" and start == 1 and _goes_on(words, end):
        return "future"
    if start and words[start - 1].kind == letters["utterance"] and _opens(words, end):
        return "past"  # "the announcement Thursday that duties would rise"
    if before == "on" and start > 1:
        before = words[start - 2].text.lower()
    if before in ("that", "which", "who") and end < len(words) and words[end].kind in _over(letters):
        return "past"  # "the bill that on Friday passed the house"
    if before in ("starting", "beginning", "effective"):
        return "future" if any(word.kind == letters["weekday"] for word in words[start:end]) else ""
    if end < len(words) and words[end].kind == letters["genitive"]:
        return _of_noun(words, start, end, letters)
    if end < len(words) and words[end].kind == letters["x"] and start:
        article = words[start - 1].kind
        if article == letters["a"] or (article == letters["the"] and words[start].kind != letters["month"]):
            return _of_noun(words, start, end, letters)
    if start > 1 and words[start - 1].kind == letters["pledged"] and words[start - 2].kind != letters["to"]:
        return "past" if words[start].kind == letters["weekday"] else ""
    left = _leftward(words, start, letters)
    if left == "future" and words[start].kind == letters["month"] and _is_figure(words, start, letters):
        return "past"
    if before == "by" and left != "past":
        return "future"
    if (
        not left
        and words[start].kind == letters["month"]
        and any(word.kind == letters["occasion"] for word in words[max(0, start - 3) : start])
    ):
        return "future"  # "midterm elections in November"
    return left or _rightward(words, end, letters)


def _opens(words: Sequence[Word], end: int) -> bool:
    """Whether the clause of what was said or decided begins."""
    return end < len(words) and words[end].text.lower() in ("that", "to")


def _goes_on(words: Sequence[Word], end: int) -> bool:
    """Whether the first verb of the sentence tells of now: "From Friday, duties are increasing"."""
    for word in words[end : end + _FAR]:
        if word.text.lower() in _NOW:
            return True
        if word.kind in _over(kinds()) or word.text.lower() in _WAS:
            return False
    return False


def _of_noun(words: Sequence[Word], start: int, end: int, letters: dict[str, str]) -> Tense:
    """``Friday's talks``, ``an early Friday call``: behind us, unless something comes before them or they will be."""
    nearby = {word.text.lower() for word in words[max(0, start - 3) : start]}
    if nearby & {"ahead", "before", "until", "next", "for"}:
        return "future"
    return (
        "future" if any(word.kind in (letters["will"], letters["forward"]) for word in words[end : end + 5]) else "past"
    )


def _is_figure(words: Sequence[Word], start: int, letters: dict[str, str]) -> bool:
    """Whether an amount stands before "in July" that is compared with ("slower than the 12 percent in July")."""
    if start < 3 or words[start - 1].text.lower() != "in":
        return False
    if words[start - 2].kind not in (letters["scale"], letters["money"], letters["number"]):
        return False
    return any(word.text.lower() in ("from", "than", "after", "with") for word in words[max(0, start - 8) : start])


def _over(letters: dict[str, str]) -> tuple[str, ...]:
    """The kinds of verbs that look back."""
    return (letters["edverb"], letters["pastverb"], letters["said"], letters["pledged"], letters["defer"])


def _leftward(words: Sequence[Word], start: int, letters: dict[str, str]) -> Tense:
    past = _over(letters)
    for at in range(start - 1, max(-1, start - 1 - _FAR), -1):
        kind, text = words[at].kind, words[at].text.lower()
        if kind == letters["forward"]:
            if at and words[at - 1].kind == letters["to"]:
                if _forward_head(words, at - 1, letters):
                    return "future"
                continue
            return "past" if _had(words, at) else "future"
        if kind == letters["will"]:
            return "future"
        if kind in past:
            if at and words[at - 1].kind in (letters["the"], letters["a"], letters["possessive"]):
                continue  # "the proposed deal"
            if kind in (letters["edverb"], letters["pastverb"]) and at and words[at - 1].text.lower() in _NOW:
                continue  # "what is needed"
            if kind == letters["defer"] and words[start - 1].text.lower() in ("to", "through", "for"):
                return "future"
            if at and words[at - 1].kind == letters["to"]:
                if _forward_head(words, at - 1, letters):
                    return "future"
                continue
            if kind == letters["pledged"] and not text.endswith(("ed", "ought")):
                continue  # a noun, or a verb without its infinitive
            return "future" if _after_future(words, at, letters) else "past"
        if text == "since" and start - at < 8:
            return "past"
        if kind in (letters["ingverb"], letters["coming"]):
            if at and words[at - 1].text.lower() in _NOW:
                return "future"
        elif (
            kind == letters["to"]
            and at + 1 < start
            and words[at + 1].kind in (letters["x"], letters["be"], letters["has"])
        ):
            if words[at + 1].text[0].islower() and _forward_head(words, at, letters):
                return "future"
        elif text in _WAS:
            return "past"
        elif text in ("of", "to") and _leads_up(words, at, start, letters):
            return "future"
        elif text == ";":
            break
    return ""


def _sets_out(words: Sequence[Word], at: int, letters: dict[str, str]) -> bool:
    """Whether "plans to" or "is set to" stands at a place; "agreed to" is over."""
    if words[at].kind != letters["pledged"] or at + 1 >= len(words) or words[at + 1].kind != letters["to"]:
        return False
    return words[at].text.endswith("s") or words[at - 1].text.lower() in _NOW


def _leads_up(words: Sequence[Word], at: int, start: int, letters: dict[str, str]) -> bool:
    """Whether "ahead of" or "in the run-up to" ends at a place, and what they lead up to holds the finding."""
    if any(word.kind == letters["comma"] for word in words[at:start]):
        return False
    before = " ".join(word.text.lower() for word in words[max(0, at - 3) : at + 1])
    return before.endswith(("ahead of", "run - up to"))


def _was(words: Sequence[Word], start: int) -> bool:
    """Whether "was" or "were" stands shortly before a place ("was ready as early as Monday")."""
    return any(word.text.lower() in _WAS for word in words[max(0, start - 6) : start])


def _had(words: Sequence[Word], at: int) -> bool:
    """Whether "had been" stands before the word at a place."""
    return any(word.text.lower() in ("had", "previously", "originally") for word in words[max(0, at - 3) : at])


def _after_future(words: Sequence[Word], at: int, letters: dict[str, str]) -> bool:
    """Whether the participle at a place hangs on "will be" or "to be"."""
    seen_be = False
    for back in range(at - 1, max(-1, at - 5), -1):
        kind, text = words[back].kind, words[back].text.lower()
        if kind == letters["will"]:
            return True
        if text in ("be", "being", "been"):
            seen_be = True
        elif kind == letters["to"] and seen_be:
            return True
        elif kind not in (letters["x"], letters["not"], letters["has"]):
            break
    return _seen_done(words, at, letters)


def _seen_done(words: Sequence[Word], at: int, letters: dict[str, str]) -> bool:
    """Whether the participle at a place is what "will see" or "may have" brings ("will see a duty applied")."""
    for back in range(at - 1, max(0, at - 10), -1):
        word = words[back]
        if word.text.lower() in ("see", "have", "get") and words[back - 1].kind == letters["will"]:
            return True
        if word.kind in (letters["comma"], letters["and"], letters["that"], letters["pastverb"], letters["said"]):
            return False
    return False


def _forward_head(words: Sequence[Word], at: int, letters: dict[str, str]) -> bool:
    """Whether the infinitive whose "to" stands at a place hangs on a word that looks ahead ("is due", "plans")."""
    for back in range(at - 1, max(-1, at - 5), -1):
        kind, text = words[back].kind, words[back].text.lower()
        if kind in (letters["forward"], letters["will"], letters["pledged"]):
            return not _had(words, back)
        if kind in (letters["pastverb"], letters["edverb"], letters["said"]):
            return False
        if kind == letters["be"]:
            return text in _NOW
    return False


def _rightward(words: Sequence[Word], end: int, letters: dict[str, str]) -> Tense:
    for at in range(end, min(len(words), end + _FAR)):
        kind, text = words[at].kind, words[at].text.lower()
        if kind == letters["forward"] and words[at - 1].kind == letters["to"]:
            continue  # an infinitive, of whatever went before
        if kind in (letters["will"], letters["forward"]) or _sets_out(words, at, letters):
            return "future"
        if kind == letters["pledged"] and text.endswith(("ed", "ought")):
            return "past"
        if kind in (letters["pastverb"], letters["edverb"], letters["said"], letters["defer"]) or text in _WAS:
            if kind == letters["edverb"] and at and words[at - 1].kind in (letters["the"], letters["a"]):
                continue
            return "past"
        if text == ";":
            break
    return ""
