"""Gives bare names the function that their place in the clause shows, where the parser gave them none.

French and English put the subject before the verb and the object right after it. Parsers that meet an unknown name
there call it `parataxis`, `dep` or `obl` now and then, though no preposition stands before it.
"""

from dataclasses import replace
from itertools import pairwise

from kg.extract.frames.load import clause_verbs
from kg.extract.grammar.coordination import conjuncts
from kg.extract.grammar.prepositions import preposition
from kg.extract.grammar.subjects import surface_subject
from kg.extract.grammar.voice import has_finite, is_passive
from kg.extract.trees.apposition.asides import comma_behind
from kg.extract.trees.apposition.callings import calls_person
from kg.extract.trees.mend import mended
from kg.extract.trees.subjects.fronting import clitic
from kg.extract.trees.verbs.governors import (
    agents,
    copulas,
    gerunds,
    joined,
    participles,
    shown,
    verb_on_top,
)
from kg.extract.trees.verbs.second_verbs import past_joined, reduced, said_besides, second_subjects
from kg.model.annotation import Annotation, Sentence, Token

_CLITICS = frozenset("l' le la les lui leur me m' te t' nous vous se s' y en".split())
_ODD_SUBJECT = tuple("parataxis dep obl nmod vocative dislocated appos obj advcl xcomp compound".split())
_ODD_OBJECT = ("dep", "obl", "xcomp", "nmod", "nsubj", "parataxis", "appos", "advcl", "amod", "conj")
MONEY = frozenset("$ € £ ¥ us$ euro euros dollar dollars pound pounds yen francs rupees yuan pesos".split())
_GIVING = frozenset("award awarded awarding gave give handed granted".split())
_SAYING = frozenset(
    "saying adding claiming arguing stating noting believing suggesting insisting alleging explaining hoping".split()
)
_BETWEEN = ("ADV", "AUX", "PRON", "PART")


def place_arguments(annotation: Annotation) -> Annotation:
    """Return the annotation with such names as subjects and objects of their verbs."""
    language = annotation.document.language
    saying, telling = clause_verbs(language, "saying"), clause_verbs(language, "saying", "quoting", "accusing")
    made = []
    for sentence in annotation.sentences:
        better = verb_on_top(sentence, language) if language == "fr" else sentence
        better = mended(
            better,
            {
                **reduced(better),
                **second_subjects(better),
                **said_besides(better, saying),
                **past_joined(better),
                **joined(better),
                **gerunds(better, telling),
                **participles(better),
                **agents(better),
                **shown(better),
                **copulas(better),
            },
        )
        better = mended(better, {**_subjects(better, language), **_payees(better), **_given(better), **_born(better)})
        better = mended(better, _subjects_of_second_clauses(better))
        better = mended(better, _subjects_of_nouns(better))
        made.append(mended(better, _objects(better)))
    return replace(annotation, sentences=tuple(made))


def _born(sentence: Sentence) -> dict[int, Token]:
    """Return the place of "was born Jane Ann Carter in Leeds" below the verb: nobody is called so in Leeds."""
    moved: dict[int, Token] = {}
    if "born" not in sentence.words:
        return moved
    for verb in sentence.tokens:
        names = sentence.children(verb, "xcomp", "obj", "appos") if verb.lower == "born" else ()
        for name in (t for t in names if t.name is not None and t.index > verb.index):
            places = [t for t in sentence.children(name, "nmod") if preposition(sentence, t) in ("in", "at", "near")]
            moved |= {t.index: replace(t, head=verb.index, dep="obl:mod") for t in places}
    return moved


def _payees(sentence: Sentence) -> dict[int, Token]:
    """Return the names between an active verb and an amount of money as whom it goes to: "fined Novatel £18m"."""
    moved: dict[int, Token] = {}
    for amount in sentence.tokens:
        verb = _giver(sentence, amount) if amount.dep.startswith("obj") else None
        if verb is None or verb.pos != "VERB" or verb.index > amount.index:
            continue
        inside = [t for t in sentence.tokens[verb.index + 1 : amount.index + 1] if t.pos in ("NUM", "SYM")]
        worth = sentence.tokens[inside[0].index : amount.index + 1] if inside else ()
        if not any(t.lower.strip(".") in MONEY for t in worth):
            continue
        names = [t for t in sentence.tokens[verb.index + 1 : inside[0].index] if _payee(sentence, t)]
        if names and not is_passive(sentence, verb):
            moved[names[-1].index] = replace(names[-1], head=verb.index, dep="iobj")
    return moved


