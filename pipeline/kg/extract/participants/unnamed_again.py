"""Finds the people without a name whom a pronoun takes up: "Two men were arrested. They were later released".

Only what opens a sentence is taken so, and only where the sentence before tells of nobody else.
"""

from typing import Final

from kg.extract.coreference.compatriots import one_of_people
from kg.extract.coreference.impersonal import impersonal
from kg.extract.coreference.nouns import names_person
from kg.extract.coreference.pronouns import is_latter
from kg.extract.grammar.subjects import surface_subject
from kg.extract.reading import Reading
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

_MANY: Final = frozenset("they all both ils elles".split())
_ONE: Final = frozenset("he she il elle".split())
_PEOPLE: Final = (_MANY | _ONE) - {"all", "both"} | frozenset("them him her we i je nous lui".split())
_OPENING: Final = 1  # words before the pronoun: "Later they …"
_CHAIN: Final = 3  # sentences that may go on with the same pronoun
_LATTER: Final = ("celui-ci", "celle-ci")
_GENDERS: Final = {
    **dict.fromkeys(("un", "il", "ils", "dernier", "celui-ci"), "m"),
    **dict.fromkeys(("une", "elle", "elles", "dernière", "celle-ci"), "f"),
}
_MIXED: Final = "ils"  # « Une femme et un homme »: « ils » says nothing of one of them
_ENDS: Final = ("nsubj", "obj", "obl:agent")
_NEW: Final = frozenset("a an several some many dozens hundreds un une plusieurs".split())
_DEFINITE: Final = frozenset("le la l' l’ ce cet cette les ces".split())
_COLLECTIVE: Final = frozenset("couple duo trio quatuor bande".split())  # « Un couple … Ils … »
_CLAUSES: Final = ("conj", "advcl", "acl:relcl", "parataxis")
# Who is so called has a part in what is told, and mostly no name in the text.
_INVOLVED: Final = frozenset(
    """suspect suspecte suspects victime victimes agresseur agresseurs assaillant assaillants tireur tireurs meurtrier
    meurtrière conducteur conductrice automobiliste motard motarde cycliste piéton piétonne intéressé intéressée
    prévenu prévenue prévenus accusé accusée forcené fugitif fugitive fuyard cambrioleur cambrioleurs voleur voleurs
    braqueur braqueurs chauffard chauffards malfaiteur malfaiteurs ravisseur ravisseurs kamikaze auteur auteurs
    randonneur randonneuse baigneur baigneuse alpiniste trentenaire quadragénaire quinquagénaire sexagénaire
    septuagénaire octogénaire
    nonagénaire homme hommes femme femmes individu individus adolescent adolescente fillette garçonnet""".split()
)


def unnamed_again(reading: Reading, sentence: Sentence, token: Token) -> tuple[Sentence, Token] | None:
    """Return the noun for those whom a pronoun takes up, with its sentence."""
    if sentence.inside is not None or reading.referents(sentence, token):
        return None
    if sentence.index and (is_latter(sentence, token) or token.lower in _LATTER):
        return _latter(reading, sentence, token)
    if any(sentence.children(token, "nmod", "det", "nummod")) or impersonal(sentence, token):
        return None
    if reading.language == "fr" and token.lower in _ONE and (told := _of_main(reading, sentence, token)) is not None:
        return sentence, told
    return _before(reading, sentence, token, _CHAIN)


def _before(reading: Reading, sentence: Sentence, token: Token, back: int) -> tuple[Sentence, Token] | None:
    """Return whom the sentence before tells of, itself or by the same pronoun."""
    if not _opens(reading, sentence, token) or sentence.index == 0:
        return None
    before = reading.annotation.sentences[sentence.index - 1]
    subject = _same_subject(reading, before, token)
    if before.inside is not None or _names_people(reading, before, subject):
        return None
    if subject is not None:
        return _before(reading, before, subject, back - 1) if back else None
    agreeing = [t for t in _some_people(reading, before) if _agree(before, t, token)]
    alone = len(agreeing) == 1 and _told_of(before, agreeing[0])
    return (before, agreeing[0]) if alone and not _rival(reading, before, agreeing[0], token) else None


