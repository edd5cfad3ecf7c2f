"""Gives French subjects back to the main verb where a relative clause between them swallowed both.

« Moon Jae-in, qui avait perdu l'élection de 2012, succède à Park Geun-hye »: the parser puts the verb of the relative
clause, or the name, on top and hangs the main verb from a word within. « X, qui …, VERB » has one reading only.
"""

from dataclasses import replace
from typing import Final

from kg.extract.grammar import AVOIR
from kg.extract.mend import mended
from kg.model.annotation import Annotation, Sentence, Token

_BE: Final = frozenset("est sont était étaient fut furent sera seront serait seraient".split())
_CLITICS: Final = frozenset("ne n' se s' y en lui leur le la les l' l’ n’ s’".split())
_HELD: Final = frozenset("que qu' qu’ si quand lorsque lorsqu' comme dont où car et ou mais puis".split())
_REACH: Final = 40  # tokens: the longest relative clause


def give_back_subjects(annotation: Annotation) -> Annotation:
    """Return the annotation with such verbs on top, above the subject, the relative clause below it; French only."""
    if annotation.document.language != "fr":
        return annotation
    return replace(annotation, sentences=tuple(_mend(sentence) for sentence in annotation.sentences))


def _mend(sentence: Sentence) -> Sentence:
    comma = next((t for t in sentence.tokens[1:-3] if t.text == ","), None)
    which = sentence.tokens[comma.index + 1] if comma is not None else None
    if comma is None or which is None or which.lower != "qui":
        return sentence
    name = sentence.tokens[comma.index - 1]
    opens = all(t.pos not in ("VERB", "AUX", "PUNCT", "SCONJ") for t in sentence.tokens[: comma.index])
    inner = _finite_at(sentence, which.index + 1)
    main = _main(sentence, which, inner) if inner is not None else None
    if not opens or name.name is None or inner is None or main is None:
        return sentence
    subject = _top(sentence, name)
    whole = main.head == main.index == subject.head and subject.dep.startswith("nsubj")
    if whole or any(sentence.children(subject, "case")):
        return sentence
    return mended(sentence, _moves(sentence, subject, inner, main))


def _moves(sentence: Sentence, subject: Token, inner: Token, main: Token) -> dict[int, Token]:
    """Return the main verb on top, the subject and the former top below it, the relative clause below the subject."""
    moved = {
        t.index: replace(t, head=main.index, dep="punct" if t.pos == "PUNCT" else "parataxis")
        for t in sentence.tokens
        if t.head == t.index
    }
    after = sentence.tokens[main.index + 1] if main.index + 1 < len(sentence.tokens) else main
    if after.name is not None and after.dep.startswith("nsubj") and after.head == main.index:
        moved[after.index] = replace(after, dep="obj")
    passive = any(c.dep == "aux:pass" for c in sentence.children(main))
    moved[main.index] = replace(main, head=main.index, dep="ROOT")
    moved[subject.index] = replace(subject, head=main.index, dep="nsubj:pass" if passive else "nsubj")
    moved[inner.index] = replace(inner, head=subject.index, dep="acl:relcl")
    return moved


def _top(sentence: Sentence, name: Token) -> Token:
    """Return the noun that the name stands beside: « la sénatrice Anne Dubois », else the name."""
    head = sentence.head(name)
    beside = name.dep.startswith(("appos", "flat")) and head is not None and head.index < name.index
    return head if beside and head is not None and head.pos in ("NOUN", "PROPN") else name


def _finite_at(sentence: Sentence, start: int) -> Token | None:
    """Return the verb of the clause whose finite form stands at an index, after clitics and adverbs."""
    for token in sentence.tokens[start : start + 4]:
        if token.lower in _CLITICS or (token.pos == "ADV" and token.index > start):
            continue
        auxiliary = token.lower in AVOIR or token.lower in _BE
        if not auxiliary and (token.pos != "VERB" or "VerbForm=Fin" not in token.morph):
            return None
        above = sentence.tokens[token.head]
        return above if auxiliary and token.dep.startswith(("aux", "cop")) and above.index > token.index else token
    return None


def _main(sentence: Sentence, which: Token, inner: Token) -> Token | None:
    """Return the first finite verb right after a comma behind the relative clause, without a subject of its own."""
    for comma in sentence.tokens[inner.index + 1 : which.index + _REACH]:
        if comma.text in (";", ":"):
            return None
        if comma.text != "," or comma.index + 1 >= len(sentence.tokens):
            continue
        verb = None if sentence.tokens[comma.index + 1].lower in _HELD else _finite_at(sentence, comma.index + 1)
        own = (
            [] if verb is None else [t for t in sentence.children(verb, "nsubj") if comma.index < t.index < verb.index]
        )
        if verb is not None and verb.index != inner.index and not own:
            return verb
    return None
