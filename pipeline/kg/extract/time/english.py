"""English rules for expressions of time: patterns over the shared families."""

from kg.extract.time import build, numerals
from kg.extract.time.english_words import ENGLISH
from kg.extract.time.families import Families
from kg.extract.time.feasts import feast_rules
from kg.extract.time.ranges import range_rules
from kg.extract.time.rule import Rule, alternatives, rule

_F = Families(ENGLISH)
MONTH = rf"(?:{alternatives(ENGLISH.months)})"
WEEKDAY = rf"(?:{alternatives(ENGLISH.weekdays)})"
_IN_BRACKETS = rf"(?:\s\({WEEKDAY}\))?"  # "Sept. 13 (Thursday), 2018"
FULL_WEEKDAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
UNIT = rf"(?P<unit>{alternatives(ENGLISH.units)})"
NOT_COUNTED = (
    r"(?!\d|[.,]\d|\s?(?:%|€|\$|(?:euros?|dollars?|pounds|people|miles|feet|metres|meters|percent|votes|seats|times"
    r"|jobs|points|dead|km|kg|million|billion|thousand|hours|minutes|yards|votes|utc|gmt|bst|hrs|local\stime)\b))"
)
YEAR4 = rf"(?:1\d|20)\d\d{NOT_COUNTED}"
_YEAR = rf"(?P<year>{YEAR4})"
_N = rf"(?P<n>\d{{1,4}}|{numerals.words_pattern('en')}|an?\b)"
_ORDINAL = alternatives(ENGLISH.ordinals)
_DAY = rf"(?P<day>\d{{1,2}}(?:st|nd|rd|th)?(?!\d)|{_ORDINAL})"
_HALF_DAY = r"(?:\s(?:in\sthe\s)?(?P<part>morning|afternoon|evening|night|lunchtime))?"
_PART = (
    r"(?:(?P<part>early|late|mid|(?:the\s)?(?:start|beginning|end|middle)\sof)"
    r"(?:\s(?:in\s|on\s)?|-)(?:the\s)?)"
)
_NAMED_MONTHS = "January|February|September|October|November|December|July"
_BEFORE_MONTH = r"(?:in|since|until|till|by|from|through|during|of|before|after|for|late|early|mid|last|next|this|to)"
_NOT_NAME = r"(?!['’]s|\s(?:took|became|has|had|was|is|will|would|could|called|said|says|and\sher|became|won|lost)\b)"
_BEFORE_YEAR = (
    r"(?:\b(?:in|since|by|until|till|before|after|during|of|from|late|early|around|circa|year|back\sin|through|for)\s"
    r"(?:the\syear\s)?|mid-|\()"
)
_VAGUE = (
    r"(?:a\sfew|several|some|many|a\scouple\sof)\s(?:days|weeks|months|years|decades)\s(?:ago|earlier|later)"
    r"|in\sthe\s(?:coming|next\sfew|past\sfew|last\sfew|recent)\s(?:days|weeks|months|years)|in\srecent\s(?:days|weeks"
    r"|months|years)|in\s(?:a\sfew|several)\s(?:days|weeks|months|years)|soon|recently|formerly|in\sthe\s(?:near\s)?"
    r"future|(?:in\s)?the\spast(?=[.,;])"
)
_SETS = (
    rf"(?:every|each)\s(?:other\s)?(?:day|week|month|year|morning|evening|night|weekend|hour|quarter|{FULL_WEEKDAY})"
    r"|(?:once|twice)\sa\s(?:day|week|month|year)"
)

