"""Walks over the sentences in order and notes whom each word stands for."""

import re
from collections.abc import Iterator
from typing import Final

from kg.extract.coreference import accounts
from kg.extract.coreference.nouns import NounClass, feminine_nouns, names_person, noun_classes
from kg.extract.coreference.salience import Salience
from kg.extract.grammar import preposition, surface_subject
from kg.extract.reading import Reading, Reference, phrase
from kg.lexicon.tables import demonyms, fold, lexicon
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

DEFINITE: Final = frozenset(
    "le la les l' ce cet cette ces son sa ses leur leurs the this that these his her its their notre nos our".split()
)
POSSESSIVE: Final = frozenset("son sa ses leur leurs his her its their".split())
OURS: Final = frozenset("notre nos our mon ma mes my".split())
PLURAL: Final = frozenset("ils elles leur leurs they them their eux".split())
SINGULAR: Final = frozenset("il elle lui he she it him her his its son sa ses celui-ci celle-ci ce-dernier".split())
FEMININE: Final = frozenset("elle elles she her celle-ci".split())
MASCULINE: Final = frozenset("il ils he him his celui-ci eux".split())
PERSONAL: Final = frozenset("he she him her his".split())
NEUTRAL: Final = frozenset("it its".split())
PRONOUNS: Final = PLURAL | SINGULAR
CLITIC: Final = frozenset("le la l'".split())
COMPANY: Final = frozenset("société entreprise compagnie firme constructeur opérateur fabricant company firm".split())
# Nouns that one text uses for one body of people in turn.
UNIONS: Final = frozenset(
    "groupe collectif association mouvement coalition organisation group collective movement organization".split()
)
LATTER: Final = frozenset({"celui-ci", "celle-ci", "ceux-ci", "celles-ci"})
NEAREST: Final = 60  # code points
PROMINENT: Final = 1.3  # an object of the sentence before
RIVAL: Final = 0.7  # a subject (3) outweighs an object (2) of the same sentence
OPENING: Final = 2  # sentences with a verb, from the start of the text
PRONOUN_TYPES: Final = (
    EntityType.PERSON,
    EntityType.ORGANIZATION,
    EntityType.ONLINE_ACCOUNT,
    EntityType.GROUP,
)


def resolve_references(reading: Reading) -> None:
    """Fill in the references of names, definite descriptions, pronouns and possessives."""
    salience = Salience()
    for sentence in _in_text_order(reading):
        salience.now += any(token.pos in ("VERB", "AUX") for token in sentence.tokens)
        for token in sorted(sentence.tokens, key=lambda t: t.span.start):
            _resolve(reading, sentence, token, salience)


def _in_text_order(reading: Reading) -> list[Sentence]:
    return sorted(reading.annotation.sentences, key=lambda s: (s.paragraph, s.span.start, s.inside is not None))


