"""Puts persons beside the noun that describes them, where a complement, an adjective or a comma parts the two."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from kg.extract.coreference.nouns import DOERS, names_person
from kg.extract.trees.apposition.callings import calls_person
from kg.extract.trees.apposition.french_nouns import deputy_of
from kg.extract.trees.mend import bears_name, is_person
from kg.lexicon.closed import CHARGED
from kg.lexicon.tables import demonyms
from kg.model.annotation import Annotation, Sentence, Token

_SPEAKERS = ("spokesman", "spokeswoman", "spokesperson", "lawyer", "attorney", "solicitor", "aide", "avocat", "avocate")


def joined_to_names(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the second persons of "A, a partner at X, and B" as joined to the first, not to what says who he is.

    So of « A, adjoint au maire de Lyon, B ou encore C ».
    """
    moved: dict[int, Token] = {}
    for comma, joint, second in zip(sentence.tokens, sentence.tokens[1:], sentence.tokens[2:], strict=False):
        listed = joint.text == "," or (comma.text == "," and joint.pos == "CCONJ")
        if not listed or second.dep != "conj" or not is_person(annotation, second):
            continue
        noun = sentence.head(second)
        first = sentence.head(noun) if noun is not None and noun.dep == "appos" and noun.name is None else None
        if first is not None and noun is not None and first.index < noun.index and is_person(annotation, first):
            moved[second.index] = replace(second, head=first.index)
            if joint.pos == "CCONJ":
                moved[joint.index] = replace(joint, head=first.index)
    return moved