def _rival(reading: Reading, sentence: Sentence, noun: Token, token: Token) -> bool:
    """Tell « Le policier a vu un homme. Il … »: the subject may go on as well as whom he saw."""
    subjects = [t for t in sentence.tokens if t.dep.startswith("nsubj") and t is not noun]
    fitting = (t for t in subjects if t.name is None and _person(reading, sentence, t))
    return reading.language == "fr" and any(_agree(sentence, t, token) for t in fitting)


def _opens(reading: Reading, sentence: Sentence, token: Token) -> bool:
    """Tell the subject of the main clause before which nobody is spoken of: « Âgé de 20 ans, il … », "Later they …"."""
    if token.lower not in _MANY | _ONE or not token.dep.startswith("nsubj"):
        return False
    if token.index <= _OPENING:
        return True
    head = sentence.head(token)
    ahead = sentence.tokens[: token.index]
    main = reading.language == "fr" and head is not None and head.dep == "ROOT" and token.index < head.index
    return main and not any(_person(reading, sentence, t) or t.lower in _PEOPLE or t.lower == "qui" for t in ahead)


def _person(reading: Reading, sentence: Sentence, token: Token) -> bool:
    """Tell a name, and a noun for people with its article; « placé en garde à vue » is no guard."""
    if token.name is not None:
        return reading.annotation.names[token.name].type is not EntityType.PLACE
    noun = token.pos == "NOUN" and names_person(token.lower, reading.language)
    return noun and any(t.dep in ("det", "nummod") or t.lower in ("du", "au") for t in sentence.children(token))


def _same_subject(reading: Reading, sentence: Sentence, token: Token) -> Token | None:
    """Return the same pronoun where it is the subject of the sentence's main clause, and stands for nobody named."""
    root = next((t for t in sentence.tokens if t.dep == "ROOT"), None)
    if reading.language != "fr" or root is None:
        return None
    subjects = [t for t in sentence.children(root, "nsubj") if t.lower == token.lower and t.index < root.index]
    known = any(reading.referents(sentence, t) or impersonal(sentence, t) for t in subjects)
    return subjects[0] if subjects and not known else None


def _of_main(reading: Reading, sentence: Sentence, token: Token) -> Token | None:
    """Return « la victime » of « La victime a été conduite à l'hôpital, où elle est décédée »: the main subject."""
    verb = sentence.head(token) if token.dep.startswith("nsubj") else None
    main = sentence.head(verb) if verb is not None and verb.dep in _CLAUSES else None
    while main is not None and main.pos != "VERB":  # « à l'hôpital, où elle … »
        main = sentence.head(main) if main.head != main.index else None
    subjects = surface_subject(sentence, main) if main is not None else []
    if len(subjects) != 1 or verb is None or not subjects[0].index < token.index < verb.index:
        return None
    noun = subjects[0]
    between = sentence.tokens[noun.index + 1 : token.index]
    others = any((_person(reading, sentence, t) and not t.plural) or t.lower in _PEOPLE for t in between)
    told = _new(sentence, noun, reading.language) or _involved(sentence, noun)
    return (
        noun
        if told and not others and not reading.referents(sentence, noun) and _agree(sentence, noun, token)
        else None
    )


def _latter(reading: Reading, sentence: Sentence, token: Token) -> tuple[Sentence, Token] | None:
    """Return « son compagnon » of « … par son compagnon. Ce dernier a été arrêté »: the last person spoken of."""
    before = reading.annotation.sentences[sentence.index - 1]
    ahead = any(_person(reading, sentence, t) for t in sentence.tokens[: token.index])
    last = next((t for t in reversed(before.tokens) if _person(reading, before, t) or t.lower in _PEOPLE), None)
    if ahead or before.inside is not None or last is None or not _argument(before, last):
        return None
    return (before, last) if not reading.referents(before, last) and _agree(before, last, token) else None


