"""Mends French clauses that parsers take apart: objects after a complement, « A et B ont … », « X, que dirige Y ».

Everything after reads one shape: the object hangs from its verb, the second subject from the first, the relative
clause from its antecedent.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from kg.extract.frames.load import load_frames
from kg.extract.grammar.prepositions import preposition
from kg.extract.grammar.voice import is_passive, reflexive
from kg.extract.mend import mended
from kg.lexicon.tables import fold, lexicon
from kg.model import EntityType
from kg.model.annotation import Annotation, Sentence, Token

_REACH: Final = 9
_ODD: Final = frozenset("obl appos nmod dep conj advcl xcomp parataxis".split())
_ODD_FIRST: Final = frozenset("parataxis dep obl nmod dislocated vocative appos ROOT".split())
_TIMES: Final = frozenset(
    """jour jours soir matin nuit semaine semaines mois an ans année années fois heure heures minute minutes week-end
    début fin milieu part dernière dernier matinée soirée après-midi aube hours hour morning evening night afternoon
    week weekend month year days end start beginning middle day""".split()
)
_AGES: Final = ("âge", "ans")
_WITHIN: Final = (
    "de",
    "après",
    "avant",
    "depuis",
    "par",
    "sur",
    "pour",
    "selon",
    "contre",
)  # « deux jours après le vote »
_TITLES: Final = frozenset("Me Mgr Dr Pr Mᵉ".split())
_WHICH: Final = ("que", "qu'")


def put_clauses(annotation: Annotation) -> Annotation:
    """Return the annotation with such clauses mended; French only."""
    if annotation.document.language != "fr":
        return annotation
    made = []
    for sentence in annotation.sentences:
        better = mended(
            sentence, {**_titled(sentence), **_with_whom(sentence), **_complements_joined(annotation, sentence)}
        )
        better = mended(better, _aims(better))
        better = mended(better, _relatives(better))
        better = mended(better, {**_subject_relatives(better), **_cleft(better)})
        better = mended(better, {**_after_days(better), **_first_subjects(better)})
        made.append(mended(better, _late_objects(better)))
    return replace(annotation, sentences=tuple(made))


def _titled(sentence: Sentence) -> dict[int, Token]:
    """Return the names after « Me », « Dr » in the place that the parser gave to the title."""
    moved: dict[int, Token] = {}
    for title, name in zip(sentence.tokens, sentence.tokens[1:], strict=False):
        if title.text in _TITLES and title.name is None and name.name is not None and name.head == title.index:
            head = name.index if title.head == title.index else title.head
            moved[name.index] = replace(name, head=head, dep=title.dep)
            moved[title.index] = replace(title, head=name.index, dep="flat")
            for child in sentence.children(title):
                if child.index != name.index:
                    moved[child.index] = replace(child, head=name.index)
    return moved


def _with_whom(sentence: Sentence) -> dict[int, Token]:
    """Return « auprès de X » as one complement of the verb; parsers take « auprès » for an adverb with its own one."""
    moved: dict[int, Token] = {}
    for adverb in sentence.tokens[:-2]:
        if adverb.lower != "auprès" or adverb.pos != "ADV":
            continue
        whom = next((t for t in sentence.children(adverb) if any(sentence.children(t, "case"))), None)
        verb = sentence.head(adverb)
        while verb is not None and verb.pos not in ("VERB", "AUX") and verb.head != verb.index:
            verb = sentence.head(verb)
        if whom is not None and verb is not None and verb.index < adverb.index:
            moved[whom.index] = replace(whom, head=verb.index, dep="obl:mod")
            moved[adverb.index] = replace(adverb, head=whom.index, dep="case", pos="ADP")
    return moved


def _aims(sentence: Sentence) -> dict[int, Token]:
    """Return « afin de saisir X » hung from the verb, as « pour saisir X » is, not from an adverb « afin »."""
    moved: dict[int, Token] = {}
    for adverb in sentence.tokens:
        verb = sentence.head(adverb)
        below = [t for t in sentence.children(adverb) if "VerbForm=Inf" in t.morph]
        if adverb.lower == "afin" and verb is not None and len(below) == 1:
            moved[adverb.index] = replace(adverb, head=below[0].index, dep="mark", pos="ADP")
            moved[below[0].index] = replace(below[0], head=verb.index, dep="advcl")
    return moved


def _complements_joined(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return « de la Saskatchewan » of « les provinces de l'Alberta, de la Saskatchewan » joined to the first of them.

    What is joined by « de » is joined to what « de » stands before, not to a noun without it.
    """
    moved: dict[int, Token] = {}
    for second in sentence.tokens:
        noun = sentence.head(second)
        if second.dep != "conj" or noun is None or noun.pos != "NOUN" or preposition(sentence, second) != "de":
            continue
        own = [t for t in sentence.children(noun, "nmod") if noun.index < t.index < second.index]
        first = next((t for t in reversed(own) if preposition(sentence, t) == "de"), None)
        places = first is not None and _is_place(annotation, first) and _is_place(annotation, second)
        if first is not None and places and preposition(sentence, noun) != "de":
            moved[second.index] = replace(second, head=first.index)
    return moved


