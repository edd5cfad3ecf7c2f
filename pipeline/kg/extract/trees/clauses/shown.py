"""Gives English verbs of saying and showing what they say: "records that showed a bomber had attacked the ship".

Parsers part the subject of what is said from its verb, and hang what somebody else says meanwhile too deep.
"""

from dataclasses import replace
from typing import Final

from kg.extract.frames.load import load_frames
from kg.extract.grammar.voice import is_passive
from kg.extract.trees.mend import mend_each
from kg.model.annotation import Annotation, Sentence, Token

_SHOWING: Final = frozenset(
    """show shows showed shown showing suggest suggests suggested suggesting prove proves proved proving indicate
    indicates indicated indicating mean means meant demonstrate demonstrates demonstrated reveal reveals revealed
    revealing confirm confirms confirmed""".split()
)
_MEANWHILE: Final = ("while", "whereas")
_WRITING: Final = frozenset(
    """email emailed emails e-mailed write wrote writes written call called phone phoned telephone telephoned contact
    contacted message messaged text texted letter approached""".split()
)
_TELLING: Final = frozenset("informing asking telling saying warning urging demanding requesting inviting".split())
_TOLD: Final = ("tell", "tells", "told", "telling", "inform", "informed", "assured", "reminded")
_PROCLAIMING: Final = frozenset(
    "declare declares declared declaring proclaim proclaims proclaimed proclaiming designate designated".split()
)
_BY_ITSELF: Final = ("advcl", "acl", "parataxis", "dep", "conj")


def put_shown(annotation: Annotation) -> Annotation:
    """Return the annotation with such clauses below their verbs; English only."""
    if annotation.document.language != "en":
        return annotation
    saying = load_frames("en").clause_verbs["saying"]
    steps = (_proclaimed, _informing, _determined, _charged, _accused)
    return mend_each(annotation, lambda s: _shown(s, saying), lambda s: _meanwhile(s, saying), *steps)


def _shown(sentence: Sentence, saying: frozenset[str]) -> dict[int, Token]:
    """Return what stands between such a verb and a finite one without a subject as that one's subject."""
    moved: dict[int, Token] = {}
    for verb in sentence.tokens:
        if verb.pos != "VERB" or verb.lower not in saying | _SHOWING or is_passive(sentence, verb):
            continue
        things = [t for t in sentence.children(verb, "obj") if t.index > verb.index]
        bare = _bare_content(sentence, verb, things)
        if bare is not None:
            moved |= (_told if verb.lower in _TOLD else _begun)(sentence, verb, things[0], bare)
            continue
        clause = _behind(sentence, things[0]) if len(things) == 1 and things[0].quote is None else None
        above = verb
        while clause is not None and above.head != above.index and above is not clause:
            above = sentence.tokens[above.head]
        if clause is None or above is clause or any(sentence.children(verb, "ccomp")):
            continue
        passive = is_passive(sentence, clause)
        moved[things[0].index] = replace(things[0], head=clause.index, dep="nsubj:pass" if passive else "nsubj")
        moved[clause.index] = replace(clause, head=verb.index, dep="ccomp")
    return moved


def _bare_content(sentence: Sentence, verb: Token, things: list[Token]) -> Token | None:
    """Return "was" of "said this too was late", where the parser has "this" for what is said besides.

    So "may be closed" of "suggested a road into the town may be closed": nothing but the phrase stands before it.
    """
    clause = sentence.child(verb, "ccomp") if len(things) == 1 else None
    if clause is None or things[0].quote is not None or clause.index < things[0].index:
        return None
    words = [clause, *(t for t in sentence.children(clause, "aux", "aux:pass", "cop") if t.index < clause.index)]
    first = min(t.index for t in words)
    own = any(t.index < clause.index for t in sentence.children(clause, "nsubj", "nsubj:pass", "mark", "expl", "cc"))
    if own or not any("VerbForm=Fin" in t.morph for t in words) or first < things[0].index:
        return None
    inside = {
        t.index for part in (things[0], *_between(sentence, verb, things[0], clause)) for t in sentence.subtree(part)
    }
    return clause if all(at in inside for at in range(things[0].index, first)) else None


