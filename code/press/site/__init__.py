"""The book as readers get it: made in a workshop, published whole, served, packed."""
