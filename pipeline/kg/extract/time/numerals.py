"""Read numbers written in digits or in words, French and English. Knows nothing of what is counted."""

import re

Number = int | float

_FR_SMALL = {
    word: value
    for value, words in enumerate(
        ["zéro", "un une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze",
            "douze",
         "treize", "quatorze", "quinze", "seize"]
    )
    for word in words.split()
} | {
    "zero": 0, "vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60,
    "septante": 70, "huitante": 80, "octante": 80, "nonante": 90,
}  # fmt: skip
_EN_SMALL = {
    word: value
    for value, word in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
            "twelve",
         "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
    )
} | {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
        "ninety": 90,
}  # fmt: skip
_SCALES = {
    "fr": {"cent": 100, "cents": 100, "mille": 1000, "million": 10**6, "millions": 10**6,
           "milliard": 10**9, "milliards": 10**9, "billion": 10**12, "billions": 10**12},
    "en": {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12},
}  # fmt: skip
_SMALL = {"fr": _FR_SMALL, "en": _EN_SMALL}
_LINK = {"fr": "et", "en": "and"}

SPACE = "[ \u00a0\u202f\u2009]"
DIGITS = {
    "fr": rf"(?<![\d.,])\d{{1,3}}(?:(?:{SPACE}|\.)\d{{3}}(?!\d))+(?:,\d+)?|(?<![\d.,])\d+(?:[,.]\d+)?",
    "en": r"(?<![\d.,])\d{1,3}(?:,\d{3}(?!\d))+(?:\.\d+)?|(?<![\d.,])\d+(?:\.\d+)?",
}


def words_pattern(language: str) -> str:
    """Return the pattern of a number in words (no capturing group, no word boundary at its ends)."""
    words = sorted([*_SMALL[language], *_SCALES[language]], key=len, reverse=True)
    word = rf"(?:{'|'.join(words)})(?![\w])"
    return rf"{word}(?:(?:{SPACE}|-|{SPACE}{_LINK[language]}{SPACE}|-{_LINK[language]}-){word}){{0,12}}"


def from_words(text: str, language: str) -> int | None:
    """Return the number that the words say, or None where they are no number.

    >>> from_words("quatre-vingt-dix-sept", "fr")
    97
    """
    total = part = 0
    tokens = [token for token in re.split(r"[^\w]+", text.lower()) if token and token != _LINK[language]]
    for token in tokens:
        if token in _SMALL[language]:
            part = _add(part, _SMALL[language][token], language)
        elif token in _SCALES[language]:
            total, part = _scale(total, part, _SCALES[language][token])
        else:
            return None
    return total + part if tokens else None


def _add(part: int, value: int, language: str) -> int:
    """Add a small number; French says « quatre-vingt » for four times twenty."""
    if language == "fr" and value == 20 and part % 100 == 4:
        return part - 4 + 80
    return part + value


def _scale(total: int, part: int, scale: int) -> tuple[int, int]:
    """Multiply what was said so far by hundred, thousand or more."""
    if scale == 100:
        return total, max(part, 1) * 100
    return total + max(part, 1) * scale, 0


def from_digits(text: str, language: str) -> Number:
    """Return the number that the digits say, with the language's separators.

    >>> from_digits("3,5", "fr")
    3.5
    """
    plain = re.sub(SPACE, "", text)
    grouped = r"\.(?=\d{3}(?:\D|$))" if language == "fr" else ","
    plain = re.sub(grouped, "", plain).replace(",", ".")
    number = float(plain) if "." in plain else int(plain[:400])
    return int(number) if isinstance(number, float) and number.is_integer() else number


def read(text: str, language: str) -> Number | None:
    """Return the number that digits or words say, or None."""
    return from_digits(text, language) if text[:1].isdigit() else from_words(text, language)
