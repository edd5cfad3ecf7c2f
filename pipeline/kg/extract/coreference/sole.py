"""Takes up a body, work or event by its sort: « le texte » is the only law named, « cette coalition » who just acted.

What the ranking weighs is settled here: where one name only is of the sort that the noun says, no other can be meant,
and a demonstrative points to the sentence before.
"""

from typing import Final

from kg.extract.coreference.nouns import alike, names_person, noun_classes, sortless
from kg.extract.coreference.others import somebody_else
from kg.extract.coreference.ranking import Anaphor, anaphor, candidates
from kg.extract.coreference.ranking.heads import heads, summit
from kg.extract.coreference.ranking.name_words import by_kind
from kg.extract.coreference.ranking.sizes import COUNTRIES, is_land
from kg.extract.coreference.ranking.sorts import CAUSES, HAPPENING, KNOWN, UNIONS, called, is_union
from kg.extract.coreference.salience import Salience, Seen
from kg.extract.grammar.coordination import conjuncts
from kg.extract.reading import Reading, Reference
from kg.lexicon.closed import DEMONSTRATIVES, POSSESSIVES
from kg.lexicon.peoples import countries
from kg.lexicon.tables import fold
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

_OF_SORTS: Final = (EntityType.ORGANIZATION, EntityType.WORK, EntityType.EVENT)
_ARTICLES: Final = frozenset("le la l' l’ du au ce cet cette the this that".split())
_APART: Final = ("nmod", "appos", "amod", "compound", "acl", "flat")
_FOUNDING: Final = ("found", "cofound", "co-found", "fonde", "fondé", "cofond")
_OF_RIGHTS: Final = frozenset("amnesty rights watch liberties justice freedom memorial reporters".split())
_LATELY: Final = 4  # sentences
_NEAR: Final = 2  # sentences
_FEW: Final = 3


def only_of_sort(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...]:
    """Return the only one spoken of that is of the sort, or whom « cette coalition » points to."""
    sought = anaphor(reading, sentence, token)
    if sought.kind is None or anew(token, salience):
        return ()
    if any(t.pos != "NUM" and not _aside(sentence, token, t) for t in sentence.children(token, *_APART)):
        return _head_of_state(reading, sought, salience) or _with_complement(reading, sought, salience)
    if sought.kind.type is EntityType.PERSON:
        return _only_person(reading, sought, salience)
    if sought.kind.type not in _OF_SORTS:
        return ()
    words = {c.lower for c in sentence.children(token, "det", "nmod:poss")}
    if words & POSSESSIVES:  # « son entreprise » may be any
        return ()
    among = [i for i in candidates(reading, sought, salience) if i in reading.entities]
    among = [i for i in among if reading.entities[i].type is sought.kind.type]
    said = [i for i in among if of_sort(reading, token, i)] or _of_kind(reading, sought, among)
    if words & DEMONSTRATIVES:
        found, by = _pointed_at(salience, said or among), "who has just been spoken of"
    else:
        found, by = said if len(said) == 1 else _parallel(reading, token, salience, said), "the only one of its sort"
    return tuple(Reference(i, "nominal", by, salience.last(i)) for i in found)


def _aside(sentence: Sentence, token: Token, told: Token) -> bool:
    """Tell what a comma parts from the noun, which does not say who is meant.

    « L'association, qui représente 120 familles, », « le juge, limogé en mai, »,
    « l'ex-ministre, aujourd'hui député, », "the princess, 67,".
    """
    apart = sentence.tokens[token.index + 1].text == "," if token.index + 1 < len(sentence.tokens) else False
    else_called = told.dep == "appos" and told.name is None and names_person(told.lower, "fr")
    return apart and (told.dep in ("acl:relcl", "acl") or else_called)


def _of_kind(reading: Reading, sought: Anaphor, among: list[str]) -> list[str]:
    """Return those that are known as papers for « le quotidien », as parties for « le parti »."""
    name = sought.kind.name if sought.kind is not None else ""
    return [i for i in among if reading.kinds.get(i) == name and name in KNOWN]


