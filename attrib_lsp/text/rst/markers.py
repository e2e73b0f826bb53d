"""What blocks of reStructuredText begin with."""

from __future__ import annotations

import re

from attrib_lsp.text.story import BlockKind

#: A line of one and the same sign: it stands under a title, above and under it, or between paragraphs.
ADORNMENT = re.compile(r"([!-/:-@\[-`{-~])\1*")
EXPLICIT = re.compile(r"\.\.(?:[ \t]+|$)")
DIRECTIVE = re.compile(r"(?P<name>[A-Za-z](?:[\w.+-]|:(?!:)){0,80})[ \t]*::(?:[ \t]+|$)")
#: A note, a target, a substitution.
DEFINITION = re.compile(r"\[[^\]\n]*\](?:[ \t]|$)|_|\|[^|\n]+\|")
SUBSTITUTION = re.compile(r"\|(?P<name>[^|\n]+)\|[ \t]+replace::[ \t]*(?P<words>.*)")
BULLET = re.compile(r"[-*+•‣⁃](?:[ \t]+|$)")
ENUMERATOR = re.compile(r"\(?(?:\d{1,9}|[A-Za-z]|[ivxlcdm]{1,9}|[IVXLCDM]{1,9}|#)[.)](?:[ \t]+|$)")
FIELD = re.compile(r":(?P<name>(?![\s:`])[^:\n]{1,80}):(?:[ \t]+|$)")
VERSE = re.compile(r"\|(?:[ \t]+|$)")
GRID = re.compile(r"\+[-=]+(?:\+[-=]*)*")
BORDER = re.compile(r"=+(?:[ \t]+=+)+")

#: Directives whose contents are read, and as what.
READ = {
    **dict.fromkeys(
        [
            *("note", "warning", "tip", "important", "attention", "caution", "danger", "error", "hint", "seealso"),
            *("container", "compound", "versionadded", "versionchanged", "deprecated", "class", "centered"),
        ],
        BlockKind.PARAGRAPH,
    ),
    **dict.fromkeys(["epigraph", "highlights", "pull-quote"], BlockKind.BLOCK_QUOTE),
}
#: Directives of those read whose argument is no prose.
NAMED = frozenset({"container", "class", "compound", "versionadded", "versionchanged", "deprecated"})
#: Directives whose argument is a title, with contents that are read.
TITLED = frozenset({"admonition", "topic"})
#: Directives that show a picture.
PICTURES = frozenset({"image", "figure"})
#: Directives that show what is in them as it stands.
CODE = frozenset({"code", "code-block", "sourcecode", "parsed-literal", "highlight", "prompt"})
TABLES = frozenset({"csv-table", "list-table", "table"})
#: What a draft's own fields are called among its metadata.
METADATA = {"lang": "lang", "language": "lang", "kind": "kind"}
