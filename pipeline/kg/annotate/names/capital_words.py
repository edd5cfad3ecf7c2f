"""Says what a word with a capital is, and where a capital says nothing."""

import re
from typing import Final

# A word with a capital, also "iPhone", "Shi'a"
CAPITAL: Final = r"(?:(?:\b[a-z]{1,2}(?=[A-Z][a-z]))?[A-ZÀ-ÖØ-ÞŒ](?:[\w-]|['’](?=[A-ZÀ-Ý]|[huao]\b))*)"
# The same without such words, but with "O'Brien"; and one or more of them in a row
PLAIN_CAPITAL: Final = r"(?:[A-ZÀ-ÖØ-ÞŒ](?:[\w-]|['’](?=[A-ZÀ-Ý])|(?<=\bM)['’](?=[a-z]{3}))*)"
PLAIN_NAME: Final = rf"{PLAIN_CAPITAL}(?:[ \u00a0]{PLAIN_CAPITAL})*"
# A civil title with its stop, which some pages glue to the name: « M.Dubois »
CIVIL_STOP: Final = r"(?:MM?|Mr|Mmes?|Mlle|Dr|Mgr)\."
_ARTICLE = re.compile(r"\b(?:(?:[Ll]es|[Ll]e|[Ll]a|[Tt]he|[Dd]es|[Dd]u|[Aa]ux?|[Uu]ne?)[ \u00a0]|[LlDd]['’] ?)$")


def after_article(text: str, start: int) -> bool:
    """Tell whether an article stands right before: « l'Algérien », « les Enseignants »."""
    return _ARTICLE.search(text[max(0, start - 5) : start]) is not None


def shouts(words: str) -> bool:
    """Tell words that are all, or nearly all, in capitals: a capital says nothing there."""
    letters = [char for char in words if char.isalpha()]
    return len(letters) > 12 and sum(char.isupper() for char in letters) > 0.6 * len(letters)


def begins_sentence(text: str, start: int, paragraph: int) -> bool:
    """Tell whether a word stands where any word would have a capital."""
    while start > paragraph and text[start - 1] in " \u00a0\n«\"“(–—-'’":
        start -= 1
    return start == paragraph or text[start - 1] in ".!?…:;»"
