"""Puts the noun above the words that only count it, where French parsers hang it below them.

« a tué plus de 91 personnes » · « près de 20 soldats ont été tués » · « et 1 370 ont perdu la vie »
« Onze (11) soldats ont péri » · « Le bilan est de 12 morts » · « Dix ont été tués et une vingtaine blessés »
"""

from dataclasses import replace
from itertools import dropwhile, pairwise
from typing import Final

from kg.extract.trees.clauses.calendar_words import bare_day
from kg.extract.trees.mend import mend_each
from kg.model.annotation import Annotation, Sentence, Token

_ABOUT: Final = frozenset("plus moins près de d' d’ au environ quelque jusqu' jusqu'à".split())
_MORE: Final = frozenset("plus moins près".split())
_PARTICIPLES: Final = ("é", "ée", "és", "ées", "is", "ises", "us", "ues")
_TENS: Final = frozenset("vingt trente quarante cinquante soixante cent mille".split())
_DEAD: Final = frozenset("morts mortes mort morte décédés décédées décédé décédée péri noyés noyées".split())
_HURT: Final = ("bless", "tué", "noyé", "décédé", "évacué", "hospitalisé")
_OF: Final = frozenset("de d' d’".split())
COUNTS: Final = frozenset(
    """millier milliers million millions milliard milliards dizaine dizaines vingtaine trentaine quarantaine
    cinquantaine soixantaine centaine centaines douzaine moitié tiers quart""".split()
)


def put_counted(annotation: Annotation) -> Annotation:
    """Return the annotation with such nouns and numbers in their places; French only."""
    if annotation.document.language != "fr":
        return annotation
    return mend_each(
        annotation,
        _more_than,
        _at_least,
        _others,
        _number_alone,
        _number_again,
        _of_total,
        _and_some,
        _and_one,
        _some_hurt,
    )


def _more_than(sentence: Sentence) -> dict[int, Token]:
    """Return « personnes » of « plus de 91 personnes » in the place of « plus »."""
    moved: dict[int, Token] = {}
    if sentence.words.isdisjoint(_MORE):
        return moved
    for more, of in pairwise(sentence.tokens):
        if more.lower not in _MORE or of.lower not in _OF:
            continue
        noun = sentence.tokens[of.head]
        if noun.head != more.index or noun is more:
            continue
        if not _numbered(sentence, noun):
            continue
        moved |= {c.index: replace(c, head=noun.index) for c in sentence.children(more)}
        moved[noun.index] = replace(
            noun, head=noun.index if more.head == more.index else more.head, dep=_function(sentence, more)
        )
        moved[more.index] = replace(more, head=noun.index, dep="advmod")
        moved[of.index] = replace(of, head=more.index, dep="fixed")
    return moved


def _others(sentence: Sentence) -> dict[int, Token]:
    """Return « autres » of « a blessé au moins 40 autres mercredi », « … près de Lyon » as whom it befell."""
    moved: dict[int, Token] = {}
    if "autres" not in sentence.words:
        return moved
    for number, others in pairwise(sentence.tokens):
        top = sentence.head(others) if number.pos == "NUM" and others.lower == "autres" else None
        behind = top is not None and (bare_day(top) or top.lower == "près") and top.index == others.index + 1
        verb = sentence.head(top) if top is not None and behind else top
        if top is None or verb is None or verb.pos != "VERB" or verb.index > number.index:
            continue
        other = any(t is not top for t in sentence.children(verb, "obj"))
        if others.dep not in ("amod", "obl:arg", "obl:mod") or other:
            continue
        if any(c.lower != "au" for t in (others, top) if t is not verb for c in sentence.children(t, "case")):
            continue
        before = [t for t in sentence.children(top) if t.index < others.index] if top is not verb else []
        moved |= {t.index: replace(t, head=others.index) for t in before}
        moved[others.index] = replace(others, head=verb.index, dep="obj", pos="PRON")
        if top is not verb:
            moved[top.index] = replace(top, dep="obl:mod")
    return moved


def _at_least(sentence: Sentence) -> dict[int, Token]:
    """Return « policiers » of « et blessé au moins dix policiers » as whom it befell: « au » governs nothing."""
    moved: dict[int, Token] = {}
    for noun in sentence.tokens:
        verb = sentence.head(noun) if noun.dep == "obl:arg" else None
        if verb is None or verb.pos != "VERB" or verb.index > noun.index:
            continue
        least = any(t.lower == "au" and any(sentence.children(t, "fixed")) for t in sentence.children(noun, "advmod"))
        free = not any(sentence.children(noun, "case")) and not any(sentence.children(verb, "obj", "aux:pass", "expl"))
        if least and free and _numbered(sentence, noun):
            moved[noun.index] = replace(noun, dep="obj")
    return moved