def _resolve(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> None:
    references: tuple[Reference, ...] = ()
    if token.name is not None:
        references = _named(reading, sentence, token, salience)
    elif token.pos in ("NOUN", "PROPN") and token.quote is None:
        references = _nominal(reading, sentence, token, salience)
    elif (token.lower in PRONOUNS and token.pos in ("PRON", "DET", "ADJ", "NOUN", "ADP")) or _clitic(token):
        references = _pronoun(reading, sentence, token, salience)
    if not references:
        return
    reading.refer(sentence, token, *references)
    if _beside_itself(reading, sentence, token, references):
        return
    span = phrase(sentence, token, reading.text) if references[0].kind == "nominal" else token.span
    for reference in references:
        salience.note(
            reference.entity,
            token.index,
            token.dep,
            reference.span or span,
            plural=len(references) > 1,
            quoted=sentence.inside is not None,
        )


def _beside_itself(reading: Reading, sentence: Sentence, token: Token, references: tuple[Reference, ...]) -> bool:
    """Tell an apposition of a mention of the same entity: the two are spoken of once."""
    head = sentence.head(token)
    if head is None or token.dep != "appos":
        return False
    return {r.entity for r in references} <= {r.entity for r in reading.referents(sentence, head)}


def _named(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...]:
    """Return whom a name stands for; « le Français » is one person, not a people."""
    assert token.name is not None
    identifier = reading.names.get(token.name)
    if identifier is None:
        return ()
    if one_of_people(reading, token):
        return _compatriot(reading, sentence, token, salience)
    return (Reference(identifier, "name", "name"),)


def _compatriot(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...]:
    """Resolve « la Russe Inna Deriglazova », and « la Russe » where only one person of late agrees with it."""
    for child in sentence.tokens[token.index + 1 : token.index + 2]:
        identifier = reading.names.get(child.name) if child.name is not None else None
        if identifier is not None and reading.entities[identifier].type is EntityType.PERSON:
            reading.roles.setdefault(identifier, set()).add(token_form(reading, token))
            return (Reference(identifier, "nominal", "name beside the people", child.span),)
    called = [
        e.id for e in reading.of_type(EntityType.PERSON) if token_form(reading, token) in reading.roles.get(e.id, ())
    ]
    scores = salience.scores(8)
    fitting = [identifier for identifier in called if identifier in scores]
    if len(fitting) != 1:
        return ()
    return (Reference(fitting[0], "nominal", "called so before", salience.last(fitting[0])),)


def _clitic(token: Token) -> bool:
    """Tell whether « le », « la », « l' » is the object of a verb."""
    return token.lower in CLITIC and token.pos == "PRON" and token.dep.startswith(("obj", "iobj"))


def _nominal(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...]:
    """Resolve a common noun: a name beside it says who it is; else a definite one looks back."""
    kind = noun_classes(reading.language).get(token.lower)
    if kind is not None and kind.name == "account":
        return accounts.resolve_account(reading, sentence, token, salience)
    beside = _name_beside(reading, sentence, token, kind)
    if beside is not None:
        return (beside,)
    determiners = {child.lower.replace("’", "'") for child in sentence.children(token, "det", "nmod:poss")}
    if kind is None or not determiners & DEFINITE or any(sentence.children(token, "nummod")):
        return ()
    if _plural(token):
        return ()
    return _look_back(reading, sentence, token, kind, salience)


def _name_beside(reading: Reading, sentence: Sentence, token: Token, kind: NounClass | None) -> Reference | None:
    """Return the entity of a name in apposition: « le groupe Novatel », « la ministre, Anne Dubois »."""
    for child in sentence.children(token, "appos", "flat", "nmod", "obl", "dep", "compound", "conj"):
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
        if _fits(entity.type, kind, reading, token):
            _learn(reading, identifier, token, kind)
            return Reference(identifier, "nominal", "name beside the noun", child.span)
    return None


def _learn(reading: Reading, identifier: str, token: Token, kind: NounClass | None) -> None:
    """Note what the text calls an entity, so that « le quotidien » later finds « le quotidien The Independent »."""
    reading.roles.setdefault(identifier, set()).add(token.lower)
    if kind is not None and reading.entities[identifier].type is EntityType.ORGANIZATION:
        reading.kinds.setdefault(identifier, "company" if token.lower in COMPANY else kind.name)


def _fits(kind: EntityType, noun: NounClass | None, reading: Reading, token: Token) -> bool:
    if noun is None:
        titled = token.lower in lexicon()["person_titles"] or names_person(token.lower, reading.language)
        return kind is EntityType.PERSON and titled
    if noun.type is EntityType.PLACE:
        return kind is EntityType.PLACE
    return noun.type is kind


def _look_back(
    reading: Reading, sentence: Sentence, token: Token, noun: NounClass, salience: Salience
) -> tuple[Reference, ...]:
    """Resolve « la société », « la plateforme », « le milliardaire » by type, kind and salience."""
    if noun.name in ("place", "event", "work"):
        return ()
    complement = [c for c in _complements(sentence, token) if c.name is not None]
    window = 8 if noun.name in ("platform", "organization", "party", "media") else 3
    scores = salience.scores(window)
    fitting = {
        identifier: score
        for identifier, score in scores.items()
        if _can_name(reading, reading.entities[identifier].type, identifier, noun, token)
    }
    fitting = {i: s for i, s in fitting.items() if not _same_clause(reading, sentence, token, i)}
    if noun.name == "platform":
        fitting = {i: s for i, s in fitting.items() if reading.kinds.get(i) == "platform"} or {}
    elif complement:  # « le groupe pour Harris » is only a group whose name says so
        fitting = {i: s for i, s in fitting.items() if _named_after(reading, i, complement)}
    if noun.name == "person_role":
        fitting = _by_role(reading, sentence, token, fitting, opening=salience.now <= OPENING)
    if not fitting:
        return ()
    called = {i: s for i, s in fitting.items() if _called(reading, i, token)}
    fitting = called or {i: s * _likeness(reading, i, noun, token) for i, s in fitting.items()}
    best = min(fitting, key=lambda i: (-fitting[i], i))
    rivals = [i for i in fitting if i != best and fitting[i] > RIVAL * fitting[best]]
    if rivals and noun.name in ("person_descriptive", "person_role"):
        return ()
    return (Reference(best, "nominal", f"the {noun.name} spoken of last", salience.last(best)),)


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
        return known in (None, "company", "platform")
    return True


def _by_role(
    reading: Reading, sentence: Sentence, token: Token, fitting: dict[str, float], *, opening: bool
) -> dict[str, float]:
    """Keep whom the text gave that role; failing that, the only person spoken of, if nothing completes the noun."""
    holders = {i: s for i, s in fitting.items() if _has_role(reading, i, token)}
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


def _has_role(reading: Reading, identifier: str, token: Token) -> bool:
    return token.lower in reading.roles.get(identifier, ())


def _plural(token: Token) -> bool:
    return "Number=Plur" in token.morph


def _pronoun(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...]:
    if token.dep.startswith("expl") or _impersonal(sentence, token):
        return ()
    word = token.lower
    plural = (word in PLURAL and word not in ("leur", "leurs")) or word in ("leurs", "leur", "their", "they", "them")
    scores = salience.scores()
    if plural:
        return _plural_antecedent(reading, salience, scores)
    fitting = {
        identifier: score * weight
        for identifier, score in scores.items()
        if (weight := _agreement(reading, identifier, word)) > 0 and _prominent(reading, identifier, score)
    }
    fitting = {i: s for i, s in fitting.items() if not _same_clause(reading, sentence, token, i)}
    if _clitic(token):
        fitting = _as_object(fitting, salience)
    if word in LATTER:
        fitting = {i: s for i, s in fitting.items() if _right_before(salience, token, i)}
    if not fitting:
        return ()
    best = min(fitting, key=lambda i: (-fitting[i], i))
    return (Reference(best, "pronoun", "most salient antecedent that agrees", salience.last(best)),)


def _prominent(reading: Reading, identifier: str, score: float) -> bool:
    """Tell whether a body was spoken of as a subject or object of late: one named in passing is no « elle »."""
    return reading.entities[identifier].type is EntityType.PERSON or score >= PROMINENT


def _right_before(salience: Salience, token: Token, identifier: str) -> bool:
    """Tell whether the entity was named just before: « celui-ci » takes up the nearest, whoever else is prominent."""
    last = salience.last(identifier)
    return last is not None and 0 < token.span.start - last.end < NEAREST


def _as_object(fitting: dict[str, float], salience: Salience) -> dict[str, float]:
    """Keep what was last an object, if anything was: an object pronoun takes up an object."""
    objects = [seen.entity for seen in salience.recent(1) if seen.dep.startswith("obj") and seen.entity in fitting]
    return {objects[0]: 1.0} if objects else fitting


def _impersonal(sentence: Sentence, token: Token) -> bool:
    head = sentence.head(token)
    if head is None or token.lower not in ("il", "it"):
        return False
    return head.lower in (
        "faut",
        "faudra",
        "faudrait",
        "fallait",
        "pleut",
        "neige",
        "semble",
        "agit",
        "s'agit",
        "seems",
        "rains",
        "appears",
    ) or any(child.lower == "y" for child in sentence.children(head))


def _agreement(reading: Reading, identifier: str, word: str) -> float:
    """Return how well an entity agrees with a singular pronoun: 0 not at all, 1 fully."""
    entity = reading.entities[identifier]
    gender = reading.genders.get(identifier, "")
    against = (word in FEMININE and gender == "m") or (word in MASCULINE and gender == "f")
    if against or entity.type not in PRONOUN_TYPES or entity.type is EntityType.GROUP:
        return 0.0
    if entity.type is EntityType.PERSON:
        told = gender or word not in FEMININE | MASCULINE
        return 0.0 if word in NEUTRAL else 1.0 if told else 0.8
    if word in PERSONAL:
        return 0.0
    if entity.type is EntityType.ORGANIZATION and reading.language == "fr":
        return 0.0 if _spoken_of_as_many(reading, identifier) or entity.name.startswith("Les ") else 0.4
    return 1.0


def _same_clause(reading: Reading, sentence: Sentence, token: Token, identifier: str) -> bool:
    """Tell whether the entity is another argument of the word's own verb (« il l'a vu » is two people)."""
    head = sentence.head(token)
    if head is None or token.lower in POSSESSIVE or head.pos not in ("VERB", "AUX"):
        return False
    others = [*sentence.children(head, "nsubj", "obj", "iobj"), *surface_subject(sentence, head)]
    return any(
        reference.entity == identifier
        for child in others
        if child.index != token.index
        for reference in reading.referents(sentence, child)
    )


def _plural_antecedent(reading: Reading, salience: Salience, scores: dict[str, float]) -> tuple[Reference, ...]:
    """Resolve a plural: a group or organisation that is spoken of as many, else nothing."""
    fitting = {
        identifier: score
        for identifier, score in scores.items()
        if reading.entities[identifier].type is EntityType.GROUP
        or (reading.entities[identifier].type is EntityType.ORGANIZATION and _spoken_of_as_many(reading, identifier))
    }
    if not fitting:
        return ()
    best = min(fitting, key=lambda i: (-fitting[i], i))
    return (Reference(best, "pronoun", "most salient group", salience.last(best)),)


def _spoken_of_as_many(reading: Reading, identifier: str) -> bool:
    """Tell whether the text puts a plural article before one of the entity's names (« Les Blancs pour … »)."""
    for index, entity in reading.names.items():
        if entity == identifier:
            name = reading.annotation.names[index]
            before = reading.text[max(0, name.span.start - 5) : name.span.start].lower()
            if before.endswith(("les ", "des ", "aux ", "the ")) and not name.form.isupper():
                return True
    return False


def one_of_people(reading: Reading, token: Token) -> bool:
    """Tell whether a people's name stands for one person: « le Français », « une Kényane »."""
    if token.name is None or reading.language != "fr":
        return False
    name = reading.annotation.names[token.name]
    before = reading.text[max(0, name.span.start - 5) : name.span.start].lower().replace("’", "'")
    return name.form in demonyms() and re.search(r"(?:\b(?:le|la|une?|du|au)\s|\bl')$", before) is not None


def token_form(reading: Reading, token: Token) -> str:
    """Return the form of a name's token in lower case."""
    assert token.name is not None
    return reading.annotation.names[token.name].form.lower()


def mentions(reading: Reading) -> Iterator[tuple[Sentence, Token, Reference]]:
    """Yield every reference with its place, in order of the text."""
    for (sentence, token), references in reading.references.items():
        for reference in references:
            tree = reading.annotation.sentences[sentence]
            yield tree, tree.tokens[token], reference


def feminine(token: Token) -> bool:
    """Tell whether a French noun is feminine."""
    return "Gender=Fem" in token.morph or token.lower in feminine_nouns()
