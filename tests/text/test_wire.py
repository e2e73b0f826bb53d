# ruff: noqa: E501 (files stand here as agencies write them)
"""News in the formats of the wire: ninjs, NITF, NewsML-G2 and Word documents, each word where it stands."""

from __future__ import annotations

import io
import json
import time
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attrib_lsp.text.decoding import UndecodableError
from attrib_lsp.text.front_matter import UnreadableError
from attrib_lsp.text.prose import Prose
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.story import Story
from attrib_lsp.text.wire import docx
from attrib_lsp.text.wire.item import NotNewsError, read_item
from attrib_lsp.text.wire.json_values import String, values
from attrib_lsp.text.wire.reader import read_items
from tests.text.drafts import body, byline, deck, every_prose, headline, kinds
from tests.text.test_properties import check

NINJS = r"""{
  "uri": "https://agency.example/items/20260301-0117",
  "standard": {"name": "ninjs", "version": "1.4"},
  "type": "text",
  "language": "en-GB",
  "body_text": "MARLOW (Lea News) \u2014 The caf\u00e9 by the bridge will close, its owner said. \ud83c\udf0a\n\nOfficials told \"Lea News\" that the county\/town had no money.",
  "byline": "Ruth Adler and Tom Lee",
  "urgency": 5,
  "headline": "Caf\u00e9 by the bridge to close"
}
"""

NINJS_3 = r"""[{
  "uri": "urn:lea:2", "type": "text", "language": "en",
  "headlines": [{"role": "short", "value": "Bridge shut"}, {"role": "main", "value": "Bridge over the Lea shut for repairs"}],
  "by": "By Ruth Adler",
  "bodies": [
    {"role": "main", "contentType": "text/plain", "value": "The bridge is shut. Officials said so."},
    {"role": "richtext", "contentType": "application/xhtml+xml",
     "value": "<p class=\"lead\">The <em>bridge</em> over the Lea &amp; its arches\u2019 piers are shut.<\/p>\n<h2>Costs<\/h2><ul><li>Officials said so.<\/li><\/ul>"}
  ]
}, {"uri": "urn:lea:3", "type": "picture", "headlines": []}]
"""

NITF = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "http://www.nitf.org/IPTC/NITF/3.4/specification/dtd/nitf-3-4.dtd">
<nitf xml:lang="en" change.date="October 18, 2006" change.time="19:30" version="-//IPTC//DTD NITF 3.4//EN">
  <head>
    <title>Bridge</title>
    <docdata><doc-id id-string="lea.20260301.bridge"/><urgency ed-urg="5"/></docdata>
  </head>
  <body>
    <body.head>
      <hedline><hl1 id="h">Bridge &amp; ferry shut</hl1><hl2>The county has no date for either to open again</hl2></hedline>
      <note><body.content><p>Editors: not for print.</p></body.content></note>
      <byline>By <person>Ruth Adler</person><byttl>Lea News</byttl></byline>
      <byline>By <person>Tom Lee</person></byline>
      <dateline><location>MARLOW</location></dateline>
    </body.head>
    <body.content>
      <media media-type="image"><media-reference mime-type="image/jpeg" source="b.jpg"/>
        <media-caption>The bridge on Monday.</media-caption></media>
      <block>
        <p lede="true">The caf&eacute;\u2019s owner, <person>Ann &#8220;Nan&#x201D; Dodd</person>, said
          the <em>bridge</em> was shut.</p>
        <hl2>What happens next</hl2>
        <bq><block><p>\u201cWe <![CDATA[would & should]]> rather wait,\u201d she said.</p></block></bq>
        <p>It costs <money>\u00a33m</money>.<br/>Officials said so. \U0001f30a</p>
        <table><tr><td>1</td><td>2</td></tr></table>
        <ul><li>The ferry is shut, too.</li></ul>
      </block>
    </body.content>
    <body.end><tagline>Editing by Sue Hart</tagline></body.end>
  </body>
</nitf>
"""

ITEM = """\
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:lea.example:{number}" version="2"
    standard="NewsML-G2" standardversion="2.34" conformance="power" xml:lang="en">
  <catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_40.xml"/>
  <itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:LEA"/></itemMeta>
  <contentMeta>
    <by>By Ruth Adler</by><by>By Tom Lee</by>
    <language tag="en-GB"/>
    <headline role="hltype:short">Bridge</headline>
    <headline xml:lang="en">Bridge over the <em>Lea</em> shut</headline>
  </contentMeta>
  <contentSet>{content}</contentSet>
