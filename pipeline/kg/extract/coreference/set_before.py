"""Takes a bare noun that opens a sentence for the subject behind it: « Fleuron de l'industrie, Alstom a annoncé … ».

« Signe de détente, la Russie a … » says no such thing: the noun must be one for what the subject is.
"""

from typing import Final

from kg.extract.coreference.nouns import noun_classes
from kg.extract.coreference.unnamed import main_subjects
from kg.extract.reading import Reading, Reference
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

_PRAISING: Final = frozenset("fleuron pionnier pionnière leader géant géante champion championne numéro joyau".split())
_SET: Final = ("advcl", "appos", "dislocated", "obl:mod", "dep")
_WIDE: Final = (EntityType.ORGANIZATION, EntityType.WORK)


def set_before(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return the named subject that such a noun is set before, a comma between."""
    opening = sentence.tokens[: token.index]
    bare = token.dep in _SET and not any(sentence.children(token, "det", "case", "nmod:poss"))
    if not bare or any(t.pos not in ("ADJ", "NUM") or t.head != token.index for t in opening):
        return ()
    subject = _subject(sentence, token)
    named = [t for t in (subject, *sentence.children(subject, "appos")) if t.name in reading.names] if subject else []
    if not named or named[0].name is None:
        return ()
    one = reading.names[named[0].name]
    kind, what = noun_classes(reading.language).get(token.lower), reading.entities[one].type
    fits = kind is not None and kind.type is what and what is not EntityType.PERSON
    praised = token.lower in _PRAISING and what in _WIDE
    return (Reference(one, "nominal", "set before its subject", named[0].span),) if fits or praised else ()


def _subject(sentence: Sentence, token: Token) -> Token | None:
    """Return the subject right behind the comma that ends the opening noun's phrase."""
    last = max(t.index for t in sentence.subtree(token) if t.pos != "PUNCT" and t.dep not in ("nsubj", "nsubj:pass"))
    comma = sentence.tokens[last + 1] if last + 1 < len(sentence.tokens) else None
    if comma is None or comma.text != ",":
        return None
    for subject in main_subjects(sentence):
        first = min([subject.index, *(t.index for t in sentence.children(subject, "det"))])
        if first == comma.index + 1:
            return subject
    return None
