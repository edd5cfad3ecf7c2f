"""Tells an office of one land from whoever holds one of another: "the Libyan ambassador to Greece" is no American."""

from functools import cache
from typing import Final

from kg.extract.grammar.prepositions import preposition
from kg.extract.reading import Reading
from kg.lexicon.peoples import countries, country_names
from kg.lexicon.tables import COUNTRY, PLACE_WEIGHT, fold, places
from kg.model.annotation import Sentence, Token

_SAME: Final = {
    **dict.fromkeys(("us", "u.s.", "usa", "america"), "united states"),
    **dict.fromkeys(("uk", "u.k.", "britain", "great britain"), "united kingdom"),
}
_COMPLEMENTS: Final = ("of", "to", "for")


def of_another_land(reading: Reading, sentence: Sentence, token: Token, form: str, identifier: str) -> bool:
    """Tell the land of an English office from that of somebody whom the text calls by one.

    Of an office with its land in full, "the president of Turkey", the text must have called him so before.
    """
    if reading.language != "en" or form != "the person_role":
        return False
    named = [t for t in sentence.children(token, "compound", "nmod", "nmod:poss") if t.name is not None]
    said = {land for t in named if (land := _land(t.text))}
    if not said:
        return False
    told = {land for _, words in reading.described.get(identifier, ()) for w in words if (land := _land(w))}
    in_full = any(preposition(sentence, t) in _COMPLEMENTS and _land(t.text) for t in named)
    if in_full and reading.roles.get(identifier):
        return not said & told
    lands = _states()
    return bool(said & lands and told & lands) and not said & told & lands


def _land(word: str) -> str:
    """Return the land that a word names or tells the people of, in small letters; nothing for any other."""
    small = fold(word)
    name = _SAME.get(small) or fold(countries("en").get(small, "")) or small
    return name if name in _states() or name in _regions() else ""


@cache
def _states() -> frozenset[str]:
    listed = {name for name, weight in places().items() if weight >= COUNTRY} | country_names("en")
    return frozenset(_SAME.get(fold(name), fold(name)) for name in listed)


@cache
def _regions() -> frozenset[str]:
    return frozenset(fold(name) for name, weight in places().items() if weight == PLACE_WEIGHT["region"])
