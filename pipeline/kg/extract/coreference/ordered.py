"""Resolves « le premier … le second », "the former": who is named first or second of two that are named together."""

from typing import Final

from kg.extract.coreference.clauses import same_clause
from kg.extract.coreference.counted import named_together
from kg.extract.coreference.salience import Salience
from kg.extract.reading import Reading, Reference
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

_PLACES: Final = {
    "fr": {
        "premier": (0, "m"),
        "première": (0, "f"),
        "second": (1, "m"),
        "seconde": (1, "f"),
        "deuxième": (1, ""),
    },
    "en": {"former": (0, ""), "latter": (1, "")},
}
_THE: Final = frozenset("le la du au the".split())
_ARGUMENTS: Final = ("nsubj", "obj", "obl", "iobj", "nmod")
_BESIDE: Final = ("nmod", "amod", "appos", "flat", "nummod", "acl", "compound")


def ordered(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...]:
    """Return the one of two named together whom an ordinal without a noun picks out."""
    place, gender = _PLACES[reading.language].get(token.lower, (0, None))
    if gender is None or token.name is not None or sentence.inside is not None or not _alone(sentence, token):
        return ()
    two = named_together(reading, sentence, token, 2)
    if not two or reading.entities[two[0]].type is EntityType.PLACE:
        return ()
    one = two[place]
    person, known = reading.entities[one].type is EntityType.PERSON, reading.genders.get(one, "")
    if {gender, known} == {"m", "f"} or (gender and not person and known != gender):
        return ()
    if same_clause(reading, sentence, token, one):
        return ()
    return (Reference(one, "nominal", "the one named in that place of two", salience.last(one)),)


def _alone(sentence: Sentence, token: Token) -> bool:
    """Tell « le premier a gagné » from « le premier tour », « le premier à gagner »."""
    determined = {c.lower for c in sentence.children(token, "det", "case")}
    argument = token.dep.startswith(_ARGUMENTS) and token.text[:1].islower()
    after = sentence.tokens[token.index + 1 : token.index + 2]
    open_ended = any(t.pos in ("NOUN", "PROPN", "ADJ", "NUM", "ADP") for t in after)
    beside = [t for t in sentence.children(token, *_BESIDE) if not _set_apart(sentence, token, t)]
    return argument and bool(determined & _THE) and not open_ended and not beside


def _set_apart(sentence: Sentence, token: Token, clause: Token) -> bool:
    """Tell « le premier, qui est innocent, » from « le premier qui a gagné »: a comma makes the clause an aside."""
    return clause.dep == "acl:relcl" and sentence.tokens[token.index + 1].text == ","