def _is_place(annotation: Annotation, token: Token) -> bool:
    return token.name is not None and annotation.names[token.name].type is EntityType.PLACE


def timed(token: Token) -> bool:
    """Tell a word of the calendar, a part of one, or a number."""
    return fold(token.lower) in lexicon()["calendar"] or token.lower in _TIMES or token.lower.isdigit()


def _after_days(sentence: Sentence) -> dict[int, Token]:
    """Return what hangs from a day or an age, hung from its verb.

    « élue dimanche maire de Lyon » · « mort lundi, à l'âge de 86 ans dans un hôpital de Rome »
    """
    moved: dict[int, Token] = {}
    for noun in sentence.tokens:
        day = sentence.head(noun)
        if day is None or not _time(day) or _time(noun):
            continue
        moved |= _off_time(sentence, noun, day) or (_bare_after(sentence, noun, day) if timed(day) else {})
    return moved


def _bare_after(sentence: Sentence, noun: Token, day: Token) -> dict[int, Token]:
    """Return the noun right behind a bare day, hung from its verb."""
    verb = sentence.head(day)
    bound = any(sentence.children(noun, "case", "cc")) or any(sentence.children(day, "case"))
    if verb is None or verb.pos != "VERB" or noun.pos != "NOUN" or bound or not _right_after(sentence, day, noun):
        return {}
    if not any(sentence.children(noun, "det")):
        passive = is_passive(sentence, verb)
        return {noun.index: replace(noun, head=verb.index, dep="xcomp" if passive else "obj")}
    if not _has_object(sentence, verb):  # « a finalisé mercredi le rachat de Novatel »
        return {noun.index: replace(noun, head=verb.index, dep="obj")}
    return {}


def _time(token: Token) -> bool:
    return token.name is None and (timed(token) or token.lower in _AGES)


def _off_time(sentence: Sentence, noun: Token, day: Token) -> dict[int, Token]:
    """Return a complement with a preposition that hangs from a day or an age, hung from the verb above that."""
    case = preposition(sentence, noun)
    if not case or case in _WITHIN or noun.index < day.index:
        return {}
    verb: Token | None = day
    while verb is not None and _time(verb) and verb.head != verb.index:
        verb = sentence.head(verb)
    below = verb is not None and verb.pos == "VERB" and verb.index < day.index
    return {noun.index: replace(noun, head=verb.index, dep="obl:mod")} if verb is not None and below else {}


def _right_after(sentence: Sentence, day: Token, noun: Token) -> bool:
    """Tell whether the noun phrase begins right after the day."""
    before = sentence.children(noun, "det", "amod", "nummod")
    return min([noun.index, *(t.index for t in before)]) == day.index + 1


