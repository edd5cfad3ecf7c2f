"""Resolves pronouns and possessives: which words are any, and whom the ranking takes each for."""

from typing import Final

from kg.extract.coreference.ranking import Anaphor, Judge, anaphor, as_many, candidates
from kg.extract.coreference.salience import Salience
from kg.extract.reading import Reading, Reference
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

PRONOUNS: Final = frozenset(
    """ils elles leur leurs they them their theirs eux il elle lui he she it him her his hers its son sa ses celui-ci
    celle-ci himself herself itself""".split()
)
CLITIC: Final = frozenset("le la l' les".split())
BODIES: Final = (EntityType.ORGANIZATION, EntityType.GROUP)
LATTER: Final = frozenset("dernier dernière".split())
RELATIVE: Final = frozenset("qui who whose which dont".split())
FEMININE: Final = frozenset("elle elles she her celle-ci".split())
MASCULINE: Final = frozenset("il ils he him his celui-ci eux".split())
NEUTRAL: Final = frozenset("it its".split())
_EMPTY: Final = frozenset(
    """faut faudra faudrait fallait pleut neige semble agit s'agit seems rains appears snows""".split()
)
_KINDS: Final = ("PRON", "DET", "ADJ", "NOUN", "ADP")


def is_pronoun(sentence: Sentence, token: Token) -> bool:
    """Tell whether a word is a pronoun or possessive that stands for somebody or something."""
    if token.lower in PRONOUNS and token.pos in _KINDS:
        return True
    if token.lower in CLITIC:
        return token.pos == "PRON" and token.dep.startswith(("obj", "iobj"))
    return is_latter(sentence, token)


def is_latter(sentence: Sentence, token: Token) -> bool:
    """Tell « ce dernier », « cette dernière », "the latter"; « cette dernière semaine » is none."""
    before = sentence.tokens[token.index - 1] if token.index else None
    if before is None or token.lower not in (*LATTER, "latter"):
        return False
    after = sentence.tokens[token.index + 1 : token.index + 2]
    alone = not any(t.pos in ("NOUN", "PROPN", "NUM") for t in after)
    return alone and before.lower in ("ce", "cette", "the")


def stand_for(
    reading: Reading, sentence: Sentence, token: Token, salience: Salience, judge: Judge
) -> tuple[Reference, ...]:
    """Return whom a pronoun or possessive stands for; nothing where that cannot be said."""
    if token.dep.startswith("expl") or _impersonal(sentence, token):
        return ()
    sought = anaphor(reading, sentence, token)
    found = judge(reading, sought, salience) or (_body(reading, sought, salience) if sought.plural else None)
    if found is None:
        _go_on_with_stranger(sentence, token, salience)
        return ()
    return (Reference(found, "pronoun", "likeliest antecedent that agrees", salience.last(found)),)


def _body(reading: Reading, sought: Anaphor, salience: Salience) -> str | None:
    """Return the group or body, spoken of as many, that a plural takes up, unless others came last."""
    scores = salience.scores()
    bodies = {
        i: scores[i]
        for i in candidates(reading, sought, salience)
        if i in scores and reading.entities[i].type in BODIES and as_many(reading, i)
    }
    best = min(bodies, key=lambda i: (-bodies[i], i), default=None)
    return best if best is not None and bodies[best] >= salience.nameless_many() else None


def _go_on_with_stranger(sentence: Sentence, token: Token, salience: Salience) -> None:
    """Note that somebody without a name is still spoken of: « un homme … il … »."""
    gender = "f" if token.lower in FEMININE else "m" if token.lower in MASCULINE else "?"
    other = salience.stranger(gender)
    if other is not None and token.lower not in NEUTRAL:
        salience.note_stranger(other[0], token.index, token.dep, token.span, quoted=sentence.inside is not None)


def _impersonal(sentence: Sentence, token: Token) -> bool:
    head = sentence.head(token)
    if head is None or token.lower not in ("il", "it"):
        return False
    return head.lower in _EMPTY or any(child.lower == "y" for child in sentence.children(head))
