"""An assertion carries its proof, and its id comes from what it says."""

import pickle
from datetime import date

import msgspec
import pytest

from onrecord.model.assertion import AnyAssertion, Figure, Meeting, assertion_id
from onrecord.model.days import Days


def a_meeting(**changes: object) -> Meeting:
    day = Days(first=date(2025, 6, 2), last=date(2025, 6, 2), words="Monday")
    one = Meeting(doc="d", start=3, end=8, exact="talks", parties=("JP", "US"), when=day, rule="r")
    return msgspec.structs.replace(one, **changes)


def test_the_span_must_fit_its_words() -> None:
    with pytest.raises(ValueError, match="does not fit"):
        Meeting(doc="d", start=0, end=3, exact="talks")
    with pytest.raises(ValueError, match="does not fit"):
        Meeting(doc="d", start=3, end=3, exact="")


def test_the_id_is_the_same_wherever_the_assertion_comes_from() -> None:
    """Copied, sent to another process or read from JSON, its values are other objects with the same meaning."""
    one = a_meeting(certainty="planned", via=("an envoy",))
    told = "".join(["sta", "ted"])
    assert assertion_id(pickle.loads(pickle.dumps(one))) == assertion_id(one)
    assert assertion_id(msgspec.json.decode(msgspec.json.encode(one), type=AnyAssertion)) == assertion_id(one)
    assert assertion_id(a_meeting(certainty=told)) == assertion_id(a_meeting())
    assert assertion_id(pickle.loads(pickle.dumps(a_meeting()))) == assertion_id(a_meeting())


def test_the_id_tells_readings_apart_but_not_the_rules_that_made_them() -> None:
    others = [
        a_meeting(doc="e"),
        a_meeting(start=4, end=9),
        a_meeting(parties=("KR", "US")),
        a_meeting(when=None),
        a_meeting(place="Oslo"),
        a_meeting(certainty="denied"),
        a_meeting(via=("an envoy",)),
        Figure(doc="d", start=3, end=8, exact="talks", metric="exports"),
    ]
    assert len({assertion_id(one) for one in [a_meeting(), *others]}) == 1 + len(others)
    assert assertion_id(a_meeting(rule="another")) == assertion_id(a_meeting())
