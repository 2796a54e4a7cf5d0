from pybtex.database import BibliographyData

class Parser:
    def parse_string(self, text: str) -> BibliographyData: ...
