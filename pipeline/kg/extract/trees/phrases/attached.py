"""Hangs French complements from the word that they belong to, where the parser chose one further up or down.

« a touché l'agglomération d'Aix mercredi » · « retirer leur soutien aux Kurdes » · « a fait 40 morts, et 120 blessés »
"""

from dataclasses import replace
from itertools import pairwise
from typing import Final

from kg.extract.coreference.nouns import KIN
from kg.extract.frames.load import Trigger, load_frames
from kg.extract.grammar.climbing import verb_above
from kg.extract.grammar.prepositions import preposition, with_preposition
from kg.extract.grammar.voice import is_participle
from kg.extract.trees.clauses.times import timed
from kg.extract.trees.mend import is_owned
from kg.extract.trees.phrases.kind_names import named_kinds
from kg.lexicon.tables import fold, kinds, lexicon
from kg.model.annotation import Sentence, Token

_JOINED: Final = ("par", "avec", "contre", "pour", "chez", "sur", "dans", "à")
_DEEDS: Final = frozenset("vainqueur vainqueurs tombeur tombeuse tombeurs bourreau auteur autrice".split())
_GIVING: Final = ("céd", "cèd", "vend", "reven")  # « va céder sa participation dans X à Y »
_CLOSE: Final = KIN | {"ami", "amie", "parent"}
_OF_NOUNS: Final = frozenset(("à", "contre", "face à", "avec", "envers", "pour"))


def _hung_too_low(sentence: Sentence) -> dict[int, Token]:
    """Return « mercredi » of « a touché l'agglomération d'Aix mercredi » below the verb; no name has a day.

    « jusqu'à son licenciement en 2012 »: the year is of what ended it, where it was hung from the verb.
    """
    moved: dict[int, Token] = {}
    for word in sentence.tokens[1:]:
        above = sentence.tokens[word.head]
        if above.index >= word.index:
            continue
        if word.dep == "nmod" and above.name is not None and word.name is None and timed(word):
            deed = sentence.head(above)
            done = deed is not None and deed.dep == "appos" and deed.lower in _DEEDS  # « X, tombeur de Y mercredi »
            verb = deed if done else verb_above(sentence, above)
            if verb is not None and verb.index < above.index and not any(sentence.children(word, "case", "det", "cc")):
                moved[word.index] = replace(word, head=verb.index, dep="obl:mod")
        elif word.dep.startswith("obl") and word.pos == "NUM" and above.pos == "VERB":
            noun = sentence.tokens[max(0, word.index - 2)]
            until = noun.head == above.index and any(
                c.lower.startswith("jusqu") for c in sentence.children(noun, "case")
            )
            if until and noun.pos == "NOUN" and not timed(noun):
                moved[word.index] = replace(word, head=noun.index, dep="nmod")
    return moved


def _unjoined(sentence: Sentence) -> dict[int, Token]:
    """Return « un soir » of « Selon le chauffeur, un soir, vers la gare, … » beside the source, not joined to it.

    What no conjunction joins and another preposition begins, or what is a time, is no member of a list.
    """
    moved: dict[int, Token] = {}
    for word in sentence.tokens[2:]:
        first = sentence.head(word) if word.dep == "conj" else None
        if first is None or first.index > word.index or not first.dep.startswith("obl") or timed(first):
            continue
        members = [first, *sentence.children(first, "conj")]
        own, other = preposition(sentence, word), preposition(sentence, first)
        apart = (timed(word) and word.name is None) or (own and own != other)
        if apart and other and not any(any(sentence.children(t, "cc")) for t in members):
            moved[word.index] = replace(word, head=first.head, dep="obl:mod")
    return moved


