"""Resolves "they", « leurs » to the names that are coordinated before: "Miller and Clark said they …"."""

from typing import Final

from kg.extract.coreference.clauses import clause_verb
from kg.extract.grammar.coordination import conjuncts
from kg.extract.grammar.subjects import surface_subject
from kg.extract.reading import Reading, Reference
from kg.lexicon.closed import POSSESSIVES
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

PLURAL: Final = frozenset("ils elles leur leurs they them their".split())
_SUBJECTS: Final = ("ils", "elles", "they")
_PEOPLE: Final = (EntityType.PERSON, EntityType.ORGANIZATION, EntityType.PLACE)
_CLAUSES: Final = ("ccomp", "advcl", "conj", "acl")


def several(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return those named together whom a plural takes up: the subjects of its clause, of the one above, or before."""
    if token.lower not in PLURAL or token.quote is not None:
        return ()
    verb = clause_verb(sentence, token) or (sentence.head(token) if token.dep.startswith("nsubj") else None)
    if verb is None or (token.lower in POSSESSIVES and not _object(token)):
        return ()
    if token.lower in _SUBJECTS and token.dep.startswith("nsubj"):
        above = sentence.head(verb) if verb.dep.startswith(_CLAUSES) else None
        if above is not None and above.pos not in ("VERB", "AUX"):  # « une lettre au maire où ils disent »
            above = clause_verb(sentence, above)
        found = _together(reading, sentence, above, token) if above is not None else ()
        return found or (_of_last(reading, sentence) or _people_of_last(reading, sentence) if token.index <= 1 else ())
    if token.lower not in POSSESSIVES:
        return ()
    return _together(reading, sentence, verb, token) or _clause_before(reading, sentence, verb, token)


def _clause_before(reading: Reading, sentence: Sentence, verb: Token, token: Token) -> tuple[Reference, ...]:
    """Return both of « A et B émettent 40 % du gaz, leur ratification est une avancée »."""
    thing = sentence.head(token)
    if thing is None or not thing.dep.startswith("nsubj") or thing.index > verb.index:
        return ()
    above = sentence.head(verb) if verb.dep in ("parataxis", "conj") else None
    before = [*([above] if above is not None else []), *sentence.children(verb, "parataxis", "ccomp", "advcl")]
    return next((r for t in before if t.index < token.index and (r := _together(reading, sentence, t, token))), ())


def _object(token: Token) -> bool:
    return token.dep.startswith(("nmod:poss", "det"))


def _together(reading: Reading, sentence: Sentence, verb: Token | None, token: Token) -> tuple[Reference, ...]:
    """Return the coordinated names that are the subject of a verb, where no other plural comes between."""
    subjects = [t for t in surface_subject(sentence, verb) if t.index < token.index] if verb is not None else []
    if not subjects:
        return ()
    found = _named(reading, sentence, subjects[0])
    between = sentence.tokens[subjects[0].index + 1 : token.index]
    others = any(t.pos == "NOUN" and t.plural and t.index != token.head and t.dep != "appos" for t in between)
    return found if len(found) > 1 and not others else ()


def _named(reading: Reading, sentence: Sentence, subject: Token) -> tuple[Reference, ...]:
    """Return all who are coordinated as a subject; nothing where one of them has no name."""
    made: list[Reference] = []
    for one in conjuncts(sentence, subject):
        referents = reading.referents(sentence, one)
        if not referents or any(reading.entities[r.entity].type not in _PEOPLE for r in referents):
            return ()
        made += [Reference(r.entity, "pronoun", "one of those named together", one.span) for r in referents]
    kinds = {reading.entities[r.entity].type for r in made}
    return tuple({r.entity: r for r in made}.values()) if len(kinds) == 1 else ()


def _of_last(reading: Reading, sentence: Sentence) -> tuple[Reference, ...]:
    """Return those who are the subject of the sentence before."""
    if not sentence.index or sentence.inside is not None:
        return ()
    last = reading.annotation.sentences[sentence.index - 1]
    root = next((t for t in last.tokens if t.dep == "ROOT"), None)
    if last.inside is not None or root is None or last.paragraph != sentence.paragraph:
        return ()
    subjects = [t for t in last.children(root, "nsubj") if t.index < root.index]
    found = _named(reading, last, subjects[0]) if len(subjects) == 1 else ()
    return found if len(found) > 1 else ()


def _people_of_last(reading: Reading, sentence: Sentence) -> tuple[Reference, ...]:
    """Return the persons named together in the sentence before, in whatever function, where it speaks of no others."""
    last = reading.annotation.sentences[sentence.index - 1] if sentence.index else None
    if last is None or last.inside != sentence.inside or last.paragraph != sentence.paragraph:
        return ()
    firsts = [t for t in last.tokens if t.name is not None and t.dep != "conj" and any(last.children(t, "conj"))]
    groups = [group for group in (_named(reading, last, t) for t in firsts) if len(group) > 1]
    people = all(reading.entities[r.entity].type is EntityType.PERSON for group in groups for r in group)
    others = any(t.pos in ("NOUN", "PRON") and t.plural and t.dep != "appos" for t in last.tokens)
    return groups[0] if len(groups) == 1 and people and not others else ()
