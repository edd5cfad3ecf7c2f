"""The English word lists for expressions of time."""

import re

from kg.extract.time.lexicon import Lexicon

_MONTHS = [
    "january jan jan.",
    "february feb feb.",
    "march mar mar.",
    "april apr apr.",
    "may",
    "june jun jun.",
    "july jul jul.",
    "august aug aug.",
    "september sept sept. sep sep.",
    "october oct oct.",
    "november nov nov.",
    "december dec dec.",
]
_WEEKDAYS = [
    "monday mon mon.",
    "tuesday tue tue. tues tues.",
    "wednesday wed wed.",
    "thursday thu thu. thur thur. thurs thurs.",
    "friday fri fri.",
    "saturday sat sat.",
    "sunday sun sun.",
]
_UNITS = {
    "day": "day days", "week": "week weeks", "fortnight": "fortnight fortnights", "month": "month months",
    "quarter": "quarter quarters", "half": "half semester", "year": "year years", "decade": "decade decades",
    "century": "century centuries", "weekend": "weekend weekends",
}  # fmt: skip
_ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
]
_TENS = {f"twenty{dash}{word}": 20 + n for dash in "- " for n, word in enumerate(_ORDINALS[:9], 1)}

ENGLISH = Lexicon(
    language="en",
    months={word: number for number, words in enumerate(_MONTHS, 1) for word in words.split()},
    weekdays={word: number for number, words in enumerate(_WEEKDAYS) for word in words.split()},
    units={word: unit for unit, words in _UNITS.items() for word in words.split()} | {"q": "quarter",
        "h": "half"},
    ordinals={word: n for n, word in enumerate(_ORDINALS, 1)}
    | _TENS
    | {"thirtieth": 30, "thirty-first": 31, "thirty first": 31, "last": -1, "final": -1},
    seasons={"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24},
    parts={
        "early": "start", "earlier": "start", "later": "end", "start of": "start", "beginning of": "start",
            "the start of": "start", "late": "end",
        "the beginning of": "start", "end of": "end", "the end of": "end", "mid": "middle",
            "the middle of": "middle",
        "middle of": "middle", "morning": "morning", "noon": "noon", "lunchtime": "noon",
            "afternoon": "afternoon",
        "evening": "evening", "night": "night", "tonight": "evening",
    },
    shifts={
        "last": -1, "past": -1, "previous": -1, "the previous": -1, "this past": -1, "next": 1, "coming": 1,
        "upcoming": 1, "this coming": 1, "this": 0, "current": 0, "the current": 0, "following": 1,
        "the following": 1, "preceding": -1,
    },
    named_days={
        "today": (0, False), "yesterday": (-1, False), "tomorrow": (1, False), "day before yesterday": (-2,
            False),
        "day after tomorrow": (2, False), "next day": (1, True), "following day": (1, True),
            "day after": (1, True),
        "day before": (-1, True), "previous day": (-1, True), "same day": (0, True),
    },
    narrative=re.compile(r"following|preceding|(?:the )?previous"),
    past=re.compile(r"\bago\b|earlier|before|\blast\b|past|previous|recently|formerly"),
    later=re.compile(r"later|earlier|before|after\b"),
    full_months=frozenset(words.split()[0] for words in _MONTHS),
    day_first=False,
)  # fmt: skip
