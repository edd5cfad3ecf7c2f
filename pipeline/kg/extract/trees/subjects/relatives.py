"""Puts the main verb on top where the parser took the verb of a French relative clause for it.

English: "Miller, a Republican who opposes the bill" says of Miller that she opposes it.

« L'attaque, qui s'est produite à deux pas du port, a été revendiquée par X » · « une analyse dont les résultats ont été
publiés jeudi révèle que … »
"""

from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import Final

from kg.extract.coreference.nouns import happenings
from kg.extract.frames.load import load_frames
from kg.extract.grammar.antecedents import NATIVE
from kg.extract.grammar.climbing import verb_above
from kg.extract.grammar.coordination import NOMINAL
from kg.extract.grammar.prepositions import preposition
from kg.extract.grammar.voice import AVOIR, BEFALLING
from kg.extract.trees.apposition.callings import calls_person
from kg.extract.trees.mend import is_person, is_place, mend_each
from kg.lexicon.closed import COMPOUND_RELATIVES
from kg.lexicon.tables import lexicon
from kg.model.annotation import Annotation, Sentence, Token

_DEADLY: Final = frozenset("killed wounded injured claimed left displaced destroyed".split())
_FACING: Final = ("charged", "accused", "suspected")
_PRONOUNS: Final = frozenset("qui que qu' dont".split())
_RELATIVE: Final = ("acl:relcl", "ccomp", "xcomp", "advcl", "parataxis", "dep")
_ADVERBIAL: Final = ("advcl", "obl")
_JOINING: Final = frozenset("et ou mais que qu' qui dont où si quand lorsque lorsqu' puis comme".split())
_GROUP: Final = ("aux", "cop", "expl", "advmod", "iobj", "obj")


def put_relatives(annotation: Annotation) -> Annotation:
    """Return the annotation with such verbs below the noun that they say something of."""
    if annotation.document.language != "fr":
        member, holder = partial(_of_member, annotation), partial(_of_holder, annotation)
        nearest = partial(_nearest, annotation)
        return mend_each(annotation, member, holder, _before_court, _toll, _of_deed, _one_of_these, nearest)
    from_there = partial(_of_native, annotation)
    person, speaking = partial(_of_person, annotation), partial(_speaking, annotation)
    return mend_each(annotation, _of_name, person, _relative, speaking, from_there)


