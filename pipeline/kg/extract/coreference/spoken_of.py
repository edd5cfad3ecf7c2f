"""Settles of whom a speaker tells: a lawyer or spokesman of whom he speaks for, a firm of itself.

"Its spokesman denied that he was ill" · "Her lawyer, Jane Miller, said she …" · "Novatel said the company would …"
"""

from collections.abc import Iterator
from typing import Final

from kg.extract.coreference.clauses import clause_verb
from kg.extract.coreference.nouns import noun_classes
from kg.extract.coreference.ranking import anaphor, candidates
from kg.extract.coreference.ranking.sorts import GROUPS, called, is_public, is_union
from kg.extract.coreference.salience import Salience
from kg.extract.frames.load import load_frames
from kg.extract.grammar.prepositions import preposition
from kg.extract.grammar.subjects import surface_subject
from kg.extract.grammar.voice import is_passive
from kg.extract.reading import Reading, Reference
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

_SPOKESMEN: Final = frozenset(
    """spokesman spokeswoman spokesperson lawyer attorney solicitor barrister counsel publicist press-secretary
    representative agent""".split()
)
_PERSONAL: Final = frozenset("he she him his her".split())
_KINDS: Final = frozenset("company organization media party".split())
_LATELY: Final = 1  # sentences
_ABOVE: Final = 4  # clauses


def client_of_speaker(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...]:
    """Return the person for whom a spokesman or lawyer speaks: whose he is, else the only other one told of."""
    if reading.language != "en" or token.lower not in _PERSONAL or token.quote is not None:
        return ()
    speaker = next((t for t in _speakers(sentence, token) if _speaks_for(reading, sentence, t)), None)
    if speaker is None or speaker.index > token.index:
        return ()
    own = {r.entity for r in reading.referents(sentence, speaker)}
    thing = sentence.head(token)
    if thing is not None and thing.lower in ("client", "clients") and len(own) == 1:
        return (Reference(min(own), "pronoun", "whose client it is", speaker.span),)
    allowed = candidates(reading, anaphor(reading, sentence, token), salience)
    people = [i for i in _clients(reading, sentence, speaker) if i in allowed]
    near = (s.entity for s in salience.recent(_LATELY) if s.entity in allowed)
    others = list(dict.fromkeys(i for i in near if _is_person(reading, i) and i not in own))
    found = people or (others if not _clients(reading, sentence, speaker) else [])
    between = {r.entity for t in sentence.tokens[speaker.index : token.index] for r in reading.referents(sentence, t)}
    if len(found) != 1 or any(_is_person(reading, i) for i in between - own - {*found}):
        return ()
    return (Reference(found[0], "pronoun", "of whom the spokesman speaks", salience.last(found[0])),)


def client_meant(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...]:
    """Return whom "her client" means: whose lawyer she is said to be, else whoever the text has told most of."""
    whose = next((c for c in sentence.children(token, "nmod:poss") if c.lower in _PERSONAL), None)
    if reading.language != "en" or token.lower != "client" or whose is None:
        return ()
    own = {r.entity for r in reading.referents(sentence, whose)}
    named = {i for speaker in _speakers(sentence, token) for i in _clients(reading, sentence, speaker)}
    if not own:
        return ()
    told = {s.entity: salience.count(s.entity) for s in salience.seen if _is_person(reading, s.entity)}
    most = sorted((count, who) for who, count in told.items() if who not in own)
    alone = most and most[-1][0] > (most[-2][0] if len(most) > 1 else 0)
    found = min(named) if len(named) == 1 else most[-1][1] if alone and not named else None
    return () if found is None else (Reference(found, "nominal", "whom the lawyer speaks for", salience.last(found)),)


