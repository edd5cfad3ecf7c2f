"""Tells whom the law is after from who is not: « le suspect » is no mayor, « le ministre » not who was arrested."""

from typing import Final

from kg.extract.coreference.by_deed import DEAD, HARMED, Role, fillers
from kg.extract.coreference.nouns import names_office
from kg.extract.coreference.others import ACCUSED, WRONGDOERS
from kg.extract.coreference.ranking.sought import PAST
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


def of_other_side(reading: Reading, sentence: Sentence, token: Token, found: str) -> bool:
    """Tell « le suspect » from a person of whom nothing of the kind was told, an office from who was arrested."""
    called = {word for role in reading.roles.get(found, ()) for word in role.split()}
    if token.lower in _HURT:
        return not called & _HURT and not _told(reading, sentence, found, (*HARMED, *DEAD), suspected=False)
    if token.lower in _WANTED:
        known = bool(called & _CALLED) or token.lower in called
        return not known and not _told(reading, sentence, found, (*_AFTER, *_HARM), suspected=True)
    office = names_office(token.lower, reading.language) and not any(c.lower in PAST for c in sentence.children(token))
    if not office or any(names_office(word, reading.language) for word in called):
        return False
    return _told(reading, sentence, found, (*_TRIED, *DEAD), suspected=False)


def _told(reading: Reading, sentence: Sentence, found: str, roles: tuple[Role, ...], *, suspected: bool) -> bool:
    """Tell whether the text so far has told one of these of somebody: Dubois was arrested, is suspected."""
    for told in reading.annotation.sentences[: sentence.index + 1]:
        words = [t for t in told.tokens if found in {r.entity for r in reading.referents(told, t)}]
        if suspected and any(told.tokens[t.head].lower.startswith(_SUSPECTED) for t in words):
            return True
        filled = {word.index for word in fillers(reading, told, roles)} if words else set()
        if any(word.index in filled for word in words):
            return True
    return False
