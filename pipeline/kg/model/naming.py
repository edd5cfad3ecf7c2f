"""The folded form of a name, by which names are compared everywhere."""

import re
import unicodedata

_APART = re.compile(r"[^\w@#$€£+&%]+")


def fold(name: str) -> str:
    """Return the name without accents, case and punctuation, words one space apart.

    >>> fold("  L’Équipe-type  ")
    'l equipe type'
    """
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(char for char in decomposed if not unicodedata.combining(char))
    return _APART.sub(" ", plain).strip() or name.strip()
