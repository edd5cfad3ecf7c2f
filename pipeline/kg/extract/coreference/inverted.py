"""Takes « il » of « Le ministre sera-t-il entendu ? » for the subject before the verb, which it says once more."""

from typing import Final

from kg.extract.grammar.coordination import conjuncts
from kg.extract.reading import Reading, Reference
from kg.model.annotation import Sentence, Token

_SUBJECTS: Final = frozenset("il elle ils elles".split())
_LINKS: Final = frozenset(("t", "-t", "-t-", "-"))


def subject_before(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...] | None:
    """Return whom the subject before an inverted pronoun stands for, nobody included; None where there is none."""
    if token.lower.lstrip("-") not in _SUBJECTS or not token.dep.startswith("nsubj") or not token.index:
        return None
    before = sentence.tokens[token.index - 1]
    before = sentence.tokens[before.index - 1] if before.text in _LINKS and before.index else before
    verb = sentence.head(token)
    if verb is None or before.pos not in ("AUX", "VERB"):
        return None
    above = sentence.head(verb) if verb.dep.startswith(("aux", "cop")) else None
    verbs = [
        v
        for v in (verb, above)
        if v is not None and before.index in {v.index, *(c.index for c in sentence.children(v))}
    ]
    subjects = [t for v in verbs for t in sentence.children(v, "nsubj") if t.index < before.index and t is not token]
    if len(subjects) != 1 or any(t.pos == "PUNCT" for t in sentence.tokens[subjects[0].index : before.index]):
        return None  # « "Dubois, c'est la loi", a-t-il dit »
    joined = conjuncts(sentence, subjects[0]) if token.lower.endswith("s") else subjects
    told = [(r, t) for t in joined for r in reading.referents(sentence, t)]
    return tuple(Reference(r.entity, "pronoun", "the subject before it", t.span) for r, t in told)
