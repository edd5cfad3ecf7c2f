"""Puts nouns and names that stand side by side into apposition, where parsers hang one of them elsewhere.

« … Donald Trump, l'adversaire de B » · « a dit Ross Rocketto, cofondateur de B » ·
"The union Unite criticized …". Everything after reads one shape: the second is `appos` of the first.
"""

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.coreference.nouns import DOERS, names_person, noun_classes
from kg.extract.frames.load import load_frames
from kg.extract.mend import is_person, mended, noun_before
from kg.model import EntityType
from kg.model.annotation import Annotation, Sentence, Token

_LOOSE = ("advcl", "dep", "obl", "obj", "parataxis", "conj", "nmod", "xcomp", "acl", "ROOT", "appos", "flat", "amod")
_PERSONAL = ("he", "she", "they", "il", "elle", "ils", "elles")
_SPEAKERS = ("spokesman", "spokeswoman", "spokesperson", "lawyer", "attorney", "solicitor", "aide", "avocat", "avocate")
_ASIDE = 14  # tokens between brackets
_BEFORE_NOUN = ("DET", "ADJ", "NUM", "PROPN", "ADV")


def put_beside(annotation: Annotation) -> Annotation:
    """Return the annotation with such neighbours in apposition."""
    sentences = []
    for sentence in annotation.sentences:
        moved = {
            **_names_after_complements(annotation, sentence),
            **_names_after_adjectives(annotation, sentence),
            **_names_after_kinds(annotation, sentence),
            **_names_after_commas(annotation, sentence),
            **_names_after_descriptions(annotation, sentence),
            **_nouns_after_names(annotation, sentence),
            **_names_after_nouns(annotation, sentence),
            **_second_subjects(annotation, sentence),
            **_nouns_before_pronouns(annotation, sentence),
            **_joined_to_names(annotation, sentence),
            **_named_spokesmen(annotation, sentence),
        }
        sentences.append(mended(sentence, moved))
    return replace(annotation, sentences=tuple(sentences))


def calls_person(noun: str, language: str) -> bool:
    """Tell whether a noun says what a person is: by the word lists, or by a frame that it fills itself."""
    return names_person(noun, language) or _fills_itself(noun, language, EntityType.PERSON)


def _fills_itself(noun: str, language: str, kind: EntityType) -> bool:
    """Tell whether a noun fills a role of its own frame that this type of entity can fill (« filiale », « rival »)."""
    frames = load_frames(language)
    for trigger in frames.nouns.get(noun, ()):
        types = frames.frames[trigger.relation].types
        for role, functions in trigger.roles:
            if functions == ("self",) and kind.value in types.get(role, ()):
                return True
    return False


