"""Reads « comme le rapporte X » and « , rapporte X, » within a French sentence as what « selon X » is.

The parser takes the verb for one that governs the sentence, or for a clause that compares. Here it becomes a
preposition of its own kind before whoever says so, and the sentence stands as it would without the aside.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from kg.extract.frames.load import clause_verbs
from kg.extract.grammar.prepositions import VOUCHING
from kg.extract.trees.mend import mend_each
from kg.extract.trees.sayings.reporting import TELLING, named_or_speaking, predicate
from kg.lexicon.tables import fold, lexicon
from kg.model.annotation import Annotation, Sentence, Token

# What « comme le … X » says of more than that X says so: « comme le critique X », « comme le demande X »
_MORE: Final = (
    "critiqu", "dénonc", "fustig", "promet", "promi", "menac", "demand", "félicit", "exclam", "indign", "regrett",
    "déplor", "préconis", "prévi", "préven", "averti", "défend", "lanc", "repren", "repris", "reprend", "poursui",
    "interrog", "répond", "croi", "cru", "réjoui", "justifi", "proclam", "valoir", "sav", "sai", "cit", "fait",
)  # fmt: skip
_PASSING_ON: Final = frozenset(
    """relaye relaie relayent relaient relayé relayait dévoile dévoilé dévoilait mentionne mentionné évoque évoqué
    rapportent évoquait reporte repéré""".split()
)
_VERBAL: Final = ("VERB", "AUX", "ADJ", "NOUN")  # what the tagger takes « explique », « rapporte » for
_THAT: Final = ("le", "l'", "l’")
_NOBODY: Final = ("on", "je", "j'", "nous", "vous", "tu", "ce", "qui")
_LIKE: Final = ("comme", "que")
_CLAUSES: Final = ("parataxis", "ccomp", "conj", "advcl", "dep", "xcomp", "acl")
_GOING_ON: Final = ("qui", "que", "qu'", "dont", "où", "lequel", "laquelle", "et")
_ASIDE: Final = 16  # words that « , rapporte lundi le quotidien X, » has at most
_FEWEST: Final = 5


def put_vouching(annotation: Annotation) -> Annotation:
    """Return the annotation with whoever vouches hung from what is said, the verb as the preposition."""
    if annotation.document.language != "fr":
        return annotation
    return mend_each(annotation, _as_told, _inserted)


def _as_told(sentence: Sentence) -> dict[int, Token]:
    """Return « comme le rapporte X », « comme X l'a révélé », « comme annoncé par X » mended."""
    if sentence.words.isdisjoint(("comme", "ainsi")):
        return {}
    for verb in sentence.tokens[1:]:
        if not _tells(verb):
            continue
        joint = next((t for t in reversed(sentence.tokens[: verb.index]) if t.lower in _LIKE), None)
        before = sentence.tokens[joint.index + 1 : verb.index] if joint is not None else ()
        by = bool(joint) and not before and verb.index + 1 < len(sentence.tokens) and _by(sentence, verb)
        if joint is None or not (by or any(t.lower in _THAT and t.head == verb.index for t in before)):
            continue
        if len(before) > _FEWEST or (joint.lower == "que" and sentence.tokens[joint.index - 1].lower != "ainsi"):
            continue
        own = [t for t in before if t.head == verb.index and t.dep.startswith("nsubj") and t.lower not in _NOBODY]
        last = _end(sentence, verb.index)
        speaker = own[0] if own else _speaker(sentence, sentence.tokens[verb.index + 1 + by : last], governed=by)
        if speaker is not None and not _finite(sentence, verb.index + 1, last):
            return _hung(sentence, verb, speaker, (joint.index, last))
    return {}


def _by(sentence: Sentence, verb: Token) -> bool:
    """Tell « comme annoncé par X »."""
    return sentence.tokens[verb.index + 1].lower == "par" and verb.lower.endswith(("é", "és", "it"))


def _inserted(sentence: Sentence) -> dict[int, Token]:
    """Return « , a rapporté X, » amid a sentence that goes on behind it mended."""
    for verb in sentence.tokens[2:-_FEWEST]:
        if not _tells(verb) or verb.lower.startswith("dit"):  # « Anne Dubois, dite Nanou, est morte »
            continue
        first = verb.index
        while sentence.tokens[first - 1].pos == "AUX" and first > 1:
            first -= 1
        if first == verb.index and sentence.tokens[verb.index + 1].lower == "par":
            continue  # « L'élue, soutenue par X, réclame … »
        last = _end(sentence, verb.index)
        inside = sentence.tokens[first:last]
        closed = sentence.tokens[last].text == "," and len(inside) <= _ASIDE and sentence.tokens[first - 1].text == ","
        if not closed or any(t.quote is not None for t in sentence.tokens):
            continue
        speaker = _speaker(sentence, sentence.tokens[verb.index + 1 : last])
        goes_on = _finite(sentence, last, len(sentence.tokens)) and sentence.tokens[last + 1].lower not in _GOING_ON
        if speaker is not None and goes_on and not _finite(sentence, verb.index + 1, last):
            return _hung(sentence, verb, speaker, (first, last))
    return {}


