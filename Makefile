# Every target sets itself up: Python 3.11 or later with pip and venv is all it takes.
PYTHON ?= python3
RUN := .venv/bin/python
PRESS := $(RUN) -m press

.PHONY: book serve test test-all audit kernel theorems pdf release chapter check labels bench \
    lock clean setup tools

book: setup                ## the book as a site in _build/html
	@$(PRESS) book

serve: setup               ## the book on this machine, rebuilt on every save
	@$(PRESS) serve

test: tools                ## everything the hosted workflow runs on a push
	@$(PRESS) test

test-all: tools            ## everything there is; one part of it: make test-all PART=browser
	@$(PRESS) test-all $(PART)

audit: setup               ## mutate every claim and score the readers that check it
	@$(RUN) -m proofread audit book

kernel: setup              ## prove the equations again by Coq's kernel, where Coq is installed
	@$(RUN) -m proofread kernel

theorems: setup            ## the equations as theorems of Coq, which is asked what it proves
	@$(PRESS) theorems --search

pdf: setup                 ## the book as one PDF in _build/pdf (needs XeLaTeX)
	@$(PRESS) pdf

release: setup             ## site, PDF, ledger and checksums as one archive in _build/release
	@$(PRESS) release

chapter: setup             ## a new chapter: make chapter PART=calculus NAME=integrals
	@$(PRESS) chapter $(PART) $(NAME)

check: setup               ## a chapter as a build sees it: make check CHAPTER=calculus/derivatives
	@$(PRESS) check $(CHAPTER)

labels: book               ## write down the labels that are new in _labels.csv
	@$(PRESS) labels

bench: tools               ## how fast installing, building, checking and reading are
	@$(PRESS) bench

lock: tools                ## pin every package anew, with hashes, for every platform
	@$(RUN) -m uv pip compile --upgrade requirements.in --output-file requirements.txt
	@$(RUN) -m uv pip compile --upgrade --config-file tests/uv.toml \
	    tests/requirements.in --output-file tests/requirements.txt
	@$(RUN) -m press.tools.assets tests/npm

clean:                     ## remove all that was built; .venv stays
	rm -rf _build

setup: .venv/installed

tools: .venv/tested

# What compiles is what is used: packages are stored uncompiled, a third of their size less.
# So Python must be let keep what it compiles.
unexport PYTHONDONTWRITEBYTECODE
INSTALL := $(RUN) -m pip install --quiet --disable-pip-version-check --no-deps
PINNED := $(INSTALL) --no-compile --only-binary :all: --require-hashes --requirement

# What was installed when, each file holds how many seconds it took.
BEGIN := @mkdir -p .venv && date +%s > .venv/began
END = @echo $$(($$(date +%s) - $$(cat .venv/began))) > $@

.venv/installed: requirements.txt pyproject.toml code/proofread/pyproject.toml
	$(BEGIN)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	    { echo 'The book needs Python 3.11 or later: make PYTHON=python3.12 ...'; exit 1; }
	@test -x $(RUN) || $(PYTHON) -m venv .venv || \
	    { echo 'Python has no venv module: on Debian, apt-get install python3-venv'; exit 1; }
	@echo 'Installing what the book needs into .venv (once; later builds work offline)'
	@$(PINNED) requirements.txt
	@$(INSTALL) --no-build-isolation --editable code/proofread --editable .
	$(END)

.venv/tested: .venv/installed tests/requirements.txt
	$(BEGIN)
	@echo 'Installing what tests need besides (once)'
	@$(PINNED) tests/requirements.txt
	$(END)
