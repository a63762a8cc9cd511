#!/bin/sh
# Fills an archive with made-up news and measures what a night on top of it
# costs: reading and matching TONIGHT new articles against ARCHIVED old ones.
#
#   contrib/bench-nightly.sh [ARCHIVED [TONIGHT]]     default: 500000 20000
#
# Environment:
#   WIRETRACE   the binary (default: built from this tree)
#   FLAGS       more flags for `wiretrace run`
#   MEMORY      of the night itself (default 1400MiB)
#   SEED        of the corpus (default 1)
#   WORK        folder for corpus, archive and reports (default: a temporary
#               one, removed at the end); some 12 GB for 500,000 articles
#   KEEP        not empty: an archive that stands in WORK is used again, and
#               everything is left there
set -eu
cd "$(dirname "$0")/.."
archived=${1:-500000} tonight=${2:-20000}

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
time=$(command -v time || true) # the program, for peak memory; not the shell's word
case $time in /*) ;; *) time= ;; esac

# measure NAME COMMAND... : runs it and adds a line to the table.
measure() {
    name=$1
    shift
    began=$(date +%s.%N)
    if [ -n "$time" ]; then
        "$time" -f '%U %S %M' -o "$WORK/time" "$@"
    else
        "$@"
        echo '0 0 0' >"$WORK/time"
    fi
    ended=$(date +%s.%N)
    read -r user system peak <"$WORK/time"
    echo "$name $began $ended $user $system $peak" >>"$WORK/table"
}

: >"$WORK/table"
db=$WORK/news.db
if [ ! -e "$db" ]; then
    "$WORK/corpusgen" --articles $((archived + tonight)) --seed "${SEED:-1}" --out "$WORK/all.jsonl"
    head -n "$archived" "$WORK/all.jsonl" >"$WORK/archived.jsonl"
    tail -n "$tonight" "$WORK/all.jsonl" >"$WORK/tonight.jsonl"
    rm "$WORK/all.jsonl"
    # shellcheck disable=SC2086 # flags are words
    measure fill "$WIRETRACE" run --quiet ${FLAGS:-} --archive "$db" --stats "$WORK/fill.json" --out "$WORK/report-fill" "$WORK/archived.jsonl"
    rm -rf "$WORK/report-fill"
    [ -z "${KEEP:-}" ] || cp "$db" "$WORK/filled.db"
elif [ -e "$WORK/filled.db" ]; then
    cp "$WORK/filled.db" "$db"
fi
before=$(wc -c <"$db")
# shellcheck disable=SC2086 # flags are words
measure night "$WIRETRACE" run --quiet --memory "${MEMORY:-1400MiB}" ${FLAGS:-} --archive "$db" --stats "$WORK/night.json" --out "$WORK/report" "$WORK/tonight.jsonl"
# shellcheck disable=SC2086 # flags are words
measure nothing-new "$WIRETRACE" run --quiet ${FLAGS:-} --archive "$db" --out "$WORK/report" "$WORK/tonight.jsonl"
measure check "$WIRETRACE" archive check "$db"

echo
echo "== night"
awk -f contrib/stats.awk "$WORK/night.json"
echo
echo "$archived articles archived: $before bytes, $((before / archived)) an article"
echo "$(nproc) cores, load $(cut -d' ' -f1-3 /proc/loadavg 2>/dev/null || uptime)"
awk '
BEGIN { printf "%-12s %9s %9s %9s\n", "run", "wall s", "cpu s", "peak MB" }
{ printf "%-12s %9.1f %9.1f %9.0f\n", $1, $3 - $2, $4 + $5, $6 / 1024 }' "$WORK/table"
