"""Walks over the sentences in order and notes whom each word stands for."""

from typing import Final

from kg.extract.coreference.accounts import account_of_described
from kg.extract.coreference.aged import is_aged, not_so_old, of_age
from kg.extract.coreference.agreement import agree_with_noun
from kg.extract.coreference.also_called import also_called
from kg.extract.coreference.clauses import antecedent
from kg.extract.coreference.compatriots import (
    before_name,
    compatriot,
    counted_partisans,
    counted_people,
    is_compatriot,
    is_partisan,
    learn_peoples,
    named_partisans,
    one_of_people,
    partisan,
    some_of_people,
)
from kg.extract.coreference.counted import counted
from kg.extract.coreference.descriptions import describe
from kg.extract.coreference.introduced import introduced_next
from kg.extract.coreference.joined_things import JOINED
from kg.extract.coreference.naming import learn_names
from kg.extract.coreference.nouns import names_person
from kg.extract.coreference.ordered import ordered
from kg.extract.coreference.others import SUCCESSORS
from kg.extract.coreference.own_clause import REFLEXIVE
from kg.extract.coreference.pronouns import RELATIVE, is_pronoun, stand_for
from kg.extract.coreference.ranking import Judge, anaphor, judged
from kg.extract.coreference.salience import Salience
from kg.extract.coreference.settled import fronted, subject_of_side
from kg.extract.coreference.strangers import note_stranger
from kg.extract.coreference.told_next import one_of_them, told_next
from kg.extract.coreference.told_on import told_on
from kg.extract.coreference.whose_kin import whose_kin
from kg.extract.grammar.prepositions import preposition
from kg.extract.grammar.subjects import inverted_subject
from kg.extract.reading import Reading, Reference, phrase
from kg.lexicon.closed import POSSESSIVES, SINGULAR_SUBJECTS
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

_PARTY: Final = ("R-", "D-", "I-", "R–", "D–")


def resolve_references(reading: Reading, judge: Judge = judged) -> None:
    """Fill in the references of names, definite descriptions, pronouns and possessives, as the judge decides."""
    learn_names(reading)
    learn_peoples(reading)
    salience = Salience()
    for sentence in _in_text_order(reading):
        told = sentence.inside is None  # what is said in a quotation makes nothing older
        salience.now += told and any(token.pos in ("VERB", "AUX") for token in sentence.tokens)
        for token in sorted(sentence.tokens, key=lambda t: t.span.start):
            _resolve(reading, sentence, token, salience, judge)
        for token in sentence.tokens:
            if token.lower in POSSESSIVES and fronted(sentence, token):
                reading.refer(sentence, token, *subject_of_side(reading, sentence, token))


def _in_text_order(reading: Reading) -> list[Sentence]:
    return sorted(reading.annotation.sentences, key=lambda s: (s.paragraph, s.span.start, s.inside is not None))


def _resolve(reading: Reading, sentence: Sentence, token: Token, salience: Salience, judge: Judge) -> None:
    _note_possessor(reading, sentence, token)
    if token.lower in RELATIVE and token.name is None:
        reading.refer(sentence, token, *(whose_kin(reading, sentence, token) or antecedent(reading, sentence, token)))
        return
    references = one_of_them(reading, sentence, token) or counted(reading, sentence, token, salience)
    references = references or ordered(reading, sentence, token, salience)
    references = references or _references(reading, sentence, token, salience, judge)
    if not references:
        note_stranger(reading, sentence, token, salience)
        return
    reading.refer(sentence, token, *references)
    account_of_described(reading, sentence, token, references)
    _learn_gender(reading, sentence, token, references)
    agree_with_noun(reading, sentence, token, references, salience)
    if _beside_itself(reading, sentence, token, references) or _in_adjective(reading, token):
        return
    if token.lower in REFLEXIVE:
        return  # its subject has been noted
    span = phrase(sentence, token, reading.text) if references[0].kind == "nominal" else token.span
    for reference in references:
        function, plural = _function(sentence, token), len(references) > 1
        salience.note(reference.entity, sentence, token, function, reference.span or span, plural=plural)


def _references(
    reading: Reading, sentence: Sentence, token: Token, salience: Salience, judge: Judge
) -> tuple[Reference, ...]:
    """Return whom a name, pronoun or noun stands for."""
    if token.name is not None:
        return _named(reading, sentence, token, salience)
    if is_pronoun(sentence, token, reading.language):
        if token.lower in POSSESSIVES and fronted(sentence, token):
            return ()  # its clause's subject, which may come later
        return stand_for(reading, sentence, token, salience, judge)
    if is_compatriot(reading, sentence, token):
        return compatriot(reading, sentence, token, salience) or also_called(reading, sentence, token, salience)
    if token.pos == "ADJ":
        return _adjective(reading, sentence, token, salience, judge)
    if token.pos in ("NOUN", "PROPN") and token.quote is None:
        named_next = told_next(reading, sentence, token) or introduced_next(reading, sentence, token, salience)
        return named_next or not_so_old(reading, sentence, token, describe(reading, sentence, token, salience, judge))
    return _one_named(reading, sentence, token) if token.lower == "one" else ()


