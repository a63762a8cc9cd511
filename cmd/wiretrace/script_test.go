package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"wiretrace": main})
}

// TestScripts runs the stories of testdata/script, each in a folder of its own
// that holds a copy of the example articles.
func TestScripts(t *testing.T) {
	example, err := filepath.Abs("../../testdata/example")
	require.NoError(t, err)
	contrib, err := filepath.Abs("../../contrib")
	require.NoError(t, err)
	testscript.Run(t, testscript.Params{
		Dir:           "testdata/script",
		UpdateScripts: *update,
		Setup: func(env *testscript.Env) error {
			env.Setenv("CONTRIB", contrib)
			return os.CopyFS(filepath.Join(env.WorkDir, "example"), os.DirFS(example))
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits":   exits,
			"lines":   lines,
			"corrupt": corrupt,
		},
	})
}

// exits runs a command that ends with a status: exits 3 wiretrace run nowhere
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits STATUS COMMAND [ARG...]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("%v", err)
		}
		got = exit.ExitCode()
	}
	if got != want {
		ts.Fatalf("exit status %d, not %d", got, want)
	}
}

// lines checks how many lines a file has: lines 10 report/report.csv
func lines(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: lines COUNT FILE")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	if got := bytes.Count([]byte(ts.ReadFile(args[1])), []byte("\n")); got != want {
		ts.Fatalf("%s has %d lines, not %d", args[1], got, want)
	}
}

// corrupt keeps the first half of a file.
func corrupt(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: corrupt FILE")
	}
	b := ts.ReadFile(args[0])
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(b[:len(b)/2]), 0o666))
}

// TestExampleReport holds the report of the example against the one that was
// read and found right. With -update it is written anew.
func TestExampleReport(t *testing.T) {
	golden, err := filepath.Abs("testdata/example")
	require.NoError(t, err)
	t.Chdir("../..")
	out := filepath.Join(t.TempDir(), "report")
	var stdout, stderr bytes.Buffer
	code := run(context.Background(), []string{"run", "--out", out, "testdata/example"}, nil, &stdout, &stderr)
	require.Equal(t, exitDone, code, stderr.String())
	require.Empty(t, stdout.String(), "standard output is for data")
	for _, name := range []string{"report.csv", "clusters.csv", "credits.csv", "links.csv", "outlets.csv", "flows.csv"} {
		got, err := os.ReadFile(filepath.Join(out, name))
		require.NoError(t, err)
		if *update {
			require.NoError(t, os.MkdirAll(golden, 0o777))
			require.NoError(t, os.WriteFile(filepath.Join(golden, name), got, 0o666))
		}
		want, err := os.ReadFile(filepath.Join(golden, name))
		require.NoError(t, err)
		require.Equal(t, string(want), string(got), "%s: if the change is meant, run this test with -update", name)
	}
}
