"""Joins the names of a run to the first: « des marques A, B, C et D », « a acquis A en 2006, B en 2009 et C en 2012 ».

Nothing but commas stands between them, and what each has of its own: a year, a bracket, a part (« A au chant, B à la
guitare »); the last follows « et », "and".
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from kg.extract.trees.apposition.nouns import governs
from kg.extract.trees.mend import mend_each, subject_label
from kg.model import EntityType
from kg.model.annotation import Annotation, Sentence, Token

LEAST: Final = 3  # names
_AND: Final = ("et", "and", "&", "ou", "or")
_BODIES: Final = frozenset({EntityType.ORGANIZATION, EntityType.PLACE, EntityType.WORK})
_OWN: Final = 4  # tokens that a name may have of its own
_KEPT: Final = ("nsubj", "csubj", "ROOT")
_HEADS: Final = ("obj", "appos", "nmod", "obl", "conj", "nsubj")


def put_runs(annotation: Annotation) -> Annotation:
    """Return the annotation with the names of such runs joined to the first."""
    return mend_each(annotation, lambda sentence: _joined(annotation, sentence))


def _joined(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    moved: dict[int, Token] = {}
    for run in name_runs(sentence):
        first, *others = run
        if _fronted(sentence, run):
            moved |= _subjects(sentence, run)
        elif _listed(annotation, sentence, run):
            above = sentence.tokens[first.head]
            titled = first.dep == "appos" and above.pos == "NOUN" and not above.plural and above.index < first.index
            whole = above if titled else first  # « le ministre A, B et C »
            inside = {token.index for token in (*run, whole)}
            apart = [name for name in others if name.head not in inside]
            moved |= {name.index: replace(name, head=whole.index, dep="conj") for name in apart}
    return moved


def _fronted(sentence: Sentence, run: list[Token]) -> bool:
    """Tell « Selon A, B, C et D ont signé »: A is what opens the sentence."""
    after = sentence.tokens[run[-1].index + 1 : run[-1].index + 2]
    case = [t.index for t in sentence.children(run[0], "case")]
    return case == [0] and any(t.pos in ("VERB", "AUX") and "VerbForm=Fin" in t.morph for t in after)


def _subjects(sentence: Sentence, run: list[Token]) -> dict[int, Token]:
    """Return the names behind the one that opens the sentence as the subject of the verb behind them."""
    opening, first, *others = run
    verb = sentence.tokens[run[-1].index + 1]
    verb = sentence.tokens[verb.head] if verb.pos == "AUX" else verb
    inside = {token.index for token in run}
    if verb.head in inside or any(t.index not in inside for t in sentence.children(verb, "nsubj")):
        return {}
    made = {first.index: replace(first, head=verb.index, dep=subject_label(sentence, verb))}
    made |= {name.index: replace(name, head=first.index, dep="conj") for name in others}
    return made | {opening.index: replace(opening, head=verb.index, dep="obl:mod")}


def _listed(annotation: Annotation, sentence: Sentence, run: list[Token]) -> bool:
    """Tell names of one kind, of which the first is part of its clause and none but the first its subject."""
    first, *others = run
    kinds = {annotation.names[name.name].type for name in run if name.name is not None}
    alike = len(kinds) == 1 or kinds <= _BODIES
    above = sentence.head(first)
    below = above is None or above.index in {name.index for name in others}
    below = below or any(governs(sentence, name, first) for name in others)
    stands = first.dep.partition(":")[0] in _HEADS and first.head < first.index
    return alike and not below and stands and not any(name.dep.startswith(_KEPT) for name in others)


def name_runs(sentence: Sentence, least: int = LEAST) -> Iterator[list[Token]]:
    """Yield the names of each run that « et », "and" closes."""
    if sentence.words.isdisjoint(_AND):
        return
    at = 0
    while at < len(sentence.tokens):
        run = [sentence.tokens[at]] if sentence.tokens[at].name is not None else []
        closed = False
        while run and not closed:
            after = _next(sentence, run[-1])
            if after is None:
                break
            closed = after[1]
            run.append(after[0])
        if closed and len(run) >= least:
            yield run
        at = (run[-1].index if run else at) + 1


def _next(sentence: Sentence, name: Token) -> tuple[Token, bool] | None:
    """Return the name that follows in the run, and whether « et » stands before it."""
    at = _behind_own(sentence, name)
    comma = at < len(sentence.tokens) and sentence.tokens[at].text == ","
    at += comma
    last = at < len(sentence.tokens) and sentence.tokens[at].lower in _AND
    at += last
    if not (comma or last):
        return None
    ahead = [t for t in sentence.tokens[at : at + 2] if t.pos != "DET"]
    return (ahead[0], last) if ahead and ahead[0].name is not None and ahead[0].index <= at + 1 else None


def _behind_own(sentence: Sentence, name: Token) -> int:
    """Return where the list goes on behind what a name has of its own: « en 2006 », « au chant », « (PS) »."""
    at = name.index + 1
    words = sentence.tokens[at : at + _OWN]
    if words and words[0].text == "(":
        end = next((t.index for t in sentence.tokens[at : at + 2 * _OWN] if t.text == ")"), None)
        return end + 1 if end is not None else at
    if words and words[0].pos == "ADP":
        for word in words[1:]:
            if word.pos in ("NUM", "NOUN") and word.name is None:
                return word.index + 1
            if word.pos != "DET":
                break
    return at
