"""Says what is seen of a mention that may fill a role of a trigger: its place in the tree and in the line."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kg.extract.frames.load import Trigger
from kg.extract.frames.roles import fillers
from kg.extract.frames.site import Site
from kg.extract.grammar.paths import path
from kg.extract.grammar.prepositions import preposition
from kg.extract.grammar.voice import is_passive
from kg.extract.reading import Reading
from kg.model.annotation import Sentence, Token

NEAR: Final = (1, 2, 4, 7, 12)  # tokens
_PLAIN: Final = ("subj", "obj", "self", "poss")


@dataclass(frozen=True, slots=True)
class Choice:
    """Hold a role to fill: of which trigger, where, and the words that already fill the other role."""

    trigger: Trigger
    site: Site
    role: str
    others: tuple[Token, ...] = ()

    @property
    def form(self) -> str:
        """Return the role with the form of the trigger: `subject verb`, `object passive`, `object noun`."""
        passive = self.site.kind == "verb" and is_passive(self.site.sentence, self.site.token)
        return f"{self.role} {'passive' if passive else self.site.kind}"


def features(reading: Reading, choice: Choice, among: list[Token]) -> list[list[str]]:
    """Return the features of each of the mentions among which the choice is."""
    form, standing = choice.form, _standing(reading, choice)
    return [[*_seen(reading, choice, form, among, token), *_told(form, standing, token)] for token in among]


def _seen(reading: Reading, choice: Choice, form: str, among: list[Token], token: Token) -> Iterator[str]:
    sentence, at = choice.site.sentence, choice.site.token
    side = "before" if token.index < at.index else "after"
    first, last = sorted((token.index, at.index))
    between = sentence.tokens[first + 1 : last]
    reference = reading.referents(sentence, token)[0]
    kind = reading.entities[reference.entity].type.value
    yield f"{form}: path {path(sentence, at, token)}"
    yield f"{form}: {side} {token.dep.partition(':')[0]}"
    yield f"{form}: {side} distance {sum(len(between) >= limit for limit in NEAR)}"
    yield f"{form}: {side} {preposition(sentence, token) or '-'}"
    yield f"{form}: {side} mentions between {min(sum(first < other.index < last for other in among), 3)}"
    yield f"{choice.role}: verbs between {min(sum(t.pos == 'VERB' for t in between), 3)}"
    yield f"{choice.role}: {'comma' if any(t.text in (',', ';', '(') for t in between) else 'no comma'} {side}"
    yield f"{choice.role}: {reference.kind}"
    yield f"{choice.role}: {choice.trigger.relation} {kind}"
    if any(_same(reading, sentence, token, other) for other in choice.others):
        yield "fills the other role"


def nobody(choice: Choice, among: list[Token]) -> Iterator[str]:
    """Yield the features of leaving the role empty."""
    yield f"{choice.form}: nobody"
    yield f"{choice.role}: nobody {choice.trigger.relation}"
    yield f"{choice.role}: nobody of {min(len(among), 4)}"


def _standing(reading: Reading, choice: Choice) -> list[tuple[str, set[int]]]:
    """Return the functions that the trigger asks for, with the indices of the words that stand in each."""
    wanted = dict(choice.trigger.roles).get(choice.role, ())
    return [(function, {t.index for t in fillers(reading, choice.site, function)}) for function in wanted]


def _told(form: str, standing: list[tuple[str, set[int]]], token: Token) -> Iterator[str]:
    for function, indices in standing:
        if token.index in indices:
            yield f"{form}: stands as {function if function in _PLAIN else 'asked for'}"


def _same(reading: Reading, sentence: Sentence, token: Token, other: Token) -> bool:
    mine = {r.entity for r in reading.referents(sentence, token)}
    return token is other or bool(mine & {r.entity for r in reading.referents(sentence, other)})