def _tells(verb: Token) -> bool:
    """Tell a verb that says no more than that somebody says so."""
    telling = verb.lower in clause_verbs("fr", "saying") or verb.lower in _PASSING_ON or verb.lower in TELLING
    return telling and verb.pos in _VERBAL and verb.name is None and not verb.lower.startswith(_MORE)


def _end(sentence: Sentence, start: int) -> int:
    """Return where an aside ends: at the next comma or the end of the sentence."""
    behind = sentence.tokens[start:-1]
    return next(
        (t.index for t in behind if t.text in (",", ";", ":", ")") or t.quote is not None), len(sentence.tokens) - 1
    )


def _finite(sentence: Sentence, start: int, end: int) -> bool:
    """Tell whether a clause of its own stands there."""
    return any(t.pos in ("VERB", "AUX") and "VerbForm=Fin" in t.morph for t in sentence.tokens[start:end])


def _speaker(sentence: Sentence, behind: tuple[Token, ...], *, governed: bool = False) -> Token | None:
    """Return the first name or noun behind the verb that no preposition governs and that is no day."""
    for token in behind:
        if token.lower in ("que", "qu'") or token.quote is not None:
            return None
        noun = token.name is not None or token.pos in ("NOUN", "PROPN")
        day = token.name is None and fold(token.lower) in lexicon()["calendar"]
        if noun and not day and (governed or not any(sentence.children(token, "case"))):
            above = sentence.head(token)
            beside = token.dep in ("appos", "flat", "nmod") and above is not None and above in behind
            if not beside:
                return token if named_or_speaking(sentence, token) or _with_name(sentence, token) else None
    return None


def _with_name(sentence: Sentence, noun: Token) -> bool:
    """Tell « le journal Closer »."""
    return any(t.name is not None for t in sentence.children(noun, "appos", "flat", "nmod"))


def _hung(sentence: Sentence, verb: Token, speaker: Token, aside: tuple[int, int]) -> dict[int, Token]:
    """Return the words moved: who speaks below the main clause, the verb and « comme » before them."""
    inside = {*range(*aside)}
    inside |= {t.index for t in sentence.subtree(speaker) if t.index >= aside[0] and t.head != verb.index}
    main = _main(sentence, verb, inside)
    opening = sentence.tokens[aside[0]]
    like = opening.lower in _LIKE
    if main is None or not (like or (main.index > aside[0] and _told(sentence, main))):
        return {}  # « X est parti, a dit Y, qui ajoute … »: what comes first is said, as everywhere
    moved: dict[int, Token] = {}
    for token in sentence.tokens:
        if token.index not in inside and token is not main and token.head in inside:
            moved[token.index] = replace(token, head=main.index, dep=_function(sentence, main, token))
        elif token.index in inside and token.head not in inside:
            moved[token.index] = replace(token, head=verb.index)
    if main.head in inside or main.head == main.index:
        moved[main.index] = replace(main, head=main.index, dep="ROOT")
    if like:
        moved[opening.index] = replace(opening, head=speaker.index, dep=VOUCHING)
    moved[verb.index] = replace(verb, head=speaker.index, dep=VOUCHING, pos="ADP")
    moved[speaker.index] = replace(speaker, head=main.index, dep="obl:mod")
    return moved


def _main(sentence: Sentence, verb: Token, inside: set[int]) -> Token | None:
    """Return the predicate that the aside belongs to: above the verb, else of what the parser hung from it."""
    at: Token | None = verb
    while at is not None and at.index in inside:
        at = sentence.head(at)
    if at is not None:
        return at
    below = [t for t in _below(sentence, inside) if t.dep.partition(":")[0] in _CLAUSES]
    whole = [t for t in below if any(sentence.children(t, "nsubj", "expl"))]
    verbs = [t for t in below if t.pos in ("VERB", "AUX")]
    return next(iter((*whole, *verbs)), None) or predicate(
        sentence, [t for t in sentence.tokens if t.index not in inside]
    )


def _told(sentence: Sentence, main: Token) -> bool:
    """Tell a predicate with a finite verb from « , ajoutant que … »."""
    return any("VerbForm=Fin" in t.morph for t in (main, *sentence.children(main, "aux", "cop")))


def _below(sentence: Sentence, inside: set[int]) -> Iterator[Token]:
    return (t for t in sentence.tokens if t.index not in inside and t.head in inside and t.pos != "PUNCT")


def _function(sentence: Sentence, main: Token, token: Token) -> str:
    """Return the function that a word has in the main clause: the subject of a passive is one of its own kind."""
    if token.dep.startswith("nsubj"):
        return "nsubj:pass" if any(sentence.children(main, "aux:pass")) else "nsubj"
    return "parataxis" if token.dep in ("conj", "ccomp") and token.index < main.index else token.dep
