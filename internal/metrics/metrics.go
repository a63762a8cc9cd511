package metrics

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"wiretrace/job"
	"wiretrace/report"
)

// A Run is what the file says of the last run. None of its figures is a
// counter: a run says what it did and knows of no other.
type Run struct {
	Success     bool // it wrote its report and broke no limit
	ExitStatus  int
	Ended       time.Time
	LastSuccess time.Time // zero: never
	Seconds     float64   // by the clock
	Articles    int       // read, also by a run that failed later on
	Changing    int64     // files left out since they were still changing
	Known       int64     // files left out since they had been read before
	Stats       *job.Stats
	Summary     *report.Summary // nil if no report was written
}

// lastSuccessName is the one figure that is kept from run to run.
const lastSuccessName = "wiretrace_last_success_timestamp_seconds"

// Text returns the file. What is not known, as the clusters of a run that
// failed, is left out, since 0 would be a lie.
func (r *Run) Text() []byte {
	var b bytes.Buffer
	family := func(name, help string, samples ...string) {
		fmt.Fprintf(&b, "# HELP %s %s\n# TYPE %[1]s gauge\n", name, help)
		for _, s := range samples {
			b.WriteString(name + s + "\n")
		}
	}
	whole := func(n int64) string { return " " + strconv.FormatInt(n, 10) }
	decimal := func(v float64) string { return " " + strconv.FormatFloat(v, 'f', 3, 64) }
	at := func(t time.Time) string {
		if t.IsZero() {
			return " 0"
		}
		return whole(t.Unix())
	}
	success := int64(0)
	if r.Success {
		success = 1
	}
	family("wiretrace_last_run_success", "Whether the last run wrote its report and broke no limit of --fail-on (1) or failed (0).", whole(success))
	family("wiretrace_last_run_exit_status", "Exit status of the last run.", whole(int64(r.ExitStatus)))
	family("wiretrace_last_run_timestamp_seconds", "When the last run ended.", at(r.Ended))
	family(lastSuccessName, "When the last run that succeeded ended, 0 if none has.", at(r.LastSuccess))
	family("wiretrace_last_run_duration_seconds", "How long the last run took.", decimal(r.Seconds))
	var steps, cores []string
	for _, s := range r.Stats.Steps {
		steps = append(steps, fmt.Sprintf("{step=%q}%s", s.Step, decimal(s.Seconds)))
		cores = append(cores, fmt.Sprintf("{step=%q}%s", s.Step, decimal(s.CPUSeconds)))
	}
	if len(steps) > 0 {
		family("wiretrace_last_run_step_duration_seconds", "How long each step that was finished took in the last run.", steps...)
		family("wiretrace_last_run_step_cpu_seconds", "Time of all cores together that each step that was finished took in the last run.", cores...)
	}
	if r.Stats.PeakBytes > 0 {
		family("wiretrace_last_run_peak_memory_bytes", "Most memory that the last run had.", whole(r.Stats.PeakBytes))
	}
	family("wiretrace_last_run_articles", "Articles that the last run read.", whole(int64(r.Articles)))
	family(
		"wiretrace_last_run_skipped_files", "Files that the last run left out: still changing, or known from an earlier run.",
		`{reason="changing"}`+whole(r.Changing), `{reason="known"}`+whole(r.Known),
	)
	if r.Summary != nil {
		family("wiretrace_last_run_problems", "Inputs that the last run could not read, as listed in problems.csv.", whole(int64(r.Summary.Problems)))
		family("wiretrace_last_run_unread_folders", "Those of these problems that are folders or paths, of which nobody knows what they hold.", whole(int64(r.Summary.Folders)))
		family("wiretrace_last_run_warnings", "Inputs that the last run read, though not quite as they should be, as listed in problems.csv.", whole(int64(r.Summary.Warnings)))
		family("wiretrace_last_run_stories", "Stories in the report of the last run.", whole(int64(r.Summary.Stories.Count)))
		family("wiretrace_last_run_clusters", "Clusters in the report of the last run.", whole(int64(r.Summary.Clusters)))
		family("wiretrace_last_run_clustered_articles", "Articles of the last run's report that stand in a cluster.", whole(int64(r.Summary.Clustered)))
		family("wiretrace_last_run_uncredited_articles", "Articles of the last run's report that derive from another, certainly or likely, and credit nobody.", whole(int64(r.Summary.Uncredited)))
		family("wiretrace_last_run_links", "Pairs of articles, copies aside, that the last run found to share a text or a story.", whole(int64(r.Stats.Counts.Links)))
	}
	return b.Bytes()
}

// LastSuccess returns when the last run succeeded by an older file of metrics;
// the zero Time if there is none.
func LastSuccess(file string) time.Time {
	b, err := os.ReadFile(file)
	if err != nil {
		return time.Time{}
	}
	for s := bufio.NewScanner(bytes.NewReader(b)); s.Scan(); {
		value, ok := strings.CutPrefix(s.Text(), lastSuccessName+" ")
		if seconds, err := strconv.ParseInt(value, 10, 64); ok && err == nil && seconds > 0 {
			return time.Unix(seconds, 0)
		}
	}
	return time.Time{}
}

// Extension is that of the only files that the node exporter reads.
const Extension = ".prom"

// Probe fails if a file of metrics could not be written there in the end.
func Probe(file string) error {
	f, err := beside(file)
	if err != nil {
		return err
	}
	return errors.Join(f.Close(), os.Remove(f.Name()))
}

// beside makes a temporary file in the folder of another.
func beside(file string) (*os.File, error) {
	f, err := os.CreateTemp(filepath.Dir(file), "."+filepath.Base(file)+".*.tmp")
	var p *fs.PathError
	if errors.As(err, &p) { // its name means nothing to anyone
		err = fmt.Errorf("write in %s: %w", filepath.Dir(file), p.Err)
	}
	return f, err
}

// Write puts content in the place of a file in one step, so that whoever
// reads it meets the old or the new one whole. It can be read by everybody,
// since the node exporter runs as a user of its own.
func Write(file string, content []byte) error {
	f, err := beside(file)
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	err = errors.Join(err, f.Sync(), f.Close(), os.Chmod(f.Name(), 0o644))
	if err == nil {
		err = os.Rename(f.Name(), file)
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return nil
}
