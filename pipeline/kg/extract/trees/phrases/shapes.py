"""Gives French phrases that treebanks cut in several ways the one shape that the rules read.

« fait état de 18 morts » · « sont mortes asphyxiées » · « l'élection à venir » ·
« X, nommée en septembre, qui a rencontré … »
"""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import Final

from kg.extract.coreference.nouns import happenings
from kg.extract.frames.load import load_frames
from kg.extract.trees.apposition.callings import calls_person
from kg.extract.trees.mend import is_place, mended
from kg.lexicon.tables import fold, lexicon
from kg.model.annotation import Annotation, Sentence, Token

_NOMINAL: Final = ("NOUN", "PROPN", "NUM")
_PICKED: Final = frozenset("premier première premiers dernier dernière derniers seul seule autre même".split())
_OFFICES: Final = frozenset("bureau responsable responsables directeur directrice division pôle branche".split())
_LINES: Final = frozenset("filiale branche division pôle section".split())
_LOOSE: Final = ("conj", "advcl", "parataxis", "appos", "dep", "acl")


def put_phrases(annotation: Annotation) -> Annotation:
    """Return the annotation with such phrases in that shape; French only."""
    if annotation.document.language != "fr":
        return annotation
    made = tuple(_offices(annotation, _phrases(sentence)) for sentence in annotation.sentences)
    return replace(annotation, sentences=made)


def _phrases(sentence: Sentence) -> Sentence:
    for token in sentence.tokens:
        step = _STEPS.get(token.lower)
        if step is not None:
            sentence = mended(sentence, step(sentence, sentence.tokens[token.index]))
        elif token.dep == "conj" and _named_an_adjective(sentence, token):
            sentence = mended(sentence, _joined_noun(sentence, token))
        elif token.pos == "ADJ" and _stands_alone(sentence, token):
            noun = sentence.tokens[token.index]
            dep = "appos" if noun.dep == "amod" else noun.dep
            sentence = mended(sentence, {token.index: replace(noun, pos="NOUN", dep=dep)})
    return sentence


def _stands_alone(sentence: Sentence, adjective: Token) -> bool:
    """Tell « De nombreux jeunes ont été arrêtés », « Paris est candidate »: nouns for people, no adjectives.

    So « X, sexagénaire qui dirigeait … », where a relative clause tells of the noun.
    """
    apart = adjective.dep == "amod" and sentence.tokens[adjective.index - 1].text == ","
    if apart and calls_person(adjective.lower, "fr") and any(sentence.children(adjective, "acl:relcl")):
        return True
    subject = adjective.dep.startswith("nsubj") and any(sentence.children(adjective, "det"))
    if adjective.dep == "obj" and adjective.lower in happenings() and any(sentence.children(adjective, "det")):
        return True  # « le prochain mondial »
    if subject:
        return not adjective.lower.endswith(("ième", "ièmes")) and adjective.lower not in _PICKED
    return any(sentence.children(adjective, "cop")) and calls_person(adjective.lower, "fr")


def _named_an_adjective(sentence: Sentence, second: Token) -> bool:
    """Tell what is tagged as an adjective, and a noun that is joined to one: « éditeur français et propriété de X »."""
    return second.pos == "ADJ" or (second.pos == "NOUN" and sentence.tokens[second.head].pos == "ADJ")


def _joined_noun(sentence: Sentence, adjective: Token) -> dict[int, Token]:
    """Return « filiale » of « second opérateur du pays et filiale de Novatel » as a noun beside the other."""
    after = sentence.tokens[adjective.index + 1 : adjective.index + 2]
    first: Token | None = sentence.tokens[adjective.head]
    while first is not None and (first.pos == "ADJ" or (first.dep == "nmod" and any(sentence.children(first, "case")))):
        first = sentence.head(first)
    of = bool(after) and after[0].lower in ("de", "d'", "du", "des")
    if not of or first is None or first.pos != "NOUN" or adjective.lower not in load_frames("fr").nouns:
        return {}
    whose = sentence.tokens[after[0].head]
    moved = {adjective.index: replace(adjective, pos="NOUN", head=first.index)}
    if whose.head < adjective.index < whose.index:
        moved[whose.index] = replace(whose, head=adjective.index, dep="nmod")
    return moved


def _offices(annotation: Annotation, sentence: Sentence) -> Sentence:
    """Return « Afrique » of « le bureau Afrique de la FIDH » as what describes the office, the body as what has it.

    So does « réacteurs » of « sa filiale réacteurs Novatel »: the name is the subsidiary's.
    """
    moved: dict[int, Token] = {}
    for noun, field in pairwise(sentence.tokens):
        if noun.lower not in _OFFICES and noun.lower not in _LINES:
            continue
        office = noun.lower in _OFFICES and field.head == noun.index and field.dep == "appos"
        line = noun.lower in _LINES and field.pos == "NOUN" and field.head in (noun.index, noun.head)
        bare = field.name is None and not any(sentence.children(field, "det", "case", "nummod", "cc"))
        if (office and is_place(annotation, field)) or (line and bare):
            moved[field.index] = replace(field, head=noun.index, dep="amod")
            moved |= {t.index: replace(t, head=noun.index) for t in sentence.children(field, "nmod", "appos")}
    return mended(sentence, moved)


