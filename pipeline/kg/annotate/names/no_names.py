"""Shapes of capitals that are no names, or that only stand before one: headlines, headings, sums, offices."""

import re
from typing import Final

# Diseases and their germs: nobody, and no place, is meant by « le Covid », "Ebola", « la grippe H5N1 ».
_GERMS: Final = (
    r"(?:[Cc][Oo][Vv][Ii][Dd]|SARS|Sars|SRAS|Sras|MERS|Mers)(?:[- ]?CoV)?(?:-\d+)?|Ebola|Zika|H\d{1,2}N\d{1,2}|VIH|HIV"
    r"|[Cc]hikungunya|Chik"
)
# what portals set before a headline
_LABELS: Final = (
    r"VID[ÉE]OS?|PHOTOS?|EXCLU(?:SI(?:F|VITÉ))?S?|DIRECT|ALERTES?|SONDAGE|INFOGRAPHIE|DIAPORAMA|REPORTAGE|TÉMOIGNAGES?"
    r"|PORTRAIT|INTERVIEW|ENQUÊTE|ENTRETIEN|REPLAY|AVANT/APRÈS|TWEETS?|BUZZ|INSOLITE|POLITIQUE|SOCI[ÉE]T[ÉE]|SANT[ÉE]"
    r"|IMAGES?|FAITS? DIVERS|[ÉE]CONOMIE|CULTURE|M[ÉE]T[ÉE]O|SPORTS?|ANALYSE|D[ÉE]CRYPTAGE|CHRONIQUE|[ÉE]DITO|CARTE"
)
NO_NAME: Final = re.compile(
    rf"{_GERMS}|{_LABELS}|"
    r"(?:FTSE|CAC|S&P|SBF|Nikkei|Stoxx|ASX|TSX)(?: ?\d{2,4})?|DAX|MDAX|Hang Seng|Dow Jones Industrial Average|"
    r"(?:Groupe?|Room|Figure|Phase|Page) [A-Z\d]|(?:UTC|GMT)\b.*|U\d\d|[IVX]+ ?e République(?: [a-zé]+)?|XV|LH?\d{3,4}"
    r"|Crédits?(?: photos?)?|Ex-[a-zà-ÿ]+"
    r"|(?:Two )?Holy Mosques|Olympic|Paralympic|Islamist|Party"
    r"|(?:[A-Z]\w+ )*(?:Secretary|Minister|Advis[eo]r|Aide) (?:for|of|to) (?:the )?[A-Z].*"
    r"|(?:Ranked|Seeded|Rated) .*|(?:Rs|[KTU]?[Ss]h|Rp|RM|Tk|Php|(?:F ?)?C(?:FA|fa))\.?(?: ?\d[\d ,.]*)?|A\.S\.?"
    r"|P\.?B\.?U\.?H\.?|Gardes? [Dd]es [Ss]ceaux"
    r"|Members? of (?:the )?(?:European |Scottish )?(?:Parliament|Congress|Legislative Assembly|Senedd)(?: \(.*)?"
    r"|(?:UN |U\.N\. )?High Commissioner (?:for|of) .*|Human Rights"
    r"|(?:[A-Z][\w.&-]* )+Professors?"  # "the Roy L. Furman Professor of Law"
    r"|(?:Principale?|Premi(?:er|ère)|Seule?|Unique|Nouvelle|Ancienne|Grande|Petite|Jeune)s? (?:ONG|PME|ETI|TPE|ASBL)"
    r"|Executive (?:Directors|Trustees)|N[.°º] ?\d+(?: [a-zà-ÿ]+)*"  # « la N.1 mondiale Anne Dubois »
    r"|[VW](?:6|8|10|12|16)|Nm|CO2"  # engines, what they do and blow out
    r"|(?:Champion(?:ne)?|Direct(?:eur|rice)|Vainqueur)s? (?:du|des?|d['’]).*"
    r"|VI{1,3}|I{2,3}|I[VX]|XI{1,3}|XI[VX]|XVI{1,3}"  # « l'acte VIII »
    r"|\d{1,2}[ \u00a0]?[hH]\d{0,2}|(?:Allah|Allahou|Allahu) [AaÂâ]k[hb]a[rh]r?|DA|DZD"  # « à 18H00 », a cry, dinars
    r"|(?:Celui|Celle|Ceux|Celles)-(?:là|ci)|Las|Hâte|Bientôt|Supercar|Volte"
    r"|Pareil|Pouvoir|Impôts?|Smic|Ehpad|Sida|Mémère"
    # adverbs that open one: « Traditionnellement, … »
    r"|[A-ZÀ-Þ][a-zà-ÿ]+(?:ell|iqu|iv|al|air|eus|abl|ibl|ièr|ér|it|ut|ust|oug|asi|am|em|èt|ifest)ement"
    r"|[A-ZÀ-Þ][a-zà-ÿ]+(?:amm|emm)ent"
    # participles that open a French sentence: « Battus par Metz, les Lyonnais … »
    r"|(?:(?:Re)?[Mm]arié|Divorcé|Interpellé|Arrêté|Condamné|Accusé|Soupçonné|Interrogé|Invité|Questionné|Contacté"
    r"|Nommé|Limogé|Racheté|Recruté|Transféré|Exclu|Battu|Vaincu|Dominé|Éliminé|Elu|Élu|Réélu|Sacré|Blessé|Tué"
    r"|Porté|Poussé|Présenté|Lancé|Créé|Fondé|Basé|Installé|Situé|Placé|Relâché|Libéré|Écroué|Jugé|Visé|Cité|Filmé"
    r"|Interviewé|(?:Re)?[Bb]aptisé|Surnommé|Équipé|Doté|Développé|Conçu|Dévoilé|Proposé|Motorisé|Propulsé|Animé|Attendu"
    r"|Annoncé|Inauguré|Imaginé|Inspiré|Construit|Sollicité|Alerté|Prévenu|Emmené|Hospitalisé|Opéré|Retrouvé|Disparu"
    r"|Laminé|Présent|Bloqué|Coincé|Sanctionné|Détenu|Attaqué|Agressé|Frappé|Menacé|Critiqué|Contesté|Épinglé|Réputé"
    r"|Âgé|Agé|Originaire|Mené|Malmené|Bousculé|Surclassé|Devancé|Distancé"
    r"|Privé|Absent|Écarté|Suspendu|Rassurant|Convaincant|Décevant|Inquiétant|Surprenant)(?:e|s|es)?"
)
# Verbs of the headlines of releases, where every word has a capital: "Halden Robotics Announces Acquisition of …"
HEADLINE: Final = re.compile(
    r"(?<=\S) (?:Raises|Announces|Appoints|Names|Launches|Acquires|Secures|Closes|Unveils|Introduces|Expands|Completes"
    r"|Reports|Partners(?= [Ww]ith)|Receives|Hires|Elects|Selects|Joins|Wins|Signs|Opens|Invests|Sells"
    r"|Buys|Sues|Files|Cuts|Seeks"
    r"|Beats|Defeats|Meets|Visits|Rejects|Slams|Urges|Denies|Accuses|Approves|Retires|Returns|Quits|Leaves|Loses|Withdraws"
    r"|Tells|Kills|Arrests|Agrees|Plans|Welcomes|Promotes|Backs|Becomes|Wants|Gets|Says|Takes|Makes|Faces|Calls|Warns|Dies"
    r"|Resigns)(?= |$)"
    r"|(?<=University) (?:[A-Z]\w+ )?(?:Professor|Lecturer|Dean)$"  # "Columbia University Law Professor"
    r"| Flight (?=[A-Z]{0,3}\d)"  # "Airlines PNG Flight CG4684"
    # « le capital de Novatel de 46,67 % à 68 % », « Novatel 2,4 % et »
    r"| (?:(?:de|d['’]|à|of) ?)?\d[\d .,]*[ \u00a0]?%"
    r"| d['’](?:avoir|être)(?= |$)"  # « reproche à McDonald's d'avoir … »
)
HEADING: Final = re.compile(
    r"(?:Rector|Dean|Provost|Principal|Registrar|(?:Pro-)?Vice[ -]Chancellor) of (?:the )?(?=[A-Z])"
    r"|(?:SG|P-?DG|DG)[ \u00a0](?:de[ \u00a0](?:la[ \u00a0]|l['’])?|du[ \u00a0]|d['’])(?=[A-Z])"  # « le SG de l'ONU »
)
# "the Board of Directors of the Tate Gallery": the gallery is whom it directs, a board of nobody's is a body
BOARD: Final = re.compile(r"(?:[Tt]he )?Board of (?:[A-Z][\w-]+ )?(?:Directors|Trustees) of (?:the )?(?=[A-Z])")
