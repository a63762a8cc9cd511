#!/bin/sh
# Runs wiretrace on made-up corpora of growing size and prints what it took and
# what it found.
#
#   contrib/bench-scale.sh [ARTICLES...]     default: 10000 100000 1000000
#
# Exit status 1 if fewer than 99 in 100 copies stand in the cluster of their
# source, fewer than 98 in 100 passages are linked, or more than one link on
# 10,000 articles is false; or if two threads do not write the report that one
# writes, byte for byte. What takes too long or too much memory is warned of
# only, since machines are busy. Of fewer than 10,000 articles expect more false
# links: the furniture of a site is known by its coming again.
#
# Environment:
#   WIRETRACE   the binary (default: built from this tree)
#   FLAGS       more flags for `wiretrace run`
#   SEED        of the corpora (default 1)
#   ONE_STORY   articles of the corpus half of which are copies of one story
#               and half share a foot of 200 words (default 20000; 0: none)
#   WORK        folder for all files (default: a temporary one, removed at the
#               end). A million articles take some 20 GB there: 3.3 of corpus,
#               8.4 of report and 8.3 of what the run spills
#   KEEP        not empty: corpora and reports are left in WORK
set -eu
cd "$(dirname "$0")/.."
[ $# -gt 0 ] || set -- 10000 100000 1000000

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
status=0

# fail MESSAGE
fail() {
    echo "bench-scale: $1" >&2
    status=1
}

# generate NAME ARTICLES SHAPE
generate() {
    "$WORK/corpusgen" --articles "$2" --seed "${SEED:-1}" --shape "$3" --out "$WORK/$1.jsonl" --truth "$WORK/$1.truth"
}

# trace CORPUS REPORT [FLAG...]
trace() {
    corpus=$1 report=$2
    shift 2
    rm -rf "${WORK:?}/$report"
    # shellcheck disable=SC2086 # flags are words
    "$WIRETRACE" run --quiet --temp "$WORK" ${FLAGS:-} --stats "$WORK/$report.stats" --out "$WORK/$report" "$@" "$WORK/$corpus.jsonl"
}

# figures REPORT: wall seconds, CPU seconds and peak bytes of the run that wrote it
figures() {
    awk -F '[": ,]+' '{ value[$2] = $3 } END { print value["seconds"], value["cpu_seconds"], value["peak_bytes"] }' "$WORK/$1.stats"
}

# remove FILE...
remove() {
    [ -n "${KEEP:-}" ] || (cd "$WORK" && rm -rf "$@")
}

# measure NAME ARTICLES SHAPE
measure() {
    echo
    echo "== $1"
    generate "$1" "$2" "$3"
    trace "$1" "$1.report"
    echo "$1 $2 $(wc -c <"$WORK/$1.jsonl") $(figures "$1.report")" >>"$WORK/table"
    awk -f contrib/stats.awk "$WORK/$1.report.stats"
    "$WORK/corpusgen" score --least copies=.99,linked=.98 --most false=1 "$WORK/$1.truth" "$WORK/$1.report" ||
        fail "$1: too little is found or too much claimed"
    remove "$1.jsonl" "$1.report"
}

# compare_threads ARTICLES
compare_threads() {
    echo
    echo "== threads"
    generate threads "$1" normal
    trace threads threads-1 -j 1
    trace threads threads-2 -j 2
    diff -r "$WORK/threads-1" "$WORK/threads-2" >"$WORK/threads.diff" ||
        fail "one thread and two write different reports"
    echo "$(figures threads-1) $(figures threads-2)" | awk '{
        printf "%.1f s with one thread, %.1f s with two: %.2f times as fast\n", $1, $4, $1 / $4
        if ($1 / $4 < 1.7) print "warning: two threads should be 1.7 times as fast as one"
    }'
    remove threads.jsonl threads-1 threads-2
}

# What a run of one article takes is the base that memory grows from.
generate one 1 normal
trace one base
base=$(figures base)
: >"$WORK/table"
compare_threads "$1"
for n in "$@"; do
    measure "normal-$n" "$n" normal
done
if [ "${ONE_STORY:-20000}" -gt 0 ]; then
    measure one-story "${ONE_STORY:-20000}" one-story
fi

echo
echo "$(nproc) cores, load $(cut -d' ' -f1-3 /proc/loadavg 2>/dev/null || uptime)"
# The exponents say how time, and memory beyond the base, grew from the size
# before: 1 is as the number of articles did.
awk -v base="${base##* }" '
function grew(what, now, before, most,    e) {
    e = now > 0 && before > 0 ? log(now / before) / log($2 / articles) : 0
    if (most && e > most) warnings = warnings sprintf("warning: %s: %s grew with an exponent of %.2f, more than %.1f\n", $1, what, e, most)
    return e
}
BEGIN {
    base /= 2^20
    printf "%-16s %9s %8s %8s %8s %8s %9s %9s %9s %9s %9s\n", "corpus", "articles", "MB",
        "wall s", "CPU s", "MB/s", "us each", "peak MB", "wall exp", "CPU exp", "peak exp"
}
{
    peak = $6 / 2^20
    printf "%-16s %9d %8.1f %8.1f %8.1f %8.1f %9.0f %9.0f", $1, $2, $3 / 1e6, $4, $5, $3 / 1e6 / $4, 1e6 * $4 / $2, peak
}
/^normal/ {
    if (articles && articles != $2)
        printf " %9.2f %9.2f %9.2f", grew("wall time", $4, wall, 1.1), grew("CPU time", $5, cpu, 0), grew("memory", peak - base, beyond, 1)
    articles = $2; wall = $4; cpu = $5; beyond = peak - base
}
{ print "" }
END { printf "%s", warnings }' "$WORK/table"
exit $status
