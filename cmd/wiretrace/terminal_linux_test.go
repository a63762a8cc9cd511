package main

import (
	"bytes"
	"context"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/internal/pty"
)

func TestCompareInATerminal(t *testing.T) {
	dir, err := filepath.Abs("../../testdata/example")
	require.NoError(t, err)
	args := []string{"compare", filepath.Join(dir, "05-ap-balloon-fifty-yard-line.txt"), filepath.Join(dir, "06-plains-herald-balloon.txt")}
	for _, test := range []struct {
		name          string
		columns       uint16
		noColor, term string
		color         bool
		sideBySide    bool
	}{
		{"wide", 160, "", "xterm-256color", true, true},
		{"narrow", 60, "", "xterm-256color", true, false},
		{"colours switched off", 160, "1", "xterm-256color", false, true},
		{"a dumb terminal", 160, "", "dumb", false, true},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Setenv("NO_COLOR", test.noColor)
			t.Setenv("TERM", test.term)
			tty, printed := pty.Open(t, test.columns)
			var stderr bytes.Buffer
			require.Equal(t, exitDone, run(context.Background(), args, nil, tty, &stderr), stderr.String())
			text := printed()
			require.Equal(t, test.color, strings.Contains(text, "\x1b["), "%q", text[:min(len(text), 300)])
			require.Equal(t, test.sideBySide, strings.Contains(text, "│"), "%s", text[:min(len(text), 600)])
			require.Contains(t, text, "copy")
		})
	}
}

func TestProgressOfARunInATerminal(t *testing.T) {
	tty, printed := pty.Open(t, 100)
	dir := filepath.Join(t.TempDir(), "r")
	var stdout bytes.Buffer
	require.Equal(t, exitDone, run(context.Background(), []string{"run", "-o", dir, "../../testdata/example"}, nil, &stdout, tty))
	require.Contains(t, printed(), "9 articles read")
}
