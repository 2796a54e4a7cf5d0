"""Chapters run as a build runs them: every cell, in order, in a process of its own."""
