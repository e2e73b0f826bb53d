"""Input hygiene: what is on the page but not of the article, and what was cut off."""
