"""Finds where a trigger stands: the word, the rest of its expression, and what the frame asks of the clause."""

from collections.abc import Iterator
from functools import cache
from typing import Final

from kg.extract.coreference.nouns import plain
from kg.extract.frames.fitting import fits
from kg.extract.frames.load import Frames, Trigger
from kg.extract.frames.site import Site
from kg.extract.grammar.antecedents import RELATIVE_SUBJECT
from kg.extract.grammar.numbers import taken_up
from kg.extract.grammar.prepositions import preposition
from kg.extract.grammar.voice import is_participle, is_passive, undergoes
from kg.extract.trees.clauses.times import timed
from kg.model.annotation import Sentence, Token

_OF_SEVERAL: Final = {"son": "leur", "sa": "leur", "ses": "leurs"}
_LENT: Final = ("", "à", "de")  # « procéder à l'arrestation », « décider de la suspension »
_APART: Final = ("at", "over", "for", "about", "after", "during", "against", "from", "before", "since")
_AGAINST: Final = ("sur", "contre", "chez", "selon", "vers", "entre")  # « fait courir des bruits sur l'état de X »
_AIMS: Final = ("pour", "après", "avant", "depuis", "malgré", "sans")
_POSTS: Final = ("poste", "postes", "fonction", "fonctions", "charge", "mandat", "intérim")
_ASSUMING: Final = ("prend", "pren", "pris", "prit", "occup", "exerc", "assum", "assur", "obtien", "obten", "conserv")
_HAVING_DONE: Final = ("fai", "fera", "fero", "fere", "fass", "fît", "fit", "firent")
REACH = 7  # tokens within which the rest of an expression must follow


def sites(frames: Frames, sentence: Sentence, text: str = "") -> Iterator[tuple[Trigger, Site]]:
    """Yield the triggers of a sentence with their places; the longest expression on a word wins.

    Several triggers of a word can be of one relation: the first that gives a fact counts. The text of the document
    says whether a score stands in the sentence: no token does.
    """
    told = _forms(sentence)
    for token in sentence.tokens:
        if token.name is not None or token.quote is not None or _so_called(sentence, token):
            continue
        longest = 0
        for trigger in _candidates(frames, sentence, token):
            words = _rest(sentence, token, trigger) if _needed(trigger.rest) <= told else None
            shorter = len(trigger.rest) < longest and not frames.frames[trigger.relation].besides
            if words is None or shorter or _lent_to_another(sentence, token, words):
                continue
            copular = words and trigger.kind == "verb" and token.dep.startswith("cop")
            if not fits(sentence, _headed(token, words)[0] if copular else token, trigger, text):
                continue
            longest = max(longest, len(trigger.rest))
            yield trigger, _site(frames, sentence, token, words, trigger)


def _forms(sentence: Sentence) -> set[str]:
    """Return the words of a sentence, and those that its names begin with, as `_is_word` compares them."""
    first = {token.lower.split(" ", 1)[0] for token in sentence.tokens if token.name is not None}
    told = {word.rstrip("'") for word in sentence.words | first}
    told |= {single for single, many in _OF_SEVERAL.items() if many in told}
    return told | {"a"} if "an" in told else told


@cache
def _needed(rest: tuple[str, ...]) -> frozenset[str]:
    """Return the further words of an expression, all of which its sentence has: of nearly all it lacks one."""
    return frozenset(word.rstrip("'") for word in rest)


def _so_called(sentence: Sentence, token: Token) -> bool:
    """Tell "the so-called experts", "red, as opposed to green": nobody calls for them, nobody is against it."""
    before = sentence.tokens[token.index - 1].lower if token.index else ""
    return (token.lower, before) in (("called", "-"), ("opposed", "as"))


def _lent_to_another(sentence: Sentence, token: Token, words: tuple[Token, ...]) -> bool:
    """Tell « s'est déclaré candidat », which is not « être candidat »: the auxiliary belongs to another verb."""
    return bool(words) and token.dep.startswith("aux") and sentence.head(token) not in words


