package main

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/pflag"

	"wiretrace/job"
	"wiretrace/spill"
	"wiretrace/step"
	"wiretrace/step/folder"
)

const stepHead = `Usage: wiretrace step [flags] NAME

Does a run in many tasks, which may be spread over machines that share a folder:
  wiretrace step begin --work DIR --tasks N [flags of wiretrace run] PATH...
                                  prepare a run in DIR
  wiretrace step next --work DIR [--small SIZE] [STAGE]
                                  print the stage to be done now and the numbers of its
                                  tasks; nothing once the report is written. STAGE is
                                  the one that was printed last, now done: it is checked.
                                  Stages that read less than SIZE are done at once
  wiretrace step task --work DIR STAGE NUMBER
                                  do one of these tasks, or, where NUMBER is -, those whose
                                  numbers are on standard input
contrib/files does that in a loop of a few lines, contrib/spark on Apache Spark.

For an engine that brings blocks together by itself, NAME is one of the steps below:
it reads framed blocks on standard input and writes framed blocks on standard output.
Its input is the blocks of some parts, those of each part together, sorted by part,
kind and order; its output ends with a frame that counts what was written and read.
The same flags go to each task, as to 'wiretrace run'. doc/scaleout.md describes frames
and datasets. Further names:
  wiretrace step plan             print the stages of a run, as JSON
  wiretrace step kinds            print the names of the kinds, by their numbers
  wiretrace step input PATH...    print the blocks that a run begins with
  wiretrace step sort             put blocks into the order of a side file

Steps:
`

