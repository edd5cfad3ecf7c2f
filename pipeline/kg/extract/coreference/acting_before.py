"""Prefers who acted to whoever was only told of: « Campion vole au secours de Dettinger. Le candidat … »."""

from typing import Final

from kg.extract.coreference.nouns import happenings
from kg.extract.coreference.party_words import parties_differ
from kg.extract.coreference.ranking import anaphor, candidates
from kg.extract.coreference.ranking.sorts import called
from kg.extract.coreference.salience import Salience
from kg.extract.frames.load import load_frames
from kg.extract.reading import Reading
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

_BEFALLING: Final = frozenset(
    """died killed injured arrested released convicted sentenced charged acquitted attacked searched appointed elected
    resigned dismissed awarded suspended fined investigated""".split()
)


def acting_before(reading: Reading, sentence: Sentence, token: Token, salience: Salience, found: str) -> str:
    """Return Campion for Dettinger behind « Campion vole au secours de Dettinger. Le candidat demande … ».

    Who was only told of as somebody's or something's is passed over for who acted there, if a noun says it of neither
    and both may be meant; a death or an arrest is of whom it befell.
    """
    seen = salience.latest(found)
    person = reading.entities[found].type is EntityType.PERSON
    if seen is None or not person or not token.dep.startswith("nsubj") or not seen.dep.startswith("nmod"):
        return found
    if any(reading.kind_named(t) == "party" for t in sentence.children(token, "nmod")):
        return found  # which party each is of may be known
    last = reading.annotation.sentences[seen.verb[0]]
    above = last.head(last.tokens[seen.position])
    if last is sentence or above is None or _befell(reading, above) or called(reading, token, found):
        return found
    leading = [s.entity for s in salience.newest(1) if s.main and s.sentence == seen.sentence]
    allowed = candidates(reading, anaphor(reading, sentence, token), salience) if len(leading) == 1 else []
    people = [i for i in leading if i in allowed and reading.entities[i].type is EntityType.PERSON]
    return people[0] if people and not parties_differ(reading, sentence, token, people[0]) else found


def _befell(reading: Reading, noun: Token) -> bool:
    """Tell « la mort de X », « l'arrestation de X »: the text goes on about whom it befell."""
    triggers = load_frames(reading.language).nouns.get(noun.lower, ())
    return noun.lower in happenings() or any(t.relation in _BEFALLING for t in triggers)
