"""Chapters with their outputs: run once, kept under the digest of all they read."""