def _first_subjects(sentence: Sentence) -> dict[int, Token]:
    """Return the name before « et » as the subject, too, where the parser made only what is joined to it one."""
    moved: dict[int, Token] = {}
    for first, joint, second in _joined(sentence):
        verb = sentence.head(second)
        both = verb is not None and second.dep.startswith("nsubj")
        apart = (first.head == second.head and first.dep.partition(":")[0] in _ODD_FIRST) or _opened(sentence, first)
        if both and apart and not any(sentence.children(first, "case")):
            moved[first.index] = replace(first, head=second.head, dep=second.dep)
            moved[second.index] = replace(second, head=first.index, dep="conj")
            moved[joint.index] = replace(joint, head=second.index, dep="cc")
    return moved


def _opened(sentence: Sentence, name: Token) -> bool:
    """Tell « Après sept ans de négociations, le Canada », « Hier, Paul Martin »: joined to what stands before it."""
    before = [t for t in sentence.tokens[max(0, name.index - 2) : name.index] if t.pos != "DET"]
    above = sentence.head(name)
    comma = (
        bool(before) and before[-1].text == "," and not any(t.text == "," for t in sentence.tokens[: before[-1].index])
    )
    if name.dep != "conj" or not comma or above is None:
        return False
    return above.pos == "ADV" or any(sentence.children(above, "case"))


def _joined(sentence: Sentence) -> Iterator[tuple[Token, Token, Token]]:
    """Yield « NAME et NAME », « NAME et plusieurs syndicats » before a verb, an article allowed before the second."""
    for first, joint in zip(sentence.tokens, sentence.tokens[1:], strict=False):
        if first.name is None or joint.lower != "et":
            continue
        for second in sentence.tokens[joint.index + 1 : joint.index + 3]:
            if second.name is not None or (second.pos == "NOUN" and second.dep.startswith("nsubj")):
                yield first, joint, second
                break
            if second.pos != "DET":
                break


def _relatives(sentence: Sentence) -> dict[int, Token]:
    """Return the verbs of « NAME , que dirige X » hung from the name: after a comma « que » is a relative pronoun."""
    moved: dict[int, Token] = {}
    for name, comma, which in zip(sentence.tokens, sentence.tokens[1:], sentence.tokens[2:], strict=False):
        end = name.name is not None or name.text == ")"
        if not end or comma.text != "," or which.lower not in _WHICH:
            continue
        holder = name if name.name is not None else _before_bracket(sentence, name)
        verb = _verb_after(sentence, which)
        if holder is None or verb is None or holder.index in (verb.index, verb.head):
            continue
        if any(token is holder for token in sentence.subtree(verb)):
            continue
        moved[verb.index] = replace(verb, head=holder.index, dep="acl:relcl", pos="VERB", morph=_finite(verb))
        moved[which.index] = replace(which, head=verb.index, dep="obj", pos="PRON")
    return moved


def _subject_relatives(sentence: Sentence) -> dict[int, Token]:
    """Return the predicates of « NAME , qui fut ministre » hung from the name, where they stood by themselves."""
    moved: dict[int, Token] = {}
    for name, comma, which in zip(sentence.tokens, sentence.tokens[1:], sentence.tokens[2:], strict=False):
        verb = sentence.head(which)
        if name.name is None or comma.text != "," or which.lower != "qui" or verb is None:
            continue
        loose = verb.dep in ("parataxis", "dep", "conj", "appos") and verb.head != verb.index
        if loose and which.dep.startswith("nsubj") and all(token is not name for token in sentence.subtree(verb)):
            moved[verb.index] = replace(verb, head=name.index, dep="acl:relcl")
    return moved