def speaking_of_itself(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return the body that says what "the company", "the broadcaster" does, where no other was spoken of."""
    kind = noun_classes("en").get(token.lower) if reading.language == "en" else None
    if kind is None or kind.name not in _KINDS or not token.dep.startswith("nsubj"):
        return ()
    if any(sentence.children(token, "nmod", "nmod:poss", "amod", "compound", "acl", "acl:relcl", "appos")):
        return ()
    for subject in _speakers(sentence, token):
        for found in reading.referents(sentence, subject):
            body = reading.entities[found.entity].type is EntityType.ORGANIZATION
            firm = kind.name == "company" and not is_public(reading.entities[found.entity].name)
            if body and subject.index < token.index and (firm or called(reading, token, found.entity)):
                return (Reference(found.entity, "nominal", "the body that says so of itself", subject.span),)
    return ()


def told_by_itself(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return Novatel of « Novatel a racheté Ringer, a annoncé le groupe lyonnais »: who does it says so.

    In the passive it may as well be the other one.
    """
    kind = noun_classes("fr").get(token.lower) if reading.language == "fr" else None
    if kind is None or kind.name not in _KINDS or not token.dep.startswith("nsubj"):
        return ()
    verb = sentence.head(token)
    told = sentence.child(verb, "ccomp") if verb is not None and verb.index < token.index else None
    if told is None or verb is None or told.index > verb.index or is_passive(sentence, told):
        return ()
    if verb.lower not in load_frames("fr").clause_verbs["saying"] or any(sentence.children(token, "nmod", "appos")):
        return ()
    subjects = [t for t in surface_subject(sentence, told) if t.index < told.index]
    found = reading.referents(sentence, subjects[0]) if len(subjects) == 1 else ()
    bodies = [r for r in found if reading.entities[r.entity].type is EntityType.ORGANIZATION]
    if token.lower in GROUPS and _cause_beside(reading, sentence):
        return ()  # « Meta a rétabli le compte de Parents pour la Paix, a déclaré le groupe »
    firm = len(bodies) == len(found) == 1 and not is_public(reading.entities[found[0].entity].name)
    by = "the body that says so of itself"
    return (Reference(found[0].entity, "nominal", by, subjects[0].span),) if firm else ()


def _cause_beside(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether the sentence names people with a cause, who are « le groupe » sooner than a firm."""
    named = (r.entity for t in sentence.tokens if t.name is not None for r in reading.referents(sentence, t))
    return any(reading.entities[i].type is EntityType.ORGANIZATION and is_union(reading, i) for i in named)


def _speakers(sentence: Sentence, token: Token) -> Iterator[Token]:
    """Yield the subject of the English verb of saying whose content a word stands in."""
    saying = load_frames("en").clause_verbs["saying"]
    verb = clause_verb(sentence, token)
    for _ in range(_ABOVE):
        if verb is None:
            return
        above = sentence.head(verb)
        if above is not None and verb.dep == "ccomp" and above.lower in {*saying, "denied", "denies"}:
            yield from surface_subject(sentence, above)[:1]
            return
        verb = above if verb.dep.startswith(("ccomp", "xcomp", "conj", "advcl", "acl")) else None


def _speaks_for(reading: Reading, sentence: Sentence, subject: Token) -> bool:
    """Tell a lawyer or spokesman, by the noun itself or by what the text calls the person."""
    near = {subject.lower, *(t.lower for t in sentence.children(subject, "appos"))}
    called_so = {
        role.split()[-1]
        for r in reading.referents(sentence, subject)
        for role in reading.roles.get(r.entity, ())
        if role
    }
    return bool((near | called_so) & _SPOKESMEN)


def _clients(reading: Reading, sentence: Sentence, speaker: Token) -> list[str]:
    """Return whose lawyer or spokesman it is, persons only: "Miller's lawyer", "a lawyer for Miller"."""
    nouns = [speaker, *sentence.children(speaker, "appos")]
    below = [t for n in nouns for t in sentence.children(n, "nmod:poss", "nmod")]
    whose = [t for t in below if t.dep == "nmod:poss" or preposition(sentence, t) in ("of", "for")]
    return [r.entity for t in whose for r in reading.referents(sentence, t) if _is_person(reading, r.entity)]


def _is_person(reading: Reading, identifier: str) -> bool:
    return reading.entities[identifier].type is EntityType.PERSON
