"""Resolves « son adversaire », "his rival": the only other one of the kind who was spoken of lately."""

from typing import Final

from kg.extract.coreference.clauses import within_itself
from kg.extract.coreference.nouns import KIN
from kg.extract.coreference.salience import Salience
from kg.extract.reading import Reading, Reference
from kg.lexicon.closed import POSSESSIVES
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

_RIVALS: Final = frozenset(
    """adversaire rival rivale concurrent concurrente opposant opposante challenger challengeuse opponent
    adversary""".split()
)
OTHER_ONE: Final = "the other of the two"
_RECENT: Final = 2  # sentences


def of_rival(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...]:
    """Return whom « son adversaire » means in a text about two people or two sides."""
    own = any(t.lower in POSSESSIVES and t.lower not in ("leur", "leurs", "their") for t in sentence.children(token))
    whose = within_itself(reading, sentence, token) if own and token.lower in _RIVALS and not token.plural else set()
    if len(whose) != 1:
        return ()
    kind = reading.entities[next(iter(whose))].type
    if kind not in (EntityType.PERSON, EntityType.ORGANIZATION):
        return ()
    recent = {seen.entity for seen in salience.recent(_RECENT)}
    others = [i for i in recent - whose if i in reading.entities and reading.entities[i].type is kind]
    others = [i for i in others if not _relative(reading, i)] or others
    if len(others) != 1 or _third(reading, sentence, kind, whose | {others[0]}):
        return ()
    return (Reference(others[0], "nominal", OTHER_ONE, salience.last(others[0])),)


def _relative(reading: Reading, identifier: str) -> bool:
    """Tell "his mother, Sue": she is told of for his sake, and stands against nobody."""
    return any(noun in KIN for noun, _ in reading.described.get(identifier, ()))


def _third(reading: Reading, sentence: Sentence, kind: EntityType, two: set[str]) -> bool:
    """Tell whether the sentence or the next one names another of the kind: « son adversaire … Marie Roy réagit »."""
    sentences = reading.annotation.sentences
    after = next((s for s in sentences if s.span.start >= sentence.span.end), sentence)
    named = (
        i for i, name in enumerate(reading.annotation.names) if sentence.span.start <= name.span.start < after.span.end
    )
    who = (reading.names[i] for i in named if i in reading.names)
    return any(one not in two and reading.entities[one].type is kind for one in who)