def _of_member(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return what "a Republican who …" says as said of the person that it stands beside, not of the party."""
    moved: dict[int, Token] = {}
    for word in sentence.tokens:
        person = sentence.head(word) if word.name is not None and word.dep == "appos" else None
        one = any(t.lower in ("a", "an") for t in sentence.children(word, "det"))
        if person is not None and one and is_person(annotation, person) and not is_person(annotation, word):
            moved |= {t.index: replace(t, head=person.index) for t in sentence.children(word, "acl:relcl")}
    return moved


def _before_court(sentence: Sentence) -> dict[int, Token]:
    """Return "charged" of "appeared at Leeds Crown Court charged with theft" as said of who appeared there."""
    moved: dict[int, Token] = {}
    for word in sentence.tokens[1:]:
        court = sentence.head(word) if word.lower in _FACING and word.dep.startswith("acl") else None
        verb = sentence.head(court) if court is not None and court.dep.startswith("obl") else None
        if verb is not None and court is not None and verb.pos == "VERB" and court.index == word.index - 1:
            moved[word.index] = replace(word, head=verb.index, dep="advcl")
    return moved


def _of_deed(sentence: Sentence) -> dict[int, Token]:
    """Return "killed" of "a gang blamed for a massacre in May that killed 70" as said of the massacre."""
    moved: dict[int, Token] = {}
    for verb in sentence.tokens:
        above = sentence.head(verb) if verb.dep == "acl:relcl" and verb.lower in _DEADLY else None
        who = next((t for t in sentence.children(verb, "nsubj") if t.lower in ("that", "which")), None)
        if above is None or who is None or above.lower in happenings() or sentence.tokens[who.index - 1].text == ",":
            continue
        between = [t for t in sentence.tokens[above.index + 1 : who.index] if t.lower in happenings()]
        deeds = [t for t in between if preposition(sentence, t) in ("for", "of", "in", "over")]
        if deeds:
            moved[verb.index] = replace(verb, head=deeds[0].index)
    return moved


def _toll(sentence: Sentence) -> dict[int, Token]:
    """Return "35 injured" of "Nine passengers were killed and 35 injured" as a clause of its own."""
    moved: dict[int, Token] = {}
    for number, word in pairwise(sentence.tokens):
        first = sentence.head(number) if number.pos == "NUM" and number.dep == "conj" else None
        verb = sentence.head(first) if first is not None and first.dep == "nsubj:pass" else first
        joined = verb is not None and verb.pos == "VERB" and any(sentence.children(verb, "nsubj:pass"))
        behind = word.lower in BEFALLING and word.head == number.index and word.dep == "acl"
        if joined and behind and verb is not None and verb.index < number.index:
            moved[number.index] = replace(number, head=word.index, dep="nsubj:pass")
            moved[word.index] = replace(word, head=verb.index, dep="conj", pos="VERB")
    return moved


def _nearest(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return what "A and B who stayed" says as said of B, right before: parsers say it of A."""
    moved: dict[int, Token] = {}
    for name, who in pairwise(sentence.tokens):
        verb = sentence.head(who) if who.lower == "who" and is_person(annotation, name) else None
        first = sentence.head(verb) if verb is not None and verb.dep == "acl:relcl" else None
        if verb is None or first is None or first is name or first.index > name.index or first.name is None:
            continue
        if any(t.lower == "and" for t in sentence.tokens[first.index : name.index]):
            moved[verb.index] = replace(verb, head=name.index)
    return moved


def _one_of_these(sentence: Sentence) -> dict[int, Token]:
    """Return the name of "One of the groups, the River Front, opposed it" as the subject, the words beside it."""
    moved: dict[int, Token] = {}
    for one in sentence.tokens:
        named = one.lower in ("one", "another") and one.dep.startswith("nsubj")
        name = next((t for t in sentence.children(one, "appos") if t.name is not None), None) if named else None
        if name is None or name.index > one.head or not any(sentence.children(one, "nmod")):
            continue
        moved[name.index] = replace(name, head=one.head, dep=one.dep)
        moved[one.index] = replace(one, head=name.index, dep="appos")
    return moved


def _of_holder(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return what "Jane Miller, a professor at the Trust, who …" says as said of her, not of the Trust."""
    moved: dict[int, Token] = {}
    for who in sentence.tokens[2:]:
        verb = sentence.head(who) if who.lower == "who" and sentence.tokens[who.index - 1].text == "," else None
        body = sentence.head(verb) if verb is not None and verb.dep == "acl:relcl" else None
        if verb is None or body is None or body.name is None or is_person(annotation, body):
            continue
        above = sentence.head(body)
        while above is not None and above.pos in NOMINAL and not is_person(annotation, above):
            above = sentence.head(above)
        if above is not None and above.pos in NOMINAL and above.index < body.index:
            moved[verb.index] = replace(verb, head=above.index)
    return moved


def _of_name(sentence: Sentence) -> dict[int, Token]:
    """Return the clause of « qui », « que » right behind « NAME , » as said of the name, not of the main verb."""
    moved: dict[int, Token] = {}
    for name, comma, pronoun in zip(sentence.tokens, sentence.tokens[1:], sentence.tokens[2:], strict=False):
        said = sentence.head(pronoun)
        if comma.text != "," or said is None or not said.dep.startswith(_ADVERBIAL):
            continue
        if name.text == ")" and name.index > 2:
            name = sentence.tokens[name.index - 3]  # noqa: PLW2901  # « Rassemblement national (RN), qui »
        apart = said.head < name.index or said.head > said.index
        whom = _whom(sentence, pronoun, said)
        if name.name is not None and apart and (whom or (pronoun.lower == "qui" and pronoun.dep.startswith("nsubj"))):
            moved[said.index] = replace(said, head=name.index, dep="acl:relcl")
            if whom:
                moved[pronoun.index] = replace(pronoun, dep="obj", pos="PRON")
    return moved


def _whom(sentence: Sentence, pronoun: Token, verb: Token) -> bool:
    """Tell « que » of « Novatel, que Siemens a racheté, »: somebody else does it, and nothing else is its object."""
    other = any(t.index > pronoun.index for t in sentence.children(verb, "nsubj"))
    full = any(t is not pronoun for t in sentence.children(verb, "obj", "ccomp", "aux:pass", "cop"))
    main = sentence.tokens[verb.head]
    to = main.index < pronoun.index and bool(preposition(sentence, sentence.tokens[pronoun.index - 2]))
    told = to and main.lower in load_frames("fr").clause_verbs["saying"]  # « a dit à X, que … »
    return pronoun.lower in ("que", "qu'") and pronoun.dep in ("obj", "mark") and other and not (full or told)


def _of_person(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return « sénatrice » of « la défaite de X, qui était sénatrice » as said of X: only people are that."""
    moved: dict[int, Token] = {}
    for name, comma, pronoun in zip(sentence.tokens, sentence.tokens[1:], sentence.tokens[2:], strict=False):
        said = sentence.head(pronoun)
        if comma.text != "," or pronoun.lower != "qui" or said is None or said.dep not in _RELATIVE:
            continue
        titled = said.pos == "NOUN" and calls_person(said.lower, "fr") and said.head < name.index
        holders = (sentence.head(said), sentence.head(name))  # « le frère de Paul Dubois, qui est maire »
        thing = not any(h is not None and (is_person(annotation, h) or calls_person(h.lower, "fr")) for h in holders)
        if titled and thing and is_person(annotation, name):
            moved[said.index] = replace(said, head=name.index, dep="acl:relcl")
    return moved


def _of_native(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return « est entré » of « X, originaire de Nice, qui est entré dans l'histoire » as said of X, not of Nice."""
    moved: dict[int, Token] = {}
    for place, comma, pronoun in zip(sentence.tokens, sentence.tokens[1:], sentence.tokens[2:], strict=False):
        said, origin = sentence.head(pronoun), sentence.head(place)
        if comma.text != "," or pronoun.lower != "qui" or said is None or origin is None or said.head != place.index:
            continue
        who = sentence.head(origin) if origin.lower in NATIVE and is_place(annotation, place) else None
        if who is None or who.index > origin.index or who.pos not in NOMINAL:
            continue
        name = next((t for t in sentence.children(who, "appos") if is_person(annotation, t)), who)
        if is_person(annotation, name):
            moved[said.index] = replace(said, head=name.index)
    return moved


def _speaking(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return « reconnaissant » of « X n'a vu que l'usine, qui est bloquée, reconnaissant que » as said of X."""
    moved: dict[int, Token] = {}
    for word in sentence.tokens[1:]:
        relative = sentence.head(word) if sentence.tokens[word.index - 1].text == "," else None
        said = word.lower.endswith("ant") and word.lower in load_frames("fr").clause_verbs["saying"]
        if relative is None or not said or relative.dep != "acl:relcl" or not word.dep.startswith(_ADVERBIAL):
            continue
        noun = sentence.head(relative)
        thing = noun is not None and (is_place(annotation, noun) or (noun.name is None and not _speaks(noun)))
        above = verb_above(sentence, noun) if noun is not None and thing else None
        if above is not None and any(t.index < above.index for t in sentence.children(above, "nsubj")):
            moved[word.index] = replace(word, head=above.index)
    return moved


def _speaks(noun: Token) -> bool:
    """Tell a noun for somebody who can say something."""
    return calls_person(noun.lower, "fr") or noun.lower in lexicon()["organization_words"]


def _relative(sentence: Sentence) -> dict[int, Token]:
    top = next(sentence.roots(), None)
    pronoun = _pronoun(sentence, top) if top is not None and top.pos in ("VERB", "AUX") else None
    if top is None or pronoun is None:
        return {}
    noun = _antecedent(sentence, pronoun)
    main = next((verb for verb in sentence.tokens[top.index + 1 :] if _main(sentence, verb)), None)
    if noun is None or main is None:
        return {}
    passive = any(sentence.children(main, "aux:pass"))
    moved = {t.index: replace(t, head=main.index) for t in _of_main(sentence, top, noun, main)}
    moved[main.index] = replace(main, head=main.index, dep="ROOT")
    moved[top.index] = replace(top, head=noun.index, dep="acl:relcl")
    moved[noun.index] = replace(noun, head=main.index, dep="nsubj:pass" if passive else "nsubj")
    return moved


def _pronoun(sentence: Sentence, top: Token) -> Token | None:
    """Return the relative pronoun before the verb on top, with no relative clause between them."""
    for token in sentence.tokens[1 : top.index]:
        # « dans laquelle X a … »
        governed = token.lower in COMPOUND_RELATIVES and any(sentence.children(token, "case"))
        if not governed and (token.lower not in _PRONOUNS or not _relates(sentence, token)):
            continue
        above = sentence.head(token)
        while above is not None and above.dep.startswith(("nsubj", "xcomp")):
            above = sentence.head(above)  # « dont les résultats ont été publiés », « que l'armée affirme avoir tué »
        if above is top:
            return token
    return None


def _relates(sentence: Sentence, pronoun: Token) -> bool:
    """Tell a relative pronoun, also « que » right after « NAME , », which the parser takes for a conjunction."""
    two = sentence.tokens[max(0, pronoun.index - 2) : pronoun.index]
    named = len(two) == 2 and two[0].name is not None and two[1].text == ","
    return "PronType=Rel" in pronoun.morph or (named and pronoun.lower in ("que", "qu'"))


def _antecedent(sentence: Sentence, pronoun: Token) -> Token | None:
    """Return the head of the noun phrase that ends before the pronoun and opens its clause."""
    before = sentence.tokens[: pronoun.index]
    noun = next((t for t in reversed(before) if t.pos in NOMINAL or t.name is not None), None)
    near = noun is not None and pronoun.index - noun.index <= 3
    cleft = any(t.lower in ("c'", "ce", "celui", "celle", "ceux") or t.pos in ("VERB", "AUX") for t in before)
    if noun is None or not near or cleft:
        return None
    above = sentence.head(noun)
    while above is not None and above.index < noun.index and above.pos in NOMINAL:
        noun, above = above, sentence.head(above)
    return None if any(sentence.children(noun, "case")) else noun


def _main(sentence: Sentence, verb: Token) -> bool:
    """Tell a finite verb, or « est » with what it says, without a subject, that nothing joins to what stands before."""
    group = [verb, *(t for t in sentence.children(verb, *_GROUP) if t.index < verb.index)]
    finite = any("VerbForm=Fin" in t.morph or t.lower in AVOIR for t in group)
    predicate = verb.pos == "VERB" or any(t.index == verb.index - 1 for t in sentence.children(verb, "cop"))
    if not predicate or not finite or any(sentence.children(verb, "nsubj", "mark", "cc")):
        return False
    first = min(t.index for t in group)
    return sentence.tokens[first - 1].lower not in _JOINING and verb.dep.partition(":")[0] != "aux"


def _of_main(sentence: Sentence, top: Token, noun: Token, main: Token) -> list[Token]:
    """Return what hangs from the verb on top though it stands before the noun or after the main verb."""
    return [t for t in sentence.children(top) if t is not noun and (t.index < noun.index or t.index > main.index)]
