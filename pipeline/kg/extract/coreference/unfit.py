"""Tells nouns that do not say what stands beside them: « la page Facebook », « le député LREM », « Rugby : Dubois »."""

from typing import Final

from kg.extract.coreference.nouns import names_office, names_place, noun_classes
from kg.extract.reading import Reading
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

# What somebody has on a platform, and is not the platform.
_ON_PLATFORMS: Final = frozenset(
    """page pages compte mot chaîne profil fil message messages publication vidéo live photo post lien story événement
    channel profile feed page posting video link account event tweet thread""".split()
)
_TRADING: Final = ("company", "platform", "party", "media")
# What a body or a land can be as well as a person.
EITHER: Final = frozenset("leader leaders host agent head champion partner".split())
_NO_PEOPLE: Final = ("media", "place")  # « confie dans les colonnes du quotidien Anne Dubois »
_SAYING_WHO: Final = (
    "identifi",
    "nomm",
    "dénomm",
    "named",
    "appel",
    "called",
    "étant",
    "être",
    "été",
    "been",
    "is",
    "was",
)
_CLOSED: Final = (",", "(", "–", "—", "-")


def of_another_sort(reading: Reading, noun: Token, identifier: str) -> bool:
    """Tell whether a noun is for another sort of thing than the entity that is named beside it."""
    entity, known = reading.entities[identifier], reading.kinds.get(identifier)
    kind = noun_classes(reading.language).get(noun.lower)
    if entity.type is EntityType.PLACE:
        placed = kind is not None and kind.type not in (EntityType.WORK, EntityType.PERSON)
        return not placed and not names_place(noun, reading.language)
    if entity.type is EntityType.PERSON:
        return kind is not None and kind.name in _NO_PEOPLE
    if entity.type is not EntityType.ORGANIZATION:
        return False
    body = noun.lower in EITHER or (kind is not None and kind.type is EntityType.ORGANIZATION)  # « l'éditeur »
    if names_office(noun.lower, reading.language) and not body:
        return True
    happens = kind is not None and kind.type is EntityType.EVENT and known in _TRADING
    return happens or (known == "platform" and noun.lower in _ON_PLATFORMS)


def parted(sentence: Sentence, noun: Token, name: Token) -> bool:
    """Tell a name behind a colon, or behind a verb without a comma before it, from one beside the noun."""
    between = sentence.tokens[noun.index + 1 : name.index]
    verbs = [t.lower for t in between if t.pos in ("VERB", "AUX")]
    told = any(verb.startswith(_SAYING_WHO) for verb in verbs)  # « Le pilote a été identifié comme étant Dubois »
    return any(t.text == ":" for t in between) or (bool(verbs) and not told and between[-1].text not in _CLOSED)
