"""Puts nouns beside what they describe: « Anne Dubois, maire de », "The son of a miner, he …"."""

from dataclasses import replace
from itertools import pairwise

from kg.extract.coreference.nouns import noun_classes
from kg.extract.trees.apposition.asides import after_age, comma_behind
from kg.extract.trees.apposition.callings import calls_person, fills_itself, of_bearer, of_holder
from kg.extract.trees.mend import is_person
from kg.lexicon.closed import PERSONAL_SUBJECTS
from kg.model import EntityType
from kg.model.annotation import Annotation, Sentence, Token

_LOOSE = ("advcl", "dep", "obl", "obj", "parataxis", "conj", "nmod", "xcomp", "acl", "ROOT", "appos", "flat", "amod")
_BEFORE_NOUN = ("DET", "ADJ", "NUM", "PROPN", "ADV")


def nouns_after_names(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the nouns that say who or what the name before « , » is, and hang from something else."""
    moved: dict[int, Token] = {}
    for name in sentence.tokens[:-2]:
        comma = comma_behind(sentence, name) if name.name is not None else None
        if comma is None:
            continue
        noun = _noun_from(sentence, after_age(sentence, comma + 1))
        if noun is None or not _says_of(annotation, name, noun) or not _loose(sentence, noun, name):
            continue
        if of_holder(annotation, sentence, noun, comma) or of_bearer(annotation, sentence, noun, name):
            continue
        if not governs(sentence, noun, name) and not _named_itself(annotation, sentence, noun, name):
            moved[noun.index] = replace(noun, head=name.index, dep="appos")
    return moved


def _named_itself(annotation: Annotation, sentence: Sentence, noun: Token, name: Token) -> bool:
    """Tell « le magazine A, la radio B » from « A, une radio »: what has a name of its own is another of that kind."""
    own = next(iter(sentence.tokens[noun.index + 1 : noun.index + 2]), name)
    beside = own.name is not None and own.head == noun.index
    kinds = {annotation.names[t.name].type for t in (own, name) if t.name is not None}
    return beside and len(kinds) == 1


def _says_of(annotation: Annotation, name: Token, noun: Token) -> bool:
    """Tell whether a noun can say who or what a name is: « PDG » of a person, « filiale » of a company."""
    assert name.name is not None
    kind, language = annotation.names[name.name].type, annotation.document.language
    if kind is EntityType.PERSON:
        return calls_person(noun.lower, language)
    known = noun_classes(language).get(noun.lower)
    return (known is not None and known.type is kind) or fills_itself(noun.lower, language, kind)


def _noun_from(sentence: Sentence, start: int) -> Token | None:
    """Return the noun that begins at an index, after its article and adjectives."""
    for token in sentence.tokens[start : start + 4]:
        if token.pos == "NOUN" and token.name is None and token.quote is None:
            after = sentence.tokens[token.index + 1] if token.dep == "compound" else token
            return after if after.pos == "NOUN" and after.name is None else token  # "a graduate student"
        if token.pos not in _BEFORE_NOUN or token.name is not None:
            return None
    return None


def _loose(sentence: Sentence, noun: Token, name: Token) -> bool:
    """Tell whether the noun may be an apposition: no subject, no preposition, not joined by « et »."""
    if any(sentence.children(noun, "case", "cc", "cop", "nsubj")):
        return False
    head = sentence.head(noun)
    if noun.dep.startswith("nsubj") and head is not None and any(sentence.children(name, "case")):
        later = (t for t in sentence.children(head, "nsubj") if t.index > noun.index)
        return any(t.index < head.index for t in later)  # « Selon Jean Dubois, le maire, la rue sera fermée »
    if noun.dep.partition(":")[0] not in _LOOSE:
        return False
    return head is None or head.index <= name.index or head.pos in ("VERB", "AUX", "ADJ") or head is name


def governs(sentence: Sentence, noun: Token, name: Token) -> bool:
    """Tell whether a token is the noun or hangs below it."""
    return any(token is name for token in sentence.subtree(noun))


def nouns_before_pronouns(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return what a sentence says somebody is before its subject: "The son of a miner, he studied …"."""
    moved: dict[int, Token] = {}
    for comma, pronoun in pairwise(sentence.tokens):
        subject = comma.text == "," and pronoun.dep.startswith("nsubj") and pronoun.lower in PERSONAL_SUBJECTS
        verb = sentence.head(pronoun) if subject else None
        if verb is None:
            continue
        nouns = [t for t in sentence.children(verb, "nsubj") if t.index < comma.index and t.pos == "NOUN"]
        if len(nouns) == 1 and calls_person(nouns[0].lower, annotation.document.language):
            start = min(t.index for t in sentence.subtree(nouns[0]))
            named = start > 1 and is_person(annotation, sentence.tokens[start - 2])
            if not named:  # « Selon Anne Dubois, une professeure de Nice, elle … »
                moved[nouns[0].index] = replace(nouns[0], head=pronoun.index, dep="appos")
    return moved
