"""Tells whether a word stands as a trigger asks: its voice and number, what its clause must and must not say."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from kg.extract.frames.load import Trigger
from kg.extract.grammar.negation import negated
from kg.extract.grammar.numbers import is_toll
from kg.extract.grammar.prepositions import preposition
from kg.extract.grammar.subjects import surface_subject
from kg.extract.grammar.voice import is_participle, is_passive, reflexive
from kg.lexicon.tables import first_names
from kg.model.annotation import Sentence, Token

# « ont renversé Monaco (3-2) », « a corrigé l'Italie 62-13 »; not « 1939-1940 », « 15-20 personnes », « 737-800 »
_SCORE: Final = re.compile(
    r"(?<![\w-])\d{1,2} ?[-–] ?\d{1,2}(?= ?[).,;]| (?:à|dimanche|samedi|vendredi|hier|au|en)\b|$)"
)
_ASIDE: Final = ("acl", "advcl", "parataxis", "appos", "ccomp")
# what something that is up in the air hangs on: « suspendue à la parution du décret »
_OUTCOMES: Final = frozenset(
    """décision décisions verdict jugement résultat résultats parution publication vote approbation validation réponse
    promulgation volonté lèvres fil""".split()
)
_OF_NAMES: Final = ("for", "against")  # "directs the Institute for Fiscal Studies"


def fits(sentence: Sentence, token: Token, trigger: Trigger, text: str) -> bool:
    """Tell whether the clause around a word has what a trigger asks for, and nothing that it excludes."""
    plain = trigger.with_words - {"money"}
    if not _stands(sentence, token, trigger.when):
        return False
    if not plain and not trigger.without:
        return True
    shared = _shared(sentence, token)
    if trigger.without and trigger.without & _words(sentence, (*_clause(sentence, token, _ASIDE), *shared)):
        return False
    if not plain or plain & _words(sentence, (*_clause(sentence, token), *shared)):
        return True
    if _told_around(sentence, token, plain):
        return True
    return "score" in plain and _SCORE.search(text, sentence.span.start, sentence.span.end) is not None


def _words(sentence: Sentence, told: Iterable[Token]) -> set[str]:
    bare = (t for t in told if not _in_brackets(sentence, t))
    return {word for t in bare for word in _said(t) if t.name is None or word not in _OF_NAMES}


def _said(token: Token) -> list[str]:
    """Return the words of a token without a first name: « Bill Gates » says nothing of a bill, « Bill C-88 » does."""
    words = token.lower.split()
    if token.name is None or len(words) == 1:
        return words
    first, family = token.text.split()[:2]
    return words[1:] if family.isalpha() and family[0].isupper() and first in first_names() else words


def _in_brackets(sentence: Sentence, token: Token) -> bool:
    """Tell the party of « Paul Martin (Parti socialiste) a devancé Anne Dubois »: no word of the clause."""
    return token.name is not None and token.index > 0 and sentence.tokens[token.index - 1].text == "("


def _clause(sentence: Sentence, token: Token, aside: tuple[str, ...] = ()) -> Iterator[Token]:
    """Yield the words of a trigger's clause, without those of further verbs that are joined to it.

    What `aside` names is left out: what a relative clause says of a guest says nothing of who met whom.
    """
    stack = [token]
    while stack:
        at = stack.pop()
        yield at
        below = (c for c in sentence.children(at) if at is token or not c.dep.startswith(aside or "-"))
        stack += [c for c in below if at is not token or c.dep != "conj" or c.pos != "VERB"]


def _told_around(sentence: Sentence, token: Token, words: frozenset[str]) -> bool:
    """Tell whether one of the words stands in the clause around a gerund, participle or infinitive."""
    return any(not words.isdisjoint(t.lower.split()) for t in _around(sentence, token))


def _around(sentence: Sentence, token: Token) -> Iterator[Token]:
    """Yield the words of the clause that a French gerund or a participle behind a comma belongs to.

    « remonte au classement en écrasant X » · « remporte la course, suivi de près par X » · "took a vote to oust X"
    """
    before = sentence.tokens[token.index - 1].lower if token.index else ""
    gerund = before == "en" and token.dep.startswith("advcl")
    opening = all(t.pos in ("ADV", "PUNCT") for t in sentence.tokens[: token.index])  # « Opposée à X, Y a perdu »
    participle = (before == "," or opening) and token.dep in ("acl", "advcl") and is_participle(token)
    participle = participle and not any(sentence.children(token, "aux"))
    aim = before == "to" and token.dep.startswith(("advcl", "acl"))
    head = sentence.head(token) if gerund or participle or aim else None
    while not gerund and head is not None and head.pos != "VERB" and head.head != head.index:
        head = sentence.head(head)
    if head is not None:
        yield from _clause(sentence, head)


def _stands(sentence: Sentence, token: Token, when: str | None) -> bool:
    """Tell whether a word stands as a trigger asks: in the passive, with « se », in the singular, without quotation."""
    if when in ("passive", "active"):
        return is_passive(sentence, token) is (when == "passive")
    if when == "unquoted":
        return all(child.quote is None for child in sentence.children(token))
    if when in ("singular", "toll"):
        return is_toll(sentence, token) if when == "toll" else not token.plural
    if when in ("plain", "negated"):
        return negated(sentence, token) if when == "negated" else _plain(sentence, token)  # « n'a pas survécu »
    if when in ("as", "bare", "mutual", "stopped", "titled"):
        return _governs(sentence, token, when)
    if when == "idiom":  # « l'emporter »: the pronoun stands for nothing
        before = sentence.tokens[max(0, token.index - 4) : token.index]
        return any(t.lower == "l'" and t.pos in ("PRON", "DET") for t in before)
    return when != "reflexive" or reflexive(sentence, token)


def _plain(sentence: Sentence, token: Token) -> bool:
    return not (reflexive(sentence, token) or _calls(sentence, token))


def _calls(sentence: Sentence, token: Token) -> bool:
    """Tell « un homme nommé Paul Martin », who bears the name and no post."""
    behind = sentence.tokens[token.index + 1] if token.index + 1 < len(sentence.tokens) else token
    return token.dep == "acl" and behind.name is not None and behind.dep == "appos" and behind.head == token.head


def _governed(sentence: Sentence, complement: Token) -> bool:
    """Tell « à la réforme » from « au sujet de la réforme », « à Lyon »; « y » stands for such a complement."""
    to = complement.dep.startswith("obl") and preposition(sentence, complement) == "à" and complement.lower != "sujet"
    return (to and complement.dep != "obl:mod") or complement.lower == "y" or complement.dep.startswith("ccomp")


def _governs(sentence: Sentence, token: Token, when: str) -> bool:
    """Tell "described it as a disgrace" (as), and "called for it" (bare), not "called the race for Miller".

    mutual: « A et B s'opposent », not « s'opposent à la réforme »
    """
    if when == "mutual":
        return reflexive(sentence, token) and not any(_governed(sentence, c) for c in sentence.children(token))
    if when == "stopped":
        hangs_on = (c for c in sentence.children(token) if c.lower in _OUTCOMES and preposition(sentence, c) == "à")
        return not any(hangs_on)
    if when == "titled":  # "was named as director", not "the dead man was named as Jane Miller"
        behind = [b for a, b in pairwise(sentence.tokens[token.index + 1 :]) if a.lower == "as"]
        return not any(t.name is not None and not t.dep.startswith(("compound", "nmod:poss")) for t in behind[:1])
    if when == "as":  # not "described “disgraceful” scenes"
        return any(t.lower == "as" and t.index > token.index for t in sentence.subtree(token))
    own = (c for c in sentence.children(token, "obj") if c.quote is None)  # 'called on them to “do more”'
    return not any(c.index > token.index and not preposition(sentence, c) for c in own)


def _shared(sentence: Sentence, token: Token) -> list[Token]:
    """Return the words of what a relative clause, participle or second verb says something of, which stands above."""
    head = sentence.head(token)
    if token.dep == "advcl" and token.index > 1 and sentence.tokens[token.index - 1].text == ",":
        noun = sentence.tokens[token.index - 2]
        # "In the video, released by the family, …"
        return [noun] if noun.pos == "NOUN" and is_participle(token) else []
    if head is None or not token.dep.startswith(("acl", "conj", "dep")):
        return []
    top = [head] if token.dep.startswith("acl") else surface_subject(sentence, token)
    return [w for noun in top for w in (noun, *sentence.children(noun, "compound", "amod", "flat", "nmod"))]