def _cleft(sentence: Sentence) -> dict[int, Token]:
    """Return the verb of « C'est l'arrestation de X qui a révélé … » hung from what is brought out, not from X."""
    first = sentence.tokens[0]
    noun = sentence.head(first) if first.lower in ("c'", "ce") else None
    if noun is None or noun.pos != "NOUN" or not any(sentence.children(noun, "cop")):
        return {}
    if not any(c.lower in ("le", "la", "l'") for c in sentence.children(noun, "det")):
        return {}
    which = next((t for t in sentence.tokens[noun.index :] if t.lower in ("qui", ",")), None)
    verb = sentence.head(which) if which is not None and which.lower == "qui" else None
    if which is None or verb is None or verb.dep != "acl:relcl" or verb.head == noun.index or verb.index < which.index:
        return {}
    return {verb.index: replace(verb, head=noun.index)}


def _before_bracket(sentence: Sentence, bracket: Token) -> Token | None:
    """Return the name before « ( … ) »."""
    for token in reversed(sentence.tokens[max(0, bracket.index - 5) : bracket.index]):
        if token.text == "(":
            before = sentence.tokens[token.index - 1] if token.index else None
            return before if before is not None and before.name is not None else None
    return None


def _finite(verb: Token) -> str:
    return verb.morph if "VerbForm" in verb.morph else "Mood=Ind|VerbForm=Fin"


def _verb_after(sentence: Sentence, which: Token) -> Token | None:
    """Return the verb of the relative: right after « que », or after its pronoun and auxiliary."""
    verbs = load_frames("fr").verbs
    for token in sentence.tokens[which.index + 1 : which.index + 6]:
        if token.name is not None or token.quote is not None:
            return None
        if token.pos == "VERB" or (token.lower in verbs and token.pos in ("ADJ", "PROPN", "NOUN")):
            return token
        if token.pos not in ("PRON", "AUX", "ADV", "DET", "NOUN"):
            return None
    return None


def _late_objects(sentence: Sentence) -> dict[int, Token]:
    """Return the objects after a complement: « a devancé de 38 secondes le Colombien Jean Dubois »."""
    moved: dict[int, Token] = {}
    for verb in sentence.tokens:
        if verb.pos != "VERB" or not _transitive(verb) or _has_object(sentence, verb):
            continue
        found = _late_object(sentence, verb)
        if found is not None:
            moved[found.index] = replace(found, head=verb.index, dep="obj")
    return moved


def _transitive(verb: Token) -> bool:
    """Tell whether a frame asks for the verb's object."""
    triggers = load_frames("fr").verbs.get(verb.lower, ())
    return any("obj" in functions for trigger in triggers if not trigger.rest for _, functions in trigger.roles)


def _has_object(sentence: Sentence, verb: Token) -> bool:
    """Tell whether nothing is left for an object: there is one, or the verb is passive or pronominal."""
    own = any(sentence.children(verb, "obj", "ccomp", "xcomp", "cop"))
    present = "Tense=Pres" in verb.morph and "VerbForm=Part" in verb.morph
    passive = not present and is_passive(sentence, verb)
    quoted = any(child.quote is not None for child in sentence.children(verb))
    return own or passive or quoted or reflexive(sentence, verb)


def _late_object(sentence: Sentence, verb: Token) -> Token | None:
    """Return the first noun phrase without preposition after the verb's complements, no comma between."""
    after = sentence.tokens[verb.index + 1 : verb.index + 1 + _REACH]
    if not after or after[0].pos not in ("ADP", "ADV", "NOUN", "DET"):
        return None
    for token in after:
        if token.text in (",", ":", ";", "(") or token.pos in ("VERB", "AUX", "PRON", "SCONJ", "CCONJ"):
            return None
        if token.pos not in ("NOUN", "PROPN") or any(sentence.children(token, "case", "cc")) or timed(token):
            continue
        article = any(c.pos == "DET" and c.index < token.index for c in sentence.children(token, "det"))
        odd = token.dep.partition(":")[0] in _ODD
        if odd and (article or token.name is not None) and any(t is token for t in sentence.subtree(verb)):
            return token
    return None
