"""From words to the encoder's input: word pieces, letter case, quotation state."""
