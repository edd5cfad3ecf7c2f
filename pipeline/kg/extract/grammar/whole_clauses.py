"""Finds the clause that « ce que », « ce qui » behind it takes up: « Il serait parti, ce que nie son avocat »."""

from typing import Final

from kg.extract.grammar.prepositions import ACCORDING, preposition
from kg.extract.grammar.voice import is_passive
from kg.model.annotation import Sentence, Token

_RELATIVES: Final = ("qui", "que", "qu'", "qu’")
_GOVERNED: Final = ("obj", "nsubj", "ccomp", "xcomp", "iobj")  # « a démenti ce qu'affirme X »: no clause before it
# Verbs whose clause or infinitive is what is taken up: « X propose de fermer, ce qu'a refusé Y »
_WANTING: Final = ("propos", "demand", "exig", "réclam", "souhait", "envisag", "suggér", "préconis", "recommand")
_SAYING: Final = ("affirm", "assur", "déclar", "dit", "dis", "soutien", "estim", "indiqu", "prétend")
_ACCUSING: Final = ("accus", "soupçonn", "suspect")
_MEANING: Final = (*_WANTING, *_SAYING, "veu", "voul")
_CLAUSAL: Final = ("cop", "nsubj", "nsubj:pass")


def taking_up(sentence: Sentence, verb: Token) -> Token | None:
    """Return « ce » of « , ce que nie X », « , ce qui a été nié par X », which is what the verb is said of."""
    this = sentence.head(verb) if verb.dep.startswith("acl") else None
    if this is None or clause_taken_up(sentence, this) is None:
        return None
    patient = "nsubj" if is_passive(sentence, verb) else "obj"
    own = sentence.children(verb, patient)
    return this if any(t.index == this.index + 1 for t in own) else None


def clause_taken_up(sentence: Sentence, this: Token) -> Token | None:
    """Return the head of the clause that « ce » before a relative pronoun stands for."""
    after = sentence.tokens[this.index + 1 : this.index + 2]
    if this.lower != "ce" or not after or after[0].lower not in _RELATIVES:
        return None
    if this.dep.startswith(_GOVERNED) or preposition(sentence, this):
        return None
    at = sentence.head(this)
    while at is not None and not _heads_clause(sentence, at):
        at = sentence.head(at) if at.head != at.index else None
    return _meant(sentence, at) if at is not None and at.index < this.index else None


def said_of_clause(sentence: Sentence, clause: Token, this: Token) -> list[Token]:
    """Return the words of the clause, without « selon X » and without what takes it up."""
    apart = [t for t in sentence.children(clause, "obl", "nmod") if preposition(sentence, t) in ACCORDING]
    out = {t.index for source in apart for t in sentence.subtree(source)}
    words = [t for t in sentence.subtree(clause) if t.index < this.index and t.index not in out]
    return sorted(words, key=lambda t: t.index)


def _heads_clause(sentence: Sentence, token: Token) -> bool:
    return token.pos in ("VERB", "AUX") or any(sentence.children(token, *_CLAUSAL))


def _meant(sentence: Sentence, verb: Token) -> Token:
    """Return « payer » of « propose de payer », « fermera » of « affirme que l'usine fermera »."""
    if verb.lower.startswith(_ACCUSING):  # « est accusé par X d'avoir triché », wherever the parser hangs it
        behind = (t for t in sorted(sentence.subtree(verb), key=lambda t: t.index) if t.index > verb.index)
        after_of = (t for t in behind if sentence.tokens[t.index - 1].lower in ("de", "d'", "d’"))
        deeds = (sentence.head(t) if t.pos == "AUX" else t for t in after_of if t.pos in ("VERB", "AUX"))
        return next(deeds, None) or verb
    if not verb.lower.startswith(_MEANING):
        return verb
    wanted = sentence.children(verb, "obj") if verb.lower.startswith(_WANTING) else ()
    below = (*sentence.children(verb, "ccomp", "xcomp"), *wanted)
    return next((t for t in below if t.index > verb.index and t.pos in ("VERB", "AUX", "NOUN", "ADJ")), verb)
