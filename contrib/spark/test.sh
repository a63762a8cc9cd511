#!/usr/bin/env bash
# Runs wiretrace on Apache Spark over generated articles, and on this machine alone, and
# compares every file of the two reports, but for what the pages say of the run itself.
# Needs Go, Java 17 or later, Python 3.10 or later and PyPI (or PYSPARK, the file or version
# to be installed).
#
#	test.sh plain [ARTICLES [MASTER [STAGE]]]   with a STAGE, a task of it kills its executor
#	test.sh skew [ARTICLES]       half copies of one story; a phrase in most; an outlet with a third of all
#	test.sh parquet [ARTICLES]    from Parquet and JSON lines
#	test.sh faults                a program that changes midway; one that ends early and says all is well
#
# But for the first all stages are tasks of Spark, however little they read; with SMALL=1B for the first too.
set -euo pipefail
cd "$(dirname "$0")/../.."
what=${1:-plain}
if [ -z "${WORK:-}" ]; then
	WORK=$(mktemp -d)
	trap 'rm -rf "$WORK"' EXIT
fi
work=$WORK
small=1B # a stage that reads nothing is done by whoever asks what comes next
java="-XX:+UseSerialGC -XX:TieredStopAtLevel=1" # what a machine of few cores does best with: Java hardly works here
venv=${VENV:-$HOME/.cache/wiretrace-spark}
classes=$venv/classes.jsa # what Java has made of Spark's classes, for later runs: to load these is half of its time

if [ ! -x "$venv/bin/spark-submit" ]; then
	python3 -m venv "$venv"
	"$venv/bin/pip" install --quiet "${PYSPARK:-pyspark==4.3.0}"
fi
if [ -e "$classes" ]; then
	java+=" -XX:SharedArchiveFile=$classes"
	first=
else
	first="-XX:ArchiveClassesAtExit=$classes"
fi
mkdir -p "$work"
go build -trimpath -o "$work/wiretrace" ./cmd/wiretrace

# generate ARTICLES [flags]: articles in the folder in, in eight files.
generate() {
	go run ./internal/tools/corpusgen --articles "$@" --out "$work/all.jsonl"
	rm -rf "$work/in" && mkdir "$work/in"
	split -n l/8 -d --additional-suffix=.jsonl "$work/all.jsonl" "$work/in/part"
}

# spark BIN MASTER [flags] PATH...: the report many.
spark() {
	local bin=$1 master=$2
	shift 2
	rm -rf "$work/many"
	PYSPARK_PYTHON=$venv/bin/python "$venv/bin/spark-submit" --master "$master" --conf spark.ui.enabled=false \
		--conf "spark.driver.extraJavaOptions=$java $first" --conf "spark.executor.extraJavaOptions=$java" \
		contrib/spark/wiretrace_spark.py --bin "$bin" --work "$work/spark" --tasks 4 --small "$small" "$@" -- --out "$work/many" >"$work/log" 2>&1
}

# compare NAME IN: the report of this machine is that of Spark. Prints what both cost.
compare() {
	"$work/wiretrace" run --quiet --stats "$work/one.json" --out "$work/one" "$2" || [ $? = 3 ]
	if [ -e "$work/one/index.html" ]; then # very large reports have no pages
		sed -i -E 's/<p>Begun on .*\. ([^.]* pairs of articles compared)/<p>\1/' "$work/one/index.html" "$work/many/index.html"
	fi
	diff -r --brief "$work/one" "$work/many"
	python3 - "$work" "$1" <<'PYTHON'
import json, re, sys
work, name = sys.argv[1:]
one = json.load(open(work + "/one.json"))
stages = json.load(open(work + "/spark/stages.json"))
articles, once = one["counts"]["articles"], one["cpu_seconds"]
spark = float(re.search(r"CPU of all processes on this machine: ([\d.]+) s", open(work + "/log").read())[1])
tasks, most = sum(s["cpu_seconds"] for s in stages), max(s["peak_bytes"] for s in stages)
print(f"{name}: every file equal, {articles} articles; CPU {once:.1f} s on one machine, {spark:.1f} s on Spark ({spark / once:.1f} times), "
      f"of which {tasks:.1f} s tasks; most memory of a task {most >> 20} MB")
if most > 1 << 30:
    sys.exit("a task has taken more than 1 GiB")
if len(sys.argv) > 2 and name.startswith("plain"):
    print(f"{'stage':12}{'tasks':>6}{'CPU s':>8}{'MB':>5}  bytes an article that it writes, by kind, if 10 or more")
    for s in stages:
        sizes = [f"{k} {n['bytes'] / articles:,.0f}" for k, n in s.get("written", {}).items() if n["bytes"] >= 10 * articles]
        print(f"{s['stage']:12}{len(s['tasks']):6}{s['cpu_seconds']:8.2f}{s['peak_bytes'] >> 20:5}  {', '.join(sizes)}")
PYTHON
}

must_fail() {
	if "$@"; then
		echo "$* ended well" >&2
		exit 1
	fi
}

