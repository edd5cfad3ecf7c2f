"""Reads as nouns the words for people that French parsers take for verbs, adjectives or names.

« par l'opposant Jean Dubois » · « Anne Dubois, attachée de presse du club » · « il est ensuite trésorier du parti »
"""

from dataclasses import replace
from itertools import pairwise, takewhile
from typing import Final

from kg.extract.coreference.nouns import names_person
from kg.extract.frames.load import load_frames
from kg.extract.grammar.prepositions import CONTRACTED
from kg.extract.grammar.voice import is_participle
from kg.extract.trees.clauses.calendar_words import bare_day
from kg.lexicon.closed import BECOMING
from kg.model.annotation import Sentence, Token

_DEFINITE: Final = frozenset("le la l' l’ les".split())
_BEING: Final = frozenset("est sont était étaient fut furent sera seront être".split())
_FORMER: Final = frozenset("ancien ancienne anciens anciennes".split())
_OF_THE: Final = frozenset("de d' d’ du des la l' l’".split())
_DOING: Final = ("eur", "euse", "rice")
_NOMINAL: Final = ("nsubj", "obj", "obl", "nmod")
_NEAR: Final = 3  # words
_HURT: Final = ("graves", "légers")
_REACH: Final = 12  # words from « dont » to what somebody is of it
_OF_NOUN: Final = {"aux": "cop", "obl": "nmod", "nsubj": "nsubj"}


def doers(sentence: Sentence) -> dict[int, Token]:
    """Return « opposant » of « par l'opposant Jean Dubois » as the noun that an article makes of it."""
    moved = _opening_person(sentence)
    for before, token in pairwise(sentence.tokens):
        if token.pos not in ("VERB", "ADJ") or not _somebody(token, before):
            continue
        article = before.head == token.index and before.lower in _DEFINITE
        post = _post(sentence, token)
        if post or _second_trade(sentence, token) or _articled(sentence, token):
            moved[token.index] = replace(token, pos="NOUN", morph="", dep="appos" if post else token.dep)
            moved |= _taken_back(sentence, token)
            below = sentence.children(token, "obl") if post else ()  # « attaché de presse du club »
            moved |= {t.index: replace(t, dep="nmod") for t in below if t.index > token.index}
        if article and before.pos == "DET":
            moved[token.index] = replace(token, pos="NOUN")
            for name in sentence.children(token):
                if name.name is not None and name.index == token.index + 1 and not any(sentence.children(name, "case")):
                    moved[name.index] = replace(name, dep="appos")
    return moved


def before_days(sentence: Sentence) -> dict[int, Token]:
    """Return « passantes » of « a tué deux passantes lundi » as the object: no plural describes one day."""
    moved: dict[int, Token] = {}
    for some, day in pairwise(sentence.tokens):
        verb = sentence.head(day) if some.pos == "ADJ" and some.head == day.index and bare_day(day) else None
        plural = some.lower.endswith("s") and not day.lower.endswith("s") and names_person(some.lower, "fr")
        if verb is None or not plural or verb.pos != "VERB" or verb.index > some.index:
            continue
        if all(t is day for t in sentence.children(verb, "obj", "aux:pass")):
            moved[day.index] = replace(day, dep="obl:mod")
            moved[some.index] = replace(some, pos="NOUN", head=verb.index, dep="obj", morph="Number=Plur")
            numbers = (t for t in sentence.children(day, "nummod", "det") if t.index < some.index)
            moved |= {t.index: replace(t, head=some.index) for t in numbers}
    return moved


def _taken_back(sentence: Sentence, trade: Token) -> dict[int, Token]:
    """Return Ford of « candidat du NPA et ouvrier chez Ford » below the second trade, right behind which it stands."""
    first = sentence.tokens[trade.head] if trade.dep == "conj" else None
    behind = sentence.children(first, "nmod") if first is not None else ()
    near = (t for t in behind if trade.index < t.index < trade.index + _NEAR + 1)
    return {t.index: replace(t, head=trade.index) for t in near if any(sentence.children(t, "case"))}


def _somebody(token: Token, before: Token) -> bool:
    hurt = token.lower in _HURT and token.dep.startswith("nsubj")  # « deux morts et quatre graves »
    return hurt or names_person(token.lower, "fr") or token.lower.startswith("associé") or _set_apart(token, before)


