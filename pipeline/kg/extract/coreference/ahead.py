"""Takes up whom a text describes before it names him: « Le pilote a été tué. … Le pilote, Jean Dubois, … ».

Headlines and first sentences speak so. The text must tie the noun to one name only, somewhere below.
"""

from typing import Final

from kg.extract.coreference.behind import description, office
from kg.extract.coreference.nouns import names_person
from kg.extract.coreference.ranking.name_words import akin
from kg.extract.coreference.salience import Salience
from kg.extract.reading import Reading, Reference
from kg.lexicon.closed import INDEFINITE_ARTICLES, POSSESSIVES
from kg.lexicon.peoples import countries
from kg.lexicon.tables import fold
from kg.model import EntityType, Span
from kg.model.annotation import Sentence, Token

_DEFINITE: Final = frozenset("du au le la les l' the".split())
# Adjectives of a post's field: « directeur financier, commercial, technique »
_FIELDS: Final = ("ancier", "ancière", "rcial", "rciale", "echnique", "sportif", "sportive", "tistique", "ridique")
_LEAD: Final = 1  # last sentence that may bring in whom the text names afterwards
_LEAD_AHEAD: Final = 2  # sentences of the lead behind a title
_AHEAD: Final = 4  # sentences within which somebody new is named


def named_ahead(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...]:
    """Return the only person whom the text calls by a singular noun, where nobody is named yet."""
    known = names_person(token.lower, reading.language)
    if not known or token.plural or sentence.inside is not None:
        return ()
    words = {child.lower for child in sentence.children(token, "det", "nmod:poss")}
    same = [] if words & POSSESSIVES else _described_so(reading, sentence, token, salience)
    if same:
        return tuple(Reference(i, "nominal", "named later", reading.first_named(i)) for i in same)
    if words & POSSESSIVES or (not words & INDEFINITE_ARTICLES and _somebody(reading, salience, token)):
        return ()
    named = office(sentence, token)
    holders = [i for i, roles in reading.roles.items() if named in roles]
    holders = holders or [i for i in reading.roles if akin(reading, token, i) and _first_person(reading, i)]
    holders = [i for i in holders if _as_told(reading, sentence, token, i)]
    if len(holders) != 1 or salience.latest(holders[0]) is not None:
        return ()
    (who,) = holders
    if reading.entities[who].type is not EntityType.PERSON:
        return ()
    if not _agrees(reading, sentence, token, who) or _several(reading, token):
        return ()
    return (Reference(who, "nominal", "named later", reading.first_named(who)),)


def _first_person(reading: Reading, who: str) -> bool:
    """Tell whether nobody is named before: « un élu » of a title is no mayor of whom the end of the text tells."""
    own = reading.first_named(who)
    others = (reading.first_named(one.id) for one in reading.of_type(EntityType.PERSON))
    return own is not None and all(own <= other for other in others if other is not None)


def _as_told(reading: Reading, sentence: Sentence, token: Token, who: str) -> bool:
    """Tell « l'ancien directeur financier » from whom the text calls director of something else."""
    field = {c.lower for c in sentence.children(token, "amod") if c.lower.endswith(_FIELDS)}
    said = frozenset().union(*(one for _, one in reading.described.get(who, ())))
    return not field or field <= said


