//go:build unix

package reader

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestPipes(t *testing.T) {
	dir := folder(t, map[string]string{"a.txt": "Text."})
	pipe := filepath.Join(dir, "pipe.txt")
	require.NoError(t, syscall.Mkfifo(pipe, 0o600))
	articles, problems := read(t, dir, Options{}, dir)
	require.Equal(t, []string{"a.txt"}, ids(articles), "a pipe met in a folder is not waited for")
	require.Equal(t, []string{"pipe.txt: not a file but a pipe, a socket or a device"}, problems)

	go func() { _ = os.WriteFile(pipe, []byte("From a pipe."), 0) }()
	articles, problems = read(t, dir, Options{}, pipe)
	require.Empty(t, problems)
	require.Equal(t, "From a pipe.", articles[0].Text)
}
