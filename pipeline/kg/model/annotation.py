"""A text with its names, quotations and dependency trees, as the annotate stage leaves it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Final

from kg.model.document import Document
from kg.model.entity import EntityType
from kg.model.span import Span

_NO_LABELS: Final = frozenset[str]()


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """Hold a name in the text: `form` is the name without quotation marks; `by` says who voted for it."""

    span: Span
    form: str
    type: EntityType
    by: str


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """Hold a quotation: `span` with its marks, `inner` without them; `speech` is False for scare quotes."""

    span: Span
    inner: Span
    speech: bool


@dataclass(frozen=True, slots=True)
class Token:
    """Hold a node of a dependency tree; a name or a masked quotation is one node.

    `head` is an index into the sentence's tokens (its own for the root); `name` and `quote` are indices
    into the annotation's names and quotes; `morph` is the Universal Dependencies feature string.
    """

    index: int
    span: Span
    text: str
    pos: str
    dep: str
    head: int
    morph: str = ""
    name: int | None = None
    quote: int | None = None
    lower: str = field(init=False, repr=False, compare=False)
    """The text in lower case, with straight apostrophes: asked for more often than anything else."""

    def __post_init__(self) -> None:
        """Keep the text in lower case."""
        object.__setattr__(self, "lower", self.text.lower().replace("’", "'"))

    @property
    def plural(self) -> bool:
        """Tell a word that the parser reads as a plural."""
        return "Number=Plur" in self.morph

    @property
    def gender(self) -> str:
        """Return the grammatical gender that the tagger gives: m, f or nothing."""
        return "f" if "Gender=Fem" in self.morph else "m" if "Gender=Masc" in self.morph else ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """Hold one dependency tree; `inside` is the index of the quotation that it was spoken in, else None."""

    index: int
    span: Span
    tokens: tuple[Token, ...]
    paragraph: int
    inside: int | None = None
    kids: tuple[tuple[Token, ...], ...] = field(default=(), repr=False, compare=False)
    labels: tuple[frozenset[str], ...] = field(default=(), repr=False, compare=False)
    """The labels of each token's dependents: rules mostly ask for one that a word does not have."""
    words: frozenset[str] = field(init=False, repr=False, compare=False)
    """The `lower` of all tokens: most rules ask for a word that a sentence does not have."""

    def __post_init__(self) -> None:
        """Keep the words."""
        object.__setattr__(self, "words", frozenset([token.lower for token in self.tokens]))

    def head(self, token: Token) -> Token | None:
        """Return the governor of a token, or None for a root."""
        return None if token.head == token.index else self.tokens[token.head]

    def children(self, token: Token, *deps: str) -> Sequence[Token]:
        """Return the dependents of a token in order; only those whose label, or its part before `:`, is given."""
        kids = self.kids[token.index]
        if not kids or not deps:
            return kids
        if self.labels[token.index].isdisjoint(deps):
            return ()
        found = []  # asked for thousands of times a sentence: a loop makes no frame of its own
        for child in kids:
            dep = child.dep
            if dep in deps or (":" in dep and dep.partition(":")[0] in deps):
                found.append(child)
        return found

    def child(self, token: Token, *deps: str) -> Token | None:
        """Return the first of these dependents of a token, or None."""
        return next(iter(self.children(token, *deps)), None)

    def subtree(self, token: Token) -> list[Token]:
        """Return the token and all that hangs from it, the token first."""
        stack, found = [token], list[Token]()
        while stack:
            top = stack.pop()
            found.append(top)
            stack.extend(self.kids[top.index])
        return found

    def token_at(self, span: Span) -> Token | None:
        """Return the token of a span that hangs from outside of it; None where the span holds no token."""
        inside = [token for token in self.tokens if token.span.overlaps(span)]
        indices = {token.index for token in inside}
        outer = (token for token in inside if token.head not in indices or token.head == token.index)
        return next(outer, inside[0] if inside else None)

    def roots(self) -> Iterator[Token]:
        """Yield the tokens that no other governs."""
        return (token for token in self.tokens if token.head == token.index)


@dataclass(frozen=True, slots=True)
class Annotation:
    """Hold a document's names, quotations and sentences, all in order of their place in the text."""

    document: Document
    names: tuple[Name, ...]
    quotes: tuple[Quote, ...]
    sentences: tuple[Sentence, ...]
    versions: tuple[tuple[str, str], ...] = ()


def _without_circles(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the tokens as a forest: rules that rehang words may close a circle, which no walk would leave."""
    safe: set[int] = set()
    cut: set[int] = set()
    for token in tokens:
        path: list[int] = []
        at = token.index
        while at not in safe and at not in path:
            path.append(at)
            if tokens[at].head == at or at in cut:
                break
            at = tokens[at].head
        if at in path and tokens[at].head != at and at not in cut:
            cut.add(at)
        safe.update(path)
    return tuple(replace(t, head=t.index) if t.index in cut else t for t in tokens) if cut else tokens


def make_sentence(
    index: int, span: Span, tokens: tuple[Token, ...], paragraph: int, inside: int | None = None
) -> Sentence:
    """Return a sentence with the lists of dependents filled in; a circle of heads is cut at its first token."""
    tokens = _without_circles(tokens)
    kids: list[list[Token]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.index:
            kids[token.head].append(token)
    labels = tuple([_labels(tuple([child.dep for child in some])) if some else _NO_LABELS for some in kids])
    return Sentence(index, span, tokens, paragraph, inside, tuple(map(tuple, kids)), labels)


@lru_cache(1 << 14)
def _labels(deps: tuple[str, ...]) -> frozenset[str]:
    """Return the labels, each also by its part before `:`."""
    return frozenset([*deps, *(dep.partition(":")[0] for dep in deps)])
