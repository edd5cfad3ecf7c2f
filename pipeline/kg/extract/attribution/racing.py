"""Tells how a race or match ended: « accélère pour s'imposer », « porte son effort pour passer la ligne en tête »."""

from typing import Final

from kg.model.annotation import Sentence, Token

_RACING: Final = (
    *("accélèr", "accélér", "remont", "dépass", "doubl", "sprint", "distanc", "échapp", "détach", "égalis"),
    *("démarr", "devanc", "débord"),
)
_WINNING: Final = frozenset("imposer emporter triompher battre devancer".split())
_PLACING: Final = frozenset(
    "remporter prendre passer franchir terminer finir gagner décrocher couper conserver".split()
)
_PLACES: Final = frozenset("place ligne titre victoire course étape médaille tête position podium rang épreuve".split())


def raced(sentence: Sentence, verb: Token, end: Token) -> bool:
    """Tell an infinitive behind « pour » that says how an effort ended, in the past or the present that tells it."""
    effort = any(t.lower == "effort" for t in sentence.children(verb, "obj"))
    if not (effort or verb.lower.startswith(_RACING)) or "Mood=Cnd" in verb.morph or "Tense=Fut" in verb.morph:
        return False
    inner = next(iter(sentence.children(end, "xcomp")), None) if end.lower == "venir" else end
    if inner is None or inner.lower in _WINNING:
        return inner is not None
    what = (t.lower for t in sentence.children(inner, "obj", "obl"))
    return inner.lower in _PLACING and not _PLACES.isdisjoint(what)
