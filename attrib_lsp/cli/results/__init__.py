"""What was found in drafts, kept on disk: a draft that has not changed is not read again."""
