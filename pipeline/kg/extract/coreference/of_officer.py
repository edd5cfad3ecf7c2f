"""Takes "the club" for the body whose officer the text has just named: "Novatel chief Jane Miller said the firm …".

So it is in one sentence, and where a description of the body opens the next: "The Leeds company …". English only.
"""

from collections.abc import Iterator
from typing import Final

from kg.extract.coreference.nouns import noun_classes, offices_of_bodies
from kg.extract.coreference.ranking import anaphor, candidates
from kg.extract.coreference.salience import Salience
from kg.extract.coreference.subjects_before import person_before
from kg.extract.reading import Reading, Reference
from kg.lexicon.peoples import countries
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

_KINDS: Final = ("company", "organization")
_BESIDE: Final = ("amod", "compound", "nmod", "nmod:poss", "flat")
_HEADS: Final = {"manager", "coach", "leader"}
_TITLE: Final = 4  # words between the body and its officer
_BACK: Final = 3  # sentences


def of_officer(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...]:
    """Return the body whose officer the sentence, or the one who is the subject of the sentence before, has named."""
    kind = noun_classes("en").get(token.lower) if reading.language == "en" else None
    if kind is None or kind.name not in _KINDS or token.plural:
        return ()
    if not any(t.lower == "the" for t in sentence.children(token, "det")):
        return ()
    if any(t.index == token.index + 1 for t in sentence.children(token, "acl", "appos")):
        return ()  # "the club owned by Miller"
    beside = list(sentence.children(token, *_BESIDE))
    found = _placed(reading, sentence, token, beside) if beside else _same(reading, sentence, token)
    fitting = candidates(reading, anaphor(reading, sentence, token), salience) if found is not None else []
    if found is None or found not in fitting:
        return ()
    return (Reference(found, "nominal", "the body whose officer has just been named", salience.last(found)),)


def _same(reading: Reading, sentence: Sentence, token: Token) -> str | None:
    """Return the only body named before in the sentence, as that of an officer; nobody acts on his own so."""
    if sentence.inside is not None or (token.dep.startswith("obj") and sentence.tokens[token.head].dep == "ROOT"):
        return None
    named = [t for t in sentence.tokens[: token.index] if t.name is not None]
    bodies = {reading.names.get(t.name) for t in named if t.name is not None and _body(reading, t)}
    found = {body for body, _ in _officers(reading, sentence, token.index)}
    return found.pop() if len(bodies) == 1 == len(found) else None


def _placed(reading: Reading, sentence: Sentence, token: Token, beside: list[Token]) -> str | None:
    """Return the body of whoever is the subject of the sentence before, for "The Merseyside club" as a subject."""
    if len(beside) != 1 or not token.dep.startswith("nsubj") or token.index > 2:
        return None
    place = beside[0].name is not None or beside[0].lower in countries("en")
    who = person_before(reading, sentence) if place else None
    if who is None:
        return None
    for told in reversed(reading.annotation.sentences[max(0, sentence.index - _BACK) : sentence.index]):
        for body, officer in _officers(reading, told, len(told.tokens)):
            if officer == who.entity and told.paragraph == sentence.paragraph:
                return body
    return None


def _officers(reading: Reading, sentence: Sentence, end: int) -> Iterator[tuple[str, str]]:
    """Yield each body with its officer, of "Everton boss Sean Dyche", "Novatel's chief executive, Jane Miller"."""
    for body in sentence.tokens[:end]:
        if body.name is None or not _body(reading, body):
            continue
        behind = sentence.tokens[body.index + 1 : min(end, body.index + 2 + _TITLE)]
        at = next((i for i, t in enumerate(behind) if t.name is not None), None)
        words = {t.lower for t in behind[:at]} if at else set()
        officer = reading.names.get(behind[at].name or 0) if at and words & (offices_of_bodies("en") | _HEADS) else None
        if officer is not None and reading.entities[officer].type is EntityType.PERSON:
            yield reading.names[body.name], officer


def _body(reading: Reading, token: Token) -> bool:
    found = reading.names.get(token.name) if token.name is not None else None
    return found is not None and reading.entities[found].type is EntityType.ORGANIZATION
