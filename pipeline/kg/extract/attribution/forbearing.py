"""Tells who cannot help doing a thing, was able or had to do it, and so did it, from whom somebody hinders."""

from typing import Final

from kg.extract.attribution.mood import Stance
from kg.extract.grammar.negation import negated
from kg.model import Modality
from kg.model.annotation import Sentence, Token

# Who ceases, all but does, takes care not to do or feigns to do a thing does not do it.
_CEASING: Final = ("cess", "arrêt", "ceas", "stop")
_STAGED: Final = frozenset(
    "death murder abduction kidnapping disappearance mort enlèvement meurtre disparition".split()
)
_BACKING: Final = frozenset("support endorsement backing approval".split())
_SEMBLANCE: Final = ("semblant", "mine")
_HAD: Final = ("a", "ont", "ai", "avait", "avaient", "eut", "ayant")


def forbears(sentence: Sentence, at: Token, head: Token) -> bool:
    """Tell « se retenir de critiquer », "help criticizing", "resist criticizing"."""
    itself = any(c.lower in ("se", "s'", "s’", "me", "m'") for c in sentence.children(head))
    return (head.lower == "retenir" and itself) or (head.lower in ("help", "resist") and at.lower.endswith("ing"))


def cannot(sentence: Sentence, verb: Token) -> bool:
    """Tell « n'a pas empêché », « n'a pas pu s'empêcher »: what was not hindered was done."""
    above = sentence.head(verb) if verb.dep.startswith("xcomp") else None
    return negated(sentence, verb) or (above is not None and negated(sentence, above))


def could(sentence: Sentence, at: Token, head: Token) -> bool:
    """Tell « a pu rencontrer X », who did, from « aurait pu », « n'a pas pu », « a pu être touché »."""
    done = head.lower == "pu" and any(c.lower in _HAD for c in sentence.children(head, "aux"))
    plain = not any(sentence.children(at, "aux", "cop"))
    return done and plain and not negated(sentence, head)


def had_to(sentence: Sentence, verb: Token) -> bool:
    """Tell « a dû démissionner », which was done, from « doit », « aurait dû démissionner »."""
    return verb.lower == "dû" and any(c.lower in _HAD for c in sentence.children(verb, "aux"))


def not_done(sentence: Sentence, at: Token, head: Token) -> Stance | None:
    """Return what « a cessé de soutenir X », "stopped supporting X", « a manqué de tuer X » tell: no deed.

    « ne cesse de critiquer X » tells one. « aurait dû démissionner » says that it was not done, or not yet.
    """
    step = f"under « {head.text} »"
    if at.dep == "obj" and _undone(at, head) and not negated(sentence, head):
        return Stance(Modality.DENIED, step=step)
    if not at.dep.startswith(("xcomp", "ccomp", "acl", "advcl")):
        return None
    if head.lower == "dû" and any("Mood=Cnd" in c.morph for c in sentence.children(head, "aux")):
        return Stance(Modality.HYPOTHETICAL, step=step)
    if head.lower == "guilty" and negated(sentence, head):
        return Stance(Modality.ALLEGED, step=step)  # "pleaded not guilty to killing X"
    if not _ends(sentence, at, head):
        return None
    again = negated(sentence, head) or any(c.lower in ("ne", "n'") for c in sentence.children(head, "advmod"))
    return Stance(Modality.ASSERTED if again else Modality.DENIED, step=step)


def _undone(at: Token, head: Token) -> bool:
    """Tell "withdrew her endorsement of X", "faked his own death", « a simulé son enlèvement »."""
    taken_back = at.lower in _BACKING and head.lower.startswith(("withdr", "rescind"))
    staged = at.lower in _STAGED and head.lower.startswith(("fake", "faking", "stage", "simul"))
    return taken_back or staged


def _ends(sentence: Sentence, at: Token, head: Token) -> bool:
    of = any(c.lower in ("de", "d'", "d’") for c in sentence.children(at, "mark")) and "VerbForm=Inf" in at.morph
    itself = any(c.lower in ("se", "s'", "s’") for c in sentence.children(head))
    to = any(c.lower == "to" for c in sentence.children(at, "aux", "mark"))
    if of and head.lower in _SEMBLANCE:
        return True
    if of and at.dep.startswith(("xcomp", "ccomp")):
        ceased = head.lower.startswith(_CEASING[:2]) and not itself
        missed = head.lower.startswith("manqu") and any(c.lower in _HAD for c in sentence.children(head, "aux"))
        return ceased or missed or head.lower.startswith("fein") or (itself and head.lower.startswith("gard"))
    being = any(c.lower == "being" for c in sentence.children(at, "aux", "aux:pass"))
    doing = at.lower.endswith("ing") or being
    if doing and (head.lower == "short" or any(c.lower == "out" for c in sentence.children(head, "compound"))):
        return head.lower == "short" or head.lower.startswith(("rul", "ruling"))  # "stopped short of", "ruled out"
    doing = doing and at.dep.startswith("xcomp")
    return (doing and head.lower.startswith((*_CEASING[2:], "escap", "miss"))) or (
        to and head.lower.startswith(("ceas", "pretend"))
    )
