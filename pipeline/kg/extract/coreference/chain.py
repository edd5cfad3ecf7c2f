"""Goes on with the one person for whom all pronouns of the sentence before stand: « Ses relations lui valent … Il … ».

After Grosz, Joshi and Weinstein (1995), rule 1: if anybody is taken up by a pronoun, it is whom the text tells of.
"""

from typing import Final

from kg.extract.coreference.nouns import names_person
from kg.extract.coreference.ranking import anaphor, candidates
from kg.extract.coreference.salience import Salience
from kg.extract.frames.load import clause_verbs
from kg.extract.reading import Reading, Reference
from kg.lexicon.closed import SINGULAR_SUBJECTS
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

_TAKING_UP: Final = frozenset(
    "il elle lui l' l’ le la se son sa ses he she him her his hers himself herself celui-ci celle-ci".split()
)
_OBJECTS: Final = frozenset("him her his".split())
_OFTEN: Final = 3  # mentions
_FEWEST: Final = 2  # pronouns of the sentence before


def chained(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...]:
    """Return the person whom the pronouns of the sentence before, which has no other subject, stand for."""
    last = _before(reading, sentence, token)
    if last is None or _somebody(reading, sentence, sentence.tokens[: token.index]):
        return ()
    root = next((t for t in last.tokens if t.dep == "ROOT"), None)
    subjects = [*last.children(root, "nsubj")] if root is not None else []
    if _somebody(reading, last, tuple(t for t in subjects if t.lower not in SINGULAR_SUBJECTS)):
        return ()
    taken = [t for t in last.tokens if t.lower in _TAKING_UP and t.name is None and t.quote is None]
    found = [r.entity for t in taken for r in reading.referents(last, t)]
    people = [i for i in found if reading.entities[i].type is EntityType.PERSON]
    if len(people) < _FEWEST or len({*people}) != 1:
        return ()
    allowed = candidates(reading, anaphor(reading, sentence, token), salience)
    span = next(t.span for t in reversed(taken) if reading.referents(last, t))
    fitting = people[0] in allowed
    return (Reference(people[0], "pronoun", "for whom the pronouns before stand", span),) if fitting else ()


def gone_on_with(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...]:
    """Return Miller of "Miller gave millions. A president, Paul Hart, thanked him. He was …": not the newcomer.

    Whom a pronoun takes up though somebody new acts is whom the text tells of; the new one may go on speaking.
    """
    last = _before(reading, sentence, token) if reading.language == "en" and token.index == 0 else None
    verb = sentence.head(token)
    if last is None or verb is None or verb.lower in clause_verbs("en", "saying", "quoting", "accusing"):
        return ()
    root = next((t for t in last.tokens if t.dep == "ROOT"), None)
    subjects = [*last.children(root, "nsubj")] if root is not None else []
    new = [r.entity for t in subjects for r in reading.referents(last, t)]
    taken = [t for t in last.tokens if t.lower in _OBJECTS and t.name is None and t.quote is None]
    found = {r.entity for t in taken for r in reading.referents(last, t)}
    if len(new) != 1 or len(found) != 1 or found & {*new} or not _newcomer(reading, last, new[0]):
        return ()
    one = found.pop()
    fitting = reading.entities[one].type is EntityType.PERSON and salience.count(one) > _OFTEN
    allowed = candidates(reading, anaphor(reading, sentence, token), salience) if fitting else []
    why = "of whom the text tells, though somebody new acts"
    return (Reference(one, "pronoun", why, salience.last(one)),) if one in allowed else ()


def _newcomer(reading: Reading, last: Sentence, who: str) -> bool:
    """Tell a person whom no sentence before this one names."""
    first = reading.first_named(who)
    return reading.entities[who].type is EntityType.PERSON and first is not None and last.span.contains(first)


def _before(reading: Reading, sentence: Sentence, token: Token) -> Sentence | None:
    """Return the sentence before, where a pronoun is the subject of a main clause outside of quotations."""
    verb = sentence.head(token)
    main = verb is not None and verb.dep == "ROOT" and token.dep.startswith("nsubj")
    if token.lower not in SINGULAR_SUBJECTS or not main or sentence.inside is not None or token.quote is not None:
        return None
    before = [s for s in reading.annotation.sentences[: sentence.index] if s.inside is None]
    return before[-1] if before and before[-1].span.end <= sentence.span.start else None


def _somebody(reading: Reading, sentence: Sentence, tokens: tuple[Token, ...]) -> bool:
    """Tell whether one of the words names a person or is a noun for one."""
    named = (r.entity for t in tokens if t.name is not None for r in reading.referents(sentence, t))
    if any(reading.entities[i].type is EntityType.PERSON for i in named):
        return True
    return any(t.pos == "NOUN" and not t.plural and names_person(t.lower, reading.language) for t in tokens)
