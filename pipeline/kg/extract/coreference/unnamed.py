"""Tells pronouns that stand for somebody whom the text does not name: « Un homme a fui. Il … », "The teenager … he"."""

from typing import Final

from kg.extract.coreference.clauses import clause_verb
from kg.extract.coreference.compatriots import is_compatriot
from kg.extract.coreference.impersonal import impersonal
from kg.extract.coreference.nouns import names_person, names_speaker
from kg.extract.coreference.strangers import is_person
from kg.extract.grammar.subjects import surface_subject
from kg.extract.reading import Reading, Reference
from kg.lexicon.closed import HE_OR_SHE, INDEFINITE_ARTICLES
from kg.lexicon.tables import demonyms
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

_THIS: Final = ("c'", "c’", "ce")
_LINKS: Final = frozenset("after before when because while since although though until as if once where".split())
_PERSONAL: Final = frozenset("he she him her his".split())
_JOINED: Final = ("conj", "advcl", "parataxis", "ccomp")
_CHAIN: Final = 3  # sentences that may go on with « il » before
_OWN: Final = frozenset("son sa ses his her its".split())


def unnamed_before(reading: Reading, sentence: Sentence, token: Token) -> bool:
    """Tell "Police detained a dispatcher. His lawyer …": the sentence before brings in one person, without a name."""
    if reading.language == "fr":
        goes_on = _of_clause_before(reading, sentence, token) or _goes_on_unnamed(reading, sentence, token)
        goes_on = goes_on or _presented(reading, sentence, token) or _of_anybody(sentence, token)
        goes_on = goes_on or _of_newcomer(reading, sentence, token)
        return goes_on or _of_unnamed_he(reading, sentence, token)
    if token.lower == "it":
        return _object_again(reading, sentence, token)
    if token.lower not in _PERSONAL or sentence.inside is not None:
        return False
    if token.index:
        return _unnamed_main(reading, sentence, token)
    last = sentence_before(reading, sentence)
    if last is not None and _of_unknown_people(reading, last):
        return True
    if last is None or any(people(reading, last, t) for t in last.tokens if t.name is not None or t.pos == "PRON"):
        return False
    found = [
        t
        for t in last.tokens
        if t.pos == "NOUN" and t.dep in ("nsubj", "nsubj:pass", "obj") and names_person(t.lower, "en")
        if any(c.lower in ("a", "an") for c in last.children(t, "det"))
    ]
    return len(found) == 1


def _of_unknown_people(reading: Reading, last: Sentence) -> bool:
    """Tell "The German had won. He …", where nothing says who the German is."""
    subjects = main_subjects(last)
    one = len(subjects) == 1 and is_compatriot(reading, last, subjects[0])
    found = reading.referents(last, subjects[0]) if one else ()
    return one and not any(reading.entities[r.entity].type is EntityType.PERSON for r in found)


def _presented(reading: Reading, sentence: Sentence, token: Token) -> bool:
    """Tell « C'est une soirée dans la vie de Dubois. Elle a mal fini »: the thing presented goes on, not who has it."""
    gender, last = HE_OR_SHE.get(token.lower), sentence_before(reading, sentence)
    if gender is None or token.index or last is None:
        return False
    thing = next((t for t in last.tokens if t.dep == "ROOT"), None)
    if thing is None or thing.pos != "NOUN" or thing.gender != gender or names_person(thing.lower, "fr"):
        return False
    new = any(c.lower in INDEFINITE_ARTICLES for c in last.children(thing, "det"))
    return new and any(t.lower in _THIS and t.index < thing.index for t in last.children(thing, "nsubj"))


def _of_anybody(sentence: Sentence, token: Token) -> bool:
    """Tell « lorsqu'un ministre est mis en examen, il démissionne »: whoever is one does."""
    verb = sentence.head(token) if HE_OR_SHE.get(token.lower) and token.dep.startswith("nsubj") else None
    below = [t for t in sentence.children(verb, "advcl") if t.index < token.index] if verb is not None else []
    subjects = [t for one in below for t in surface_subject(sentence, one) if t.index < token.index]
    return any(
        t.name is None
        and names_person(t.lower, "fr")
        and t.gender in ("", HE_OR_SHE[token.lower])
        and any(c.lower in ("un", "une") for c in sentence.children(t, "det"))
        for t in subjects
    )


