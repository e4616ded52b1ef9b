import casefile
import pytest

from onrecord.read import meetings


@pytest.mark.parametrize("case", casefile.cases("meetings"), ids=lambda case: case.title)
def test_the_meetings_of_a_case(case: casefile.Case) -> None:
    casefile.check(case, meetings.read(case.page()), kinds=("meeting",))
