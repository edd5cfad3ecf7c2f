"""Reads the letters that an English text puts for a title: "the DP" after "Deputy President William Ruto"."""

import re
from typing import Final

from kg.lexicon.tables import lexicon, person_nouns

_LETTERS: Final = re.compile(r"\b[Tt]he (?P<letters>[A-Z]{2,4})(?![\w-])(?!['’]s [A-Z]| [A-Z])")


def titles_by_letters(text: str) -> dict[str, str]:
    """Return the family name of the one person whose title each such row of letters stands for."""
    found: dict[str, str] = {}
    for letters in dict.fromkeys(match["letters"] for match in _LETTERS.finditer(text)):
        holders = {name for title, name in _holders(text, letters) if _is_title(title)}
        if len(holders) == 1 and letters.lower() not in person_nouns():
            found[letters] = holders.pop()
    return found


def places_of_letters(text: str) -> list[tuple[int, int]]:
    """Return where such letters stand, also in brackets behind the title."""
    found = "|".join(titles_by_letters(text))
    return [match.span() for match in re.finditer(rf"(?<![\w-])(?:{found})(?![\w-])", text)] if found else []


def _holders(text: str, letters: str) -> list[tuple[str, str]]:
    title = " ".join(f"[{letter}{letter.lower()}][a-z]+" for letter in letters)
    name = r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}"
    row = re.compile(rf"\b(?P<title>{title}),? (?:\({letters}\),? )?(?P<name>{name})")
    return [
        (match["title"], match["name"].split()[-1].removesuffix("'s").removesuffix("’s").strip("."))
        for match in row.finditer(text)
    ]


def _is_title(words: str) -> bool:
    last = words.rsplit(maxsplit=1)[-1].lower()
    return last in lexicon()["person_titles"] or last in person_nouns()
