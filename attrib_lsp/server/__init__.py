"""The language server: drafts as they are typed, over the Language Server Protocol on stdin and stdout."""
