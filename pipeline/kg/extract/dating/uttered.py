"""Knows what somebody says things in, which has the day on which they are said.

« dans une tribune publiée dimanche » · « dans son discours de mardi » · « X, qui s'exprimait mardi, a critiqué … »
"""

from typing import Final

from kg.extract.grammar.prepositions import preposition
from kg.model.annotation import Sentence, Token

_UTTERED: Final = frozenset(
    """interview entretien communiqué déclaration lettre courrier message tweet discours allocution vidéo rapport arrêt
    jugement décision statement letter ruling speech post email memo report video opinion broadcast""".split()
)
# What says something once it is out: « dans une tribune publiée dimanche », not « dans une enquête ouverte lundi »
_WRITTEN: Final = frozenset(
    """étude tribune article document texte billet note bulletin avis enquête sondage livre éditorial chronique podcast
    reportage entretiens documents clip enregistrement rapports posts study posts article document essay interview book
    survey poll blog column editorial note recording clip podcast réquisitoire requête recours demande plainte mémoire
    ordonnance motion résolution pétition""".split()
)
# « dans son édition de mardi »
ISSUES: Final = frozenset("édition numéro edition issue".split())
_OUT: Final = (
    *("publi", "paru", "diffus", "rend", "mis", "posté", "relay", "accord", "sign", "adress", "envoy", "transmis"),
    *("enregistr", "consult", "released", "aired", "posted", "issued", "sent", "broadcast", "filed", "dated", "daté"),
    *("remis", "dépos", "déliv", "prononc", "lue", "lu"),
)
# « X, qui s'exprimait mardi, a critiqué … »
SPEAKING: Final = frozenset(
    "exprimait exprimaient répondait répondaient réagissait intervenait parlait speaking".split()
)
_INSIDE: Final = ("dans", "in", "lors de", "at")


def piece(what: Token) -> bool:
    """Tell what something is said or written in: « un avis », "a letter"."""
    return what.lower in _UTTERED or what.lower in _WRITTEN


def come_out(clause: Token) -> bool:
    """Tell what is said of a piece that is known from then on: « publié », « daté », "released"."""
    return clause.lower.startswith(_OUT)


def uttered(what: Token, clause: Token) -> bool:
    """Tell what is said or written as `clause` tells: « dans une interview », « dans une étude publiée mardi »."""
    return what.lower in _UTTERED or (what.lower in _WRITTEN and come_out(clause))


def said_in(sentence: Sentence, noun: Token) -> bool:
    """Tell the speech, letter or paper of « dans son discours de mardi », which has the day of what is said in it."""
    joint = preposition(sentence, noun) if noun.dep.startswith("obl") else ""
    paper = noun.name is not None and joint == "dans"  # « dans Le Monde du 10 novembre »
    return paper or (joint in _INSIDE and noun.lower in _UTTERED)
