"""The numerical library the book derives: NumPy only, one idea a module."""
