"""Takes up politicians in French by what their office says: « l'élue », « le sénateur », « son parti ».

The ranking counts on nouns said again. Papers seldom say an office again: they tell another thing of whom they have
just named.
"""

from typing import Final

from kg.extract.coreference.clauses import same_clause
from kg.extract.coreference.nouns import names_person
from kg.extract.coreference.openings import behind_opening, opening_participles
from kg.extract.coreference.party_words import parties_differ, parties_of
from kg.extract.coreference.ranking import anaphor
from kg.extract.coreference.ranking.sought import PAST
from kg.extract.coreference.salience import Salience
from kg.extract.grammar.prepositions import preposition
from kg.extract.grammar.subjects import inverted_subject
from kg.extract.reading import Reading, Reference
from kg.lexicon.closed import POSSESSIVES
from kg.lexicon.known import known_by_key
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

# What a politician is called whatever the office is, and offices that many hold.
_POLITICIANS: Final = frozenset(
    """élu élue édile parlementaire député députée eurodéputé eurodéputée sénateur sénatrice conseiller conseillère
    responsable dirigeant dirigeante syndicaliste militant militante candidat candidate gouverneur gouverneure
    membre représentant représentante échevin échevine énarque ex-député ex-députée ex-sénateur ex-sénatrice""".split()
)
_ROLES: Final = _POLITICIANS | frozenset(
    """président présidente vice-président vice-présidente chef cheffe secrétaire porte-parole leader figure numéro tête
    premier délégué déléguée ministre ex-ministre maire mairesse ex-maire bourgmestre""".split()
)
_RANKED: Final = frozenset("président présidente chef cheffe chancelier roi reine".split())
_PARTIES: Final = ("parti", "formation")
_LATELY: Final = 1  # sentences


def only_politician(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...]:
    """Return the only person of the last sentences whom « la conseillère départementale », who acts here, can mean."""
    called = token.lower in _POLITICIANS or (token.lower in _ROLES and opening_participles(sentence, token))
    called = called or _formerly(sentence, token)
    if reading.language != "fr" or not called or not _acts(sentence, token):
        return ()
    if any(c.lower in POSSESSIVES or c.name is not None for c in sentence.children(token, "det", "appos")):
        return ()
    if _of_others(reading, sentence, token):
        return ()
    near = dict.fromkeys(seen.entity for seen in salience.newest(_LATELY))
    gender = anaphor(reading, sentence, token).gender
    people = [i for i in near if reading.entities[i].type is EntityType.PERSON and _agrees(reading, i, gender)]
    people = [i for i in people if i not in behind_opening(reading, sentence, token)]
    people = [i for i in people if not parties_differ(reading, sentence, token, i)]
    others = (salience.strangers[seen.entity] for seen in salience.nameless(_LATELY))
    crowd = any(one.person and not one.plural and {one.gender, gender} != {"m", "f"} for one in others)
    if len(people) != 1 or crowd or not _in_politics(reading, people[0]):
        return ()
    if same_clause(reading, sentence, token, people[0]):
        return ()
    return (Reference(people[0], "nominal", "the only politician spoken of lately", salience.last(people[0])),)


_SPOKEN: Final = 12  # sentences


def own_party(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...] | None:
    """Return the party named of which the text calls its owner, « le chef péquiste … son parti »; None for others."""
    if reading.language != "fr" or token.lower not in _PARTIES or token.plural:
        return None
    owners = [c for c in sentence.children(token, "det") if c.lower in POSSESSIVES]
    if not owners and (led := _party_led(reading, sentence, token, salience)):
        return led
    who = [r.entity for c in owners for r in reading.referents(sentence, c)]
    keys = parties_of(reading, who[0]) if len(who) == 1 else set()
    if len(keys) != 1:
        return None
    known = known_by_key().get(min(keys))
    name = known.name if known is not None else min(keys)
    bodies = [e.id for e in reading.of_type(EntityType.ORGANIZATION) if name == e.name or name in e.aliases]
    seen = [i for i in bodies if salience.last(i)] or bodies
    return tuple(Reference(i, "nominal", "the party whose people its owner is of", salience.last(i)) for i in seen[:1])


def _party_led(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...]:
    """Return the only party that the text has named for « le parti du premier ministre Dubois »."""
    below = [t for t in sentence.children(token, "nmod") if preposition(sentence, t) == "de"]
    named = [t for b in below for t in (b, *sentence.children(b, "appos", "flat")) if t.name in reading.names]
    people = [t for t in named if t.name is not None and _person(reading, reading.names[t.name])]
    if len(people) != 1 or any(sentence.children(token, "appos")):
        return ()
    parties = [i for i in dict.fromkeys(seen.entity for seen in salience.newest(_SPOKEN)) if _is_party(reading, i)]
    one = parties[0] if len(parties) == 1 else None
    return (Reference(one, "nominal", "the only party named", salience.last(one)),) if one is not None else ()


def _person(reading: Reading, identifier: str) -> bool:
    return reading.entities[identifier].type is EntityType.PERSON


def _is_party(reading: Reading, identifier: str) -> bool:
    """Tell a party that is known as one, is called one, or says so in its name."""
    called = any(role.split()[-1:] == ["parti"] for role in reading.roles.get(identifier, ()))
    named = reading.entities[identifier].name.startswith("Parti ")
    body = reading.entities[identifier].type is EntityType.ORGANIZATION
    return body and (named or called or reading.kinds.get(identifier) == "party")


def _acts(sentence: Sentence, token: Token) -> bool:
    head = sentence.head(token)
    return token.dep.startswith("nsubj") or (head is not None and token in inverted_subject(sentence, head))


def _of_others(reading: Reading, sentence: Sentence, token: Token) -> bool:
    """Tell « l'élu des pêcheurs », « le candidat de Debout la France »: whose he is makes him another."""
    below = sentence.children(token, "nmod")
    people = any(t.name is None and names_person(t.lower, "fr") for t in below)
    bodies = (
        reading.names.get(t.name) for t in below if t.name is not None and not opening_participles(sentence, token)
    )
    return people or any(i is not None and reading.entities[i].type is EntityType.ORGANIZATION for i in bodies)


def _formerly(sentence: Sentence, token: Token) -> bool:
    """Tell « L'ancien instituteur, qui … » that opens a sentence: another thing of whom the last one is about."""
    before = [t for t in sentence.children(token, "amod", "det") if t.index < token.index]
    past = any(t.lower in PAST for t in before)
    opens = token.index == len(before) and not any(sentence.children(token, "nmod", "appos"))
    return past and opens and names_person(token.lower, "fr") and token.lower not in _RANKED


def _agrees(reading: Reading, identifier: str, gender: str) -> bool:
    return {gender, reading.genders.get(identifier, "")} != {"m", "f"}


def _in_politics(reading: Reading, identifier: str) -> bool:
    """Tell of whom the text has said no trade but offices."""
    roles = {role.split()[-1] for role in reading.roles.get(identifier, ()) if role}
    return not roles or bool(roles & _ROLES)
