"""The words by which an amount is tied to what is counted, and those that show that it is not."""

import re

from onrecord.knowledge.phrases import words_of

COMMON = r"[A-Za-z][\w.'’&-]*"
BLOCKED = (
    r"(?!(?:and|or|to|on|that|which|was|were|is|are|has|have|had|from|with|by|but|as|while|after|for"
    r"|at|than|if|would|will|against|versus|compared|following|amid|despite|because|due|through|since|into|between"
    r"|tariffs?|duty|duties|levy|levies|tax|taxes|bailout|aid|fund|share|portion|fraction)\b)"
)
PREMODIFIES = re.compile(
    rf"[\s-](?:(?:a year |annually )?(?:worth )?(?:of"
    rf"|in) )?(?:{BLOCKED}{COMMON}(?:\sand\s{BLOCKED}{COMMON})?[\s-]){{0,5}}$"
)
UP = "increase|rise|jump|surge|growth|gain|climb|expansion|widening|leap|upswing|uptick|boost|rebound|acceleration"
DOWN = "drop|fall|decline|decrease|slump|plunge|reduction|contraction|narrowing|dip|slide|shrinkage|downturn"
CHANGE_IN = re.compile(rf"[\s-](?:\w+[\s-]){{0,2}}({UP}|{DOWN}) (?:in|of) (?:(?!tariff|dut)[\w.'’&-]+\s){{0,5}}$", re.I)
RISING = re.compile(
    r"\b(?:ris\w+|rose|up|climb\w*|gain\w*|jump\w*|surg\w+|gr[eo]w\w*|increas\w+|advanc\w+|soar\w*"
    r"|widen\w*|swell\w*|swollen|expand\w*"
    r"|leap\w*|accelerat\w+|spik\w+|higher|doubl\w+|balloon\w*|rebound\w*|growth)\b", re.I)  # fmt: skip
FALLING = re.compile(
    r"\b(?:fall\w*|fell|down|drop\w*|los[et]\w*|declin\w+|decreas\w+|slid\w*|plung\w+|slump\w*"
    r"|shr[aiu]nk\w*|tumbl\w+|narrow\w*"
    r"|contract\w+|plummet\w*|s[aiu]nk|eas(?:ed|ing)|dip\w*|slip\w*|lower|halv\w+|weaken\w*)\b", re.I)  # fmt: skip
LIFTING = re.compile(r"\b(?:boost\w*|rais(?:e|ed|es|ing)|lift\w*|cut(?:s|ting)?|reduc\w+|trim\w*|slash\w*)\s", re.I)
LINKS = re.compile(
    r"(?:\b(?:of|to|at|by|was|were|is|are|been|hit|hits|hitting|reach(?:ed|es|ing)?|total(?:l?ed|s"
    r"|l?ing)?|worth|(?:stands?|sits?|sat|stood|running|ran|peaked|came in|hovers?|hovering) at|estimated at"
    r"|put at|stood at|valued at|came (?:in )?(?:at|to)"
    r"|amount(?:ed|s|ing)?(?: to)?|top(?:ped|s|ping)?|exceed(?:ed|s|ing)?|surpass(?:ed|es|ing)?"
    r"|(?:rose|climbed|went|grew|fell|dropped|slipped|declined|sank) (?:above|past|over|below|under)|account(?:ed"
    r"|s|ing)? for|averag(?:ed|es|ing)|up|down|from|record(?:ed|s|ing)|register(?:ed|s|ing)"
    r"|represent(?:ed|s|ing)|post(?:ed|ing)|ran|running at|sits at|equal to|near(?:ed|ing)"
    r"|approach(?:ed|ing)|crossed|than|with)|[,:(–—-])"
    r"\s?(?:(?:a|an|the|its|more|less|than|over|about|around|nearly|almost|roughly|some"
    r"|approximately|just|only|up|to|slightly|sharply|another|seasonally|adjusted|unadjusted|provisional|revised"
    r"|preliminary|combined|total|around|close|annual|all|whole"
    r"|an? estimated|estimated|record|all-time|high|low|peak|new|\d+-year|(?:nearly|near|close to) "
    r"|of|as|much|at|least|under|below|above|US|well|even|whopping|staggering|indeed|still|now|actually|already|currently|then|provisionally|officially)\s?)*$",
    re.I,
)
DUTY = re.compile(r"\b(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|tax(?:es|ed)?|taxed)\b", re.I)
OTHER_SUBJECT = re.compile(
    r"\b(?:yuan|currenc(?:y|ies)(?!\sarea)|stocks?|shares|econom(?:y|ies)|GDP|prices?|rates?|unemployment|jobs"
    r"|GNP|index|yen|peso|won|said|says|costs?|(?:while|but|and|whereas|as)\s(?:[\w.]+\s){0,3}(?:production|output|consumption|demand"
    r"|profits?|wages?|inflation|incomes?|employment|spending))\b",
    re.I,
)
WISHED = re.compile(
    r"\b(?:reduc\w+|cut(?:ting)?|shav\w+|slash\w*|lower(?:ing)?|narrow(?:ing)?|shrink\w*|want\w*"
    r"|demand\w*|pledg\w+|promis\w+|commit\w*|vow\w*"
    r"|boost(?:ing)?|would|could|should|might|may|will|to (?:increase|raise|grow|expand|double))\b",
    re.I,
)
FORECASTS = re.compile(
    r"\b(?:(?:forecasts?|expectations?|estimates?|predictions?|projections?|consensus)\b(?!\sto\b)"
    r"|(?:analysts|economists)\b|polled|(?:than|with|against|versus|below|above)\s(?:an?\s|the\s)?(?:expected|forecast|predicted|projected))",
    re.I,
)
"""Words between a figure and a number that is only what somebody had expected of it."""
EXPECTED_AFTER = re.compile(
    r"\s(?:\w+\s){0,2}(?:consensus|forecasts?|expected|estimates?|expectation\w*|predict\w+|projected"
    r"|(?:seen )?in (?:a|the) (?:\w+ )?(?:poll|survey))\b",
    re.I,
)
OF_WHOLE_AFTER = re.compile(r"\sof\s(?:its\s|the\s|national\s|total\s)?(?:GDP|GNP|gross|economy|market|output|world)\b")
ABOVE = re.compile(
    r"\b(?:above|below|(?:higher|lower|more|less) than)\s(?:the\s|its\s|last\s|previous\s|[\w]+['’]s\s"
    r"|(?:level|total|figure)\sof\s)*$",
    re.I,
)
NOT_GROWTH_AFTER = re.compile(
    r"\s(?:(?:\w+\s)?(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|tax(?:es)?|rate|of|stake|chance|interest"
    r"|quota|margin|charge)\b)", re.I)  # fmt: skip
