# Two commands are enough on a fresh machine: `make demo` and `make test`. Both set up what is missing first; the second time that is quick.
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
GIAOVIEC := $(BIN)/giaoviec
DEMO := output/demo.db
# One Tesseract thread per process: more make it slower. No advice about newer versions of pip: the lock says which one.
export OMP_THREAD_LIMIT := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help setup demo test lint bench fuzz evaluate evaluate-ocr evaluate-scans evaluate-twins evaluate-ruined train-recover train-roles train-figures evaluate-roles evaluate-recover docs lock clean chaos bench-intake bench-review test-http test-browser

help: ## What can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 20

setup: $(VENV)/.stamp-system $(VENV)/.stamp-python ## Install what is missing: system packages, Python packages into .venv

$(VENV)/.stamp-system: scripts/system-packages.sh
	bash scripts/system-packages.sh
	@mkdir -p $(VENV) && touch $@

# The lock names everything, so nothing is resolved: pip, left to resolve, wants the newest "coverage[toml]" beside the locked coverage.
$(VENV)/.stamp-python: locks/dev.txt pyproject.toml | $(VENV)/.stamp-system
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes --no-deps -r locks/dev.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	$(BIN)/python -m pip check
	@touch $@

demo: setup ## The main job on the sample documents: the task list on the screen, output/tasks.xlsx on disk
	rm -rf output/demo.db* output/demo.files output/tasks.xlsx
	$(GIAOVIEC) ingest corpus/samples --register $(DEMO)
	$(GIAOVIEC) export --format xlsx --register $(DEMO) -o output/tasks.xlsx
	$(GIAOVIEC) tasks --register $(DEMO)
	@ls -l output/tasks.xlsx

lint: setup ## Style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

test: setup lint ## Style, types, tests with coverage, on all cores
	$(BIN)/python -m pytest -n auto --dist loadfile --cov --cov-report=term:skip-covered

test-browser: setup ## A reviewer's morning in Chromium; screenshots in output/screenshots
	@bash scripts/system-packages.sh --browser
	$(BIN)/python -m pytest tests/browser -m browser

bench: setup ## Pages a second from file to register, memory, and the ratio to pdfplumber
	$(BIN)/python -m benchmarks.bench

fuzz: setup ## Damaged files through the real workers, with the counts by outcome (FILES=10000, FIRST=0 to go on, KEEP=folder)
	$(BIN)/python -m benchmarks.fuzz --files $(or $(FILES),10000) --first $(or $(FIRST),0) $(if $(KEEP),--keep $(KEEP))

bench-intake: setup ## Memory over 5,000 files, a register of 100,000 documents, two cores beside one
	$(BIN)/python -m benchmarks.intake

chaos: setup ## Kill the watcher 1,000 times over runs of 200 files and look what became of each (about an hour; KILLS=50: fewer)
	$(BIN)/python -m tests.intake.chaos --kills $(or $(KILLS),1000)

bench-review: setup ## How quickly the review page answers over 100,000 tasks (about two minutes)
	$(BIN)/python -m benchmarks.review

test-http: setup ## Many more requests of every kind against the review page than the suite makes
	HTTP_EXAMPLES=5000 $(BIN)/python -m pytest -q tests/review/test_http_any_request.py

# Real documents are not in the repository: where their texts are not beside it, samples are scored and nothing is recorded.
SHARED_TEXTS ?= ../shared/corpus/text
# Real acts whose lines are put together from a collection of text (corpus/restored); made anew each time, in an ignored folder.
SHARED_ACTS ?= $(addprefix ../shared/lm/,tnt305_official_docs_2025.txt.xz luatvietnam_docs_2010_2014.txt.xz vbpl_trunguong_2025_2026.txt.xz)
RESTORED := candidates/restored
WITH_SHARED = $(if $(wildcard $(SHARED_TEXTS)),--documents $(SHARED_TEXTS) $(if $(wildcard $(SHARED_ACTS)),--documents $(RESTORED)) --record corpus)

evaluate: setup ## Score samples and real documents against gold; corpus/RESULTS.md
	$(if $(wildcard $(SHARED_ACTS)),$(BIN)/python -m scripts.restored $(SHARED_ACTS) -o $(RESTORED))
	$(GIAOVIEC) evaluate corpus/gold --documents corpus/samples --documents corpus/written $(WITH_SHARED) --commit $$(git describe --always --dirty 2>/dev/null || echo -)

