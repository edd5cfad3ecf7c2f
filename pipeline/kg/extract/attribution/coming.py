"""Tells what is still to come: aims, wishes and what somebody stands for, unless it was carried out."""

from typing import Final

from kg.extract.attribution.mood import Stance
from kg.extract.attribution.racing import raced
from kg.extract.grammar.infinitives import called_for, falls_to
from kg.extract.grammar.prepositions import preposition
from kg.model import Modality
from kg.model.annotation import Sentence, Token

# « a pris la parole pour », « a saisi l'occasion pour », « en a profité pour »
_AWAITED: Final = frozenset("fallu attendre attendu suffi mis".split())
_READY: Final = frozenset(
    """prêt prête prêts prêtes disposé disposée disposés disposées déterminé déterminée déterminés déterminées
    résolu résolue résolus résolues""".split()
)
_GIVING_UP: Final = ("renoncer", "abandonner", "quitter")  # what is given up is so as yet
_LASTING: Final = frozenset("took take takes taken".split())
_TAKEN: Final = frozenset("parole occasion plume micro".split())
_SEIZING: Final = ("profit", "saisi")
_SPEAKING: Final = ("créneau", "silence", "réserve")  # « est monté au créneau pour », « est sorti du silence pour »
# Who is « en lice pour succéder à X », « candidat pour diriger X » may or may not do it.
RUNNING: Final = frozenset(
    "lice course compétition candidat candidats candidate candidates pressenti pressentie".split()
)

_SPENDING: Final = ("dépens", "débours")


def to_come(sentence: Sentence, at: Token) -> Stance | None:
    """Return what « est venu pour rencontrer X », « afin d'arrêter X » tell: what somebody is about to do."""
    if _so_that(sentence, at) or _falling(sentence, at):
        return Stance(Modality.PLANNED, step="purpose")
    head = sentence.head(at)
    if _wished(sentence, at) or (at.dep == "advcl" and head is not None and called_for(sentence, at, head)):
        return Stance(Modality.PLANNED, step="for … to")
    if not at.dep.startswith(("advcl", "acl")) or "VerbForm=Inf" not in at.morph or any(sentence.children(at, "aux")):
        return None  # « pour avoir tué X »
    marks = {c.lower for c in sentence.children(at, "mark", "case")}
    if head is not None and head.lower in RUNNING and "pour" in marks:
        return Stance(Modality.HYPOTHETICAL, step=f"under « {head.text} »")
    if not at.dep.startswith("advcl"):
        return None
    if not marks & {"pour", "afin"} or (head is not None and _carried_out(sentence, head, at)):
        return None
    return Stance(Modality.PLANNED, step="purpose")


def _wished(sentence: Sentence, at: Token) -> bool:
    """Tell "called for Miller to resign", "waited for him to leave"; "it took a year for him to be freed" is a deed."""
    marks = {c.lower for c in sentence.children(at, "mark", "aux")}
    head = sentence.head(at)
    within = at.dep.startswith(("advcl", "ccomp", "acl")) and {"for", "to"} <= marks
    return within and any(sentence.children(at, "nsubj", "nsubj:pass")) and (head is None or head.lower not in _LASTING)


def _falling(sentence: Sentence, at: Token) -> bool:
    """Tell « il revient au Sénat d'approuver la loi », « est en passe », « est prêt à » do so: it has yet to."""
    head = sentence.head(at)
    if head is None or not at.dep.startswith("xcomp"):
        return False
    said = head.dep.startswith("xcomp")  # « se dit prêt à »
    ready = head.lower in _READY and (said or any(sentence.children(head, "cop", "aux:pass")))
    ready = ready and at.lower not in _GIVING_UP
    return ready or falls_to(sentence, head) or (head.lower == "passe" and preposition(sentence, head) == "en")


def _so_that(sentence: Sentence, at: Token) -> bool:
    """Tell « pour qu'il devienne maire », « afin que X prenne la tête »; « il a fallu un an pour que » tells a deed."""
    marks = {c.lower for c in sentence.children(at, "mark", "case")}
    head = sentence.head(at)
    if head is None or "VerbForm=Inf" in at.morph or not marks & {"que", "qu'", "qu’"}:
        return False
    return head.lower == "afin" or ("pour" in marks and head.lower not in _AWAITED)


def _carried_out(sentence: Sentence, verb: Token, at: Token) -> bool:
    """Tell « en a profité pour révéler », « a pris la parole pour dénoncer »: what was done by doing so is done.

    « Il fut élu en 2001 pour ensuite devenir ministre » tells what came next, « accélère pour gagner » how it ended.
    """
    taken = any(t.lower in _TAKEN for t in sentence.children(verb, "obj"))
    taken = taken or verb.lower.startswith("exprim")
    taken = taken or any(t.lower in _SPEAKING for t in sentence.children(verb, "obl", "iobj"))
    past = any(t.pos == "AUX" for t in sentence.children(verb)) or "Tense=Past" in verb.morph
    later = past and any(t.lower in ("ensuite", "finalement") for t in sentence.children(at, "advmod"))
    moved = past and verb.lower.startswith("quitt") and at.lower in ("rejoindre", "devenir", "fonder")
    spent = past and verb.lower.startswith(_SPENDING)  # « a déboursé 4 milliards pour racheter X »
    done = taken or later or moved or spent or verb.lower.startswith(_SEIZING) or raced(sentence, verb, at)
    infinitive = "VerbForm=Inf" in verb.morph and not verb.lower.endswith("é")  # « avait déboursé », misread
    return not infinitive and done
