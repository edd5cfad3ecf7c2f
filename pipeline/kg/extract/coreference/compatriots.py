"""Resolves « la Russe », "the 27-year-old Kenyan": the person of that people who was spoken of."""

import re
from collections.abc import Iterator
from typing import Final

from kg.extract.coreference.again import of_country
from kg.extract.coreference.behind import peoples_of
from kg.extract.coreference.party_words import parties_differ
from kg.extract.coreference.ranking.candidates import candidates
from kg.extract.coreference.ranking.sought import PERSON, Anaphor
from kg.extract.coreference.salience import Salience
from kg.extract.grammar.coordination import conjuncts
from kg.extract.grammar.prepositions import preposition
from kg.extract.reading import Reading, Reference
from kg.lexicon.peoples import aged_inhabitant, countries, country_adjective, parties, townspeople
from kg.lexicon.tables import demonyms, regions
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

_DEFINITE: Final = {"le": "m", "la": "f", "l'": "", "l’": "", "the": "", "du": "m", "au": "m"}
_POINTING: Final = {"ce": "m", "cet": "m", "cette": "f"}
# English nouns for one of a people beside the adjective.
NOUNS: Final = {
    "spaniard": "spanish", "briton": "british", "frenchman": "french", "frenchwoman": "french", "englishman": "english",
    "dutchman": "dutch", "irishman": "irish", "welshman": "welsh", "scot": "scottish", "dane": "danish",
    "swede": "swedish", "finn": "finnish", "pole": "polish", "turk": "turkish", "serb": "serbian", "croat": "croatian",
}  # fmt: skip
PARTISANS: Final = frozenset("Democrat Republican Tory Conservative Liberal Libertarian Socialist Communist".split())
_ONE: Final = ("a", "an", "one")
_JOINED: Final = ("-", "'s", "’s")
# « l'ancien Lyonnais », « l'ex-Parisien », « le néo-Bordelais »: who played, or plays now, for the club of a town
_LATELY: Final = r"(?:ancien\s|ancienne\s|ex-|néo-|désormais\s|nouveau\s)?"
_FORMER: Final = ("ancien", "ancienne", "ex", "néo", "nouveau")
_ELECTED: Final = frozenset(
    """senator representative congressman congresswoman governor president mayor candidate lawmaker legislator minister
    politician councillor councilman councilwoman challenger incumbent nominee mp leader premier speaker sen. rep. gov.
    sen rep gov""".split()
)
_MODIFIERS: Final = ("amod", "compound", "flat", "nmod:poss")
_BESIDE: Final = 3  # words
_RECENT: Final = 8  # sentences
_OF_PEOPLES: Final = (EntityType.PERSON, EntityType.ORGANIZATION)


def learn_peoples(reading: Reading) -> None:
    """Note of which people the text says each person or body is: « la sabreuse russe X », "Italian X", "X (Kenya)"."""
    for sentence in reading.annotation.sentences:
        for token in sentence.tokens:
            identifier = reading.names.get(token.name) if token.name is not None else None
            if identifier is not None and reading.entities[identifier].type in _OF_PEOPLES:
                found = {people for word in _around(sentence, token) for people in _people(reading, word)}
                reading.described.setdefault(identifier, set()).update((word, frozenset({word})) for word in found)


def _around(sentence: Sentence, name: Token) -> Iterator[Token]:
    """Yield the words that may say of which people a person is."""
    yield from sentence.children(name, *_MODIFIERS)
    for noun in sentence.children(name, "compound"):  # "Czech qualifier Klara Vaskova"
        yield from sentence.children(noun, "amod")
    head = sentence.head(name)
    if head is not None and name.dep in ("appos", "flat", "nmod", "compound") and head.pos == "NOUN":
        yield from sentence.children(head, *_MODIFIERS)
    for noun in sentence.children(name, "appos"):
        yield from sentence.children(noun, *_MODIFIERS)
    first = name.index
    while first and sentence.tokens[first - 1].name == name.name:
        first -= 1
    yield from (t for t in sentence.tokens[max(0, first - 1) : first])
    after = sentence.tokens[name.index + 1 : name.index + _BESIDE]
    if len(after) == _BESIDE - 1 and after[0].lower in ("(", "of", "from"):
        yield after[1]