</newsItem>"""

XHTML = """<inlineXML contenttype="application/xhtml+xml"><x:html xmlns:x="http://www.w3.org/1999/xhtml">
<x:head><x:title>Bridge</x:title></x:head><x:body><x:p>The bridge &lt;Lea&gt; is shut, the county said.</x:p>
<x:p>Officials told the caf\u00e9 so.</x:p></x:body></x:html></inlineXML>"""
IN_NITF = """<inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body>
<body.head><hedline><hl1>Ferry shut as well</hl1></hedline></body.head><body.content><p>The ferry is shut, officials said.</p>
</body.content></body></nitf></inlineXML>"""
DATA = """<inlineData contenttype="text/plain">The road is shut &amp; wet, officials said.

Nobody knows why.</inlineData>"""
ESCAPED = """<inlineData contenttype="text/html">&lt;p&gt;Roads &amp;amp; rails are shut.&lt;/p&gt;</inlineData>"""
PICTURE = """<remoteContent href="b.jpg" contenttype="image/jpeg"/>"""


def message(*contents: str) -> str:
    """Return a NewsML-G2 message of an item for each of ``contents``."""
    items = "\n".join(ITEM.format(number=number, content=content) for number, content in enumerate(contents, 1))
    return (
        '<?xml version="1.0"?>\n<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header/><itemSet>\n'
        f'<packageItem guid="urn:p"><groupSet root="G1"/></packageItem>\n{items}\n</itemSet></newsMessage>\n'
    )


MESSAGE = message(XHTML, IN_NITF, DATA, ESCAPED, PICTURE)


def stories(name: str, text: str | bytes) -> list[Story]:
    """Return the stories in a file, whose places are checked."""
    found = [read_item(one) for one in read_items(name, text if isinstance(text, bytes) else text.encode())]
    for one in found:
        check(one)
    return found


def test_ninjs() -> None:
    (story,) = stories("a.json", NINJS)
    assert headline(story) == "Café by the bridge to close"
    assert byline(story) == "Ruth Adler and Tom Lee"
    assert body(story) == [
        "MARLOW (Lea News) — The café by the bridge will close, its owner said. 🌊",
        'Officials told "Lea News" that the county/town had no money.',
    ]
    assert story.dateline is not None


def test_ninjs_of_later_versions_and_lists_of_it() -> None:
    (story,) = stories("a.json", NINJS_3)
    assert headline(story) == "Bridge over the Lea shut for repairs"
    assert byline(story) == "By Ruth Adler"
    assert kinds(story) == [
        ("paragraph", "The bridge over the Lea & its arches’ piers are shut."),
        ("crosshead", "Costs"),
        ("list item", "Officials said so."),
    ]


def test_nitf() -> None:
    (story,) = stories("a.xml", NITF)
    assert headline(story) == "Bridge & ferry shut"
    assert deck(story) == "The county has no date for either to open again"
    assert byline(story) == "By Ruth Adler Lea News"
    table = next(words for kind, words in kinds(story) if kind == "table")
    assert table == "<table><tr><td>1</td><td>2</td></tr></table>"
    assert [one for one in kinds(story) if one[0] != "table"] == [
        ("byline", "By Tom Lee"),
        ("caption", "The bridge on Monday."),
        ("paragraph", "The café’s owner, Ann “Nan” Dodd, said the bridge was shut."),
        ("crosshead", "What happens next"),
        ("block quote", "“We would & should rather wait,” she said."),
        ("paragraph", "It costs £3m. Officials said so. 🌊"),
        ("list item", "The ferry is shut, too."),
        ("byline", "Editing by Sue Hart"),
    ]


def test_newsml_of_several_items() -> None:
    found = stories("a.xml", MESSAGE)
    assert [one.id for one in read_items("a.xml", MESSAGE.encode())] == [
        f"urn:newsml:lea.example:{number}" for number in (1, 2, 3, 4)
    ]
    assert [headline(one) for one in found] == [
        "Bridge over the Lea shut",
        "Ferry shut as well",
        "Bridge over the Lea shut",
        "Bridge over the Lea shut",
    ]
    assert {byline(one) for one in found} == {"By Ruth Adler"}
    assert [body(one) for one in found] == [
        ["The bridge <Lea> is shut, the county said.", "Officials told the café so."],
        ["The ferry is shut, officials said."],
        ["The road is shut & wet, officials said.", "Nobody knows why."],
        ["Roads & rails are shut."],
    ]
    assert not stories("a.xml", message(PICTURE))


def paragraph(words: str, style: str = "", run: str = "") -> str:
    """Return a paragraph of a Word document."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{properties}<w:r>{run}<w:t xml:space="preserve">{words}</w:t></w:r></w:p>'


