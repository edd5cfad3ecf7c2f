"""Gives verbs the contents and objects that stand behind an aside, where the parser hangs them from the aside.

« Dubois a annoncé plus tard dans la soirée qu'elle refusait … » · « on a agressé, dans sa clinique, le docteur … »
"""

from dataclasses import replace
from itertools import pairwise
from typing import Final

from kg.extract.frames.load import clause_verbs
from kg.extract.grammar.antecedents import RELATIVE_SUBJECT
from kg.extract.grammar.subjects import surface_subject
from kg.extract.grammar.voice import is_passive, reflexive
from kg.extract.trees.clauses.called import charges
from kg.extract.trees.clauses.english_contents import english_contents
from kg.extract.trees.clauses.fronted import behind_listener
from kg.extract.trees.mend import mended
from kg.model.annotation import Annotation, Sentence, Token

_THAT: Final = ("que", "qu'", "that")
_ASIDE: Final = ("obl", "nmod", "advmod", "obj")
_COMPOUND: Final = ("près", "lors", "loin", "autour", "proche", "auprès")
_SALES: Final = frozenset("vente ventes cession cessions revente apport transfert".split())
_ALL_THE_WHILE: Final = ("tout", "en")
_ADDING: Final = frozenset(
    """ajoutant précisant rappelant soulignant expliquant indiquant notant concluant estimant reconnaissant admettant
    insistant regrettant déplorant""".split()
)
_LISTED: Final = ("conj", "appos", "nmod", "dep", "parataxis")


def place_contents(annotation: Annotation) -> Annotation:
    """Return the annotation with such clauses and nouns hung from their verbs."""
    language = annotation.document.language
    # « a démenti dans une vidéo que les otages aient été libérés »
    saying = clause_verbs(language, "saying", "denying")
    made = []
    english = annotation.document.language == "en"
    for sentence in annotation.sentences:
        plain = mended(sentence, english_contents(sentence, saying) if english else _prepositions(sentence))
        plain = plain if english else mended(plain, {**charges(plain), **_receivers(plain, saying)})
        plain = mended(plain, _second_sayings(plain, clause_verbs(language, "saying", "denying", "accusing")))
        plain = mended(plain, _joined(plain, saying))
        made.append(mended(plain, {**_clauses(plain, saying), **_objects(plain), **_behind(plain)}))
    return replace(annotation, sentences=tuple(made))


def _second_sayings(sentence: Sentence, saying: frozenset[str]) -> dict[int, Token]:
    """Return what whoever speaks says besides, behind a comma: parsers hang it from what was said first.

    "told the court she helped them, but denied that …" · "said that he and Miller had agreed, adding that …"
    « affirme que le groupe a menti, tout en ajoutant que … »
    """
    moved: dict[int, Token] = {}
    for verb in sentence.tokens[2:]:
        if verb.lower not in saying:
            continue
        joint = next(t for t in reversed(sentence.tokens[: verb.index]) if t.lower not in _ALL_THE_WHILE or not t.index)
        comma = joint if verb.lower.endswith("ing") or verb.lower in _ADDING else sentence.tokens[verb.index - 2]
        if comma.text != "," or any(sentence.children(verb, "nsubj", "aux")):
            continue
        besides = (verb.dep == "conj" and joint.pos == "CCONJ") or (verb.dep == "advcl" and joint.text == ",")
        above = _teller_above(sentence, verb, saying) if besides else None
        if above is not None:
            small = [t for t in (comma, joint) if t.head == verb.head]
            moved |= {t.index: replace(t, head=above.index) for t in (verb, *small)}
    return moved


def _teller_above(sentence: Sentence, verb: Token, saying: frozenset[str]) -> Token | None:
    """Return the verb of saying in whose content another hangs, unless somebody speaks within it as well."""
    at = sentence.head(verb)
    while at is not None and not at.dep.startswith("ccomp"):
        at = sentence.head(at) if at.dep in ("xcomp", "conj", "advcl") and at.lower not in saying else None
    above = sentence.head(at) if at is not None and at.lower not in saying else None
    told = above is not None and above.lower in saying and above.index < verb.index
    return above if told and above is not None and any(sentence.children(above, "nsubj")) else None


def _joined(sentence: Sentence, saying: frozenset[str]) -> dict[int, Token]:
    """Return the second clause of "said A had left but B stayed" joined to the first; parsers hang both from "said"."""
    moved: dict[int, Token] = {}
    for verb in sentence.tokens:
        clauses = [t for t in sentence.children(verb, "ccomp") if t.index > verb.index] if verb.lower in saying else []
        for first, second in pairwise(clauses):
            if any(first.index < joint.index < second.index for joint in sentence.children(first, "cc")):
                moved[second.index] = replace(second, head=first.index, dep="conj")
    return moved


