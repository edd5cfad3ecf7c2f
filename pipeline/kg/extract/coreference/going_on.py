"""Goes on with the body, work or place that the sentence before is about: « Le constructeur … Il … », "It … The firm".

After Grosz, Joshi and Weinstein (1995): whom a sentence takes up as its subject is whom the next most likely tells of.
"""

from typing import Final

from kg.extract.coreference.nouns import noun_classes
from kg.extract.coreference.ranking import anaphor, candidates
from kg.extract.coreference.salience import Salience
from kg.extract.coreference.unnamed import main_subjects, sentence_before
from kg.extract.reading import Reading, Reference
from kg.lexicon.closed import HE_OR_SHE, INDEFINITE_ARTICLES, POSSESSIVES
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

_PRONOUNS: Final = {"fr": frozenset(("il", "elle")), "en": frozenset(("it",))}
_BODIES: Final = frozenset("company organization media party".split())
_BESIDE: Final = ("amod", "compound", "nmod", "nmod:poss", "acl", "acl:relcl", "appos", "flat")
_WHY: Final = "of whom the sentence before goes on to tell"


def goes_on(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...]:
    """Return whom the sentence before has taken up as its subject, for the subject of the next main clause."""
    pronoun = token.lower in _PRONOUNS[reading.language]
    if not (pronoun or _names_body(reading, sentence, token)) or not _leads(sentence, token):
        return ()
    last = sentence_before(reading, sentence)
    subjects = main_subjects(last) if last is not None else []
    if last is None or len(subjects) != 1 or last.paragraph + 1 < sentence.paragraph:
        return ()
    found = reading.referents(last, subjects[0])
    if len(found) != 1 or reading.entities[found[0].entity].type is EntityType.PERSON:
        return ()
    one = found[0].entity
    continued = subjects[0].name is None or (pronoun and _owns_there(reading, last, one))
    if not continued or (pronoun and _something_new(reading, last, token)):
        return ()
    genders = {anaphor(reading, sentence, token).gender, anaphor(reading, last, subjects[0]).gender}
    if pronoun and subjects[0].name is None and genders == {"m", "f"}:
        return ()
    if one not in candidates(reading, anaphor(reading, sentence, token), salience):
        return ()
    return (Reference(one, "pronoun" if pronoun else "nominal", _WHY, subjects[0].span),)


def _names_body(reading: Reading, sentence: Sentence, token: Token) -> bool:
    """Tell « le groupe », "the automaker", without anything that says which."""
    kind = noun_classes(reading.language).get(token.lower)
    alone = not token.plural and not any(sentence.children(token, *_BESIDE))
    return kind is not None and kind.name in _BODIES and token.pos == "NOUN" and alone


def _leads(sentence: Sentence, token: Token) -> bool:
    """Tell the subject of a main clause outside of quotations, before its verb."""
    verb = sentence.head(token)
    main = verb is not None and verb.dep == "ROOT" and token.dep.startswith("nsubj") and token.index < verb.index
    return main and sentence.inside is None and token.quote is None


def _owns_there(reading: Reading, last: Sentence, one: str) -> bool:
    """Tell whether the sentence says what is its subject's: "Novatel cut its forecast"."""
    owners = (t for t in last.tokens if t.lower in POSSESSIVES)
    return any(r.entity == one for t in owners for r in reading.referents(last, t))


def _something_new(reading: Reading, last: Sentence, pronoun: Token) -> bool:
    """Tell "The firm bought a factory. It …": what has just been brought in may be meant, if it agrees."""
    told = (
        t for t in last.tokens if t.pos == "NOUN" and not t.plural and t.dep.startswith(("obj", "obl", "nsubj:pass"))
    )
    new = [t for t in told if any(c.lower in INDEFINITE_ARTICLES for c in last.children(t, "det"))]
    clash = {"m": "f", "f": "m"}.get(HE_OR_SHE.get(pronoun.lower, ""), "")
    named = [t for t in last.tokens if t.dep.startswith("obj") and reading.referents(last, t)]
    things = [r.entity for t in named for r in reading.referents(last, t)]
    rivals = [i for i in things if reading.entities[i].type is not EntityType.PERSON]
    return bool(rivals) or any(not clash or t.gender != clash for t in new)