def _begun(sentence: Sentence, verb: Token, thing: Token, clause: Token) -> dict[int, Token]:
    """Return what is said with the phrase before it as its subject."""
    moved = {thing.index: replace(thing, head=clause.index, dep="nsubj")}
    for part in _between(sentence, verb, thing, clause):
        noun = part.dep.startswith("obl")  # "a probe [into the fire]"
        moved[part.index] = replace(part, head=(thing if noun else clause).index, dep="nmod" if noun else part.dep)
    return moved


def _told(sentence: Sentence, verb: Token, thing: Token, clause: Token) -> dict[int, Token]:
    """Return "told Novatel prices were high" with Novatel as who is told; who is told stands right behind "told"."""
    start = verb.index + 1
    article = sentence.tokens[start] if sentence.tokens[start].lower in ("the", "a", "an") else None
    who = sentence.tokens[start + (article is not None)]
    if who.name is None or who.head != thing.index or not who.dep.startswith(("compound", "nmod", "amod")):
        return {}
    moved = {
        who.index: replace(who, head=verb.index, dep="obj"),
        thing.index: replace(thing, head=clause.index, dep="nsubj"),
    }
    if article is not None and article.head == thing.index:
        moved[article.index] = replace(article, head=who.index)
    return moved


def _between(sentence: Sentence, verb: Token, thing: Token, clause: Token) -> list[Token]:
    return [t for t in sentence.tokens[thing.index + 1 : clause.index] if t.head == verb.index and t.pos != "PUNCT"]


def _behind(sentence: Sentence, thing: Token) -> Token | None:
    """Return the finite verb right behind a phrase that has no subject and hangs from elsewhere."""
    end = max(t.index for t in sentence.subtree(thing))
    first = sentence.tokens[end + 1] if end + 1 < len(sentence.tokens) else None
    if first is None or first.pos not in ("VERB", "AUX") or "VerbForm=Fin" not in first.morph:
        return None
    verb = sentence.tokens[first.head] if first.dep.startswith(("aux", "cop")) else first
    own = any(sentence.children(verb, "nsubj", "nsubj:pass", "csubj", "expl", "mark", "cc"))
    loose = verb.dep.partition(":")[0] in _BY_ITSELF and verb.index > thing.index
    return verb if loose and not own and not thing.pos.startswith("PRON") else None


def _meanwhile(sentence: Sentence, saying: frozenset[str]) -> dict[int, Token]:
    """Return "while Carter wrote …" below the verb of saying, not below what is said: two speak at a time."""
    moved: dict[int, Token] = {}
    for other in sentence.tokens:
        marks = sentence.children(other, "mark")
        if other.lower not in saying or not any(t.lower in _MEANWHILE for t in marks):
            continue
        said = sentence.head(other) if other.dep.startswith("advcl") else None
        while said is not None and not said.dep.startswith("ccomp"):
            said = sentence.head(said) if said.index < other.index else None
        above = sentence.head(said) if said is not None else None
        if above is not None and above.lower in saying and any(sentence.children(other, "nsubj")):
            moved[other.index] = replace(other, head=above.index)
    return moved


def _proclaimed(sentence: Sentence) -> dict[int, Token]:
    """Return "a day of mourning" of "declared Friday a day of mourning" as the object: no preposition says when."""
    moved: dict[int, Token] = {}
    for verb in sentence.tokens:
        if verb.lower not in _PROCLAIMING or verb.pos != "VERB" or any(sentence.children(verb, "obj", "ccomp")):
            continue
        for noun in sentence.children(verb, "obl", "obl:mod"):
            article = any(t.lower in ("a", "an") for t in sentence.children(noun, "det"))
            filled = any(sentence.children(noun, "nmod"))
            if noun.index > verb.index and article and filled and not any(sentence.children(noun, "case")):
                moved[noun.index] = replace(noun, dep="obj")
    return moved