BODY = "".join(
    [
        paragraph("Bridge &amp; ferry shut", "Titre"),
        paragraph("By Ruth Adler"),
        "<w:p/>",
        '<w:p><w:r><w:t>The caf\u00e9 </w:t></w:r><w:del w:id="1"><w:r><w:delText>never </w:delText></w:r></w:del>'
        '<w:ins w:id="2"><w:r><w:t>reportedly</w:t><w:br/><w:t>closed</w:t></w:r></w:ins>'
        '<w:r><w:rPr><w:vanish/></w:rPr><w:t> hidden</w:t></w:r><w:r><w:footnoteReference w:id="3"/></w:r>'
        "<w:r><w:t> on Tuesday.</w:t></w:r></w:p>",
        paragraph("What happens next", "Titre1"),
        paragraph("Officials said so.", "Zitat"),
        "<w:tbl><w:tr><w:tc>" + paragraph("Year") + "</w:tc></w:tr></w:tbl>",
        "<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>One.</w:t></w:r></w:p>",
    ]
)
STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{name_id}"><w:name w:val="{name}"/></w:style>'
    for name_id, name in (("Titre", "Title"), ("Titre1", "heading 1"), ("Zitat", "Quote"))
)


def word(body: str = BODY, doctype: str = "", method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a Word document."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        archive.writestr(
            "word/document.xml",
            f'<?xml version="1.0"?>{doctype}<w:document {space}><w:body>{body}</w:body></w:document>',
        )
        archive.writestr("word/styles.xml", f"<w:styles {space}>{STYLES}</w:styles>")
    return file.getvalue()


def test_a_word_document() -> None:
    (story,) = stories("a.docx", word())
    assert headline(story) == "Bridge & ferry shut"
    assert byline(story) == "By Ruth Adler"
    assert kinds(story) == [
        ("paragraph", "The café reportedly closed on Tuesday."),
        ("crosshead", "What happens next"),
        ("block quote", "Officials said so."),
        ("table", "Year"),
        ("list item", "One."),
    ]
    prose = story.body[0].prose
    start = prose.locate(prose.span.__class__(9, 19)).start
    assert story.sources["text"].line_column(start) == (4, 10)  # the empty paragraph counts


WRAPPED = [("a.json", NINJS), ("a.json", NINJS_3), ("a.xml", NITF), ("a.xml", MESSAGE)]


@pytest.mark.parametrize(("name", "text"), WRAPPED)
def test_whatever_its_line_ends_and_encoding(name: str, text: str) -> None:
    expected = [words(story) for story in stories(name, text)]
    if name == "a.xml":
        text = text.replace('encoding="UTF-8"', "")
    for raw in (text.replace("\n", "\r\n").encode(), b"\xef\xbb\xbf" + text.encode(), text.encode("utf-16")):
        assert [words(story) for story in stories(name, raw)] == expected


def words(story: Story) -> list[str]:
    """Return all words of a story; tables stand as they are, so line ends in them may differ."""
    return [" ".join(prose.text.split()) for prose in every_prose(story)]


def test_the_encoding_that_xml_declares() -> None:
    text = '<?xml version="1.0" encoding="ISO-8859-1"?>\n<nitf><body><body.content><p>Café.</p></body.content></body></nitf>'
    (story,) = stories("a.xml", text.encode("latin-1"))
    assert body(story) == ["Café."]


@pytest.mark.parametrize(("name", "text"), [*WRAPPED, ("a.docx", word())])
def test_a_file_that_breaks_off_anywhere(name: str, text: str | bytes) -> None:
    raw = text.encode() if isinstance(text, str) else text
    told = 0
    for end in range(0, len(raw), 3):
        try:
            stories(name, raw[:end])
        except (NotNewsError, UnreadableError, UndecodableError) as error:  # noqa: PERF203
            told += 1
            assert "\n" not in str(error)
    assert told > len(raw) // 3 - 12


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.json", '{"name": "package", "version": "1.0.0"}'),
        ("a.json", "[1, 2, null]"),
        ("a.json", "null"),
        ("a.json", '{"compilerOptions": {}, // a comment\n}'),
        ("a.json", '{"uri": 5, "headline": "A"}'),
        ("a.xml", "<rss><channel/></rss>"),
        ("a.xml", "not XML"),
        ("a.xml", ""),
    ],
)
def test_what_is_no_news(name: str, text: str) -> None:
    with pytest.raises(NotNewsError):
        read_items(name, text.encode())


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
EXTERNAL = '<!ENTITY e SYSTEM "file:///etc/passwd">'


