"""Cuts the words of a title out of its sentence: « ministre de l'Intérieur », not whose or since when."""

import re
from typing import Final

from kg.extract.grammar.prepositions import preposition
from kg.extract.participants.verbatim import clean
from kg.extract.reading import Reading
from kg.extract.trees.apposition.callings import calls_person
from kg.lexicon.closed import CHARGED
from kg.lexicon.peoples import countries, parties
from kg.lexicon.tables import fold, lexicon, person_nouns
from kg.model import Participant, Span
from kg.model.annotation import Sentence, Token

PASSING: Final = frozenset(
    """récent récente autre autres
    ancien ancienne anciens anciennes ex actuel actuelle futur future nouveau nouvelle nouvel feu défunt défunte
    seul seule même prochain prochaine emblématique fameux fameuse célèbre inamovible éphémère
    charismatique former current new late then incoming outgoing future departing retiring""".split()
)
_NO_TITLES: Final = frozenset("time position post role job vacancy place seat p.m. a.m. ceremony".split())
_LEADING: Final = PASSING | {"such", "as", "fellow", "different", "including", "like", "several", "many", "various"}
_LANDS: Final = ("state", "province", "county")
_HONOURS: Final = frozenset("sheikh sheikha maulana alhaji sayyid shri ustad mullah haji datuk tengku".split())
_POSTS: Final = frozenset("poste postes fonction fonctions rang grade titre dignité qualité rôle".split())
# What one is named to without a word for a person: « nommé à la présidence », « à l'ambassade de France à Lima »
_OFFICES: Final = frozenset(
    """présidence vice-présidence direction tête ambassade ministère portefeuille secrétariat commandement chaire siège
    intérim rectorat préfecture mairie parquet gouvernement conseil comité bureau directoire commission cour cabinet
    partenaire partners""".split()
)
_AGED: Final = re.compile(r"\d{1,2}[- ]year[- ]old (?:former |retired )?")
_TRAILING: Final = re.compile(r",? (?:and|et|of|de|for|au sein|de l['’]époque|d['’]alors)$")


def title_words(reading: Reading, sentence: Sentence, token: Token) -> Participant:
    """Return the words of a title: « premier ministre », « ministre de l'Intérieur », not whose or since when."""
    start, end = token.span.start, token.span.end
    for child in sentence.children(token, "amod", "compound", "flat", "fixed", "nmod", "nummod", "acl"):
        if _no_part(sentence, child, token):
            continue
        part = [t for t in _nameless(sentence, child) if t is child or t.lower not in countries(reading.language)]
        if not part or not _names_office(sentence, child):
            if child.index > token.index:
                break  # what comes after it says whose or since when too
            continue
        part = [t for t in part if t.pos != "PUNCT"] or part  # « ministre (de l’économie) »
        left, right = min(t.span.start for t in part), max(t.span.end for t in part)
        if any(t.name is not None and end <= t.span.start < left for t in sentence.children(token, "appos", "flat")):
            break  # « le juge fédéral Jean Dubois de l'État de Hawaï »
        between = reading.text[end:left] if left >= end else reading.text[right:start]
        people = _of_people(sentence, child, reading.language) or child.text in parties(reading.language)
        passing = child.lower in PASSING or people or _befallen(child)
        if passing or set(between) & set(",;:()\n"):
            continue
        start, end = min(start, left), max(end, right)
    begin = _begin(reading, sentence, start, token)
    aged = _AGED.match(reading.text, begin, token.span.start)  # "a 43-year-old former tax inspector"
    span = Span(aged.end() if aged else begin, end)
    words = _TRAILING.sub("", clean(span.of(reading.text)))
    return Participant(_of_each(words, token, reading.language), span=span)


def _no_part(sentence: Sentence, child: Token, token: Token) -> bool:
    """Tell what hangs from a title and says nothing of the office: "Sheikh", a clause, a time before it."""
    honour = child.index > token.index and child.lower in _HONOURS  # "prime minister Sheikh Hasina"
    clause = child.dep.startswith("acl") and child.lower not in CHARGED
    return honour or clause or child.pos == "ADV" or (child.index < token.index and _apart(sentence, child, token))


def _of_people(sentence: Sentence, word: Token, language: str) -> bool:
    """Tell the adjective of a people, also of two words: "Kenyan", "South Korean"."""
    before = sentence.tokens[word.index - 1].lower if word.index else ""
    return word.lower in countries(language) or f"{before} {word.lower}" in countries(language)


def _begin(reading: Reading, sentence: Sentence, start: int, token: Token) -> int:
    """Return where a title begins: behind a name within it, and behind "such as", « ancien » at its head."""
    for word in reversed(sentence.tokens[: token.index]):
        if word.span.start < start:
            break
        if word.name is not None or word.lower in ("candidate", "nominee", "hopeful"):
            return sentence.tokens[word.index + 1].span.start
        if word.lower in _LANDS and word.index > 0 and sentence.tokens[word.index - 1].name is not None:
            return sentence.tokens[word.index + 1].span.start  # "Benue state governor" is governor
    for word in sentence.tokens:
        people = reading.language == "en" and word.pos == "ADJ" and _of_people(sentence, word, reading.language)
        if start <= word.span.start < token.span.start and not (people or _leading(sentence, word)):
            return word.span.start
    return min(start, token.span.start) if start >= token.span.start else token.span.start


