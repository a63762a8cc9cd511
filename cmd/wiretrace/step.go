package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/pflag"

	"wiretrace/job"
	"wiretrace/spill"
	"wiretrace/step"
)

const stepHead = `Usage: wiretrace step [flags] NAME

Does the work of one task of one step of a run, for an engine that spreads runs over
many machines: reads framed blocks on standard input, writes framed blocks on standard
output. Its input is the blocks of some parts, those of each part together, sorted by
part, kind and order; its output ends with a frame that counts what was written and
read. doc/scaleout.md describes frames and datasets; contrib/spark is an engine.

Whoever drives it gives the same flags to each task, as to 'wiretrace run'. Besides
the names below there are
  wiretrace step plan          print the stages of a run, as JSON
  wiretrace step kinds         print the names of the kinds, by their numbers
  wiretrace step input PATH... print the blocks that a run begins with
  wiretrace step split         part blocks among tasks: one file a kind and task
  wiretrace step sort          put blocks into the order of a side file

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
	side      string
	unsorted  bool
	uncounted bool
	tasks     uint32
	dir       string
	began     string
}

func runStep(ctx context.Context, args []string, s streams) (int, error) {
	var c stepCommand
	f, err := parseGroups(
		"step", stepHelp(), args, s,
		group{"Task", func(f *pflag.FlagSet) {
			f.StringVar(&c.side, "side", "", "`FOLDER` of the side files, each named by its kind")
			f.BoolVar(&c.unsorted, "unsorted", false, "the input is streams in any order, to be sorted first")
			f.BoolVar(&c.uncounted, "uncounted", false, "the input ends without a count: whoever drives the task compares how many blocks its output says were read")
			f.Uint32Var(&c.tasks, "tasks", 1, "of input: shares of the files; of split: tasks that parts are divided among")
			f.StringVar(&c.began, "began", "", "`TIME` when the run began, as 2024-05-01T12:00:00Z: dates far after it are not believed (default: now)")
			f.StringVar(&c.dir, "dir", ".", "of split: `FOLDER` of the files, each KIND-TASK")
		}},
		group{"Report", c.to.define}, group{"Input", c.from.define}, group{"Performance", c.cost.define},
	)
	if err != nil {
		return 0, err
	}
	if f.NArg() == 0 {
		return 0, usage("no step named")
	}
	c.to.asked = asked(f)
	switch name := f.Arg(0); {
	case name == "input":
		return exitDone, step.WriteInput(s.out, f.Args()[1:], max(c.tasks, 1))
	case f.NArg() > 1:
		return 0, usage("unexpected argument %q", f.Arg(1))
	case name == "plan":
		enc := json.NewEncoder(s.out)
		enc.SetIndent("", "  ")
		return exitDone, enc.Encode(step.Plan())
	case name == "kinds":
		return exitDone, step.WriteKinds(s.out)
	case name == "sort":
		if err := c.cost.set(new(job.Options)); err != nil {
			return 0, err
		}
		return exitDone, c.sort(s.in, s.out, int64(c.cost.memory), c.cost.temp)
	case name == "split":
		return exitDone, step.Split(s.in, c.dir, max(c.tasks, 1))
	default:
		return exitDone, c.work(ctx, name, s)
	}
}

// work does the work of a task.
func (c *stepCommand) work(ctx context.Context, name string, s streams) error {
	st, ok := step.Find(name)
	if !ok {
		var names []string
		for _, s := range step.Steps() {
			names = append(names, s.Name)
		}
		return usage("no step %q%s", name, hint(name, names))
	}
	began := time.Now()
	if c.began != "" {
		var err error
		if began, err = time.Parse(time.RFC3339, c.began); err != nil {
			return usage("--began %s: not a time such as 2024-05-01T12:00:00Z", c.began)
		}
	}
	var o job.Options
	from := c.from.setReader // most steps need nothing of outlets: those built in are read by who does
	if c.from.outlets != "" || c.from.relations != "" {
		from = c.from.set
	}
	if err := errors.Join(c.to.set(&o, began), c.cost.set(&o), from(&o)); err != nil {
		return err
	}
	o.Reader.Now = began
	in := s.in
	if c.unsorted {
		r, w := io.Pipe()
		defer r.Close()
		go func() { w.CloseWithError(c.sort(s.in, w, o.Memory, o.TempDir)) }()
		in = r
	}
	side := os.DirFS(filepath.Clean(c.side))
	return st.Run(ctx, step.Options{
		Reader: o.Reader, Outlets: o.Outlets, Relations: o.Relations, Window: o.Window, Memory: o.Memory, Out: o.Out, Report: o.Report,
		Uncounted: c.uncounted && !c.unsorted,
	}, in, s.out, side)
}

// sort sorts blocks, of which memory holds an eighth of what a run may take.
func (c *stepCommand) sort(in io.Reader, out io.Writer, memory int64, temp string) error {
	space := spill.NewSpace(memory/8, temp)
	defer space.Close()
	r := step.NewReader(in)
	r.Uncounted = c.uncounted
	return step.Sort(r, out, space)
}
