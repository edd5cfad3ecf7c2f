"""Puts beside whoever held several posts those that an English sentence names as examples.

"Jane Miller has held several posts, including chair of Novatel" · "served in many roles, among them mayor of Leeds" ·
"went on to become mayor of Leeds" · "her second term, her first test as mayor of Leeds" · "served as adviser to John
Carter" · "Jane Miller, who chairs Novatel, named John Carter as its director"
"""

from dataclasses import replace
from typing import Final

from kg.extract.grammar.antecedents import whose
from kg.extract.grammar.prepositions import preposition
from kg.extract.grammar.subjects import surface_subject
from kg.extract.trees.mend import mend_each
from kg.extract.trees.titles.prenominal import ends_title
from kg.model.annotation import Annotation, Sentence, Token

_POSTS: Final = frozenset("posts positions roles jobs offices portfolios titles".split())
# "holds the post of chair of Novatel", "took on the role of manager"
_POST: Final = frozenset("post position role job office title mantle".split())
_TAKING: Final = frozenset(
    """assume assumes assumed assuming take takes took taken taking occupies occupying fills filling vacated
    leave leaves left quit retain retains retained keep keeps kept lose loses lost""".split()
)
_HOLDING: Final = frozenset("hold holds held holding serve served serves occupied had fill filled".split())
# "won a second term as mayor of Leeds", "during her time as mayor"
_TERMS: Final = frozenset("term tenure stint spell time reign".split())
# "faces her first test as home secretary", "won his last game as coach": whoever has it has the post
_IN_POST: Final = frozenset(
    """test job work record debut speech day days week month months year years tour trip visit appearance game match
    race conference briefing experience capacity duties responsibilities role position post""".split()
)
_SERVING: Final = frozenset("won win wins secured serving served serves began begins completed finished".split())
# "went on to become mayor": she did, and who is hired to become director does
_RISING: Final = frozenset("went rose risen climbed progressed returned hired recruited promoted emerged".split())
_GIVING: Final = frozenset("named appointed elected chose hired nominated promoted picked installed unveiled".split())
_LEADS: Final = frozenset("including notably as like".split())
_REACH: Final = 12  # tokens between the posts and the first that is named


def put_held(annotation: Annotation) -> Annotation:
    """Return an English annotation with such posts beside their holder; any other as it is."""
    if annotation.document.language != "en":
        return annotation
    return mend_each(annotation, _held)


def _held(sentence: Sentence) -> dict[int, Token]:
    moved: dict[int, Token] = {}
    for posts in sentence.tokens:
        moved |= _given(sentence, posts) if posts.lower in _GIVING and posts.dep == "acl" else {}
        moved |= _term(sentence, posts) if posts.lower in _TERMS | _IN_POST else {}
        moved |= _risen(sentence, posts) if posts.lower == "become" else {}
        moved |= _served(sentence, posts) if posts.lower in ("served", "serves", "serve", "serving", "acted") else {}
        one = posts.lower in _POST and posts.dep.startswith("obj")
        moved |= _one_post(sentence, posts) if one else {}
        verb = sentence.head(posts) if posts.lower in _POSTS and posts.dep.startswith(("obj", "obl")) else None
        holders = surface_subject(sentence, verb) if verb is not None and verb.lower in _HOLDING else []
        post = _first(sentence, posts) if len(holders) == 1 else None
        if post is not None:
            moved[post.index] = replace(post, head=holders[0].index, dep="appos")
            leads = (t for t in sentence.children(post) if t.index < post.index and t.dep in ("case", "amod"))
            moved |= {t.index: replace(t, dep="advmod") for t in leads if t.lower in {*_LEADS, "such"}}
    return moved


def _one_post(sentence: Sentence, post: Token) -> dict[int, Token]:
    """Return the chair of "holds the post of chair of Novatel" as what its holder is."""
    verb = sentence.head(post)
    known = verb is not None and verb.lower in _HOLDING | _TAKING
    holders = surface_subject(sentence, verb) if verb is not None and known else []
    below = (t for t in sentence.children(post, "nmod", "appos", "acl") if preposition(sentence, t) in ("of", "as"))
    title = next((t for t in below if t.name is None and ends_title(sentence, t)), None)
    if title is None or len(holders) != 1 or any(c.lower in ("a", "an") for c in sentence.children(title, "det")):
        return {}
    case = {t.index: replace(t, dep="advmod") for t in sentence.children(title, "case")}
    return {**case, title.index: replace(title, head=holders[0].index, dep="appos")}