def _leading(sentence: Sentence, word: Token) -> bool:
    """Tell « ancien », « brièvement », « plus jeune » before a title: how or when somebody held it."""
    ranked = word.index > 0 and sentence.tokens[word.index - 1].lower in ("plus", "newly")
    if word.index > 0 and sentence.tokens[word.index - 1].text == "-" and word.lower in ("born", "based", "educated"):
        return True  # "French-born chief executive"
    how = word.lower in ("plus", "newly") or (word.pos == "ADV" and word.lower.endswith("ment"))
    return word.lower in _LEADING or how or ranked


def _befallen(child: Token) -> bool:
    """Tell "jailed" of "the jailed opposition leader", no part of the post as "elected" is."""
    return child.pos == "VERB" and child.lower.endswith("ed") and child.lower not in ("elected", "appointed", "named")


def _apart(sentence: Sentence, child: Token, token: Token) -> bool:
    """Tell « devient [cette fois] président », "[54-year-old] Boston Police sergeant": before the body, or a time."""
    return child.dep.startswith("nmod") or any(t.name is not None for t in sentence.tokens[child.index : token.index])


def is_title(reading: Reading, sentence: Sentence, token: Token) -> bool:
    """Tell what one is named, « ministre », « au poste de directeur », from « à Londres », « à sa place »."""
    if reading.language == "en" and token.lower in _NO_TITLES:
        return False  # "sworn in at 5 p.m. local time", "appointed to the post"
    if reading.language != "fr" or token.pos not in ("NOUN", "PROPN", "PRON"):
        return True
    board = any(t.lower in ("administration", "surveillance") for t in sentence.children(token, "nmod"))
    if token.name is not None or token.pos == "PRON" or (board and token.lower == "conseil"):
        return False  # « nommé au conseil d'administration »
    return calls_person(post_named(sentence, token).lower, "fr") or token.lower in _OFFICES


def post_named(sentence: Sentence, token: Token) -> Token:
    """Return « directeur » of « au poste de directeur », « aux fonctions de directeur », else the word itself."""
    if token.lower not in _POSTS:
        return token
    return next((t for t in sentence.children(token, "nmod") if preposition(sentence, t) == "de"), token)


def _plural(token: Token) -> bool:
    return token.plural or token.lower.removesuffix("s") in lexicon()["person_titles"] - {token.lower}


def _one_of(words: str) -> str:
    """Return the title that each of several has: "Congress leaders Miller and Carter" are each a leader.

    >>> _one_of("deputy ministers"), _one_of("state secretaries"), _one_of("Sens.")
    ('deputy minister', 'state secretary', 'Sen.')
    """
    for end, single in (("s.", "."), ("ies", "y"), ("men", "man"), ("women", "woman"), ("s", "")):
        if words.endswith(end):
            return words.removesuffix(end) + single
    return words


def _of_each(words: str, token: Token, language: str) -> str:
    """Return the title that each of several has, as far as it is sure to be the singular."""
    if language == "en":
        return _one_of(words) if _plural(token) and words.endswith(token.text) else words
    before, _, rest = words.partition(token.text)
    single, first = token.text.removesuffix("s"), before.rstrip().removesuffix("s")
    plain = not rest or rest.startswith((" de ", " d'", " d’", " du ", " des "))  # no « députés socialistes »
    known = single.removeprefix("ex-") in person_nouns() and token.text in words and " " not in first
    return f"{first} {single}{rest}".lstrip() if token.plural and plain and known else words


def _names_office(sentence: Sentence, token: Token) -> bool:
    """Tell whether what hangs from a title is part of it: « de l'Intérieur », not « depuis 2012 », « lundi »."""
    head = sentence.head(token)
    if token.dep == "nummod" or (token.pos == "NUM" and head is not None and head.lower == "numéro"):
        return head is not None and head.lower == "numéro" and token.index == head.index + 1  # « numéro deux »
    if any(t.name is not None for t in sentence.children(token, "appos")):
        return False  # "adviser to President Jane Miller"
    before = preposition(sentence, token)
    return not _timed(token) and (
        before in ("", "de", "à", "of", "for", "to") or (before, token.lower) == ("en", "chef")
    )


def _timed(token: Token) -> bool:
    return token.pos == "NUM" or fold(token.lower) in lexicon()["calendar"]


def _nameless(sentence: Sentence, token: Token) -> list[Token]:
    """Return what hangs from a word, up to a complement that holds a name (« des transports [du Québec] »)."""
    if token.name is not None:
        return []
    found = [token]
    for child in sentence.children(token):
        more = child.dep == "conj" and preposition(sentence, child) == "de"  # « de la Culture et de la … »
        more = more or (child.dep == "conj" and child.pos == token.pos == "ADJ")  # « écologique et solidaire »
        if child.dep.startswith(("appos", "acl", "conj", "punct")) and child.index > token.index and not more:
            break
        if child.index > token.index and preposition(sentence, child) and _timed(child):
            break  # « chef du gouvernement du 21 mai 1981 au 17 juillet 1984 »
        part = _nameless(sentence, child)
        named = any(t.name is not None for t in sentence.subtree(child))
        if named and child.index > token.index:
            break
        found += part
    return found