EARLIER = re.compile(
    r"(?:\b(?:from|compared (?:with|to)|versus|vs\.?|against|and(?: from)?|after|up on|down on"
    r"|after \w+ing to|above|below|(?:higher|lower|bigger|smaller) than)\s(?:the |a |an "
    r"|about |just |only |around |record |revised |provisional |estimated |actual |previous |nearly |almost "
    r"|roughly |over "
    r"|last |more than |less than |growth of |(?:an? )?(?:rise|increase|gain|fall|drop|decline) of "
    r"|(?:an? )?|\w+['’]s (?:(?:\w+ )?of )?|(?:[\w-]+ ){1,5}of )*)$",
    re.I,
)
WHICH_WAS = re.compile(
    r"\b(?:below|above|than|against|with|to|from|on)\s(?:an?\s|the\s)(?:[\w-]+\s){1,4}(?:year|quarter|month|period)(?:\s(?:ago|earlier|before))?,\s(?:which|when\s(?:it|they))\s"
    r"(?:reached|was|were|totall?ed|stood\sat|hit|came\sto)\s(?:about\s|only\s|some\s|a\srecord\s)*$",
    re.I,
)
"""``below the same period last year, which reached`` what the figure is set against."""
ADVERB_AFTER = re.compile(r"\s(?:(up|higher)|(down|lower))\b", re.I)
NOUN_AFTER = re.compile(rf"\s(?:\w+\s)?(?:({UP})|({DOWN}))\b", re.I)
LEVEL_VERB = re.compile(
    r"(?:(?:it|which|that|now|has|have|had|also|then)\s)*(?:sits?|stands?|stood|reach\w*|hit|totall?\w*|was|is|were|rose|fell"
    r"|grew|climbed|jumped|widened|narrowed|amount\w*)\b",
    re.I,
)
RELATIVE = re.compile(
    rf"(?:\s(?:worth\s)?(?:of|in)\s(?:{BLOCKED}[\w.'’-]+\s?){{1,5}})?\s(that\s|which\s)?(?:the\s)?"
    r"(?:[A-Z][\w.]+(?:\s[A-Z][\w.]+)?|it|they|we|he|she)"
    r"\s(?:has\s|had\s|have\s|currently\s|now\s)?"
)
"""``the $500 billion (of goods that) Norland`` before ``imports``."""
PASSIVE = re.compile(
    rf"(?:(?:\sworth)?\s(?:of|in)\s(?:{BLOCKED}[\w.'’-]+\s){{0,4}}{BLOCKED}[\w.'’-]+)?\s(?:(?:that\s)?(?:were|was|are|being)\s)?"
)
"""``200 tonnes (of tea) (were)`` before ``imported``."""
WHICH_IS = re.compile(r",?\s(?:which|that)\s(?:is|was)\s(?:the|its|our|their|only the)\s(?:[\w.]+\s){0,3}?")
"""``$9 billion, which is the`` before ``trade deficit``."""
BREAK = re.compile(r"[;]|\s—\s")
SKIPPED_UNITS = frozenset(
    words_of(
        "year month week day hour minute second decade quarter times mile kilometre metre point share"
        " degree job worker people "
        "basis point percentage point"
    )
) | {"basis point", "percentage point", "year of age"}
