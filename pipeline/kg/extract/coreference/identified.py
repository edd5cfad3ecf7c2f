"""Finds who is identified: "the man, later identified as Paul Hart", "police named him as Paul Hart"."""

from typing import Final

from kg.extract.coreference.behind import note_description
from kg.extract.coreference.nouns import names_person
from kg.extract.grammar.prepositions import preposition
from kg.extract.grammar.voice import is_participle
from kg.extract.reading import Reading, Reference
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

_BETWEEN: Final = frozenset(
    """, who was is has been were later since subsequently eventually only qui a été est plus tard depuis ensuite
    formellement et and puis then""".split()
)
_TOLD: Final = ("identified", "named", "identifié", "identifiée")
_NAMING: Final = ("identif", "named")
_AS: Final = ("as", "comme")
_LINK: Final = 6  # tokens from the noun to the verb
_FAR: Final = 12  # tokens from the verb to the name


def identified(reading: Reading, sentence: Sentence, token: Token) -> Reference | None:
    """Return the person as whom a noun is identified."""
    if token.plural or not names_person(token.lower, reading.language):
        return None
    for word in sentence.tokens[token.index + 1 : token.index + 1 + _LINK]:
        if word.lower in _TOLD:
            name = _named_as(reading, sentence, word)
            if name is not None and name.name is not None:
                note_description(reading, sentence, token, reading.names[name.name])
                return Reference(reading.names[name.name], "nominal", "identified by name", name.span)
        if word.lower not in _BETWEEN and not is_participle(word):  # « a été arrêté et identifié comme étant X »
            return None
    return None


def named_so(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return the person of "named him as Paul Hart", « l'a identifié comme Paul Dubois »."""
    verb = sentence.head(token)
    if verb is None or not token.dep.startswith("obj") or not verb.lower.startswith(_NAMING):
        return ()
    name = _named_as(reading, sentence, verb)
    if name is None or name.name is None:
        return ()
    return (Reference(reading.names[name.name], "pronoun", "identified by name", name.span),)


def _named_as(reading: Reading, sentence: Sentence, verb: Token) -> Token | None:
    """Return the only person named behind "as", before another verb."""
    after = sentence.tokens[verb.index + 1 : verb.index + 1 + _FAR]
    start = next((n for n, t in enumerate(after) if t.lower in _AS), None)
    stop = next((n for n, t in enumerate(after) if t.pos in ("VERB", "AUX") and t.lower != "étant"), len(after))
    told = after[start:stop] if start is not None else ()
    names = [t for t in told if t.name in reading.names and preposition(sentence, t) in {"", *_AS}]
    people = [t for t in names if reading.entities[reading.names[t.name or 0]].type is EntityType.PERSON]
    return people[0] if len(people) == 1 else None