SHARED_SCANS ?= ../shared/corpus/ocr_gt
evaluate-ocr: setup ## Read scans whose text is known, beside plain Tesseract; corpus/RESULTS-OCR.md (PAGES=2: the first two of each)
	$(BIN)/python -m benchmarks.ocr $(SHARED_SCANS) -o corpus/RESULTS-OCR.md $(if $(PAGES),--pages $(PAGES))

SHARED_PDFS ?= ../shared/corpus/pdf
evaluate-scans: setup ## Real scans through the whole pipeline, against gold taken from the paper; corpus/RESULTS-SCANS.md
	$(BIN)/python -m benchmarks.real_scans $(SHARED_PDFS) --cache candidates/ocr-scans -o corpus/RESULTS-SCANS.md

evaluate-twins: setup ## Sample letters beside their scanned twins, against gold: what scanning costs in tasks
	$(BIN)/python -m benchmarks.scanned_twins -o corpus/RESULTS-TWINS.md

evaluate-ruined: setup ## Sample letters beside what an English OCR engine left of them, against gold (needs tesseract-ocr-eng)
	$(BIN)/python -m benchmarks.ruined_twins -o corpus/RESULTS-RUINED.md

# The texts of the language model and the line pairs are not in the repository either. What is made on the way stays in an ignored folder.
SHARED ?= ../shared
RECOVER_WORK := candidates/recover

TORCH := $(RECOVER_WORK)/torch
PREPARED := $(RECOVER_WORK)/prepared.npz
NETWORK := $(RECOVER_WORK)/network.npz
TRAIN = $(BIN)/python -m scripts.recovery.train --recipe context $(CHANNELS) --shared $(SHARED) --work $(RECOVER_WORK)
# Empty: pages are typeset and read to learn the channels anew (half an hour more; needs tesseract-ocr-eng, -fra and -deu).
CHANNELS ?= --shipped-channels

train-recover: setup ## Rebuild the recovery model from SHARED (about an hour on a quiet core; fetches torch)
	$(TRAIN) --output $(RECOVER_WORK)/plain.npz --prepare $(PREPARED)
	test -x $(TORCH)/bin/python || $(BIN)/python -m venv $(TORCH)
	$(TORCH)/bin/python -m pip install -q torch==2.13.0 numpy
	$(TORCH)/bin/python -m scripts.recovery.network $(PREPARED) $(NETWORK)
	$(TRAIN) --network $(NETWORK) --output pipeline/recover/data/recovery.npz

ROLES = $(BIN)/python -m scripts.roles.train --gold corpus/gold/real/dev --gold corpus/gold/written --documents $(SHARED_TEXTS) --documents corpus/written --sentences corpus/roles
train-roles: setup ## Learn anew who leads where no rule says it, from the documents developed on (half a minute; needs SHARED)
	$(ROLES) --output pipeline/detect/data

# Digits of others and fonts that look handwritten are not in the repository (docs/handwriting-model.md says which were used).
FIGURES_WORK := candidates/figures
train-figures: setup ## Learn anew to read figures written by hand from DIGITS and FONTS (half an hour; fetches torch)
	mkdir -p $(FIGURES_WORK)
	OMP_NUM_THREADS=1 $(BIN)/python -m scripts.handwriting.prepare $(DIGITS) $(FONTS) $(FIGURES_WORK)/prepared.npz
	test -x $(TORCH)/bin/python || $(BIN)/python -m venv $(TORCH)
	$(TORCH)/bin/python -m pip install -q torch==2.13.0 numpy
	$(TORCH)/bin/python -m scripts.handwriting.network $(FIGURES_WORK)/prepared.npz pipeline/extract/ocr/data/figures.npz

evaluate-roles: setup ## How often that is right on documents left out of the training
	$(ROLES) --check

evaluate-recover: setup ## Measure the recovery on held-out text; corpus/RESULTS-RECOVER.md
	$(BIN)/python -m scripts.recovery.evaluate --shared $(SHARED) --work $(RECOVER_WORK) --output corpus/RESULTS-RECOVER.md

docs: setup ## Write docs/commands.md anew from the commands themselves
	$(BIN)/python -m scripts.commands_doc

lock: ## Resolve the lock files anew from pyproject.toml (needs uv and a package index)
	uv pip compile pyproject.toml --generate-hashes --universal --no-annotate --no-header --python-version 3.11 -q -o locks/runtime.txt
	uv pip compile pyproject.toml --group dev --generate-hashes --universal --no-annotate --no-header --python-version 3.11 -q -o locks/dev.txt

clean: ## Remove what was built; the registers in output/ stay
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .coverage
