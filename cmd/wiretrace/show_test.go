package main

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/report"
)

func TestShowNamesWhatIsMissing(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "r")
	execute(t, exitProblems, "run", "-q", "-o", dir, "../../testdata/stories")
	out, _ := execute(t, exitDone, "show", "06-voz-crab-morgue.txt", dir)
	require.Contains(t, out, "The morgue that smelled of the sea")
	require.NotContains(t, out, "\x1b", "no terminal, no colours")
	_, said := execute(t, exitFailed, "show", "nobody", dir)
	require.Contains(t, said, "nobody: no story, cluster or article of "+dir)
	_, said = execute(t, exitFailed, "show", "06-voz-crab-morge.txt", dir)
	require.Contains(t, said, `(did you mean "06-voz-crab-morgue.txt"?)`)
	_, said = execute(t, exitFailed, "show", "voz", dir)
	require.Contains(t, said, `(an article of that outlet is "`)
	_, said = execute(t, exitFailed, "show", "nobody", t.TempDir())
	require.Contains(t, said, "is no wiretrace report")
	_, said = execute(t, exitFailed, "show", "nobody", filepath.Join(dir, "missing"))
	require.Contains(t, said, "missing: no such folder, so no wiretrace report")
	_, said = execute(t, exitUsage, "show", dir)
	require.Contains(t, said, "is a report: what of it?")
	require.Contains(t, said, "wiretrace show ARTICLE "+dir)
	execute(t, exitUsage, "show")
}

func TestOpenPrintsThePathWithoutBrowser(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("the command that opens files cannot be hidden here")
	}
	dir := filepath.Join(t.TempDir(), "r")
	w, err := report.Create(dir, report.Options{})
	require.NoError(t, err)
	require.NoError(t, w.Commit())
	bin := t.TempDir()
	t.Setenv("PATH", bin)
	_, said := execute(t, exitFailed, "open", dir)
	require.Contains(t, said, "the report has no pages")
	index := filepath.Join(dir, report.IndexFile)
	require.NoError(t, os.WriteFile(index, nil, 0o666))
	out, _ := execute(t, exitDone, "open", dir)
	require.Equal(t, index+"\n", out)

	opened := filepath.Join(bin, "opened")
	script := "#!/bin/sh\necho \"$1\" > " + opened + "\n"
	require.NoError(t, os.WriteFile(filepath.Join(bin, "xdg-open"), []byte(script), 0o777))
	out, _ = execute(t, exitDone, "open", dir)
	require.Empty(t, out)
	b, err := os.ReadFile(opened)
	require.NoError(t, err)
	require.Equal(t, index, strings.TrimSpace(string(b)))
}
