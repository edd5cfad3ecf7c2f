"""Reads what a clause says of a whole report: "it is not true that …", "the rumour that … is false", "is a myth"."""

from typing import Final

from kg.extract.attribution.mood import Stance
from kg.extract.attribution.proof import unproven
from kg.extract.grammar.negation import negated
from kg.extract.grammar.prepositions import ACCORDING_FR, preposition
from kg.lexicon.closed import COMPOUND_RELATIVES
from kg.model import Modality
from kg.model.annotation import Sentence, Token

_TRUE: Final = frozenset("true correct accurate".split())
_FALSE: Final = frozenset(
    """false untrue wrong inaccurate mistaken incorrect baseless unfounded
    groundless fabricated bogus debunked
    hoax lie myth fabrication fiction
    fake falsehood nonsense""".split()
)
_OPEN: Final = frozenset("possible likely unlikely probable improbable conceivable plausible doubtful unclear".split())
_HEARSAY: Final = frozenset(
    """rumour rumor rumours rumors claim claims allegation allegations accusation accusations report reports story
    stories theory theories idea notion suggestion suggestions speculation assertion assertions belief fear fears
    suspicion suspicions myth hoax lie""".split()
)
# What is believed or feared is not told as so; "the report that …", "the story that …" may be a true one.
_UNSURE: Final = _HEARSAY - {"report", "reports", "story", "stories"}
_UNTRUE: Final = ("faux", "fauss", "inexact", "erroné", "mensong", "infondé")
_GIVEN_THE_LIE: Final = ("démenti", "réfuté", "contredi", "nié")
_RUMOURS: Final = frozenset(
    "rumeur hypothèse thèse idée théorie soupçon allégation accusation affirmation croyance crainte légende".split()
)
_WRONGLY: Final = frozenset("falsely wrongly erroneously incorrectly mistakenly".split())
_TURNS_OUT: Final = frozenset("proved prove proves turned turns turn remain remains".split())


def refuted(sentence: Sentence, at: Token, head: Token) -> Stance | None:
    """Return what is said of the report whose content a that-clause is."""
    if unproven(sentence, at, head):
        return Stance(Modality.HYPOTHETICAL, step="not proven")
    told = _according_to_which(sentence, at, head) or _untrue(sentence, at, head)
    return told or _of_that_clause(sentence, at, head)


def _of_that_clause(sentence: Sentence, at: Token, head: Token) -> Stance | None:
    if not any(c.lower == "that" for c in sentence.children(at, "mark")):
        return None
    if head.pos == "NOUN" and head.lower in _HEARSAY and at.dep.startswith("acl"):
        return _of_hearsay(sentence, head)
    if at.dep.startswith("ccomp") and any(c.lower in _WRONGLY for c in sentence.children(head, "advmod")):
        return Stance(Modality.DENIED, step=f"wrongly « {head.text} »")
    it = any(c.lower == "it" for c in sentence.children(head, "nsubj", "expl"))
    if not it or not at.dep.startswith(("ccomp", "csubj")):
        return None
    said = _predicates(sentence, head)
    if said & _OPEN:
        return Stance(Modality.HYPOTHETICAL, step="it is possible")
    wrong = bool(said & _FALSE) if not negated(sentence, head) else bool(said & _TRUE)
    return Stance(Modality.DENIED, step="it is not true") if wrong else None


def _according_to_which(sentence: Sentence, at: Token, noun: Token) -> Stance | None:
    """Return what « la rumeur selon laquelle … » is worth, and « … est fausse », « … a été démentie » behind it."""
    which = (t for t in sentence.children(at, "obl") if t.lower in COMPOUND_RELATIVES)
    by = any(preposition(sentence, t) in ACCORDING_FR for t in which)
    if not by or not at.dep.startswith("acl") or noun.pos != "NOUN":
        return None
    above = sentence.head(noun) if noun.dep.startswith(("nsubj", "obj")) else None
    not_so = above is not None and above.lower.startswith((*_UNTRUE, *_GIVEN_THE_LIE))
    if not_so and above is not None and not negated(sentence, above):
        return Stance(Modality.DENIED, step=f"« {noun.text} » is not true")
    whose = sentence.head(noun)
    if whose is not None and noun.dep.startswith("nmod") and whose.lower.startswith("révélation"):
        return None  # what is revealed is so
    hearsay = noun.lower.removesuffix("s") in _RUMOURS
    return Stance(Modality.ALLEGED if hearsay else Modality.REPORTED, step=f"« {noun.text} »")


def _untrue(sentence: Sentence, at: Token, head: Token) -> Stance | None:
    """Return what « il est faux que … » says of its clause."""
    it = any(c.dep.startswith("expl") for c in sentence.children(head))
    said = it and head.lower.startswith(_UNTRUE) and at.dep.startswith(("csubj", "ccomp"))
    return Stance(Modality.DENIED, step="it is not true") if said and not negated(sentence, head) else None


def _of_hearsay(sentence: Sentence, noun: Token) -> Stance | None:
    own = {c.lower for c in sentence.children(noun, "amod")}
    above = sentence.head(noun) if noun.dep.startswith("nsubj") else None
    said = own if above is None or negated(sentence, above) else own | _predicates(sentence, above)
    if said & _FALSE:
        return Stance(Modality.DENIED, step=f"false « {noun.text} »")
    true = above is not None and bool(_predicates(sentence, above) & _TRUE)
    return None if noun.lower not in _UNSURE or true else Stance(Modality.ALLEGED, step=f"« {noun.text} »")


def _predicates(sentence: Sentence, head: Token) -> set[str]:
    """Return the words that a clause says of its subject: "is false", "turned out to be a hoax", "proved untrue"."""
    below = [c for c in sentence.children(head, "xcomp", "obj") if head.pos == "AUX" or head.lower in _TURNS_OUT]
    deeper = [c for b in below for c in sentence.children(b, "xcomp")]
    return {t.lower for t in (head, *below, *deeper)}
