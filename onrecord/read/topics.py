"""What a position is about: the issues in its words, or in the words that it points back to."""

from collections import Counter

from onrecord.find.frames.grammar import children, is_verb, phrase
from onrecord.model.mention import FrameMention
from onrecord.model.page import Page, Sentence
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
        "truce",
        "ceasefire",
        "deal",
    }
)
"""Words that point back to what was said before."""
_SHORT = 3
_OF_TRADE = frozenset({"agree", "refuse", "threaten"})
"""What states do so is about the matter of the article; so is what they say they will buy."""
_ADDRESSED = frozenset({"object", "request", "demand", "warn", "offer"})
"""What states say so to others is about trade where it names trade: "urged Norway to follow trade rules"."""


def issues_of(page: Page, frame: FrameMention, span: Span, actor: tuple[str, ...], *, accuses: bool) -> tuple[str, ...]:
    """The issues named in the span; else in its sentence; else in a sentence before, else the article's.

    ``actor`` holds the position: what states judge and want in an article on trade is trade; others want many things.
    ``accuses``: it says of somebody what they did wrong: they and it are what the article is about.
    """
    sentence = page.sentences[frame.sentence]
    after = Span(start=min(max(span.start, sentence.tokens[frame.trigger].start), span.end), end=span.end)
    of_states = all(len(one) == 2 for one in actor)
    says = dict(frame.says)
    spoken = says.get("holder") == "speaker"
    traded = says.get("way") == "purchase" or says["stance"] in _OF_TRADE
    traded = traded or (says["stance"] in _ADDRESSED and _names_trade(sentence, span))
    back = (of_states and (spoken or traded)) or accuses or _points_back(page, frame, loosely=of_states)
    wide = (of_states and says["stance"] != "support") or (_is_judged(frame) and spoken)
    for where in (after, span, sentence) if back or wide else (after, span):
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


def _names_trade(sentence: Sentence, span: Span) -> bool:
    return any(token.lemma in ("trade", "trading") and span.holds(token) for token in sentence.tokens)


def _points_back(page: Page, frame: FrameMention, *, loosely: bool) -> bool:
    """Whether what is wanted is said before: it is left out, or a pronoun, or "the move", "that sentiment".

    ``loosely``: also where such a word stands anywhere in its phrase, or where the phrase is short.
    """
    sentence = page.sentences[frame.sentence]
    contents = [
        role
        for role in frame.roles
        if role.name == "content" or (role.name == "actor" and role.end > sentence.tokens[frame.trigger].start)
    ]
    if not contents or any(_is_pointer(sentence, role.head) for role in contents):
        return True
    words = [sentence.tokens[at] for role in contents for at in phrase(sentence, role.head)]
    short = len(words) <= _SHORT and not any(word.pos == "PROPN" for word in words)
    return loosely and (short or any(word.lemma in _BACK or word.tag == "PRP" for word in words))


def _is_pointer(sentence: Sentence, head: int) -> bool:
    token = sentence.tokens[head]
    if is_verb(sentence, head):  # "would follow through on it"
        return any(_is_pointer(sentence, child) for child in children(sentence, head, "dobj", "nsubjpass"))
    if token.text.lower() in ("it", "this", "that", "these", "those", "they", "them", "so"):
        return True
    if token.tag in ("WDT", "WP") or token.pos == "PROPN":
        return False
    return token.lemma in _BACK


def _named(page: Page, span: Span) -> tuple[str, ...]:
    mentions = list(page.within(page.issues, span))
    strong = [mention.issue for mention in mentions if not mention.weak]
    return tuple(sorted(set(strong or [mention.issue for mention in mentions])))
