"""Turns the word that fills a role into participants: entities, several where names are coordinated or listed."""

from typing import Final

from kg.extract.coreference.nouns import names_place
from kg.extract.coreference.ranking.sought import RELATIVES
from kg.extract.grammar.coordination import conjuncts, located, named_conjuncts
from kg.extract.grammar.prepositions import preposition
from kg.extract.participants.stand_ins import predicated, resolve
from kg.extract.participants.taken_up import says_post
from kg.extract.reading import Reading
from kg.lexicon.peoples import countries
from kg.model import EntityType, Participant
from kg.model.annotation import Sentence, Token

_MARKS: Final = 3  # code points of blanks and points that a name by itself may have within the marks
_HOMES: Final = frozenset(
    """appartement maison villa ferme chalet manoir château domaine demeure pavillon logement studio propriété hôtel
    immeuble foyer squat bidonville camp quartier faubourg banlieue hameau village couvent monastère ranch
    caserne""".split()
)  # « dans une ferme du Larzac »
IN_PLACE: Final = ("à", "en", "dans", "près de", "in", "at", "near", "aux", "au", "outside")


def expand(reading: Reading, sentence: Sentence, token: Token, *, alone: bool = False) -> list[Participant]:
    """Return the participants that a word stands for; empty where it stands for no entity.

    With `alone` nobody who is joined to the word by « mais » counts.
    """
    found: list[Participant] = []
    for part in (*conjuncts(sentence, token), *_all_of_them(sentence, token)):
        kin = token.lower in RELATIVES and part.pos == "NOUN" and part.name is None  # "her husband and son" are two
        other = alone and (_set_apart(sentence, token, part) or kin or _possessed(sentence, part))
        other = other or (alone and (_second(token, part) or _another(sentence, token, part)))
        other = other or located(sentence, token, part) or _in_title(reading, part)
        if part is not token and (_apposed(sentence, part) or other or _not_so(sentence, part)):
            continue
        for reference in resolve(reading, sentence, part):
            participant = reading.participant(reference, reference.span or part.span)
            if participant.id not in {other.id for other in found}:
                found.append(participant)
    return found


def _not_so(sentence: Sentence, part: Token) -> bool:
    """Tell « par A et non par B », « A, et pas B »: it is not so of B."""
    first = min([part.index, *(t.index for t in sentence.children(part, "case", "det"))])
    return sentence.tokens[first - 1].lower in ("non", "pas") and sentence.tokens[first - 2].lower in ("et", ",")


def _in_title(reading: Reading, part: Token) -> bool:
    """Tell Paul of « auteur de « Nous » et « Paul et moi », est mort »: a name within marks, with other words."""
    around = (quote.inner for quote in reading.annotation.quotes if quote.inner.contains(part.span))
    return any(inner.end - inner.start > part.span.end - part.span.start + _MARKS for inner in around)


def looks_back(reading: Reading, sentence: Sentence, token: Token) -> bool:
    """Tell whether a noun only takes up somebody: « l'ancien ministre » says of nobody that he was one.

    Who is meant is then known, or guessed, by what the text says of him elsewhere.
    """
    found = reading.referents(sentence, token)
    people = all(reading.entities[r.entity].type is EntityType.PERSON for r in found)
    if not found or not people or not all(r.by.startswith("likeliest entity") for r in found):
        return False
    said = predicated(reading, sentence, token) if token.dep == "conj" else ()
    if said or any(sentence.children(token, "cop")):  # « Elle est la candidate du parti » says so of her
        return not {r.entity for r in predicated(reading, sentence, token)} & {r.entity for r in found}
    if says_post(reading, sentence, token, found):
        return False
    called = any(token.lower in " ".join(reading.roles.get(r.entity, ())).split() for r in found)
    return not (called and _says_whose(reading, sentence, token))


def _says_whose(reading: Reading, sentence: Sentence, token: Token) -> bool:
    """Tell « le chef du Front patriotique », « le président français » from « le président »."""
    kinds = [(t, *sentence.children(t, "appos", "flat")) for t in sentence.children(token, "nmod")]
    of = (t for t, *beside in kinds if t.name is not None or any(other.name is not None for other in beside))
    if reading.language == "fr":  # « le candidat de Debout la France » may be any of the candidates spoken of
        of = (t for t in of if t.name is None or reading.annotation.names[t.name].type is EntityType.PLACE)
    people = (t.lower in countries(reading.language) for t in sentence.children(token, "amod"))
    return any(preposition(sentence, t) in ("de", "of") for t in of) or any(people)


