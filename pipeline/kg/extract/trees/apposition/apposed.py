"""Puts noun phrases that a comma joins into apposition, wherever the parser hung the second one.

« La directrice de l'hôpital, Anne Dubois, a … » · « Huaxin, principal concurrent de Novatel » · « son fils, le cinéaste
Jean Dubois » · « Anne Dubois, présidente-directrice générale de Novatel ». French joins no two noun phrases by a bare
comma unless they are one thing or members of a list, and a list ends in « et ».
"""

from dataclasses import replace
from itertools import pairwise
from typing import Final

from kg.extract.trees.apposition.asides import after_age, comma_behind
from kg.extract.trees.apposition.callings import of_bearer, of_holder
from kg.extract.trees.apposition.french_nouns import does, says_what
from kg.extract.trees.apposition.named_after import ODD, REACH, named_after
from kg.extract.trees.apposition.party_names import after_party, beside_party, in_power, led_by_one
from kg.extract.trees.mend import is_owned, is_person, mended
from kg.lexicon.peoples import countries, townspeople
from kg.lexicon.tables import demonyms, fold, lexicon
from kg.model.annotation import Annotation, Sentence, Token

_SOMEBODY: Final = ("un", "une", "ce", "cet", "cette")
_NO_ASIDE: Final = frozenset("faute photo preuve signe chose suite fin début mi face grâce histoire question".split())


def put_apposed(annotation: Annotation) -> Annotation:
    """Return the annotation with such phrases in apposition; French only."""
    if annotation.document.language != "fr":
        return annotation
    made = []
    for sentence in annotation.sentences:
        better = mended(sentence, _hyphens(sentence))
        better = mended(beside_party(annotation, better), in_power(annotation, sentence))
        better = mended(better, _two_words(annotation, better))
        better = mended(better, _peoples(annotation, better))
        better = mended(better, _of_people(annotation, better))
        better = mended(better, _opening(annotation, better))
        better = mended(better, _bare_after_names(annotation, better))
        better = mended(better, {**after_party(better), **_one_of_several(better), **led_by_one(annotation, better)})
        better = mended(better, _behind_names(annotation, better))
        better = mended(better, _two_subjects(annotation, better))
        made.append(mended(better, named_after(annotation, better)))
    return replace(annotation, sentences=tuple(made))


def _hyphens(sentence: Sentence) -> dict[int, Token]:
    """Return the second nouns of « présidente-directrice » as parts of the first, with what hangs from them."""
    moved: dict[int, Token] = {}
    for first, joint, second in zip(sentence.tokens, sentence.tokens[1:], sentence.tokens[2:], strict=False):
        if joint.text != "-":
            continue
        near = first.span.end == joint.span.start and joint.span.end == second.span.start
        if not near or first.name is not None or not (does(first) and does(second)):
            continue
        moved[second.index] = replace(second, head=first.index, dep="flat")
        moved[joint.index] = replace(joint, head=first.index, dep="punct", pos="PUNCT")
        for child in sentence.children(second):
            if child.index > second.index:
                moved[child.index] = replace(child, head=first.index)
    return moved


def _sided(annotation: Annotation, word: Token, name: Token) -> bool:
    """Tell « le républicain » of « le républicain Jean Dubois »: an adjective that the article makes a noun of."""
    return is_person(annotation, name) and word.pos == "ADJ" and name.head == word.index and word.text[0].islower()