def _opening_person(sentence: Sentence) -> dict[int, Token]:
    """Return « manifestante » of « Manifestante blessée à Nice » as whom it befell: taggers know few such words."""
    first = sentence.tokens[0]
    verb = sentence.head(first)
    if first.pos not in ("PRON", "AUX") or not first.dep.startswith("aux") or verb is None:
        return {}
    behind = verb.index == first.index + 1 and is_participle(verb)
    if not behind or not names_person(first.lower, "fr"):
        return {}
    return {first.index: replace(first, pos="NOUN", morph="", dep="nsubj:pass")}


def _set_apart(token: Token, before: Token) -> bool:
    """Tell « figure » of « Paul Martin, figure des Verts, »: a finite verb is in apposition to nobody."""
    finite = "VerbForm=Fin" in token.morph and token.dep == "appos" and before.text == ","
    return finite and token.lower in load_frames("fr").nouns


def _articled(sentence: Sentence, token: Token) -> bool:
    """Tell « manifestant » of « un jeune manifestant a été blessé »: no verb has an article."""
    words = (token, *sentence.children(token, "amod"))
    counted = any(any(sentence.children(t, "nummod")) for t in words)
    if token.pos == "ADJ" and token.dep.startswith(("nsubj", "obj")) and counted:
        return True  # « dix civils ont été tués »
    one = sentence.tokens[token.index - 1]  # « à un passant »: no participle has « un » for its object
    if token.pos == "VERB" and token.lower.endswith("ant") and one.lower in ("un", "une") and one.head == token.index:
        return token.dep != "ROOT"
    described = (token, *sentence.children(token, "amod")) if token.pos == "VERB" else ()
    return token.dep.startswith(_NOMINAL) and any(any(sentence.children(t, "det")) for t in described)


def _second_trade(sentence: Sentence, token: Token) -> bool:
    """Tell « correspondant » of « journaliste et correspondant pour l'AFP », « Paul Martin, correspondant à Lyon »."""
    first = sentence.tokens[token.head]
    said = (first, *sentence.children(first, "appos")) if first.name is not None else (first,)
    joined = token.dep == "conj" and any(t.pos == "NOUN" and names_person(t.lower, "fr") for t in said)
    if joined and token.pos == "ADJ" and next_word(sentence, token) in ("chez", "à", "au"):
        return True  # « candidat du NPA et ouvrier chez Ford »
    # « le sénateur Paul Martin, opposant de Dubois »: the participle hangs from the title
    names = [t for t in said if t.name is not None] or [
        t for t in sentence.children(first, "appos") if t.name is not None
    ]
    beside = token.dep in ("amod", "acl") and any(0 < token.index - t.index < _NEAR for t in names)
    return (joined or beside) and token.lower.endswith("ant") and not any(sentence.children(token, "obj"))


def _post(sentence: Sentence, token: Token) -> bool:
    """Tell « attaché » of « Paul Martin, attaché de presse du club »: it stands for somebody, or begins a longer post.

    Only a noun can be in apposition: « Paul Martin, délégué du gouvernement ».
    """
    first = sentence.tokens[token.head]
    if first.name is None or not 0 < token.index - first.index < 4 or any(sentence.children(token, "obj", "aux")):
        return False
    posts = (t.rest for t in load_frames("fr").nouns.get(token.lower, ()) if t.rest)
    after = [t.lower for t in sentence.tokens[token.index + 1 : token.index + 4]]
    longer = any(tuple(after[: len(rest)]) == rest for rest in posts)
    longer = longer or (token.lower.startswith("délégué") and after[:1] in (["à"], ["aux"], ["au"]))
    longer = longer or (token.lower.startswith("associé") and (after[:1] == ["chez"] or after[1:2] == ["cabinet"]))
    return token.dep == "appos" or (longer and token.dep in ("acl", "amod"))


