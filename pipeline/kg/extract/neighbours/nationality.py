"""Reads whose citizen somebody is, or where a body sits, off what describes it.

« l'anthropologue française Hélène Rougier » · "the Danish fund Havn" · "Nordkraft, a Norwegian utility" ·
"Cologne's Museum Ludwig" · "Harrisburg architects Crane & Dell".
"""

import re
from collections.abc import Iterator
from itertools import product
from typing import Final

from kg.extract.coreference.capped import PLAYERS
from kg.extract.coreference.compatriots import firm_of_people, is_compatriot, one_of_people, some_of_people
from kg.extract.coreference.counted import SETS
from kg.extract.coreference.nouns import names_place
from kg.extract.coreference.rivals import OTHER_ONE
from kg.extract.frames.load import load_frames
from kg.extract.grammar.coordination import conjuncts
from kg.extract.grammar.prepositions import preposition
from kg.extract.neighbours.bearers import bearer_of
from kg.extract.neighbours.lands_told import (
    AS_ADJECTIVES,
    country_of,
    is_country,
    land_of,
    lands_told,
    own_country,
    people_of,
    town_of,
)
from kg.extract.neighbours.tell import Rule, both, fact_of, told_of
from kg.extract.participants.words import expand
from kg.extract.reading import Reading
from kg.lexicon.closed import BECOMING
from kg.lexicon.peoples import countries, country_adjective, parties, townspeople
from kg.lexicon.tables import person_nouns
from kg.model import Entity, EntityType, Fact, Participant, Span
from kg.model.annotation import Sentence, Token

CONFIDENCE: Final = 0.7
RELATIONS: Final = {EntityType.PERSON: "citizenOf", EntityType.ORGANIZATION: "basedIn", EntityType.PLACE: "partOf"}
_THE: Final = ("le", "la", "l'", "the")
_MANY: Final = ("les", "des", "aux", "ces", "deux", "trois")
_SPOTS: Final = ("at", "in", "near", "on", "outside")
_NUMBERED: Final = re.compile(r" (?:[IVX]+|\d+)$")
_BESIDE: Final = ("appos", "flat", "nmod", "compound")


def nationalities(reading: Reading, version: str) -> Iterator[Fact]:
    """Yield a `citizenOf` or `basedIn` fact for each noun or name that is so described, once for each pair."""
    told: set[tuple[str, str]] = set()
    for sentence in reading.annotation.sentences:
        for word in sentence.tokens:
            if not _may_tell(reading, sentence, word):
                continue
            bearer = bearer_of(reading, sentence, word) or _one_meant(reading, sentence, word)
            bearer = bearer or firm_of_people(reading, sentence, word)
            noun = bearer or _described(sentence, word)
            place = land_of(reading, sentence, word) if bearer else _place(reading, sentence, word) if noun else None
            if noun is None or place is None or _of_no_land(reading, sentence, noun, word):
                continue
            lands = lands_told(reading, word, place)
            for who, land in product(_narrow(reading, sentence, noun), lands):
                relation = (
                    _of_person(who)
                    if bearer
                    else _relation(
                        sentence,
                        who,
                        word,
                        land,
                        noun_named=noun.name is not None
                        and word.head == noun.index
                        and not _common_between(sentence, word, noun),
                    )
                )
                if relation and who.id and who.id != land.id and (who.id, land.id) not in told:
                    told.add((who.id, land.id))
                    rule = Rule("adjective", relation, version, CONFIDENCE)
                    yield _fact(reading, rule, sentence, (noun, word), who, land)


def _narrow(reading: Reading, sentence: Sentence, noun: Token) -> list[Participant]:
    """Return who is described, no country: « les départements français de Guyane », not « en France (algériens) »."""
    place = names_place(noun, reading.language)
    told = _who(reading, sentence, noun)
    return [who for who in told if place or who.type is not EntityType.PLACE or not is_country(who.name)]


def _of_no_land(reading: Reading, sentence: Sentence, noun: Token, word: Token) -> bool:
    """Tell a post, somebody of a party, « un résident britannique », who may be of any land."""
    resides = noun.lower.startswith(("résident", "resident"))
    return resides or _office(reading, sentence, noun, word) or _partisan(sentence, noun)


def _may_tell(reading: Reading, sentence: Sentence, word: Token) -> bool:
    """Tell a name, or a French word for a people or for who lives in a town, from all others: few words are any."""
    if word.name is not None or reading.language != "fr":
        return True
    return people_of(reading, sentence, word) is not None or town_of(reading, word) is not None


