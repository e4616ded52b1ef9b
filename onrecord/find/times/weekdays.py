"""Weekdays, by tense: ``on Thursday``, ``last Friday``, ``Friday last week``, ``Thursday night``; and the weekend."""

from datetime import date

from onrecord.find.times.dates import part_of
from onrecord.find.times.grammar import Parts, Rule
from onrecord.find.times.now import Meaning, Now, add_days, monday, week_value
from onrecord.knowledge.zones import eastern_words

DAYTIMES = {
    "MO": "TMO",
    "AF": "TAF",
    "EV": "TEV",
    "NI": "TNI",
    "MI": "T12:00",
    "MN": "T24:00",
    "DT": "TDT",
    "DAWN": "TMO",
    "DUSK": "TEV",
}


def on_weekday(today: date, weekday: int, tense: str) -> date:
    """The day meant by a bare weekday: the article's own day, or the last or next one by tense."""
    back = (today.isoweekday() - weekday) % 7
    if tense == "future":
        return add_days(today, -back % 7)
    return add_days(today, -back)


def read_weekday(parts: Parts, now: Now) -> Meaning | None:
    """A weekday with what shifts it."""
    weekday = parts.number("weekday")
    if weekday is None:
        return None
    sign = "+" if now.tense == "future" else "-"
    today = now.day(f"{sign}XXXX-WXX-{weekday}", f"XXXX-WXX-{weekday}")
    week, shift = parts.words("week"), parts.words("shift")
    if week:
        step = next((int(word.value) for word in week if word.value in ("-1", "0", "1")), 0)
        day = add_days(monday(today), 7 * step + weekday - 1)
    elif shift and shift[-1].value == "-1":
        day = on_weekday(add_days(today, -1), weekday, "past")
    elif shift and shift[-1].value == "1":
        day = on_weekday(add_days(today, 1), weekday, "future")
    elif shift and shift[-1].value == "0":
        day = add_days(monday(today), weekday - 1)
    elif (behind := _week_behind(parts)) is not None:
        day = add_days(monday(today), 7 * behind + weekday - 1)
    elif (begun := _begun(parts, now)) is not None:
        day = on_weekday(add_days(begun, 1), weekday, "future")
    else:
        day = on_weekday(today, weekday, now.tense)
        if now.tense == "future" and (day - today).days > 3 and _was_due(parts):
            day = add_days(day, -7)  # "was expected to sign it on Thursday", told on Friday
        elif now.tense == "past" and (today - day).days == 6 and _in_the_east(parts):
            day = add_days(day, 7)  # "China said on Friday", printed in America on Thursday
    return a_time(day, parts)


def _begun(parts: Parts, now: Now) -> date | None:
    """The first day of a run whose last one is read: ``Monday through Wednesday``, ``between Monday and Wednesday``."""
    joins = parts.before() in _THROUGH or (parts.before() == "and" and parts.before(3) == "between")
    if not joins or parts.kind_before(2) != "weekday" or now.here is None or now.here.first != now.here.last:
        return None
    return now.here.first


def _week_behind(parts: Parts) -> int | None:
    """The week that stands behind the other end of a run: ``Monday through Wednesday of next week``."""
    if parts.after() not in {*_THROUGH, "and", "or"} or parts.kind_after(2) != "weekday":
        return None
    behind = [word.text.lower() for word in parts.following(6)[2:] if word.text.lower() not in ("of", "the")]
    return _WEEKS.get(behind[0]) if behind[1:2] == ["week"] else None


_WEEKS = {"last": -1, "this": 0, "next": 1}
_THROUGH = frozenset(("through", "thru", "to", "until", "till", "-", "–", "—"))


def _in_the_east(parts: Parts) -> bool:
    """Whether the sentence speaks of where the next day has begun when it comes out in the west."""
    return any(word.text in eastern_words() for word in parts.sentence())


