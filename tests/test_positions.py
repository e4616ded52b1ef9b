import casefile
import pytest

from onrecord.read import positions


@pytest.mark.parametrize("case", casefile.cases("positions"), ids=lambda case: case.title)
def test_the_positions_of_a_case(case: casefile.Case) -> None:
    casefile.check(case, positions.read(case.page()), kinds=("position",))
