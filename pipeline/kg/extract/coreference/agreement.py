"""Lets a pronoun agree with what a body or place was called last: « Le Sénat … La chambre haute … Elle … »."""

from kg.extract.coreference.ranking.sought import anaphor
from kg.extract.coreference.salience import Salience
from kg.extract.reading import Reading, Reference
from kg.model import EntityType
from kg.model.annotation import Sentence, Token


def agree_with_noun(
    reading: Reading, sentence: Sentence, token: Token, references: tuple[Reference, ...], salience: Salience
) -> None:
    """Forget the gender of what a French noun of the other one has taken up, until its name is said again."""
    who = references[0].entity
    if reading.language != "fr" or len(references) > 1 or reading.entities[who].type is EntityType.PERSON:
        return
    if token.name is not None and who in salience.named:
        reading.genders[who] = salience.named.pop(who)
    elif token.name is None and token.pos == "NOUN":
        noun, known = anaphor(reading, sentence, token).gender, reading.genders.get(who, "")
        if {noun, known} == {"m", "f"}:
            salience.named[who] = known
            reading.genders[who] = ""