def _of_nouns(sentence: Sentence) -> dict[int, Token]:
    """Return « aux Kurdes » of « retirer leur soutien aux Kurdes » below the noun, which frames know to take it.

    Not where the verb takes it, by itself or with the noun: « apporter son soutien à ».
    """
    moved: dict[int, Token] = {}
    for word in sentence.tokens[2:]:
        verb = sentence.head(word) if word.dep in ("obl:arg", "obl:mod") else None
        joint = preposition(sentence, word) if verb is not None and verb.index < word.index else ""
        if verb is None or joint not in _OF_NOUNS or verb.pos != "VERB" or word.name is None:
            continue
        noun = _noun_before(sentence, verb, word)
        if noun is not None and _takes(load_frames("fr").nouns.get(noun.lower, ()), joint):
            # « a annoncé l'arrivée de X à Nice »
            there = joint == "à" and word.dep == "obl:mod" and not verb.lower.startswith(_GIVING)
            own = noun.dep.startswith("obl") or not _governs(verb, noun, "" if there else joint)
            own = own or (joint == "contre" and not _against(verb, noun))
            if own:
                moved[word.index] = replace(word, head=noun.index, dep="nmod")
    return moved


def _noun_before(sentence: Sentence, verb: Token, word: Token) -> Token | None:
    """Return the object or complement of a verb whose phrase ends right before another."""
    start = min(t.index for t in sentence.subtree(word))
    for noun in sentence.children(verb, "obj", "obl"):
        ends = noun.index > verb.index and max(t.index for t in sentence.subtree(noun)) == start - 1
        if ends and noun.pos == "NOUN" and noun.name is None:
            return noun
    return None


def _takes(triggers: tuple[Trigger, ...], joint: str) -> bool:
    functions = (f for t in triggers if not t.rest for _, wanted in t.roles for f in wanted)
    return any(f.partition("=")[0] == joint for f in functions)


def _governs(verb: Token, noun: Token, joint: str) -> bool:
    """Tell a verb that takes the preposition, by itself or with the noun."""
    triggers = load_frames("fr").verbs.get(verb.lower, ())
    return any(noun.lower in t.rest for t in triggers) or _takes(triggers, joint)


def _against(verb: Token, noun: Token) -> bool:
    """Tell « voter contre » from « rejeter le procès », « porter plainte », where the noun is against somebody."""
    triggers = load_frames("fr").verbs.get(verb.lower, ())
    return _takes(tuple(t for t in triggers if noun.lower not in t.with_words), "contre")


def _with_its_like(sentence: Sentence) -> dict[int, Token]:
    """Return « par B » of « reconnue par les membres de A et par B » as joined to the members, not to A.

    Another preposition than that of the word before « et » goes back to the word that has the same.
    """
    moved: dict[int, Token] = {}
    for second in sentence.tokens[4:]:
        first = sentence.head(second) if second.dep == "conj" and any(sentence.children(second, "cc")) else None
        own = preposition(sentence, second) if first is not None and first.index < second.index else ""
        if first is None or own not in _JOINED or preposition(sentence, first) in ("", own):
            continue
        above = sentence.head(first)
        while above is not None and above.dep == "nmod" and preposition(sentence, above) != own:
            above = sentence.head(above)
        if above is not None and above.pos in ("NOUN", "PROPN") and preposition(sentence, above) == own:
            moved[second.index] = replace(second, head=above.index)
    return moved


def _counts(sentence: Sentence) -> dict[int, Token]:
    """Return the second of « 40 morts, et environ 120 blessés » as joined to the first, wherever it hung."""
    moved: dict[int, Token] = {}
    for before, joint in pairwise(sentence.tokens):
        second = sentence.head(joint) if joint.lower == "et" and joint.dep == "cc" else None
        first = sentence.tokens[before.index - 1] if before.text == "," and before.index else before
        if second is None or second.dep != "conj" or second.head == first.index:
            continue
        nouns = all(t.pos == "NOUN" and any(sentence.children(t, "nummod")) for t in (first, second))
        if nouns and second.head < first.index:
            moved[second.index] = replace(second, head=first.index)
    return moved


