"""Resolves "the duo", "both", "the two leaders", « le couple », « les deux pays » to those named together, if so many.

Else to all of the kind that the last sentences speak of, where these are so many and nobody without a name is there.
"""

from collections.abc import Iterator
from typing import Final

from kg.extract.coreference.clauses import same_clause
from kg.extract.coreference.nouns import names_person, noun_classes
from kg.extract.coreference.salience import Salience
from kg.extract.coreference.unnamed import sentence_before
from kg.extract.grammar.coordination import conjuncts
from kg.extract.grammar.subjects import surface_subject
from kg.extract.reading import Reading, Reference
from kg.lexicon.tables import COUNTRY, places
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

SETS: Final = {"duo": 2, "pair": 2, "couple": 2, "twosome": 2, "tandem": 2, "binôme": 2, "trio": 3, "threesome": 3}
_NUMBERS: Final = {"both": 2, "two": 2, "three": 3, "deux": 2, "trois": 3, "quatre": 4}
_FIRMS: Final = frozenset("companies firms".split())  # "the companies" alone takes up those named together
_SEVERAL: Final = -1
_COUNTING: Final = frozenset((*SETS, *_NUMBERS, *_FIRMS, "brothers", "sisters"))
_THE: Final = {"en": ("the",), "fr": ("le", "ce", "au", "du")}
_ALL: Final = frozenset("both tous toutes".split())
_DEFINITE: Final = _ALL | frozenset("the these les ces des aux".split())
_GENDERS: Final = {
    "men": "m", "women": "f", "brothers": "m", "sisters": "f", "actresses": "f",
    "hommes": "m", "femmes": "f", "frères": "m", "sœurs": "f", "soeurs": "f", "actrices": "f",
}  # fmt: skip
_LANDS: Final = frozenset("countries nations states pays états".split())
_SIDES: Final = frozenset(
    "sides parties teams clubs camps équipes formations partis finalistes adversaires rivaux".split()
)
_BODIES: Final = frozenset("clubs teams formations partis équipes".split())
_ORGANS: Final = frozenset("conseils directions assemblées comités chambres parlements gouvernements boards".split())
_ACTORS: Final = (EntityType.PERSON, EntityType.ORGANIZATION)
_ARGUMENTS: Final = ("nsubj", "obj", "obl", "iobj", "nmod")
_BACK: Final = 2  # sentences


def counted(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...]:
    """Return the two or three whom a word that counts them takes up, or nothing."""
    if token.name is not None or sentence.inside is not None or sentence.words.isdisjoint(_COUNTING):
        return ()
    many, kinds = _sought(reading, sentence, token)
    if not many or not kinds or any(sentence.children(token, "nmod", "acl", "acl:relcl", "appos", "conj")):
        return ()
    if many == _SEVERAL:
        found = named_together(reading, sentence, token, 2) or named_together(reading, sentence, token, 3)
        many = len(found)
    else:
        found = named_together(reading, sentence, token, many) or _both_ends(reading, sentence, token, many)
        found = found or _all_there_are(reading, salience, many, kinds)
    fitting = len(found) == many and all(_fits(reading, i, token, kinds) for i in found)
    fitting = fitting and not any(same_clause(reading, sentence, token, i) for i in found)
    by = "one of so many named before"
    kind = "nominal" if token.pos == "NOUN" else "pronoun"
    return tuple(Reference(i, kind, by, salience.last(i)) for i in found) if fitting else ()


def _sought(reading: Reading, sentence: Sentence, token: Token) -> tuple[int, tuple[EntityType, ...]]:
    """Return how many are sought and of what types; 0 where the word counts nobody."""
    beside = sentence.children(token, "det", "nummod", "det:predet", "cc:preconj", "amod")
    words = [c.lower for c in beside if c.index < token.index]  # « les deux groupes français »
    definite = bool(_DEFINITE & {*words})
    if token.lower in SETS:
        bare = not any(sentence.children(token, "compound", "amod"))
        words += [c.lower for c in sentence.children(token, "case")]  # « au », « du »
        kinds = _ACTORS[: 1 if token.lower == "couple" else 2]
        return (SETS[token.lower] if bare and {*_THE[reading.language]} & {*words} else 0), kinds
    definite = definite or any(c.lower in _DEFINITE for c in sentence.children(token, "case"))
    if token.lower in ("brothers", "sisters") and words == ["the"]:
        return 2, _ACTORS[:1]
    if token.lower in _NUMBERS:
        alone = token.dep.startswith(_ARGUMENTS) and (token.lower in _ALL or definite)
        return (_NUMBERS[token.lower] if alone and not _counts_on(sentence, token) else 0), _ACTORS
    many = next((_NUMBERS[w] for w in words if w in _NUMBERS), 0)
    other = any(w not in _NUMBERS and w not in _DEFINITE for w in words)
    if not many and token.lower in _FIRMS and "the" in words:
        many = _SEVERAL
    if not many or not definite or other or any(sentence.children(token, "compound")):
        return 0, ()
    return many, _types(reading, token)