def _candidates(frames: Frames, sentence: Sentence, token: Token) -> list[Trigger]:
    found: list[Trigger] = []
    if token.pos in ("VERB", "AUX") or _bare_participle(sentence, token):
        found += frames.verbs.get(token.lower, ())
    if token.pos in ("NOUN", "PROPN", "X") and not _in_chief(sentence, token):
        found += frames.nouns.get(token.lower, ()) or frames.nouns.get(plain(token.lower, frames.language), ())
    if token.pos == "ADJ":  # « premier ministre », "chief executive": the noun comes after
        found += [trigger for trigger in frames.nouns.get(token.lower, ()) if trigger.rest]
    noun = taken_up(sentence, token)
    if noun is not None:
        found += [trigger for trigger in frames.nouns.get(noun.lower, ()) if _happens(trigger)]
    if token.pos in ("ADJ", "VERB"):
        found += frames.adjectives.get(token.lower, ())
    return found


def _happens(trigger: Trigger) -> bool:
    """Tell a noun for what happens from one for whoever it is of: « celui de Lyon » does not say who."""
    functions = {function for _, where in trigger.roles for function in where}
    return not trigger.rest and functions.isdisjoint(("self", "phrase", "noun"))


_CHARGED = (["secretary", "of"], ["minister", "of"], ["department", "of"], ["ministry", "of"], ["court", "of"])


def _in_chief(sentence: Sentence, token: Token) -> bool:
    """Tell « chef » of « rédactrice en chef », "Justice" of "Secretary of Justice", which are no posts of their own."""
    before = [t.lower for t in sentence.tokens[max(0, token.index - 2) : token.index]]
    return (token.lower == "chef" and before[-1:] == ["en"]) or (token.lower == "justice" and before in _CHARGED)


def _bare_participle(sentence: Sentence, token: Token) -> bool:
    """Tell whether a word tagged as adjective is a participle: it has an auxiliary or governs a clause."""
    if token.pos == "NOUN":  # « a longtemps milité pour … »
        return any(sentence.children(token, "aux:tense")) and not any(sentence.children(token, "cop", "det"))
    if token.pos == "ADP":  # « faisant deux morts »
        return token.lower.endswith("ant") and any(sentence.children(token, "obj"))
    if token.pos != "ADJ":
        return False
    auxiliary = any(sentence.children(token, "aux", "cop"))
    return "VerbForm=Part" in token.morph or token.dep.startswith("acl") or auxiliary


def _rest(sentence: Sentence, token: Token, trigger: Trigger) -> tuple[Token, ...] | None:
    """Return the further words of the expression, in order after the first; None where one is missing."""
    found: list[Token] = []
    at = token.index
    end = token.index + 1 + REACH + _days_behind(sentence, token) if trigger.rest else at
    for word in trigger.rest:
        near = sentence.tokens[at + 1 : end]
        following = [*near, *_behind_object(sentence, token), *(_as_what(sentence, token) if word == "comme" else ())]
        match = next((t for t in following if _is_word(t, word, trigger.kind)), None)
        if match is not None and "to" not in trigger.rest and _infinitive(sentence, match):
            return None  # "introduced a bill to ban it" is no ban introduced
        if match is None or _for_it(sentence, match, trigger) or _apart_from(sentence, token, match):
            return None
        if _of_another(sentence, token, match, trigger) or _of_second_verb(sentence, token, match, trigger):
            return None
        found.append(match)
        at = match.index
    return tuple(found)


def _days_behind(sentence: Sentence, verb: Token) -> int:
    """Return how many words of « élue le dimanche 4 décembre 2016 à la tête de X » only say when."""
    days = (t for t in sentence.children(verb, "obl") if t.index > verb.index and timed(t))
    whole = ([*sentence.subtree(day)] for day in days)
    return next((len(words) for words in whole if min(t.index for t in words) == verb.index + 1), 0)


def _behind_object(sentence: Sentence, verb: Token) -> list[Token]:
    """Return what is said of an object behind all that describes it: "found Miller, the head of the firm, guilty"."""
    said = (c for thing in sentence.children(verb, "obj") for c in sentence.children(thing, "amod", "acl"))
    return [t for t in said if t.index > t.head and sentence.tokens[t.index - 1].text == ","]


def _as_what(sentence: Sentence, verb: Token) -> list[Token]:
    """Return « comme » of « a choisi Anne Dubois, la maire de Lyon, comme ministre », however long the object is."""
    below = sentence.children(verb, "obl", "xcomp", "advcl")
    return [c for t in below for c in sentence.children(t, "case", "mark") if c.lower == "comme"]


