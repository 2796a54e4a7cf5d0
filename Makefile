# Every target sets itself up: Python 3.11 or later with pip and venv is all it takes.
PYTHON ?= python3
RUN := .venv/bin/python
PRESS := $(RUN) -m press

.PHONY: book serve test audit pdf release chapter labels bench lock clean setup

book: setup                ## the book as a site in _build/html
	@$(PRESS) book

serve: setup               ## the book on this machine, rebuilt on every save
	@$(PRESS) serve

test: setup                ## everything the hosted workflow runs
	@$(PRESS) test

audit: setup               ## mutate every claim and score the readers that check it
	@$(RUN) -m proofread audit book

pdf: setup                 ## the book as one PDF in _build/pdf (needs XeLaTeX)
	@$(PRESS) pdf

release: setup             ## site, PDF, ledger and checksums as one archive in _build/release
	@$(PRESS) release

chapter: setup             ## a new chapter: make chapter PART=calculus NAME=integrals
	@$(PRESS) chapter $(PART) $(NAME)

labels: book               ## write down the labels that are new in _labels.csv
	@$(PRESS) labels

bench: setup               ## how fast building, checking and reading are
	@$(PRESS) bench

lock: setup                ## pin requirements.in anew, with hashes, for every platform
	@$(RUN) -m uv pip compile --upgrade requirements.in --output-file requirements.txt

clean:                     ## remove all that was built; .venv stays
	rm -rf _build

setup: .venv/installed

.venv/installed: requirements.txt pyproject.toml code/proofread/pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	    { echo 'The book needs Python 3.11 or later: make PYTHON=python3.12 ...'; exit 1; }
	@test -x $(RUN) || $(PYTHON) -m venv .venv || \
	    { echo 'Python has no venv module: on Debian, apt-get install python3-venv'; exit 1; }
	@echo 'Installing what the book needs into .venv (once; later builds work offline)'
	@$(RUN) -m pip install --quiet --disable-pip-version-check \
	    --no-deps --require-hashes --requirement requirements.txt
	@$(RUN) -m pip install --quiet --disable-pip-version-check \
	    --no-deps --no-build-isolation --editable code/proofread --editable .
	@touch $@