def named_spokesmen(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the persons of "a spokesman for the mayor, NAME," beside who speaks, not beside whom he speaks for."""
    moved: dict[int, Token] = {}
    for comma, name in pairwise(sentence.tokens):
        noun = sentence.head(name) if comma.text == "," and name.dep == "appos" else None
        if noun is None or not is_person(annotation, name):
            continue
        own = _right_behind(sentence, noun)
        named = own.index < name.index and is_person(annotation, own)
        french = annotation.document.language == "fr" and own is not name
        deputy = deputy_of(sentence, noun, named=named) if french else None
        if deputy is not None:
            moved[name.index] = replace(name, head=deputy.index)
            if named and own.head == deputy.index:  # « le rival du maire Dubois, Martin »
                moved[own.index] = replace(own, head=noun.index)
            continue
        speaker = sentence.head(noun) if noun.dep.startswith("nmod") and noun.name is None else None
        if speaker is None or speaker.index > noun.index:
            continue
        indefinite = any(child.lower in ("a", "an", "une", "un") for child in sentence.children(speaker, "det"))
        if speaker.lower in _SPEAKERS and indefinite:
            moved[name.index] = replace(name, head=speaker.index)
    return moved


def _right_behind(sentence: Sentence, noun: Token) -> Token:
    """Return the word behind a noun and its adjective: « le dictateur nord-coréen Paul Martin »."""
    behind = sentence.tokens[noun.index + 1 : noun.index + 3]
    return behind[1] if len(behind) > 1 and behind[0].pos == "ADJ" else behind[0]


def names_after_complements(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the persons in « le président du conseil régional Jean Dupont » as appositions of the person noun."""
    moved: dict[int, Token] = {}
    language = annotation.document.language
    for name in sentence.tokens:
        loose = is_person(annotation, name) and name.dep.partition(":")[0] in ("appos", "nmod", "flat", "dep")
        noun = sentence.head(name) if loose else None
        if noun is None or any(sentence.children(name, "case", "cc")):
            continue
        described = sentence.head(noun) if noun.pos in ("ADJ", "X") and noun.index == name.index - 1 else None
        if described is not None and described.pos == "NOUN" and calls_person(described.lower, language):
            moved[name.index] = replace(name, head=described.index, dep="appos")  # « l'astronome français Jean Dubois »
            continue
        if noun.index > name.index or calls_person(noun.lower, language) or is_person(annotation, noun):
            continue
        holder = _holder(sentence, noun, name, language)
        joined = holder is not None and holder.dep == "conj" and not any(sentence.children(holder, "det"))
        first = sentence.head(holder) if holder is not None and joined else None
        if first is not None and first.pos == "NOUN" and calls_person(first.lower, language):
            holder = first  # « le parolier et acteur Roger Dumas » is one man
        if holder is not None:
            moved[name.index] = replace(name, head=holder.index, dep="appos")
    return moved


def names_after_descriptions(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the bare persons after « l'acteur italien » as appositions of the noun."""
    moved: dict[int, Token] = {}
    for name in sentence.tokens:
        if is_person(annotation, name) and not any(sentence.children(name, "case", "cc")):
            noun = _described(sentence, name, annotation.document.language)
            if noun is not None:
                moved[name.index] = replace(name, head=noun.index, dep="appos")
    return moved


def _described(sentence: Sentence, name: Token, language: str) -> Token | None:
    """Return the noun of « [la mort de] l'acteur italien Jean Dubois », where the name hangs from further up."""
    if name.index < 2 or name.dep.partition(":")[0] not in ("appos", "nmod", "obl", "dep", "flat", "parataxis"):
        return None
    adjective = sentence.tokens[name.index - 1]
    noun = sentence.head(adjective) if adjective.pos == "ADJ" else None
    near = noun is not None and noun.pos == "NOUN" and name.index - 3 <= noun.index < adjective.index
    if noun is None or not near or not calls_person(noun.lower, language) or name.head == noun.index:
        return None
    return noun if not any(child.name is not None for child in sentence.children(noun, "appos")) else None


def names_after_commas(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the persons of « l'entraîneur français, Jean Dubois, » as appositions of the noun before the comma."""
    moved: dict[int, Token] = {}
    for comma, name in pairwise(sentence.tokens):
        if comma.text != "," or not is_person(annotation, name):
            continue
        if any(child.index < name.index for child in sentence.children(name, "case", "cc")):
            continue
        end = name.index + 1 >= len(sentence.tokens) or sentence.tokens[name.index + 1].text in (",", ".", ":", ")")
        noun = _phrase_before(sentence, comma.index, annotation.document.language)
        noun = noun or _one_before(sentence, comma, name)
        odd = name.dep.partition(":")[0] in ("dep", "parataxis", "obl", "nmod", "obj", "xcomp")
        if end and noun is not None and ((odd and name.head != noun.index) or name.dep == "conj"):
            moved[name.index] = replace(name, head=noun.index, dep="appos")
    return moved


def _one_before(sentence: Sentence, comma: Token, name: Token) -> Token | None:
    """Return the noun of "a Norwegian tourist, Ole Dahl, and his wife", which the name is joined to."""
    noun = sentence.head(name)
    if noun is None or name.dep != "conj" or noun.index != comma.index - 1 or noun.name is not None:
        return None
    one = any(child.lower in ("a", "an") for child in sentence.children(noun, "det"))
    return noun if one and names_person(noun.lower, "en") else None


def _phrase_before(sentence: Sentence, comma: int, language: str) -> Token | None:
    """Return the person noun with an article, at most one adjective before the comma, that nobody is named beside."""
    last = sentence.tokens[comma - 1] if comma else None
    noun = sentence.head(last) if last is not None and last.pos == "ADJ" else last
    if noun is None or noun.pos != "NOUN" or noun.name is not None or noun.index < comma - 2:
        return None
    definite = {"le", "la", "l'", "les", "the", "son", "sa", "his", "her"} & {
        c.lower for c in sentence.children(noun, "det")
    }
    named = any(child.name is not None for child in sentence.children(noun, "appos", "flat"))
    does = calls_person(noun.lower, language) or (language == "fr" and noun.lower.endswith(DOERS))
    return noun if definite and not named and does else None


def _holder(sentence: Sentence, noun: Token, name: Token, language: str) -> Token | None:
    """Return the person noun before a complement that ends right before the name, with no comma between."""
    if not any(sentence.children(noun, "case")) or bears_name(noun, name):
        return None
    last = max(t.index for t in sentence.subtree(noun) if t.index < name.index)
    first = _of_list(sentence, noun, language) if last == name.index - 1 else None
    if first is not None:
        return first  # « l'acteur de théâtre, de cinéma et de télévision Jean Dubois »
    between = [t for t in sentence.tokens[noun.index + 1 : name.index] if t.text not in (",", ")")]
    if any(t.pos in ("PUNCT", "VERB", "AUX") for t in between):
        return None
    return _doer_before(sentence, noun, language)


def _doer_before(sentence: Sentence, noun: Token, language: str) -> Token | None:
    """Return the noun of a person, or of one of a people, before a complement; none that somebody is named beside."""
    charged = False
    for token in _unbracketed(sentence.tokens[max(0, noun.index - 8) : noun.index]):
        if _one_of_people(sentence, token, language):
            return token  # « le Lyonnais d'adoption Jean Dubois »
        charged = charged or token.lower in CHARGED
        if token.lower in CHARGED or (charged and token.name is not None and any(sentence.children(token, "case"))):
            continue  # « la secrétaire d'État chargée de X, Anne Dubois », « l'adjoint au maire de Lyon chargé de … »
        if token.pos in ("VERB", "AUX", "PUNCT", "CCONJ") or token.name is not None:
            return None
        if token.pos == "NOUN" and calls_person(token.lower, language):
            if any(c.lower in ("un", "une") for c in sentence.children(token, "det")):
                return None  # « un voyageur à la station Jacques Dubois »
            beside = (child for child in sentence.children(token, "appos") if child.name is not None)
            named = any(sentence.tokens[child.index - 1].text != "(" for child in beside)
            # « adjoint » of « l'adjoint au maire chargé de la sécurité, Jean Dubois »
            return None if named else (deputy_of(sentence, token) if charged else None) or token
    return None


def _of_list(sentence: Sentence, noun: Token, language: str) -> Token | None:
    """Return the person noun that a list of complements is joined to or belongs to."""
    above = sentence.head(noun) if noun.dep == "conj" else None
    while above is not None and above.dep in ("conj", "nmod") and not calls_person(above.lower, language):
        above = sentence.head(above)
    return above if above is not None and above.pos == "NOUN" and calls_person(above.lower, language) else None


def _one_of_people(sentence: Sentence, token: Token, language: str) -> bool:
    """Tell « le Lyonnais »: a people's name with an article in the singular, which is somebody."""
    one = language == "fr" and any(c.lower in ("le", "la", "l'", "l’") for c in sentence.children(token, "det"))
    return one and token.text in demonyms()


def _unbracketed(tokens: tuple[Token, ...]) -> Iterator[Token]:
    """Yield tokens from the last to the first, without what stands in brackets: « la sénatrice (PS) de Paris »."""
    inside = False
    for token in reversed(tokens):
        inside = token.text == ")" or (inside and token.text != "(")
        if not inside and token.text not in ("(", ")"):
            yield token


def second_subjects(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the persons of « le porte-parole de Novatel, Jean Dubois[,] a dit », two subjects to the parser.

    No comma is needed: "the chair of the judges Jane Miller said", « l'homme d'affaires belge Jean Dubois a dit ».
    """
    moved: dict[int, Token] = {}
    language = annotation.document.language
    for before, name in pairwise(sentence.tokens):
        subject = name.dep.startswith("nsubj") and is_person(annotation, name)
        verb = sentence.head(name)
        joint = before.text == "," or language == "en" or (before.name is None and before.pos in ("ADJ", "NOUN"))
        if not subject or verb is None or verb.index < name.index or not joint:
            continue
        nouns = [t for t in sentence.children(verb, "nsubj") if t.index < name.index and t.dep == name.dep]
        called = len(nouns) == 1 and nouns[0].pos in ("NOUN", "PROPN") and calls_person(nouns[0].lower, language)
        if called and nouns[0].name is None and (before.text == "," or _ends_with(sentence, nouns[0], before)):
            moved[name.index] = replace(name, head=nouns[0].index, dep="appos")
    return moved


def _ends_with(sentence: Sentence, noun: Token, last: Token) -> bool:
    """Tell whether a word is the last one of a noun phrase in the singular."""
    return not noun.plural and last.index == max(t.index for t in sentence.subtree(noun))
