"""Takes "the parents" for the family that the text names, "his child" for the only one whom it calls somebody's.

"The Sams refused … The parents deny it"; « leur fille, Zoé Martin … a soigné lui-même son enfant ».
"""

from typing import Final

from kg.extract.coreference.ranking.young import born_to
from kg.extract.reading import Reading, Reference
from kg.lexicon.closed import POSSESSIVES
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

_TOGETHER: Final = frozenset("couple parents pair spouses".split())
_WHOSE: Final = ("nmod", "nmod:poss", "compound", "acl")
_CHILDREN: Final = {
    "child": "", "baby": "", "infant": "", "daughter": "f", "son": "m", "enfant": "", "bébé": "",
    "fille": "f", "fils": "m",
}  # fmt: skip
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
    if len(families) != 1:
        return ()
    one = families.pop()
    return (Reference(one, "nominal", "the family named", reading.first_named(one)),)


def own_child(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return the only person of the text who is somebody's child, for a child that a possessive owns."""
    sex = _CHILDREN.get(token.lower)
    if sex is None or token.plural or any(sentence.children(token, "amod", "nummod", "appos")):
        return ()
    owners = [c for c in sentence.children(token, "nmod:poss", "det") if c.lower in POSSESSIVES]
    whose = {r.entity for owner in owners for r in reading.referents(sentence, owner)}
    born = [i for i in reading.roles if reading.entities[i].type is EntityType.PERSON and born_to(reading, i)]
    fitting = [i for i in born if {sex, reading.genders.get(i, "")} != {"m", "f"}]
    if len(fitting) != 1 or not whose or fitting[0] in whose:
        return ()
    return (Reference(fitting[0], "nominal", "the only child spoken of", reading.first_named(fitting[0])),)
