"""Finds the name behind a title with its complement: « la directrice de l'établissement, Anne Dubois, ».

Parsers hang such a name from the complement, from the verb, or nowhere; its place says whose title it is.
"""

from typing import Final

from kg.extract.coreference.names_another import names_another
from kg.extract.coreference.nouns import KIN, names_person
from kg.extract.coreference.sexes import told_by_title
from kg.extract.coreference.unfit import of_another_sort
from kg.extract.grammar.prepositions import preposition
from kg.extract.reading import Reading, Reference
from kg.extract.trees.mend import bears_name
from kg.lexicon.closed import POSSESSIVES
from kg.lexicon.peoples import countries, country_names, townspeople
from kg.lexicon.tables import demonyms, fold, regions
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

RANKS: Final = frozenset("premier première prime vice deputy".split())
OF: Final = frozenset("de du des d' l' le la les à au aux of the for at and et en l’ d’".split())
FAR: Final = 9  # tokens
_ORGANS: Final = frozenset("gouvernement diplomatie état exécutif armée junte sénat parlement".split())
ABSTRACT: Final = ("tion", "sion", "ment", "ité", "ance", "ence", "ness", "ship")
_OF_SOMEBODY: Final = frozenset(
    "quinquennat septennat mandat clan camp cabinet gouvernement affaire loi décret projet système régime ère".split()
)  # « le quinquennat Hollande »
# « président de la République », « chef de l'État »: French news says so of the head of its own country
_HEADS: Final = ("président", "présidente", "chef", "cheffe")
_HOME: Final = frozenset(("république", "état", "etat"))
_BESIDES: Final = frozenset("avec après with after comme like dont".split())  # « le seul pays, avec l'Islande, »
_OF_NONE: Final = frozenset("European International World African Inter-American Pan-American".split())
PREMIER: Final = "premier-ministre"  # whom the text may mean by « le premier ministre »
# English titles before names, as the text takes them up: "Sen. Jane Miller … The senator"
_IN_FULL: Final = {
    "sen.": "senator", "rep.": "representative", "gov.": "governor", "sgt.": "sergeant", "capt.": "captain",
    "lt.": "lieutenant", "gen.": "general", "col.": "colonel", "rev.": "reverend", "prof.": "professor",
    "dr.": "doctor", "dr": "doctor", "prof": "professor", "gen": "general", "insp": "inspector", "det": "detective",
    "cllr": "councillor",
}  # fmt: skip
_HAD_BEFORE: Final = frozenset("précédent précédente ancien ancienne première premier".split())
_HONOURS: Final = frozenset("mgr monseigneur me maître dr docteur".split())


def office(sentence: Sentence, token: Token) -> str:
    """Return the noun with what makes another office of it: a prime minister is no minister like the others."""
    ranks = [c.lower for c in sentence.children(token, "amod", "compound") if c.lower in RANKS]
    return " ".join([*ranks, token.lower])


def note_description(reading: Reading, sentence: Sentence, token: Token, identifier: str) -> None:
    """Note what a noun beside a name calls its bearer, in full."""
    if reading.entities[identifier].type is EntityType.PERSON and _abstract(reading, token):
        return  # « la démission de son chancelier, Jean Dubois »
    if of_another_sort(reading, token, identifier):
        return
    body = reading.entities[identifier].type is EntityType.ORGANIZATION
    if body and any(c.lower in _HAD_BEFORE for c in sentence.children(token, "amod")):
        return  # « sa précédente société, Novatel »
    called = office(sentence, token)
    reading.roles.setdefault(identifier, set()).update({called, _IN_FULL.get(called, called)})
    if reading.language == "fr" and reading.entities[identifier].type is EntityType.PERSON:
        reading.genders[identifier] = reading.genders.get(identifier) or told_by_title(sentence, token)
    if reading.entities[identifier].type in (EntityType.PERSON, EntityType.ORGANIZATION):
        words = description(reading, sentence, token, identifier)
        reading.described.setdefault(identifier, set()).add((token.lower, words))


def _abstract(reading: Reading, token: Token) -> bool:
    """Tell a noun for what is done or felt, which no person is, « quinquennat », « clan »."""
    person = names_person(token.lower, reading.language)
    return not person and (token.lower.endswith(ABSTRACT) or token.lower in _OF_SOMEBODY)


