"""Settles whose a possessive is that opens or speaks: a body's officer behind its body, somebody's aide behind him.

« La CFDT dénonce le plan. « C'est une casse sociale », a lancé son délégué » · « Le patron a été condamné. Son bras
droit … »
"""

from typing import Final

from kg.extract.coreference.nouns import KIN, names_person, names_speaker, offices_of_bodies
from kg.extract.coreference.subjects_before import body_subject
from kg.extract.coreference.unnamed import main_subjects, people, sentence_before
from kg.extract.frames.load import clause_verbs
from kg.extract.reading import Reading, Reference
from kg.lexicon.closed import INDEFINITE_ARTICLES
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

_OWN: Final = ("son", "sa")
_SPEAKING_FOR: Final = frozenset(
    "délégué déléguée porte-parole représentant représentante dirigeant dirigeante".split()
)
_ACCORDING: Final = ("selon", "d'après", "d’après", "d'", "d’")
_AIDES: Final = KIN | frozenset("bras assistant assistante adjoint adjointe complice associé associée".split())


def officer_of(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return the body or person that the sentence before is about, for whoever is its officer or his aide."""
    thing = sentence.head(token) if token.lower in _OWN else None
    if thing is None or not any(t.name is not None for t in sentence.children(thing, "appos", "flat")):
        return ()
    last = sentence_before(reading, sentence)
    if last is None:
        return ()
    if token.index == 0 and thing.dep.startswith("nsubj") and thing.lower in _AIDES:
        return _only_person(reading, last)
    speaks = thing.lower in _SPEAKING_FOR or thing.lower in offices_of_bodies("fr")
    if not speaks or not _speaks_behind(reading, sentence, token, thing):
        return ()
    return _body(reading, last) or _cited(reading, last)


def officer_of_nobody(reading: Reading, sentence: Sentence, token: Token) -> bool:
    """Tell « Le régime a démenti. « C'est faux », a affirmé son porte-parole »: a body that nothing names speaks on."""
    thing = sentence.head(token) if token.lower in _OWN else None
    speaks = thing is not None and (thing.lower in _SPEAKING_FOR or thing.lower in offices_of_bodies("fr"))
    if not speaks or thing is None or not _speaks_behind(reading, sentence, token, thing):
        return False
    last = sentence_before(reading, sentence)
    subjects = main_subjects(last)[:1] if last is not None else []
    return any(_nameless_body(reading, last, subject) for subject in subjects if last is not None)


def _nameless_body(reading: Reading, last: Sentence, subject: Token) -> bool:
    body = subject.pos == "NOUN" and names_speaker(subject.lower, "fr") and not names_person(subject.lower, "fr")
    return body and not any(reading.referents(last, t) for t in (subject, *last.children(subject, "appos", "nmod")))


def _speaks_behind(reading: Reading, sentence: Sentence, token: Token, thing: Token) -> bool:
    """Tell « …, a précisé sa porte-parole, Anne Dubois »: who says it stands behind, and no other body before."""
    verb = sentence.head(thing)
    said = verb is not None and verb.index < token.index and verb.lower in clause_verbs("fr", "saying", "quoting")
    return said and not any(_is_body(reading, sentence, t) for t in sentence.tokens[: token.index])


def _is_body(reading: Reading, sentence: Sentence, token: Token) -> bool:
    return any(reading.entities[r.entity].type is EntityType.ORGANIZATION for r in reading.referents(sentence, token))


def _body(reading: Reading, last: Sentence) -> tuple[Reference, ...]:
    """Return the body that is the subject of a sentence."""
    told = body_subject(reading, last)
    return (Reference(told[0], "pronoun", "subject of the sentence before", told[1].span),) if told is not None else ()


def _cited(reading: Reading, last: Sentence) -> tuple[Reference, ...]:
    """Return the body, no paper, to which a sentence gives the word first: « Selon l'association Novatel, … »."""
    if last.tokens[0].lower not in _ACCORDING:
        return ()
    comma = next((t.index for t in last.tokens if t.text == ","), 0)
    found = {r.entity: t.span for t in last.tokens[1:comma] for r in reading.referents(last, t) if t.name is not None}
    bodies = [i for i in found if reading.entities[i].type is EntityType.ORGANIZATION and not _paper(reading, i)]
    why = "to whom the sentence before gives the word"
    return tuple(Reference(i, "pronoun", why, found[i]) for i in bodies) if len(found) == 1 else ()


def _paper(reading: Reading, identifier: str) -> bool:
    return reading.kinds.get(identifier) == "media"


def _only_person(reading: Reading, last: Sentence) -> tuple[Reference, ...]:
    """Return the subject of a sentence that tells of no other person, with a name or without."""
    subjects = main_subjects(last)[:1]
    found = people(reading, last, subjects[0]) if subjects else ()
    others = {r.entity for t in last.tokens for r in people(reading, last, t)} - {r.entity for r in found}
    new = any(c.lower in INDEFINITE_ARTICLES for s in subjects for c in last.children(s, "det"))
    return (
        ()
        if others or new
        else tuple(
            Reference(r.entity, "pronoun", "of whom alone the sentence before tells", subjects[0].span) for r in found
        )
    )
