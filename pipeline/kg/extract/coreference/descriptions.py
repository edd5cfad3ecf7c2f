"""Resolves common nouns: a name beside one says who it is, else « la société », « le milliardaire » look back."""

import re
from collections.abc import Iterator
from typing import Final

from kg.extract.coreference import accounts
from kg.extract.coreference.behind import name_behind, office
from kg.extract.coreference.clauses import POSSESSIVE, commanded, same_clause
from kg.extract.coreference.nouns import DOERS, NounClass, may_name_body, may_name_person, names_person, noun_classes
from kg.extract.coreference.places import place_back
from kg.extract.coreference.salience import Salience
from kg.extract.grammar import conjuncts, preposition
from kg.extract.reading import Reading, Reference
from kg.lexicon.peoples import countries
from kg.lexicon.tables import fold, lexicon
from kg.model import EntityType, Span
from kg.model.annotation import Sentence, Token

DEFINITE: Final = frozenset(
    """du au le la les l' ce cet cette ces son sa ses leur leurs the this that these his her its their notre nos
    our""".split()
)
COMPANY: Final = frozenset("société entreprise compagnie firme constructeur opérateur fabricant company firm".split())
# Nouns for one kind of body: they take up only what the text or its own name calls so.
PUBLIC: Final = frozenset(
    """gouvernement parlement sénat cour tribunal police ministère université hôpital conseil musée école armée banque
    rectorat préfecture government parliament senate court tribunal police ministry university hospital council museum
    school army bank""".split()
)
NOT_COMPANIES: Final = frozenset(
    "commission parti party syndicat union assemblée assembly lycée collège agence".split()
)
# Nouns that one text uses for one body of people in turn.
UNIONS: Final = frozenset(
    "groupe collectif association mouvement coalition organisation group collective movement organization".split()
)
INDEFINITE: Final = frozenset({"un", "une", "a", "an"})
AHEAD: Final = 4  # sentences within which somebody new is named
RIVAL: Final = 0.7  # a subject (3) outweighs an object (2) of the same sentence
HEADED: Final = (EntityType.ORGANIZATION, EntityType.PLACE, EntityType.EVENT)
_ANY_EVENT: Final = frozenset("événement évènement manifestation épreuve compétition event competition".split())
_MODEL: Final = re.compile(r"^[A-Z].*\d")  # « Boeing 737 », « ATR-42 »
OPENING: Final = 2  # sentences with a verb, from the start of the text


def describe(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...]:
    """Resolve a common noun: a name beside it says who it is; else a definite one looks back."""
    kind = noun_classes(reading.language).get(token.lower)
    if kind is not None and kind.name == "account":
        return accounts.resolve_account(reading, sentence, token, salience)
    beside = _name_beside(reading, sentence, token, kind)
    if beside is not None:
        return (beside, *_joined_names(reading, sentence, token, beside))
    behind = _apposed_to(reading, sentence, token, kind) or name_behind(reading, sentence, token)
    if behind is not None:
        return (behind,)
    joined = _joined_title(reading, sentence, token)
    if joined:
        return joined
    determiners = {child.lower.replace("’", "'") for child in sentence.children(token, "det", "nmod:poss", "case")}
    if kind is not None and kind.name == "person_role" and determiners & INDEFINITE:
        return _named_later(reading, sentence, token)
    if not determiners & DEFINITE or any(sentence.children(token, "nummod")) or _plural(token):
        return ()
    headed = _by_its_head(reading, sentence, token, salience)
    return headed if headed or kind is None else _look_back(reading, sentence, token, kind, salience)


def _apposed_to(reading: Reading, sentence: Sentence, token: Token, kind: NounClass | None) -> Reference | None:
    """Return the entity of the name that a noun is in apposition to: « Jean Dubois, le Premier ministre danois, »."""
    name = sentence.head(token)
    identifier = reading.names.get(name.name) if name is not None and name.name is not None else None
    if name is None or identifier is None or token.dep != "appos" or preposition(sentence, token):
        return None
    if name.index > token.index or not _fits(reading.entities[identifier].type, kind, reading, token):
        return None
    _learn(reading, sentence, identifier, token, kind)
    return Reference(identifier, "nominal", "apposition to the name", name.span, name.span)