def _function(sentence: Sentence, more: Token) -> str:
    """Return what the noun is: behind an active verb its object, before a verb its subject, where it has none."""
    verb = sentence.head(more)
    if more.dep != "advmod" or verb is None or verb.pos != "VERB" or any(sentence.children(more, "case")):
        return more.dep
    passive = any(sentence.children(verb, "aux:pass"))
    if more.index < verb.index and not any(sentence.children(verb, "nsubj")):
        return "nsubj:pass" if passive else "nsubj"
    bare = not passive and not any(sentence.children(verb, "obj", "cop", "expl"))
    return "obj" if bare and more.index > verb.index else more.dep


def _numbered(sentence: Sentence, noun: Token) -> bool:
    return noun.pos == "NUM" or noun.lower in COUNTS or any(sentence.children(noun, "nummod"))


def _number_alone(sentence: Sentence) -> dict[int, Token]:
    """Return the number right before an auxiliary as the subject that its verb lacks, not joined to the noun before."""
    moved: dict[int, Token] = {}
    for joint, number, helper in zip(sentence.tokens, sentence.tokens[1:], sentence.tokens[2:], strict=False):
        if joint.pos != "CCONJ" or number.pos != "NUM" or number.dep != "conj" or helper.dep[:3] not in ("aux", "cop"):
            continue
        verb = sentence.tokens[helper.head]
        first = sentence.head(verb)
        if verb is helper or any(sentence.children(verb, "nsubj")) or any(sentence.children(number, "nummod")):
            continue
        passive = any(sentence.children(verb, "aux:pass"))
        moved[number.index] = replace(number, head=verb.index, dep="nsubj:pass" if passive else "nsubj", pos="PRON")
        moved[joint.index] = replace(joint, head=verb.index)
        if first is not None and verb.dep == "parataxis":
            moved[verb.index] = replace(verb, dep="conj")
    return moved


def _number_again(sentence: Sentence) -> dict[int, Token]:
    """Return « soldats » of « Onze (11) soldats » in the place of the number that is written twice."""
    moved: dict[int, Token] = {}
    if "(" not in sentence.words:
        return moved
    for first, opening, second, closing, noun in zip(*(sentence.tokens[at:] for at in range(5)), strict=False):
        if opening.text != "(" or closing.text != ")" or first.pos != "NUM" or second.pos != "NUM":
            continue
        if noun.pos not in ("NOUN", "ADJ") or not noun.plural:
            continue
        top = noun.index if first.head == first.index else first.head
        if top != noun.index or first.dep == "ROOT":
            moved[noun.index] = replace(noun, head=top, dep=first.dep, pos="NOUN")
        moved[first.index] = replace(first, head=noun.index, dep="nummod")
    return moved


def _of_total(sentence: Sentence) -> dict[int, Token]:
    """Return « 12 morts » of « Le bilan est de 12 morts » below « bilan », as in « le bilan de 12 morts »."""
    moved: dict[int, Token] = {}
    if "bilan" not in sentence.words:
        return moved
    for toll in sentence.tokens:
        total = next((t for t in sentence.children(toll, "nsubj") if t.lower == "bilan"), None)
        being = sentence.child(toll, "cop")
        of = any(t.lower in _OF for t in sentence.children(toll, "case"))
        if total is None or being is None or toll.pos != "NOUN" or not of:
            continue
        moved[total.index] = replace(total, head=total.index if toll.dep == "ROOT" else toll.head, dep=toll.dep)
        moved[toll.index] = replace(toll, head=total.index, dep="nmod")
        moved[being.index] = replace(being, head=total.index)
        behind = (t for t in sentence.children(toll, "nmod", "obl", "advcl", "parataxis") if t.index > toll.index)
        for told in behind:  # « selon le ministre », « après l'attentat »
            if not any(t.lower in _OF for t in sentence.children(told, "case")):
                moved[told.index] = replace(told, head=total.index)
    return moved


def _and_some(sentence: Sentence) -> dict[int, Token]:
    """Return the participle of « ont été tués et une vingtaine blessés » as a passive joined to the first."""
    for joint in sentence.tokens:
        some, done = _some(sentence, joint) if joint.pos == "CCONJ" else (None, None)
        if some is None or done is None:
            continue
        before = reversed(sentence.tokens[: joint.index])
        first = next((t for t in before if t.pos == "VERB" or t.lower in _DEAD), None)
        if first is None or not _befell(sentence, first):
            continue
        above = sentence.head(done)
        turned = above is not None and done.dep.startswith("nsubj") and above.dep == "conj"
        moved = {
            some.index: replace(some, head=done.index, dep="nsubj:pass"),
            done.index: replace(done, head=first.index, dep="conj", pos="VERB"),
            joint.index: replace(joint, head=done.index, dep="cc"),
        }
        moved |= {t.index: replace(t, head=some.index) for t in sentence.tokens[joint.index + 1 : some.index]}
        moved |= {t.index: replace(t, dep="obl:mod") for t in sentence.children(done, "nmod") if t.index > done.index}
        others = (t for t in sentence.children(done, "amod") if t.lower == "autres")
        moved |= {t.index: replace(t, head=some.index) for t in others}
        if turned and above is not None:  # « … et une vingtaine blessés, a annoncé l'armée »
            moved[above.index] = replace(above, dep="parataxis")
        return moved
    return {}


