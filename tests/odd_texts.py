"""Texts that are no article, each to be repeated to any length."""

import base64
import random

LONG = {
    "prose": "Paul Martin a été arrêté mardi à Nice. Il a dit : « Je suis innocent. » Renault a racheté Orbis.\n\n",
    "one line of names": "Paul Martin a rencontré Anne Dubois, ",
    "quotations that nothing closes": "« Il a dit que Paul Martin ",
    "a table": "Paul Martin\t12 %\tPS\n",
    "dates": "du 3 au 5 mars 2016, ",
    "headings in capitals": "UN MAIRE ARRÊTÉ À LA GARE DE NOVATEL, LES USINES DU GROUPE ZORBAX FERMÉES, ",
    "an office again and again": "Paul Martin a été élu mardi. Le président a quitté la salle.\n\n",
    "a row of titles": "« Le chat noir », ",
    "pictures as base64": base64.b64encode(random.Random(7).randbytes(6000)).decode(),
    "English headlines": "Senate Backs Jane Miller, Breaking With Unions Over Pay\nthe pay of unions\n",
}
