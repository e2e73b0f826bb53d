"""The mechanics of attribution: verbs, speakers, and attributions that attribute nothing or twice."""
