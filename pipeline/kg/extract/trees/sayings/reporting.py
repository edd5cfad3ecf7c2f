"""Reads who says so off the last words of a French sentence: « …, ajoute encore la préfecture du Rhône. ».

French never parts a subject from its verb by one comma. So who stands right behind « , a rapporté » speaks, and all
that stands before is what is said, wherever the parser hangs the verb: grammars call the clause an « incise ».
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from kg.extract.coreference.nouns import speaks
from kg.extract.trees.mend import mended
from kg.lexicon.tables import fold, lexicon
from kg.model.annotation import Sentence, Token

# What no person can be the object of: who stands behind them speaks.
TELLING: Final = frozenset(
    """annoncé déclaré indiqué précisé affirmé expliqué ajouté souligné estimé confirmé rapporté révélé fait annonce
    déclare indique précise affirme explique ajoute souligne estime confirme rapporte révèle conclut relate relaté
    raconte raconté détaille détaillé assène martèle martelé argue plaide prétend certifie relaye relaie relayé
    rapportent indiquent précisent expliquent rappelle rappellent rappelé signale signalent signalé note notent
    estiment affirment annoncent soulignent assurent""".split()
)
_SOURCES: Final = ("source", "sources")
_FEWEST: Final = 4  # words before the comma
_FAR: Final = 25  # words from the verb to the end of the sentence
_DEFINITE: Final = frozenset("le la l' l’ les son sa ses leur leurs ce cette ces un une".split())


def named_or_speaking(sentence: Sentence, token: Token) -> bool:
    """Tell a name, or « le préfet », « la direction »."""
    article = any(t.lower in _DEFINITE for t in sentence.children(token, "det"))
    return token.name is not None or (article and (speaks(token, "fr") or token.lower in _SOURCES))


def read_reporting(sentence: Sentence) -> Sentence:
    """Return the sentence with what its last clause says is said as the content of the verb there."""
    for verb in reversed(sentence.tokens[_FEWEST:]):
        if verb.lower in TELLING and verb.name is None and verb.quote is None:
            speaker = _speaker(sentence, verb)
            start = _start(sentence, verb)
            named = speaker is not None and speaker.name is not None
            said = None if speaker is None or start is None else _said(sentence, verb, start, named=named)
            if speaker is not None and said is not None:
                return reported(sentence, verb, speaker, said)
    return sentence


def _start(sentence: Sentence, verb: Token) -> int | None:
    """Return where the clause begins: the verb, or its auxiliary and adverbs before it, right behind a comma."""
    at = verb.index
    while at > 0 and sentence.tokens[at - 1].pos in ("AUX", "ADV"):
        at -= 1
    return at if at >= _FEWEST and sentence.tokens[at - 1].text == "," else None


def _speaker(sentence: Sentence, verb: Token) -> Token | None:
    """Return who stands behind the verb, where nothing but what describes them and a time follows."""
    behind = sentence.tokens[verb.index + 1 :]
    finite = any(t.pos in ("VERB", "AUX") and "VerbForm=Fin" in t.morph for t in behind)
    if len(behind) > _FAR or finite or any(t.lower in ("que", "qu'", ":", "«") or t.quote is not None for t in behind):
        return None
    for token in behind:
        if token.name is None and fold(token.lower) in lexicon()["calendar"]:
            continue  # « , révèle ce mardi Le Parisien »
        if token.name is not None or token.pos in ("NOUN", "PROPN"):
            own = named_or_speaking(sentence, token) and not any(sentence.children(token, "case"))
            return token if own else None
        if token.pos not in ("ADV", "DET", "ADJ", "NUM"):
            return None
    return None


def _said(sentence: Sentence, verb: Token, start: int, *, named: bool) -> Token | None:
    """Return the predicate of what stands before the comma, where the verb has no subject there.

    It may be a noun alone, « Un appel que X a entendu, révèle Y », where the verb is finite and a name follows it: in
    « La cour qui siège à Lyon, a annoncé le verdict » it is the court that does.
    """
    subjects = [t for t in sentence.children(verb, "nsubj", "nsubj:pass", "csubj") if t.index < start]
    root = next(t for t in sentence.tokens if t.head == t.index)
    if any(t.pos == "PRON" for t in subjects) or not (root.index < start or root.index == verb.index):
        return None
    if root.index < start:
        return root
    apart = any(t.text == "," for s in subjects for t in sentence.tokens[s.index : start - 1])
    present = named and "VerbForm=Fin" in verb.morph
    bare = [s for s in subjects if present and any(sentence.children(s, "acl:relcl"))]
    return None if apart else predicate(sentence, sentence.tokens[: start - 1]) or next(iter(bare), None)


def predicate(sentence: Sentence, words: Sequence[Token]) -> Token | None:
    """Return the first word among some that is the predicate of a main clause."""
    return next((t for t in words if _whole(sentence, t)), None)


def _whole(sentence: Sentence, verb: Token) -> bool:
    """Tell a finite verb with a subject of its own, in no clause that a conjunction or relative opens."""
    if verb.pos not in ("VERB", "AUX", "ADJ", "NOUN"):
        return False
    subjects = [t for t in sentence.children(verb, "nsubj", "nsubj:pass", "expl:subj") if t.index < verb.index]
    finite = any("VerbForm=Fin" in t.morph for t in (verb, *sentence.children(verb, "aux", "cop")))
    plain = not any(t.lower in ("qui", "dont", "où") for t in subjects) and "relcl" not in verb.dep
    opened = any(t.index < verb.index for t in sentence.children(verb, "mark"))
    return finite and bool(subjects) and plain and not opened


def reported(sentence: Sentence, verb: Token, speaker: Token, said: Token) -> Sentence:
    """Return the sentence with the verb on top, what is said as its clause, and all before the comma below that."""
    start = _start(sentence, verb) or verb.index
    moved = {
        verb.index: replace(verb, head=verb.index, dep="ROOT", pos="VERB"),
        said.index: replace(said, head=verb.index, dep="ccomp"),
        speaker.index: replace(speaker, head=verb.index, dep="nsubj"),
    }
    for token in sentence.tokens[: start - 1]:
        if token.head >= start and token.index != said.index:
            moved[token.index] = replace(token, head=said.index)
    for token in sentence.tokens[start:]:
        if token.head < start and token.index not in moved:
            moved[token.index] = replace(token, head=verb.index)
    return mended(sentence, moved)