def _one_meant(reading: Reading, sentence: Sentence, word: Token) -> Token | None:
    """Return "the Kenyan" itself where it is known who that is, else who is named beside: "the Kenyan, Ruth Moraa,"."""
    if reading.language != "en" or not is_compatriot(reading, sentence, word):
        return None
    beside = next(iter(_beside(sentence, word)), None)
    return beside or (word if len(reading.referents(sentence, word)) == 1 else None)


def _common_between(sentence: Sentence, word: Token, noun: Token) -> bool:
    """Tell "Dutch drinks giant Vanderhaag" from "the Dutch Interior Ministry"."""
    return any(t.name is None and t.text.islower() for t in sentence.tokens[word.index + 1 : noun.index])


def _of_person(who: Participant) -> str | None:
    return RELATIONS[who.type] if who.type in (EntityType.PERSON, EntityType.ORGANIZATION) else None


def _described(sentence: Sentence, word: Token) -> Token | None:
    """Return the noun that a word describes; « le Belge » itself, « le chef » of « le chef d'orchestre belge »."""
    if word.name is not None and country_adjective(word.lower) is not None:
        return word
    noun = _outermost(sentence, word)
    head = sentence.head(noun) if noun is not None else None
    if noun is None or head is None or head.pos != "NOUN":
        return noun
    if _joined(sentence, noun, word):  # « un poète et romancier canadien »
        return noun if _beside(sentence, noun) else head
    french = country_adjective(word.lower) is not None  # no English adjective agrees with its noun
    if french and noun.dep == "nmod" and noun.name is None and _disagree(noun, word):
        return head  # « un homme d'affaires britannique »
    if noun.dep != "nmod" or noun.name is not None or not _without_article(sentence, noun) or _forebears(noun, head):
        return noun
    bearers = (t for t in (head, sentence.tokens[head.head]) if t is head or head.dep == "conj")
    return next((t for t in bearers if _beside(sentence, t)), noun)


def _forebears(noun: Token, head: Token) -> bool:
    """Tell "the son of Dominican immigrants", « fille d'immigrés italiens »: the child may be of another land."""
    return noun.plural and not head.plural and noun.lower.removesuffix("s") in person_nouns()


def _disagree(noun: Token, adjective: Token) -> bool:
    """Tell « d'affaires britannique », « d'affaires français » from « d'affaires françaises »."""
    number = noun.lower.endswith(("s", "x")) and not adjective.lower.endswith(("s", "x"))
    gender = noun.gender == "f" and adjective.lower.endswith(("is", "in", "en", "ain", "ol", "il", "and", "ais"))
    return noun.plural and (number or gender)


def _beside(sentence: Sentence, noun: Token) -> list[Token]:
    """Return the names in apposition to a noun."""
    return [child for child in sentence.children(noun, "appos") if child.name is not None]


def _without_article(sentence: Sentence, noun: Token) -> bool:
    """Tell « d'orchestre » from « du président », « de la banque »."""
    return not any(c.lower in ("du", "des", "au") or c.dep == "det" for c in sentence.children(noun, "det", "case"))


def _outermost(sentence: Sentence, word: Token) -> Token | None:
    """Return what a word describes with the nouns between: "Swedish telecoms group Novatel", "Dutch drinks giant X"."""
    noun = sentence.head(word)
    while noun is not None and noun.name is None and noun.index > word.index and word.dep.startswith("amod"):
        above = sentence.head(noun)
        inner = noun.dep in ("compound", "amod") and above is not None and noun.index < above.index
        if not inner or word.lower not in countries("en"):
            break
        noun = above
    return noun


def _joined(sentence: Sentence, noun: Token, word: Token) -> bool:
    """Tell a bare noun, joined to another, whose adjective behind it is of both."""
    own = any(sentence.children(noun, "det", "nummod", "case"))
    return noun.dep == "conj" and noun.name is None and word.index > noun.index and not own


