"""Takes "whose son" for the person before: of "Jane Miller, head of the Trust, whose son died" the Trust has none."""

from kg.extract.coreference.nouns import KIN
from kg.extract.reading import Reading, Reference
from kg.model import EntityType
from kg.model.annotation import Sentence, Token


def whose_kin(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return the nearest person above what "whose" hangs from, where it stands before a relative."""
    noun = sentence.head(token) if token.lower == "whose" else None
    if noun is None or noun.lower not in KIN:
        return ()
    at = sentence.head(noun)
    while at is not None:
        found = reading.referents(sentence, at) if at.index < token.index else ()
        if any(reading.entities[r.entity].type is EntityType.PERSON for r in found):
            return tuple(Reference(r.entity, "pronoun", "the person whose relative it is", at.span) for r in found)
        at = sentence.head(at)
    return ()
