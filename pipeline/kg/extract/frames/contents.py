"""Finds what a verb says, calls something or keeps: clauses, quotations, judgements."""

from typing import Final

from kg.extract.frames.site import Site
from kg.extract.grammar.coordination import parted
from kg.extract.grammar.negation import negated
from kg.extract.grammar.voice import is_passive
from kg.extract.grammar.whole_clauses import taking_up
from kg.model.annotation import Sentence, Token

_TIMES: Final = frozenset(
    """after before since while because although après avant puisque puisqu' puisqu’ parce lorsque lorsqu' lorsqu’
    tandis""".split()
)
_DOING: Final = frozenset(("against", "to"))
_SPEAKER: Final = frozenset("he she they it".split())
_NOTHING: Final = frozenset("nothing innocent never".split())
_COMING: Final = ("will", "would", "wo", "'ll", "'d", "must", "should", "ca", "can")
_WHETHER: Final = ("whether", "if", "how")
_NOT_SAID: Final = ("comme", "pour")  # « qu'il considère comme « politisée » », « le rappellent pour animer »


def content(site: Site) -> list[Token]:
    """Return the head of the clause, infinitive or quotation that gives the content."""
    sentence, verb = site.sentence, site.token
    quotes = [t for t in sentence.children(verb) if t.quote is not None and not _of_main(sentence, verb, t)]
    if quotes:
        return quotes
    # « a fait savoir que … », "made clear that …": not the expression's own words, but what hangs from them
    complements = [t for t in sentence.children(verb, "ccomp", "xcomp") if t not in site.words]
    complements = [t for t in complements if not parted(sentence, t, verb) and not _meanwhile(sentence, t)]
    complements = [t for t in complements if not _around(sentence, t, verb) and not _above_colon(sentence, t, verb)]
    complements += [t for word in site.words for t in sentence.children(word, "ccomp") if t not in site.words]
    clauses = [t for t in complements if _whole(sentence, t)]
    clauses += [t for t in sentence.children(verb, "parataxis") if _after_colon(sentence, verb, t)]
    # "appealed for witnesses to contact it": a clause with its own subject after "for"
    below = sentence.children(verb, "advcl")
    wished = [t for t in below if any(mark.lower == "for" for mark in sentence.children(t, "mark"))]
    found = clauses[:1] or [t for t in wished if any(sentence.children(t, "nsubj"))][:1]
    taken = taking_up(sentence, verb) if not found else None
    return found if taken is None else [taken]


def doing(site: Site) -> list[Token]:
    """Return what somebody is for or against doing: "voted against selling the mine", "objected to paying"."""
    below = (t for t in site.sentence.children(site.token, "advcl", "acl", "xcomp") if t.index > site.token.index)
    marks = {t: {m.lower for m in site.sentence.children(t, "mark", "case")} for t in below if t.lower.endswith("ing")}
    return [t for t, joints in marks.items() if joints & _DOING][:1]


def denial(site: Site) -> list[Token]:
    """Return what somebody insists not to have done: "insists he took no money", not "insists the law is not new"."""
    sentence = site.sentence
    for said in content(site):
        own = [t for t in sentence.children(said, "nsubj", "nsubj:pass") if t.lower in _SPEAKER]
        words = {t.lower for t in sentence.subtree(said)}
        coming = any(t.lower in _COMING for t in sentence.children(said, "aux"))
        if own and not coming and (negated(sentence, said) or words & _NOTHING):
            return [said]
    return []


def whoever_may(site: Site) -> list[Token]:
    """Return of whom it is asked whether they did it: "is investigating whether Novatel broke the law"."""
    sentence = site.sentence
    below = [t for head in (site.token, *site.words) for t in sentence.children(head, "ccomp", "advcl", "xcomp")]
    asked = [t for t in below if any(m.lower in _WHETHER for m in sentence.children(t, "mark"))]
    return [s for t in asked[:1] for s in sentence.children(t, "nsubj", "nsubj:pass")]


def _of_main(sentence: Sentence, verb: Token, quote: Token) -> bool:
    """Tell « accuse l'armée qui la soutient de « violations » »: what the main verb accuses of."""
    of = any(case.lower in ("de", "d'", "d’") for case in sentence.children(quote, "case"))
    return of and verb.dep == "acl:relcl" and any(sentence.children(verb, "obj"))


def _around(sentence: Sentence, clause: Token, verb: Token) -> bool:
    """Tell "records which, the committee says, dispute it": all of it is said of the records, no statement alone."""
    own = {c.lower for c in sentence.children(clause, "nsubj", "obj") if c.index < verb.index}
    return verb.dep == "acl:relcl" and bool(own & {"which", "who", "whom"})


def _above_colon(sentence: Sentence, clause: Token, verb: Token) -> bool:
    """Tell "Competition is growing: Novatel unveiled a rival service", which unveils no growth."""
    colon = any(t.text == ":" for t in sentence.tokens[clause.index : verb.index])
    return colon and any(t.index > verb.index for t in sentence.children(verb, "obj"))