def _who(reading: Reading, sentence: Sentence, noun: Token) -> list[Participant]:
    """Return whom a noun stands for, else who is named beside it: "the Danish fund Havn"."""
    above = sentence.head(noun)
    if noun.dep == "compound" and noun.name is None and above is not None and above.name is not None:
        noun = above
    if _predicate(sentence, noun):
        verb = sentence.head(noun) if noun.dep == "xcomp" else noun
        subjects = sentence.children(verb, "nsubj") if verb is not None else ()
        return [who for child in subjects for who in expand(reading, sentence, child)]
    if noun.name is not None and any(c.lower in _MANY for c in sentence.children(noun, "det")):
        row = sorted(conjuncts(sentence, noun), key=lambda t: t.index)
        own = next((t.index for t in row if t.index > noun.index and any(sentence.children(t, "det"))), None)
        alike = [t for t in row if own is None or t.index < own]  # « les Français A et B, les Belges C et D »
        return [who for t in alike for who in expand(reading, sentence, t)[:1]]
    together = _together(sentence, noun)
    if together:
        return [who for t in together for who in expand(reading, sentence, t)[:1]]
    one = not noun.plural  # "US team A and B" says it of A
    named = [who for child in _beside(sentence, noun) for who in expand(reading, sentence, child)]
    first = one and noun.name is None and any(sentence.children(noun, "conj"))  # « l'oligarque russe A et B »
    found = (named if first else []) or expand(reading, sentence, noun) or named
    return found[:1] if one else found


def _together(sentence: Sentence, noun: Token) -> list[Token]:
    """Return the names of « le trio américain A, B et C », as many as the noun says."""
    beside = _beside(sentence, noun) if noun.lower in SETS else []
    rows = [*beside, *(t for t in sentence.children(noun, "conj") if t.name is not None)] if beside else []
    names = {t.index: t for first in rows for t in conjuncts(sentence, first) if t.name is not None}
    return [names[at] for at in sorted(names)] if len(names) == SETS.get(noun.lower) else []


def _predicate(sentence: Sentence, noun: Token) -> bool:
    """Tell « Jean Dubois est un musicien français »."""
    named = noun.name is not None or bool(_beside(sentence, noun))
    above = sentence.head(noun)
    becomes = noun.dep == "xcomp" and above is not None and above.lower.startswith(BECOMING)
    said = becomes or any(sentence.children(noun, "cop"))
    return not named and said and not any(sentence.children(noun, "case"))


def _place(reading: Reading, sentence: Sentence, word: Token) -> Entity | None:
    """Return the place that a word says its noun is of: an adjective of a people, an English name before the noun."""
    if word.name is not None and (one_of_people(reading, word) or some_of_people(reading, sentence, word)):
        return own_country(reading, sentence, word)
    identifier = reading.names.get(word.name) if word.name is not None else None
    people = identifier is not None and reading.entities[identifier].type is EntityType.GROUP
    if word.name is None or people:
        country = people_of(reading, sentence, word) or town_of(reading, word)
        fits = country is not None and word.dep.partition(":")[0] in ("amod", "compound")
        described = _describes(sentence, word) or _taken_up(reading, sentence, word)
        return country_of(reading, country) if country and fits and described else None
    between = sentence.tokens[word.index + 1 : word.head]  # "India's Shree Industries and Uganda's Kakira Group"
    apart = any(t.name is not None or t.lower == "and" for t in between)
    before = word.index < word.head and word.dep in ("compound", "nmod:poss") and not apart
    if reading.language != "en" or not (before or _comes_from(sentence, word)):
        return None
    if identifier is None or reading.entities[identifier].type is not EntityType.PLACE:
        return None
    described = _describes(sentence, word) or (before and _taken_up(reading, sentence, word))
    return reading.entities[identifier] if described else None


def _comes_from(sentence: Sentence, word: Token) -> bool:
    """Tell "Hiwot Bekele of Ethiopia"; monarchs and popes go by one name, and Georgia is a state as well."""
    name = sentence.head(word)
    if name is None or name.name is None or word.name is None or word.text == "Georgia" or " " not in name.text:
        return False
    near = name.index < word.index <= name.index + 3
    return near and any(child.lower == "of" for child in sentence.children(word, "case"))


def _relation(sentence: Sentence, who: Participant, word: Token, place: Entity, *, noun_named: bool) -> str | None:
    """Return what the description says; a town before a person's noun says nothing ("Lyon mayor Jane Miller")."""
    if who.type is None or (who.type is EntityType.PLACE and (noun_named or word.dep != "amod")):
        return None  # "the Italian city of Turin"
    of_state = word.name is None or (word.dep == "compound" and is_country(place.name))
    if who.type is EntityType.ORGANIZATION and of_state and noun_named:
        return None  # "the Saudi Interior Ministry", "the U.S. Federal Trade Commission" are parts of the state
    if country_adjective(word.lower) is not None and who.span == word.span:  # « le Belge »
        return RELATIONS.get(who.type)
    from_there = word.dep == "nmod:poss" or _comes_from(sentence, word)
    if word.index > word.head and from_there and who.type is not EntityType.PERSON:
        return None
    short = word.text in AS_ADJECTIVES and sentence.tokens[word.index + 1].text.islower()  # not "U.S. District Judge"
    people = word.lower in countries("en") or short  # "the Qatari author", "the US novelist"
    if word.dep == "nmod:poss" and who.type is EntityType.PERSON and not _surely(sentence, who, sentence.head(word)):
        return None  # "Pakistan's Gasherbrum II"
    land = (from_there or _plays_for(sentence, word)) and is_country(place.name)
    town = word.name is not None and not people and not land
    if word.name is None and not people and word.lower in townspeople() and place.name == townspeople()[word.lower]:
        return RELATIONS[who.type] if who.type is EntityType.ORGANIZATION else None
    return None if who.type is EntityType.PERSON and town else RELATIONS.get(who.type)


