"""Author and year name a work, and tell it from every other."""

from pybtex.database import Entry, Person

from press.typeset.bibliography import AuthorYear, label


def work(*names: str, year: str = "2013") -> Entry:
    people = {"author": [Person(name) for name in names]}
    return Entry("book", fields={"year": year}, persons=people)


def test_two_authors_are_named_and_of_more_the_first():
    assert label(work("Gene Golub", "Van Loan, Charles")) == "Golub and Van Loan 2013"
    assert label(work("A. Ada", "B. Bo", "C. Cy")) == "Ada et al. 2013"


def test_a_letter_tells_works_of_one_year_apart():
    works = [work("A. Ada"), work("B. Bo"), work("A. Ada")]
    told = list(AuthorYear().format_labels(works))
    assert told == ["Ada 2013a", "Bo 2013", "Ada 2013b"]