RULES: tuple[Rule, ...] = (
    *range_rules(
        _F,
        month=MONTH,
        year=YEAR4,
        weekday=WEEKDAY,
        to=r"(?:to|through|thru|until|till)",
        also="and",
        article="the",
    ),
    *feast_rules("en", _YEAR),
    rule(
        rf"(?:(?P<weekday>{WEEKDAY})(?:\s(?:morning|afternoon|evening|night))?,?\s(?:the\s)?)?{_DAY}\s(?:day\sof\s|of\s)?(?P<month>{MONTH}){_IN_BRACKETS}(?:,?\s(?:of\s)?{_YEAR}"
        rf"|\s(?P<rel>(?:last|this|next)(?=\syear))\syear)?{_HALF_DAY}",
        _F.day_month,
    ),
    rule(
        rf"(?:(?P<weekday>{WEEKDAY})(?:\s(?:morning|afternoon|evening|night))?,?\s)?(?:(?P<shift>last|next)\s)?(?P<month>{MONTH})(?:\s|-|/)(?:the\s)?{_DAY}"
        rf"(?![-/]?\d|\s?(?:percent|%|people|[ap]\.?m)){_IN_BRACKETS}(?:(?:\s?,\s?|\s(?:of\s)?){_YEAR}"
        rf"|\s(?P<rel>(?:last|this|next)(?=\syear))\syear)?{_HALF_DAY}",
        _F.day_month,
    ),
    rule(rf"{_PART}?(?P<month>{MONTH})(?:\s?,?\s(?:of\s)?(?:the\syear\s)?|-){_YEAR}", _F.month),
    rule(rf"{_YEAR}\s?,?\s(?P<month>(?-i:{_NAMED_MONTHS}|June|April|August))", _F.month),
    rule(rf"{_PART}?(?P<month>{MONTH})\s(?:of\s)?(?P<rel>(?:last|this|next)(?=\syear))\syear", _F.bare_month),
    rule(rf"{_PART}(?P<month>(?-i:[A-Z]\w+))", _F.named_month),
    rule(rf"(?P<shift>last|next|this|this\spast)\s(?P<month>{MONTH}){_NOT_NAME}", _F.bare_month),
    rule(rf"(?:that|(?P<next>the\sfollowing))\s(?P<month>{MONTH})", _F.then),
    rule(rf"(?:that|(?P<next>the\sfollowing))\s(?P<season>{alternatives(ENGLISH.seasons)})", _F.then),
    rule(rf"{_BEFORE_MONTH}\s(?P<core>(?P<month>(?-i:[A-Z]\w+))){_NOT_NAME}", _F.named_month),
    rule(rf"(?P<month>(?-i:{_NAMED_MONTHS}))(?!\s(?-i:[A-Z]))", _F.bare_month),
    rule(
        rf"(?<!black\s)(?<!good\s)(?<!super\s)(?<!ash\s)(?:(?:early|late)\s(?:on\s)?)?"
        rf"(?:(?P<shift>last|next|this|this\spast|this\scoming|the\sfollowing|the\sprevious|coming)\s)?"
        rf"(?P<weekday>{FULL_WEEKDAY}){_HALF_DAY}(?!\s(?:times|mirror|night\slive|telegraph|post)\b)",
        _F.weekday,
    ),
    rule(rf"(?P<weekday>{FULL_WEEKDAY})\s(?:of\s)?(?P<shift>last|next|this)\sweek", _F.weekday_of_week),
    rule(rf"(?P<shift>last|next|this)\sweek\s(?:on\s)?(?P<weekday>{FULL_WEEKDAY})", _F.weekday_of_week),
    rule(rf"(?P<weekday>{WEEKDAY})\sthe\s{_DAY}", _F.day_of_month),
    rule(rf"(?:the\s)?{_DAY}\sof\s(?P<shift>last|next|this)\smonth", _F.day_of_month),
    rule(
        rf"(?:the\s)?(?P<ordinal>first|second|third|fourth|fifth|last)\s(?P<weekday>{FULL_WEEKDAY})\s(?:of|in)\s(?P<month>{MONTH})(?:,?\s(?:of\s)?{_YEAR})?",
        _F.nth_weekday,
    ),
    rule(
        rf"(?:the\s)?(?P<ordinal>first|second|third|fourth|fifth|last)\s(?P<weekday>{FULL_WEEKDAY})\s(?:of|in)\s(?P<shift>this|last|next|previous)\smonth",
        _F.nth_weekday,
    ),
    rule(
        rf"(?:the\s)?week\s(?:of|beginning|starting)(?:\son)?\s(?P<month>{MONTH})\s{_DAY}(?:,?\s{_YEAR})?",
        _F.week_of,
    ),
    rule(rf"within\s(?:the\s(?:next|coming)\s)?{_N}\s{UNIT}(?!\sof)", _F.within),
    rule(
        r"(?:from|between)\s(?P<day>\d{1,2})(?:\s(?:to|and|until|till|through)\s|-)(?P<last>\d{1,2})\s(?:of\s|in\s)?"
        r"(?P<shift>this|next|last)\smonth",
        _F.days_of_month,
    ),
    rule(rf"(?P<part>earlier|later)\s(?:in\s)?(?P<shift>this)\s{UNIT}", _F.period),
    rule(
        r"the\s(?:early\s|late\s|mid-?)?(?P<decade>(?:twen|thir|for|fif|six|seven|eigh|nine)ties)",
        _F.named_decade,
    ),
    rule(rf"(?:between|from)\s(?P<core>{_YEAR})(?=\s(?:and|to|until)\s)", _F.year),
    rule(
        rf"{_PART}?(?!the\snext\sday)(?:the\s)?(?P<shift>last|past|next|this|coming|upcoming|current)\s{UNIT}(?!\s(?:of\s(?:the|his|her|its|their|a)|before|after)\b)",
        _F.period,
    ),
    rule(r"(?:at|over|during|throughout)\sthe\s(?P<unit>weekend)", _F.running),
    rule(r"(?:at|in|by)\sthe\s(?P<part>start|beginning|end|middle)\sof\sthe\s(?P<unit>month)(?!\sof)", _F.running),
    rule(
        r"(?:(?:at|in|by)\s)?the\s(?P<part>start|beginning|end|middle)\sof\sthe\s(?P<unit>year|week)(?!\s(?:of|before|\d)|['’])",
        _F.running,
    ),
    rule(rf"(?P<shift>the\sfollowing|the\sprevious|the\spreceding)\s{UNIT}", _F.told_period),
    rule(
        rf"(?:the\s)?(?P<word>day\sbefore\syesterday|day\safter\stomorrow|(?-i:today|(?<!\w\s)Today|TODAY)(?!['’]s)|yesterday|tomorrow)"
        rf"{_HALF_DAY}",
        _F.named_day,
    ),
    rule(  # "the day after he was arrested"
        r"the\s(?P<word>day\safter|day\sbefore)(?=\s(?:the|an?|his|her|its|their|s?he|they|it|being|(?-i:[A-Z]\w+))\b)",
        _F.day_of_event,
    ),
    rule(
        r"(?:the\s|that\s)(?P<word>next\sday|following\sday|day\safter|day\sbefore|previous\sday|same\sday)(?!\s\w+day)",
        _F.named_day,
    ),
    rule(r"that\s(?:same\s)?(?:(?P<part>morning|afternoon|evening)|day|night)(?=[\s,.;])", _F.part_of_that_day),
    rule(r"(?:this\s)(?P<part>morning|afternoon|evening)|(?P<tonight>tonight)", _F.part_of_today),
    rule(r"last\s(?P<part>night)", _F.last_night),
    rule(
        rf"(?:(?:about|around|nearly|almost|over|more\sthan|just)\s)?{_N}\s{UNIT}\s(?:ago|from\snow|hence)",
        _F.counted,
    ),
    rule(  # "the deadliest quake in two decades": how long there was none like it
        rf"(?:first|worst|last|\w{{3,}}est|(?:most|least|only)\s\w+)\s(?:[\w'’-]+\s){{1,6}}in\s{_N}\s{UNIT}(?!\s(?:ago|time))",
        _F.vague,
    ),
    rule(rf"in\s{_N}\s{UNIT}(?:['’]\stime)?(?=[.,;!?]|\s(?:from\snow|time)|$)", _F.counted),
    rule(rf"{_N}\s{UNIT}\s(?:later|earlier|before(?=[.,;])|after(?=[.,;]))", _F.counted),
    rule(
        rf"(?:(?:(?P<rough>about|around|nearly|almost|over|more\sthan|less\sthan)|just|only|exactly)\s)?{_N}\s{UNIT}\s(?P<side>after|before)"
        r"(?=\s\w)",
        _F.away,
    ),
    rule(r"(?:just\s|only\s|several\s|a\sfew\s|\w+\s)?hours\s(?P<side>after|before)(?=\s\w)", _F.away),
    rule(rf"(?:that|the)\ssame\s{UNIT}(?=[\s,.;])", _F.that_period),
    rule(r"that\s(?P<unit>year|month|week|decade)(?=[\s,.;])", _F.that_period),
    rule(rf"(?:the\s)?(?P<shift>last|past|next|previous|coming|upcoming)\s{_N}\s{UNIT}", _F.stretch),
    rule(_VAGUE, _F.vague),
    rule(rf"{_BEFORE_YEAR}(?P<core>(?:(?P<part>early|late|mid)\s)?{_YEAR})", _F.year),
    rule(rf"(?P<part>early|late|mid|(?:the\s)?(?:start|end|beginning|middle)\sof)[\s-]{_YEAR}", _F.year),
    rule(
        rf"(?:the|a)\s(?P<core>{_YEAR})(?=\s(?-i:[a-z]|(?!(?:[kKMGT]?(?:W|B|Hz|V|N)|BC|AD|CE|[AP]M)\b)[A-Z]))", _F.year
    ),
    rule(r"(?:(?:the|early|late|mid)[\s-])?(?:the\s)?(?P<decade>(?:1\d|20)\d0)['’]?s", build.decade),
    rule(r"(?:the\s|in\s)['’]?(?P<decade>[1-9]0)['’]?s", build.decade),
    rule(r"(?:the\s)?(?P<century>\d{1,2})(?:st|nd|rd|th)[\s-]+century", build.century),
    rule(rf"(?:the\s)?(?P<season>{alternatives(ENGLISH.seasons)})(?:\s(?:of\s)?|\sof\s){_YEAR}", _F.season),
    rule(rf"(?P<shift>last|this|next)\s(?P<season>{alternatives(ENGLISH.seasons)})", _F.season),
    rule(r"in\sthe\s(?P<core>(?P<season>spring|summer|autumn|winter))", _F.season),
    rule(
        rf"(?:the\s)?(?P<ordinal>first|second|third|fourth|last|1st|2nd|3rd|4th)[\s-](?P<what>quarter|half)(?:\sof)?"
        rf"(?:\s{_YEAR}|\s(?P<rel>(?:last|this|next)(?=\syear))\syear)",
        _F.quarter,
    ),
    rule(r"(?:the\s)(?P<ordinal>first|second|third|fourth)[\s-](?P<what>quarter)", _F.quarter),
    rule(
        rf"(?P<what>[QH])(?P<q>[1-4])(?:\s(?:of\s)?{_YEAR}|\s(?P<rel>(?:last|this|next)(?=\syear))\syear)",
        _F.quarter,
    ),
    rule(r"(?P<what>(?-i:Q))(?P<q>[1-4])", _F.quarter),
    rule(rf"{_YEAR}\s?(?P<what>[QH])(?P<q>[1-4])", _F.quarter),
    rule(rf"(?:the\s)?first\s{_N}\s(?P<unit>months)\sof\s(?:{_YEAR}|(?:the|this)\syear)", _F.first_months),
    rule(
        r"(?<![-/.\d])(?P<year>(?:1\d|20)\d\d)[-/.](?P<b>\d{1,2})[-/.](?P<a>\d{1,2})(?![-/.]?\d)",
        build.iso_date,
    ),
    rule(
        r"(?<![-/.\d])(?P<a>\d{1,2})(?P<sep>[-/.])(?P<b>\d{1,2})(?P=sep)(?P<year>(?:1\d|20)\d\d|\d\d)(?![-/.]?\d)",
        _F.numeric_date,
    ),
    rule(
        r"\b(?:on|from|to|by|since|until|between|back)\s+(?P<core>(?P<a>\d\d?)/(?P<b>\d\d?))(?!/|\s?\d)",
        _F.numeric_day,
    ),
    rule(r"(?<![-/.\d])(?P<year>(?:19|20)\d\d)\s?[-/]\s?(?P<b>\d{1,2})(?![-/.]?\d)", build.iso_month),
    rule(r"(?<![-/.\d])(?P<b>\d{1,2})\s?[-/]\s?(?P<year>(?:19|20)\d\d)(?![-/.]?\d)", build.iso_month),
    rule(r"(?P<h>\d{1,2})(?:[:.](?P<m>[0-5]\d))?\s?(?P<half>[ap])\.?m\.?", build.time_of_day),
    rule(r"(?<![\d:.,])(?P<h>[01]?\d|2[0-4]):(?P<m>[0-5]\d)(?![:\d])", build.time_of_day),
    rule(r"noon|midnight", build.named_time),
    rule(rf"aged\s(?P<core>\d{{1,3}})|(?P<year_old>{_N.replace('?P<n>', '?:')}[\s-]years?[\s-]old)", build.age),
    rule(
        rf"(?:for\s)?(?P<core>{_N}[\s-](?:seconds?|minutes?|hours?|days?|weeks?|months?|quarters|years?|decades?|centuries))",
        build.duration,
    ),
    rule(_SETS, build.repeated),
)