def _one_thing(sentence: Sentence) -> dict[int, Token]:
    """Return « le groupe Fischer » of « a racheté son rival, le groupe Fischer » beside the rival."""
    moved: dict[int, Token] = {}
    for second in sentence.tokens[4:]:
        verb = sentence.head(second) if second.dep == "obj" else None
        if verb is None or verb.index > second.index or not _named(sentence, second):
            continue
        start = min(t.index for t in sentence.subtree(second) if t.pos != "PUNCT")
        firsts = [t for t in sentence.children(verb, "obj") if verb.index < t.index < start]
        for first in firsts[:1]:
            comma = sentence.tokens[start - 1].text == "," and not any(sentence.children(second, "cc"))
            ends = max(t.index for t in sentence.subtree(first)) in (start - 1, start - 2)
            if comma and ends and first.pos == "NOUN" and not first.plural and not _named(sentence, first):
                moved[second.index] = replace(second, head=first.index, dep="appos")
    return moved


def _by_and_of(sentence: Sentence) -> dict[int, Token]:
    """Return « de Y » of « le rachat par X de Y » below the noun: X has no « de » of its own."""
    moved: dict[int, Token] = {}
    for below in sentence.tokens[4:]:
        doer = sentence.head(below) if below.dep == "nmod" and preposition(sentence, below) == "de" else None
        noun = sentence.head(doer) if doer is not None and preposition(sentence, doer) == "par" else None
        if doer is None or noun is None or noun.pos != "NOUN" or not _named(sentence, doer) or below.index < doer.index:
            continue
        if _takes(load_frames("fr").nouns.get(noun.lower, ()), "de") and not with_preposition(sentence, noun, "de"):
            moved[below.index] = replace(below, head=noun.index)
    return moved


def _with_its_auxiliary(sentence: Sentence) -> dict[int, Token]:
    """Return « racheté Y » of « a vendu X, racheté Y et fermé Z » beside the verb: a passive has no object."""
    moved: dict[int, Token] = {}
    for word, before in zip(sentence.tokens[2:], sentence.tokens[1:], strict=False):
        if not word.dep.startswith("acl") or word.pos != "VERB" or before.text not in (",", "et"):
            continue
        things = [
            t for t in sentence.children(word, "obj") if t.index > word.index and any(sentence.children(t, "det"))
        ]
        if not things or not is_participle(word) or any(sentence.children(word, "aux", "obl:agent")):
            continue
        above = [t for t in sentence.tokens[: word.index] if any(sentence.children(t, "aux:tense"))]
        if above:
            active = word.morph.replace("|Voice=Pass", "")
            moved[word.index] = replace(word, head=above[-1].index, dep="conj", morph=active)
    return moved


def _in_brackets(sentence: Sentence) -> dict[int, Token]:
    """Return « A » of « propriétaire de deux journaux (A et B) » beside the journals: several are what several are."""
    moved: dict[int, Token] = {}
    for opened, name in pairwise(sentence.tokens):
        above = sentence.head(name) if opened.text == "(" and name.name is not None and name.dep == "appos" else None
        if above is None or above.index > name.index or above.plural:
            continue
        more = [
            t for t in (*sentence.children(name, "conj"), *sentence.children(above, "conj")) if t.index > name.index
        ]
        several = _several_before(sentence, opened)
        if several is not None and more:
            moved[name.index] = replace(name, head=several.index)
            moved |= {t.index: replace(t, head=name.index) for t in more if t.name is not None}
    return moved


def _several_before(sentence: Sentence, opened: Token) -> Token | None:
    """Return the noun for several bodies whose phrase ends right before a bracket."""
    at = sentence.tokens[opened.index - 1] if opened.index else None
    while at is not None and not (at.plural and at.pos == "NOUN" and (at.lower in kinds() or at.lower[:-1] in kinds())):
        at = sentence.head(at) if at.dep in ("nmod", "amod", "appos") else None
    return at


def _named(sentence: Sentence, token: Token) -> bool:
    return token.name is not None or any(t.name is not None for t in sentence.children(token, "appos", "flat"))


def _with_tools(sentence: Sentence) -> dict[int, Token]:
    """Return « visant X » of « mener des raids à l'aide de drones, visant X » as said of the raids."""
    moved: dict[int, Token] = {}
    for verb in sentence.tokens[5:]:
        tool = sentence.head(verb) if verb.dep == "acl" else None
        above = sentence.head(tool) if tool is not None and tool.lower in ("aide", "moyen") else None
        if tool is None or above is None or preposition(sentence, tool) != "à":
            continue
        things = [t for t in sentence.children(above, "obj", "nsubj:pass") if t.index < tool.index]
        if things:
            moved[verb.index] = replace(verb, head=things[-1].index)
    return moved


