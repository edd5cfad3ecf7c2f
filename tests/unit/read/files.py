"""Small real files for the reader: a PDF writer, a page, two articles made up for these tests."""

FRENCH = (
    "Lyon : le pont Morand fermé pour travaux\n\n"
    "2 mai 2023 . – La mairie de Lyon a fermé mardi le pont Morand pour trois mois.\n\n"
    "« Les câbles doivent être remplacés », a déclaré l'adjointe au maire, Claire Montel.\n"
)
ENGLISH = (
    "Harbour bridge closed for repairs\n\nTuesday, May 2, 2023\n\n"
    "The city council closed the old harbour bridge on Tuesday for three months.\n"
)


def page(head: str = "", title: str = "Le pont est fermé") -> str:
    """Return a web page with a menu, an article and a footer."""
    return (
        f"<!DOCTYPE html><html lang='fr'><head><title>{title} - Journal</title>"
        f"<meta property='og:title' content='{title}'>{head}</head><body>"
        "<nav><a href='/'>Accueil</a> <a href='/sport'>Sport</a></nav>"
        f"<article><h1>{title}</h1>"
        "<p>La mairie de Lyon a fermé mardi le pont pour trois mois, a dit son adjointe, Claire Montel.</p>"
        "<p>Les câbles seront remplacés par une entreprise de la région, selon le communiqué de la ville.</p>"
        "</article><footer>© 2019 Journal. Tous droits réservés.</footer></body></html>"
    )


def pdf(lines: list[str], *, title: str | None = None, author: str | None = None) -> bytes:
    """Return a one-page PDF with the lines in Helvetica; characters are those of Windows-1252."""
    shown = b"".join(b"(" + _escape(line) + b") Tj T*\n" for line in lines)
    stream = b"BT /F1 11 Tf 13 TL 50 800 Td\n" + shown + b"ET"
    given = ((b"Title", title), (b"Author", author))
    told = b"".join(b"/" + name + b" (" + _escape(value) + b") " for name, value in given if value)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources 7 0 R >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< " + told + b"/CreationDate (D:20010101000000Z) >>",
        b"<< /Font << /F1 5 0 R >> >>",
    ]
    return _file(objects)


def _escape(text: str) -> bytes:
    return text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _file(objects: list[bytes]) -> bytes:
    content, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(content)
    content += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    content += b"".join(b"%010d 00000 n \n" % place for place in places)
    return content + b"trailer\n<< /Size %d /Root 1 0 R /Info 6 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        start,
    )