def _state(sentence: Sentence, noun: Token) -> dict[int, Token]:
    """Return « état » of « fait état de 18 morts » as the object of its verb, no predicate."""
    verb = sentence.tokens[noun.index - 1] if noun.index else noun
    if verb.head != noun.index or verb.dep != "cop":
        return {}
    root = noun.head == noun.index
    moved = {t.index: replace(t, head=verb.index) for t in sentence.children(noun) if t.index != verb.index}
    moved[verb.index] = replace(verb, pos="VERB", head=verb.index if root else noun.head, dep=noun.dep)
    moved[noun.index] = replace(noun, head=verb.index, dep="obj")
    return moved


def _dead(sentence: Sentence, dead: Token) -> dict[int, Token]:
    """Return « mortes » of « sont mortes asphyxiées » as the verb, with how they died below it."""
    how = sentence.head(dead)
    if how is None or how.index != dead.index + 1 or dead.dep != "advmod":
        return {}
    root = how.head == how.index
    moved = {t.index: replace(t, head=dead.index) for t in sentence.children(how) if t.index != dead.index}
    for be in sentence.children(how, "aux", "cop"):
        moved[be.index] = replace(be, head=dead.index, dep="aux:tense", pos="AUX")
    for subject in sentence.children(how, "nsubj"):
        moved[subject.index] = replace(subject, head=dead.index, dep="nsubj")
    above = dead.index if root else how.head
    moved[dead.index] = replace(dead, head=above, dep=how.dep, pos="VERB", morph="Tense=Past|VerbForm=Part")
    moved[how.index] = replace(how, head=dead.index, dep="xcomp", pos="ADJ")
    return moved


def _to_come(sentence: Sentence, verb: Token) -> dict[int, Token]:
    """Return « à venir » hung from the noun before it."""
    before = sentence.tokens[max(0, verb.index - 2) : verb.index]
    known = len(before) > 1 and before[1].lower == "à" and before[0].pos in _NOMINAL
    return {verb.index: replace(verb, head=before[0].index, dep="acl")} if known else {}


def _which(sentence: Sentence, which: Token) -> dict[int, Token]:
    """Return the verb behind « qui » hung from what it tells of: no day, and joined to nothing."""
    verb = sentence.head(which)
    above = sentence.head(verb) if verb is not None else None
    if verb is None or above is None or not which.dep.startswith("nsubj") or above.index > which.index:
        return {}
    if above.pos == "VERB" and verb.dep == "conj" and not any(sentence.children(verb, "cc")):
        thing = _thing_before(sentence, above, which)
        return {verb.index: replace(verb, head=thing.index, dep="acl:relcl")} if thing is not None else {}
    while above is not None and above.head != above.index and _passed_over(sentence, above, which):
        above = sentence.head(above)
    if above is None or above.pos not in _NOMINAL or _dated(above):
        return {}
    loose = verb.dep in _LOOSE and not any(sentence.children(verb, "cc", "mark"))
    if not loose and not (verb.dep == "acl:relcl" and above.index != verb.head):
        return {}
    return {verb.index: replace(verb, head=above.index, dep="acl:relcl")}


def _thing_before(sentence: Sentence, verb: Token, which: Token) -> Token | None:
    """Return what a verb takes right before « , qui »: a second clause without « et » tells of it."""
    last = sentence.tokens[which.index - 2] if sentence.tokens[which.index - 1].text == "," else None
    while last is not None and last.head != verb.index and last.pos in {*_NOMINAL, "ADJ"} and last.head < last.index:
        last = sentence.head(last)
    return last if last is not None and last.dep in ("obj", "obl:arg") and last.head == verb.index else None


def _passed_over(sentence: Sentence, above: Token, which: Token) -> bool:
    """Tell « septembre » and « nommée » of « X, nommée en septembre, qui a rencontré … »."""
    dated = _dated(above) and sentence.tokens[which.index - 1].text == ","
    return dated or (above.pos == "VERB" and above.dep in ("acl", "conj") and "VerbForm=Part" in above.morph)


def _having(sentence: Sentence, helper: Token) -> dict[int, Token]:
    """Return « avoir pris » of « annonce, dans un message, avoir pris le port » as what the verb before it governs."""
    verb = sentence.tokens[helper.head]
    joined = verb.dep == "conj" and helper.dep.startswith("aux") and helper.index < verb.index
    comma = helper.index > 0 and sentence.tokens[helper.index - 1].text == ","
    if not (joined and comma) or any(sentence.children(verb, "cc", "mark")):
        return {}
    return {verb.index: replace(verb, dep="xcomp")}


