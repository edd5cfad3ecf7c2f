"""Takes a party, a home or a station in life for the person just told of: « Dubois critique la grève. Le libéral … ».

French papers vary what they call the subject of the sentence before, by what readers know of him, seldom anybody else.
"""

from typing import Final

from kg.extract.coreference.men_of import of_no_business
from kg.extract.coreference.party_words import parties_differ
from kg.extract.coreference.ranking import anaphor
from kg.extract.coreference.salience import Salience
from kg.extract.coreference.subjects_before import person_before
from kg.extract.coreference.tellers import right_before
from kg.extract.grammar.subjects import inverted_subject
from kg.extract.grammar.voice import is_participle
from kg.extract.reading import Reading, Reference
from kg.lexicon.peoples import townspeople
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

_CONVICTIONS: Final = frozenset(
    """libéral libérale socialiste écologiste écolo centriste conservateur conservatrice communiste nationaliste
    souverainiste indépendantiste autonomiste travailliste social-démocrate chrétien-démocrate républicain républicaine
    frontiste insoumis insoumise péquiste caquiste bloquiste solidaire loyaliste séparatiste islamiste""".split()
)
_STATIONS: Final = frozenset(
    """trentenaire quadragénaire quadra quinquagénaire sexagénaire septuagénaire octogénaire nonagénaire milliardaire
    opposant opposante dissident dissidente oligarque putschiste intéressé intéressée""".split()
)
# « l'homme d'affaires », « la femme d'État », « le garde des Sceaux »
_OF: Final = {"homme": ("affaires", "état"), "femme": ("affaires", "état"), "garde": ("sceaux",)}
_THE: Final = frozenset("le la l' l’".split())
_APART: Final = ("nmod", "appos", "conj", "acl", "nummod", "flat")


def also_called(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...]:
    """Return the person who the sentence before is about, for a subject that only says what else he is."""
    if reading.language != "fr" or not _says_what_else(sentence, token) or not _tells(sentence, token):
        return ()
    who = person_before(reading, sentence)
    if who is None or f"~{token.lower}" in salience.strangers:
        return ()
    if _another(reading, sentence, token, who.entity) or _rivalled(reading, sentence, who.entity):
        return ()
    return (Reference(who.entity, "nominal", "of whom the sentence before tells", who.span or who.antecedent),)


def _says_what_else(sentence: Sentence, token: Token) -> bool:
    """Tell « le libéral », « le Tessinois », « l'homme d'affaires » with nothing that says which."""
    below = [t for t in sentence.children(token, *_APART) if t.index > token.index]
    if token.lower in _OF:
        strong = token.lower == "homme" and any(c.lower == "fort" for c in sentence.children(token, "amod"))
        return strong or any(t.lower in _OF[token.lower] for t in below[:1])
    home = token.text[:1].isupper() and token.index > 0 and token.lower in townspeople()
    return not below and (home or token.lower in _CONVICTIONS | _STATIONS)


def _tells(sentence: Sentence, token: Token) -> bool:
    """Tell a subject that opens the main clause, or who speaks behind a quotation that opens the sentence."""
    verb, before = sentence.head(token), sentence.tokens[token.index - 1] if token.index else None
    if verb is None or before is None or before.lower not in _THE or verb.dep != "ROOT" or token.plural:
        return False
    if token.dep.startswith("nsubj") and token.index < verb.index:
        return before.index == 0 or _undergone(sentence, before)
    opened = next((t for t in sentence.tokens if t.pos != "PUNCT"), before).quote is not None
    return opened and token.index > verb.index and token in inverted_subject(sentence, verb) + _object(sentence, verb)


def _undergone(sentence: Sentence, article: Token) -> bool:
    """Tell « Condamné en 2023 à dix ans de prison, l'homme d'affaires »: the participle is of the same one."""
    opening = sentence.tokens[: article.index]
    named = any(t.name is not None and t.pos == "PROPN" and t.dep.startswith("obl:agent") for t in opening)
    return is_participle(opening[0]) and opening[-1].text == "," and not named


def _object(sentence: Sentence, verb: Token) -> list[Token]:
    """Return what the parser takes for the object of « "…", a écrit le libéral », which has no other subject."""
    return [] if any(sentence.children(verb, "nsubj")) else list(sentence.children(verb, "obj"))


def _another(reading: Reading, sentence: Sentence, token: Token, who: str) -> bool:
    """Tell whether the text calls somebody else so, or this one is of another sex or party."""
    gender = anaphor(reading, sentence, token).gender
    if {gender, reading.genders.get(who, "")} == {"f", "m"} or parties_differ(reading, sentence, token, who):
        return True
    if of_no_business(reading, sentence, token, who):
        return True
    others = (e.id for e in reading.of_type(EntityType.PERSON) if e.id != who)
    return any(token.lower in reading.roles.get(one, ()) for one in others)


def _rivalled(reading: Reading, sentence: Sentence, who: str) -> bool:
    """Tell whether the sentence before speaks of further people who may be meant, besides what he is of them."""
    last = right_before(reading, sentence)
    if last is None:
        return True
    beside = {t.index for n in last.tokens if n.dep == "appos" for t in last.subtree(n)}
    told = {r.entity for t in last.tokens if t.index not in beside for r in reading.referents(last, t)}
    gender = reading.genders.get(who, "")
    rivals = (i for i in told - {who} if reading.entities[i].type is EntityType.PERSON)
    return any({gender, reading.genders.get(i, "")} != {"f", "m"} for i in rivals)
