"""Takes what sums up a clause from the name before it: "accused her of lying to Congress, a charge that she denies"."""

from dataclasses import replace
from typing import Final

from kg.extract.trees.mend import mend_each
from kg.model.annotation import Annotation, Sentence, Token

_SUMMING: Final = frozenset(
    """charge claim accusation allegation assertion move decision step feat suggestion proposal demand idea offer figure
    increase rise fall drop verdict ruling stance view first accusation affirmation allégation décision mesure
    initiative hausse baisse proposition chiffre thèse version hypothèse information première position peine""".split()
)
_SOME: Final = frozenset("a an un une".split())


def put_summing(annotation: Annotation) -> Annotation:
    """Return the annotation with such nouns below the clause that they sum up: no charge is the Congress."""
    return mend_each(annotation, _summed)


def _summed(sentence: Sentence) -> dict[int, Token]:
    moved: dict[int, Token] = {}
    for noun in sentence.tokens[3:]:
        name = sentence.head(noun) if noun.dep == "appos" and noun.lower in _SUMMING else None
        if name is None or name.name is None:
            continue
        article = next((c for c in sentence.children(noun, "det") if c.lower in _SOME), None)
        if article is None or sentence.tokens[article.index - 1].text != ",":
            continue
        verb = sentence.head(name)
        while verb is not None and verb.pos not in ("VERB", "AUX") and verb.head != verb.index:
            verb = sentence.head(verb)
        if verb is not None and verb.index < noun.index:
            moved[noun.index] = replace(noun, head=verb.index, dep="dep")
    return moved
