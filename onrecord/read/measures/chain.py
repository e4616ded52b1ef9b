"""The chain: what a measure named again takes over from where it was named before."""

from collections import Counter, deque

import msgspec

from onrecord.knowledge.instruments import Scope
from onrecord.model.assertion import Action, Instrument
from onrecord.model.page import Page


class Named(msgspec.Struct, frozen=True, kw_only=True):
    """A measure as one place in the text names it, all its rows together."""

    instrument: Instrument
    sentence: int
    imposers: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    hs: tuple[str, ...] = ()
    rates: tuple[float, ...] = ()
    scope: Scope | None = None
    action: Action | None = None


_REMEMBERED = 200
"""How many measures are kept in mind: enough for any article, and little work for what is none."""


class Memory:
    """What the article has named so far, and who speaks of whom in it."""

    def __init__(self, page: Page) -> None:
        self._named: deque[Named] = deque(maxlen=_REMEMBERED)
        self.of_trade = " trade " in page.article.body or "tariff" in page.article.body
        self._imposing: Counter[str] = Counter()
        self._places = [(actor.start, actor.states[0]) for actor in page.actors if len(actor.states) == 1]
        self._states: Counter[str] = Counter(state for actor in page.actors for state in actor.states)

    def add(self, named: Named) -> None:
        """Keep what was named."""
        self._named.append(named)
        self._imposing.update(named.imposers)

    def beside(self, sentence: int) -> tuple[str, ...]:
        """Who imposes the measure named last, if that stands in this sentence."""
        named = self._named[-1] if self._named else None
        return named.imposers if named is not None and named.sentence == sentence else ()

    def last(self, instrument: Instrument, imposers: tuple[str, ...] = ()) -> Named | None:
        """The measure of this kind named last (by these imposers, if any are given)."""
        for named in reversed(self._named):
            if named.instrument == instrument and (not imposers or set(imposers) & set(named.imposers)):
                return named
        return None

    def main(self, instrument: Instrument, sentence: int) -> Named | None:
        """The measure named last that answers no other; none if an answer was named in this sentence."""
        for named in reversed(self._named):
            if named.instrument != instrument:
                continue
            if named.sentence == sentence and named.scope == "retaliatory":
                return None
            if named.scope != "retaliatory":
                return named
        return None

    def of_products(self, instrument: Instrument, products: tuple[str, ...]) -> Named | None:
        """The measure on these products named last: on them alone, if there was one, else on more."""
        wanted = {product.casefold() for product in products}
        found: Named | None = None
        for named in reversed(self._named):
            have = {product.casefold() for product in named.products}
            if named.instrument == instrument and wanted <= have and (found is None or len(have) < len(found.products)):
                found = named
        return found

    def hitting(self, instrument: Instrument, state: str) -> tuple[str, ...]:
        """Who has hit a state that has hit nobody itself; nobody if it has."""
        if any(state in named.imposers for named in self._named):
            return ()
        hit = [named for named in self._named if named.instrument == instrument and state in named.targets]
        return hit[-1].imposers if hit else ()

    def of_scope(self, instrument: Instrument, scope: Scope) -> Named | None:
        """The measure of this scope named last."""
        found = (named for named in reversed(self._named) if named.instrument == instrument and named.scope == scope)
        return next(found, None)

    def only_target(self, instrument: Instrument, imposers: tuple[str, ...]) -> tuple[str, ...]:
        """The one state that these imposers have hit so far, if it is one."""
        hit = {
            target
            for named in self._named
            if named.instrument == instrument and set(named.imposers) & set(imposers)
            for target in named.targets
        }
        return tuple(hit) if len(hit) == 1 and not hit & set(imposers) else ()

    def struck_first(self, imposer: str) -> tuple[str, ...]:
        """Whom a state strikes back at: who imposed on it last, or on somebody, if it was not the state itself."""
        others = [named for named in self._named if named.instrument == "tariff" and imposer not in named.imposers]
        for named in reversed(others):
            if imposer in named.targets and len(named.imposers) == 1:
                return named.imposers
        return others[-1].imposers if others and len(others[-1].imposers) == 1 else ()

    def struck_alone(self, imposer: str) -> tuple[str, ...]:
        """The one state that has hit another which had hit nobody: whom that one answers."""
        tariffs = [named for named in self._named if named.instrument == "tariff"]
        first = {named.imposers for named in tariffs if imposer in named.targets and len(named.imposers) == 1}
        hit = {target for named in tariffs if imposer in named.imposers for target in named.targets}
        if len(first) != 1:
            return ()
        (other,) = first
        return other if hit <= set(other) else ()

    def struck_by(self, imposers: tuple[str, ...], targets: tuple[str, ...]) -> bool:
        """Whether the targets hit the imposers before: what these do is an answer."""
        return any(
            set(named.imposers) & set(targets) and set(named.targets) & set(imposers)
            for named in self._named
            if named.instrument == "tariff"
        )

    def retaliator(self) -> tuple[str, ...]:
        """Who strikes back: who did so before, else the state named most that is not the first to impose."""
        for named in reversed(self._named):
            if named.scope == "retaliatory" and named.imposers:
                return named.imposers
        first = next((named.imposers for named in self._named if named.instrument == "tariff"), ("US",))
        return next(((state,) for state, _ in self._states.most_common() if state not in first), ())

    def imposer(
        self, instrument: Instrument, targets: tuple[str, ...], objectors: tuple[str, ...] = (), at: int = 0
    ) -> tuple[str, ...]:
        """Who imposes where the text does not say: who did before, else whom the text is about.

        What ``objectors`` complain of is imposed by the state named last before ``at``, a place in the body.
        """
        if objectors:
            others = [state for start, state in self._places if start < at and state not in (*targets, *objectors)]
            if others:
                return (others[-1],)
        for named in reversed(self._named):
            if named.instrument == instrument and named.imposers and set(named.targets) & set(targets):
                return named.imposers
        if targets and "US" not in targets and instrument == "tariff" and self._states["US"]:
            return ("US",)
        before = self.last(instrument)
        if before is not None and before.imposers and not set(before.imposers) & set(targets):
            return before.imposers
        for state, _ in self._imposing.most_common():
            if state not in targets:
                return (state,)
        ranked = [state for state, _ in self._states.most_common() if state not in targets]
        if "US" in ranked and instrument in ("tariff", "quota", "import-restriction"):
            return ("US",)
        return (ranked[0],) if ranked and targets else ()

    def knows(self, parties: tuple[str, ...]) -> bool:
        """Whether an agreement of these parties was named."""
        return any(named.instrument == "trade-agreement" and named.targets == parties for named in self._named)

    def most_named(self) -> str:
        """The state that the article names most, or ""."""
        return self._states.most_common(1)[0][0] if self._states else ""
