"""Takes « le pays », "the island" for the only place of that size which the text has spoken of, by name or by people.

« La police turque … le pays » is Turkey, also where its name comes later; two lands leave the choice to the ranking.
"""

from typing import Final

from kg.extract.coreference.clauses import same_clause
from kg.extract.coreference.ranking.sizes import COUNTRIES, ISLAND, PARTS, SMALL, STATES, TOWNS, of_size, sized
from kg.extract.coreference.salience import Salience
from kg.extract.grammar.prepositions import preposition
from kg.extract.reading import Reading, Reference
from kg.lexicon.peoples import countries
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

# « le président de la République » is an office; capitals are told by their countries
_SIZED: Final = (COUNTRIES | ISLAND | PARTS | SMALL | STATES | TOWNS) - {"république", "capitale", "capital"}
_FIXED: Final = frozenset("enfant enfants gloire espoir père mal tête terre".split())  # « l'enfant du pays »
_DEEP: Final = 6  # words
_ARTICLES: Final = frozenset("le la l' l’ du au ce cet cette the this".split())
_WHOLE: Final = frozenset("whole entire entier entière tout toute".split())
_INTO: Final = frozenset("in to into from across en à au aux dans vers de depuis".split())
_GOING: Final = ("visit", "leav", "left", "reach", "tour", "enter", "fled", "quitt", "gagn", "rejoi")
_BESIDE: Final = ("amod", "compound", "nmod", "nmod:poss", "acl", "appos", "flat", "nummod")


def only_place(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...]:
    """Return the only place spoken of so far that is of the size which a bare noun says."""
    noun, above = token.lower, sentence.head(token)
    if above is not None and above.lower in _FIXED:
        return ()
    determined = {c.lower for c in sentence.children(token, "det", "case")}
    if (
        noun not in _SIZED
        or not determined & _ARTICLES
        or any(c.lower not in _WHOLE for c in sentence.children(token, *_BESIDE))
        or token.text == "État"
    ):
        return ()
    return _of_where(reading, sentence, token, salience) or _of_all(reading, sentence, token, salience)


def _of_all(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...]:
    """Return the only place of the size that the text, or else the sentence, has spoken of."""
    noun = token.lower
    places = [e.id for e in reading.of_type(EntityType.PLACE)]
    told = sized(reading, noun, [i for i in places if salience.latest(i) is not None])
    lands = _lands_of_peoples(reading, token) if noun in COUNTRIES else set()
    found = {*told, *(i for i in places if reading.entities[i].name in lands)}
    unnamed = lands - {reading.entities[i].name for i in places}
    if f"~{noun}" in salience.strangers:
        return ()
    if len(found) != 1 or unnamed:
        here = _named_here(reading, sentence, token, found)
        one = here[0] if len(here) == 1 else None
        span = salience.last(one) if one is not None else None
        return (Reference(one, "nominal", "the only one named in the sentence", span),) if one is not None else ()
    one = next(iter(found))
    if same_clause(reading, sentence, token, one):
        return ()
    return (Reference(one, "nominal", "the only place of its size", salience.last(one)),)


def _lands_of_peoples(reading: Reading, token: Token) -> set[str]:
    """Return the countries of whose people the text has spoken before: « la police turque »."""
    table = countries(reading.language)
    before = (s for s in reading.annotation.sentences if s.span.start < token.span.start)
    words = [t for s in before for t in s.tokens if t.span.start < token.span.start]
    names = [w for t in words if t.name is not None for w in reading.annotation.names[t.name].form.lower().split()]
    said = [t.lower for t in words if t.name is None and t.pos in ("ADJ", "NOUN", "PROPN")]
    return {table[word] for word in (*names, *said) if word in table}


def _named_here(reading: Reading, sentence: Sentence, token: Token, among: set[str]) -> list[str]:
    """Return the lands that the sentence names before: "The group came to Iraq, where it took a third of the country".

    Only where something is said to be in, or go to, them: who acts may do so elsewhere.
    """
    named = [t for t in sentence.tokens[: token.index] if t.name is not None and reading.names.get(t.name) in among]
    named = [t for t in named if t.dep != "compound"]  # "the New York lawmaker"
    placed = all(
        (t.dep.startswith("obl") and preposition(sentence, t) in _INTO) or _gone_to(sentence, t) for t in named
    )
    return list({reading.names[t.name] for t in named if t.name is not None}) if placed else []


def _gone_to(sentence: Sentence, place: Token) -> bool:
    """Tell Washington of "will visit Washington, his third trip to the city"."""
    verb = sentence.head(place)
    return verb is not None and place.dep.startswith("obj") and verb.lower.startswith(_GOING)


def _of_where(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...]:
    """Return New Jersey of "in New Jersey, where he won all of the state's delegates"."""
    at = sentence.head(token)
    for _ in range(_DEEP):
        if at is None or at.dep == "ROOT" or at.dep.startswith("acl"):
            break
        at = sentence.head(at)
    if at is None or not any(c.lower in ("where", "où") for c in sentence.children(at)):
        return ()
    above = sentence.head(at)
    one = reading.names.get(above.name) if above is not None and above.name is not None else None
    if one is None or reading.entities[one].type is not EntityType.PLACE or not of_size(reading, token.lower, one):
        return ()
    return (Reference(one, "nominal", "the place of which the clause tells", salience.last(one)),)