def _given(sentence: Sentence) -> dict[int, Token]:
    """Return the prize of "awarded the writer Jane Miller the prize" as the object, where it hung from her name."""
    moved: dict[int, Token] = {}
    if sentence.words.isdisjoint(_GIVING):
        return moved
    for thing in sentence.tokens:
        name = sentence.head(thing) if thing.dep == "appos" and thing.name is None else None
        title = sentence.head(name) if name is not None and name.dep == "appos" else name
        verb = sentence.head(title) if title is not None and title.dep == "obj" else None
        if verb is None or title is None or verb.lower not in _GIVING or is_passive(sentence, verb):
            continue
        first = sentence.child(thing, "det", "nmod:poss")
        if first is not None and sentence.tokens[first.index - 1].name is not None:
            moved[thing.index] = replace(thing, head=verb.index, dep="obj")
            moved[title.index] = replace(title, dep="iobj")
    return moved


def _giver(sentence: Sentence, amount: Token) -> Token | None:
    """Return the verb of an amount: not « ticketing » in "has fined ticketing giant Novatel £18m"."""
    verb = sentence.head(amount)
    above = None if verb is None else sentence.head(verb)
    if verb is None or above is None or not verb.lower.endswith("ing") or verb.dep != "xcomp":
        return verb
    return above if above.index == verb.index - 1 else verb


def _payee(sentence: Sentence, token: Token) -> bool:
    person = token.name is not None or (token.pos == "PRON" and token.lower in ("him", "her", "them", "it"))
    return person and not any(sentence.children(token, "case", "cc", "mark"))


def _bare(sentence: Sentence, token: Token) -> bool:
    return token.name is not None and not any(sentence.children(token, "case", "cc", "mark"))


def _subjects(sentence: Sentence, language: str) -> dict[int, Token]:
    """Return the bare names before a verb that has no subject, or whose subject is what stands beside the name."""
    moved: dict[int, Token] = {}
    for verb in sentence.tokens:
        if verb.pos not in ("VERB", "AUX", "ADJ") or verb.dep.startswith(("aux", "cop", "acl:relcl", "amod")):
            continue
        name = _name_before(sentence, verb)
        if name is None:
            continue
        own = [t for t in sentence.children(verb, "nsubj", "csubj", "expl") if not clitic(t)]
        if not own and verb.pos == "ADJ":
            continue
        if not own and _finite(sentence, verb):
            moved[name.index] = replace(name, dep="nsubj")
        elif own and own[0].index > name.index and _beside(sentence, name, own[0], verb, language):
            moved[name.index] = replace(name, dep=own[0].dep)
            moved[own[0].index] = replace(own[0], head=name.index, dep="appos")
    return moved


def _subjects_of_second_clauses(sentence: Sentence) -> dict[int, Token]:
    """Return the nouns « joined » to a verb before a finite verb without subject: « A part et la ministre B dit … »."""
    moved: dict[int, Token] = {}
    for noun in sentence.tokens:
        first = sentence.head(noun) if noun.dep == "conj" and noun.pos in ("NOUN", "PROPN") else None
        loose = first is not None and first.dep == "obj"
        first = sentence.head(first) if loose and first is not None else first
        if first is None or first.pos != "VERB" or any(sentence.children(noun, "case", "cop")):
            continue
        if sentence.tokens[noun.index - 1].dep != "cc" and not any(sentence.children(noun, "cc")):
            continue
        last = max(t.index for t in sentence.subtree(noun))
        after = [t for t in sentence.tokens[last + 1 : last + 5] if not _before_verb(t)]
        verb = after[0] if after else None
        if loose and (verb is None or verb.dep != "parataxis" or verb.head != first.index):
            continue  # « a critiqué la loi et la ministre Dubois, a demandé que … » is two clauses
        if verb is not None and verb.pos == "VERB" and _finite(sentence, verb) and not _has_subject(sentence, verb):
            moved[noun.index] = replace(noun, head=verb.index, dep="nsubj")
            above = sentence.head(first)
            if verb.dep == "ccomp" and verb.head == first.index and above is not None and not _finite(sentence, first):
                moved[verb.index] = replace(verb, head=above.index, dep="conj")  # « a refusé d'obéir et X l'a démis »
    return moved


def _before_verb(token: Token) -> bool:
    """Tell what may stand between a subject and its verb: auxiliaries, adverbs, clitic objects."""
    return token.pos in ("AUX", "ADV", "PUNCT") or (token.pos == "PRON" and token.lower in _CLITICS)


