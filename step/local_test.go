package step

import (
	"bytes"
	"context"
	"errors"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"
)

// An engine that runs the plan in this process, in so many tasks a stage, which come in
// any order: it parts, joins and loops, as any other must.
type engine struct {
	t     *testing.T
	o     Options
	tasks int
	rng   *rand.Rand
	data  map[string][]*Block
}

// runPlan writes the report of some paths.
func runPlan(t *testing.T, o Options, tasks int, seed uint64, paths ...string) *engine {
	e := &engine{t: t, o: o, tasks: tasks, rng: rand.New(rand.NewPCG(seed, 1)), data: map[string][]*Block{}}
	var in bytes.Buffer
	writeInput(t, &in, paths, uint32(tasks))
	e.add("input", &in)
	e.stages(Plan())
	return e
}

func (e *engine) stages(list []Stage) {
	for _, s := range list {
		if len(s.Loop) == 0 {
			e.stage(&s)
			continue
		}
		for rounds := 0; ; rounds++ {
			require.Less(e.t, rounds, 50, "a loop goes on and on")
			e.stages(s.Loop[:1])
			if len(e.data[s.Until]) == 0 {
				break
			}
			e.stages(s.Loop[1:])
		}
	}
}

// stage runs the tasks of one stage.
func (e *engine) stage(s *Stage) {
	step, ok := Find(s.Step)
	require.True(e.t, ok, s.Step)
	sides := fstest.MapFS{}
	for _, name := range s.Side {
		kind := name[strings.IndexByte(name, '/')+1:]
		sides[kind] = &fstest.MapFile{Data: stream(e.t, e.data[name])}
	}
	parts := make([][]*Block, e.tasks)
	for _, name := range s.In {
		for _, b := range e.data[name] {
			k := TaskOf(b.Part, uint32(e.tasks))
			if s.Alone {
				k = TaskOf(0, uint32(e.tasks))
			}
			parts[k] = append(parts[k], b)
		}
	}
	for _, k := range step.Writes {
		if !k.AddsUp() {
			delete(e.data, s.Name+"/"+k.String())
		}
	}
	for _, k := range e.rng.Perm(e.tasks) {
		if len(parts[k]) == 0 && (!s.Alone || k != int(TaskOf(0, uint32(e.tasks)))) {
			continue
		}
		var out bytes.Buffer
		err := step.Filter(context.Background(), e.o, bytes.NewReader(stream(e.t, parts[k])), &out, sides)
		require.NoError(e.t, err, s.Name)
		require.EqualValues(e.t, len(parts[k]), e.add(s.Name, &out), "%s has read all", s.Name)
	}
}

// add adds blocks to the datasets of a stage, and returns how many were read to make
// them.
func (e *engine) add(stage string, out io.Reader) (read uint64) {
	r := NewReader(out)
	for {
		b, err := r.Next()
		if errors.Is(err, io.EOF) {
			return r.Read
		}
		require.NoError(e.t, err)
		name := stage
		if stage != "input" {
			name += "/" + b.Kind.String()
		}
		e.data[name] = append(e.data[name], b)
	}
}

// stream returns blocks as a step reads them.
func stream(t *testing.T, blocks []*Block) []byte {
	var b bytes.Buffer
	w := NewWriter(&b)
	for _, x := range sorted(append([]*Block{}, blocks...)) {
		require.NoError(t, w.Write(x))
	}
	require.NoError(t, w.Close(0))
	return b.Bytes()
}

func writeInput(t require.TestingT, out io.Writer, paths []string, shares uint32) {
	w := NewWriter(out)
	require.NoError(t, WriteInput(w, paths, shares))
	require.NoError(t, w.Close(0))
}