def _receivers(sentence: Sentence, saying: frozenset[str]) -> dict[int, Token]:
    """Return whom « a annoncé la cession de X au groupe Y » sells to, hung from the sale: parsers tell it to them."""
    moved: dict[int, Token] = {}
    if sentence.words.isdisjoint(_SALES):
        return moved
    for sale in sentence.tokens:
        verb = sentence.head(sale) if sale.lower in _SALES and sale.dep == "obj" else None
        if verb is None or verb.lower not in saying:
            continue
        end = max(t.index for t in sentence.subtree(sale) if t.pos != "PUNCT")
        for who in sentence.children(verb, "obl"):
            to = next((c for c in sentence.children(who, "case") if c.lower in ("à", "au", "aux")), None)
            named = any(t.name is not None for t in (who, *sentence.children(who, "appos", "nmod")))
            if to is not None and to.index == end + 1 and named:
                moved[who.index] = replace(who, head=sale.index, dep="nmod")
    return moved


def _prepositions(sentence: Sentence) -> dict[int, Token]:
    """Return « près de Lyon » with the noun as the verb's adverbial: parsers make an adverb of « près »."""
    moved: dict[int, Token] = {}
    if sentence.words.isdisjoint(_COMPOUND):
        return moved
    for adverb, small in pairwise(sentence.tokens):
        compound = adverb.pos == "ADV" and adverb.lower in _COMPOUND and small.lower in ("de", "du", "d'", "des")
        noun = sentence.head(small) if compound else None
        if noun is None or noun.head != adverb.index or adverb.head in (adverb.index, noun.index):
            continue
        above = sentence.tokens[adverb.head]
        nominal = above.pos in ("NOUN", "PROPN") and not any(sentence.children(above, "cop"))
        moved[noun.index] = replace(noun, head=above.index, dep="nmod" if nominal else "obl:mod")
        moved[adverb.index] = replace(adverb, head=noun.index, dep="case", pos="ADP")
    return moved


def _behind(sentence: Sentence) -> dict[int, Token]:
    """Return the nouns behind a pronominal verb without a subject, as its subject: « se déroulait la finale »."""
    moved: dict[int, Token] = {}
    for verb in sentence.tokens:
        if verb.pos != "VERB" or any(sentence.children(verb, "nsubj", "csubj")) or not reflexive(sentence, verb):
            continue
        finite = any("VerbForm=Fin" in t.morph for t in (verb, *sentence.children(verb, "aux")))
        objects = [t for t in sentence.children(verb, "obj") if t.index > verb.index and t.pos != "PRON"]
        if finite and objects and verb.dep in ("ROOT", "ccomp", "advcl", "conj"):
            moved[objects[0].index] = replace(objects[0], dep="nsubj")
    return moved


def _clauses(sentence: Sentence, saying: frozenset[str]) -> dict[int, Token]:
    """Return the clauses with « que » that hang from a noun between them and their verb of saying."""
    moved: dict[int, Token] = {}
    if sentence.words.isdisjoint(saying):
        return moved
    for clause in sentence.tokens:
        noun = sentence.head(clause)
        if noun is not None and _plain_content(sentence, clause, noun, saying):
            moved[clause.index] = replace(clause, dep="ccomp")
        elif noun is not None and noun.index < clause.index:
            moved |= _past_noun(sentence, clause, noun, saying)
    return moved


def _past_noun(sentence: Sentence, clause: Token, noun: Token, saying: frozenset[str]) -> dict[int, Token]:
    """Return a clause that hangs from a noun, and what tells it besides, hung from the verb of saying above that."""
    told = noun.name is not None and behind_listener(sentence, clause, noun)
    if noun.name is not None and not told:
        return {}
    quoted = clause.quote is not None and any(t.lower in _THAT for t in sentence.children(clause, "mark"))
    whole = told or (clause.dep.startswith(("acl", "ccomp")) and _whole_clause(sentence, clause))
    bare = clause.dep == "acl" and _bare_infinitive(sentence, clause)
    verb = _saying_above(sentence, noun, saying) if quoted or whole or bare else None
    if verb is None or verb.index == noun.index:
        return {}
    moved = {clause.index: replace(clause, head=verb.index, dep="xcomp" if bare else "ccomp")}
    moved |= _no_relative(sentence, clause) if whole else {}
    further = (t for t in sentence.children(verb, "ccomp") if t.index > clause.index)
    return moved | {t.index: replace(t, head=clause.index, dep="conj") for t in further}


def _no_relative(sentence: Sentence, clause: Token) -> dict[int, Token]:
    """Return « qu' » of « a indiqué dans un communiqué qu'elle rachetait X » as a conjunction, and X as the object."""
    that = [t for t in sentence.children(clause, "obj") if t.lower in _THAT and t.index < clause.index]
    first, *others = [*sentence.children(clause, "nsubj")] or [clause]
    late = [t for t in others if t.index > clause.index and first.index < clause.index]
    return {t.index: replace(t, dep="mark", pos="SCONJ") for t in that} | {
        t.index: replace(t, dep="obj") for t in late[:1]
    }