def _subjects_of_nouns(sentence: Sentence) -> dict[int, Token]:
    """Return the bare names right before « est », "is" and a noun without a subject, as its subject."""
    moved: dict[int, Token] = {}
    for name, copula in pairwise(sentence.tokens):
        noun = sentence.head(copula) if copula.dep == "cop" else None
        if noun is None or noun.pos != "NOUN" or _has_subject(sentence, noun):
            continue
        if _bare(sentence, name) and name.head == noun.index and name.dep in _ODD_SUBJECT:
            moved[name.index] = replace(name, dep="nsubj")
    return moved


def _has_subject(sentence: Sentence, verb: Token) -> bool:
    return any(not clitic(t) for t in sentence.children(verb, "nsubj", "csubj", "expl"))


def _name_before(sentence: Sentence, verb: Token) -> Token | None:
    """Return the bare name that hangs from the verb before it and opens its clause."""
    found = [
        child
        for child in sentence.children(verb)
        if child.index < verb.index and _bare(sentence, child) and child.dep.partition(":")[0] in _ODD_SUBJECT
    ]
    return found[-1] if found else None


def _finite(sentence: Sentence, verb: Token) -> bool:
    return has_finite((verb, *sentence.children(verb, "aux", "cop")))


def _beside(sentence: Sentence, name: Token, noun: Token, verb: Token, language: str) -> bool:
    """Tell « Paul Martin, le père d'Anne Dubois, est mort »: commas on both sides of a noun that says who he is."""
    if noun.pos != "NOUN" or noun.name is not None or not calls_person(noun.lower, language):
        return False
    joined = [t for t in conjuncts(sentence, name) if t.name is not None and t.index < noun.index]
    first = comma_behind(sentence, joined[-1] if joined else name)
    if first is None:
        return False
    if sentence.tokens[first - 1].name is not None and not any(sentence.children(noun, "det")):
        return True  # « Paul Martin, ministre de 1988 à 1991 est mort »
    commas = [t.index for t in sentence.tokens[first + 1 : verb.index] if t.text == ","]
    last = max(t.index for t in sentence.subtree(noun) if t.index < verb.index)
    return any(at >= noun.index and at >= last - 1 for at in commas)


def _objects(sentence: Sentence) -> dict[int, Token]:
    """Return the bare names right after an active verb that has a subject before it and no object yet."""
    moved: dict[int, Token] = {}
    for verb in sentence.tokens:
        name = _name_after(sentence, verb) if verb.pos == "VERB" else None
        if name is None or name.dep == "obj":
            continue
        present = "Tense=Pres" in verb.morph and "VerbForm=Part" in verb.morph
        passive = not present and is_passive(sentence, verb)
        if passive or any(sentence.children(verb, "cop")) or not _takes_it(sentence, verb, name):
            continue
        moved[name.index] = replace(name, head=verb.index, dep="obj")
        for other in sentence.children(verb, "obj"):
            if other.index > name.index and sentence.tokens[name.index + 1].text == "," and other.name is None:
                moved[other.index] = replace(other, head=name.index, dep="appos")
    return moved


def _name_after(sentence: Sentence, verb: Token) -> Token | None:
    for token in sentence.tokens[verb.index + 1 : verb.index + 4]:
        if token.name is not None:
            odd = token.dep.partition(":")[0] in _ODD_OBJECT
            return token if odd and _bare(sentence, token) else None
        if token.pos != "ADV":
            return None
    return None


def _takes_it(sentence: Sentence, verb: Token, name: Token) -> bool:
    """Tell whether the name can be the verb's object: the subject stands before, nothing else is the object."""
    head = sentence.head(name)
    near = head is None or head.index == verb.index
    if _present(verb, name) and name.dep.startswith("nsubj"):
        return verb.lower not in _SAYING  # "saying Novatel might close the plant"
    subjects = surface_subject(sentence, verb)
    before = bool(subjects) and all(t.index < verb.index for t in subjects) and name not in subjects[:1]
    objects = [t for t in sentence.children(verb, "obj") if t.index < name.index and not clitic(t)]
    free = before and not objects and not name.dep.startswith("nsubj:pass")
    return near and (free or _present(verb, name))


def _present(verb: Token, name: Token) -> bool:
    """Tell « une enquête visant Airbus »: a present participle right before the name."""
    return "Tense=Pres" in verb.morph and "VerbForm=Part" in verb.morph and name.index == verb.index + 1