def _parallel(reading: Reading, token: Token, salience: Salience, said: list[str]) -> list[str]:
    """Return the one of several groups that the sentence before is about, for « le groupe » as a subject."""
    subject = token.dep.startswith("nsubj") and reading.language == "fr"
    return _leading(salience, said) if said and subject else []


def _head_of_state(reading: Reading, sought: Anaphor, salience: Salience) -> tuple[Reference, ...]:
    """Return the only president spoken of for « la chef de l'État »."""
    among = candidates(reading, sought, salience) if summit(sought) else []
    found = heads(reading, sought, salience, among)
    found = found if len(found) == 1 and not any(sought.sentence.children(sought.token, "appos")) else []
    return tuple(Reference(i, "nominal", "the only head of state", salience.last(i)) for i in found)


def _with_complement(reading: Reading, sought: Anaphor, salience: Salience) -> tuple[Reference, ...]:
    return _rights_group(reading, sought, salience) or _firm_of_people(reading, sought, salience)


def _rights_group(reading: Reading, sought: Anaphor, salience: Salience) -> tuple[Reference, ...]:
    """Return the only body spoken of whose name says so for "the rights group": Amnesty International."""
    rights = any(t.lower == "rights" for t in sought.sentence.children(sought.token, "compound"))
    if not rights or sought.token.lower not in UNIONS:
        return ()
    among = [i for i in candidates(reading, sought, salience) if i in reading.entities]
    found = [i for i in among if not _OF_RIGHTS.isdisjoint(fold(reading.entities[i].name).split())]
    return tuple(
        Reference(i, "nominal", "the only one of that cause", salience.last(i)) for i in found[: len(found) == 1]
    )


def _firm_of_people(reading: Reading, sought: Anaphor, salience: Salience) -> tuple[Reference, ...]:
    """Return the only firm just spoken of for « le constructeur allemand », unless it is known to be another land's."""
    sentence, token = sought.sentence, sought.token
    below = [c.lower for c in sentence.children(token, *_APART)]
    determined = {c.lower for c in sentence.children(token, "det", "case")}
    if sought.form != "the company" or len(below) != 1 or below[0] not in countries(reading.language):
        return ()
    near = {seen.entity for seen in salience.newest(1)}
    among = [i for i in candidates(reading, sought, salience) if i in near and i in reading.entities]
    if reading.language == "en":  # "Novartis approached the company. The Swiss drugmaker …" is who has a name there
        named = {seen.entity for seen in salience.newest(1) if seen.sentence < salience.now and _by_name(reading, seen)}
        among = [i for i in among if i in named]
    firms = [i for i in among if reading.kinds.get(i) == "company"]
    alone = len(firms) == 1 == len(among) and bool(determined & _ARTICLES)
    return tuple(Reference(i, "nominal", "the only firm just spoken of", salience.last(i)) for i in firms[:alone])


def _by_name(reading: Reading, seen: Seen) -> bool:
    """Tell whether somebody is spoken of by name in a mention, not by a noun."""
    return reading.annotation.sentences[seen.verb[0]].tokens[seen.position].name is not None


def _only_person(reading: Reading, sought: Anaphor, salience: Salience) -> tuple[Reference, ...]:
    """Return the only person whose title says what the noun says: « la comédienne » of an actress, "the premier"."""
    determined = {c.lower for c in sought.sentence.children(sought.token, "det", "case")}
    if sought.token.plural or not determined & _ARTICLES or sought.form == "the relative":
        return ()
    if f"~{sought.token.lower}" in salience.strangers:
        return ()  # another one may be meant, whom nothing names
    among = [i for i in candidates(reading, sought, salience) if i in reading.entities]
    people = [i for i in among if reading.entities[i].type is EntityType.PERSON]
    said = [i for i in people if called(reading, sought.token, i)]
    if len(said) != 1 or somebody_else(reading, sought.sentence, sought.token, salience, said[0]):
        return ()
    return (Reference(said[0], "nominal", "the only one of that trade", salience.last(said[0])),)


