"""Tells whom the law is after from who is not: « le suspect » is no mayor, « le ministre » not who was arrested."""

from typing import Final

from kg.extract.coreference.by_deed import DEAD, HARMED, Role, filled
from kg.extract.coreference.nouns import names_office
from kg.extract.coreference.others import ACCUSED, WRONGDOERS
from kg.extract.coreference.ranking.sought import PAST
from kg.extract.coreference.salience import Salience
from kg.extract.reading import Reading
from kg.model.annotation import Sentence, Token

# Whom the text must have told to be in the hands of the law, or to have done harm
_WANTED: Final = WRONGDOERS | frozenset(
    """tueur tueuse prévenu prévenue accusé accusée détenu détenue condamné condamnée forcené forcenée fugitif fugitive
    kamikaze interpellé interpellée killer murderer defendant accused inmate fugitive""".split()
)
_HURT: Final = frozenset("blessé blessée".split())
_CALLED: Final = ACCUSED | _WANTED | frozenset(("auteur", "auteure", "autrice", "djihadiste", "jihadiste"))
_AFTER: Final[tuple[Role, ...]] = tuple(
    (relation, "object")
    for relation in "arrested charged convicted sentenced accused sued searched fined released acquitted".split()
)
_TRIED: Final[tuple[Role, ...]] = tuple((one, "object") for one in ("arrested", "charged", "convicted", "sentenced"))
_HARM: Final[tuple[Role, ...]] = tuple((relation, "subject") for relation in ("attacked", "killed", "injured"))
# Verbs and participles that a person under suspicion is the subject or the agent of, in frames or not
_SUSPECTED: Final = (
    "soupçonn", "suspect", "recherch", "perpétr", "commis", "avou", "écrou", "incarc", "poursuivi", "compar", "fui",
    "nie", "nié", "tir", "poignard", "braqu", "tent", "appelé", "jug", "détenu", "emprisonn", "purg", "identifi",
    "wanted", "fled", "confess", "admit", "plead", "pled", "jail", "denie", "deny", "identif", "appear", "tri", "shot",
    "open", "alleg", "stab", "drove",
)  # fmt: skip


_SUSPECT: Final[Role] = ("suspected", "subject")
_ASKED: Final = (*dict.fromkeys((*_AFTER, *_HARM, *HARMED, *DEAD)),)


def of_other_side(reading: Reading, sentence: Sentence, token: Token, salience: Salience, found: str) -> bool:
    """Tell « le suspect » from a person of whom nothing of the kind was told, an office from who was arrested."""
    called = {word for role in reading.roles.get(found, ()) for word in role.split()}
    if token.lower in _HURT:
        return not called & _HURT and _told(reading, salience, found).isdisjoint((*HARMED, *DEAD))
    if token.lower in _WANTED:
        known = bool(called & _CALLED) or token.lower in called
        return not known and _told(reading, salience, found).isdisjoint((*_AFTER, *_HARM, _SUSPECT))
    office = names_office(token.lower, reading.language) and not any(c.lower in PAST for c in sentence.children(token))
    if not office or any(names_office(word, reading.language) for word in called):
        return False
    return not _told(reading, salience, found).isdisjoint((*_TRIED, *DEAD))


def _told(reading: Reading, salience: Salience, found: str) -> set[Role]:
    """Return what the text so far has told of somebody: Dubois was arrested, is suspected.

    Each word that stands for somebody is looked at once: a long text has thousands.
    """
    deeds, places = salience.deeds.setdefault(found, set()), reading.places.get(found, [])
    for index, at in places[salience.read.get(found, 0) :]:
        told = reading.annotation.sentences[index]
        deeds |= _filled(reading, salience, told).get(at, set())
        if told.tokens[told.tokens[at].head].lower.startswith(_SUSPECTED):
            deeds.add(_SUSPECT)
    salience.read[found] = len(places)
    return deeds


def _filled(reading: Reading, salience: Salience, told: Sentence) -> dict[int, set[Role]]:
    """Return which of the roles each word of a sentence fills."""
    if told.index not in salience.filled:
        words = salience.filled.setdefault(told.index, {})
        for role, word in filled(reading, told, _ASKED):
            words.setdefault(word.index, set()).add(role)
    return salience.filled[told.index]