def description(reading: Reading, sentence: Sentence, token: Token, bearer: str | None = None) -> frozenset[str]:
    """Return the noun, its adjectives and complements, without names of its bearer."""
    found, level = {token.lower}, [token]
    for _ in range(4):
        level = [c for t in level for c in sentence.children(t, "amod", "nmod", "compound")]
        level = [c for c in level if bearer is None or c.name is None or reading.names.get(c.name) != bearer]
        found |= {fold(c.text) if c.name is not None else c.lower for c in level}
    return frozenset(found)


def peoples_of(reading: Reading, identifier: str) -> set[str]:
    """Return the countries of whose people the text says somebody is; a body may bear it in its name."""
    table = countries(reading.language)
    found = {table[w] for _, words in reading.described.get(identifier, ()) for w in words if w in table}
    entity = reading.entities[identifier]
    named = entity.name.lower().split() if entity.type is EntityType.ORGANIZATION else ()
    own = {entity.name} & country_names(reading.language)  # the team of Sweden
    return found | own | {table[word] for word in named if word in table}


def of_another_people(reading: Reading, sentence: Sentence, token: Token, identifier: str) -> bool:
    """Tell « le groupe français » from a firm that the text calls Moroccan."""
    if not any(sentence.children(token, "amod", "nmod", "compound")):
        return False  # it tells of no people
    table = countries(reading.language)
    said = {table[c.lower] for c in sentence.children(token, "amod") if c.lower in table} | of_organ(sentence, token)
    named = (c for c in sentence.children(token, "nmod") if preposition(sentence, c) not in _BESIDES)
    below = (reading.names.get(c.name) for c in named if c.name is not None)
    said |= {reading.entities[one].name for one in below if one is not None} & country_names(reading.language)
    known = peoples_of(reading, identifier) if said else set()
    another = bool(said and known) and not said & known
    another = another or _of_another_town(reading, sentence, token, identifier)
    another = another or (bool(said) and not known and _rules_at_home(reading, token, identifier, said))
    return another or _of_none(reading, sentence, token, identifier)


def _rules_at_home(reading: Reading, token: Token, identifier: str, said: set[str]) -> bool:
    """Tell « le président turc » from whom the text calls « président de la République » and has named no such land."""
    home = any(noun in _HEADS and words & _HOME for noun, words in reading.described.get(identifier, ()))
    if not home or token.lower not in _HEADS:
        return False
    names = reading.annotation.names
    lands = (n for n, who in reading.names.items() if reading.entities[who].name in said)
    return not any(names[n].span.end <= token.span.start for n in lands)


def of_organ(sentence: Sentence, token: Token) -> set[str]:
    """Return the country of « le chef du gouvernement hongrois », « de la diplomatie russe »: its head's own."""
    table = countries("fr")
    below = [t for t in sentence.children(token, "nmod") if t.lower.split()[0] in _ORGANS]
    words = [word for t in below for word in (*t.lower.split()[1:], *(c.lower for c in sentence.children(t, "amod")))]
    return {table[word] for word in words if word in table}


def _of_another_town(reading: Reading, sentence: Sentence, token: Token, identifier: str) -> bool:
    """Tell « le club londonien » from Real Madrid; of a region, which a town may lie in, nothing is known."""
    entity, table = reading.entities[identifier], townspeople()
    towns = (table[c.lower] for c in sentence.children(token, "amod") if c.lower in table)
    said = {town for town in towns if town not in regions()}
    if not said or entity.type is not EntityType.ORGANIZATION:
        return False
    words = [word.strip(",") for word in entity.name.replace("-", " ").split()]
    named = {word for word in words if word in table.values()} | {table[w.lower()] for w in words if w.lower() in table}
    return any(name not in regions() for name in named) and not said & named


def _of_none(reading: Reading, sentence: Sentence, token: Token, identifier: str) -> bool:
    """Tell "the US agency" from the European Space Agency."""
    before = (c.lower for c in sentence.children(token, "amod", "compound"))
    national = any(word in countries(reading.language) or word == "us" for word in before)
    return national and reading.entities[identifier].name.partition(" ")[0] in _OF_NONE


