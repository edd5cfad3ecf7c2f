"""Takes « lui a rendu hommage » for the only one of whose death the text has told."""

from kg.extract.coreference.by_deed import DEAD, fillers
from kg.extract.coreference.salience import Salience
from kg.extract.reading import Reading, Reference
from kg.model import EntityType
from kg.model.annotation import Sentence, Token


def mourned(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...]:
    """Return who has died in « X est mort. Y a salué un ami. Z lui a rendu hommage »."""
    verb = sentence.head(token)
    if token.lower != "lui" or verb is None or not token.dep.startswith(("iobj", "obl", "obj")):
        return ()
    if not any(c.lower in ("hommage", "hommages") for c in sentence.children(verb, "obj")):
        return ()
    told = (s for s in reading.annotation.sentences[: sentence.index] if s.inside is None)
    dead = {r.entity for s in told for word in fillers(reading, s, DEAD) for r in reading.referents(s, word)}
    people = [i for i in dead if reading.entities[i].type is EntityType.PERSON]
    if len(people) != 1:
        return ()
    return (Reference(people[0], "pronoun", "who has died", salience.last(people[0])),)