def _counts_on(sentence: Sentence, token: Token) -> bool:
    """Tell "the two candidates" and "the two of them" from "the two"."""
    after = sentence.tokens[token.index + 1 : token.index + 2]
    return any(
        t.lower in ("of", "-", "and", "de", "d'", "et") or t.pos in ("NOUN", "PROPN", "NUM", "ADJ") for t in after
    )


def _types(reading: Reading, token: Token) -> tuple[EntityType, ...]:
    """Return of what types those can be whom a plural names."""
    if token.lower in _BODIES:
        return (EntityType.ORGANIZATION, EntityType.PLACE)
    if token.lower in _SIDES:
        return (*_ACTORS, EntityType.PLACE)
    if token.lower in _LANDS:
        return (EntityType.PLACE,)
    if token.lower in _ORGANS:
        return ()  # « choisie par les deux conseils »: those of the two
    kind = noun_classes(reading.language).get(token.lower)
    if token.lower in _GENDERS or names_person(token.lower, reading.language):
        return (EntityType.PERSON,)
    return (kind.type,) if kind is not None and token.plural and kind.type is EntityType.ORGANIZATION else ()


def _fits(reading: Reading, identifier: str, token: Token, kinds: tuple[EntityType, ...]) -> bool:
    """Tell whether an entity is of one of the types, of the gender and, if a country is sought, one."""
    entity = reading.entities[identifier]
    gender = _GENDERS.get(token.lower, "")
    clash = {gender, reading.genders.get(identifier, "")} == {"m", "f"}
    land = entity.type is not EntityType.PLACE or places().get(entity.name, 0.0) >= COUNTRY
    return entity.type in kinds and not clash and land


def named_together(reading: Reading, sentence: Sentence, token: Token, many: int) -> list[str]:
    """Return the last names that are coordinated before, in this sentence or those right before."""
    first = max(0, sentence.index - _BACK - 1)
    before = [s for s in reading.annotation.sentences[first : sentence.index] if s.inside is None]
    groups = [*_groups(reading, sentence, token.index)]
    for earlier in reversed(before[-_BACK:]):
        if groups:
            break
        groups = [*_groups(reading, earlier, len(earlier.tokens))]
    fitting = [group for group in groups if len(group) == many]
    return fitting[-1] if len(fitting) == 1 else []


def _both_ends(reading: Reading, sentence: Sentence, token: Token, many: int) -> list[str]:
    """Return Novatel and Dubois of « Novatel a poursuivi Dubois ; les deux parties … »: whom the last clause joins."""
    last = sentence_before(reading, sentence) if many == len(("one", "other")) and token.lower in _SIDES else None
    root = next((t for t in last.tokens if t.dep == "ROOT" and t.pos == "VERB"), None) if last is not None else None
    if last is None or root is None:
        return []
    ends = [surface_subject(last, root), last.children(root, "obj", "iobj")]
    if any(len(end) != 1 for end in ends):
        return []
    found = [reading.referents(last, end[0]) for end in ends]
    both = [refs[0].entity for refs in found if len(refs) == 1]
    actors = all(reading.entities[i].type in _ACTORS for i in both)
    return both if len({*both}) == many and actors else []


def _groups(reading: Reading, sentence: Sentence, until: int) -> Iterator[list[str]]:
    """Yield who is coordinated in a sentence, before a place in it; all must be known and of one type."""
    for first in sentence.tokens[:until]:
        if first.dep == "conj" or not any(sentence.children(first, "conj")):
            continue
        members = [*conjuncts(sentence, first)]
        found = [reading.referents(sentence, t) for t in members]
        one = [r[0].entity for r in found if len(r) == 1]
        kinds = {reading.entities[i].type for i in one}
        if len(one) == len(members) == len({*one}) > 1 and len(kinds) == 1 and members[-1].index < until:
            yield one


def _all_there_are(reading: Reading, salience: Salience, many: int, kinds: tuple[EntityType, ...]) -> list[str]:
    """Return all of a type that the last sentences name, where these are as many as are sought."""
    for kind in kinds:
        for window in range(_BACK + 1):
            seen = dict.fromkeys(s.entity for s in salience.newest(window) if reading.entities[s.entity].type is kind)
            others = any(salience.strangers[s.entity].person for s in salience.nameless(window))
            if len(seen) == many and not (others and kind is EntityType.PERSON):
                return [*reversed(seen)]
            if len(seen) > many:
                break
    return []
