"""Tells who cannot own what a clause says is « ses »: « Instagram et Snapchat ont fermé ses comptes ».

One of several subjects owns nothing that « ses » says: what is theirs is « leurs ». And a platform blocks the accounts
and takes down the posts of others: « le groupe dit que TikTok a supprimé leur compte », « accuse TikTok d'avoir
supprimé son compte ».
"""

from typing import Final

from kg.extract.coreference.clauses import clause_verb
from kg.extract.frames.load import load_frames
from kg.extract.grammar.coordination import conjuncts
from kg.extract.grammar.subjects import surface_subject
from kg.extract.reading import Reading
from kg.lexicon.closed import FRENCH_OWN
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

_OF_BODIES: Final = frozenset("leur leurs".split())  # also of one body
_MODERATING: Final = frozenset("suspended reinstated removed banned".split())
_OF_USERS: Final = frozenset(
    """compte comptes profil profils chaîne chaînes page pages vidéo vidéos publication publications message messages
    post posts tweet tweets contenu contenus abonnés""".split()
)
_IN_OFFICE: Final = frozenset("prédécesseur prédécesseure prédécesseuse successeur successeure successeuse".split())
_RIVALS: Final = frozenset("concurrent concurrente rival rivale".split())
_MANY: Final = 2


def not_owners(reading: Reading, sentence: Sentence, token: Token) -> set[str]:
    """Return the subjects of the clause that a possessive in it cannot stand for."""
    if token.lower not in FRENCH_OWN | _OF_BODIES:
        return set()
    other = _of_other_sort(reading, sentence, token)
    if other is not None:
        return {entity.id for entity in reading.of_type(other)}
    thing, verb = sentence.head(token), clause_verb(sentence, token)
    if thing is None or verb is None or not _argument(sentence, thing, verb):
        return set()
    subjects = [one for t in surface_subject(sentence, verb) for one in conjuncts(sentence, t)]
    before = {one.index: one for one in subjects if one.index < token.index}
    found = {r.entity for one in before.values() for r in reading.referents(sentence, one)}
    if token.lower in FRENCH_OWN and len(before) >= _MANY and _joined(sentence, [*before.values()]):
        return found
    moderates = thing.lower in _OF_USERS and any(
        t.relation in _MODERATING for t in load_frames("fr").verbs.get(verb.lower, ())
    )
    if not moderates or not any(reading.kinds.get(i) == "platform" for i in found):
        return set()
    # « la plateforme de Musk a suspendu son compte » is not his either
    below = [t for one in before.values() for t in sentence.subtree(one)]
    return found | {r.entity for t in below for r in reading.referents(sentence, t)}


def _of_other_sort(reading: Reading, sentence: Sentence, token: Token) -> EntityType | None:
    """Return what « Rick Scott, son prédécesseur » cannot be of, a body, and « Novatel, son concurrent », a person."""
    noun = sentence.head(token)
    if noun is None or noun.lower not in _IN_OFFICE | _RIVALS:
        return None
    beside = [*sentence.children(noun, "appos"), *([sentence.tokens[noun.head]] if noun.dep == "appos" else [])]
    names = [reading.annotation.names[t.name] for t in beside if t.name is not None]
    kinds = {name.type for name in names}
    if noun.lower in _IN_OFFICE:
        return EntityType.ORGANIZATION if EntityType.PERSON in kinds else None
    return EntityType.PERSON if EntityType.ORGANIZATION in kinds else None


def _argument(sentence: Sentence, thing: Token, verb: Token) -> bool:
    """Tell an object or complement of the verb, « deux de ses vidéos » too, from what stands deeper."""
    above = sentence.head(thing)
    if thing.dep.startswith("nmod") and above is not None and above.pos in ("NUM", "PRON", "DET"):
        thing = above
    return thing.head == verb.index and thing.dep.startswith(("obj", "obl"))


def _joined(sentence: Sentence, subjects: list[Token]) -> bool:
    """Tell « A et B », both named, from « A ou B », of whom but one is meant."""
    named = all(one.name is not None for one in subjects)
    return named and any(c.lower == "et" for one in subjects for c in sentence.children(one, "cc") if one.dep == "conj")
