# Everything a person or CI does here. `make` alone lists the targets.

export SWIFT_BACKTRACE ?= enable=no
DEBUG = Gateway/.build/debug
RELEASE = Gateway/.build/release

.DEFAULT_GOAL := help
.PHONY: help demo shop test gateway serve lint format library docs drill bench bench-languages fuzz tsan clean

help:  ## List the targets.
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## */  make \1\t/' | expand -t 24

demo: gateway  ## Build the gateway and run the main job on it.
	@$(DEBUG)/openpgw demo

gateway:  ## Build the gateway and `openpgw` (debug).
	@Scripts/need libsqlite3-dev libpq-dev
	@echo "Building openpgw; the first build takes a few minutes."
	@swift build --package-path Gateway --product openpgw

serve: gateway  ## Run a sandbox gateway on port 8080, or on PORT.
	@$(DEBUG)/openpgw serve --sandbox $(if $(PORT),--port $(PORT))

shop: gateway  ## Run a sandbox and an example shop beside it: choose, pay, remember, come back.
	@echo "Building the shop."
	@swift build --package-path Gateway --product openpgw-shop
	@Scripts/shop

test:  ## Run every test: both packages, the outside checks, the rules of the house.
	@Scripts/test

lint:  ## Check the format of the sources.
	@swift format lint --strict --parallel -r Sources Tests/*Tests Examples Bindings/Flutter/ios Benchmarks/Calls Gateway/Sources Gateway/Tests Gateway/Fuzz Package.swift Gateway/Package.swift

format:  ## Put the sources into that format.
	@swift format --in-place --parallel -r Sources Tests/*Tests Examples Bindings/Flutter/ios Benchmarks/Calls Gateway/Sources Gateway/Tests Gateway/Fuzz Package.swift Gateway/Package.swift

library:  ## Build libopenpgw.so for every language that calls C into .build/library.
	@Scripts/library

docs:  ## Build the documentation of PGW and PGWMerchant into .build/documentation.
	@Scripts/docs

drill:  ## Break servers and gateways under load, and read back every acknowledged call; keeps the result in Documentation/drill.md.
	@Scripts/need postgresql haproxy iproute2 openssl python3
	@echo "Building the gateway (release); the first build takes some minutes."
	@Scripts/release openpgw openpgw-bench
	@Scripts/drill --write $(if $(SECONDS_EACH),--seconds $(SECONDS_EACH))

bench:  ## Measure against the controls; keeps the result in Benchmarks/RESULTS.md.
	@Scripts/need postgresql wrk nginx-light gcc python3 python3-venv default-jre-headless
	@Scripts/release openpgw openpgw-bench
	@Scripts/python Benchmarks/requirements.txt Benchmarks/run.py

bench-languages:  ## Measure a call in each language against the Swift SDK's own.
	@Scripts/need default-jdk-headless nodejs
	@Scripts/release openpgw
	@OPENPGW_BINARY=$(RELEASE)/openpgw Scripts/python Tests/requirements.txt Benchmarks/languages.py

fuzz:  ## Fuzz each parser of outside bytes for SECONDS (60).
	@Scripts/fuzz $(or $(SECONDS),60)

tsan: export TSAN_OPTIONS = suppressions=$(CURDIR)/Gateway/Tests/thread-sanitizer.txt
tsan: export OPENPGW_BINARY = $(CURDIR)/Gateway/.build-tsan/debug/openpgw
tsan:  ## Run the tests of both packages under the thread sanitizer, those of the stores on both.
	@Scripts/need libsqlite3-dev libpq-dev openssl curl postgresql sqlite3 strace
	@swift build --package-path Gateway --scratch-path Gateway/.build-tsan --sanitize=thread --build-tests
	@swift test --package-path Gateway --scratch-path Gateway/.build-tsan --sanitize=thread --skip-build
	@OPENPGW_TEST_STORE=postgresql swift test --package-path Gateway --scratch-path Gateway/.build-tsan --sanitize=thread --skip-build \
		--filter '^(GatewayTests|TokenVaultTests|CardBooksTests|PaymentsTests)\.'
	@swift test --scratch-path .build-tsan --sanitize=thread

clean:  ## Remove everything that was built.
	@rm -rf .build .build-* Gateway/.build Gateway/.build-*