def _plain_content(sentence: Sentence, clause: Token, verb: Token, saying: frozenset[str]) -> bool:
    """Tell « a annoncé lundi qu'il ne serait pas candidat »: its predicate is called an adverbial by the parser."""
    if not clause.dep.startswith(("obl", "advcl", "advmod")) or clause.pos not in ("NOUN", "ADJ", "VERB"):
        return False
    if verb.lower not in saying or clause.index < verb.index:
        return False
    that = any(t.lower in ("que", "qu'", "qu’") and _bare(sentence, t) for t in sentence.children(clause, "mark"))
    finite = "Mood=Ind" in clause.morph or any(sentence.children(clause, "cop", "aux"))
    free = not any(sentence.children(verb, "ccomp", "obj"))
    return that and finite and free and any(sentence.children(clause, "nsubj"))


def _bare_infinitive(sentence: Sentence, clause: Token) -> bool:
    """Tell « avoir tiré » of « a affirmé dans un communiqué avoir tiré »: no noun has an infinitive without « de »."""
    words = (clause, *sentence.children(clause, "aux"))
    return any("VerbForm=Inf" in t.morph for t in words) and not any(sentence.children(clause, "mark", "case", "nsubj"))


def _bare(sentence: Sentence, that: Token) -> bool:
    """Tell « que » from « alors que », « bien que », « après que »."""
    before = sentence.tokens[that.index - 1] if that.index else that
    return before.pos not in ("ADV", "SCONJ", "ADP") and before.lower not in ("lors", "dès", "parce", "tandis")


def _saying_above(sentence: Sentence, noun: Token, saying: frozenset[str]) -> Token | None:
    """Return the verb of saying whose adverbial a noun is, if the verb has no content yet."""
    at: Token | None = noun
    while at is not None and (at.pos not in ("VERB", "AUX") or _gerund(sentence, at)):
        object_ = at.dep.startswith("obj") and at.pos != "ADV" and not _gerund(sentence, sentence.tokens[at.head])
        if not _gerund(sentence, at) and (not at.dep.startswith(_ASIDE) or object_):
            return None
        at = sentence.head(at)
    if at is None or at.lower not in saying or at.index > noun.index:
        return None
    contents = list(sentence.children(at, "ccomp", "xcomp", "obj"))
    further = all(t.dep == "ccomp" and t.index > noun.index and not any(sentence.children(t, "mark")) for t in contents)
    return at if further else None


def _gerund(sentence: Sentence, verb: Token) -> bool:
    """Tell « en retenant »: what comes after it may be the content of the verb above."""
    return verb.lower.endswith("ant") and any(c.lower == "en" for c in sentence.children(verb, "mark", "case"))


def _whole_clause(sentence: Sentence, clause: Token) -> bool:
    """Tell « qu'il acceptait l'offre » from « qu'il acceptait »: nothing in it is left for « que » to stand for."""
    that = [t for t in sentence.tokens[: clause.index] if t.head == clause.index and t.lower in _THAT]
    subject = any(t.lower not in RELATIVE_SUBJECT for t in sentence.children(clause, "nsubj", "expl"))
    joint = any(t.pos == "SCONJ" or t.dep == "mark" for t in that)
    own = any(t.lower not in _THAT for t in sentence.children(clause, "obj", "cop", "ccomp", "xcomp", "obl:arg"))
    passive = any(sentence.children(clause, "nsubj:pass")) and any(sentence.children(clause, "aux:pass"))
    behind = sum(1 for t in sentence.children(clause, "nsubj")) > 1  # « qu'il rachetait Novatel », taken for a subject
    return bool(that) and subject and (joint or own or passive or behind)


def _objects(sentence: Sentence) -> dict[int, Token]:
    """Return the objects after « verb , aside , » that the parser lists with the aside's noun."""
    moved: dict[int, Token] = {}
    for verb in sentence.tokens[:-3]:
        if verb.pos != "VERB" or sentence.tokens[verb.index + 1].text != "," or any(sentence.children(verb, "obj")):
            continue
        noun = _after_aside(sentence, verb)
        if noun is None or is_passive(sentence, verb) or not surface_subject(sentence, verb):
            continue
        moved[noun.index] = replace(noun, head=verb.index, dep="obj")
    return moved


def _after_aside(sentence: Sentence, verb: Token) -> Token | None:
    """Return the bare noun right after the second comma, if it hangs from what stands between the commas."""
    comma = next((t.index for t in sentence.tokens[verb.index + 2 : verb.index + 12] if t.text == ","), None)
    if comma is None or sentence.tokens[verb.index + 2].pos != "ADP":
        return None
    for token in sentence.tokens[comma + 1 : comma + 7]:
        if token.dep == "compound" and token.name is None:
            continue
        if token.name is not None or token.pos == "NOUN":
            listed = token.dep.partition(":")[0] in _LISTED and verb.index < token.head < comma
            return token if listed and not any(sentence.children(token, "case", "cc")) else None
        if token.pos not in ("DET", "ADJ", "NUM"):
            return None
    return None