def makers(sentence: Sentence) -> dict[int, Token]:
    """Return « auteur » of « Emma Roy auteur d'une course », « Roy, tombeur de X, » as a noun: no verb ends so."""
    moved: dict[int, Token] = {}
    for before, token in pairwise(sentence.tokens):
        made = token.pos == "VERB" and token.lower.endswith(_DOING) and names_person(token.lower, "fr")
        name = sentence.tokens[before.index - 1] if before.text == "," and before.index else before
        if made and name.name is not None and token.dep != "ROOT":
            moved[token.index] = replace(token, pos="NOUN", morph="", head=name.index, dep="appos")
            of = (t for t in sentence.children(token, "obl", "obj") if t.index > token.index and t.name is not None)
            moved |= {t.index: replace(t, dep="nmod") for t in of}
    return moved


def common(sentence: Sentence) -> dict[int, Token]:
    """Return the words in small letters that the tagger takes for names, as nouns: « porte-parole du RITQ »."""
    return {
        token.index: replace(token, pos="NOUN")
        for token in sentence.tokens
        if (token.pos == "PROPN" and token.name is None and token.quote is None and token.text.islower())
        or token.text == "%"
    }


def in_court(sentence: Sentence) -> dict[int, Token]:
    """Return « référé » of « a été suspendu en référé par le tribunal » as a noun: the judge is the clause's."""
    moved: dict[int, Token] = {}
    if "référé" not in sentence.words:
        return moved
    for before, token in pairwise(sentence.tokens):
        if (before.lower, token.lower, token.dep) == ("en", "référé", "advcl"):
            moved[before.index] = replace(before, dep="case")
            moved[token.index] = replace(token, pos="NOUN", morph="", dep="obl:mod")
            below = (t for t in sentence.children(token) if t.index > token.index)
            moved |= {t.index: replace(t, head=token.head) for t in below}
    return moved


def entitled(sentence: Sentence) -> dict[int, Token]:
    """Return « vice-président » as the noun that it is: the parser takes such words for verbs or pronouns."""
    moved: dict[int, Token] = {}
    for token in sentence.tokens:
        if not (_hyphened_title(token) or _predicated(sentence, token)):
            continue
        moved[token.index] = replace(token, pos="NOUN", morph="")
        for child in sentence.children(token, "aux", "obl", "nsubj:pass"):
            moved[child.index] = replace(child, dep=_OF_NOUN[child.dep.partition(":")[0]])
    return moved


def former(sentence: Sentence) -> dict[int, Token]:
    """Return « ancienne » of « Anne Dubois, ancienne de Novatel, », « un ancien du Monde » as a noun."""
    moved: dict[int, Token] = {}
    if sentence.words.isdisjoint(_FORMER):
        return moved
    for token in sentence.tokens:
        if token.lower not in _FORMER or token.pos != "ADJ":
            continue
        of = [t for t in sentence.children(token, "nmod", "obl") if t.index == _behind(sentence, token)]
        if not of or of[0].name is None:
            continue
        moved[token.index] = replace(token, pos="NOUN")
        moved[of[0].index] = replace(of[0], dep="nmod")
    return moved


def _behind(sentence: Sentence, token: Token) -> int:
    """Return where the word behind « de », « du », « de la » stands."""
    small = takewhile(lambda t: t.lower in _OF_THE, sentence.tokens[token.index + 1 :])
    return token.index + 1 + sum(1 for _ in small)


def _hyphened_title(token: Token) -> bool:
    return token.pos in ("VERB", "PRON", "X") and "-" in token.lower and names_person(token.lower, "fr")


def _predicated(sentence: Sentence, token: Token) -> bool:
    """Tell « trésorier » of « il est ensuite trésorier du parti », which no verb has for a participle."""
    if token.pos not in ("VERB", "ADJ") or token.lower in load_frames("fr").verbs:
        return False
    becomes = token.dep == "xcomp" and sentence.tokens[token.head].lower.startswith(BECOMING)
    if not (becomes or any(c.lower in _BEING for c in sentence.children(token, "cop", "aux"))):
        return False
    followed = CONTRACTED.get(next_word(sentence, token), next_word(sentence, token)) in ("de", "d'", "d’")
    followed = followed or any(t.lower == "dont" for t in sentence.tokens[max(0, token.index - _REACH) : token.index])
    return followed and any(names_person(word, "fr") for word in (token.lower, token.lower.removesuffix("s")))


def next_word(sentence: Sentence, token: Token) -> str:
    """Return the word behind another in small letters; nothing at the end of the sentence."""
    return sentence.tokens[token.index + 1].lower if token.index + 1 < len(sentence.tokens) else ""