def _present(sentence: Sentence, present: Token) -> dict[int, Token]:
    """Return « présente à Nice » behind a name and a comma as what is said of the name, no verb."""
    before = sentence.tokens[max(0, present.index - 2) : present.index]
    behind = len(before) > 1 and before[1].text == "," and before[0].pos in ("NOUN", "PROPN")
    if not behind or any(sentence.children(present, "obj", "nsubj", "aux")) or present.head == present.index:
        return {}
    return {present.index: replace(present, head=before[0].index, dep="acl", pos="ADJ")}


def _dated(token: Token) -> bool:
    return fold(token.lower) in lexicon()["calendar"] or (token.pos == "NUM" and token.text.isdigit())


def _both(sentence: Sentence, deux: Token) -> dict[int, Token]:
    """Return « annoncé » of « ont tous deux annoncé leur départ » as the verb, no object of « ont »."""
    had, tous, verb = (sentence.tokens[i : i + 1] for i in (deux.index - 2, deux.index - 1, deux.index + 1))
    if deux.index < 2 or not verb or tous[0].lower not in ("tous", "toutes"):
        return {}
    if had[0].lower not in _AUXILIARIES or verb[0].pos != "VERB" or verb[0].head != had[0].index:
        return {}
    top = had[0].index if had[0].head != had[0].index else verb[0].index
    head = verb[0].index if top == verb[0].index else had[0].head
    moved = {
        verb[0].index: replace(verb[0], head=head, dep=had[0].dep),
        had[0].index: replace(had[0], head=verb[0].index, dep="aux:tense", pos="AUX"),
    }
    for word in (tous[0], deux):
        moved[word.index] = replace(word, head=verb[0].index, dep="advmod", pos="ADV")
    for child in (*sentence.children(had[0]), *sentence.children(verb[0])):
        if child.index not in moved and child.index != verb[0].index:
            bare = child.dep == "nmod" and all(case.pos == "DET" for case in sentence.children(child, "case"))
            moved |= {c.index: replace(c, dep="det") for c in sentence.children(child, "case") if bare}
            moved[child.index] = replace(child, head=verb[0].index, dep="obj" if bare else child.dep)
    return moved


def _handily(sentence: Sentence, main: Token) -> dict[int, Token]:
    """Return « main » of « a gagné haut la main » as an adverb."""
    if main.index < 2 or sentence.tokens[main.index - 2].lower != "haut":
        return {}
    return {main.index: replace(main, dep="advmod", pos="ADV")}


def _such(sentence: Sentence, such: Token) -> dict[int, Token]:
    """Return « A » of « des titres tels que A et B » as an example of the titles, no object beside them."""
    joint = next((t for t in sentence.tokens[such.index + 1 : such.index + 2] if t.lower in ("que", "qu'")), None)
    first = sentence.head(joint) if joint is not None and joint.dep == "case" else None
    noun = sentence.head(such)
    if joint is None or first is None or noun is None or first.pos not in _NOMINAL or noun.index > such.index:
        return {}
    return {
        first.index: replace(first, head=noun.index, dep="nmod"),
        such.index: replace(such, head=first.index, dep="case"),
        joint.index: replace(joint, head=such.index, dep="fixed"),
    }


def _no_verb(sentence: Sentence, noun: Token) -> dict[int, Token]:
    """Return « propriété » of « X, auparavant propriété de Y » as a noun beside the name."""
    if noun.dep == "conj" and _named_an_adjective(sentence, noun):
        return _joined_noun(sentence, noun)
    beside = noun.pos in ("VERB", "ADJ") and noun.dep in ("acl", "amod", "advcl") and noun.index > noun.head
    return {noun.index: replace(noun, pos="NOUN", dep="appos", morph="")} if beside else {}


def _in_turn(sentence: Sentence, turn: Token) -> dict[int, Token]:
    """Return « des actifs » of « détient à son tour des actifs » as the object of the verb, as nobody's turn."""
    verb, own = sentence.head(turn), sentence.tokens[max(0, turn.index - 1)]
    below = [t for t in sentence.children(turn, "nmod") if t.index > turn.index]
    if verb is None or verb.pos != "VERB" or own.lower not in ("son", "leur") or any(sentence.children(verb, "obj")):
        return {}
    moved: dict[int, Token] = {}
    for thing in below[:1]:
        moved = {t.index: replace(t, dep="det") for t in sentence.children(thing, "case")}
        moved[thing.index] = replace(thing, head=verb.index, dep="obj")
    return moved


_AUXILIARIES: Final = frozenset("ont sont avaient étaient auront seront ont auraient furent eurent".split())
_STEPS: Final[dict[str, Callable[[Sentence, Token], dict[int, Token]]]] = {
    **dict.fromkeys(("mort", "morte", "morts", "mortes"), _dead),
    **dict.fromkeys(("avoir", "être"), _having),
    **dict.fromkeys(("présent", "présente", "présents", "présentes"), _present),
    "deux": _both,
    "main": _handily,
    **dict.fromkeys(("tel", "tels", "telle", "telles"), _such),
    "tour": _in_turn,
    "propriété": _no_verb,
    "état": _state,
    "venir": _to_come,
    "qui": _which,
}