def _meanwhile(sentence: Sentence, clause: Token) -> bool:
    """Tell a clause that says when or why: "told him of it, hours after the paper reported …"."""
    return any(mark.lower in _TIMES for mark in sentence.children(clause, "mark"))


def _after_colon(sentence: Sentence, verb: Token, clause: Token) -> bool:
    """Tell « a prévenu : il ne cédera pas »: nothing but a colon parts the verb from the clause."""
    after = sentence.tokens[verb.index + 1 : verb.index + 2]
    return clause.index > verb.index and bool(after) and after[0].text == ":" and clause.pos in ("VERB", "AUX", "ADJ")


def _whole(sentence: Sentence, token: Token) -> bool:
    """Tell a clause from a bare noun: « que c'est l'heure » and « être prêt », not « déclarer forfait »."""
    joints = (
        *sentence.children(token, "mark"),
        *(() if _called(sentence, token) else sentence.children(token, "case")),
    )
    if any(joint.lower in _NOT_SAID for joint in joints):
        return False
    verb = sentence.head(token)
    bare = verb is not None and (is_passive(sentence, verb) or verb.lower.startswith("plaid"))
    if token.pos == "ADJ" and token.dep.startswith("xcomp") and bare:
        return False  # « ont été jugés suffisants par le parquet », « a plaidé coupable »
    if token.pos in ("VERB", "AUX", "ADJ"):
        return not _describes_object(sentence, token)
    clause = any(sentence.children(token, "cop", "mark", "nsubj", "aux", "acl:relcl", "xcomp", "ccomp"))
    return (token.pos in ("NOUN", "PROPN", "PRON", "NUM") and clause) or said_to_be_so(sentence, token)


def said_to_be_so(sentence: Sentence, token: Token) -> bool:
    """Tell the adverb of « qu'il est trop tôt pour conclure », "that it was too late": a whole clause."""
    return token.pos == "ADV" and any(sentence.children(token, "cop"))


def _called(sentence: Sentence, token: Token) -> bool:
    """Tell the predicate of « que c'est pour cette raison » from a bare noun."""
    return any(sentence.children(token, "cop", "nsubj"))


def _describes_object(sentence: Sentence, token: Token) -> bool:
    """Tell what is only said of the verb's object: « une frappe ciblée sur Alep », "his exit effective today"."""
    verb = sentence.head(token)
    objects = [] if verb is None else [t for t in sentence.children(verb, "obj") if verb.index < t.index < token.index]
    bare = not any(sentence.children(token, "aux", "cop", "mark", "nsubj", "case"))
    participle = "VerbForm=Part" in token.morph and "Tense=Past" in token.morph
    return bool(objects) and bare and (participle or token.lower == "effective")


def receiver(site: Site) -> list[Token]:
    """Return the indirect object of a verb."""
    return [] if site.kind == "noun" else list(site.sentence.children(site.token, "iobj"))


def retained(site: Site) -> list[Token]:
    """Return the object that a passive keeps: "was awarded the Nobel Prize"."""
    passive = site.kind == "verb" and is_passive(site.sentence, site.token)
    return list(site.sentence.children(site.token, "obj"))[:1] if passive else []


def judgement(site: Site) -> list[Token]:
    """Return what the object is called: "called the ruling a relief", "described it as historic"."""
    sentence, verb = site.sentence, site.token
    if is_passive(sentence, verb):
        return []
    objects = [t for t in sentence.children(verb, "obj") if t.quote is None and t.lower != "what"]
    after = [t for t in sentence.children(verb) if objects and t.index > objects[0].index]
    quotes = [t for t in after if t.quote is not None]
    named = [t for t in after if t.dep == "xcomp" and t.pos in ("NOUN", "ADJ") and t.name is None]
    named += [t for o in objects[:1] for t in sentence.children(o, "amod") if t.index > o.index]
    named += [t for o in objects[:1] for t in sentence.children(o, "appos") if _unparted(sentence, o, t)]
    return (quotes or named or [t for o in objects[:1] for t in _seen_as(sentence, verb, o)])[:1]


def _unparted(sentence: Sentence, name: Token, noun: Token) -> bool:
    """Tell "labelled the Popular Front a terrorist group": no comma parts the name from what it is called."""
    article = sentence.tokens[name.index + 1] if name.index + 1 < noun.index else name
    return name.name is not None and noun.name is None and article.lower in ("a", "an") and article.head == noun.index


def _seen_as(sentence: Sentence, verb: Token, thing: Token) -> list[Token]:
    """Return what stands after "as": the parser hangs it from the verb or the object, above or below "as"."""
    joints = [t for t in sentence.subtree(verb) if t.lower == "as" and t.index > min(thing.index, verb.index + 1) - 1]
    near = [t for joint in joints[:1] for t in (*sentence.children(joint), sentence.tokens[joint.head])]
    near = [t for t in near if not any(sentence.children(t, "nsubj", "nsubj:pass"))]  # "as the country is told to wait"
    return [t for t in near if t.pos in ("NOUN", "ADJ", "VERB") and t.index > joints[0].index]