def _some_hurt(sentence: Sentence) -> dict[int, Token]:
    """Return « trois » of « deux tués, trois grièvement blessés et trois autres légèrement blessés » as who is hurt."""
    moved: dict[int, Token] = {}
    for number in sentence.tokens[1:-1]:
        if number.pos != "NUM" or number.dep != "nummod" or sentence.tokens[number.index - 1].lower not in (",", "et"):
            continue
        hurt = sentence.tokens[number.head]
        if hurt.lower == "autres" and hurt.pos == "ADJ":  # « trois autres », whom a participle describes
            moved[hurt.index] = replace(hurt, pos="PRON")
        bare = hurt.pos == "VERB" and hurt.lower.startswith(_HURT) and not any(sentence.children(hurt, "nsubj", "aux"))
        if bare and all(t.pos == "ADV" for t in sentence.tokens[number.index + 1 : hurt.index]):
            moved[number.index] = replace(number, dep="nsubj:pass", pos="PRON")
    return moved


def _befell(sentence: Sentence, verb: Token) -> bool:
    """Tell « ont été tués », « sont mortes », « ont péri », « ont perdu la vie »."""
    life = any(t.lower == "vie" for t in sentence.children(verb, "obj", "obl", "obl:arg"))
    died = verb.lower in _DEAD and any(sentence.children(verb, "aux:tense", "cop"))  # not « a fait 13 morts »
    died = died and not any(sentence.children(verb, "case"))  # nor « le bilan est de 13 morts »
    return died or any(sentence.children(verb, "aux:pass")) or (life and verb.lower == "perdu")


def _some(sentence: Sentence, joint: Token) -> tuple[Token | None, Token | None]:
    """Return « vingtaine », « 40 » and « blessés » behind « et une vingtaine [d'autres] », « et 40 blessés »."""
    behind = sentence.tokens[joint.index + 1 : joint.index + 9]
    behind = tuple(dropwhile(lambda t: t.lower in _ABOUT, behind))[:6]  # « et plus de 400 blessées »
    some = next((t for t in behind[:2] if t.lower in COUNTS or t.pos == "NUM"), None)
    if some is None:
        return None, None
    rest = [t for t in behind if t.index > some.index and t.pos != "ADV" and t.lower not in ("d'", "d’", "autres")]
    named = len(rest) > 1 and rest[0].pos == "NOUN" and rest[0].plural and not rest[0].lower.endswith(_PARTICIPLES)
    if named and all(t.pos == "ADV" for t in sentence.tokens[rest[0].index + 1 : rest[1].index]):
        # « et 12 civils blessés », « et deux policiers légèrement blessés »
        some, rest = rest[0], rest[1:]
    done = rest[0] if rest and rest[0].lower.endswith(_PARTICIPLES) and rest[0].pos in ("NOUN", "VERB", "ADJ") else None
    if named and (len(rest) < 2 or rest[1].pos in ("AUX", "VERB", "PRON")):
        return None, None  # « et 12 civils blessés ont été évacués »
    if done is not None and sentence.tokens[min(done.index + 1, len(sentence.tokens) - 1)].pos == "AUX":
        return None, None  # « et 12 blessés ont été évacués »
    if done is not None and done.pos == "VERB" and some.dep == "conj" and done.head == some.head:
        return some, done  # « est morte et vingt-deux blessées »
    own = done is not None and (named or some.lower in COUNTS or some.head == done.index)  # « trois autres » is one
    return (some, done) if own else (None, None)


def _and_one(sentence: Sentence) -> dict[int, Token]:
    """Return « civils » of « vingt et un civils » in the place of « vingt »: one number, no two things."""
    moved: dict[int, Token] = {}
    if sentence.words.isdisjoint(_TENS):
        return moved
    for tens, joint, one, noun in zip(*(sentence.tokens[at:] for at in range(4)), strict=False):
        if tens.lower not in _TENS or joint.lower != "et" or one.lower not in ("un", "une", "onze"):
            continue
        if noun.pos != "NOUN" or noun.lower[-1] not in "sx":
            continue
        if tens.head != noun.index:
            moved[noun.index] = replace(noun, head=noun.index if tens.head == tens.index else tens.head, dep=tens.dep)
        moved[tens.index] = replace(tens, head=noun.index, dep="nummod")
        moved[joint.index] = replace(joint, head=tens.index, dep="fixed")
        moved[one.index] = replace(one, head=tens.index, dep="fixed")
    return moved