def _behind_dates(sentence: Sentence) -> dict[int, Token]:
    """Return X of « le décès à 97 ans, le 29 mai dernier, de X » as whose death it was; so with what is dated."""
    moved: dict[int, Token] = {}
    for name in sentence.tokens[6:]:
        case = sentence.tokens[name.index - 1]
        whose = name.name is not None and case.head == name.index and case.lower in ("de", "d'", "du")
        if not whose or sentence.tokens[case.index - 2].pos == "VERB" or sentence.tokens[case.index - 1].text != ",":
            continue
        opened = next((t for t in reversed(sentence.tokens[: case.index - 1]) if t.text == ","), None)
        if opened is None or not _only_time(sentence, opened.index + 1, case.index - 1):
            continue
        noun = sentence.tokens[opened.index - 1]
        triggers = load_frames("fr").nouns
        while noun.dep in ("nmod", "nummod") and noun.lower not in triggers and noun.head < noun.index:
            noun = sentence.tokens[noun.head]
        if noun.pos == "NOUN" and _takes(triggers.get(noun.lower, ()), "de"):
            moved[name.index] = replace(name, head=noun.index, dep="nmod")
            day = next((t for t in sentence.tokens[opened.index + 1 : case.index - 1] if t.dep != "det"), None)
            if day is not None and day.pos in ("NUM", "NOUN"):
                moved[day.index] = replace(day, head=noun.index, dep="nmod")
    return moved


def _of_days(sentence: Sentence) -> dict[int, Token]:
    """Return X of « s'est séparé lundi de X », « le 10 avril de son patron » below the verb: days own nobody."""
    moved: dict[int, Token] = {}
    for word in sentence.tokens[3:]:
        day = sentence.head(word) if word.dep == "nmod" and preposition(sentence, word) == "de" else None
        if day is None or preposition(sentence, day) or fold(day.lower) not in lexicon()["calendar"] or timed(word):
            continue
        own = is_owned(sentence, word)
        verb = verb_above(sentence, day)
        if verb is not None and verb.index < day.index and (word.name is not None or own):
            moved[word.index] = replace(word, head=verb.index, dep="obl:arg")
    return moved


def _of_kin(sentence: Sentence) -> dict[int, Token]:
    """Return X of « un cousin éloigné de X », « l'ami intime de X » below the noun: whose cousin, not far from whom."""
    moved: dict[int, Token] = {}
    if sentence.words.isdisjoint(_CLOSE):
        return moved
    for noun, adjective in pairwise(sentence.tokens):
        if noun.lower in _CLOSE and adjective.pos == "ADJ" and adjective.head == noun.index:
            moved |= _below_noun(sentence, noun, adjective)
        if noun.lower in KIN and adjective.lower == "par":  # « sa nièce par alliance »
            alliance = sentence.tokens[adjective.head]
            moved |= _below_noun(sentence, noun, alliance) if alliance.lower in ("alliance", "adoption") else {}
    return moved


def _below_noun(sentence: Sentence, noun: Token, word: Token) -> dict[int, Token]:
    below = (t for t in sentence.children(word, "obl", "nmod") if preposition(sentence, t) == "de")
    return {t.index: replace(t, head=noun.index, dep="nmod") for t in below}


def _only_time(sentence: Sentence, start: int, end: int) -> bool:
    """Tell « le 29 décembre dernier », « mardi soir », « mardi à Lyon »."""
    words = sentence.tokens[start:end]
    plain = all(timed(t) or t.pos in ("DET", "ADJ", "NUM", "ADP") or t.name is not None for t in words)
    return plain and any(timed(t) for t in words)


ATTACHED: Final = (
    _hung_too_low,
    _of_nouns,
    _counts,
    _with_its_like,
    _unjoined,
    named_kinds,
    _one_thing,
    _by_and_of,
    _with_its_auxiliary,
    _in_brackets,
    _with_tools,
    _behind_dates,
    _of_days,
    _of_kin,
)