def _nouns_after_names(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the nouns that say who or what the name before « , » is, and hang from something else."""
    moved: dict[int, Token] = {}
    for name in sentence.tokens[:-2]:
        comma = comma_behind(sentence, name) if name.name is not None else None
        if comma is None:
            continue
        noun = _noun_from(sentence, after_age(sentence, comma + 1))
        if noun is None or not _says_of(annotation, name, noun) or not _loose(sentence, noun, name):
            continue
        if not governs(sentence, noun, name):
            moved[noun.index] = replace(noun, head=name.index, dep="appos")
    return moved


def comma_behind(sentence: Sentence, name: Token) -> int | None:
    """Return where the comma behind a name stands, or behind its brackets: « Jean Dubois (PS), maire de »."""
    after = sentence.tokens[name.index + 1]
    if after.text == "(":
        closed = next((t for t in sentence.tokens[after.index : after.index + _ASIDE] if t.text == ")"), after)
        after = next(iter(sentence.tokens[closed.index + 1 : closed.index + 2]), after)
    return after.index if after.text == "," and after.index + 1 < len(sentence.tokens) else None


def _says_of(annotation: Annotation, name: Token, noun: Token) -> bool:
    """Tell whether a noun can say who or what a name is: « PDG » of a person, « filiale » of a company."""
    assert name.name is not None
    kind, language = annotation.names[name.name].type, annotation.document.language
    if kind is EntityType.PERSON:
        return calls_person(noun.lower, language)
    known = noun_classes(language).get(noun.lower)
    return (known is not None and known.type is kind) or _fills_itself(noun.lower, language, kind)


def after_age(sentence: Sentence, start: int) -> int:
    """Return where the words go on after the age that begins at an index: « , 54 ans, maire », ", 54, mayor".

    So after « deux fois ».
    """
    following = sentence.tokens[start : start + 3]
    if len(following) > 1 and following[1].lower == "fois":
        return start + 2
    if len(following) < 2 or following[0].pos != "NUM":
        return start
    comma = start + 1 + (following[1].lower in ("ans", "years"))
    return comma + 1 if comma < len(sentence.tokens) and sentence.tokens[comma].text == "," else start


def _joined_to_names(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the second persons of "A, a partner at X, and B" as joined to the first, not to what says who he is."""
    moved: dict[int, Token] = {}
    for comma, joint, second in zip(sentence.tokens, sentence.tokens[1:], sentence.tokens[2:], strict=False):
        noun = sentence.head(second)
        if comma.text != "," or joint.pos != "CCONJ" or not is_person(annotation, second) or second.dep != "conj":
            continue
        first = sentence.head(noun) if noun is not None and noun.dep == "appos" and noun.name is None else None
        if first is not None and noun is not None and first.index < noun.index and is_person(annotation, first):
            moved[second.index] = replace(second, head=first.index)
            moved[joint.index] = replace(joint, head=first.index)
    return moved


def _named_spokesmen(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the persons of "a spokesman for the mayor, NAME," beside who speaks, not beside whom he speaks for."""
    moved: dict[int, Token] = {}
    for comma, name in zip(sentence.tokens, sentence.tokens[1:], strict=False):
        noun = sentence.head(name)
        if comma.text != "," or not is_person(annotation, name) or name.dep != "appos" or noun is None:
            continue
        speaker = sentence.head(noun) if noun.dep.startswith("nmod") and noun.name is None else None
        if speaker is None or speaker.lower not in _SPEAKERS or speaker.index > noun.index:
            continue
        if any(child.lower in ("a", "an", "une", "un") for child in sentence.children(speaker, "det")):
            moved[name.index] = replace(name, head=speaker.index)
    return moved


def _noun_from(sentence: Sentence, start: int) -> Token | None:
    """Return the noun that begins at an index, after its article and adjectives."""
    for token in sentence.tokens[start : start + 4]:
        if token.pos == "NOUN" and token.name is None and token.quote is None:
            return token
        if token.pos not in _BEFORE_NOUN or token.name is not None:
            return None
    return None


def _loose(sentence: Sentence, noun: Token, name: Token) -> bool:
    """Tell whether the noun may be an apposition: no subject, no preposition, not joined by « et »."""
    if any(sentence.children(noun, "case", "cc", "cop", "nsubj")):
        return False
    head = sentence.head(noun)
    if noun.dep.startswith("nsubj") and head is not None and any(sentence.children(name, "case")):
        later = (t for t in sentence.children(head, "nsubj") if t.index > noun.index)
        return any(t.index < head.index for t in later)  # « Selon Jean Dubois, le maire, la rue sera fermée »
    if noun.dep.partition(":")[0] not in _LOOSE:
        return False
    return head is None or head.index <= name.index or head.pos in ("VERB", "AUX", "ADJ") or head is name


def governs(sentence: Sentence, noun: Token, name: Token) -> bool:
    """Tell whether a token is the noun or hangs below it."""
    return any(token is name for token in sentence.subtree(noun))


def _names_after_complements(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the persons in « le président du conseil régional Jean Dupont » as appositions of the person noun."""
    moved: dict[int, Token] = {}
    language = annotation.document.language
    for name in sentence.tokens:
        noun = sentence.head(name)
        bare = is_person(annotation, name) and not any(sentence.children(name, "case", "cc"))
        if noun is None or not bare or name.dep.partition(":")[0] not in ("appos", "nmod", "flat", "dep"):
            continue
        described = sentence.head(noun) if noun.pos in ("ADJ", "X") and noun.index == name.index - 1 else None
        if described is not None and described.pos == "NOUN" and calls_person(described.lower, language):
            moved[name.index] = replace(name, head=described.index, dep="appos")  # « l'astronome français Jean Dubois »
            continue
        if noun.index > name.index or calls_person(noun.lower, language) or is_person(annotation, noun):
            continue
        holder = _holder(sentence, noun, name, language)
        joined = holder is not None and holder.dep == "conj" and not any(sentence.children(holder, "det"))
        first = sentence.head(holder) if holder is not None and joined else None
        if first is not None and first.pos == "NOUN" and calls_person(first.lower, language):
            holder = first  # « le parolier et acteur Roger Dumas » is one man
        if holder is not None:
            moved[name.index] = replace(name, head=holder.index, dep="appos")
    return moved


def _names_after_adjectives(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the names of « la firme japonaise Novatel » as appositions of the noun, not of its adjective."""
    moved: dict[int, Token] = {}
    classes = noun_classes(annotation.document.language)
    for before, adjective, name in zip(sentence.tokens, sentence.tokens[1:], sentence.tokens[2:], strict=False):
        # « l'organisation non gouvernementale Novatel »
        noun = sentence.tokens[before.index - 1] if before.lower == "non" and before.index else before
        kind = classes.get(noun.lower)
        parted = noun.dep == "parataxis" and name.head == noun.head and name.dep.startswith("nsubj")
        hung = (name.head == adjective.index or parted) and adjective.head in (noun.index, noun.head)
        hung = hung and (adjective.pos == "ADJ" or adjective.dep == "amod")  # « la chaîne privée Novatel »
        if kind is None or not hung or noun.pos != "NOUN" or name.name is None:
            continue
        if annotation.names[name.name].type is kind.type and not any(sentence.children(name, "case", "cc")):
            moved[name.index] = replace(name, head=noun.index, dep="appos")
            if parted:  # « Le groupe sud-coréen | Novatel a rappelé … »
                moved[noun.index] = replace(noun, dep=name.dep)
            if parted or adjective.head != noun.index:
                moved[adjective.index] = replace(adjective, head=noun.index, dep="amod")
    return moved


def _names_after_kinds(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the names of « la société de conseil Novatel » as appositions of the first noun, not of its kind."""
    moved: dict[int, Token] = {}
    for kind, name in zip(sentence.tokens, sentence.tokens[1:], strict=False):
        noun = sentence.head(kind)
        called = noun_before(sentence, name)  # « l'organisation burundaise Novatel »
        if called is not None and _of_second(annotation, sentence, called, name):
            moved[name.index] = replace(name, head=called.index, dep="appos")
            continue
        bare = kind.pos == "NOUN" and not any(sentence.children(kind, "det", "amod", "nmod"))
        loose = name.dep in ("appos", "flat", "flat:name", "nmod", "dep")
        hung = name.name is not None and name.head == kind.index and loose
        if noun is None or not (bare and hung) or kind.dep != "nmod" or any(sentence.children(name, "case", "cc")):
            continue
        named = any(child.name is not None for child in sentence.children(noun, "appos", "flat"))
        of = sentence.tokens[kind.index - 1].lower in (
            "de",
            "d'",
            "d’",
        )  # « la société du groupe Novatel » is no Novatel
        people = names_person(kind.lower, annotation.document.language)
        if of and noun.index < kind.index and noun.pos == "NOUN" and not named and not people:
            moved[name.index] = replace(name, head=noun.index, dep="appos")
    return moved


def _of_second(annotation: Annotation, sentence: Sentence, kind: Token, name: Token) -> bool:
    """Tell « le créateur de la marque Novatel », where the body's name hangs from whoever has to do with it."""
    holder = sentence.head(kind)
    hung = name.head == kind.head != kind.index and name.dep in ("appos", "flat", "nmod") and kind.dep == "nmod"
    if not hung or holder is None or name.name is None or kind.pos != "NOUN" or kind.name is not None:
        return False
    body = annotation.names[name.name].type is EntityType.ORGANIZATION and not any(sentence.children(name, "case"))
    known = noun_classes(annotation.document.language).get(kind.lower)
    organized = known is not None or _fills_itself(kind.lower, annotation.document.language, EntityType.ORGANIZATION)
    return body and organized and calls_person(holder.lower, annotation.document.language)


def _names_after_descriptions(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the bare persons after « l'acteur italien » as appositions of the noun."""
    moved: dict[int, Token] = {}
    for name in sentence.tokens:
        if is_person(annotation, name) and not any(sentence.children(name, "case", "cc")):
            noun = _described(sentence, name, annotation.document.language)
            if noun is not None:
                moved[name.index] = replace(name, head=noun.index, dep="appos")
    return moved


def _described(sentence: Sentence, name: Token, language: str) -> Token | None:
    """Return the noun of « [la mort de] l'acteur italien Jean Dubois », where the name hangs from further up."""
    if name.index < 2 or name.dep.partition(":")[0] not in ("appos", "nmod", "obl", "dep", "flat", "parataxis"):
        return None
    adjective = sentence.tokens[name.index - 1]
    noun = sentence.head(adjective) if adjective.pos == "ADJ" else None
    near = noun is not None and noun.pos == "NOUN" and name.index - 3 <= noun.index < adjective.index
    if noun is None or not near or not calls_person(noun.lower, language) or name.head == noun.index:
        return None
    return noun if not any(child.name is not None for child in sentence.children(noun, "appos")) else None


def _names_after_commas(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the persons of « l'entraîneur français, Jean Dubois, » as appositions of the noun before the comma."""
    moved: dict[int, Token] = {}
    for comma, name in zip(sentence.tokens, sentence.tokens[1:], strict=False):
        if comma.text != "," or not is_person(annotation, name) or any(sentence.children(name, "case", "cc")):
            continue
        end = name.index + 1 >= len(sentence.tokens) or sentence.tokens[name.index + 1].text in (",", ".", ":", ")")
        noun = _phrase_before(sentence, comma.index, annotation.document.language)
        odd = name.dep.partition(":")[0] in ("dep", "parataxis", "obl", "nmod", "obj", "xcomp")
        if end and odd and noun is not None and name.head != noun.index:
            moved[name.index] = replace(name, head=noun.index, dep="appos")
    return moved


def _phrase_before(sentence: Sentence, comma: int, language: str) -> Token | None:
    """Return the person noun with an article, at most one adjective before the comma, that nobody is named beside."""
    last = sentence.tokens[comma - 1] if comma else None
    noun = sentence.head(last) if last is not None and last.pos == "ADJ" else last
    if noun is None or noun.pos != "NOUN" or noun.name is not None or noun.index < comma - 2:
        return None
    definite = {"le", "la", "l'", "les", "the", "son", "sa", "his", "her"} & {
        c.lower for c in sentence.children(noun, "det")
    }
    named = any(child.name is not None for child in sentence.children(noun, "appos", "flat"))
    does = calls_person(noun.lower, language) or (language == "fr" and noun.lower.endswith(DOERS))
    return noun if definite and not named and does else None


def _holder(sentence: Sentence, noun: Token, name: Token, language: str) -> Token | None:
    """Return the person noun before a complement that ends right before the name, with no comma between."""
    if not any(sentence.children(noun, "case")):
        return None
    first = sentence.head(noun) if noun.dep == "conj" else None
    if (
        first is not None
        and first.pos == "NOUN"
        and calls_person(first.lower, language)
        and noun.index == name.index - 1
    ):
        return first  # « l'acteur de théâtre, de cinéma et de télévision Jean Dubois »
    between = [t for t in sentence.tokens[noun.index + 1 : name.index] if t.text not in (",", ")")]
    if any(t.pos in ("PUNCT", "VERB", "AUX") for t in between):
        return None
    for token in _unbracketed(sentence.tokens[max(0, noun.index - 8) : noun.index]):
        if token.pos in ("VERB", "AUX", "PUNCT", "CCONJ") or token.name is not None:
            return None
        if token.pos == "NOUN" and calls_person(token.lower, language):
            beside = (child for child in sentence.children(token, "appos") if child.name is not None)
            return None if any(sentence.tokens[child.index - 1].text != "(" for child in beside) else token
    return None


def _unbracketed(tokens: tuple[Token, ...]) -> Iterator[Token]:
    """Yield tokens from the last to the first, without what stands in brackets: « la sénatrice (PS) de Paris »."""
    inside = False
    for token in reversed(tokens):
        inside = token.text == ")" or (inside and token.text != "(")
        if not inside and token.text not in ("(", ")"):
            yield token


def _names_after_nouns(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the names that stand right after a noun of their kind as a second subject or object of its verb."""
    moved: dict[int, Token] = {}
    classes = noun_classes(annotation.document.language)
    for noun, name in zip(sentence.tokens, sentence.tokens[1:], strict=False):
        kind = classes.get(noun.lower)
        if noun.pos != "NOUN" or noun.name is not None or name.name is None or name.head == noun.index:
            continue
        if kind is None:  # "Battery maker Novatel has grown"
            second = name.head == noun.head and name.dep == noun.dep and noun.dep.startswith("nsubj")
            if second and annotation.document.language == "en":
                moved[name.index] = replace(name, head=noun.index, dep="appos")
            continue
        same = name.head == noun.head and name.dep.partition(":")[0] == noun.dep.partition(":")[0]
        same = same or (kind.type is EntityType.ONLINE_ACCOUNT and not any(sentence.children(name, "case")))
        if same and annotation.names[name.name].type is kind.type:
            moved[name.index] = replace(name, head=noun.index, dep="appos")
    return moved


def _second_subjects(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the persons of « le porte-parole de Novatel, Jean Dubois[,] a dit », two subjects to the parser."""
    moved: dict[int, Token] = {}
    for comma, name in zip(sentence.tokens, sentence.tokens[1:], strict=False):
        subject = name.dep.startswith("nsubj") and is_person(annotation, name) and comma.text == ","
        verb = sentence.head(name)
        if not subject or verb is None or verb.index < name.index:
            continue
        nouns = [t for t in sentence.children(verb, "nsubj") if t.index < comma.index and t.dep == name.dep]
        if len(nouns) == 1 and nouns[0].pos == "NOUN" and calls_person(nouns[0].lower, annotation.document.language):
            moved[name.index] = replace(name, head=nouns[0].index, dep="appos")
    return moved


def _nouns_before_pronouns(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return what a sentence says somebody is before its subject: "The son of a miner, he studied …"."""
    moved: dict[int, Token] = {}
    for comma, pronoun in zip(sentence.tokens, sentence.tokens[1:], strict=False):
        verb = sentence.head(pronoun)
        if comma.text != "," or pronoun.lower not in _PERSONAL or not pronoun.dep.startswith("nsubj") or verb is None:
            continue
        nouns = [t for t in sentence.children(verb, "nsubj") if t.index < comma.index and t.pos == "NOUN"]
        if len(nouns) == 1 and calls_person(nouns[0].lower, annotation.document.language):
            start = min(t.index for t in sentence.subtree(nouns[0]))
            named = start > 1 and is_person(annotation, sentence.tokens[start - 2])
            if not named:  # « Selon Anne Dubois, une professeure de Nice, elle … »
                moved[nouns[0].index] = replace(nouns[0], head=pronoun.index, dep="appos")
    return moved
