"""Turns chapters into a site and a PDF; knows no mathematics."""