def _by_its_head(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...]:
    """Resolve « le rectorat » to « rectorat de Grenoble »: the last entity whose name has the noun as its head."""
    if any(sentence.children(token, "nmod", "appos", "amod", "compound")):
        return ()
    at = 0 if reading.language == "fr" else -1
    named = [e.id for e in reading.of_type(*HEADED) if " " in e.name and e.name.split()[at].lower() == token.lower]
    recent = [seen.entity for seen in salience.recent(10) if seen.entity in named]
    if not recent or same_clause(reading, sentence, token, recent[0]):
        return ()
    return (Reference(recent[0], "nominal", "its name begins with the noun", salience.last(recent[0])),)


def _joined_title(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Resolve a second title of one person: « le parolier et acteur Jean Dubois », « X, maire de A et chef de B »."""
    first = sentence.head(token)
    if token.dep != "conj" or first is None or not names_person(token.lower, reading.language) or _plural(token):
        return ()
    if first.name is not None or any(sentence.children(token, "det", "case")):
        return ()  # « le maire et le préfet » are two
    holder = first
    found = reading.referents(sentence, first)
    above = sentence.head(first)
    if not found and first.dep == "appos" and above is not None:
        holder, found = above, reading.referents(sentence, above)
    return tuple(
        Reference(r.entity, "nominal", "a second title of the same person", r.span or r.antecedent or holder.span)
        for r in found
        if reading.entities[r.entity].type is EntityType.PERSON
    )


def _named_later(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Resolve « un responsable affirme … » by the first « le responsable Ross Rocketto » of the next sentences."""
    for later in reading.annotation.sentences[sentence.index + 1 : sentence.index + 1 + AHEAD]:
        for other in later.tokens:
            determined = any(c.lower in DEFINITE for c in later.children(other, "det"))
            if other.lower != token.lower or other.pos != "NOUN" or not determined:
                continue
            for child in later.children(other, "appos", "flat"):
                identifier = reading.names.get(child.name) if child.name is not None else None
                if identifier and reading.entities[identifier].type is EntityType.PERSON:
                    return (Reference(identifier, "nominal", "named later", child.span),)
    return ()


def _name_beside(reading: Reading, sentence: Sentence, token: Token, kind: NounClass | None) -> Reference | None:
    """Return the entity of a name in apposition: « le groupe Novatel », « la ministre, Anne Dubois »."""
    for child in _beside(sentence, token):
        if child.name is None or preposition(sentence, child):
            continue
        if child.dep.startswith(("obl", "dep", "conj", "nmod", "compound")) and child.span.start - token.span.end > 25:
            continue
        if child.dep == "conj" and any(sentence.children(child, "cc")):
            continue
        identifier = reading.names.get(child.name)
        if identifier is None:
            continue
        entity = reading.entities[identifier]
        # "existing backers Google and Airbus"; « délégué CGT » is no body
        apposed = child.dep == "appos" and reading.language == "en" and entity.type is EntityType.ORGANIZATION
        body = apposed and kind is None and may_name_body(token.lower, reading.language)
        if body or _fits(entity.type, kind, reading, token):
            _learn(reading, sentence, identifier, token, kind)
            return Reference(identifier, "nominal", "name beside the noun", child.span)
    return None


def _joined_names(reading: Reading, sentence: Sentence, token: Token, first: Reference) -> Iterator[Reference]:
    """Yield the further names beside a plural: "two former engineers, Mart Kask and Liis Org"."""
    names = [child for child in sentence.children(token, "appos", "flat") if child.span == first.antecedent]
    if not names or not _plural(token):
        return
    for other in conjuncts(sentence, names[0]):
        identifier = reading.names.get(other.name) if other.name is not None else None
        same = identifier is not None and reading.entities[identifier].type is reading.entities[first.entity].type
        if identifier is not None and same and identifier != first.entity:
            yield Reference(identifier, "nominal", "name beside the noun", other.span, other.span)


def _beside(sentence: Sentence, noun: Token) -> Iterator[Token]:
    """Yield what may name a noun, also where a noun stands between: « son fils, le cinéaste Jean Dubois »."""
    for child in sentence.children(noun, "appos", "flat"):
        yield child
        if child.name is None and child.dep == "appos":
            yield from sentence.children(child, "appos")
    yield from sentence.children(noun, "nmod", "obl", "dep", "compound", "conj")


def _learn(reading: Reading, sentence: Sentence, identifier: str, token: Token, kind: NounClass | None) -> None:
    """Note what the text calls an entity, so that « le quotidien » later finds « le quotidien The Independent »."""
    reading.roles.setdefault(identifier, set()).add(office(sentence, token))
    if kind is not None and reading.entities[identifier].type is EntityType.ORGANIZATION:
        reading.kinds.setdefault(identifier, "company" if token.lower in COMPANY else kind.name)


def _fits(kind: EntityType, noun: NounClass | None, reading: Reading, token: Token) -> bool:
    if noun is None:
        titled = token.lower in lexicon()["person_titles"] or may_name_person(token.lower, reading.language)
        doer = reading.language == "fr" and token.lower.endswith(DOERS)
        firm = reading.language == "fr" and (doer or token.lower.endswith("ier") or token.lower in countries("fr"))
        return (kind is EntityType.PERSON and (titled or doer)) or (kind is EntityType.ORGANIZATION and firm)
    if noun.type is EntityType.PLACE:
        return kind is EntityType.PLACE
    return noun.type is kind


def _look_back(
    reading: Reading, sentence: Sentence, token: Token, noun: NounClass, salience: Salience
) -> tuple[Reference, ...]:
    """Resolve « la société », « la plateforme », « le milliardaire » by type, kind and salience."""
    if noun.name == "place":
        return place_back(reading, sentence, token, salience)
    if noun.name == "work":
        return ()
    if noun.name == "event":
        return _event_back(reading, sentence, token, salience)
    if noun.name == "vehicle":
        return _vehicle(reading, salience)
    fitting = _fitting_back(reading, sentence, token, noun, salience)
    if not fitting:
        return ()
    called = {i: s for i, s in fitting.items() if _called(reading, i, token)}
    fitting = called or {i: s * _likeness(reading, i, noun, token) for i, s in fitting.items()}
    best = min(fitting, key=lambda i: (-fitting[i], i))
    rivals = [i for i in fitting if i != best and fitting[i] > RIVAL * fitting[best]]
    if rivals and noun.name in ("person_descriptive", "person_role"):
        return ()
    return (Reference(best, "nominal", f"the {noun.name} spoken of last", salience.last(best)),)


def _event_back(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...]:
    """Resolve « l'élection », « the event »: the last event whose name says so, else the only one spoken of."""
    if any(sentence.children(token, "nmod")):
        return ()
    spoken = [e for e in reading.of_type(EntityType.EVENT) if salience.last(e.id) is not None]
    recent = [seen.entity for seen in salience.recent(8)]
    called = [e.id for e in spoken if fold(token.lower) in fold(e.name).split()]
    known = [i for i in dict.fromkeys(recent) if i in called] or called
    if not known and token.lower in _ANY_EVENT and len(spoken) == 1:
        known = [spoken[0].id]
    if not known:
        return ()
    return (Reference(known[0], "nominal", "the event spoken of last", salience.last(known[0])),)


def _vehicle(reading: Reading, salience: Salience) -> tuple[Reference, ...]:
    """Resolve « l'appareil », « la sonde »: the only vehicle that the text names, be it later on."""
    vehicles = noun_classes(reading.language)
    known = [
        e.id
        for e in reading.of_type(EntityType.WORK)
        if _MODEL.search(e.name)
        or any((c := vehicles.get(r)) is not None and c.name == "vehicle" for r in reading.roles.get(e.id, ()))
    ]
    if len(known) != 1:
        return ()
    named = salience.last(known[0]) or _first(reading, known[0])
    return (Reference(known[0], "nominal", "the only vehicle spoken of", named),)


def _first(reading: Reading, identifier: str) -> Span:
    """Return where an entity is first named."""
    return min(reading.annotation.names[i].span for i, entity in reading.names.items() if entity == identifier)


def _fitting_back(
    reading: Reading, sentence: Sentence, token: Token, noun: NounClass, salience: Salience
) -> dict[str, float]:
    """Return the entities of late that the noun can stand for, with their weight."""
    complement = [c for c in _complements(sentence, token) if c.name is not None]
    window = 8 if noun.name in ("platform", "organization", "party", "media") else 3
    scores = salience.scores(window)
    fitting = {
        identifier: score
        for identifier, score in scores.items()
        if _can_name(reading, reading.entities[identifier].type, identifier, noun, token)
    }
    fitting = {
        i: s
        for i, s in fitting.items()
        if not same_clause(reading, sentence, token, i) and not commanded(reading, sentence, token, i)
    }
    if noun.name == "platform":
        fitting = {i: s for i, s in fitting.items() if reading.kinds.get(i) == "platform"} or {}
    elif complement:  # « le groupe pour Harris » is only a group whose name says so
        fitting = {i: s for i, s in fitting.items() if _named_after(reading, i, complement)}
    if noun.name == "person_role":
        fitting = _by_role(reading, sentence, token, fitting, opening=salience.now <= OPENING)
    return fitting


def _called(reading: Reading, identifier: str, token: Token) -> bool:
    """Tell whether the text calls the entity by the noun, or its own name holds it (« the commission »)."""
    known = reading.roles.get(identifier, set())
    return token.lower in known or fold(token.lower) in fold(reading.entities[identifier].name).split()


def _likeness(reading: Reading, identifier: str, noun: NounClass, token: Token) -> float:
    """Return how well the noun suits what the text has called the entity so far: 1 where that says nothing."""
    if _of_other_kind(reading, identifier, noun, token):
        return 0.5
    return 1.5 if token.lower in UNIONS and reading.roles.get(identifier, set()) & UNIONS else 1.0


def _of_other_kind(reading: Reading, identifier: str, noun: NounClass, token: Token) -> bool:
    """Tell whether the text has a more exact word for the entity: a platform is seldom « le groupe »."""
    known = reading.kinds.get(identifier)
    return noun.name == "organization" and token.lower not in COMPANY and known in ("platform", "media", "party")


def _complements(sentence: Sentence, token: Token) -> Iterator[Token]:
    for child in sentence.children(token, "nmod"):
        if not child.dep.endswith("poss"):
            yield child
            yield from _complements(sentence, child)


def _named_after(reading: Reading, identifier: str, complements: list[Token]) -> bool:
    """Tell whether an entity's name holds a word of each name that the noun is completed by."""
    words = set(fold(reading.entities[identifier].name).split())
    forms = (fold(reading.annotation.names[c.name].form).split() for c in complements if c.name is not None)
    return all(words & set(form) for form in forms)


def _can_name(reading: Reading, kind: EntityType, identifier: str, noun: NounClass, token: Token) -> bool:
    if kind is not noun.type:
        return False
    if noun.type is EntityType.PERSON:
        gender = reading.genders.get(identifier, "")
        feminine = "Gender=Fem" in token.morph
        return not gender or (gender == "f") == feminine or reading.language == "en"
    known = reading.kinds.get(identifier)
    if noun.name in ("media", "party"):
        return known == noun.name
    if noun.name == "organization" and token.lower in COMPANY:
        return known in (None, "company", "platform") and not _public(reading.entities[identifier].name)
    if noun.name == "organization" and token.lower in PUBLIC:  # « le gouvernement » is no party and no company
        return _called(reading, identifier, token)
    return True


def _public(name: str) -> bool:
    """Tell whether a name says that it is a public body or a school: no « compagnie » then."""
    return bool({*fold(name).split()} & {fold(word) for word in PUBLIC | NOT_COMPANIES})


def _by_role(
    reading: Reading, sentence: Sentence, token: Token, fitting: dict[str, float], *, opening: bool
) -> dict[str, float]:
    """Keep whom the text gave that role; failing that, the only person spoken of, if nothing completes the noun."""
    holders = {i: s for i, s in fitting.items() if _has_role(reading, sentence, i, token)}
    owners = [c for c in sentence.children(token, "det", "nmod:poss") if c.lower in POSSESSIVE]
    if owners:  # « son frère » is whom the text called so, never who has the brother
        whose = {r.entity for c in owners for r in reading.referents(sentence, c)}
        return {i: s for i, s in holders.items() if i not in whose}
    if holders:
        return holders
    people = [e for e in reading.of_type(EntityType.PERSON) if e.id in fitting]
    # The headline names somebody and the first sentence says who that is: « La députée du parti A … ».
    alone = len(people) == 1 and (opening or not any(sentence.children(token, "nmod")))
    return fitting if alone else {}


def _has_role(reading: Reading, sentence: Sentence, identifier: str, token: Token) -> bool:
    return office(sentence, token) in reading.roles.get(identifier, ())


def _plural(token: Token) -> bool:
    return "Number=Plur" in token.morph