def _of_newcomer(reading: Reading, sentence: Sentence, token: Token) -> bool:
    """Tell « une Canadienne qui attendait son vol », « un autre a sorti son arme »: of somebody new, without a name."""
    verb = clause_verb(sentence, token) if token.lower in _OWN else None
    if verb is None:
        return False
    subjects = [t for t in surface_subject(sentence, verb) if t.index < token.index]
    if not subjects and not any(t.name is not None for t in sentence.tokens[: token.index]):
        subjects = main_subjects(sentence)  # « Un député touche une somme liée à l'exercice de ses fonctions »
    subjects = [(sentence.head(verb) or t) if t.lower == "qui" else t for t in subjects]
    return any(_newcomer(reading, sentence, t) for t in subjects[:1])


def _newcomer(reading: Reading, sentence: Sentence, one: Token) -> bool:
    new = any(c.lower in ("un", "une") for c in sentence.children(one, "det"))
    folk = is_compatriot(reading, sentence, one) or one.text in demonyms()
    named = one.name is not None and not folk
    below = any(t.name is not None for t in sentence.children(one, "appos", "flat"))
    person = one.lower == "autre" or folk or names_person(one.lower, "fr")
    return new and person and not named and not below and not people(reading, sentence, one)


def _goes_on_unnamed(reading: Reading, sentence: Sentence, token: Token, back: int = _CHAIN) -> bool:
    """Tell « Le suspect s'est enfui. Il a été arrêté »: the sentence before is about one person whom nobody names.

    A pronoun there goes on with whoever is unnamed; one that is merely not known says nothing of the next.
    """
    gender = HE_OR_SHE.get(token.lower)
    if gender is None or not token.dep.startswith("nsubj") or named_until(sentence, token):
        return False
    last = sentence_before(reading, sentence)
    if last is None:
        return False
    subjects = main_subjects(last)
    if len(subjects) != 1 or reading.referents(last, subjects[0]) or subjects[0].plural:
        return False
    same = back > 0 and subjects[0].lower == token.lower and not impersonal(last, subjects[0])
    again = same and _goes_on_unnamed(reading, last, subjects[0], back - 1)
    return again or _somebody(reading, last, subjects[0], gender)


def _of_unnamed_he(reading: Reading, sentence: Sentence, token: Token) -> bool:
    """Tell « Une randonneuse … Elle a glissé. Son fils … »: of whom the sentence before goes on to tell."""
    last = sentence_before(reading, sentence) if token.lower in _OWN and token.index == 0 else None
    root = next((t for t in last.tokens if t.dep == "ROOT"), None) if last is not None else None
    if last is None or root is None:
        return False
    one = main_subjects(last)[:1]
    named = any(t.name is not None and people(reading, last, t) for t in last.tokens)
    if one and not named and not reading.referents(last, one[0]) and not one[0].plural:
        new = any(c.lower in INDEFINITE_ARTICLES for c in last.children(one[0], "det"))
        if new and _somebody(reading, last, one[0], one[0].gender):
            return True  # « Un Allemand est porté disparu dans le Gard. Sa caravane … »
    subjects = [t for t in last.children(root, "nsubj") if t.lower in HE_OR_SHE and not reading.referents(last, t)]
    return len(subjects) == 1 and _goes_on_unnamed(reading, last, subjects[0])


def _somebody(reading: Reading, sentence: Sentence, noun: Token, gender: str) -> bool:
    """Tell whether a noun speaks of a person of a gender whom nobody names."""
    someone = noun.pos == "NOUN" and noun.name is None and is_person(reading, noun)
    named = any(t.name is not None and people(reading, sentence, t) for t in sentence.subtree(noun))
    return someone and not named and noun.gender in ("", gender)


