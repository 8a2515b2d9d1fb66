# SPDX-License-Identifier: Apache-2.0
#
# make run    install what is missing, build, and see a real joint venture recorded and asked about
# make test   install what is missing, and run every test
# make bench  measure the release build, each figure beside its floor; make bench-quick in under two minutes
# make guard  count what the release build executes for an entry, and compare with what is written down
#
# make deb    build a Debian package, into .build/deb
# make install DESTDIR=ROOT PREFIX=/usr   what `make build` has built, where no package is wanted
#
# All are for Debian 12 with the Swift toolchain. What has to be installed is said first.

SWIFT ?= swift
PACKAGES = libsystemd-dev libsqlite3-dev
TEST_PACKAGES = $(PACKAGES) python3 python3-pip util-linux golang-go golang-golang-x-mod-dev \
    python3-cryptography graphviz openssh-client openssh-server
DEB_PACKAGES = $(PACKAGES) debhelper dpkg-dev lintian pkg-config python3 systemd
PYTHON_MODULES = .build/python
PREFIX ?= /usr
# With the Swift runtime linked in, as no distribution has it, and without looking for libraries beside the programs.
RELEASE = $(SWIFT) build -c release -Xswiftc -static-stdlib --disable-local-rpath
VARLINKCTL = .build/varlinkctl

.PHONY: run test build install deb bench bench-quick bench-build guard format lint catalogue clean packages test-packages \
    boot-test

run: build
	KEEP="$(KEEP)" sh Config/try.sh "$$($(RELEASE) --show-bin-path)"

# The tests that start other programs run after the others: they do not slow them down, and no program that is being
# started holds, for the moment between fork and exec, a lock that another test has just let go.
PROGRAM_TESTS = SystemTests|PythonVerifierTests|PythonCertificationTests
test: test-packages $(PYTHON_MODULES)/varlink $(PYTHON_MODULES)/proofbundle $(PYTHON_MODULES)/networkx
	@$(MAKE) --no-print-directory $(VARLINKCTL)/varlinkctl || echo "The tests with varlinkctl are left out."
	$(SWIFT) test --skip '$(PROGRAM_TESTS)'
	PATH="$$PATH:$(CURDIR)/$(VARLINKCTL)" PYTHONPATH="$(CURDIR)/$(PYTHON_MODULES)" \
	    $(SWIFT) test --skip-build --filter '$(PROGRAM_TESTS)'

build: packages
	$(RELEASE) --product jvledgerd
	$(RELEASE) --product jvctl

# Asks no compiler where the programs are: root, who installs, may not have one.
install:
	DESTDIR="$(DESTDIR)" PREFIX="$(PREFIX)" sh systemd/install.sh .build/release

# The package, without the source package and the records of an upload that dpkg-buildpackage would put beside this
# directory. lintian must find nothing that is not explained in debian/.
deb:
	@sh Config/install.sh $(DEB_PACKAGES)
	dpkg-checkbuilddeps
	rm -rf .build/deb
	mkdir -p .build/deb
	DEB_RULES_REQUIRES_ROOT=no debian/rules clean binary
	lintian --fail-on error,warning --tag-display-limit 0 .build/deb/*.deb

# The results are kept where clean removes them: they are this machine's, and of use only to its next run.
BENCH = Benchmarks/.build/release/bench --binaries "$$($(RELEASE) --show-bin-path)" \
    --commit "$$(git describe --always --dirty 2>/dev/null || echo unknown)"
bench: build bench-build
	$(BENCH) --results .build/bench.json
bench-quick: build bench-build
	$(BENCH) --quick --results .build/bench-quick.json

guard: build
	@sh Config/install.sh valgrind binutils util-linux
	python3 Benchmarks/instructions.py "$$($(RELEASE) --show-bin-path)"

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

# Boots a Debian 12 root under a real systemd with the package in it; needs root rights and debootstrap.
boot-test: deb
	sh systemd/boot-test.sh .build/deb/*.deb

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

# systemd's Varlink client, which must be able to use the daemon as it is; Debian 12 has none. Unpacked, not installed.
$(VARLINKCTL)/varlinkctl:
	@sh Config/varlinkctl.sh $(VARLINKCTL)

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