def _one_named(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return Miller of "Nine were suspended. One, Jane Miller, sued"."""
    names = (t for t in sentence.children(token, "appos", "obl") if t.name is not None and t.index == token.index + 2)
    found = [(reading.names.get(t.name), t.span) for t in names if t.name is not None]
    return tuple(Reference(who, "nominal", "name beside the noun", span) for who, span in found if who is not None)


def _adjective(
    reading: Reading, sentence: Sentence, token: Token, salience: Salience, judge: Judge
) -> tuple[Reference, ...]:
    """Return whom "the 20-year-old", « l'insoumise Anne Dubois », « le suspect » stands for."""
    found = of_age(reading, token, sentence, salience) if is_aged(sentence, token) else ()
    found = found or before_name(reading, sentence, token)
    if found or not _noun_after_all(reading, token):
        return found
    told = describe(reading, sentence, token, salience, judge)
    return tuple(r for r in told if reading.entities[r.entity].type is EntityType.PERSON)


def _noun_after_all(reading: Reading, token: Token) -> bool:
    """Tell « le suspect », "the princess, 67, left", which the tagger takes for adjectives: arguments of a verb."""
    argument = token.dep.startswith(("nsubj", "obj")) and not token.plural
    return argument and names_person(token.lower, reading.language)


def _learn_gender(reading: Reading, sentence: Sentence, token: Token, references: tuple[Reference, ...]) -> None:
    """Note what a pronoun says of somebody whose name does not tell it: whom "she" took up is no "he" after that."""
    subject = token.lower in SINGULAR_SUBJECTS and token.dep.startswith(
        "nsubj"
    )  # objects and possessives go wrong more often
    joined = references[0].by == JOINED  # "Paul Hart and his wife"
    if not (subject or joined) or len(references) != 1:
        return
    who = references[0].entity
    gender = anaphor(reading, sentence, token).gender
    if gender and not reading.genders.get(who) and reading.entities[who].type is EntityType.PERSON:
        reading.genders[who] = gender


def _function(sentence: Sentence, token: Token) -> str:
    """Return the function of a word; who speaks behind a quotation is a subject, whatever the parser says."""
    head = sentence.head(token)
    turned = head is not None and token in inverted_subject(sentence, head)
    return "nsubj" if turned else token.dep


def _note_possessor(reading: Reading, sentence: Sentence, token: Token) -> None:
    """Note « la plateforme de Dubois », so that « sa plateforme » is hers."""
    if token.pos != "NOUN" or token.name is not None:
        return
    for child in sentence.children(token, "nmod"):
        identifier = reading.names.get(child.name) if child.name is not None else None
        if identifier is not None and preposition(sentence, child) in ("de", "of"):
            reading.possessors.setdefault(token.lower, []).append(identifier)
    for child in sentence.children(token, "det", "nmod:poss") if token.lower in SUCCESSORS else ():
        owners = reading.referents(sentence, child) if child.lower in POSSESSIVES else ()
        reading.possessors.setdefault(token.lower, []).extend(r.entity for r in owners)


def _in_adjective(reading: Reading, token: Token) -> bool:
    """Tell "a Taylor Swift-themed class", "Paul Hart, R-Ohio": neither is in the news."""
    after = reading.text[token.span.end : token.span.end + 2]
    if reading.text[max(0, token.span.start - 3) : token.span.start].endswith(_PARTY):
        return True
    person = token.name is not None and reading.annotation.names[token.name].type is EntityType.PERSON
    return person and after[:1] == "-" and after[1:].islower()


def _beside_itself(reading: Reading, sentence: Sentence, token: Token, references: tuple[Reference, ...]) -> bool:
    """Tell an apposition of a mention of the same entity: the two are spoken of once."""
    head = sentence.head(token)
    if head is None or token.dep != "appos":
        return token.dep == "amod" and token.name is None
    return {r.entity for r in references} <= {r.entity for r in reading.referents(sentence, head)}


def _named(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...]:
    """Return whom a name stands for; « le Français » is one person, not a people."""
    assert token.name is not None
    if one_of_people(reading, token):
        return _compatriot(reading, sentence, token, salience)
    identifier = reading.names.get(token.name)
    if identifier is None or counted_people(reading, sentence, token):
        return ()
    if is_partisan(reading, sentence, token):
        reading.singles.add(token.name)
        return told_on(reading, sentence, token) or partisan(reading, sentence, token, salience)
    if counted_partisans(reading, sentence, token) or some_of_people(reading, sentence, token):
        reading.singles.add(token.name)
        return named_partisans(reading, sentence, token)
    if reading.language == "en" and is_compatriot(reading, sentence, token):
        found = _compatriot(reading, sentence, token, salience)
        if found:
            return found
    return (Reference(identifier, "name", "name"),)


def _compatriot(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...]:
    """Resolve « la Russe Inna Volkova », and « la Russe » by the person of that people.

    « le Lyonnais d'adoption Jean Dubois »: with a complement between the two.
    """
    beside = [t for t in sentence.children(token, "appos") if token.index < t.index <= token.index + 3]
    beside += [n for t in beside if t.pos == "NOUN" for n in sentence.children(t, "appos") if n.index > t.index]
    one = any(t.lower in ("un", "une") for t in sentence.children(token, "det"))  # « un autre Russe, Igor Volkov, »
    apart = (t for t in beside if one or sentence.tokens[t.index - 1].text != ",")
    for child in (*sentence.tokens[token.index + 1 : token.index + 2], *apart):
        identifier = reading.names.get(child.name) if child.name is not None else None
        if identifier is not None and reading.entities[identifier].type is EntityType.PERSON:
            return (Reference(identifier, "nominal", "name beside the people", child.span),)
    found = compatriot(reading, sentence, token, salience) or also_called(reading, sentence, token, salience)
    if found and token.name is not None:
        reading.singles.add(token.name)
    return found


def token_form(reading: Reading, token: Token) -> str:
    """Return the form of a name's token in lower case."""
    assert token.name is not None
    return reading.annotation.names[token.name].form.lower()
