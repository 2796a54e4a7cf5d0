"""A book as it lies on the disk: its files, its history, what each part depends on."""
