"""Growth told as a multiple: "doubled" is up 100 percent, "halved" down 50."""

from collections.abc import Iterator, Sequence

import msgspec

from onrecord.model.mention import AmountMention


def as_growth(amounts: Sequence[AmountMention]) -> Iterator[AmountMention]:
    """The amounts, with verbs of multiples as the percentages that they mean; bounds ("more than doubled") are left."""
    for amount in amounts:
        if amount.unit == "times" and amount.rule.startswith("multiple") and amount.change in ("up", "down"):
            yield msgspec.structs.replace(amount, value=abs(amount.value - 1) * 100, unit="percent")
        else:
            yield amount
