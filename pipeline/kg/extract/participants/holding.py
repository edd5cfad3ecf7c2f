"""Tells whether a post is another's by what the text calls people: "Sydney's mayor, Jane Miller, … Mayor Smith"."""

from collections.abc import Callable

from kg.extract.frames.site import Site
from kg.extract.reading import Reading
from kg.model import EntityType


def anothers(reading: Reading, site: Site, there: Callable[[str], bool]) -> bool:
    """Tell whether the text calls others than who is named here, and not these, the holder of the office there.

    `there` tells the words, in lower case, that stand for the body or place of the office.
    """
    beside = [c for c in site.sentence.children(site.token, "appos", "flat") if c.name is not None]
    here = {r.entity for c in beside for r in reading.referents(site.sentence, c)}
    people = {i for i in here if reading.entities[i].type is EntityType.PERSON}
    holders = {
        who
        for who, said in reading.described.items()
        if any(noun == site.token.lower and any(map(there, words)) for noun, words in said)
    }
    return bool(people and holders) and not people & holders
