"""Takes up a main clause's subject in a clause behind it, not who is named within it or beside its predicate.

« Le groupe de Bernard Arnault, LVMH, a publié …, alors qu'il … » is the group, « L'iPhone est le téléphone le plus
vendu par Apple, même si ses composants … » the telephone: a subject is the likeliest antecedent of its sentence
(Centering, Grosz, Joshi and Weinstein 1995).
"""

from typing import Final

from kg.extract.coreference.nouns import names_person
from kg.extract.grammar.subjects import surface_subject
from kg.extract.reading import Reading, Reference
from kg.lexicon.closed import FRENCH_OWN, HE_OR_SHE
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

_MARKS: Final = frozenset("alors bien même si puisque parce quoique sauf depuis tandis".split())
_DEEP: Final = 3  # « la moitié de ses composants »


def main_subject(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return the subject that an adverbial clause behind it goes on with, where it has a name elsewhere."""
    if reading.language != "fr" or sentence.words.isdisjoint(_MARKS):
        return ()
    if token.lower in HE_OR_SHE and token.dep.startswith("nsubj"):
        clause = sentence.head(token)
        subject = _subject_above(sentence, clause, token)
        return _body(reading, sentence, subject, token) if subject is not None else ()
    clause = _whose_subject(sentence, token) if token.lower in FRENCH_OWN else None
    subject = _subject_above(sentence, clause, token)
    return _thing(reading, sentence, subject) if subject is not None else ()


def _whose_subject(sentence: Sentence, token: Token) -> Token | None:
    """Return the verb whose subject, no person, a possessive belongs to: « la plupart de ses pièces sont … »."""
    at = sentence.head(token)
    if at is None or names_person(at.lower, "fr"):
        return None
    for _ in range(_DEEP):
        above = sentence.head(at)
        if at.dep.startswith("nsubj") or above is None:
            return above
        at = above
    return None


def _subject_above(sentence: Sentence, clause: Token | None, token: Token) -> Token | None:
    """Return the only subject of the main clause that stands before an adverbial clause of concession or cause."""
    if clause is None or not clause.dep.startswith("advcl"):
        return None
    main = sentence.head(clause)
    marked = any(c.lower in _MARKS for c in sentence.children(clause, "mark", "advmod"))
    if main is None or not marked or main.index > clause.index:
        return None
    subjects = [t for t in surface_subject(sentence, main) if t.index < main.index < token.index]
    return subjects[0] if len(subjects) == 1 else None


def _body(reading: Reading, sentence: Sentence, subject: Token, token: Token) -> tuple[Reference, ...]:
    """Return LVMH of « Le groupe de Bernard Arnault, LVMH, …, alors qu'il … »: a body's noun, of the same gender."""
    if subject.name is not None or subject.gender != HE_OR_SHE[token.lower]:
        return ()
    found = reading.referents(sentence, subject)
    body = len(found) == 1 and reading.entities[found[0].entity].type is EntityType.ORGANIZATION
    return (Reference(found[0].entity, "pronoun", "subject of the main clause", subject.span),) if body else ()


def _person_between(reading: Reading, sentence: Sentence, predicate: Token) -> bool:
    """Tell « la voiture préférée de Paul Martin », whose film or father may be told of as well."""
    below = (r for t in sentence.subtree(predicate) if t.name is not None for r in reading.referents(sentence, t))
    return any(reading.entities[r.entity].type is EntityType.PERSON for r in below)


def _thing(reading: Reading, sentence: Sentence, subject: Token) -> tuple[Reference, ...]:
    """Return the iPhone of « L'iPhone est le téléphone …, même si ses composants … », of which a predicate is said."""
    predicate = sentence.head(subject)
    found = reading.referents(sentence, subject)
    said = predicate is not None and predicate.pos == "NOUN" and any(sentence.children(predicate, "cop"))
    if len(found) != 1 or predicate is None or not said or _person_between(reading, sentence, predicate):
        return ()
    kinds = (EntityType.WORK, EntityType.ORGANIZATION)
    thing = reading.entities[found[0].entity].type in kinds
    return (Reference(found[0].entity, "pronoun", "subject of the main clause", subject.span),) if thing else ()
