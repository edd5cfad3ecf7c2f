"""Finds who is charged with what a clause tells: "on suspicion of killing X", "faces charges of killing X"."""

from typing import Final

from kg.extract.grammar.voice import is_passive
from kg.model.annotation import Sentence, Token

CHARGES: Final = frozenset(
    """suspicion suspicions charge charges allegation allegations accusation accusations count counts
    soupçon soupçons allégations report reports rumour rumours rumor rumors claim claims
    speculation suggestions rumeur rumeurs""".split()
)
# Verbs whose subject is who the charges speak of; who brings or drops them is another
_FACING: Final = (
    "fac", "den", "reject", "dismiss", "admit", "answer", "refut", "contest", "nie", "réfut", "démen", "rejet", "fait",
)  # fmt: skip


def charged(sentence: Sentence, noun: Token) -> tuple[Token | None, list[Token]]:
    """Return the verb above charges whose subject they speak of, or its object; neither where nothing says so."""
    verb = sentence.head(noun)
    if verb is None:
        return None, []
    if is_passive(sentence, verb) or (noun.dep == "obj" and verb.lower.startswith(_FACING)):
        return verb, []
    objects = [t for t in sentence.children(verb, "obj") if t.index != noun.index]
    return None, objects[:1]


def of_charges(sentence: Sentence, verb: Token) -> bool:
    """Tell a clause that says what somebody is charged with, below such a noun; no "charges filed by X"."""
    head = sentence.head(verb)
    below = head is not None and head.lower in CHARGES and verb.dep.startswith(("acl", "advcl", "nmod"))
    return below and any(sentence.children(verb, "mark", "case"))