def _all_of_them(sentence: Sentence, token: Token) -> list[Token]:
    """Return the first names of « Anne Dubois et Paul Martin, députés du Rhône »: the plural hangs from the last.

    « A et B, tous deux propriété de Novatel » is of both as well.
    """
    many = token.plural or any(t.lower == "deux" for t in sentence.children(token, "nummod"))
    last = sentence.head(token) if token.dep == "appos" and many else None
    title = sentence.head(last) if last is not None and last.dep == "appos" else None
    first = last if title is None or title.pos != "NOUN" else title  # « le joueur A et le pilier B, tous deux … »
    while first is not None and first.dep == "conj":
        first = sentence.head(first)
    if last is None or last.name is None or first is None:
        return []
    return [t for t in named_conjuncts(sentence, first) if t.index < token.index and t is not last]


def _possessed(sentence: Sentence, part: Token) -> bool:
    """Tell « les présidents A et B, et leurs épouses C et D »: who is somebody's is not what the first noun says."""
    return part.pos == "NOUN" and any(c.lower in ("leur", "leurs", "their") for c in sentence.children(part))


def _second(noun: Token, part: Token) -> bool:
    """Tell B of « sa filiale A et B »: a noun in the singular says of one name who that is."""
    one = noun.pos == "NOUN" and noun.name is None and not noun.plural
    return one and part.name is not None and part.index > noun.index + 1


def _another(sentence: Sentence, noun: Token, part: Token) -> bool:
    """Tell « le maire et le préfet, Paul Martin »: each with its article is somebody; « le président et directeur ».

    So is the deputy of « les ministres A et B et le député C ».
    """
    nouns = noun.pos == part.pos == "NOUN" and part.name is None and not part.plural
    titled = any(t.name is not None for t in sentence.children(part, "appos", "flat"))
    return (
        nouns
        and (titled or not noun.plural)
        and all(any(sentence.children(t, "det", "nmod:poss")) for t in (noun, part))
    )


def _set_apart(sentence: Sentence, noun: Token, part: Token) -> bool:
    """Tell « mais B », and « et par B » with a preposition of its own: whoever A is, B need not be.

    In « de A et de B, fondateurs de Novatel » both have the same one, and the plural is said of both.
    """
    but = any(c.lower in ("mais", "but") for c in sentence.children(part, "cc"))
    own = preposition(sentence, part)
    last = sentence.head(noun) if own and noun.dep == "appos" and noun.plural else None
    shared = last is not None and preposition(sentence, last) == own
    return part.name is not None and (but or (any(sentence.children(part, "case")) and not shared))


def _apposed(sentence: Sentence, token: Token) -> bool:
    """Tell whether a « conjunct » has neither conjunction nor comma before it that coordinates (an apposition)."""
    head = sentence.head(token)
    if head is not None and any(head.index < cc.index < token.index for cc in sentence.children(head, "cc")):
        return False  # English parsers hang the conjunction from the first conjunct
    if head is not None and _names_its_own(sentence, head) and _names_its_own(sentence, token):
        return False  # « les studios A et B, les chaînes C, D »
    return (
        head is not None
        and not any(sentence.children(token, "cc"))
        and not any(any(sentence.children(other, "cc")) for other in conjuncts(sentence, head))
        and not any(any(sentence.children(t, "cc")) for t in sentence.subtree(token))
    )


def _names_its_own(sentence: Sentence, noun: Token) -> bool:
    """Tell « les chaînes C, D »: a noun with an article and the names of what it is."""
    own = any(t.name is not None and t.index > noun.index for t in sentence.children(noun, "appos"))
    return own and noun.name is None and noun.plural and any(sentence.children(noun, "det"))


def _some_building(reading: Reading, sentence: Sentence, token: Token) -> bool:
    """Tell « une usine de Lyon », which lies there, from « le château de Versailles », which is called so."""
    some = any(t.lower in ("un", "une") for t in sentence.children(token, "det"))
    return some and names_place(token, reading.language)


def inside(reading: Reading, sentence: Sentence, token: Token) -> list[Participant]:
    """Return the place in which a building or spot without a name lies: "a factory in Leeds", « sa villa de Nice »."""
    home = token.lower in _HOMES or _some_building(reading, sentence, token)
    for child in sentence.children(token, "nmod"):
        joint = preposition(sentence, child)
        if joint in IN_PLACE or (home and joint == "de"):
            found = [
                r for r in reading.referents(sentence, child) if reading.entities[r.entity].type is EntityType.PLACE
            ]
            if found:
                return [reading.participant(r, child.span) for r in found]
    return []