def _of_another(sentence: Sentence, token: Token, word: Token, trigger: Trigger) -> bool:
    """Tell a word that belongs to the verb's object, or to another clause, and not to the expression."""
    called = trigger.rest == ("for",) and _takes_object(sentence, token, word)
    return called or (trigger.kind == "verb" and word.pos == "NOUN" and _of_other_clause(sentence, token, word))


def _of_second_verb(sentence: Sentence, token: Token, word: Token, trigger: Trigger) -> bool:
    """Tell "taken to guarantee the lives of many", which takes no life: an infinitive between governs the noun.

    So « faire interdire la grève » is not « faire grève ».
    """
    if trigger.kind != "verb" or word.pos != "NOUN":
        return False
    if _has_done(sentence, token, word, trigger):
        return True
    verb = sentence.head(word) if word.dep == "obj" else None
    if verb is None or verb.pos != "VERB" or not token.index < verb.index < word.index:
        return False
    return verb.dep.startswith("advcl") and verb.lower not in trigger.rest


def _has_done(sentence: Sentence, token: Token, word: Token, trigger: Trigger) -> bool:
    """Tell « faire » with an infinitive before the noun that is no word of the expression."""
    if not token.lower.startswith(_HAVING_DONE):
        return False
    done = (t for t in sentence.children(token, "xcomp") if token.index < t.index < word.index and t.pos == "VERB")
    return any(t.lower not in trigger.rest for t in done)


def _takes_object(sentence: Sentence, token: Token, small: Token) -> bool:
    """Tell "called the election for Miller", which calls for nobody."""
    calls = token.pos == "VERB" and token.lower.startswith(("call", "appeal"))
    return calls and any(token.index < t.index < small.index for t in sentence.children(token, "obj"))


def _of_other_clause(sentence: Sentence, token: Token, noun: Token) -> bool:
    """Tell "announced he would drop his bid", which announces no bid: another subject stands between the two."""
    between = sentence.tokens[token.index + 1 : noun.index]
    others = [
        t for t in between if t.dep.startswith("nsubj") and t.head != token.index and not t.dep.startswith("expl")
    ]
    return any(_below(sentence, noun, sentence.tokens[t.head]) for t in others)


def _apart_from(sentence: Sentence, token: Token, word: Token) -> bool:
    """Tell "left ten dead, government officials said", which is not "leave government": a comma parts two clauses."""
    if all(t.text not in (",", ";") for t in sentence.tokens[token.index : word.index]):
        return False
    return not (_below(sentence, word, token) or _below(sentence, token, word))


def _below(sentence: Sentence, token: Token, top: Token) -> bool:
    at: Token | None = token
    while at is not None and at is not top:
        at = sentence.head(at) if at.head != at.index else None
    return at is top


def _infinitive(sentence: Sentence, token: Token) -> bool:
    return token.pos == "VERB" and sentence.tokens[token.index - 1].lower == "to"


def _for_it(sentence: Sentence, noun: Token, trigger: Trigger) -> bool:
    """Tell « a quitté Novatel pour la direction de Suez », which is not « quitter la direction »."""
    if trigger.kind != "verb" or noun.pos != "NOUN" or not trigger.rest:
        return False
    apart = (*_AIMS, *_AGAINST) if len(trigger.rest) == 1 else _AIMS
    return any(c.lower in apart and c.lower not in trigger.rest for c in sentence.children(noun, "case"))


def _is_word(token: Token, word: str, kind: str) -> bool:
    """Tell whether a token is a word of an expression; a name may begin with it (« conquiert la mairie de Lyon »)."""
    first = token.lower.split(" ", 1)[0] if token.name is not None and kind == "verb" else token.lower
    if word == "a" and first == "an":  # "paid an official visit"
        return True
    if _OF_SEVERAL.get(word) == first and kind == "verb":  # « ont apporté leur soutien »
        return True
    return first == word or ("'" in (first[-1:], word[-1:]) and first.rstrip("'") == word.rstrip("'"))


