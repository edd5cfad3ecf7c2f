"""Takes "the couple", "the parents" for the family that the text names: "The Sams refused … The couple deny it"."""

from typing import Final

from kg.extract.reading import Reading, Reference
from kg.model.annotation import Sentence, Token

_TOGETHER: Final = frozenset("couple parents pair spouses".split())
_WHOSE: Final = ("nmod", "nmod:poss", "compound", "acl")
_OWN: Final = ("his", "her", "their")  # "her parents": of the child whom the family has


def of_family_named(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return the only family named, for two who belong together with nothing that says whose they are."""
    if reading.language != "en" or token.lower not in _TOGETHER:
        return ()
    whose = [child.lower for child in sentence.children(token, *_WHOSE)]
    owned = token.lower == "parents" and len(whose) == 1 and whose[0] in _OWN
    definite = any(child.lower == "the" for child in sentence.children(token, "det"))
    if not owned and (whose or not definite):
        return ()
    names = reading.annotation.names
    families = {who for number, who in reading.names.items() if "rule:family" in names[number].by}
    return tuple(
        Reference(one, "nominal", "the family named", reading.first_named(one))
        for one in families
        if len(families) == 1
    )
