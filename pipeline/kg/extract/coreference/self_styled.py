"""Takes a noun for what it is said to be called: « le groupe autoproclamé X », « le journal est appelé X »."""

from typing import Final

from kg.extract.coreference.nouns import noun_classes
from kg.extract.reading import Reading, Reference
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

_CALLED: Final = (
    "autoproclam", "auto-proclam", "dit", "dite", "appel", "baptis", "rebaptis", "nommé", "dénomm", "surnomm",
    "intitul", "self-styled", "self-proclaimed", "called", "named", "dubbed", "titled", "entitled", "nicknamed",
)  # fmt: skip
_BETWEEN: Final = frozenset("qui se s' s’ fait font est which that calls itself the le la l' l’ les".split())
_SHORT: Final = ("dit", "dite")  # no « dites », « ditto »
_FAR: Final = 6  # tokens
_NAMED_BY: Final = ("xcomp", "obj", "attr", "appos", "dep", "obl:arg", "nmod", "flat")
_THINGS: Final = (EntityType.WORK, EntityType.ORGANIZATION, EntityType.EVENT)


def self_styled(reading: Reading, sentence: Sentence, token: Token) -> tuple[tuple[Reference, ...], bool]:
    """Return what the noun is called, and whether it is said to be called anything at all."""
    kind = noun_classes(reading.language).get(token.lower)
    passive = _christened(reading, sentence, token)
    if passive is not None:
        return passive, True
    said = False
    for word in sentence.tokens[token.index + 1 : token.index + 1 + _FAR]:
        if word.name is not None and word.name in reading.names:
            one = reading.names[word.name]
            fits = said and kind is not None and reading.entities[one].type is kind.type
            return ((Reference(one, "nominal", "what it is called", word.span),) if fits else (), said)
        said = said or word.lower in _SHORT or (len(word.lower) > len("dites") and word.lower.startswith(_CALLED))
        apart = word.text == "," and word.index == token.index + 1  # « le parti, baptisé X, »
        if not said and word.pos != "ADJ" and word.lower not in _BETWEEN and not apart:
            return (), False
        if said and word.pos in ("ADP", "PUNCT", "CCONJ"):
            return (), False
    return (), False


def _christened(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...] | None:
    """Return X of « Le nouveau quotidien est appelé X », "named their robot X"; None where it says no such thing."""
    verb = sentence.head(token)
    if verb is None or not verb.lower.startswith(_CALLED) or verb.lower in _SHORT:
        return None
    if token.dep == "nsubj:pass" and verb.index > token.index:
        behind = [t for t in sentence.children(verb, *_NAMED_BY) if t.index > verb.index]
    elif token.dep.startswith("obj") and verb.index < token.index:
        behind = [t for above in (token, verb) for t in sentence.children(above, *_NAMED_BY) if t.index > token.index]
        behind = [t for t in behind if all(b.pos == "PUNCT" for b in sentence.tokens[token.index + 1 : t.index])]
    else:
        return None
    named = (t for t in behind if t.name in reading.names)
    name = next((t for t in named if not any(sentence.children(t, "case"))), None)
    kind = noun_classes(reading.language).get(token.lower)
    if name is None or name.name is None:
        return None
    one = reading.names[name.name]
    what = reading.entities[one].type
    fits = what is kind.type if kind is not None else what in _THINGS
    return (Reference(one, "nominal", "what it is called", name.span),) if fits else None
