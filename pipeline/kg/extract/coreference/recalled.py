"""Takes « l'ancienne cadre de Novatel » for whoever the sentence before is about: so news adds what somebody has been.

Whoever is new to the text has a name behind such words. French only.
"""

from typing import Final

from kg.extract.coreference.nouns import KIN, names_office, names_person
from kg.extract.coreference.salience import Salience
from kg.extract.grammar.subjects import inverted_subject
from kg.extract.reading import Reading, Reference
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

_FORMER: Final = {"ancien": "m", "ancienne": "f"}
_STAFF: Final = frozenset(
    "cadre recrue conseiller conseillère collaborateur collaboratrice stratège assistant assistante".split()
)


def recalled(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...]:
    """Return the only person who was the subject of the sentence before and agrees."""
    if token.plural or reading.language != "fr":
        return ()
    gender = next((_FORMER[c.lower] for c in sentence.children(token, "amod") if c.lower in _FORMER), "")
    if not gender or not _speaks_of_one(sentence, token):
        return ()
    inside = {reading.names[t.name] for t in sentence.tokens if t.name is not None and t.name in reading.names}
    before = [s for s in salience.newest(2) if s.sentence == salience.now - 1 and s.dep.startswith(("nsubj", "ROOT"))]
    people = [s for s in before if reading.entities[s.entity].type is EntityType.PERSON and s.entity not in inside]
    people = [s for s in people if reading.genders.get(s.entity, gender) in ("", gender)]
    people = [s for s in people if s.main] or people
    called = any(token.lower in roles for i, roles in reading.roles.items() if i not in {s.entity for s in people})
    if len({s.entity for s in people}) != 1 or called:
        return ()
    return (Reference(people[0].entity, "nominal", "recalled by what they were", people[0].span),)


def _speaks_of_one(sentence: Sentence, token: Token) -> bool:
    """Tell a subject, also behind what is said, with no name beside it."""
    person = names_person(token.lower, "fr") and not names_office(token.lower, "fr") and token.lower not in KIN
    verb = sentence.head(token)
    subject = token.dep.startswith("nsubj") or (verb is not None and token in inverted_subject(sentence, verb))
    outside = token.quote is None and sentence.inside is None
    beside = any(t.name is not None for t in sentence.children(token, "appos", "flat"))
    return (person or token.lower in _STAFF) and subject and outside and not beside
