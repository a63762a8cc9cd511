#!/usr/bin/env bash
# Writes the report of `wiretrace run` in many tasks, with no engine but this loop:
#
#	run.sh WORK TASKS [flags of wiretrace run] PATH...
#
# WORK is a folder for what tasks leave each other. Begun again with a WORK that is there, it
# goes on where it was (then TASKS and what follows may be left out). BIN is the program
# (wiretrace), AT_ONCE how many tasks run at a time (one a core). Stages that read less than
# SMALL (16MiB) are done by this loop itself.
#
# On a cluster START starts the tasks of a stage and waits for them: a program that is called
# with the stage and the numbers of its tasks, and has WORK and BIN, both absolute, in its
# environment. slurm.sh and kubernetes.sh are two of these.
set -euo pipefail
absolute() { case $1 in /*) echo "$1" ;; *) echo "$PWD/$1" ;; esac }
WORK=$(absolute "$1")
shift
BIN=$(absolute "$(command -v "${BIN:-wiretrace}")")
export WORK BIN
start() {
	local stage=$1
	shift
	printf '%s\n' "$@" | xargs -P "${AT_ONCE:-$(nproc)}" -n 1 "$BIN" step task --work "$WORK" "$stage"
}

if [ ! -e "$WORK/manifest.json" ]; then
	"$BIN" step begin --work "$WORK" --tasks "$@"
fi
stage=
while true; do
	line=$("$BIN" step next --work "$WORK" --small "${SMALL:-16MiB}" $stage)
	[ -n "$line" ] || break
	read -r stage tasks <<<"$line"
	${START:-start} "$stage" $tasks
done