def _people(reading: Reading, word: Token) -> Iterator[str]:
    """Yield the adjective of the people that a word names, itself or by its country."""
    table = countries(reading.language)
    if word.lower in table:
        yield word.lower
    elif word.name is not None:
        yield from (adjective for adjective, country in table.items() if country == word.text)


def is_compatriot(reading: Reading, sentence: Sentence, token: Token) -> bool:
    """Tell a word for one of a people that stands alone: « la Russe », "the Kenyan", not « la Russe Dubois »."""
    word = NOUNS.get(token.lower, token.lower)
    known = word in countries(reading.language)
    if not known and reading.language == "fr":
        known = token.text in demonyms() or _townsman(token.text) or _of_club(sentence, token)
    if not known or token.quote is not None or token.dep.startswith(("amod", "compound", "flat")):
        return False
    before = [t for t in sentence.tokens[max(0, token.index - 8) : token.index] if t.head == token.index]
    after = sentence.tokens[token.index + 1 : token.index + 2]
    alone = not any((t.pos in ("NOUN", "PROPN") and t.name != token.name) or t.text == "-" for t in after)
    return alone and any(t.lower in _DEFINITE or t.lower in _POINTING for t in before) and not token.plural


def _townsman(word: str) -> bool:
    """Tell « le Lyonnais », « l'Essonnien »: a capital letter before what is also an adjective of a town or region."""
    return word[:1].isupper() and word[1:].islower() and not word.endswith("es") and word.lower() in townspeople()


def _of_club(sentence: Sentence, token: Token) -> bool:
    """Tell « l'ancien sochalien », « le néo-bordelais »: a player whom the press calls by the town of a club."""
    former = any(c.lower in _FORMER for c in sentence.children(token, "amod"))
    prefix, hyphen, town = token.lower.partition("-")
    return (former and token.lower in townspeople()) or (hyphen != "" and prefix in _FORMER and town in townspeople())


