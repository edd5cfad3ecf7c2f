"""Takes a description for the only one that it can mean, where the ranking is unsure: « la centrale » of one union."""

from typing import Final

from kg.extract.coreference.nobody import RANKED
from kg.extract.coreference.nouns import noun_classes
from kg.extract.coreference.ranking import anaphor, candidates
from kg.extract.coreference.salience import Salience
from kg.extract.coreference.sole import anew, of_sort
from kg.extract.reading import Reading, Reference
from kg.lexicon.closed import POSSESSIVES
from kg.lexicon.peoples import countries
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

_TYPES: Final = (EntityType.ORGANIZATION, EntityType.WORK, EntityType.EVENT)
# Nouns for one sort of body, which is seldom the counterpart of another: « le studio », "the charity"
_SORTS: Final = frozenset(
    """bank lender charity ngo studio publisher club regulator watchdog broadcaster retailer carmaker automaker airline
    insurer banque ong éditeur régulateur assureur constructeur distributeur enseigne avionneur fabricant
    chaîne""".split()
)
_FURTHER: Final = ("nmod", "nmod:poss", "appos", "compound", "flat", "nummod")
_NEW: Final = RANKED | frozenset("nouveau nouvelle nouvel new former ancien ancienne local locale rival rivale".split())
_CALLED: Final = 4  # sentences within which what is called so is taken up
_OPEN: Final = 1  # and what may be of the sort


def alone(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...]:
    """Return the only body, work or event that is called so, or the only body spoken of that may be one."""
    words = {c.lower for c in sentence.children(token, "det", "nmod:poss")}
    stranger = f"~{token.lower}" in salience.strangers or anew(token, salience)
    if words & POSSESSIVES or stranger or any(sentence.children(token, *_FURTHER)):
        return ()
    among = [i for i in candidates(reading, anaphor(reading, sentence, token), salience) if i in reading.entities]
    adjectives = {c.lower for c in sentence.children(token, "amod")}
    said = [
        i for i in among if reading.entities[i].type in _TYPES and _says(reading, token, i, exactly=bool(adjectives))
    ]
    if adjectives & _NEW or any(a in countries(reading.language) for a in adjectives):
        return ()
    if len(said) == 1 and salience.age(said[0])[0] <= _CALLED:
        return (Reference(said[0], "nominal", "the only one called so", salience.last(said[0])),)
    if said or adjectives:
        return ()
    return _only_work(reading, token, salience, among) or _only_body(reading, token, salience, among)


def _says(reading: Reading, token: Token, identifier: str, *, exactly: bool) -> bool:
    """Tell whether the text or its name calls it so; by that very noun where an adjective is added."""
    if not exactly:
        return of_sort(reading, token, identifier)
    return token.lower in {role.split()[-1] for role in reading.roles.get(identifier, ()) if role}


def _only_work(reading: Reading, token: Token, salience: Salience, among: list[str]) -> tuple[Reference, ...]:
    """Return the only work of the text that "the novel" may be: nobody says what it is, and no other is there."""
    kind = noun_classes(reading.language).get(token.lower)
    works = [e.id for e in reading.of_type(EntityType.WORK)]
    if kind is None or kind.name != "work" or len(works) != 1 or works[0] not in among:
        return ()
    late = salience.age(works[0])[0] <= _CALLED
    return (Reference(works[0], "nominal", "the only work spoken of", salience.last(works[0])),) if late else ()


def _only_body(reading: Reading, token: Token, salience: Salience, among: list[str]) -> tuple[Reference, ...]:
    """Return the only body of the last sentences, for a subject that says of what sort it is: « le studio »."""
    if token.lower not in _SORTS or not token.dep.startswith("nsubj"):
        return ()
    near = {seen.entity for seen in salience.newest(_OPEN)}
    bodies = [i for i in near if reading.entities[i].type is EntityType.ORGANIZATION]
    fitting = [i for i in among if i in bodies and reading.kinds.get(i) != "company"]
    leads = any(seen.entity in fitting and seen.main for seen in salience.newest(_OPEN))
    if len(fitting) != 1 or not leads:
        return ()
    return (Reference(fitting[0], "nominal", "the only body spoken of", salience.last(fitting[0])),)
