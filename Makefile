# wiretrace. "make help" lists what there is.
GO ?= go
BIN = bin/wiretrace

.PHONY: help build run test race lint fuzz bench bench-scale bench-nightly golden fit clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

build: ## build bin/wiretrace
	$(GO) build -trimpath -o $(BIN) ./cmd/wiretrace

run: ## read the example stories and write wiretrace-report/
	$(GO) run ./cmd/wiretrace run testdata/example

test: ## run the tests
	$(GO) test ./...

race: ## run the tests with the race detector
	$(GO) test -race ./...

lint: ## formatting, vet, staticcheck, tidy go.mod
	@unformatted=$$($(GO) tool gofumpt -l .); if [ -n "$$unformatted" ]; then echo "not formatted:"; echo "$$unformatted"; exit 1; fi
	$(GO) vet ./...
	$(GO) tool staticcheck ./...
	$(GO) mod tidy -diff

FUZZTIME ?= 20s
fuzz: ## run every fuzz target for FUZZTIME (20s)
	@for package in $$($(GO) list ./...); do \
		for target in $$($(GO) test -list '^Fuzz' $$package | grep '^Fuzz'); do \
			echo "$$package $$target"; \
			$(GO) test -run '^$$' -fuzz "^$$target$$" -fuzztime $(FUZZTIME) $$package || exit 1; \
		done; \
	done

bench: ## run the benchmarks of every stage
	$(GO) test -run '^$$' -bench . -benchmem ./...

bench-scale: build ## generate a large corpus, run over it and check what was found
	contrib/bench-scale.sh

bench-nightly: ## fill an archive and measure a night on top of it
	contrib/bench-nightly.sh

golden: ## write the golden files anew
	$(GO) test ./cmd/wiretrace ./report/... -update

fit: ## fit the thresholds of retold stories to the families in testdata
	$(GO) run ./internal/tools/fit testdata/stories

clean: ## remove what the other targets made
	rm -rf bin wiretrace-report
