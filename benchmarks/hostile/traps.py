"""Traps: entities that expand or fetch, archives that unpack without end or elsewhere, YAML that refers to itself."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from functools import cache
from random import Random

from benchmarks.hostile.seeds import TEXTS
from benchmarks.hostile.values import Hostile
from tests.text.test_wire import paragraph, word

_LAUGHS = '<!ENTITY l0 "ha">' + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
_ENTITIES = (
    _LAUGHS,
    '<!ENTITY q "' + "a" * 100_000 + '">',
    '<!ENTITY l11 SYSTEM "file:///etc/passwd">',
    '<!ENTITY l11 SYSTEM "http://127.0.0.1:9/a">',
    '<!ENTITY % p SYSTEM "http://127.0.0.1:9/a.dtd">%p;',
    "<!ENTITY % p \"<!ENTITY l11 SYSTEM 'file:///dev/zero'>\">%p;",
    "<!ENTITY l11 '&l11;'>",
    '<!ATTLIST nitf a CDATA "&l11;">',
    "<!NOTATION n SYSTEM 'a'><!ENTITY l11 SYSTEM 'a' NDATA n>",
)
_YAML = (
    "a: &a [x, x, x, x, x, x, x, x, x]\n"
    + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join([f'*{chr(97 + n)}'] * 9)}]\n" for n in range(12)),
    "title: &t {a: *t}\n",
    "title: " + "[" * 5_000 + "\n",
    "title: " + "{a: " * 5_000 + "\n",
    "title: !!python/object/apply:os.system [id]\n",
    "title: !!binary aGk=\n",
    "title: 2026-13-45\n",
    "title: 1e999999\n",
    "title: " + "9" * 10_000 + "\n",
    "title: 0x" + "f" * 10_000 + "\n",
    "title: " + "1:" * 5_000 + "1\n",
    "? [a, b]\n: c\ntitle: x\n",
    "<<: &m {<<: *m}\ntitle: x\n",
    "title: >-\n" + "  a\n" * 50_000,
    'title: "' + "\\" * 9_999 + '"\n',
    "title: a\n" * 5_000,
    "attrib: {ignore: [" + "ANO202, " * 20_000 + "]}\n",
    "attrib: {ignore: " + "[" * 500 + "}\n",
    "title: \x1b[31mred\x07\n",
    "title: *nobody\n",
    "%TAG ! tag:a,2000:\n---\ntitle: x\n",
    "title: |\n\t\tx\n",
)


def laughs(chance: Random, number: int) -> Hostile:
    """Return XML, or a Word document, with entities that expand or lead elsewhere."""
    declared = _ENTITIES[number % len(_ENTITIES)]
    root = ("nitf", "newsItem", "w:document")[(number // len(_ENTITIES)) % 3]
    doctype = f"<!DOCTYPE {root} [{declared}]>"
    if root == "w:document":
        return Hostile("entities: Word", "a.docx", word(doctype=doctype, body=paragraph("&l11;")))
    text = f"{doctype}<{root} a='&l11;'><body><body.content><p>&l11;&q;</p></body.content></body></{root}>"
    return Hostile(f"entities: {root}", "a.xml", text.encode(chance.choice(("utf-8", "utf-16"))))


def front_matter(chance: Random, number: int) -> Hostile:
    """Return a draft with hostile front matter."""
    kind = TEXTS[number % len(TEXTS)]
    front = _YAML[(number // len(TEXTS)) % len(_YAML)]
    end = chance.choice(("---\n", "---\n", "...\n", ""))
    return Hostile("front matter: YAML", f"a{kind}", f"---\n{front}{end}\nHe said so.\n".encode())


def _zipped(files: Sequence[tuple[str, bytes]], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return an archive of ``files``."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", method) as archive:
        for name, raw in files:
            archive.writestr(name, raw)
    return held.getvalue()


_TEXT = b"<w:document><w:body>" + paragraph("He said so.").encode() + b"</w:body></w:document>"


def _bomb(chance: Random) -> bytes:
    """Return an archive whose text unpacks to more than what is read of a part."""
    return _unpacking(chance.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2)), chance.choice((b"a ", b"<w:p/>")))


@cache
def _unpacking(method: int, words: bytes) -> bytes:
    """Return an archive whose text unpacks to ``words`` over and over: a hundred megabytes or more."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", method) as archive, archive.open("word/document.xml", "w") as file:
        file.write(b"<w:document><w:body><w:p><w:r><w:t>")
        for _ in range(100):
            file.write(words * 500_000)
    return held.getvalue()


def _lying(chance: Random) -> bytes:
    """Return a document whose directory lies about sizes, checks or method."""
    raw = bytearray(word())
    at = raw.rfind(b"PK\x01\x02")
    raw[at + chance.choice((8, 10, 16, 20, 24, 42))] ^= 1 << chance.randrange(8)
    return bytes(raw)


_ARCHIVES: tuple[Callable[[Random], bytes], ...] = (
    _bomb,
    _lying,
    _lying,
    lambda chance: _zipped([("../../../../tmp/owned", b"x"), ("/etc/owned", b"x"), ("word/document.xml", _TEXT)]),
    lambda chance: _zipped([(f"a{number}", b"") for number in range(25_000)]),
    lambda chance: _zipped(
        [
            (
                "_rels/.rels",
                b'<Relationships><Relationship Type="a/officeDocument" Target="../../etc/passwd"/></Relationships>',
            )
        ]
    ),
    lambda chance: _zipped([("_rels/.rels", b"<a>" * 50_000), ("word/styles.xml", b"<w:style>" * 50_000)]),
    lambda chance: _zipped([("word/document.xml", _TEXT), ("word/styles.xml", b"<w:style w:styleId='a'/>" * 9 + b"<")]),
    lambda chance: _zipped([("word/document.xml", _zipped([("word/document.xml", _TEXT)]))]),
    lambda chance: _zipped(
        [("word/document.xml", b"\xff\xfe" + _TEXT.decode().encode("utf-16-le"))], zipfile.ZIP_STORED
    ),
    lambda chance: _zipped([("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", b"<a/>")]),
)


def archive(chance: Random, number: int) -> Hostile:
    """Return a hostile Word document."""
    return Hostile("archives: zip", "a.docx", _ARCHIVES[number % len(_ARCHIVES)](chance))
