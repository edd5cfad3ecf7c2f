"""Resolves pronouns and possessives to the most prominent earlier entity that agrees (salience, binding)."""

from typing import Final

from kg.extract.coreference.clauses import POSSESSIVE, same_clause
from kg.extract.coreference.salience import Salience
from kg.extract.frames.load import load_frames
from kg.extract.grammar import surface_subject
from kg.extract.reading import Reading, Reference
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

PLURAL: Final = frozenset("ils elles leur leurs they them their eux".split())
SINGULAR: Final = frozenset("il elle lui he she it him her his its son sa ses celui-ci celle-ci ce-dernier".split())
FEMININE: Final = frozenset("elle elles she her celle-ci".split())
MASCULINE: Final = frozenset("il ils he him his celui-ci eux".split())
PERSONAL: Final = frozenset("he she him her his".split())
NEUTRAL: Final = frozenset("it its".split())
PRONOUNS: Final = PLURAL | SINGULAR
CLITIC: Final = frozenset("le la l'".split())
LATTER: Final = frozenset({"celui-ci", "celle-ci", "ceux-ci", "celles-ci"})
NEAREST: Final = 60  # code points
PROMINENT: Final = 1.3  # an object of the sentence before
PRONOUN_TYPES: Final = (
    EntityType.PERSON,
    EntityType.ORGANIZATION,
    EntityType.ONLINE_ACCOUNT,
    EntityType.GROUP,
)
# Countries, works and events are taken up by « son », « il » only where they were subjects of late.
THINGS: Final = (EntityType.PLACE, EntityType.WORK, EntityType.EVENT)
SUBJECT: Final = 1.9  # a subject of the sentence before


def is_clitic(token: Token) -> bool:
    """Tell whether « le », « la », « l' » is the object of a verb."""
    return token.lower in CLITIC and token.pos == "PRON" and token.dep.startswith(("obj", "iobj"))


def stand_for(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...]:
    """Return whom a pronoun or possessive stands for; nothing where that cannot be said."""
    if token.dep.startswith("expl") or _impersonal(sentence, token):
        return ()
    word = token.lower
    plural = (word in PLURAL and word not in ("leur", "leurs")) or word in ("leurs", "leur", "their", "they", "them")
    scores = salience.scores()
    if plural:
        return _plural_antecedent(reading, salience, scores)
    fitting = _fitting(reading, sentence, token, salience)
    if not fitting:
        return ()
    best = min(fitting, key=lambda i: (-fitting[i], i))
    if _somebody_else(sentence, token, salience, fitting[best]):
        return ()
    return (Reference(best, "pronoun", "most salient antecedent that agrees", salience.last(best)),)


def _masculine(sentence: Sentence, token: Token) -> bool:
    """Tell « pour lui », which is a man, from « il lui parle », which may be a woman."""
    return token.lower in MASCULINE or (token.lower == "lui" and any(sentence.children(token, "case")))


def _fitting(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> dict[str, float]:
    """Return the entities that a singular pronoun or possessive can stand for, with their weight."""
    word = token.lower
    scores = salience.scores()
    fitting = {
        identifier: score * weight
        for identifier, score in scores.items()
        if (weight := _agreement(reading, identifier, "il" if _masculine(sentence, token) else word)) > 0
        and _prominent(reading, identifier, score)
    }
    fitting = {i: s for i, s in fitting.items() if not same_clause(reading, sentence, token, i)}
    if is_clitic(token):
        fitting = _as_object(fitting, salience)
    if word in LATTER:
        fitting = {i: s for i, s in fitting.items() if _right_before(salience, token, i)}
    owner = _own_subject(reading, sentence, token) if word in POSSESSIVE else None
    thing = sentence.head(token)
    if word in POSSESSIVE and thing is not None and owner not in fitting:
        said = [i for i in reading.possessors.get(thing.lower, ()) if i in fitting]
        owner = said[-1] if said else None
    if owner not in fitting and token.dep.startswith("nsubj"):
        owner = _who_says_so(reading, sentence, token)
    return {owner: fitting[owner]} if owner is not None and owner in fitting else fitting


def _who_says_so(reading: Reading, sentence: Sentence, token: Token) -> str | None:
    """Return who says what the pronoun is the subject of: « Dubois annonce qu'elle partira »."""
    clause = sentence.head(token)
    verb = sentence.head(clause) if clause is not None and clause.dep == "ccomp" else None
    if verb is None or verb.lower not in load_frames(reading.language).clause_verbs["saying"]:
        return None
    found = [r for subject in surface_subject(sentence, verb) for r in reading.referents(sentence, subject)]
    return found[0].entity if len(found) == 1 else None


def _own_subject(reading: Reading, sentence: Sentence, token: Token) -> str | None:
    """Return the subject of the clause that a possessive stands in: « Dubois aide son frère » is Dubois's brother."""
    thing = sentence.head(token)
    verb = thing
    for _ in range(6):
        if verb is None or verb.pos in ("VERB", "AUX"):
            break
        verb = sentence.head(verb)
    if thing is None or verb is None or verb.pos not in ("VERB", "AUX"):
        return None
    for subject in surface_subject(sentence, verb):
        within = any(t is token for t in sentence.subtree(subject))
        found = reading.referents(sentence, subject)
        if not within and len(found) == 1 and subject.index < token.index:
            return found[0].entity
    return None


def _somebody_else(sentence: Sentence, token: Token, salience: Salience, weight: float) -> bool:
    """Tell whether somebody without a name is more prominent than whoever is named: « un homme … il … »."""
    gender = "f" if token.lower in FEMININE else "m" if token.lower in MASCULINE else "?"
    other = salience.stranger(gender)
    if other is None or token.lower in NEUTRAL or other[1] <= weight:
        return False
    salience.note_stranger(other[0], token.index, token.dep, token.span, quoted=sentence.inside is not None)
    return True


def _prominent(reading: Reading, identifier: str, score: float) -> bool:
    """Tell whether a body was spoken of as a subject or object of late: one named in passing is no « elle »."""
    kind = reading.entities[identifier].type
    if kind in THINGS:
        return score >= SUBJECT
    return kind is not EntityType.ORGANIZATION or score >= PROMINENT


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
    if entity.type in THINGS:
        return 0.0 if word in PERSONAL or word in ("lui", "celui-ci", "celle-ci", "ce-dernier") else 0.45
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
    if salience.nameless_many() > fitting[best]:
        return ()  # « des combats ont éclaté … ils ont causé »: whoever was named before is not meant
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
