"""A chapter as it is written: its cells, the keys in them, where something stands."""