// stepHelp is stepHead with all steps.
func stepHelp() string {
	var b strings.Builder
	b.WriteString(stepHead)
	names := func(list []step.Kind) string {
		var all []string
		for _, k := range list {
			all = append(all, k.String())
		}
		return strings.Join(all, ", ")
	}
	for _, s := range step.Steps() {
		fmt.Fprintf(&b, "  %-10s %s\n             reads %s", s.Name, s.About, names(s.Reads))
		if len(s.Sides) > 0 {
			fmt.Fprintf(&b, "; beside: %s", names(s.Sides))
		}
		if len(s.Writes) > 0 {
			fmt.Fprintf(&b, "; writes %s", names(s.Writes))
		}
		b.WriteString("\n")
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// A stepCommand is a step with its flags.
type stepCommand struct {
	to        output
	from      input
	cost      performance
	work      string
	side      string
	uncounted bool
	small     size
	tasks     uint32
	began     string
	rest      []string // of the arguments: names and paths
}

func (c *stepCommand) parse(args []string, s streams) error {
	f, err := parseGroups(
		"step", stepHelp(), args, s,
		group{"Task", func(f *pflag.FlagSet) {
			f.StringVar(&c.work, "work", "", "of begin, next and task: `FOLDER` of the run, which all machines see at the same place")
			f.Var(&c.small, "small", "of next: do stages that read less than this at once, as one task, since that costs less than to start processes for them")
			f.Uint32Var(&c.tasks, "tasks", 1, "of begin: tasks of a stage; of input: shares of the files; of a step: tasks of a stage, the same for all, by which keys are parted")
			f.StringVar(&c.side, "side", "", "of a step: `FOLDER` of the side files, each named by its kind")
			f.BoolVar(&c.uncounted, "uncounted", false, "of a step: the input ends without a count, since whoever drives the task compares how many blocks its output says were read")
			f.StringVar(&c.began, "began", "", "of a step: `TIME` when the run began, as 2024-05-01T12:00:00Z: dates far after it are not believed (default: now)")
		}},
		group{"Report", c.to.define}, group{"Input", c.from.define}, group{"Performance", c.cost.define},
	)
	if err != nil {
		return err
	}
	if f.NArg() == 0 {
		return usage("no NAME given: begin, next, task or that of a step")
	}
	c.to.asked, c.rest, c.tasks = asked(f, "work", "small", "tasks", "side", "uncounted", "began"), f.Args(), max(c.tasks, 1)
	return nil
}

func runStep(ctx context.Context, args []string, s streams) (int, error) {
	var c stepCommand
	if err := c.parse(args, s); err != nil {
		return 0, err
	}
	name, rest := c.rest[0], c.rest[1:]
	most, need := 0, 0
	switch name {
	case "input", "begin":
		most, need = math.MaxInt, 1
	case "next":
		most = 1
	case "task":
		most, need = 2, 2
	}
	switch {
	case len(rest) > most:
		return 0, usage("unexpected argument %q", rest[most])
	case len(rest) < need:
		return 0, usage("%s: an argument is missing", name)
	case c.work == "" && slices.Contains([]string{"begin", "next", "task"}, name):
		return 0, usage("%s: no --work named", name)
	}
	return exitDone, c.do(ctx, name, rest, args, s)
}

func (c *stepCommand) do(ctx context.Context, name string, rest, args []string, s streams) error {
	switch name {
	case "begin":
		return c.begin(rest, args)
	case "next":
		return c.next(ctx, rest, s)
	case "task":
		return c.task(ctx, rest[0], rest[1], s)
	case "input":
		w := step.NewWriter(s.out)
		return cmp.Or(step.WriteInput(w, rest, c.tasks), w.Close(0))
	case "plan":
		enc := json.NewEncoder(s.out)
		enc.SetIndent("", "  ")
		return enc.Encode(step.Plan())
	case "kinds":
		return step.WriteKinds(s.out)
	case "sort":
		if err := c.cost.set(new(job.Options)); err != nil {
			return err
		}
		space := spill.NewSpace(0, c.cost.temp)
		defer space.Close()
		r := step.NewReader(s.in)
		r.Uncounted = c.uncounted
		return step.Sort(r, s.out, space, int(c.cost.memory)/8)
	default:
		return c.filter(ctx, name, s)
	}
}

// begin prepares a run in a folder.
func (c *stepCommand) begin(paths, args []string) error {
	dir, err := os.Getwd()
	if err != nil {
		return err
	}
	if _, err := c.options(time.Now()); err != nil { // a flag that cannot be is told at once
		return err
	}
	return folder.Begin(c.work, folder.Manifest{Version: version(), Began: time.Now().UTC().Truncate(time.Second), Dir: dir, Args: args, Tasks: c.tasks}, paths)
}

// next says which tasks of a run are to be done now, once it has done the small ones.
func (c *stepCommand) next(ctx context.Context, done []string, s streams) error {
	r, o, temp, err := c.open(s)
	if err != nil {
		return err
	}
	r.Small = uint64(c.small)
	stage, tasks, err := r.NextLarge(ctx, o, strings.Join(done, ""), temp)
	if err != nil || stage == "" {
		return err
	}
	_, err = fmt.Fprintln(s.out, stage, strings.Trim(fmt.Sprint(tasks), "[]"))
	return err
}

// task does one task of a run, or those whose numbers are on standard input.
func (c *stepCommand) task(ctx context.Context, stage, number string, s streams) error {
	in := io.Reader(strings.NewReader(number))
	if number == "-" {
		in = s.in
	}
	words := bufio.NewScanner(in)
	words.Split(bufio.ScanWords)
	var r *folder.Run
	var o step.Options
	var temp string
	for words.Scan() {
		n, err := strconv.ParseUint(words.Text(), 10, 32)
		if err != nil {
			return usage("task: %q is not the number of a task", words.Text())
		}
		if r == nil {
			r, o, temp, err = c.open(s)
		}
		if err == nil {
			err = r.Task(ctx, o, stage, uint32(n), temp)
		}
		if err != nil {
			folder.Failed(c.work, stage, uint32(n), err)
			return err
		}
	}
	return words.Err()
}

// open returns the run in the folder, and the flags that it was begun with, in the folder
// where that was.
func (c *stepCommand) open(s streams) (r *folder.Run, o step.Options, temp string, err error) {
	if c.work, err = filepath.Abs(c.work); err != nil {
		return nil, o, "", err
	}
	if r, err = folder.Open(c.work); err != nil {
		return nil, o, "", err
	}
	var begun stepCommand
	if err := begun.parse(r.Args, s); err != nil {
		return nil, o, "", err
	}
	if err := os.Chdir(r.Dir); err != nil {
		return nil, o, "", err
	}
	if o, err = begun.options(r.Began); err != nil {
		return nil, o, "", err
	}
	if begun.cost.spares { // nobody has said how much memory it may take
		debug.SetGCPercent(taskCollection)
		debug.SetMemoryLimit(taskMemory)
	}
	return r, o, begun.cost.temp, nil
}

// A task lives for seconds: its collector looks for what was thrown away once that is
// taskCollection of a hundred bytes held, and oftener from taskMemory bytes on.
const (
	taskCollection = 200
	taskMemory     = 700 << 20
)

// filter does the work of a task on standard input and output.
func (c *stepCommand) filter(ctx context.Context, name string, s streams) error {
	st, ok := step.Find(name)
	if !ok {
		names := []string{"begin", "next", "task", "plan", "kinds", "input", "sort"}
		for _, s := range step.Steps() {
			names = append(names, s.Name)
		}
		return usage("unknown step %q%s", name, hint(name, names))
	}
	began := time.Now()
	if c.began != "" {
		var err error
		if began, err = time.Parse(time.RFC3339, c.began); err != nil {
			return usage("--began %s: not a time such as 2024-05-01T12:00:00Z", c.began)
		}
	}
	o, err := c.options(began)
	if err != nil {
		return err
	}
	o.Uncounted, o.Tasks = c.uncounted, c.tasks
	return st.Filter(ctx, o, s.in, s.out, os.DirFS(filepath.Clean(c.side)))
}

// options are those of a task of a run that began at some time.
func (c *stepCommand) options(began time.Time) (step.Options, error) {
	var o job.Options
	from := c.from.setReader // most steps need nothing of outlets: those built in are read by who does
	if c.from.outlets != "" || c.from.relations != "" {
		from = c.from.set
	}
	if err := errors.Join(c.to.set(&o, began), c.cost.set(&o), from(&o)); err != nil {
		return step.Options{}, err
	}
	o.Reader.Now = began
	return step.Options{Reader: o.Reader, Outlets: o.Outlets, Relations: o.Relations, Window: o.Window, Memory: o.Memory, Out: o.Out, Report: o.Report, FormsUpTo: c.to.forms.upTo()}, nil
}
