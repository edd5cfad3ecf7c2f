"""Tells what came of what was planned: « accélère pour s'imposer », « la visite de X a été annulée »."""

from typing import Final

from kg.extract.attribution.mood import Stance
from kg.extract.grammar.negation import negated
from kg.model import Modality
from kg.model.annotation import Sentence, Token

_RACING: Final = (
    *("accélèr", "accélér", "remont", "dépass", "doubl", "sprint", "distanc", "échapp", "détach", "égalis"),
    *("démarr", "devanc", "débord"),
)
_WINNING: Final = frozenset("imposer emporter triompher battre devancer".split())
_PLACING: Final = frozenset(
    "remporter prendre passer franchir terminer finir gagner décrocher couper conserver chercher".split()
)
_PLACES: Final = frozenset("place ligne titre victoire course étape médaille tête position podium rang épreuve".split())
_MEETINGS: Final = frozenset(
    """visite visites voyage déplacement rencontre entretien réunion rachat fusion acquisition vente cession concert
    rendez-vous visit trip meeting takeover merger acquisition sale talks""".split()
)
_CANCELLING: Final = ("annul", "cancel", "abandonn", "scrapp")
_POSTPONING: Final = ("reporté", "repouss", "ajourn", "différé", "postpon")


def raced(sentence: Sentence, verb: Token, end: Token) -> bool:
    """Tell an infinitive behind « pour » that says how an effort ended, in the past or the present that tells it."""
    effort = any(t.lower == "effort" for t in sentence.children(verb, "obj"))
    if not (effort or verb.lower.startswith(_RACING)) or "Mood=Cnd" in verb.morph or "Tense=Fut" in verb.morph:
        return False
    inner = sentence.child(end, "xcomp") if end.lower in ("venir", "aller") else end
    if inner is None or inner.lower in _WINNING:
        return inner is not None
    what = (t.lower for t in sentence.children(inner, "obj", "obl"))
    return inner.lower in _PLACING and not _PLACES.isdisjoint(what)


def called_off(sentence: Sentence, event: Token, verb: Token) -> Stance | None:
    """Return what « annulée », « reportée » make of a visit or meeting: it did not take place, or not yet."""
    of_it = event.pos == "NOUN" and event.lower in _MEETINGS and event.dep.startswith(("nsubj:pass", "obj"))
    if not of_it or verb.pos not in ("VERB", "ADJ") or negated(sentence, verb):
        return None
    if verb.lower.startswith(_CANCELLING):
        return Stance(Modality.DENIED, step=f"« {verb.text} »")
    return Stance(Modality.PLANNED, step=f"« {verb.text} »") if verb.lower.startswith(_POSTPONING) else None