def _charged(sentence: Sentence) -> dict[int, Token]:
    """Return "bombing" of "accused the army of bombing a church" below the verb: it says nothing of an army."""
    moved: dict[int, Token] = {}
    for charge in sentence.tokens:
        whom = sentence.head(charge) if charge.dep.startswith(("advcl", "acl")) else None
        verb = sentence.head(whom) if whom is not None and whom.dep.startswith("obj") else None
        of = any(t.lower == "of" for t in sentence.children(charge, "mark", "case"))
        if verb is not None and of and charge.lower.endswith("ing") and verb.lower.startswith(("accus", "suspect")):
            moved[charge.index] = replace(charge, head=verb.index, dep="advcl")
    return moved


def _accused(sentence: Sentence) -> dict[int, Token]:
    """Return "threatening" of "accused him of blackmail, threatening to talk" below what he is accused of."""
    moved: dict[int, Token] = {}
    for charge in sentence.tokens:
        verb = sentence.head(charge)
        of = any(t.lower == "of" for t in sentence.children(charge, "mark", "case"))
        if (
            verb is None
            or not of
            or not verb.lower.startswith(("accus", "suspect"))
            or not charge.lower.endswith("ing")
        ):
            continue
        for besides in (t for t in sentence.children(verb, "advcl") if t.index > charge.index):
            bare = not any(sentence.children(besides, "mark", "nsubj", "aux"))
            if bare and besides.lower.endswith("ing") and sentence.tokens[besides.index - 1].text == ",":
                moved[besides.index] = replace(besides, head=charge.index)
    return moved


def _informing(sentence: Sentence) -> dict[int, Token]:
    """Return "emailed Novatel informing them of it" with Novatel as the object: whoever writes informs."""
    moved: dict[int, Token] = {}
    for telling in sentence.tokens:
        verb = sentence.head(telling)
        if verb is None or telling.lower not in _TELLING or verb.lower not in _WRITING:
            continue
        whom = [t for t in sentence.children(telling, "nsubj") if verb.index < t.index < telling.index]
        if len(whom) == 1 and telling.dep.startswith(("ccomp", "xcomp")) and not any(sentence.children(verb, "obj")):
            moved[whom[0].index] = replace(whom[0], head=verb.index, dep="obj")
            moved[telling.index] = replace(telling, dep="advcl")
    return moved


def _determined(sentence: Sentence) -> dict[int, Token]:
    """Return "claimed" of "the officials who ordered that change claimed that …" as what they do.

    Without it the sentence has no verb of its own.
    """
    top = next(sentence.roots(), None)
    if top is None or top.pos not in ("NOUN", "PROPN") or any(sentence.children(top, "cop", "aux")):
        return {}
    for verb in sentence.children(top, "acl:relcl"):
        main = next((t for t in sentence.children(verb, "ccomp") if t.index > verb.index), None)
        that = next((t for t in sentence.children(main, "mark") if t.lower == "that"), None) if main else None
        noun = next((t for t in sentence.children(main, "nsubj")), None) if main else None
        if main is None or that is None or noun is None or noun.index != that.index + 1 or noun.plural:
            continue
        if noun.pos == "NOUN" and not any(sentence.children(noun, "det", "nmod:poss")):
            return _turned(top, verb, main, (that, noun))
    return {}


def _turned(top: Token, verb: Token, main: Token, thing: tuple[Token, Token]) -> dict[int, Token]:
    that, noun = thing
    return {
        main.index: replace(main, head=main.index, dep="ROOT"),
        top.index: replace(top, head=main.index, dep="nsubj"),
        noun.index: replace(noun, head=verb.index, dep="obj"),
        that.index: replace(that, head=noun.index, dep="det", pos="DET"),
    }