def just_founded(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...]:
    """Return the firm named last where somebody founds it: "She founded Novatel in 2021. The startup …"."""
    kind = noun_classes(reading.language).get(token.lower)
    if kind is None or kind.name != "company" or any(sentence.children(token, *_APART)):
        return ()
    bodies = (s for s in salience.newest(1) if reading.entities[s.entity].type is EntityType.ORGANIZATION)
    seen = next(bodies, None)
    if seen is None or not seen.dep.startswith("obj"):
        return ()
    verb = reading.annotation.sentences[seen.verb[0]].tokens[seen.verb[1]]
    founded = verb.lower.startswith(_FOUNDING) and seen.verb[0] != sentence.index
    return (Reference(seen.entity, "nominal", "who has just been founded", seen.span),) if founded else ()


def one_of_lands(reading: Reading, token: Token, salience: Salience, found: str) -> bool:
    """Tell "the country" behind "Turkey and Syria": either may be meant, as may each of many far behind."""
    seen = salience.latest(found)
    if seen is None or token.lower not in COUNTRIES or reading.entities[found].type is not EntityType.PLACE:
        return False
    if reading.language == "en" and salience.now - seen.sentence > _NEAR and _of_many_lands(reading, salience, found):
        return True
    told = reading.annotation.sentences[seen.verb[0]]
    word = told.tokens[seen.position]
    first = told.tokens[word.head] if word.dep == "conj" else word
    others = {r.entity for t in conjuncts(told, first) for r in reading.referents(told, t)} - {found}
    places = [i for i in others if reading.entities[i].type is EntityType.PLACE]
    return any(salience.count(i) >= salience.count(found) for i in places)


def _of_many_lands(reading: Reading, salience: Salience, found: str) -> bool:
    """Tell a text that has spoken of more than a few lands, and of another as often: reports of war and diplomacy."""
    lands = [e.id for e in reading.of_type(EntityType.PLACE) if is_land(e.name) and salience.latest(e.id) is not None]
    rare = salience.count(found) < _FEW and any(salience.count(i) >= salience.count(found) for i in lands if i != found)
    return len(lands) > _FEW and rare


def anew(token: Token, salience: Salience) -> bool:
    """Tell whether the text has just brought in one without a name: « un groupe d'experts … Ce groupe »."""
    return salience.now - salience.brought.get(token.lower, -_LATELY) < _LATELY


def brought_in(reading: Reading, token: Token, salience: Salience, found: str) -> bool:
    """Tell « la commission » after « une commission de cinq prélats » from a body that nothing calls so."""
    body = reading.entities[found].type is EntityType.ORGANIZATION
    return body and anew(token, salience) and not of_sort(reading, token, found)


def of_sort(reading: Reading, token: Token, identifier: str) -> bool:
    """Tell whether the text calls it so, or the head of its name does: no festival is « le film », though named so."""
    entity, noun = reading.entities[identifier], fold(token.lower)
    named = {fold(role.split()[-1]) for role in reading.roles.get(identifier, ()) if role}
    if (
        noun in named
        or by_kind(reading, noun, identifier)
        or (token.lower in UNIONS | CAUSES and is_union(reading, identifier))
        or (entity.type is EntityType.EVENT and token.lower in HAPPENING)
    ):
        return True
    words = fold(entity.name.partition(" of ")[0]).split()
    heads = {*words[:1], *words[-1:]}
    loose = noun in sortless() or entity.type is EntityType.EVENT
    akin: frozenset[str] = frozenset() if loose else alike().get(noun, frozenset())
    return bool((heads | named) & (akin | {noun}))


def _pointed_at(salience: Salience, among: list[str]) -> list[str]:
    """Return whom a demonstrative points to: the only one of the sentence before, or its subject."""
    near = [seen for seen in salience.newest(1) if seen.entity in among and seen.sentence < salience.now]
    only = list(dict.fromkeys(seen.entity for seen in near))
    return only if len(only) == 1 else _leading(salience, among)


def _leading(salience: Salience, among: list[str]) -> list[str]:
    """Return the only one of some that is the subject of the sentence before."""
    near = [seen for seen in salience.newest(1) if seen.entity in among and seen.sentence < salience.now]
    leads = list(dict.fromkeys(seen.entity for seen in near if seen.main))
    return leads if len(leads) == 1 else []