def _plays_for(sentence: Sentence, word: Token) -> bool:
    """Tell "the Ghana midfielder", "Ghana midfielder Kofi Mensah": who plays for a country is its citizen."""
    behind = sentence.tokens[word.index + 1 : word.head + 1]
    return word.dep == "compound" and word.text != "Georgia" and any(t.lower in PLAYERS for t in behind)


def _surely(sentence: Sentence, who: Participant, name: Token | None) -> bool:
    """Tell somebody from where one is, "at Argentina's Vélez Sarsfield", and what has a number, "Gasherbrum II"."""
    spot = name is not None and preposition(sentence, name) in _SPOTS
    return not spot and _NUMBERED.search(who.name) is None


def _office(reading: Reading, sentence: Sentence, noun: Token, word: Token) -> bool:
    """Tell whether a country's adjective says whose a post is: "the Turkish foreign minister"."""
    triggers = load_frames(reading.language).nouns.get(noun.lower, ())
    words = {token.lower for token in sentence.subtree(noun)}
    offices = (trigger for trigger in triggers if {*trigger.rest} <= words)
    own = "poss" if word.dep == "nmod:poss" else "nation"  # "Tunisia's coach"
    return any(own in functions for trigger in offices for _, functions in trigger.roles)


def _partisan(sentence: Sentence, noun: Token) -> bool:
    """Tell "an Ohio Republican", "the Oregon Democrat who …": one of its people, whose party is not from there."""
    one = any(c.lower in ("a", "an") for c in sentence.children(noun, "det")) or noun.dep == "appos"
    return one and not noun.plural and noun.text in parties("en")


def _taken_up(reading: Reading, sentence: Sentence, word: Token) -> bool:
    """Tell « le coureur allemand » that stands for one person whom the text has named."""
    noun = sentence.head(word)
    if noun is None or noun.name is not None:
        return False
    rival = any(r.by == OTHER_ONE for r in reading.referents(sentence, noun))  # « son adversaire britannique »
    if not rival and not any(c.lower in _THE for c in sentence.children(noun, "det")):
        return False
    who = {r.entity for r in reading.referents(sentence, noun)}
    return len(who) == 1 and all(reading.entities[i].type is EntityType.PERSON for i in who)


def _describes(sentence: Sentence, word: Token) -> bool:
    """Tell whether the word describes somebody named right beside: not « l'ambassadeur français à Rome »."""
    noun = _described(sentence, word)
    if noun is None or noun.pos not in ("NOUN", "PROPN"):
        return False
    above = sentence.head(noun)
    if noun.dep == "compound" and above is not None and above.name is not None and above.index == noun.index + 1:
        return True  # "the Danish fund Havn"
    if noun.name is not None or _predicate(sentence, noun):
        return True
    if noun.dep == "appos" and above is not None and above.name is not None:
        return True
    reach = 9 if noun.dep.startswith("nsubj") else 4  # « un policier français de 29 ans, Jean Dubois, »
    return any(
        child.name is not None
        and sentence.tokens[child.index - 1].text not in ("(", ":")  # « un club français (Paul Martin) »
        and child.dep in _BESIDE
        and child is not word
        and min(abs(child.index - noun.index), abs(child.index - word.index) + 1) < reach
        for child in sentence.children(noun)
    )


def _fact(
    reading: Reading, rule: Rule, sentence: Sentence, words: tuple[Token, Token], who: Participant, place: Entity
) -> Fact:
    noun, word = words
    named = word.name is not None
    pair = (who, told_of(place, word.span if named else None))
    steps = () if named else (f"« {word.text} » is said of what is of {place.name}",)
    evidence = both(Span.over([noun.span, word.span]), who)
    return fact_of(reading, rule, sentence, pair, evidence, word.span, steps=steps)
