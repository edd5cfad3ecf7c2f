"""Goes on with whom or what the verb before has done something to: "bought Tumblr and sold it", « l'accusant de »."""

from typing import Final

from kg.extract.coreference.unnamed import sentence_before
from kg.extract.grammar.subjects import surface_subject
from kg.extract.reading import Reading, Reference
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

FRENCH_OBJECTS: Final = {"le": "m", "la": "f", "l'": "", "l’": ""}
ENGLISH_OBJECTS: Final = {"it": "", "him": "m", "her": "f"}
# "making it the largest of all", "calling it a crime": whoever acts, or the deed
_NOT_IT: Final = (
    "mak",
    "made",
    "call",
    "find",
    "found",
    "describ",
    "consider",
    "deem",
    "term",
    "label",
    "keep",
    "kept",
)
_HIGHEST: Final = 4  # verbs from the pronoun up to the one that has an object
_OWN_SUBJECT: Final = ("nsubj", "nsubj:pass", "csubj")
_BY: Final = "object that it goes on with"


def object_again(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return the object that a French or English object pronoun goes on with: no subject does it to itself."""
    if reading.language == "fr":
        return _french(reading, sentence, token)
    return _english(reading, sentence, token)


def _french(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return Novatel of « Airbus a assigné Novatel en justice, l'accusant de fraude »."""
    verb = sentence.head(token)
    above = sentence.head(verb) if verb is not None and verb.dep.startswith("advcl") else None
    if verb is None or above is None or above.index > verb.index or not verb.lower.endswith("ant"):
        return ()
    things = [t for t in sentence.children(above, "obj") if above.index < t.index < verb.index]
    found = reading.referents(sentence, things[0]) if len(things) == 1 and things[0].name is not None else ()
    agrees = [r for r in found if {FRENCH_OBJECTS[token.lower], reading.genders.get(r.entity, "")} != {"m", "f"}]
    return tuple(Reference(r.entity, "pronoun", _BY, things[0].span) for r in agrees[:1])


def _english(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return Tumblr of "Yahoo bought Tumblr and sold it", "before selling it", "threatened to close it"."""
    verb = sentence.head(token)
    if verb is None or (token.lower == "it" and verb.lower.startswith(_NOT_IT)):
        return ()
    if verb.dep == "ROOT" and any(t.index < token.index for t in sentence.children(verb, "nsubj")):
        return _of_sentence_before(reading, sentence, token, verb)
    for _ in range(_HIGHEST):
        above = sentence.head(verb)
        linked = verb.dep in ("conj", "advcl", "xcomp") and above is not None and above.index < verb.index
        if above is None or not linked or above.pos != "VERB" or any(sentence.children(verb, *_OWN_SUBJECT)):
            return ()
        things = [t for t in sentence.children(above, "obj") if t.index < verb.index]
        if things:
            return _thing(reading, sentence, token, above, things)
        verb = above
    return ()


def _of_sentence_before(reading: Reading, sentence: Sentence, token: Token, verb: Token) -> tuple[Reference, ...]:
    """Return Motorola of "Google bought Motorola. Two years later, it sold it": who acts is the same."""
    before = sentence_before(reading, sentence)
    root = next((t for t in before.tokens if t.dep == "ROOT"), None) if before is not None else None
    if before is None or root is None or before.paragraph != sentence.paragraph:
        return ()
    acts, acted = (
        {r.entity for t in surface_subject(s, v) for r in reading.referents(s, t)}
        for s, v in ((sentence, verb), (before, root))
    )
    things = [t for t in before.children(root, "obj") if t.index > root.index]
    return _thing(reading, before, token, root, things) if acts and acts == acted else ()


def _thing(
    reading: Reading, sentence: Sentence, token: Token, above: Token, things: list[Token]
) -> tuple[Reference, ...]:
    """Return the only object of the verb above, where it is of the kind of the pronoun and is not the subject too."""
    if len(things) != 1 or any(sentence.children(things[0], "conj")):
        return ()
    found = reading.referents(sentence, things[0])
    acting = {r.entity for t in surface_subject(sentence, above) for r in reading.referents(sentence, t)}
    if len(found) != 1 or found[0].entity in acting:
        return ()
    gender = ENGLISH_OBJECTS[token.lower]
    person = reading.entities[found[0].entity].type is EntityType.PERSON
    fits = person == bool(gender) and reading.genders.get(found[0].entity, "") in ("", gender)
    return (Reference(found[0].entity, "pronoun", _BY, things[0].span),) if fits else ()
