class Style:
    default_sorting_style: str | None
    default_label_style: str | None
