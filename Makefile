# SPDX-License-Identifier: Apache-2.0
#
# make run    install what is missing, build, and see a real joint venture recorded and asked about
# make test   install what is missing, and run every test
# make bench  measure the release build, each figure beside its floor; make bench-quick in under two minutes
#
# All are for Debian 12 with the Swift toolchain. What has to be installed is said first.

SWIFT ?= swift
PACKAGES = libsystemd-dev libsqlite3-dev
TEST_PACKAGES = $(PACKAGES) python3 python3-pip util-linux golang-go golang-golang-x-mod-dev \
    python3-cryptography graphviz
PYTHON_MODULES = .build/python

.PHONY: run test build bench bench-quick bench-build format lint catalogue clean packages test-packages boot-test

run: packages
	$(SWIFT) build -c release --product jvledgerd
	$(SWIFT) build -c release --product jvctl
	KEEP="$(KEEP)" sh Config/try.sh "$$($(SWIFT) build -c release --show-bin-path)"

# The tests that start other programs run after the others: they do not slow them down, and no program that is being
# started holds, for the moment between fork and exec, a lock that another test has just let go.
PROGRAM_TESTS = SystemTests|PythonVerifierTests
test: test-packages $(PYTHON_MODULES)/varlink $(PYTHON_MODULES)/proofbundle $(PYTHON_MODULES)/networkx
	$(SWIFT) test --skip '$(PROGRAM_TESTS)'
	PYTHONPATH="$(CURDIR)/$(PYTHON_MODULES)" $(SWIFT) test --skip-build --filter '$(PROGRAM_TESTS)'

build: packages
	$(SWIFT) build -c release --product jvledgerd
	$(SWIFT) build -c release --product jvctl

# The results are kept where clean removes them: they are this machine's, and of use only to its next run.
BENCH = Benchmarks/.build/release/bench --binaries "$$($(SWIFT) build -c release --show-bin-path)" \
    --commit "$$(git describe --always --dirty 2>/dev/null || echo unknown)"
bench: build bench-build
	$(BENCH) --results .build/bench.json
bench-quick: build bench-build
	$(BENCH) --quick --results .build/bench-quick.json

bench-build: packages
	$(SWIFT) build -c release --package-path Benchmarks

FORMATTED = Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources
format:
	$(SWIFT) format --in-place --parallel --recursive $(FORMATTED)

# Writes what is made from the declarations: the questions of the interface definitions. A test checks it.
catalogue: packages
	JVLEDGER_WRITE=1 $(SWIFT) test --filter CatalogueFileTests

lint:
	$(SWIFT) format lint --strict --parallel --recursive $(FORMATTED)

# Boots the built daemon under a real systemd in a Debian 12 root; needs root rights and debootstrap.
boot-test: build
	sh systemd/boot-test.sh "$$($(SWIFT) build -c release --show-bin-path)"

clean:
	rm -rf .build Benchmarks/.build

packages:
	@sh Config/install.sh $(PACKAGES)

test-packages:
	@sh Config/install.sh $(TEST_PACKAGES)

# The Python Varlink client, which must be able to use the daemon unmodified.
$(PYTHON_MODULES)/varlink:
	python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore \
	    --target $(PYTHON_MODULES) varlink==31.0.0

# A verifier of tlog-proofs that others wrote, which must take the ledger's unmodified.
$(PYTHON_MODULES)/proofbundle:
	python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore \
	    --target $(PYTHON_MODULES) proofbundle==6.3.1

# What reads exports in the formats of other tools: networks, CloudEvents and Markdown. All that they need is named.
$(PYTHON_MODULES)/networkx:
	python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --no-deps \
	    --target $(PYTHON_MODULES) networkx==3.6.1 \
	    cloudevents==2.2.0 deprecation==2.1.0 packaging==26.4 python-dateutil==4.0.0 tzdata==2026.6 \
	    markdown-it-py==4.3.0 mdurl==0.1.2
