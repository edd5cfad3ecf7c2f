"""Tells a year that belongs to the name of an event, not to what is told of it: "the victims of the 1972 massacre"."""

from typing import Final

from kg.extract.coreference.nouns import happenings
from kg.extract.frames.site import Site
from kg.model.annotation import Token

_YEAR: Final = 4  # figures


def names_event(site: Site, token: Token) -> bool:
    """Tell the year of "the victims of the 1972 Munich massacre": it dates that massacre, nothing above it."""
    noun = site.sentence.head(token)
    year = token.dep == "nummod" and token.text.isdigit() and len(token.text) == _YEAR
    if not year or noun is None or noun.index < token.index or noun is site.token or noun.name is not None:
        return False
    return noun.lower in happenings() and noun.dep.startswith("nmod") and noun.head != site.token.index
