"""Takes up of whom « C'est le premier pays à … », "It is the only team to …" is said: one of the sentence before."""

from typing import Final

from kg.extract.coreference.nouns import noun_classes
from kg.extract.coreference.ranking import anaphor, candidates
from kg.extract.coreference.ranking.sizes import sized
from kg.extract.coreference.salience import Salience
from kg.extract.coreference.unnamed import main_subjects, sentence_before
from kg.extract.reading import Reading, Reference
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

_THIS: Final = frozenset("c' ce it this that".split())
_BEING: Final = frozenset("est était fut sera is was 's".split())
_THE: Final = frozenset("le la l' the".split())
_RANKS: Final = frozenset(
    """premier première deuxième second seconde troisième quatrième cinquième seul seule unique dernier dernière
    meilleur meilleure plus first second third fourth fifth only last sole largest biggest smallest oldest
    youngest""".split()
)
_OFFICES: Final = frozenset("ministre minister secrétaire secretary lady adjoint adjointe".split())  # "the first lady"


def this_is(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...]:
    """Return the one of the sentence before of whom a rank among its like is said."""
    kind = noun_classes(reading.language).get(token.lower)
    last = sentence_before(reading, sentence) if kind is not None and _said_of_this(sentence, token) else None
    if kind is None or last is None:
        return ()
    among = candidates(reading, anaphor(reading, sentence, token), salience)
    fitting = [i for i in among if i in reading.entities and reading.entities[i].type is kind.type]
    if kind.type is EntityType.PLACE:
        fitting = sized(reading, token.lower, fitting)
    told = {r.entity for t in last.tokens for r in reading.referents(last, t)}
    subject = {r.entity for t in main_subjects(last) for r in reading.referents(last, t)}
    near = [i for i in fitting if i in told]
    if len(near) > 1 or kind.type is EntityType.PERSON:
        near = [i for i in near if i in subject]
    return tuple(Reference(i, "nominal", "of whom a rank is said", salience.last(i)) for i in near[: len(near) == 1])


def _said_of_this(sentence: Sentence, token: Token) -> bool:
    """Tell the predicate of « C'est d'ailleurs le seul club », "It is the first country"."""
    if sentence.words.isdisjoint(_RANKS) or token.lower in _OFFICES or token.plural:
        return False
    subjects = sentence.children(token, "nsubj")
    is_said = any(c.lower in _BEING for c in sentence.children(token, "cop"))
    this = len(subjects) == 1 and subjects[0].lower in _THIS and subjects[0].index < token.index
    definite = any(c.lower in _THE for c in sentence.children(token, "det"))
    return (
        is_said and this and definite and any(_ranks(sentence, c) for c in sentence.children(token, "amod", "nummod"))
    )


def _ranks(sentence: Sentence, adjective: Token) -> bool:
    """Tell « premier », « plus grosse », "largest"."""
    return adjective.lower in _RANKS or any(c.lower in _RANKS for c in sentence.children(adjective, "advmod"))
