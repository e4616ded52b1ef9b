"""What a position is about: the issues in its words, or in the words that it points back to."""

from collections import Counter

from onrecord.model.mention import FrameMention
from onrecord.model.page import Page
from onrecord.model.span import Span

_BACK = frozenset(
    {
        "this",
        "that",
        "these",
        "those",
        "it",
        "they",
        "such",
        "move",
        "decision",
        "step",
        "measure",
        "plan",
        "idea",
        "offer",
        "proposal",
    }
    | {
        "demand",
        "text",
        "change",
        "announcement",
        "action",
        "talk",
        "negotiation",
        "outcome",
        "issue",
        "threat",
        "request",
    }
)
"""Words that point back to what was said before."""


def issues_of(page: Page, frame: FrameMention, span: Span) -> tuple[str, ...]:
    """The issues named in the span; else in its sentence; else in a sentence before, else the article's."""
    sentence = page.sentences[frame.sentence]
    after = Span(start=min(max(span.start, sentence.tokens[frame.trigger].start), span.end), end=span.end)
    back = _points_back(page, frame)
    for where in (after, span, sentence) if back or _is_judged(frame) else (after, span):
        found = _named(page, where)
        if found:
            return found
    if not back:
        return ()
    for number in range(frame.sentence - 1, max(-1, frame.sentence - 4), -1):
        found = _named(page, page.sentences[number])
        if found:
            return found
    counts = Counter(mention.issue for mention in page.issues if not mention.weak)
    return tuple(issue for issue, _ in counts.most_common(1))


def _is_judged(frame: FrameMention) -> bool:
    return dict(frame.says)["stance"] in ("object", "agree", "refuse", "demand", "threaten", "warn", "propose")


def _points_back(page: Page, frame: FrameMention) -> bool:
    """Whether what is wanted is said before: it is left out, or a pronoun, or "the move"."""
    sentence = page.sentences[frame.sentence]
    contents = [
        role
        for role in frame.roles
        if role.name in ("content", "actor") and role.end > sentence.tokens[frame.trigger].start
    ]
    if not contents:
        return True
    tokens = [sentence.tokens[at] for role in contents for at in sentence.indices_in(role)]
    return len(tokens) <= 3 or any(token.lemma in _BACK or token.tag == "PRP" for token in tokens)


def _named(page: Page, span: Span) -> tuple[str, ...]:
    mentions = list(page.within(page.issues, span))
    strong = [mention.issue for mention in mentions if not mention.weak]
    return tuple(sorted(set(strong or [mention.issue for mention in mentions])))
