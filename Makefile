# wiretrace. "make help" lists what there is.
GO ?= go
BIN = bin/wiretrace

.PHONY: help build man run test test-spark race lint fuzz corpora vuln soak bench bench-scale bench-news bench-nightly golden rarity eval fit release clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

build: ## build bin/wiretrace
	$(GO) build -trimpath -o $(BIN) ./cmd/wiretrace

man: build ## write the manual pages to bin/man1 and what completes the command line to bin/completion
	@mkdir -p bin/man1 bin/completion
	$(BIN) man >bin/man1/wiretrace.1
	@for command in $$($(BIN) help | sed -n 's/^  wiretrace \([a-z]*\) .*/\1/p'); do $(BIN) man $$command >bin/man1/wiretrace-$$command.1; done
	@for shell in bash zsh fish powershell; do $(BIN) completion $$shell >bin/completion/wiretrace.$$shell; done

run: ## read the example stories and write wiretrace-report/
	$(GO) run ./cmd/wiretrace run testdata/example

test: ## run the tests
	$(GO) test ./...

test-spark: ## the same report on Apache Spark: with an executor killed, skewed, from Parquet, after faults
	contrib/spark/test.sh plain 2000 'local[2]'
	SMALL=1B contrib/spark/test.sh plain 2000 'local[2]'
	contrib/spark/test.sh plain 20000 'local-cluster[2,1,1024]' links
	contrib/spark/test.sh skew 3000
	contrib/spark/test.sh parquet
	contrib/spark/test.sh faults

race: ## run the tests of concurrent packages with the race detector
	$(GO) test -race -short ./spill ./shingle ./archive
	$(GO) test -race -short -run 'Threads|Interrupted|Progress|NightsAreOneReading' ./job

lint: ## formatting, vet, staticcheck, dead code, tidy go.mod
	@unformatted=$$($(GO) tool gofumpt -l .); if [ -n "$$unformatted" ]; then echo "not formatted:"; echo "$$unformatted"; exit 1; fi
	$(GO) vet ./...
	$(GO) tool staticcheck ./...
	@dead=$$($(GO) tool deadcode ./...) || exit 1; \
		dead=$$(echo "$$dead" | grep -v '^internal/pty/'); if [ -n "$$dead" ]; then echo "$$dead"; exit 1; fi
	$(GO) mod tidy -diff

FUZZTIME ?= 20s
fuzz: ## run every fuzz target for FUZZTIME (20s)
	@for package in $$($(GO) list ./...); do \
		for target in $$($(GO) test -list '^Fuzz' $$package | grep '^Fuzz'); do \
			echo "$$package $$target"; \
			$(GO) test -run '^$$' -fuzz "^$$target$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 2s $$package || exit 1; \
		done; \
	done

corpora: ## keep small inputs that fuzzing found, MOST (8) a target, beside its tests
	@cache=$$($(GO) env GOCACHE)/fuzz/$$($(GO) list -m); cd "$$cache" && find . -type d -name 'Fuzz*' | while read -r target; do \
		kept="$(CURDIR)/$$(dirname "$$target")/testdata/fuzz/$$(basename "$$target")"; mkdir -p "$$kept"; \
		find "$$target" -type f -size -2k -printf '%T@ %p\n' | sort -rn | head -$(MOST) | cut -d' ' -f2 | xargs -r cp -t "$$kept"; \
	done
MOST ?= 8

VULN ?= golang.org/x/vuln/cmd/govulncheck@v1.9.0
vuln: ## look up known vulnerabilities of dependencies: at vuln.go.dev, or VULNDB=file:///copy/of/it
	$(GO) run $(VULN) $(if $(VULNDB),-db $(VULNDB)) ./...

MINUTES ?= 60
soak: ## attack it for MINUTES (60): hostile inputs, kills, fuzzing; see doc/reliability.md
	contrib/soak.sh $(MINUTES)

bench: ## run the benchmarks of every stage
	$(GO) test -run '^$$' -bench . -benchmem ./...

bench-scale: build ## generate a large corpus, run over it and check what was found
	contrib/bench-scale.sh

bench-news: build ## measure on real news, beside made-up news like it: make bench-news FILE=articles.jsonl
	@test -n "$(FILE)" || { echo "usage: make bench-news FILE=PATH" >&2; exit 2; }
	contrib/bench-news.sh $(FILE)

bench-nightly: ## fill an archive and measure a night on top of it
	contrib/bench-nightly.sh

# Language, as wordfreq has it, and how many words are kept.
RARITY = ar:80000 da:60000 de:80000 es:60000 fr:60000 it:60000 nb:60000 nl:60000 pl:80000 pt:60000 ru:100000 sv:60000 tr:80000 uk:60000
rarity: ## make the word frequencies of all languages but English of WHEEL, the package wordfreq
	@for pair in $(RARITY); do \
		code=$${pair%:*}; file=$$code; if [ $$code = nb ]; then file=no; fi; \
		$(GO) run ./internal/tools/rarity import --lang $$code --words $${pair#*:} --out shingle/data/$$file.rarity $(WHEEL) || exit 1; \
	done

golden: ## write the golden files anew
	$(GO) test ./cmd/wiretrace ./report/... ./internal/metrics -update

eval: ## measure the models on labelled reports: make eval FOLDERS="A B"
	$(GO) run ./internal/tools/fit $(FOLDERS)

fit: ## the same, and write the weights fitted to them all
	$(GO) run ./internal/tools/fit --write $(FOLDERS)

release: ## build archives with checksums for Linux, macOS and Windows in dist/
	contrib/release.sh

clean: ## remove what the other targets made
	rm -rf bin dist wiretrace-report
