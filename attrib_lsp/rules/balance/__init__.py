"""The story as a whole: how many sources it rests on, and of what kind."""
