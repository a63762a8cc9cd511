# What the benchmarks have in common; read by them with the dot command, in the folder
# above. It makes WORK, builds the tools, and has these functions.
# shellcheck shell=sh

if [ -z "${WORK:-}" ]; then
    WORK=$(mktemp -d)
    trap 'rm -rf "$WORK"' EXIT
    trap 'exit 130' INT TERM
fi
mkdir -p "$WORK"
go build -o "$WORK/corpusgen" ./internal/tools/corpusgen
if [ -z "${WIRETRACE:-}" ]; then
    go build -o "$WORK/wiretrace" ./cmd/wiretrace
    WIRETRACE=$WORK/wiretrace
fi

# generate NAME ARTICLES SHAPE [FLAG...]: a corpus, and the truth about it
generate() {
    made=$1 size=$2 shape=$3
    shift 3
    "$WORK/corpusgen" --articles "$size" --seed "${SEED:-1}" --shape "$shape" --out "$WORK/$made.jsonl" --truth "$WORK/$made.truth" "$@"
}

# trace CORPUS REPORT [FLAG...]
trace() {
    corpus=$1 report=$2
    shift 2
    rm -rf "${WORK:?}/$report"
    # shellcheck disable=SC2086 # flags are words
    "$WIRETRACE" run --quiet --temp "$WORK" ${FLAGS:-} --stats "$WORK/$report.stats" --out "$WORK/$report" "$@" "$WORK/$corpus.jsonl"
}

# figures REPORT: wall seconds, CPU seconds and peak bytes of the run that wrote it,
# pairs compared, links and clusters
figures() {
    awk -F '[": ,]+' '{ value[$2] = $3 }
        END { print value["seconds"], value["cpu_seconds"], value["peak_bytes"], value["couples"], value["links"], value["clusters"] }' "$WORK/$1.stats"
}

# peak REPORT: peak bytes of the run that wrote it
peak() {
    figures "$1" | cut -d ' ' -f 3
}

# remove FILE...
remove() {
    [ -n "${KEEP:-}" ] || (cd "$WORK" && rm -rf "$@")
}

# machine: what else it has to do
machine() {
    echo "$(nproc) cores, load $(cut -d' ' -f1-3 /proc/loadavg 2>/dev/null || uptime)"
}
