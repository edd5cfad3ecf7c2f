"""Settles whose thing is meant where a verb is about another: « demande à A de tenir ses promesses » are A's.

The one asked, accused or thanked does what the infinitive says, and has what he is blamed or praised for.
"""

from typing import Final

from kg.extract.coreference.clauses import clause_verb
from kg.extract.grammar.prepositions import preposition
from kg.extract.grammar.subjects import surface_subject
from kg.extract.reading import Reading, Reference
from kg.lexicon.closed import FRENCH_POSSESSIVES
from kg.model.annotation import Sentence, Token

_BLAMING: Final = ("reproch", "pardonn")  # « reprocher à A ses propos »
_FOR: Final = (
    "félicit", "remerci", "critiqu", "blâm", "fustig", "condamn", "salu", "accus", "licenci", "limog", "sanction",
    "suspend", "poursui", "épingl", "récompens", "applaudi", "arrêt",
)  # fmt: skip


def of_other(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...] | None:
    """Return whose a possessive then is, nobody where that one has no name, None where no such verb stands above."""
    if token.lower not in FRENCH_POSSESSIVES or token.lower.startswith("leur") or reading.language != "fr":
        return None
    verb = clause_verb(sentence, token)
    whose = None if verb is None else _doer(sentence, verb) or _blamed(sentence, token, verb)
    if whose is None or whose.index > token.index:
        return None
    found = reading.referents(sentence, whose)
    return tuple(Reference(r.entity, "pronoun", "whom the verb is about", whose.span) for r in found)


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