def note_people(
    reading: Reading, sentence: Sentence, token: Token, found: tuple[Reference, ...]
) -> tuple[Reference, ...]:
    """Return whom a description takes up; note of whose people it says they are: « le groupe marocain »."""
    people = {c.lower for c in sentence.children(token, "amod") if c.lower in countries(reading.language)}
    if not people and token.lower in _HEADS:
        people = set(description(reading, sentence, token) & _HOME)
    if token.lower == "ministre" and any(c.lower in RANKS for c in sentence.children(token, "amod")):
        for one in found:  # told apart from the head of state by it, but not called so
            reading.described.setdefault(one.entity, set()).add((PREMIER, frozenset((PREMIER,))))
    for one in found if people else ():
        if reading.entities[one.entity].type in (EntityType.ORGANIZATION, EntityType.PERSON):
            words = frozenset({token.lower, *people})
            reading.described.setdefault(one.entity, set()).add((token.lower, words))
    return found


def name_behind(reading: Reading, sentence: Sentence, token: Token) -> Reference | None:
    """Return the person named right behind a title and its complement, with or without a comma."""
    if not names_person(token.lower, reading.language) or token.plural:
        return None
    name = _next_person(reading, sentence, token)
    if (
        name is None
        or name.name is None
        or bears_name(sentence.tokens[name.index - 1], name)
        or _goes_on(sentence, name)
        or _of_the_subject(sentence, token, name)
        or _fronted(sentence, token, name)
        or _of_own_clause(sentence, token, name)
        or names_another(reading, sentence, token, name)
    ):
        return None
    said = name.dep.startswith("nsubj") and name.head > name.index and reading.language == "en"
    if said and any(sentence.children(token, "cop")):
        return None  # "Miller will become head of Novatel, Paul Hart said"
    own = (c for c in sentence.children(name, "case") if c.pos == "ADP" and c.lower not in OF)
    if reading.language == "fr" and any(own):
        return None  # « élu au poste de secrétaire devant le Slovaque Martin Benko »
    if name.head != token.index and _of_somebody(sentence, token) and sentence.tokens[name.index - 1].text != ",":
        return None  # « un voyageur à la station Jacques Dubois »
    first = sentence.head(name)
    listed = name.dep == "conj" and first is not None and first.name is not None  # « A, adjoint au maire, B et C »
    if listed or _of_deputy(sentence, token, name) or _of_noun_between(sentence, token, name):
        return None
    identifier = reading.names[name.name]
    note_description(reading, sentence, token, identifier)
    return Reference(identifier, "nominal", "name behind the title", name.span)


def _of_noun_between(sentence: Sentence, token: Token, name: Token) -> bool:
    """Tell « le soutien de son homologue hongrois Paul Dubois »: no comma parts the name from the noun it is of."""
    noun = sentence.tokens[name.head]
    close = name.dep in ("appos", "flat") and sentence.tokens[name.index - 1].text != ","
    return close and token.index < noun.index < name.index and noun.dep == "nmod" and names_person(noun.lower, "fr")


def _of_deputy(sentence: Sentence, token: Token, name: Token) -> bool:
    """Tell « le directeur de cabinet du préfet, Jean Dubois »: the name is in apposition to the noun above the title.

    So it is of whoever serves him, not his.
    """
    before = [t.lower for t in sentence.tokens[max(0, token.index - 2) : token.index]]
    if before[:1] and before[0].startswith("adjoint") and before[1:] in (["au"], ["du"]):
        return True  # « premier adjoint au maire de Lyon, Anne Dubois »
    above: Token | None = token
    while above is not None and above.dep.startswith("nmod"):
        above = sentence.head(above)
        if above is not None and above.index == name.head:
            return name.dep == "appos" and above.name is None and names_person(above.lower, "fr")
    return False


def _of_somebody(sentence: Sentence, token: Token) -> bool:
    return any(child.lower in ("un", "une") for child in sentence.children(token, "det"))


def _next_person(reading: Reading, sentence: Sentence, token: Token) -> Token | None:
    commas = 0
    for other in sentence.tokens[token.index + 1 : token.index + 1 + FAR]:
        entity = reading.entities.get(reading.names.get(other.name, "")) if other.name is not None else None
        if entity is not None and entity.type is EntityType.PERSON:
            honoured = sentence.tokens[other.index - 1].lower in _HONOURS  # « en remplacement de Mgr Dubois »
            before = sentence.tokens[other.index - 1 - honoured]
            return other if before.lower not in OF and before.pos != "ADP" else None
        if other.text == ",":
            commas += 1
            continue
        if commas and _of_people(sentence, other):
            continue  # « son chancelier, l'Allemand Albert Dubois »
        second = _second_title(sentence, token, other)
        latter = other.lower in ("dernier", "dernière")
        plain = latter or other.pos in ("NOUN", "ADJ", "PROPN") or other.lower in OF or other.pos in ("ADP", "DET")
        if commas or not plain or (other.pos == "NOUN" and not second and names_person(other.lower, reading.language)):
            return None
    return None