def before_name(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return the person of « la Russe Inna Volkova » where the parser takes the people for an adjective."""
    name = sentence.tokens[token.index + 1] if token.index + 1 < len(sentence.tokens) else None
    before = sentence.tokens[token.index - 1].lower if token.index else ""
    if name is None or token.text not in demonyms() or before not in _DEFINITE or token.head != name.index:
        return ()
    who = reading.names.get(name.name) if name.name is not None else None
    if who is None or reading.entities[who].type is not EntityType.PERSON:
        return ()
    return (Reference(who, "nominal", "name beside the people", name.span),)


def firm_of_people(reading: Reading, sentence: Sentence, word: Token) -> Token | None:
    """Return the firm that the press calls by its people, its land or its town: « l'américain Boeing »."""
    table = townspeople() if word.lower in townspeople() else countries("fr")
    named = next((c for c in sentence.children(word, "appos", "flat") if c.name is not None), None)
    if reading.language != "fr" or word.lower not in table or word.text[0].isupper() or named is None:
        return None
    kind = reading.annotation.names[named.name or 0].type
    article = any(c.lower in _DEFINITE for c in sentence.children(word, "det", "case"))
    return named if article and kind is EntityType.ORGANIZATION and named.index == word.index + 1 else None


def _pointed_at(reading: Reading, salience: Salience, gender: str) -> tuple[Reference, ...]:
    """Return whom « cette Française » points to: who was named last in the sentence before, of that gender."""
    last = [seen for seen in salience.newest(1) if seen.sentence < salience.now]
    people = [seen for seen in last if reading.entities[seen.entity].type is EntityType.PERSON]
    fitting = [seen for seen in people if reading.genders.get(seen.entity, "") in ("", gender)]
    return tuple(Reference(s.entity, "nominal", "who has just been spoken of", s.span) for s in fitting[:1])


def compatriot(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...]:
    """Return the person of that people who was spoken of; the only person of the text where nobody's is known."""
    words = [t.lower for t in sentence.children(token, "det", "case")]
    if any(w in _POINTING for w in words):
        return _pointed_at(reading, salience, next(_POINTING[w] for w in words if w in _POINTING))
    if not any(w in _DEFINITE for w in words):  # « un Ouzbek »
        return ()
    gender = next((_DEFINITE[w] for w in words if _DEFINITE.get(w)), "")
    sought = Anaphor(sentence, token, "the compatriot", gender, kind=PERSON)
    recent = {seen.entity for seen in salience.recent(_RECENT)}
    among = [i for i in candidates(reading, sought, salience) if i in recent and i in reading.entities]
    people = of_country(reading, NOUNS.get(token.lower, token.lower))
    fitting = [i for i in among if i in people or token.lower in reading.roles.get(i, ())]
    if not fitting and not any({gender, reading.genders.get(i, "")} != {"m", "f"} for i in people):
        unknown = [i for i in among if not peoples_of(reading, i)]
        fitting = unknown if not _rivals(reading, unknown, salience) else []
    best = _ahead(fitting, salience)
    return (Reference(best, "nominal", "the one of that people", salience.last(best)),) if best is not None else ()


def _rivals(reading: Reading, among: list[str], salience: Salience) -> bool:
    """Tell whether a clause names several of them side by side, each of whom may be of the people."""
    told: dict[tuple[int, int], set[str]] = {}
    for seen in salience.recent(_RECENT):
        if seen.entity in among and reading.entities[seen.entity].type is EntityType.PERSON:
            told.setdefault(seen.verb, set()).add(seen.entity)
    return any(len(people) > 1 for people in told.values())


def is_partisan(reading: Reading, sentence: Sentence, token: Token) -> bool:
    """Tell "the Democrat", "the Ohio Republican": one of the party, not the party itself."""
    if reading.language != "en" or token.name is None or reading.annotation.names[token.name].form not in PARTISANS:
        return False
    return any(t.lower == "the" for t in _own_before(sentence, token)) and not _goes_on(sentence, token, ("-",))


def counted_partisans(reading: Reading, sentence: Sentence, token: Token) -> bool:
    """Tell "a Republican", "two Democrats": people of the party, not the party itself."""
    if reading.language != "en" or token.name is None:
        return False
    form = reading.annotation.names[token.name].form
    if form not in parties("en") and form.removesuffix("s") not in parties("en"):
        return False
    before = _own_before(sentence, token)
    one_or_some = any(t.lower in _ONE or (t.pos == "NUM" and not t.text[0].isdigit()) for t in before)
    return one_or_some and not _goes_on(sentence, token, _JOINED)


def _own_before(sentence: Sentence, token: Token) -> list[Token]:
    """Return the words right before a party's word that hang from it."""
    return [t for t in sentence.tokens[max(0, token.index - 6) : token.index] if t.head == token.index]


def _goes_on(sentence: Sentence, token: Token, joints: tuple[str, ...]) -> bool:
    """Tell "the Republican senator", "a Democrat-led house", where the word stands for nobody itself."""
    after = sentence.tokens[token.index + 1 : token.index + 2]
    return any(t.pos in ("NOUN", "PROPN", "ADJ") or t.text in joints for t in after)


def named_partisans(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return those named behind: "One Republican, Jane Miller, voted for it"."""
    behind = [t for t in sentence.children(token, "appos") if t.index > token.index]
    names = [t for first in behind[:1] for t in (first, *conjuncts(sentence, first)) if t.name is not None]
    found = [(reading.names.get(t.name), t) for t in names if t.name is not None]
    people = [(i, t) for i, t in found if i is not None and reading.entities[i].type is EntityType.PERSON]
    if len(people) < len(names):
        return ()
    return tuple(Reference(i, "nominal", "name beside the party's word", t.span) for i, t in people)


def partisan(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...]:
    """Return the politician who was spoken of, or the only person; "the top Democrat on the panel" is somebody new."""
    if any(preposition(sentence, t) in ("in", "on", "of") for t in sentence.children(token, "nmod")):
        return ()
    sought = Anaphor(sentence, token, "the compatriot", "", kind=PERSON)
    recent = {seen.entity for seen in salience.recent(_RECENT)}
    among = [i for i in candidates(reading, sought, salience) if i in recent and i in reading.entities]
    people = [i for i in among if reading.entities[i].type is EntityType.PERSON]
    people = [i for i in people if not of_other_party(reading, token, i)]
    elected = [i for i in people if {role.split()[-1] for role in reading.roles.get(i, ()) if role} & _ELECTED]
    best = _ahead(elected or people, salience) or _last_told(reading, sentence, token, salience, people)
    return (Reference(best, "nominal", "the one of that party", salience.last(best)),) if best is not None else ()


def _last_told(reading: Reading, sentence: Sentence, token: Token, salience: Salience, people: list[str]) -> str | None:
    """Return the only one of the gender told last: « Luc Dubois a félicité Anne Petit. « … », dit le démocrate »."""
    newest = list(salience.newest(1))
    near, leads = {seen.entity for seen in newest}, {seen.entity for seen in newest if seen.main}
    gender = {"le": "m", "la": "f"}.get(sentence.tokens[token.index - 1].lower if token.index else "", "")
    agree = [i for i in people if i in near and gender and reading.genders.get(i, gender) in ("", gender)]
    agree = [i for i in agree if not parties_differ(reading, sentence, token, i)]
    agree = [i for i in agree if i in leads] if len(agree) > 1 else agree
    return agree[0] if len(agree) == 1 and reading.language == "fr" else None


def of_other_party(reading: Reading, token: Token, who: str) -> bool:
    """Tell "the Democrat" from "Republican Paul Hart", "Paul Hart, a Florida Republican"."""
    name = re.escape(reading.entities[who].name)
    others = "|".join(sorted(PARTISANS - {token.text}))
    near = rf"\b(?:{others}) (?:[A-Z][\w.]* ){{0,2}}{name}\b|\b{name}, an? (?:[A-Z]\w+ )?(?:{others})\b"
    return re.search(near, reading.text) is not None


def _ahead(fitting: list[str], salience: Salience) -> str | None:
    """Return the only one, or who is twice as salient as the next."""
    scores = salience.scores(_RECENT)
    ordered = sorted(fitting, key=lambda i: (-scores.get(i, 0.0), i))
    if len(ordered) > 1 and scores.get(ordered[0], 0.0) < 2 * scores.get(ordered[1], 0.0):
        return None
    return ordered[0] if ordered else None


def some_of_people(reading: Reading, sentence: Sentence, token: Token) -> bool:
    """Tell « deux Français » of « deux Français, A et B, »: some of the people, not the people."""
    people = token.name is not None and country_adjective(token.lower) is not None
    named = any(t.name is not None and t.index > token.index for t in sentence.children(token, "appos"))
    return people and named and reading.language == "fr" and any(sentence.children(token, "nummod"))


def counted_people(reading: Reading, sentence: Sentence, token: Token) -> bool:
    """Tell « deux Marseillais » from « les Marseillais »: so many of them, whom nobody names, are not the people."""
    if reading.language != "fr" or token.name is None:
        return False
    people = reading.annotation.names[token.name]
    named = any(t.name is not None and t.index > token.index for t in sentence.children(token, "appos"))
    definite = any(t.lower in ("les", "des", "aux", "ces") for t in sentence.children(token, "det", "case"))
    counted = any(sentence.children(token, "nummod")) and not (definite or named)
    return counted and people.type is EntityType.GROUP and people.form in demonyms()


def one_of_people(reading: Reading, token: Token) -> bool:
    """Tell whether a people's name stands for one person: « le Français », « une Kényane »."""
    return token.name is not None and single_of_people(reading, token.name)


def single_of_people(reading: Reading, index: int) -> bool:
    """Tell whether the name at an index is a people's that stands for one person."""
    if reading.language != "fr":
        return False
    name = reading.annotation.names[index]
    before = reading.text[max(0, name.span.start - 16) : name.span.start].lower().replace("’", "'")
    one = re.search(rf"(?:\b(?:le|la|une?(?:\s(?:autre|jeune))?|du|au|ce|cet|cette)\s|\bl'){_LATELY}$", before)
    people = name.form in demonyms() or _townsman(name.form) or aged_inhabitant(reading.text, name.span)
    land = name.type is EntityType.PLACE and name.form in regions() and before.endswith("la ")  # « la Corse »
    beside = reading.annotation.names[index + 1 : index + 2]  # « la Corse Marie Dubois »
    land = land and not any(n.type is EntityType.PERSON and n.span.start == name.span.end + 1 for n in beside)
    return people and one is not None and name.type is not EntityType.ORGANIZATION and not land
