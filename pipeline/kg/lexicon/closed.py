"""Lists closed classes of words that many stages ask for: pronouns, possessives, articles, ends of nouns."""

from typing import Final

SINGULAR_SUBJECTS: Final = frozenset("he she il elle".split())
PERSONAL_SUBJECTS: Final = SINGULAR_SUBJECTS | frozenset("they ils elles".split())
FRENCH_POSSESSIVES: Final = frozenset("son sa ses leur leurs".split())
# Of one owner
FRENCH_OWN: Final = frozenset("son sa ses".split())
POSSESSIVES: Final = FRENCH_POSSESSIVES | frozenset("his her its their".split())
# French subjects that stand for one, with the gender that they tell
HE_OR_SHE: Final = {"il": "m", "elle": "f"}
# « la rumeur selon laquelle », « dans lequel »
COMPOUND_RELATIVES: Final = frozenset("lequel laquelle lesquels lesquelles".split())
INDEFINITE_ARTICLES: Final = frozenset("un une a an".split())
DEMONSTRATIVES: Final = frozenset("ce cet cette this that".split())
REGION_KINDS: Final = frozenset(
    "province state region district county prefecture governorate oblast municipality canton department".split()
)
"""English nouns for regions that stand behind the name: "Helmand province"."""
EVENTIVE_ENDS: Final = ("tion", "sion", "ment", "age")
"""Ends of nouns for what is done."""
# What French attacks are made with: « une attaque au couteau »
ARMS: Final = frozenset("couteau hache machette marteau arme sabre cutter tournevis poignard pistolet fusil".split())
# What stands before how old somebody is: « âgée de 40 ans »
AGED: Final = frozenset("âgé âgée âgés âgées".split())
# « ministre délégué à l'Intérieur », « ministre chargée de la Santé »
CHARGED: Final = frozenset("délégué déléguée délégués déléguées chargé chargée chargés chargées".split())
# How the verbs begin by which somebody comes to be something
BECOMING: Final = ("devien", "devin", "devenu", "devenai", "deveni", "becom", "becam")
# Letters behind a person's name: "Jane Miller OBE", "Jane Miller, MEP"
AFTER_NAMES: Final = frozenset(
    """kc qc sc mp msp mep td mla mbe obe cbe kbe dbe gbe phd md esq am ao ac om cmg kcmg gcmg cb kcb cvo dso qpm frs
    jp""".split()
)
