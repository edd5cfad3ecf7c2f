"""Settles whose thing is meant where a verb is about another: « demande à A de tenir ses promesses » are A's.

The one asked, accused or thanked does what the infinitive says, and has what he is blamed or praised for.
"""

from typing import Final

from kg.extract.coreference.clauses import clause_verb
from kg.extract.coreference.not_owners import not_owners
from kg.extract.coreference.nouns import KIN, holds, may_name_person, names_person
from kg.extract.coreference.subjects_before import person_before
from kg.extract.grammar.prepositions import preposition
from kg.extract.grammar.subjects import surface_subject
from kg.extract.reading import Reading, Reference
from kg.lexicon.closed import FRENCH_POSSESSIVES
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

_BLAMING: Final = ("reproch", "pardonn")  # « reprocher à A ses propos »
_LEAVING: Final = frozenset("démission départ limogeage éviction".split())
_TAKING: Final = ("accept", "refus", "exig", "réclam", "obten", "obtien", "obtin", "obtint")
_ARTICLES: Final = frozenset("le la l' l’ un une du au".split())
_RULERS: Final = frozenset("régime pouvoir exécutif camp clan".split())
_FRIENDS: Final = ("ami", "proche", "voisin", "famille", "parent", "enfant")
_FOR: Final = (
    "félicit", "remerci", "critiqu", "blâm", "fustig", "condamn", "salu", "accus", "licenci", "limog", "sanction",
    "suspend", "poursui", "épingl", "récompens", "applaudi", "arrêt",
)  # fmt: skip


def of_other(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...] | None:
    """Return whose a possessive then is, nobody where that one has no name, None where no such verb stands above."""
    if token.lower not in FRENCH_POSSESSIVES or token.lower.startswith("leur") or reading.language != "fr":
        return None
    verb = clause_verb(sentence, token)
    if verb is not None and _from_another(reading, sentence, token, verb):
        before = person_before(reading, sentence)
        return (Reference(before.entity, "pronoun", "whose leaving it is", before.span),) if before is not None else ()
    whose = None if verb is None else _doer(sentence, verb) or _blamed(sentence, token, verb)
    whose = _joined(sentence, token) or whose
    if whose is None or whose.index > token.index:
        return None
    found = reading.referents(sentence, whose)
    if {r.entity for r in found} & not_owners(reading, sentence, token):
        return _of_accuser(reading, sentence, whose)
    return tuple(Reference(r.entity, "pronoun", "whom the verb is about", whose.span) for r in found)


def _of_accuser(reading: Reading, sentence: Sentence, whom: Token) -> tuple[Reference, ...]:
    """Return Novatel of « Novatel accuse TikTok d'avoir fermé son compte »: whoever complains is the user."""
    above = sentence.head(whom)
    subjects = surface_subject(sentence, above) if above is not None else []
    found = reading.referents(sentence, subjects[0]) if len(subjects) == 1 else ()
    return tuple(Reference(r.entity, "pronoun", "who complains of it", subjects[0].span) for r in found)


def _from_another(reading: Reading, sentence: Sentence, token: Token, verb: Token) -> bool:
    """Tell « le Premier ministre a accepté sa démission »: a person takes or wants that of somebody else."""
    thing = sentence.head(token)
    leaving = thing is not None and thing.lower in _LEAVING and thing.head == verb.index and thing.dep.startswith("obj")
    if not leaving or not verb.lower.startswith(_TAKING):
        return False
    told = [r for t in surface_subject(sentence, verb) for r in reading.referents(sentence, t)]
    return len(told) == 1 and reading.entities[told[0].entity].type is EntityType.PERSON


def _joined(sentence: Sentence, token: Token) -> Token | None:
    """Return the noun of « dénonce le régime et ses alliés », « avec le ministre et son épouse »: they are of that."""
    thing = sentence.head(token)
    first = sentence.head(thing) if thing is not None and thing.dep == "conj" else None
    if thing is None or first is None or not token.index or sentence.tokens[token.index - 1].lower != "et":
        return None
    known = first.pos == "NOUN" and first.name is None and not first.plural and first.index < token.index
    known = known and any(c.lower in _ARTICLES for c in sentence.children(first, "det", "case"))
    person = names_person(first.lower, "fr")
    own = thing.lower not in KIN and not thing.lower.startswith(_FRIENDS) and (holds(first) or first.lower in _RULERS)
    people = names_person(thing.lower, "fr") or may_name_person(thing.lower.removesuffix("s"), "fr")
    return first if known and people and (person or own) else None


def _doer(sentence: Sentence, verb: Token) -> Token | None:
    """Return A of « demander à A de tenir », « accuser A d'avoir tenu »: the verb's object, never its subject."""
    above = sentence.head(verb)
    if above is None or above.index > verb.index or ("VerbForm=Inf" not in verb.morph and not _perfect(sentence, verb)):
        return None
    doers = surface_subject(sentence, verb)
    objects = [t for t in doers if t.head == above.index and t.dep.startswith(("obj", "iobj", "obl"))]
    return objects[0] if len(objects) == len(doers) == 1 and not objects[0].plural else None


def _perfect(sentence: Sentence, verb: Token) -> bool:
    """Tell « avoir abusé »."""
    return any(c.lower in ("avoir", "être") for c in sentence.children(verb, "aux"))


def _blamed(sentence: Sentence, token: Token, verb: Token) -> Token | None:
    """Return A of « reproche à A ses propos », « félicite A pour sa victoire »."""
    thing = sentence.head(token)
    if thing is None or thing.head != verb.index:
        return None
    objects: list[Token] = []
    if verb.lower.startswith(_BLAMING) and thing.dep == "obj":
        objects = [*sentence.children(verb, "iobj")]
        objects += [t for t in sentence.children(verb, "obl") if preposition(sentence, t) == "à"]
    elif verb.lower.startswith(_FOR) and preposition(sentence, thing) == "pour":
        objects = [*sentence.children(verb, "obj")]
    return objects[0] if len(objects) == 1 and not objects[0].plural else None
