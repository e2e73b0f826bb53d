"""Look at the words around a word."""

from __future__ import annotations

from attrib_lsp.language.values import Sentence


def text_at(sentence: Sentence, index: int) -> str:
    """Return the word at ``index`` in lower case, empty beyond the sentence's ends."""
    return sentence.tokens[index].text.lower() if 0 <= index < len(sentence.tokens) else ""
