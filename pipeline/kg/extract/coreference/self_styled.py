"""Takes a noun for what it is said to be called: « le groupe autoproclamé X », « qui se fait appeler X »."""

from typing import Final

from kg.extract.coreference.nouns import noun_classes
from kg.extract.reading import Reading, Reference
from kg.model.annotation import Sentence, Token

_CALLED: Final = (
    "autoproclam", "auto-proclam", "dit", "dite", "appel", "baptis", "rebaptis", "nommé", "dénomm", "surnomm",
    "intitul", "self-styled", "self-proclaimed", "called", "named", "dubbed", "titled", "entitled", "nicknamed",
)  # fmt: skip
_BETWEEN: Final = frozenset("qui se s' s’ fait font est which that calls itself the le la l' l’ les".split())
_SHORT: Final = ("dit", "dite")  # no « dites », « ditto »
_FAR: Final = 6  # tokens


def self_styled(reading: Reading, sentence: Sentence, token: Token) -> tuple[tuple[Reference, ...], bool]:
    """Return what the noun is called, and whether it is said to be called anything at all."""
    kind = noun_classes(reading.language).get(token.lower)
    said = False
    for word in sentence.tokens[token.index + 1 : token.index + 1 + _FAR]:
        if word.name is not None and word.name in reading.names:
            one = reading.names[word.name]
            fits = said and kind is not None and reading.entities[one].type is kind.type
            return ((Reference(one, "nominal", "what it is called", word.span),) if fits else (), said)
        said = said or word.lower in _SHORT or (len(word.lower) > len("dites") and word.lower.startswith(_CALLED))
        if not said and word.pos != "ADJ" and word.lower not in _BETWEEN:
            return (), False
        if said and word.pos in ("ADP", "PUNCT", "CCONJ"):
            return (), False
    return (), False
