"""Turns parses of masked text into sentences over the document's own characters."""

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc
from spacy.tokens import Span as Sent
from spacy.tokens import Token as Node

from kg.annotate.english import to_universal
from kg.annotate.masking import Masked, Piece
from kg.annotate.moods import mood_of
from kg.lexicon.initials import ends_in_letter
from kg.model import Span
from kg.model.annotation import Sentence, Token, make_sentence

_INITIAL = re.compile(r"(?:^|\s)[A-Z]\.$")
_LONGEST = 300  # tokens: text without any stop is no sentence, and what walks one is quadratic in it
_DASH = re.compile(r"^[-–—•*]+$")


def sentences(
    doc: Doc, masked: Masked, first: int, paragraph: int, inside: int | None, language: str
) -> Iterator[Sentence]:
    """Yield the sentences of a parse; a masked stretch is one token, whatever it was tokenised into."""
    number = first
    for sent in _merged_sents(doc):
        tokens = _tokens(sent, masked)
        if language == "en":
            tokens = to_universal(tokens)
        if tokens:
            span = Span(tokens[0].span.start, tokens[-1].span.end)
            yield make_sentence(number, span, tokens, paragraph, inside)
            number += 1  # a stretch of blanks is no sentence and takes no number


def _merged_sents(doc: Doc) -> Iterator[list[Sent]]:
    """Yield the parser's sentences, joined where a boundary falls right after a masked piece or a small word."""
    group: list[Sent] = []
    for sent in doc.sents:
        if group and (not _ends(group[-1]) or _goes_on(sent)) and sum(map(len, group)) < _LONGEST:
            group.append(sent)
            continue
        if group:
            yield group
        group = [sent]
    if group:
        yield group


def _goes_on(sent: Sent) -> bool:
    """Tell a piece that begins with a comma: « Paul Black Jr. | , qui a donné … »."""
    return sent.text.startswith(", ")


def _ends(sent: Sent) -> bool:
    """Tell whether a sentence ends with a stop; the parser also cuts where a name or a quotation stands."""
    text = sent.text.rstrip(" \u00a0»\"”)'’")
    if _INITIAL.search(text) and not ends_in_letter(text) and len(sent) <= 60:
        return False  # « U. | S. Senate », « J. | Dubois »
    return not text or text[-1] in ".!?…:;" or len(sent) > 60


def _tokens(group: list[Sent], masked: Masked) -> tuple[Token, ...]:
    """Return the tokens of the joined sentences; extra roots hang from the first root that is a verb."""
    nodes = [token for sent in group for token in sent if not token.is_space]
    pieces = [masked.piece_at(token.idx, token.idx + len(token)) for token in nodes]
    leaders: dict[int, int] = {}
    order: list[int] = []
    for position, (token, piece) in enumerate(zip(nodes, pieces, strict=True)):
        if piece is not None and order and pieces[order[-1]] is piece:
            leaders[token.i] = leaders[nodes[order[-1]].i]
            before = nodes[order[-1]]
            word = before.is_punct and not token.is_punct  # the marks of « Oui » never stand for it
            if word or (_outside(token, piece) and not _outside(before, piece) and not token.is_punct):
                order[-1] = position
        else:
            leaders[token.i] = len(order)
            order.append(position)
    made = [_token(index, nodes[at], pieces[at], masked, leaders) for index, at in enumerate(order)]
    return _appositions(_single_root(made))


def _appositions(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the tokens with every bare name after its noun as an apposition: parsers call it nmod, obl or dep."""
    cased = {token.head for token in tokens if token.dep in ("case", "cc", "mark")}
    return tuple(
        replace(token, dep="appos")
        if token.name is not None
        and token.dep.partition(":")[0] in ("nmod", "dep", "obl", "flat")
        and token.index not in cased
        and token.head < token.index
        and tokens[token.head].pos == "NOUN"
        else token
        for token in tokens
    )


def _outside(token: Node, piece: Piece) -> bool:
    """Tell whether the token's governor lies outside of the masked piece, so that it stands for the piece."""
    head = token.head
    return not (piece.start < head.idx + len(head) and head.idx < piece.end) or head == token


def _token(index: int, token: Node, piece: Piece | None, masked: Masked, leaders: dict[int, int]) -> Token:
    start = token.idx
    head = leaders.get(token.head.i, index)
    text, pos, dep = token.text, token.pos_, token.dep_
    if pos == "SCONJ" and dep == "obj" and text.lower() in ("s'", "s’"):
        dep = "mark"  # « s'il refusait »: the parser knows the word, and takes it for « se » all the same
    morph = mood_of(text, str(token.morph))
    if piece is not None:
        if token.text == ",":  # a dash, read as the comma that it stands for
            return Token(index, piece.span, ",", "PUNCT", dep, head, "")
        pos = "PROPN" if piece.name is not None else "NOUN"
        return Token(index, piece.span, piece.form or text, pos, dep, head, morph, piece.name, piece.quote)
    span = Span(masked.original(start), masked.original(start + len(text) - 1) + 1)
    return Token(index, span, text, pos, dep, head, morph)


def _single_root(tokens: list[Token]) -> tuple[Token, ...]:
    roots = [token for token in tokens if token.head == token.index]
    if len(roots) < 2:
        return tuple(tokens)
    main = next((root for root in roots if root.pos in ("VERB", "AUX")), roots[0])
    return tuple(token if token.head != token.index or token is main else _hung(token, main) for token in tokens)


def _hung(root: Token, main: Token) -> Token:
    """Return a further root as a dependent of the main one."""
    mark = root.pos == "PUNCT" or _DASH.match(root.text)
    return replace(root, dep="punct" if mark else "parataxis", head=main.index)
