"""Places: whether a capital is only where something happens."""

from onrecord.find.actors.words import HYPHENS, Words
from onrecord.knowledge.places import place_words


def is_place(words: Words, first: int, after: int) -> bool:
    """Whether a capital is only a place: "talks in Washington", "flew to Beijing", "Brussels, Belgium"."""
    before, following = words.low(first - 1), words.low(after)
    based = following in HYPHENS and words.low(after + 1) == "based"
    if based or (following == "," and _state_follows(words, after + 1)):
        return True
    if following in ("'s", "’s"):
        return False
    if before in place_words("before") or before in place_words("motion"):
        return True
    if before in ("to", "from", "for"):
        return any(words.low(index) in place_words("motion") for index in range(max(0, first - 6), first - 1))
    if before == "of":
        return words.low(first - 2) in place_words("part-of")
    return first == 0 and following in ("(", "—", "–", "-")


def _state_follows(words: Words, at: int) -> bool:
    hit = words.hits[at] if at < len(words) else None
    return hit is not None and hit.known.what == "state" and words.low(words.hit_end(at)) in (",", ".", "")
