# Everything sets itself up: each target fetches what it needs and a second run fetches nothing.
# Paths are relative and quoted, so that the checkout may stand in a folder of any name.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help demo test lint backend link package bench catalogue docs screenshots newcomer kinds translations soak lock clean distclean samples qgis qgis-tests

# QGIS aborts without a screen, and an activated environment would be found before the system's Python.
export QT_QPA_PLATFORM ?= offscreen
unexport VIRTUAL_ENV PYTHONHOME PYTHONPATH PROJ_LIB PROJ_DATA GDAL_DATA

help: ## Say what can be made
	@echo "Relevé. Say 'make demo' to see a map made by QGIS, 'make test' to check everything."
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1|\2/p' Makefile | while IFS='|' read -r name what; do printf '  make %-14s %s\n' "$$name" "$$what"; done

demo: backend samples qgis i18n/releve_fr.qm ## Classify a Landsat scene through qgis_process and draw the map
	@tools/demo.sh

test: backend samples qgis qgis-tests i18n/releve_fr.qm ## Run linters, type checks and every test, with QGIS and without
	@tools/test.sh

lint: backend ## Run the linters and type checks alone
	@tools/test.sh lint

backend: ## Make the backend's interpreter in .venv, with the command line at .venv/bin/releve
	@tools/setup.sh backend

link: backend i18n/releve_fr.qm ## Link this checkout into your QGIS profile (PROFILE=<folder> for another)
	@tools/link.sh "$(PROFILE)"

package: backend i18n/releve_fr.qm ## Build the zip that QGIS installs, of the last commit
	@.venv/bin/python tools/package.py

bench: backend samples ## Measure speed and memory; writes build/bench.json
	@.venv/bin/python tools/bench

catalogue: backend ## Write resources/catalogue.json from the jobs' declarations
	@mkdir -p build
	@.venv/bin/releve jobs --json --own >build/catalogue.json
	@mv build/catalogue.json resources/catalogue.json

docs: catalogue ## Write docs/reference from the catalogue of jobs
	@PATH=/usr/bin:/bin /usr/bin/python3 -c "import qgis.core" 2>/dev/null && PATH=/usr/bin:/bin /usr/bin/python3 tools/alone.py 2>/dev/null || true # where QGIS is
	@.venv/bin/python tools/docs.py

screenshots: backend samples qgis i18n/releve_fr.qm ## Take the pictures of QGIS's window in docs/images
	@tools/desktop/screenshots.sh

newcomer: backend samples qgis i18n/releve_fr.qm ## Do ten tasks of a newcomer in QGIS's window, and say how many succeed
	@.venv/bin/python tools/desktop/newcomer.py

kinds: backend ## Run a tiny model of each kind by the command line: series, objects, finer images, embeddings
	@.venv/bin/python tools/kinds.py

translations: catalogue ## Collect the sentences to translate into i18n/releve_fr.ts
	@.venv/bin/python tools/translations.py

soak: test ## Run the long tests: 50 kills, the wheel matrix, every provider
	@tools/soak.sh

lock: ## Resolve pyproject.toml into uv.lock and write the exports (UPGRADE=1 for newer versions)
	@tools/lock.sh $(if $(UPGRADE),--upgrade)

clean: ## Remove what was built; the interpreters stay
	@rm -rf build dist *.egg-info i18n/*.qm .pytest_cache .mypy_cache .ruff_cache .hypothesis .qgis-settings
	@find . -name __pycache__ -not -path './.venv*' -prune -exec rm -rf {} +

distclean: clean ## Remove the interpreters too
	@rm -rf .venv .venv-qgis

samples: backend ## Fetch the sample images, and draw the sample atlas, into build/samples
	@.venv/bin/python tools/fetch_samples.py
	@.venv/bin/python tools/sample_atlas.py

qgis:
	@tools/setup.sh qgis

qgis-tests: qgis
	@tools/setup.sh qgis-tests

i18n/releve_fr.qm: i18n/releve_fr.ts
	@tools/setup.sh lrelease
	@/usr/lib/qt5/bin/lrelease -silent "$<" -qm "$@"
