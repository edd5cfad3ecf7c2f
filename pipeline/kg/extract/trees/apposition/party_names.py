"""Puts the name of a party in its place beside a person: « le maire LR sortant Jean Dubois », « l'UMP Anne Dubois ».

The parser takes the two names for one and makes the party its head; who acts is the person.
"""

from dataclasses import replace
from typing import Final

from kg.extract.trees.apposition.callings import calls_person
from kg.extract.trees.apposition.french_nouns import does
from kg.extract.trees.mend import is_person, mended
from kg.lexicon.known import known_by_form
from kg.lexicon.peoples import parties
from kg.model import EntityType
from kg.model.annotation import Annotation, Sentence, Token

_BETWEEN: Final = frozenset("sortant sortante élu élue démissionnaire dissident dissidente".split())
_PARTIES: Final = frozenset("parti formation mouvement coalition front".split())
_SIDES: Final = frozenset("pouvoir opposition droite gauche centre majorité extrême-droite extrême-gauche".split())
_LED: Final = ("liste", "file", "groupe")
_VOTES: Final = frozenset("présidentielle élection primaire scrutin mairie présidence investiture".split())
_STATE: Final = frozenset("etat état etats états".split())
_OF: Final = ("de", "d'", "du", "des", "à", "au", "pour", "avec")


def after_party(sentence: Sentence) -> dict[int, Token]:
    """Return « membre » of « l'élue PS, membre du MRC » as said of her, not of the party."""
    moved: dict[int, Token] = {}
    for who, party, comma, noun in zip(*(sentence.tokens[n:] for n in range(4)), strict=False):
        joined = party.name is not None and party.head == who.index and party.text.isupper() and comma.text == ","
        if joined and calls_person(who.lower, "fr") and does(noun) and noun.head == party.index:
            moved[noun.index] = replace(noun, head=who.index, dep="appos")
    return moved


def in_power(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the name of « le parti au pouvoir Alliance nationale », « le parti d'opposition RDM » as the party's."""
    moved: dict[int, Token] = {}
    if sentence.words.isdisjoint(_PARTIES):
        return moved
    for noun, joint, side, name in zip(*(sentence.tokens[n:] for n in range(4)), strict=False):
        stands = noun.lower in _PARTIES and joint.lower in _OF and side.lower in _SIDES and name.head != noun.index
        body = name.name is not None and annotation.names[name.name].type is EntityType.ORGANIZATION
        if stands and body and not any(sentence.children(name, "case", "cc")) and name.head <= side.index:
            moved[name.index] = replace(name, head=noun.index, dep="appos")
    return moved


def beside_party(annotation: Annotation, sentence: Sentence) -> Sentence:
    """Return the sentence with « LR » below the other in « le député LR Jean Dubois » and « la LR Anne Dubois »."""
    for index in range(1, len(sentence.tokens) - 1):
        party = sentence.tokens[index]
        person = _behind(annotation, sentence, party) if _is_party(annotation, party) else None
        if person is None:
            continue
        head = _title(sentence, party) or (person if _article(sentence, party) else None)
        if head is not None:
            sentence = mended(sentence, _moved(sentence, head, party, person))
    return sentence


def _is_party(annotation: Annotation, token: Token) -> bool:
    """Tell a known party, or the capital letters of some organization."""
    kind = annotation.names[token.name].type if token.name is not None else None
    if kind is not EntityType.ORGANIZATION:
        return kind is EntityType.GROUP and token.text in parties("fr")  # « la Verte Anne Dubois »
    known = known_by_form().get(token.text)
    return known.kind == "party" if known is not None else token.text.isupper() and " " not in token.text


def _behind(annotation: Annotation, sentence: Sentence, party: Token) -> Token | None:
    """Return the person whose name stands right behind the party, or behind « sortant »."""
    after = sentence.tokens[party.index + 1]
    if after.lower in _BETWEEN and after.index + 1 < len(sentence.tokens):
        after = sentence.tokens[after.index + 1]
    return after if is_person(annotation, after) else None


def _title(sentence: Sentence, party: Token) -> Token | None:
    """Return the word for a person before the party, also above « d’État », « sortant » and adjectives."""
    state = False
    for before in reversed(sentence.tokens[max(0, party.index - 5) : party.index]):
        person = before.name is None and before.pos == "NOUN" and calls_person(before.lower, "fr")
        if person and before.lower not in _BETWEEN:
            return before
        if before.lower in _LED and before.index > 1:  # « la tête de liste RN Anne Dubois », « le chef de file PS »
            led = sentence.tokens[before.index - 2]
            return led if led.lower in ("tête", "chef", "cheffe") else None
        if not (before.pos == "ADJ" or before.lower in _BETWEEN | _STATE or (state and before.pos == "ADP")):
            return None
        state = before.lower in _STATE
    return None


def _article(sentence: Sentence, party: Token) -> bool:
    """Tell « la LR Anne Dubois » from « le secrétaire de la CGT Jean Dubois », where the title has the organization."""
    before = [t for t in sentence.tokens[max(0, party.index - 4) : party.index] if t.pos != "ADJ"]
    titled = len(before) > 2 and before[-2].lower in _OF and calls_person(before[-3].lower, "fr")
    return before[-1].pos == "DET" and not titled if before else False


def _moved(sentence: Sentence, head: Token, party: Token, person: Token) -> dict[int, Token]:
    """Return the tokens with the title (or the person) in the place of whichever stood on top."""
    group = {head.index, party.index, person.index}
    between = {t.index for t in sentence.tokens[min(group) : max(group)] if t.lower in _BETWEEN}
    top = next(t for t in (head, party, person) if t.head not in group | between or t.head == t.index)
    above = head.index if top.head == top.index else top.head
    moved = {head.index: replace(head, head=above, dep=top.dep)}
    if person is not head:
        moved[person.index] = replace(person, head=head.index, dep="appos")
    moved[party.index] = replace(party, head=head.index, dep="appos" if person is not head else "amod")
    for low in (party, person):
        for child in sentence.children(low):
            if child.index not in group and low is not head and (low is party or child.index < low.index):
                kind = "amod" if child.index in between else child.dep
                moved[child.index] = replace(child, head=head.index, dep=kind)
    for index in between:
        word = sentence.tokens[index]
        moved[index] = replace(word, head=head.index, dep="amod", pos="ADJ")
    return moved


def led_by_one(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the name of « le chef des députés Jean Dubois », « le candidat à la mairie … » beside who bears it."""
    moved: dict[int, Token] = {}
    for name in sentence.tokens:
        if name.dep != "appos" or not is_person(annotation, name):
            continue
        several = sentence.tokens[name.head]
        chief = sentence.head(several)
        if several.name is not None or not (several.plural or several.lower in _VOTES):
            continue
        below = (
            several.dep in ("nmod", "obl:arg")
            and chief is not None
            and not chief.plural
            and calls_person(chief.lower, "fr")
        )
        if below and chief is not None and sentence.tokens[name.index - 1].text != "," and not _listed(sentence, name):
            moved[name.index] = replace(name, head=chief.index)
    return moved


def _listed(sentence: Sentence, name: Token) -> bool:
    return any(sentence.children(name, "conj")) or any(sentence.children(name, "case"))
