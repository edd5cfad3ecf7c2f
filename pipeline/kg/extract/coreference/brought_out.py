"""Takes « il », « elle » for what the sentence before brings out: « Renault a présenté la Clio. Elle coûte … ».

Who brings it out goes on as « le constructeur » sooner, or says, wants and does something with the pronoun.
"""

from typing import Final

from kg.extract.coreference.unnamed import main_subjects, sentence_before
from kg.extract.frames.load import load_frames
from kg.extract.reading import Reading, Reference
from kg.lexicon.closed import HE_OR_SHE
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

_BRINGS_OUT: Final = (
    "présent", "publi", "lanc", "dévoil", "diffus", "commercialis", "édit", "inaugur", "tourn", "réalis", "écri",
    "sort", "produi", "propos", "programm",
)  # fmt: skip
_OF_THINGS: Final = ("coût", "dur", "retrac", "disponib", "commercialis", "vendu")  # what no person or firm does
_TELLING: Final = ("racont", "retrac", "relat")  # as books and films do


def brought_out(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return the one work that is the object of the sentence before, where its subject cannot be meant."""
    gender = HE_OR_SHE.get(token.lower) if reading.language == "fr" and token.dep.startswith("nsubj") else None
    verb = sentence.head(token)
    if gender is None or verb is None or token.index > 1 or _acts(sentence, verb):
        return ()
    last = sentence_before(reading, sentence)
    root = next((t for t in last.tokens if t.dep == "ROOT"), None) if last is not None else None
    if last is None or root is None or not root.lower.startswith(_BRINGS_OUT):
        return ()
    thing = verb.lower.startswith(_OF_THINGS)
    if not thing and any(_may_be_meant(reading, last, t, gender) for t in main_subjects(last)):
        return ()
    objects = last.children(root, "obj")
    found = reading.referents(last, objects[0]) if len(objects) == 1 else ()
    if len(found) != 1 or reading.entities[found[0].entity].type is not EntityType.WORK:
        return ()
    said = objects[0].gender if objects[0].name is None else reading.genders.get(found[0].entity, "")
    agrees = said in ("", gender)
    return (Reference(found[0].entity, "pronoun", "the work that is brought out", objects[0].span),) if agrees else ()


def _acts(sentence: Sentence, verb: Token) -> bool:
    """Tell « il a annoncé », « il compte vendre », « il l'a écrit »: what whoever brings a work out does."""
    saying = load_frames("fr").clause_verbs["saying"]
    says = verb.lower in saying and not verb.lower.startswith(_TELLING)
    return says or any(sentence.children(verb, "xcomp", "ccomp", "iobj"))


def _may_be_meant(reading: Reading, last: Sentence, subject: Token, gender: str) -> bool:
    """Tell a person of the same sex, or somebody whom a noun of that gender speaks of: « le groupe a publié … Il »."""
    found = reading.referents(last, subject)
    if any(reading.entities[r.entity].type is EntityType.PERSON for r in found):
        return any(reading.genders.get(r.entity, "") in ("", gender) for r in found)
    return not found or (subject.name is None and subject.gender == gender)
