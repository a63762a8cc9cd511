package progress

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"wiretrace/internal/pty"
	"wiretrace/job"
)

func TestProgressIsALineThatIsWrittenOver(t *testing.T) {
	tty, printed := pty.Open(t, 60)
	p, c := progressAt(tty)
	c.pass(time.Second)
	p.Show(progressOf(job.Reading, 10, 0))
	c.pass(time.Second)
	p.Show(progressOf(job.Writing, 1, 4))
	c.pass(3 * time.Second)
	p.Show(progressOf(job.Writing, 2_000_000_000_000, 4_000_000_000_000))
	p.Clear()
	text := printed()
	require.Contains(t, text, "reading")
	require.Contains(t, text, "writing    25 %  1 of 4 articles")
	require.NotContains(t, text, "\n")
	require.True(t, strings.HasSuffix(text, "\r"), "nothing is left on the line")
	for _, line := range strings.Split(text, "\r") {
		require.Less(t, len(line), 60, "a line that is wider than the terminal cannot be written over")
	}
}
