"""The formats in which news travels between systems: ninjs, NITF, NewsML-G2; and Word's own."""
