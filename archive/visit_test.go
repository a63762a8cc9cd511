package archive

import (
	"io"
	"os"
	"os/exec"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// The test binary runs itself as another program that looks into the archive
// which this variable names.
const visitor = "ARCHIVE_TEST_VISITOR"

func visit(path string) error {
	s, err := connect("file:" + path)
	if err != nil {
		return err
	}
	if _, err := s.number(ctx, "SELECT count(*) FROM articles"); err != nil {
		return err
	}
	return s.close()
}

// An archive may lie in the folder that a run reads. Opening and closing its
// file takes POSIX locks away from the process, and the next program that
// looks into the archive would then remove the log that a night stands in.
func TestReadingTheFileItselfLosesNoLock(t *testing.T) {
	a := openNew(t)
	fill(t, a, night(1), 0, 50)
	n := begin(t, a, night(2))
	for i := range 50 {
		_, err := n.Add(sample(100 + i))
		require.NoError(t, err)
	}
	for _, suffix := range []string{"", "-wal"} {
		f, err := os.Open(a.Path() + suffix)
		require.NoError(t, err)
		_, err = io.Copy(io.Discard, f)
		require.NoError(t, err)
		require.NoError(t, f.Close())
	}
	command := exec.Command(os.Args[0])
	command.Env = append(os.Environ(), visitor+"="+a.Path())
	out, err := command.CombinedOutput()
	require.NoError(t, err, string(out))
	_, err = os.Stat(a.Path() + "-wal")
	require.NoError(t, err, "the log is still there")
	require.NoError(t, n.Commit())
	require.NoError(t, a.Close())
	a = reopen(t, a.Path())
	require.Len(t, heads(t, a, time.Time{}), 100)
}
