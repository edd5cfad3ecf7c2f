"""Tells whether "the CDU leader" says of whoever it takes up that he leads that party.

A description is told of somebody by a guess. It says a new thing of him only where nobody else was spoken of beside
him, and where the text gives him no other office.
"""

from collections.abc import Iterable
from typing import Final

from kg.extract.coreference.nouns import names_office
from kg.extract.grammar.prepositions import preposition
from kg.extract.neighbours.lands_told import country_of, people_of
from kg.extract.reading import Reading, Reference
from kg.lexicon.peoples import countries
from kg.lexicon.tables import fold
from kg.model import EntityType, MentionKind
from kg.model.annotation import Sentence, Token

_BODIES: Final = (EntityType.ORGANIZATION, EntityType.PLACE)
_PAST: Final = frozenset("former ex then late ousted retired outgoing ancien ancienne".split())
_THE: Final = frozenset("le la l' l’".split())


def says_post(reading: Reading, sentence: Sentence, token: Token, found: tuple[Reference, ...]) -> bool:
    """Tell whether "the ORG TITLE" adds what somebody is, who is known, or guessed, to be meant."""
    bodies = _bodies(reading, sentence, token)
    here = found[0].antecedent is not None and sentence.span.contains(found[0].antecedent)
    if len(found) != 1 or not bodies or (here and reading.language == "fr"):
        return False  # « Anne Dubois, que la maire de Nice connaît, » is not that mayor
    past = any(c.lower in _PAST for c in sentence.children(token, "amod"))
    who = found[0].entity
    other = not past and _other_office(reading, token, who, bodies)
    return (
        not other
        and _only_one(reading, sentence, token, found[0])
        and not _taken_up_for_another(reading, sentence, token, who, bodies)
    )


def _bodies(reading: Reading, sentence: Sentence, token: Token) -> frozenset[str]:
    """Return the names, in lower case, of the body or land that a post is of, where the noun takes somebody up.

    "the CDU leader", "the Turkish president", « le chef du Parti national », « l'ancienne patronne de Novatel »
    """
    if token.plural:
        return frozenset()
    named = _named_behind if reading.language == "fr" else _named_before
    names = named(sentence, token)
    ids = {r.entity for name in names for r in reading.referents(sentence, name)}
    found = {reading.entities[one].name for one in ids if reading.entities[one].type in _BODIES}
    people = (people_of(reading, sentence, c) for c in sentence.children(token, "amod"))
    found |= {country_of(reading, land).name for land in people if land is not None}
    return frozenset({fold(name) for name in found} | {fold(name.text) for name in names if found})


def _named_before(sentence: Sentence, token: Token) -> list[Token]:
    articles = {c.lower for c in sentence.children(token, "det")}
    owners = [c for c in sentence.children(token, "nmod:poss") if c.name is not None]
    if articles != {"the"} and not owners:
        return []
    return [*owners, *(c for c in sentence.children(token, "compound") if c.name is not None)]


def _named_behind(sentence: Sentence, token: Token) -> list[Token]:
    articles = {c.lower for c in sentence.children(token, "det")}
    if not articles & _THE:
        return []
    of = [t for t in sentence.children(token, "nmod") if preposition(sentence, t) == "de"]
    beside = [t for noun in of if noun.name is None for t in sentence.children(noun, "appos", "nmod")]
    return [t for t in (*of, *beside) if t.name is not None]


def _other_office(reading: Reading, token: Token, who: str, bodies: frozenset[str]) -> bool:
    """Tell whether the text calls somebody by another office than this, or by this office of another body."""
    for noun, words in reading.described.get(who, ()):
        if words & _PAST or not names_office(noun, reading.language):
            continue
        lands = {fold(countries(reading.language).get(word, word)) for word in words}
        if not _words(lands) & _words(bodies) and (noun != token.lower or len(words) > 1):
            return True
    return False


def _words(names: Iterable[str]) -> set[str]:
    return {word for name in names for word in name.split()}


def _taken_up_for_another(reading: Reading, sentence: Sentence, token: Token, who: str, bodies: frozenset[str]) -> bool:
    """Tell whether another such description took the same person up before: "the ECB president … the Bank chief"."""
    for (at, index), references in reading.references.items():
        before = (at, index) < (sentence.index, token.index)
        if before and any(r.entity == who and r.kind == MentionKind.NOMINAL.value for r in references):
            spoken = reading.annotation.sentences[at]
            others = _bodies(reading, spoken, spoken.tokens[index])
            if others and not _words(others) & _words(bodies):
                return True
    return False


def _only_one(reading: Reading, sentence: Sentence, token: Token, found: Reference) -> bool:
    """Tell whether nobody else is named from where somebody was spoken of last up to here."""
    first = sentence.index
    if found.antecedent is not None:
        spoken = (s.index for s in reading.annotation.sentences if s.span.contains(found.antecedent))
        first = min((*spoken, first))
    for (at, index), references in reading.references.items():
        if not first <= at <= sentence.index or (at == sentence.index and index >= token.index):
            continue
        others = (r for r in references if r.entity != found.entity and r.kind == MentionKind.NAME.value)
        if any(reading.entities[r.entity].type is EntityType.PERSON for r in others):
            return False
    return True
