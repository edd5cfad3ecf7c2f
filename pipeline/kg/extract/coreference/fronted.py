"""Says whose it is in what opens a sentence: "In addition to his daughter, Miller …", "Despite their loss, the Sams …".

After Carden (1982): a pronoun below what opens a sentence may have its name behind it. English only.
"""

from typing import Final

from kg.extract.coreference.cataphora import name_of
from kg.extract.coreference.unnamed import named_until
from kg.extract.reading import Reading, Reference
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

_OPENING: Final = 5  # words
_OTHER: Final = {"his": "f", "her": "m"}
_FRONTED: Final = frozenset("prior despite thanks due following ahead".split())
RELATIVE: Final = frozenset("qui who which that".split())


def subject_after(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return the subject that follows "In addition to his daughter, Miller …", where it is a person's name."""
    opening = sentence.tokens[0]
    opens = opening.pos in ("ADP", "SCONJ", "VERB") or opening.lower in _FRONTED
    if token.lower not in _OTHER or not opens:
        return ()
    found = _subject_ahead(reading, sentence, token, EntityType.PERSON)
    return tuple(r for r in found if reading.genders.get(r.entity, "") != _OTHER[token.lower])


def family_ahead(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return the Sams of "Despite their daughter's illness, the Sams refused"."""
    opens = sentence.tokens[0].pos in ("ADP", "SCONJ", "ADV", "VERB")
    return _subject_ahead(reading, sentence, token, EntityType.GROUP) if opens else ()


def _subject_ahead(reading: Reading, sentence: Sentence, token: Token, kind: EntityType) -> tuple[Reference, ...]:
    """Return the first subject behind an early possessive before which nobody is named, where it is of this kind."""
    if token.index > _OPENING or named_until(sentence, token):
        return ()
    subject = _first_subject(sentence, token)
    name = name_of(sentence, subject) if subject is not None else None
    who = reading.names.get(name.name) if name is not None and name.name is not None else None
    if name is None or who is None or reading.entities[who].type is not kind:
        return ()
    return (Reference(who, "pronoun", "subject of its clause", name.span),)


def _first_subject(sentence: Sentence, token: Token) -> Token | None:
    """Return the first subject behind a comma: "Addressing his nation on Friday, Turkey's minister, Cem Ozan, said"."""
    for subject in sentence.tokens[token.index + 1 :]:
        if not subject.dep.startswith("nsubj") or subject.head < subject.index or subject.lower in RELATIVE:
            continue
        before = [subject, *sentence.children(subject, "det", "amod", "compound", "nmod:poss", "nummod")]
        first = min(t.index for part in before for t in (part, *sentence.children(part)) if t.index <= subject.index)
        return subject if sentence.tokens[first - 1].text == "," else None
    return None