@pytest.mark.parametrize(
    "entity", ['<!ENTITY l0 "ha">' + LAUGHS, EXTERNAL, '<!ENTITY % p SYSTEM "http://x.example/a.dtd">%p;']
)
def test_entities_are_refused(entity: str) -> None:
    doctype = f"<!DOCTYPE nitf [{entity}]>"
    text = f"{doctype}<nitf a='&l11;'><body><body.content><p>&l11;&e;</p></body.content></body></nitf>"
    with pytest.raises(UnreadableError, match="entities"):
        read_items("a.xml", text.encode())
    with pytest.raises(UnreadableError, match="entities"):
        read_items("a.docx", word(doctype=doctype))


def test_what_is_nested_too_deep_is_refused() -> None:
    for name, text in (
        ("a.xml", "<nitf>" + "<b>" * 50_000),
        ("a.json", '{"uri": "a", "headline": ' + "[" * 50_000),
    ):
        with pytest.raises(UnreadableError, match=r"deep|inside one another"):
            read_items(name, text.encode())
    with pytest.raises(UnreadableError, match="deep"):
        read_items("a.docx", word("<w:p>" * 50_000 + "</w:p>" * 50_000))


def test_an_archive_unpacks_no_further_than_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = word(paragraph("a" * 400_000))
    assert len(raw) < 4_000
    assert stories("a.docx", raw)
    monkeypatch.setattr(docx, "LARGEST_PART", 300_000)
    with pytest.raises(UnreadableError, match="too large unpacked"):
        read_items("a.docx", raw)


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_what_unpacks_all_at_once_is_refused(method: int) -> None:
    with pytest.raises(UnreadableError, match="packed in a way"):
        read_items("a.docx", word(paragraph("It leaks."), method=method))


def test_a_long_file_takes_no_long_time() -> None:
    started = time.process_time()
    paragraph = "<p>The caf\u00e9 said so &amp; left.</p>\n"
    text = f"<nitf><body><body.content>{paragraph * 20_000}</body.content></body></nitf>"
    (item,) = read_items("a.xml", text.encode())
    assert len(item.parts) == 20_000
    held = json.dumps({"uri": "a", "headline": "b", "body_text": "The café said so “here”.\n\n" * 20_000})
    (item,) = read_items("a.json", held.encode())
    assert len(item.parts) == 20_000
    assert time.process_time() - started < 10


SIMPLE = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False), st.text()),
    lambda inner: st.one_of(st.lists(inner), st.dictionaries(st.text(), inner)),
    max_leaves=20,
)


@settings(deadline=None)
@given(value=SIMPLE, plain=st.booleans(), indent=st.sampled_from([None, 2]))
def test_json_is_read_as_others_read_it(value: object, plain: bool, indent: int | None) -> None:
    text = json.dumps(value, ensure_ascii=plain, indent=indent)
    assert plainly(values(SourceText(text))) == plainly(json.loads(text))


def plainly(value: object) -> object:
    """Return a value of JSON with its strings only."""
    if isinstance(value, dict):
        return {name: plainly(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [plainly(inner) for inner in value]
    return str(value) if isinstance(value, (str, String)) else None


@settings(deadline=None)
@given(text=st.text(st.characters(exclude_categories=["Cs"]), max_size=80), plain=st.booleans())
def test_every_character_of_a_string_has_its_place(text: str, plain: bool) -> None:
    written = json.dumps([text], ensure_ascii=plain)
    found = values(SourceText(written))
    assert isinstance(found, list)
    assert isinstance(found[0], String)
    prose: Prose = found[0].prose()
    assert prose.text == text
    for piece in prose.pieces:
        own = written[piece.file : piece.end]
        meant = text[piece.prose : piece.prose + piece.length]
        assert json.loads(f'"{own}"') == meant
        assert piece.written or own == meant


@settings(deadline=None)
@given(
    words=st.lists(
        st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="<&\ufffe\uffff"), max_size=30)
    )
)
def test_xml_keeps_the_place_of_every_word(words: list[str]) -> None:
    inside = "".join(f"<p>{one} &amp; é</p>" for one in words)
    stories("a.xml", f"<nitf><body><body.content>{inside}</body.content></body></nitf>")


@settings(deadline=None)
@given(raw=st.binary(max_size=300))
def test_any_bytes(raw: bytes) -> None:
    for name in ("a.json", "a.xml", "a.docx"):
        try:
            stories(name, raw)
        except (NotNewsError, UnreadableError, UndecodableError):  # noqa: PERF203
            continue
