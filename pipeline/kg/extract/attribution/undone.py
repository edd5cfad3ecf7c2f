"""Tells what is ceased, missed, feigned, ruled out or taken back, and so not done.

« a cessé de soutenir X » · "stopped short of endorsing X" · « a manqué de tuer X » · "faked his own death"
"""

from typing import Final

from kg.extract.attribution.forbearing import has_done
from kg.extract.attribution.mood import Stance
from kg.extract.grammar.negation import negated
from kg.extract.grammar.voice import reflexive
from kg.model import Modality
from kg.model.annotation import Sentence, Token

_CEASING: Final = ("cess", "arrêt")
_STOPPING: Final = ("stop", "ceas", "escap", "miss")
_SEMBLANCE: Final = ("semblant", "mine")
_OF: Final = ("de", "d'", "d’")
_BACKING: Final = frozenset("support endorsement backing approval".split())
_STAGED: Final = frozenset(
    "death murder abduction kidnapping disappearance mort enlèvement meurtre disparition".split()
)


def not_done(sentence: Sentence, at: Token, head: Token) -> Stance | None:
    """Return what the verb above makes of a deed that it says is not done, or not for certain.

    « ne cesse de critiquer X » tells one. « aurait dû démissionner » says that it was not done, or not yet.
    """
    step = f"under « {head.text} »"
    if at.dep == "obj" and _taken_back(at, head) and not negated(sentence, head):
        return Stance(Modality.DENIED, step=step)
    if not at.dep.startswith(("xcomp", "ccomp", "acl", "advcl")):
        return None
    if head.lower == "dû" and any("Mood=Cnd" in c.morph for c in sentence.children(head, "aux")):
        return Stance(Modality.HYPOTHETICAL, step=step)
    if head.lower == "guilty" and negated(sentence, head):
        return Stance(Modality.ALLEGED, step=step)  # "pleaded not guilty to killing X"
    if not (_undone_french(sentence, at, head) or _undone_english(sentence, at, head)):
        return None
    again = negated(sentence, head) or any(c.lower in ("ne", "n'") for c in sentence.children(head, "advmod"))
    return Stance(Modality.ASSERTED if again else Modality.DENIED, step=step)


def _taken_back(at: Token, head: Token) -> bool:
    """Tell "withdrew her endorsement of X", "faked his own death", « a simulé son enlèvement »."""
    back = at.lower in _BACKING and head.lower.startswith(("withdr", "rescind"))
    staged = at.lower in _STAGED and head.lower.startswith(("fake", "faking", "stage", "simul"))
    return back or staged


def _undone_french(sentence: Sentence, at: Token, head: Token) -> bool:
    """Tell « a cessé de », « a manqué de », « s'est gardé de », « feint de », « fait semblant de » do so."""
    if "VerbForm=Inf" not in at.morph or not any(c.lower in _OF for c in sentence.children(at, "mark")):
        return False
    if head.lower in _SEMBLANCE:
        return True
    if reflexive(sentence, head):
        return head.lower.startswith("gard") and at.dep.startswith("xcomp")
    missed = head.lower.startswith("manqu") and has_done(sentence, head)
    return at.dep.startswith(("xcomp", "ccomp")) and (missed or head.lower.startswith((*_CEASING, "fein")))


def _undone_english(sentence: Sentence, at: Token, head: Token) -> bool:
    """Tell "stopped", "missed", "escaped" doing, "ceased to", "pretended to", "stopped short of", "ruled out" doing."""
    if any(c.lower == "to" for c in sentence.children(at, "aux", "mark")):
        return head.lower.startswith(("ceas", "pretend"))
    if not at.lower.endswith("ing") and all(c.lower != "being" for c in sentence.children(at, "aux")):
        return False
    out = any(c.lower == "out" for c in sentence.children(head, "compound"))
    ruled = out and head.lower.startswith(("rule", "ruling"))
    return ruled or head.lower == "short" or (at.dep.startswith("xcomp") and head.lower.startswith(_STOPPING))
