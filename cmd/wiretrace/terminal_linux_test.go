package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"golang.org/x/sys/unix"

	"wiretrace/job"
)

// pseudoTerminal opens a pseudo-terminal. What is written to tty can be read from
// the function returned.
func pseudoTerminal(t *testing.T, columns uint16) (tty *os.File, printed func() string) {
	t.Helper()
	master, err := os.OpenFile("/dev/ptmx", os.O_RDWR|unix.O_NOCTTY, 0)
	if err != nil {
		t.Skip("no pseudo-terminal:", err)
	}
	t.Cleanup(func() { master.Close() })
	fd := int(master.Fd())
	require.NoError(t, unix.IoctlSetPointerInt(fd, unix.TIOCSPTLCK, 0))
	n, err := unix.IoctlGetInt(fd, unix.TIOCGPTN)
	require.NoError(t, err)
	tty, err = os.OpenFile("/dev/pts/"+strconv.Itoa(n), os.O_RDWR|unix.O_NOCTTY, 0)
	if err != nil {
		t.Skip("no pseudo-terminal:", err)
	}
	require.NoError(t, unix.IoctlSetWinsize(fd, unix.TIOCSWINSZ, &unix.Winsize{Row: 40, Col: columns}))
	got := make(chan string)
	go func() {
		var b bytes.Buffer
		_, _ = b.ReadFrom(master) // ends with an error when the other end is closed
		got <- b.String()
	}()
	return tty, func() string {
		require.NoError(t, tty.Close())
		select {
		case s := <-got:
			return strings.ReplaceAll(s, "\r\n", "\n")
		case <-time.After(10 * time.Second):
			t.Fatal("the terminal did not close")
			return ""
		}
	}
}

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
			tty, printed := pseudoTerminal(t, test.columns)
			var stderr bytes.Buffer
			require.Equal(t, exitDone, run(context.Background(), args, nil, tty, &stderr), stderr.String())
			text := printed()
			require.Equal(t, test.color, strings.Contains(text, "\x1b["), "%q", text[:min(len(text), 300)])
			require.Equal(t, test.sideBySide, strings.Contains(text, "│"), "%s", text[:min(len(text), 600)])
			require.Contains(t, text, "copy")
		})
	}
}

func TestProgressIsALineThatIsWrittenOver(t *testing.T) {
	tty, printed := pseudoTerminal(t, 60)
	p, c := progressAt(tty)
	c.pass(time.Second)
	p.show(progressOf(job.Reading, 10, 0))
	c.pass(time.Second)
	p.show(progressOf(job.Writing, 1, 4))
	c.pass(3 * time.Second)
	p.show(progressOf(job.Writing, 2_000_000_000_000, 4_000_000_000_000))
	p.clear()
	text := printed()
	require.Contains(t, text, "reading")
	require.Contains(t, text, "writing    25 %  1 of 4 articles")
	require.NotContains(t, text, "\n")
	require.True(t, strings.HasSuffix(text, "\r"), "nothing is left on the line")
	for _, line := range strings.Split(text, "\r") {
		require.Less(t, len(line), 60, "a line that is wider than the terminal cannot be written over")
	}
}

func TestProgressOfARunInATerminal(t *testing.T) {
	tty, printed := pseudoTerminal(t, 100)
	dir := filepath.Join(t.TempDir(), "r")
	var stdout bytes.Buffer
	require.Equal(t, exitDone, run(context.Background(), []string{"run", "-o", dir, "../../testdata/example"}, nil, &stdout, tty))
	require.Contains(t, printed(), "9 articles read")
}
