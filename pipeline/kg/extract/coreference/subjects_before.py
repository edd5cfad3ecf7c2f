"""Says whom the sentence before is about: the person, or the body, that is its subject."""

from typing import Final

from kg.extract.coreference.unnamed import main_subjects, sentence_before
from kg.extract.grammar.subjects import inverted_subject
from kg.extract.reading import Reading, Reference
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

_MASK: Final = "yes"  # what a quotation is for the parser


def person_before(reading: Reading, sentence: Sentence) -> Reference | None:
    """Return the one person who is the subject of the sentence before, or speaks behind its quotation."""
    last = sentence_before(reading, sentence)
    if last is None or last.paragraph != sentence.paragraph:
        return None
    root = next((t for t in last.tokens if t.dep == "ROOT"), None)
    if root is None:
        return None
    subjects = [t for t in last.children(root, "nsubj") if t.lower != _MASK] or inverted_subject(last, root)
    found = reading.referents(last, subjects[0]) if len(subjects) == 1 else ()
    people = [r for r in found if reading.entities[r.entity].type is EntityType.PERSON]
    return people[0] if len(people) == len(found) == 1 else None


def body_subject(reading: Reading, last: Sentence) -> tuple[str, Token] | None:
    """Return the one body that the subject of a sentence stands for, with that subject."""
    subjects = main_subjects(last)[:1]
    found = reading.referents(last, subjects[0]) if subjects else ()
    body = len(found) == 1 and reading.entities[found[0].entity].type is EntityType.ORGANIZATION
    return (found[0].entity, subjects[0]) if body else None
