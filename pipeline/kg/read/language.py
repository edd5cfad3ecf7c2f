"""Tells French and English from all other languages (the one door to py3langid)."""

from functools import cache
from typing import TYPE_CHECKING, Final

from kg.errors import InputError

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

LANGUAGES: Final = ("fr", "en")
SURE: Final = 0.8
"""From this probability on, another language is believed: no sentence of the corpora (10,085) reaches it."""
NEAR: Final = 0.05
"""Below it, one of ours counts when it has this share of the first one's probability: a line of names."""


def identify(text: str, source: str) -> str:
    """Return fr or en, judged over all languages on the whole text.

    Raises InputError where the text is in another language, or in none.
    """
    if not any(char.isalpha() for char in text):
        raise InputError(f"{source}: no words in it", "say which language it is; type: --lang fr or --lang en")
    ranked: list[tuple[str, float]] = [(str(label), float(score)) for label, score in _identifier().rank(text)]
    first, probability = ranked[0]
    ours, share = next((label, score) for label, score in ranked if label in LANGUAGES)
    if ours == first or (probability < SURE and share > NEAR * probability):
        return ours
    raise InputError(
        f"{source}: the language is {first}, kg reads French and English",
        "where that is wrong, type: --lang fr or --lang en",
    )


@cache
def _identifier() -> "LanguageIdentifier":
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - 0.7 s, not needed with --lang

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
