"""Ages said without a word of years: "Erwin, 34,", "aged 60", "she turned 50"."""

import re

_BEFORE = re.compile(
    r"(?:\b[A-Z][a-z]+, (?:aged )?"
    r"|\b(?:[Aa]ge|ages) (?:of |from |to |between )?|\b[Aa]ged (?:\d+ (?:and|or|to) )?"
    r"|\b(?:ages?|life expectancy|lifespan)\b[^.;,:\d]{0,40}\b(?:is|was|of|to|at|from|than|reached) "
    r"(?:about |around |just |only )?"
    r"|\b(?:[Hh]e|[Ss]he|I|who)"
    r"(?:['’]s|['’]ll be|['’]m| am| is| was| will be| would be| turned| turns| had turned) (?:now |just |only )?)$"
)
_NAMED = re.compile(r"\b[A-Z][a-z]+ [A-Z][a-z]+ $")
_VERB = re.compile(r" (?:has|had|who|is|was|said|says|told|from|of|died|whose|lives|works)\b")
_REACH = 64


def aged(text: str, start: int) -> bool:
    """Whether the words before ``start`` say that an age follows."""
    return _BEFORE.search(text, max(0, start - _REACH), start) is not None


def plainly(text: str, start: int, end: int) -> bool:
    """Whether two figures follow the very word "aged", or stand between a full name and its verb ("Ann Lee 44 has")."""
    return text[max(0, start - 5) : start].lower() == "aged " or (
        end - start == 2
        and "17" < text[start:end] < "99"
        and _NAMED.search(text, max(0, start - 40), start) is not None
        and _VERB.match(text, end) is not None
    )