def _peoples(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return « le normand » of « le normand Novatel » as the noun that it is there, with the name beside it."""
    moved: dict[int, Token] = {}
    for word, name in pairwise(sentence.tokens):
        if name.name is None or word.name is not None or word.pos not in ("ADJ", "PROPN", "NOUN"):
            continue
        if not any(c.index == word.index - 1 for c in sentence.children(word, "det")):
            continue
        if word.lower in countries("fr") or word.lower in _folk() or _sided(annotation, word, name):
            moved[word.index] = replace(word, pos="NOUN")
            if name.head in (word.index, word.head) and not any(sentence.children(name, "case", "cc")):
                moved[name.index] = replace(name, head=word.index, dep="appos")
    return moved


def _of_people(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return « Français » of « Paul Roche, ce Français de 30 ans tué à Alep » beside the person that it describes."""
    moved: dict[int, Token] = {}
    for name, comma, article, one, behind in zip(*(sentence.tokens[at:] for at in range(5)), strict=False):
        if comma.text != "," or article.lower not in _SOMEBODY or article.head != one.index:
            continue
        if behind.pos == "CCONJ":  # « a arrêté Paul Roche, une Belge et deux Allemands »
            continue
        told = one.text in demonyms() and not one.plural
        if told and is_person(annotation, name) and one.dep in ODD and name.head != one.index:
            moved[one.index] = replace(one, head=name.index, dep="appos")
    return moved


def _two_words(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return « la libérale » of « la libérale francophone Anne Dubois » as the noun: it was hung from the second."""
    moved: dict[int, Token] = {}
    for word, second, name in zip(sentence.tokens[1:], sentence.tokens[2:], sentence.tokens[3:], strict=False):
        if word.pos != "ADJ" or second.pos != "ADJ":
            continue
        article = sentence.tokens[word.index - 1]
        both = word.head == article.head == second.index == name.head
        if not both or article.pos != "DET" or not is_person(annotation, name) or not word.text[0].islower():
            continue
        moved[word.index] = replace(word, head=second.head, dep=second.dep, pos="NOUN")
        moved[second.index] = replace(second, head=word.index, dep="amod")
        moved[name.index] = replace(name, head=word.index, dep="appos")
        for child in sentence.children(second, "det", "case"):
            moved[child.index] = replace(child, head=word.index)
    return moved


def _folk() -> frozenset[str]:
    """Return the names of peoples in lower case."""
    return frozenset([*(form.lower() for form in demonyms()), *townspeople()])


def _opening(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the bare noun that opens a sentence as said of its subject: « Vainqueur de Novatel, Lyon jouera … »."""
    noun = _bare_noun(sentence, 0)
    comma = next((t.index for t in sentence.tokens[: REACH + 8] if t.text == ","), None) if noun is not None else None
    if noun is None or comma is None or not any(sentence.children(noun, "nmod", "obl", "amod")):
        return {}
    after = [t for t in sentence.tokens[comma + 1 : comma + 8] if t.dep.startswith("nsubj")]
    if not after or any(t.pos in ("VERB", "AUX") for t in sentence.tokens[comma : after[0].index]):
        return _before_pronoun(sentence, noun)
    subject, verb = after[0], sentence.head(after[0])
    fits = says_what(annotation, subject, noun) if subject.name is not None else does(noun)
    if not fits or verb is None or verb.index < subject.index:
        return {}
    moved = {noun.index: replace(noun, head=subject.index, dep="appos")}
    if noun.head == noun.index:  # the parser made the noun the root
        moved[verb.index] = replace(verb, head=verb.index, dep="ROOT")
    return moved


def _before_pronoun(sentence: Sentence, noun: Token) -> dict[int, Token]:
    """Return « PDG » of « PDG de Novatel, un cabinet dont le siège est à Brive, il était … » as said of « il »."""
    verb = sentence.head(noun) if noun.dep.startswith(("advcl", "obl", "dislocated", "nsubj", "dep")) else None
    subject = sentence.child(verb, "nsubj") if verb is not None else None
    pronoun = subject is not None and subject.pos == "PRON" and subject.lower in ("il", "elle")
    if subject is None or not pronoun or not does(noun) or sentence.tokens[subject.index - 1].text != ",":
        return {}
    return {noun.index: replace(noun, head=subject.index, dep="appos")}


def _bare_after_names(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the nouns without an article right after « NAME , » : they say who or what the name is."""
    moved: dict[int, Token] = {}
    for name, after in pairwise(sentence.tokens):
        aged = after.pos == "NOUN" and after.dep == "amod"  # « Farid, 40 ans, ressortissant … »: the age is no token
        comma = comma_behind(sentence, name) if name.name is not None else None
        if name.name is None or (comma is None and not aged):
            continue
        noun = after if aged or comma is None else _bare_noun(sentence, after_age(sentence, comma + 1))
        if noun is None or _beside_already(noun, name) or not says_what(annotation, name, noun):
            continue
        if comma is not None and of_holder(annotation, sentence, noun, comma):
            continue
        if of_bearer(annotation, sentence, noun, name):
            continue
        if noun.dep.partition(":")[0] in ODD and all(token is not name for token in sentence.subtree(noun)):
            moved[noun.index] = replace(noun, head=name.index, dep="appos")
    return moved


def _one_of_several(sentence: Sentence) -> dict[int, Token]:
    """Return the name of « l'un des dirigeants de X, Jean Dubois, » beside the noun."""
    moved: dict[int, Token] = {}
    for one in sentence.tokens:
        if one.lower not in ("un", "une") or one.pos != "PRON":
            continue
        below = list(sentence.children(one, "nmod", "appos", "conj"))
        nouns = [t for t in below if t.name is None and any(sentence.children(t, "case"))]
        for name in below:
            bare = name.name is not None and sentence.tokens[name.index - 1].text == ","
            bare = bare and not any(sentence.children(name, "conj"))
            if nouns and bare and name.index > nouns[0].index:
                moved[name.index] = replace(name, head=nouns[0].index, dep="appos")
        moved |= _told_who(sentence, one, nouns[0]) if nouns else {}
    return moved


def _told_who(sentence: Sentence, one: Token, many: Token) -> dict[int, Token]:
    """Return the name of « l'un des occupants, le père, Luc Roy, a été tué » beside the occupants."""
    verb = sentence.head(one)
    if verb is None or not one.dep.startswith("nsubj"):
        return {}
    joined = (t for t in sentence.children(one, "conj", "appos") if not any(sentence.children(t, "cc")))
    for second in (*sentence.children(verb, "nsubj"), *joined):
        names = [t for t in sentence.children(second, "appos") if t.name is not None and second.index < t.index]
        if second.index < one.index or second.pos != "NOUN" or not names or not _comma_before(sentence, one, second):
            continue
        name = replace(names[0], head=many.index, dep="appos")
        return {name.index: name, second.index: replace(second, head=name.index, dep="appos")}
    return {}


def _beside_already(noun: Token, name: Token) -> bool:
    return noun.head == name.index and noun.dep != "amod"  # « Farid, ressortissant algérien »: no adjective


def _behind_names(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the nouns with an article right after « NAME , » that hang in apposition from what is before the name."""
    moved: dict[int, Token] = {}
    for noun in sentence.tokens[3:]:
        above = sentence.head(noun)
        if noun.dep != "appos" or noun.pos != "NOUN" or above is None or not does(noun):
            continue
        start = min((c.index for c in sentence.children(noun, "det", "amod")), default=noun.index)
        comma, name = sentence.tokens[start - 1], sentence.tokens[start - 2]
        after = comma.text == "," and start > 1 and is_person(annotation, name) and above.index < name.index
        if after and any(sentence.children(noun, "det")) and not is_person(annotation, above):
            moved[noun.index] = replace(noun, head=name.index)
    return moved


def _bare_noun(sentence: Sentence, start: int) -> Token | None:
    """Return the noun at an index, after adverbs and adjectives, that has neither article nor preposition."""
    for token in sentence.tokens[start : start + 3]:
        if token.pos == "NOUN" and token.name is None and token.quote is None:
            bound = any(sentence.children(token, "det", "case", "cc", "cop", "nsubj"))
            timed = fold(token.lower) in lexicon()["calendar"] or token.lower in _NO_ASIDE
            return None if bound or timed else token
        if token.pos not in ("ADJ", "ADV") or token.name is not None:
            return None
    return None


def _two_subjects(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the second of two subjects of one verb that only a comma parts, in apposition to the first."""
    moved: dict[int, Token] = {}
    for verb in sentence.tokens:
        if len(sentence.children(verb)) < 2:
            continue
        subjects = [t for t in sentence.children(verb, "nsubj", "dep", "obj") if _may_be_subject(sentence, verb, t)]
        for first, second in pairwise(subjects):
            if any(sentence.children(second, "case", "cc")) or not _comma_before(sentence, first, second):
                continue
            same_side = second.index < verb.index or first.index > verb.index  # « a déclaré Jean Dubois, le maire »
            if same_side and (
                _same_one(annotation, first, second) or _named_behind(annotation, sentence, first, second)
            ):
                relation = "conj" if _with_others(sentence, second) else "appos"
                moved[second.index] = replace(second, head=first.index, dep=relation)
                moved[first.index] = replace(first, dep="nsubj") if first.dep in ("dep", "obj") else first
    return moved


def _with_others(sentence: Sentence, noun: Token) -> bool:
    """Tell « X, sa femme et ses deux filles vont … », a row, from « X, sa femme, »."""
    rows = (noun, *sentence.children(noun, "conj"))
    owned = [is_owned(sentence, t) for t in rows]
    return len(owned) > 1 and all(owned)


def _may_be_subject(sentence: Sentence, verb: Token, word: Token) -> bool:
    """Tell a subject, or a name of no function right behind the verb: « a déclaré Jean Dubois, le maire »."""
    plain = word.pos in ("NOUN", "PROPN") and word.quote is None
    behind = word.name is not None and word.index == verb.index + 1 and not any(sentence.children(word, "case"))
    return plain and (word.dep not in ("dep", "obj") or behind)


def _same_one(annotation: Annotation, first: Token, second: Token) -> bool:
    """Tell a name from the noun beside it that says who or what it is: one of each."""
    named = [token for token in (first, second) if token.name is not None]
    if len(named) == 1 and first.name is not None and not is_person(annotation, first):
        return second.index > first.index and says_what(annotation, first, second)
    nouns = [token for token in (first, second) if token.name is None and does(token)]
    folk = any(token.name is not None and annotation.names[token.name].form in demonyms() for token in named)
    return len(nouns) == 1 and len(named) == 1 and (folk or is_person(annotation, named[0]))


def _named_behind(annotation: Annotation, sentence: Sentence, first: Token, second: Token) -> bool:
    """Tell « sa directrice, la colonelle à la retraite Anne Dubois »: the second noun alone has a name beside it."""
    nouns = first.name is None and second.name is None and does(first) and not first.plural and not second.plural
    named = [is_person(annotation, t) for noun in (first, second) for t in sentence.children(noun, "appos")]
    return nouns and named == [True] and not any(sentence.children(first, "appos"))


def _comma_before(sentence: Sentence, first: Token, second: Token) -> bool:
    """Tell whether a comma and at most an article and adjectives stand before the second phrase, nothing after one."""
    at = second.index - 1
    while at > first.index and sentence.tokens[at].pos in ("DET", "ADJ"):
        at -= 1
    return sentence.tokens[at].text == "," and at > first.index