# said PATTERN: the run has said so.
said() { grep -q -- "$1" "$work/log" || { tail -40 "$work/log"; exit 1; }; }

failed() { tail -40 "$work/log"; exit 1; }

# each PROGRAM: every article of in, changed by a program that has it as a, and its place as n.
each() {
	for f in "$work"/in/*; do
		python3 -c "
import json, sys
for n, line in enumerate(open(sys.argv[1], encoding='utf-8')):
    a = json.loads(line)
    $1
    print(json.dumps(a, ensure_ascii=False))" "$f" >"$work/changed" && mv "$work/changed" "$f"
	done
}

case $what in
plain)
	articles=${2:-2000} master=${3:-local[2]} lose=${4:-}
	[ -n "$lose" ] || small=${SMALL:-16MiB}
	rm -rf "$work/spark.lost"
	generate "$articles"
	spark "$work/wiretrace" "$master" ${lose:+--lose "$lose"} "$work/in" || failed
	[ -z "$lose" ] || [ -e "$work/spark.lost" ] || { echo "no executor was killed"; exit 1; }
	compare "plain, $master${lose:+, an executor killed}" "$work/in"
	;;
skew)
	articles=${2:-3000}
	generate "$articles" --shape one-story
	spark "$work/wiretrace" 'local[2]' "$work/in" || failed
	compare "half copies of one story" "$work/in"
	generate "$articles"
	each 'a["text"] += "" if n % 5 == 0 else "\n\nThis is a developing story and will be updated as soon as our reporters on the ground know more about it."'
	spark "$work/wiretrace" 'local[2]' "$work/in" || failed
	compare "a phrase in four of five" "$work/in"
	generate "$articles"
	each 'a["outlet"] = "The Harbour Gazette" if n % 3 == 0 else a.get("outlet", "")'
	spark "$work/wiretrace" 'local[2]' "$work/in" || failed
	compare "an outlet with a third of all" "$work/in"
	;;
parquet)
	"$venv/bin/python" -c 'import pyarrow' 2>/dev/null || "$venv/bin/pip" install --quiet pyarrow==26.0.1
	generate "${2:-500}"
	each 'a["date"] = a["date"] if "T" in a.get("date", "") else "2025-01-01T08:00:00Z"' # in a column of times no row is of a day alone
	rm -rf "$work/rows" && mkdir "$work/rows"
	# The same rows as JSON lines, under the names that the rewritten files have, and as Parquet.
	for f in "$work"/in/*; do
		mv "$f" "$work/rows/$(basename "$f" .jsonl).parquet.jsonl"
		cp "$work/rows/$(basename "$f" .jsonl).parquet.jsonl" "$f"
	done
	"$venv/bin/python" - "$work/in" <<-'PYTHON'
		import glob, os, sys
		import pyarrow as pa, pyarrow.json, pyarrow.parquet
		for path in sorted(glob.glob(sys.argv[1] + "/*.jsonl"))[:-1]:
		    table = pa.json.read_json(path) # takes what looks like a time for one, of no zone
		    fields = [pa.field(f.name, pa.timestamp("us", "UTC") if pa.types.is_timestamp(f.type) else f.type) for f in table.schema]
		    pa.parquet.write_table(table.cast(pa.schema(fields)), path.removesuffix(".jsonl") + ".parquet", row_group_size=20)
		    os.unlink(path)
	PYTHON
	for f in "$work"/in/*.jsonl; do # the one that stays as it is
		rm "$work/rows/$(basename "$f" .jsonl).parquet.jsonl"
		cp "$f" "$work/rows/"
	done
	spark "$work/wiretrace" 'local[2]' "$work/in" || failed
	find "$work/many" -type f -exec sed -i "s|$work/spark.parquet/0/|$work/rows/|g" {} +
	compare "Parquet and JSON lines" "$work/rows"
	;;
faults)
	generate 200
	# Another program takes the place of this one while the run is under way.
	cp "$work/wiretrace" "$work/other" && echo changed >>"$work/other"
	cat >"$work/program" <<-SCRIPT
		#!/bin/sh
		case "\$*" in "step task"*" keys "*) exec $work/other "\$@" ;; esac
		exec $work/wiretrace "\$@"
	SCRIPT
	chmod +x "$work/program"
	must_fail spark "$work/program" 'local[2]' "$work/in"
	said 'this program is not the one that began the run'
	[ ! -e "$work/many" ]
	# A program that ends early and says that all is well.
	cat >"$work/early" <<-SCRIPT
		#!/bin/sh
		case "\$*" in "step task"*" links "*) exit 0 ;; esac
		exec $work/wiretrace "\$@"
	SCRIPT
	chmod +x "$work/early"
	must_fail spark "$work/early" 'local[2]' "$work/in"
	said 'links: task [0-9]* of it has ended without having done its work'
	[ ! -e "$work/many" ]
	# What is missing of it can be done later.
	spark "$work/wiretrace" 'local[2]' --resume "$work/in" || failed
	compare "after faults" "$work/in"
	;;
*)
	echo "test.sh: no $what" >&2
	exit 2
	;;
esac