def _of_clause_before(reading: Reading, sentence: Sentence, token: Token) -> bool:
    """Tell « Son fils a eu moins de chance : il a été enlevé »: the clause before is about one whom nobody names."""
    gender, verb = HE_OR_SHE.get(token.lower), sentence.head(token)
    above = sentence.head(verb) if verb is not None and verb.dep == "parataxis" else None
    if gender is None or above is None or verb is None or above.index > token.index:
        return False
    subjects = [t for t in sentence.children(above, "nsubj") if t.index < above.index]
    known = not subjects or reading.referents(sentence, subjects[0]) or subjects[0].plural
    between = sentence.tokens[subjects[0].index + 1 : token.index] if subjects else ()
    others = any(t.name is not None and people(reading, sentence, t) for t in between)
    return not known and not others and _somebody(reading, sentence, subjects[0], gender)


def _unnamed_main(reading: Reading, sentence: Sentence, token: Token) -> bool:
    """Tell "The teenager denied it when he appeared in court", where nobody knows who the teenager is."""
    verb = linked(sentence, token)
    main = sentence.head(verb) if verb is not None else None
    subjects = [t for t in sentence.children(main, "nsubj") if t.index < main.index] if main is not None else []
    if len(subjects) != 1 or subjects[0].pos != "NOUN" or not names_person(subjects[0].lower, "en"):
        return False
    named = any(t.name is not None for t in sentence.children(subjects[0]))
    return not named and not subjects[0].plural and not reading.referents(sentence, subjects[0])


def _object_again(reading: Reading, sentence: Sentence, token: Token) -> bool:
    """Tell "Airbus backed the plan, though Novatel criticised it": each acts on the same thing, which has no name.

    "Airbus launched a bid, but Novatel rebuffed it" is of the bid as well.
    """
    verb = sentence.head(token)
    if verb is None or not token.dep.startswith("obj"):
        return False
    acts = verb
    while verb.dep == "xcomp" and verb.head != verb.index:  # "…, and Miller is expected to sign it"
        verb = sentence.tokens[verb.head]
    above = sentence.head(verb)
    before = [above] if above is not None and verb.dep.startswith(_JOINED) else []
    before += [t for t in sentence.children(verb, "ccomp", "parataxis") if t.index < token.index]
    before = [t for t in before if t.pos == "VERB" and t.index < verb.index]
    acting = [t for t in surface_subject(sentence, acts) if t.index > before[0].index] if before else []
    things = list(sentence.children(before[0], "obj", "nsubj:pass")) if acting else []
    thing = things[0] if len(things) == 1 and things[0].pos == "NOUN" and not things[0].plural else None
    return thing is not None and not names_speaker(thing.lower, "en") and not reading.referents(sentence, thing)


def linked(sentence: Sentence, token: Token) -> Token | None:
    """Return the verb of the clause of a pronoun that a word like "after" links to the main clause."""
    verb = sentence.head(token)
    if verb is not None and token.dep.startswith("nmod"):
        verb = sentence.head(verb)
    if verb is None or verb.dep != "advcl":
        return None
    return verb if any(c.lower in _LINKS for c in sentence.children(verb, "mark", "advmod")) else None


def sentence_before(reading: Reading, sentence: Sentence) -> Sentence | None:
    """Return the sentence before, where both stand outside of quotations."""
    if sentence.inside is not None:
        return None
    back = (reading.annotation.sentences[at] for at in range(sentence.index - 1, -1, -1))
    return next((s for s in back if s.inside is None and s.span.end <= sentence.span.start), None)


def main_subjects(sentence: Sentence) -> list[Token]:
    """Return the subjects before the verb of a sentence's main clause."""
    root = next((t for t in sentence.tokens if t.dep == "ROOT"), None)
    return [t for t in sentence.children(root, "nsubj") if t.index < root.index] if root is not None else []


def named_until(sentence: Sentence, token: Token) -> bool:
    """Tell whether a name stands before the possessive, which may as well be meant."""
    return any(t.name is not None for t in sentence.tokens[: token.index])


def people(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return the one person whom a word stands for."""
    found = reading.referents(sentence, token)
    return found if len(found) == 1 and reading.entities[found[0].entity].type is EntityType.PERSON else ()