def _described_so(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> list[str]:
    """Return the only person of « la porte-parole du gouvernement » who is called so, to the word, further down."""
    told = (token.lower, description(reading, sentence, token))
    if sentence.index > _LEAD + 1 or not any(sentence.children(token, "nmod")):
        return []  # « l'ancien général » is a word for many
    called = [i for i, posts in reading.described.items() if told in posts]
    people = [i for i in called if reading.entities[i].type is EntityType.PERSON]
    return people if len(called) == 1 and salience.latest(called[0]) is None else []


def _somebody(reading: Reading, salience: Salience, token: Token) -> bool:
    """Tell whether anybody was named before whom a definite noun may as well take up."""
    seen = {one.entity for one in salience.seen} & {e.id for e in reading.of_type(EntityType.PERSON)}
    return any({token.gender, reading.genders.get(i, "")} != {"m", "f"} for i in seen)


def _agrees(reading: Reading, sentence: Sentence, token: Token, who: str) -> bool:
    """Tell whether nothing beside the noun speaks of somebody else: another name, another people or gender."""
    words = description(reading, sentence, token, who)
    said = frozenset().union(*(one for noun, one in reading.described.get(who, ()) if noun == token.lower))
    known = said | set(fold(reading.entities[who].name).split())
    named = (t for c in sentence.children(token, "nmod", "appos", "compound") for t in sentence.subtree(c))
    names = {fold(t.text) for t in named if t.name is not None and reading.names.get(t.name) != who}
    peoples = {word for word in words if word in countries(reading.language)}
    clash = reading.language == "fr" and {token.gender, reading.genders.get(who, "")} == {"m", "f"}
    return names <= known and peoples <= known and not clash


def _several(reading: Reading, token: Token) -> bool:
    """Tell whether the text brings in two by the same noun: « un homme … un autre homme »."""
    brought = 0
    for sentence in reading.annotation.sentences:
        for other in sentence.tokens:
            if other.lower == token.lower and other.pos == "NOUN":
                brought += any(c.lower in INDEFINITE_ARTICLES for c in sentence.children(other, "det"))
    return brought > 1


def opening(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...]:
    """Resolve « un ministre démissionne » of a headline or first sentence."""
    if sentence.index > _LEAD:
        return ()
    return _of_same_deed(reading, sentence, token) or named_ahead(reading, sentence, token, salience)


def _of_same_deed(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Resolve « Un élu mis en examen » by « Paul Martin a été mis en examen » of the next sentences, the same verb.

    What a title tells of somebody without a name its lead tells of somebody with one.
    """
    verb, function = _deed(sentence, token)
    if verb is None or not names_person(token.lower, reading.language) or token.plural:
        return ()
    for later in reading.annotation.sentences[sentence.index + 1 : sentence.index + 1 + _LEAD_AHEAD]:
        for deed in (t for t in later.tokens if t.lower == verb.lower and t.pos == "VERB"):
            for subject in later.children(deed, function):
                people = _people(reading, later, subject)
                if len(people) == 1 and _agrees(reading, sentence, token, people[0][0]):
                    return (Reference(people[0][0], "nominal", "of whom the lead tells the same", people[0][1]),)
    return ()


def _deed(sentence: Sentence, token: Token) -> tuple[Token | None, str]:
    """Return the verb of a subject, « tué » of the title « Un pilote tué à Lyon », and the subject's function."""
    if token.dep.startswith("nsubj"):
        return sentence.head(token), token.dep
    done = (t for t in sentence.children(token, "acl") if "VerbForm=Part" in t.morph and "Tense=Past" in t.morph)
    return (next(done, None), "nsubj:pass") if token.dep == "ROOT" else (None, "")


def _people(reading: Reading, sentence: Sentence, subject: Token) -> list[tuple[str, Span]]:
    """Return the persons whom a subject names, itself or beside it."""
    found = []
    for word in (subject, *sentence.children(subject, "appos", "flat", "conj")):
        who = reading.names.get(word.name) if word.name is not None else None
        if who is not None and reading.entities[who].type is EntityType.PERSON:
            found.append((who, word.span))
    return found


def named_later(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Resolve « un responsable affirme … » by the first « le responsable Ross Rocketto » of the next sentences."""
    for later in reading.annotation.sentences[sentence.index + 1 : sentence.index + 1 + _AHEAD]:
        for other in later.tokens:
            determined = any(c.lower in _DEFINITE for c in later.children(other, "det"))
            if other.lower != token.lower or other.pos != "NOUN" or not determined:
                continue
            for child in later.children(other, "appos", "flat"):
                identifier = reading.names.get(child.name) if child.name is not None else None
                if identifier and reading.entities[identifier].type is EntityType.PERSON:
                    return (Reference(identifier, "nominal", "named later", child.span),)
    return ()
