"""Takes who dies, is found or was so old for the one of whose killing the sentence before tells.

"Ann Hale is on trial for the murder of Gloria Reed. She died in May": not the subject goes on, but who died.
"""

from functools import cache
from typing import Final

from kg.extract.coreference.by_deed import DEAD, HARMED, fillers
from kg.extract.coreference.ranking import anaphor
from kg.extract.coreference.salience import Salience
from kg.extract.coreference.unnamed import sentence_before
from kg.extract.frames.load import load_frames
from kg.extract.reading import Reading, Reference
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

_SUBJECTS: Final = frozenset("he she il elle".split())
# What is told of the dead: « a été retrouvée », "was buried", « était âgée de 12 ans »
_OF_DEAD: Final = frozenset(
    """found buried cremated aged retrouvé retrouvée découvert découverte enterré enterrée inhumé inhumée âgé
    âgée""".split()
)
_BURYING: Final = ("inciner", "incinér", "inhum", "enterr", "autopsi", "buried", "cremated")
_IN_PRISON: Final = frozenset("prison jail cell custody cellule détention suicide execution exécution".split())


def dead_again(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...]:
    """Return the one person killed in the sentence before, where the pronoun's tells what befalls the dead."""
    buried = _buried(reading, sentence, token, salience)
    if buried:
        return buried
    last = sentence_before(reading, sentence) if token.lower in _SUBJECTS and token.dep.startswith("nsubj") else None
    if last is None or last.paragraph != sentence.paragraph or last.words.isdisjoint(_deadly(reading.language)):
        return ()
    if not _befalls(reading, sentence, token):
        return ()
    named = {r.entity for word in fillers(reading, last, DEAD) for r in reading.referents(last, word)}
    people = [i for i in named if reading.entities[i].type is EntityType.PERSON]
    gender = anaphor(reading, sentence, token).gender
    if len(people) != 1 or {gender, reading.genders.get(people[0], "")} == {"m", "f"}:
        return ()
    return (Reference(people[0], "pronoun", "who was killed", salience.last(people[0])),)


def _buried(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...]:
    """Return Paul of « Anne n'a pas dit les causes de la mort de Paul, mais a annoncé qu'il serait incinéré »."""
    verb = sentence.head(token) if token.dep.startswith("nsubj") else None
    if verb is None or not verb.lower.startswith(_BURYING) or sentence.words.isdisjoint(_deadly(reading.language)):
        return ()
    words = [t for t in fillers(reading, sentence, DEAD) if t.index < token.index]
    named = {r.entity for word in words for r in reading.referents(sentence, word)}
    people = [i for i in named if reading.entities[i].type is EntityType.PERSON]
    gender = anaphor(reading, sentence, token).gender
    if len(people) != 1 or {gender, reading.genders.get(people[0], "")} == {"m", "f"}:
        return ()
    return (Reference(people[0], "pronoun", "who has died", salience.last(people[0])),)


@cache
def _deadly(language: str) -> frozenset[str]:
    """Return the words that the frames of dying and killing begin with: what to look for before any frame is read."""
    frames, told = load_frames(language), {relation for relation, _ in DEAD}
    tables = (frames.verbs, frames.nouns)
    return frozenset(w for table in tables for w, found in table.items() if any(t.relation in told for t in found))


def _befalls(reading: Reading, sentence: Sentence, token: Token) -> bool:
    """Tell whether the verb of a pronoun tells of its death or harm, of its body or its age; nobody's in prison."""
    verb = sentence.head(token)
    if verb is None or any(t.lower in _IN_PRISON for t in sentence.tokens):
        return False
    told = any(word is token for word in fillers(reading, sentence, (*HARMED, *DEAD)))
    return told or verb.lower in _OF_DEAD or _so_old(sentence, verb)


def _so_old(sentence: Sentence, verb: Token) -> bool:
    """Tell "She was 12.", « Elle avait 12 ans »."""
    years = any(t.lower in ("ans", "years", "year") for t in sentence.children(verb, "obj", "obl", "xcomp", "advmod"))
    bare = verb.pos == "NUM" or any(t.pos == "NUM" for t in sentence.children(verb, "xcomp", "attr"))
    return verb.lower in ("avait", "was", "aurait") and (years or bare)