def _was_due(parts: Parts) -> bool:
    """Whether what was due, and may be over, stands before a weekday."""
    return any(
        parts.kind_before(places) == "forward" and parts.before(places + 1) in ("was", "were")
        for places in range(1, 15)
    )


def a_time(day: date, parts: Parts) -> Meaning:
    """A day, with its time of day where the finding names one."""
    hours = parts.value("hours")
    value = day.isoformat() + DAYTIMES.get(hours, "")
    return Meaning(type="TIME" if hours else "DATE", value=value, mod=part_of(parts), first=day, last=day)


def read_yesterday(parts: Parts, now: Now) -> Meaning | None:
    """``yesterday``, ``early today``, ``tomorrow night``, ``the day before yesterday``."""
    step = parts.number("daysoff") or 0
    text = parts.words("daysoff")[0].text
    if text[0].isupper() and parts.before() in ("usa", "voa", "russia", "india"):
        return None  # a paper's name
    if parts.words("further"):
        step *= 2
    day = add_days(now.day(f"{'-' if step < 0 else ''}P{abs(step)}D", "XXXX-XX-XX"), step)
    return a_time(day, parts)


def read_tonight(parts: Parts, now: Now) -> Meaning | None:
    """``tonight``, ``last night``, ``this morning``."""
    shift = parts.words("shift")
    step = int(shift[-1].value or "0") if shift else 0
    told = now.near_day if shift and shift[-1].value == "1" else None
    day = add_days(told or now.day(f"{'-' if step < 0 else ''}P{abs(step)}D", "XXXX-XX-XX"), step)
    hours = parts.value("hours") or "NI"
    if hours in ("DAWN", "DUSK") and parts.kind_after() == "x":
        return None  # "this sunset clause"
    return Meaning(type="TIME", value=day.isoformat() + DAYTIMES[hours], mod=part_of(parts), first=day, last=day)


def read_weekend(parts: Parts, now: Now) -> Meaning | None:
    """``over the weekend``, ``last weekend``, ``this weekend``: Saturday and Sunday."""
    shift = parts.value("shift")
    today = now.day("-P1W" if now.tense != "future" else "P1W", "XXXX-WXX-WE")
    saturday = add_days(monday(today), 5)
    if shift == "-1" or (shift == "" and now.tense != "future" and today < saturday):
        saturday = add_days(saturday, -7)
    elif shift == "1" and today >= saturday:
        saturday = add_days(saturday, 7)
    elif shift == "0" and now.tense == "past" and today.weekday() < 3:
        saturday = add_days(saturday, -7)
    return Meaning(
        type="DATE", value=f"{week_value(saturday)}-WE", mod=part_of(parts), first=saturday, last=add_days(saturday, 1)
    )


_WEEK = "week:(of? (the? (last|this|next|previous|following|coming)) unit)"

RULES = (
    Rule(
        "weekday",
        "part:(early|late|mid)? (shift:(last|next|this (past|coming)?|the (previous|following|coming)))?"
        " weekday:(weekday) (hours:(hours))? (" + _WEEK + ")?",
        read_weekday,
    ),
    Rule("noon-weekday", "hours:(hours) on? weekday:(weekday)", read_weekday),
    Rule("week-weekday", _WEEK + " genitive? weekday:(weekday)", read_weekday),
    Rule(
        "yesterday",
        "part:((early|late|earlier|later) on?)? further:(the unit (before|after))? daysoff:(daysoff) (hours:(hours))?",
        read_yesterday,
    ),
    Rule("noon-yesterday", "part:(mid)? hyphen? hours:(hours) daysoff:(daysoff)", read_yesterday),
    Rule(
        "tonight",
        "part:(early|late|earlier|later)? (tonight|shift:(last|this|the? next|the following) hours:(hours))",
        read_tonight,
    ),
    Rule(
        "weekend",
        "part:(PART)? (the|shift:(last|this (past|coming)?|next|the (previous|following|coming|past)))? weekend",
        read_weekend,
    ),
)
