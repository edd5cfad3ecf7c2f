"""Takes up who made room: "replaced Jane Miller when she resigned", « a remplacé Dubois quand il est parti »."""

from typing import Final

from kg.extract.coreference.unnamed import sentence_before
from kg.extract.grammar.prepositions import preposition
from kg.extract.grammar.subjects import surface_subject
from kg.extract.reading import Reading, Reference
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

_SUCCEEDING: Final = ("replac", "succe", "succé", "succè", "remplac")
_LEAVING: Final = tuple(
    """resign quit retir stepped steps left leave died dies dead passed fired sacked dismiss oust depart démission quitt
    décéd décèd mort parti limog retrait""".split()
)
_WHEN: Final = frozenset("when after because as once since lorsque lorsqu' quand après".split())
_FORERUNNERS: Final = frozenset("prédécesseur prédécesseure predecessor".split())
_TO: Final = ("", "à")
_OBJECTS: Final = {"him": "m", "her": "f"}
_PRONOUNS: Final = {"he": "m", "il": "m", "she": "f", "elle": "f"}


def predecessor(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return the person whom the clause above says is succeeded, where the pronoun's own clause says who left."""
    if token.lower in _OBJECTS:
        return _who_left(reading, sentence, token)
    gender = _PRONOUNS.get(token.lower, "")
    left = sentence.head(token) if gender and token.dep.startswith("nsubj") else None
    if left is None or not left.dep.startswith("advcl") or not left.lower.startswith(_LEAVING):
        return ()
    before = reversed(sentence.tokens[left.head : left.index])
    above = next((t for t in before if t.pos == "VERB"), None)  # the clause may hang from a verb further up
    when = any(c.lower in _WHEN for c in sentence.children(left, "mark", "advmod"))
    if above is None or not when or not above.lower.startswith(_SUCCEEDING):
        return ()
    for one in sentence.children(above, "obj", "obl", "iobj"):
        found = reading.referents(sentence, one) if preposition(sentence, one) in ("", "à") else ()
        fits = len(found) == 1 and reading.genders.get(found[0].entity, gender) in ("", gender)
        if fits and reading.entities[found[0].entity].type is EntityType.PERSON and one.index < left.index:
            return (Reference(found[0].entity, "pronoun", "who made room", one.span),)
    return ()


def _who_left(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return Hart of "… under Paul Hart, whose reign ended in May. Miller replaced him": the only one named there."""
    verb, last = sentence.head(token), sentence_before(reading, sentence)
    taking = verb is not None and verb.lower.startswith(_SUCCEEDING) and token.dep.startswith("obj")
    if verb is None or last is None or not taking:
        return ()
    newer = {r.entity for t in surface_subject(sentence, verb) for r in reading.referents(sentence, t)}
    named = {r.entity: t for t in last.tokens if t.name is not None for r in reading.referents(last, t)}
    people = [i for i in named if reading.entities[i].type is EntityType.PERSON and i not in newer]
    fits = len(people) == 1 and reading.genders.get(people[0], "") in ("", _OBJECTS[token.lower])
    return tuple(Reference(i, "pronoun", "who made room", named[i].span) for i in people[:fits])


def made_room(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return Dubois of « Petit succède à Dubois … Son prédécesseur … »: the only one whom the text has replaced."""
    if token.lower not in _FORERUNNERS or token.plural:
        return ()
    found: dict[str, Token] = {}
    for before in reading.annotation.sentences[: sentence.index]:
        for verb in before.tokens if before.inside is None else ():
            if verb.pos == "VERB" and verb.lower.startswith(_SUCCEEDING):
                found |= _replaced(reading, before, verb)
    (who, word), *others = [*found.items()] or [("", token)]
    return (Reference(who, "nominal", "who made room", word.span),) if who and not others else ()


def _replaced(reading: Reading, sentence: Sentence, verb: Token) -> dict[str, Token]:
    """Return the person to whom somebody named or taken up succeeds."""
    newer = surface_subject(sentence, verb)
    told = newer and any(reading.referents(sentence, t) for t in newer)
    below = sentence.children(verb, "obj", "obl", "iobj") if told else ()
    persons = ((r.entity, t) for t in below for r in reading.referents(sentence, t) if preposition(sentence, t) in _TO)
    return {i: t for i, t in persons if reading.entities[i].type is EntityType.PERSON}
