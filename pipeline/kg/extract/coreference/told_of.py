"""Tells people without a name, whom somebody named only tells of: « Selon le procureur Dubois, l'homme … Il … »."""

from typing import Final

from kg.extract.coreference.clauses import clause_verb
from kg.extract.coreference.nouns import names_person
from kg.extract.coreference.others import ACCUSED, HUMANS, TELLERS
from kg.extract.frames.load import load_frames
from kg.extract.grammar.prepositions import ACCORDING_FR, preposition
from kg.extract.grammar.subjects import surface_subject
from kg.extract.reading import Reading
from kg.lexicon.closed import INDEFINITE_ARTICLES
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

_OWN: Final = frozenset("son sa ses his her".split())
_LAWYERS: Final = ("avocat", "avocate", "conseil", "lawyer", "attorney", "solicitor", "barrister")
_SUBJECTS: Final = {"il": "m", "elle": "f", "he": "", "she": ""}
_DONE: Final = ("tion", "sion", "ment", "mort", "décès", "arrest", "death", "trial", "release", "procès", "identité")
# What whoever tells of somebody's arrest does herself: « Elle a ouvert une enquête »
_OFFICIAL: Final = tuple("ouv requ requi saisi ordonn demand réclam appel promi sign dénonc accus rencontr".split())
_ACCORDING: Final = (*ACCORDING_FR, "according")
_ONE: Final = ("one", "un", "une", "l'un", "l'une", "another")


def of_unnamed(reading: Reading, sentence: Sentence, token: Token) -> bool:
    """Tell « l'homme a frappé sa voisine », "one of the victims gave her name": the subject's own, who has no name."""
    thing, verb = sentence.head(token), clause_verb(sentence, token)
    if token.lower not in _OWN or thing is None or verb is None or thing.lower.endswith(_DONE):
        return False
    subjects = [t for t in surface_subject(sentence, verb) if t.index < token.index]
    within = any(t is token for s in subjects for t in sentence.subtree(s))
    return len(subjects) == 1 and not within and _unnamed(reading, sentence, subjects[0])


def told_of_before(reading: Reading, sentence: Sentence, token: Token) -> bool:
    """Tell "Prosecutor Martin said the suspect fled. He was caught": of whom the sentence before tells has no name."""
    verb = sentence.head(token)
    opens = token.index == 0 and token.dep.startswith("nsubj") and sentence.inside is None
    if token.lower not in _SUBJECTS or not opens or verb is None or not sentence.index:
        return False
    last = reading.annotation.sentences[sentence.index - 1]
    saying = load_frames(reading.language).clause_verbs["saying"]
    if last.inside is not None or verb.lower in saying:
        return False
    roots = [t for t in last.tokens if t.dep == "ROOT"]
    contents = [c for t in roots if t.lower in saying for c in last.children(t, "ccomp")]
    subjects = [t for clause in (contents or roots)[:1] for t in last.children(clause, "nsubj")]
    if len(subjects) != 1:
        return False
    if _lawyer_tells(last) and _client(reading, last, subjects[0]):
        return True
    if (
        contents
        and not verb.lower.startswith(_OFFICIAL)
        and _brought_in(reading, last, subjects[0])
        and subjects[0].gender == _SUBJECTS[token.lower]
    ):
        return True
    again = subjects[0].lower == token.lower and not reading.referents(last, subjects[0])
    return _unnamed(reading, last, subjects[0]) or (again and told_of_before(reading, last, subjects[0]))


def _brought_in(reading: Reading, sentence: Sentence, subject: Token) -> bool:
    """Tell « une infirmière » of « Une infirmière a été inculpée, a annoncé la procureure Dubois. Elle … »."""
    new = any(c.lower in ("un", "une") for c in sentence.children(subject, "det"))
    named = any(c.name is not None for c in sentence.children(subject, "appos", "flat"))
    return new and not named and _client(reading, sentence, subject)


def _lawyer_tells(sentence: Sentence) -> bool:
    """Tell « …, a indiqué son avocat Jean Dubois »: whose lawyer it is stands before."""
    own = (t for t in sentence.tokens if t.lower in _LAWYERS)
    return any(c.lower in _OWN for t in own for c in sentence.children(t, "det", "nmod:poss"))


def _client(reading: Reading, sentence: Sentence, subject: Token) -> bool:
    """Tell « le policier » of « Le policier a été inculpé, a indiqué son avocat », whom nothing names."""
    named = subject.name is not None or bool(reading.referents(sentence, subject))
    return not named and not subject.plural and names_person(subject.lower, reading.language)


def newcomer_told_of(reading: Reading, sentence: Sentence, token: Token, found: str) -> bool:
    """Tell « La ministre Dubois annonce la mort d'un patient. L'homme … »: whom somebody told of, not the teller."""
    if token.lower not in HUMANS | ACCUSED or not sentence.index:
        return False
    last = reading.annotation.sentences[sentence.index - 1]
    root = next((t for t in last.tokens if t.dep == "ROOT"), None)
    if root is None or root.lower not in load_frames(reading.language).clause_verbs["saying"]:
        return False
    tellers = {r.entity for t in last.children(root, "nsubj") for r in reading.referents(last, t)}
    return found in tellers and any(_newcomer(reading, last, t, token) for t in last.tokens[root.index :])


def _newcomer(reading: Reading, sentence: Sentence, word: Token, noun: Token) -> bool:
    """Tell « un deuxième patient », somebody without a name who can be the one that the noun stands for."""
    person = word.pos == "NOUN" and not word.plural and names_person(word.lower, reading.language)
    new = any(c.lower in INDEFINITE_ARTICLES for c in sentence.children(word, "det"))
    return person and new and {word.gender, noun.gender} != {"m", "f"} and not reading.referents(sentence, word)


def named_source(reading: Reading, sentence: Sentence, *, teller: bool) -> set[str]:
    """Return the person of « Selon Dubois, », who is not « le suspect » of the sentence; tellers only, if asked."""
    made = set()
    for word in sentence.tokens:
        joint = preposition(sentence, word)
        if word.name is not None and joint in _ACCORDING and word.name in reading.names:
            made.add(reading.names[word.name])
        elif joint in _ACCORDING:
            made |= {r.entity for r in reading.referents(sentence, word)}
    people = {i for i in made if reading.entities[i].type is EntityType.PERSON}
    called = {i: {w for role in reading.roles.get(i, ()) for w in role.split()} for i in people}
    return {i for i in people if not teller or called[i] & TELLERS}


def _unnamed(reading: Reading, sentence: Sentence, subject: Token) -> bool:
    """Tell a suspect, a victim, a man whom nothing names, one of several."""
    if subject.name is not None or subject.plural or reading.referents(sentence, subject):
        return False
    if subject.lower in _ONE:
        return any(c.plural and c.lower.removesuffix("s") in ACCUSED for c in sentence.children(subject, "nmod"))
    return subject.pos == "NOUN" and subject.lower in ACCUSED | HUMANS
