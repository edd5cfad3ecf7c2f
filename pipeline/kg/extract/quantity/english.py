"""The English words for quantities."""

from kg.extract.quantity.words import Words

_ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]

ENGLISH = Words(
    language="en",
    qualifiers={
        r"(?:no|not)\s(?:more|fewer|less)\sthan\s": "", r"more\sthan\s": "more than", r"over\s": "more than",
        r"upwards\sof\s": "more than", r"in\sexcess\sof\s": "more than", r"above\s": "more than",
        r"(?:less|fewer)\sthan\s": "less than", r"under\s": "less than", r"below\s": "less than",
        r"at\sleast\s": "at least", r"a\sminimum\sof\s": "at least", r"at\smost\s": "at most",
        r"a\smaximum\sof\s": "at most", r"up\sto\s": "up to", r"as\s(?:many|much)\sas\s": "up to",
        r"nearly\s": "nearly", r"almost\s": "nearly", r"close\sto\s": "nearly", r"about\s": "about",
        r"around\s": "about", r"some\s": "about", r"roughly\s": "about", r"approximately\s": "about",
        r"an\sestimated\s": "about",
    },
    after={r"or\smore": "at least", r"or\sless": "at most", r"at\sleast": "at least"},
    scales={
        "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    },
    collectives={
        "dozen": 12, "dozens": 12, "hundreds": 100, "thousands": 1000, "millions": 10**6, "billions": 10**9,
        "scores": 20,
    },
    currencies={
        r"euros?": "EUR", r"canadian\sdollars?": "CAD", r"australian\sdollars?": "AUD",
        r"new\szealand\sdollars?": "NZD", r"hong\skong\sdollars?": "HKD", r"singapore\sdollars?": "SGD",
        r"(?:u\.?s\.?\s|american\s)?dollars?": "USD", r"pounds?\ssterling": "GBP", r"turkish\slira": "TRY",
        r"(?:japanese\s)?yen": "JPY", r"(?:chinese\s)?yuan": "CNY", r"renminbi": "CNY",
            r"swiss\sfrancs?": "CHF",
        r"cfa\sfrancs?": "XOF", r"(?:russian\s)?rou?bles?": "RUB", r"(?:indian\s)?rupees?": "INR",
        r"(?:south\skorean\s)?won": "KRW", r"(?:brazilian\s)?reais": "BRL", r"swedish\skron(?:a|or)": "SEK",
        r"norwegian\skron(?:e|er)": "NOK", r"danish\skron(?:e|er)": "DKK", r"zloty": "PLN",
            r"shekels?": "ILS",
        r"rand": "ZAR", r"mexican\spesos?": "MXN",
    },
    percent=r"%|per\s?cent\b",
    durations=frozenset(
        ["second", "seconds", "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks",
            "month", "months", "quarter", "quarters", "year", "years", "decade", "decades", "century",
            "centuries", "fortnight", "fortnights"]
    ),
    measures=frozenset(
        ["km", "kilometre", "kilometres", "kilometer", "kilometers", "metre", "metres", "meter", "meters",
            "m", "cm", "mm", "hectares", "hectare", "acres", "acre", "mile", "miles", "foot", "feet",
            "inch", "inches", "yard", "yards", "kg", "kilo", "kilos", "kilograms", "gram", "grams", "g",
            "tonne", "tonnes", "ton", "tons", "pound", "pounds", "ounces", "litre", "litres", "liter",
            "liters", "gallon", "gallons", "barrels", "barrel", "degrees", "degree", "mph", "mw", "gw",
            "kwh", "watts", "megawatts", "gigabytes"]
    ),
    years="years",
    link=r"(?:of\s(?:the\s)?)",
    passing=frozenset(
        ["other", "new", "young", "small", "large", "former", "first", "last", "next", "more",
            "additional", "full", "different", "separate", "local"]
    ),
    closed=frozenset(
        ["and", "or", "at", "in", "on", "for", "by", "who", "which", "that", "is", "are", "was", "were",
            "has", "have", "had", "of", "to", "from", "with", "the", "a", "an", "as", "than", "but", "if",
            "when", "where", "while", "after", "before", "since", "into", "his", "her", "its", "their",
            "he", "she", "it", "they", "we", "you", "i", "not", "no", "more", "less", "per", "each",
            "times", "out", "would", "will", "could", "should", "may", "might", "said", "against", "about",
            "over", "under", "up", "down", "also", "then", "so", "during", "between", "until", "because",
            "be", "been", "being", "do", "did", "does", "am", "pm", "died", "online",
            "according", "amid", "among", "through"]
    ),
    one=frozenset(("a", "an")),
    people=frozenset(),
    ordinals={word: number for number, word in enumerate(_ORDINALS, 1)},
)  # fmt: skip