def _of_people(sentence: Sentence, word: Token) -> bool:
    """Tell the words of « , l'Allemand Albert Dubois » before the name."""
    noun = sentence.tokens[word.index + 1] if word.pos == "DET" and word.index + 1 < len(sentence.tokens) else word
    return noun.text in demonyms()


def _second_title(sentence: Sentence, token: Token, other: Token) -> bool:
    """Tell « successeur » of « le fils et successeur de Kabila, Paul Dubois » from « le pape et le cardinal X »."""
    joined = other.dep == "conj" and other.head == token.index and token.index < other.index <= token.index + 3
    kin = token.lower in KIN and other.lower in KIN  # "her husband and son Paul" are two
    return joined and not kin and not any(sentence.children(other, "det", "case", "nmod:poss"))


def _of_the_subject(sentence: Sentence, token: Token, name: Token) -> bool:
    """Tell « Si Paul Martin a été élu maire de Lyon, Anne Dubois a perdu »: the title is said of another subject."""
    verb = sentence.head(token)
    own = any(c.lower in POSSESSIVES for c in sentence.children(token, "det", "nmod:poss"))
    acts = name.dep.startswith("nsubj") and sentence.tokens[name.index - 1].text == ","
    goes_on = sentence.tokens[min(name.index + 1, len(sentence.tokens) - 1)].text != ","
    top: Token | None = token
    while top is not None and top.dep.startswith("nmod"):
        top = sentence.head(top)
    governed = top is not None and top.dep.startswith("obl") and bool(preposition(sentence, top))
    beside = token.dep.startswith("nmod") and len(sentence.children(sentence.tokens[name.head], "nsubj")) == 1
    goes_on = goes_on or beside  # « Selon un proche du maire, Paul Martin, 40 ans, a menti »: nobody else does
    if acts and ((own and token.dep.startswith(("obl", "obj"))) or (goes_on and governed)):
        return True  # « Face à son adversaire belge, Dubois a gagné » · « Selon le maire, Dubois a menti »
    if verb is None or token.dep not in ("xcomp", "attr") or verb.index > token.index:
        return False
    other = sentence.head(name)
    told = any(sentence.children(verb, "nsubj")) and name.dep.startswith("nsubj") and other is not None
    return told and other is not verb


def _fronted(sentence: Sentence, token: Token, name: Token) -> bool:
    """Tell "Encouraged by a therapist, Miller took lessons": the name is the subject behind what opens the sentence."""
    apart = sentence.tokens[name.index - 1].text == ","
    goes_on = sentence.tokens[name.index + 1 : name.index + 2]
    subject = name.dep.startswith("nsubj") and name.head > name.index
    closed = any(t.text in (",", "(") for t in goes_on)
    return apart and subject and not closed and token.dep.startswith("obl") and token.head != name.head


def _of_own_clause(sentence: Sentence, token: Token, name: Token) -> bool:
    """Tell "according to his agent, Miller had left": a subject behind a comma that stands alone is somebody else."""
    apart = sentence.tokens[name.index - 1].text == "," and name.dep.startswith("nsubj")
    after = sentence.tokens[name.index + 1 : name.index + 2]
    above = sentence.head(name)
    outside = above is not None and above.index > name.index and not token.dep.startswith(("nsubj", "appos", "ROOT"))
    first = (
        sentence.tokens[token.head] if token.dep == "conj" else token
    )  # "according to her agent and a guard, Miller"
    return apart and outside and bool(preposition(sentence, first)) and all(t.text != "," for t in after)


def _goes_on(sentence: Sentence, name: Token) -> bool:
    """Tell a list, where the name is somebody else: « le maire de Lyon, Anne Dubois et Paul Martin »."""
    following = sentence.tokens[name.index + 1 : name.index + 2]
    return any(t.lower in ("et", "and", "ou", "or", "'s", "’s") for t in following)