def _site(frames: Frames, sentence: Sentence, token: Token, words: tuple[Token, ...], trigger: Trigger) -> Site:
    above = sentence.head(token)
    if trigger.kind == "verb" and token.dep == "cop" and above in words and above.pos == "NOUN":
        return Site(sentence, above, (token, *words), "verb")  # « Novatel est en pourparlers avec … »
    if trigger.kind != "noun":
        return Site(sentence, token, words, trigger.kind)
    token, words = _headed(token, words)
    head = sentence.head(token)
    governed = token.dep.partition(":")[0] in ("obj", "obl", "xcomp")
    side = None
    if head is not None and head.pos in ("VERB", "AUX") and governed:
        side = _light_side(frames, sentence, head, token)
    elif head is not None and _brought(frames, sentence, token, head):
        side = "agent"
    if side is None:
        head, side = _brought_by(frames, sentence, token)
    holding = _assumed(sentence, token) if side is None and frames.language == "fr" else None
    if holding is not None:
        return Site(sentence, token, words, "noun", holding)
    return Site(sentence, token, words, "noun", head if side else None, side)


def _headed(token: Token, words: tuple[Token, ...]) -> tuple[Token, tuple[Token, ...]]:
    """Return the head of an expression and its other words: « premier ministre » and "Chief Executive" end with it."""
    group = (token, *words)
    indices = {word.index for word in group}
    head = next((word for word in group if word.head == word.index or word.head not in indices), token)
    return head, tuple(word for word in group if word is not head)


def _brought(frames: Frames, sentence: Sentence, noun: Token, verb: Token) -> bool:
    """Tell « une enquête a été ouverte par X »: the light verb is passive, the noun its subject."""
    lent = verb.lower in frames.light.get("agent", {}) and noun.dep.startswith("nsubj")
    return lent and is_passive(sentence, verb)


def _assumed(sentence: Sentence, title: Token) -> Token | None:
    """Return « prendra » of « prendra ses fonctions de directrice en mai »: it says when she holds the post."""
    post = sentence.head(title) if title.dep.startswith("nmod") else None
    if post is None or post.lower not in _POSTS or not post.dep.startswith("obj"):
        return None
    verb = sentence.head(post)
    return verb if verb is not None and verb.lower.startswith(_ASSUMING) else None


def _brought_by(frames: Frames, sentence: Sentence, noun: Token) -> tuple[Token | None, str | None]:
    """Return the light verb that hangs from the noun: "a complaint filed by X", "the suit that X filed"."""
    for child in sentence.children(noun, "acl"):
        done_by = any(t.lower not in RELATIVE_SUBJECT for t in sentence.children(child, "nsubj"))
        whole = done_by or is_participle(child)  # not « le président, qui s'exprimait à Lyon »
        if whole and child.lower in frames.light.get("agent", {}) and child.index > noun.index:
            return child, "agent"
    return None, None


def _light_side(frames: Frames, sentence: Sentence, verb: Token, noun: Token) -> str | None:
    """Return whose part a light verb lends its noun: none where another preposition stands between.

    "expressed his opposition", "come under attack", not "expressed sorrow at the death".
    """
    before = preposition(sentence, noun)
    beside = frames.language == "fr" and noun.dep.startswith("obl") and before not in _LENT
    fronted = noun.dep.startswith("obl") and noun.index < verb.index  # "Following the murder, he filed a complaint"
    # « a renouvelé sa référence au meurtre de X »: of two complements it lends itself to its object
    second = noun.dep.startswith("obl") and (_another_object(sentence, verb, noun) or is_passive(sentence, verb))
    other = frames.language == "fr" and second
    apart = before in _APART or beside or fronted or other  # « après une manifestation, Dubois a signé … »
    if frames.language == "fr" and undergoes(sentence, verb):
        return "patient"  # « s'est vu infliger une amende »
    for side, forms in frames.light.items():
        for _, *rest in forms.get(verb.lower, ()):
            following = {t.lower for t in sentence.tokens[verb.index + 1 : verb.index + 4]}
            if (not rest and not apart) or (rest and set(rest) <= following):
                return side
    return None


def _another_object(sentence: Sentence, verb: Token, noun: Token) -> bool:
    return any(t.pos == "NOUN" and t.index < noun.index for t in sentence.children(verb, "obj"))