def _beside(sentence: Sentence, title: Token, holder: Token) -> dict[int, Token]:
    """Return a title beside whoever holds it, its preposition, copula and "to" as mere adverbs."""
    lead = {t.index: replace(t, dep="advmod") for t in sentence.children(title, "case", "cop", "aux")}
    return {**lead, title.index: replace(title, head=holder.index, dep="appos")}


def _term(sentence: Sentence, term: Token) -> dict[int, Token]:
    """Return the mayor of "whose second term as mayor of Leeds", "won a term as mayor of Leeds" beside its holder."""
    owners, verb = list(sentence.children(term, "nmod:poss")), sentence.head(term)
    near = list(sentence.children(term, "nmod"))
    if verb is not None and owners and term.dep.startswith(("obj", "obl")):
        near += [t for t in sentence.children(verb, "obl") if t.index > term.index]
    below = (t for t in near if preposition(sentence, t) == "as" and t.name is None)
    title = next((t for t in below if ends_title(sentence, t)), None)
    won = verb is not None and term.dep.startswith("obj") and verb.lower in _SERVING and not owners
    won = won and term.lower in _TERMS
    holders = [whose(sentence, t) if t.lower == "whose" else t for t in owners]
    holders = holders or (surface_subject(sentence, verb) if verb is not None and won else [])
    return _beside(sentence, title, holders[0]) if title is not None and len(holders) == 1 else {}


def _risen(sentence: Sentence, become: Token) -> dict[int, Token]:
    """Return the mayor of "went on to become mayor of Leeds" beside whoever did."""
    title = sentence.head(become)
    verb = sentence.head(title) if title is not None and become.dep == "cop" else None
    if title is None or verb is None or verb.lower not in _RISING or title.dep not in ("advcl", "xcomp"):
        return {}
    holders = surface_subject(sentence, verb) if title.name is None and ends_title(sentence, title) else []
    return _beside(sentence, title, holders[0]) if len(holders) == 1 else {}


def _given(sentence: Sentence, verb: Token) -> dict[int, Token]:
    """Return "named" of "Jane Miller, who …, named John Carter as director" as what she did; parsers say she was."""
    named = sentence.head(verb)
    if named is not None and named.dep == "acl:relcl" and sentence.tokens[verb.index - 1].text == ",":
        named = sentence.head(named)  # "who is also a minister, named …"
    above = sentence.head(named) if named is not None and named.dep == "appos" else None
    giver = above if above is not None else named  # "Chairman Jane Miller, who …"
    whom = next((t for t in sentence.children(verb, "xcomp", "obj") if t.name is not None), None)
    if giver is None or giver.dep != "ROOT" or giver.index > verb.index or whom is None or whom.index != verb.index + 1:
        return {}
    behind = [
        t for t in sentence.tokens[whom.index + 1 :] if named is not None and t.head in (giver.index, named.index)
    ]
    posts = [t for t in (*behind, *sentence.children(verb)) if preposition(sentence, t) == "as"]
    if not any(ends_title(sentence, t) for t in posts):
        return {}
    moved = {t.index: replace(t, head=verb.index, dep="obl:mod" if t.dep == "nmod" else t.dep) for t in behind}
    moved[giver.index] = replace(giver, head=verb.index, dep="nsubj")
    moved[whom.index] = replace(whom, dep="obj")
    return {**moved, verb.index: replace(verb, head=verb.index, dep="ROOT")}


def _served(sentence: Sentence, verb: Token) -> dict[int, Token]:
    """Return John Carter of "served as adviser to John Carter" as whose adviser that is."""
    titles = [t for t in sentence.children(verb, "obl", "obl:mod") if preposition(sentence, t) == "as"]
    whom = [t for t in sentence.children(verb, "obl", "obl:mod") if preposition(sentence, t) == "to"]
    title = titles[0] if len(titles) == len(whom) == 1 and ends_title(sentence, titles[0]) else None
    if title is None or max(t.index for t in sentence.subtree(title)) + 1 != _first_of(sentence, whom[0]):
        return {}
    return {whom[0].index: replace(whom[0], head=title.index, dep="nmod")}


def _first_of(sentence: Sentence, token: Token) -> int:
    return min(t.index for t in sentence.subtree(token))


def _first(sentence: Sentence, posts: Token) -> Token | None:
    """Return the first post that is named behind "including", "such as"."""
    behind = sentence.tokens[posts.index + 1 : posts.index + _REACH]
    lead = next((t.index for t in behind if t.lower in _LEADS), None)
    if lead is None or any(t.pos in ("VERB", "AUX") and t.index < lead for t in behind):
        return None
    after = sentence.tokens[lead + 1 : lead + 5]
    return next((t for t in after if t.pos == "NOUN" and t.name is None and ends_title(sentence, t)), None)