def _argument(sentence: Sentence, noun: Token) -> bool:
    """Tell a noun for somebody who does something or whom it is done to, from « a été le seul salarié »."""
    said = noun.name is not None or noun.pos != "NOUN" or any(sentence.children(noun, "cop"))
    return not said and noun.dep.startswith(("nsubj", "obj", "obl", "iobj"))


def _names_people(reading: Reading, sentence: Sentence, besides: Token | None) -> bool:
    """Tell whether a sentence names people, or has another pronoun for some."""
    for token in sentence.tokens:
        if token.lower in _PEOPLE and token is not besides:
            return True
        if any(reading.entities[r.entity].type is EntityType.PERSON for r in reading.referents(sentence, token)):
            return True
    return False


def _some_people(reading: Reading, sentence: Sentence) -> list[Token]:
    """Return who is brought in; where nobody is, who has a part in what is told: « le suspect »."""
    new = [t for t in sentence.tokens if _new(sentence, t, reading.language) and t.dep != "appos"]
    new += [t for t in sentence.tokens if _of_people(reading, sentence, t)]
    if new or reading.language == "en":
        return new
    return [t for t in sentence.tokens if _involved(sentence, t) or _again(reading, sentence, t)]


def _new(sentence: Sentence, noun: Token, language: str) -> bool:
    """Tell "two men", "a woman", "several students", newly brought in, from "the police", "men"."""
    if noun.pos != "NOUN" or noun.name is not None or not names_person(noun.lower, language):
        return False
    articles = {c.lower for c in sentence.children(noun, "det", "amod")}
    return bool(articles & _NEW) or any(sentence.children(noun, "nummod"))


def _of_people(reading: Reading, sentence: Sentence, token: Token) -> bool:
    """Tell « un Vosgien », one of a people or town, whom nobody names."""
    some = token.name is not None and any(c.lower in _GENDERS for c in sentence.children(token, "det"))
    named = any(t.name is not None and t.index > token.index for t in sentence.children(token, "appos", "flat"))
    return some and not named and one_of_people(reading, token) and not reading.referents(sentence, token)


def _involved(sentence: Sentence, noun: Token) -> bool:
    """Tell « le suspect », « la victime »."""
    listed = noun.name is None and noun.lower in _INVOLVED
    return listed and any(c.lower in _DEFINITE for c in sentence.children(noun, "det"))


def _again(reading: Reading, sentence: Sentence, noun: Token) -> bool:
    """Tell « le chauffard » after « un chauffard »: the subject, brought in without a name a little before."""
    subject = noun.pos == "NOUN" and noun.name is None and noun.dep.startswith("nsubj")
    if not subject or reading.referents(sentence, noun) or not names_person(noun.lower, reading.language):
        return False
    before = reading.annotation.sentences[max(0, sentence.index - _CHAIN) : sentence.index]
    return any(t.lower == noun.lower and _new(s, t, reading.language) for s in before for t in s.tokens)


def _agree(sentence: Sentence, noun: Token, token: Token) -> bool:
    """Tell whether a noun and a pronoun agree in number and gender."""
    many = noun.plural or (noun.lower in _COLLECTIVE and token.lower in _MANY)
    if many is not (token.lower in _MANY):
        return False
    said = next((_GENDERS[c.lower] for c in sentence.children(noun, "det") if c.lower in _GENDERS), noun.gender)
    asked = "" if token.lower == _MIXED else _GENDERS.get(token.lower, "")
    return {said, asked} != {"m", "f"}


def _told_of(sentence: Sentence, noun: Token) -> bool:
    """Tell whether the main clause tells of a noun: its subject or object."""
    top = next((t for t in sentence.tokens if t.dep == "ROOT"), None)
    if top is None or not noun.dep.startswith(_ENDS):
        return False
    verb = sentence.tokens[noun.head]
    clause = verb is top or (verb.dep == "conj" and verb.head == top.index)
    return clause or noun in surface_subject(sentence, top)
