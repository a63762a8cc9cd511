package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spf13/pflag"
	"github.com/stretchr/testify/require"
)

// completed returns what bash offers for the last of some words.
func completed(t *testing.T, words ...string) []string {
	t.Helper()
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("no bash here: its completion is not tried")
	}
	const script = `source /dev/stdin
COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
_wiretrace
printf '%s\n' "${COMPREPLY[@]}"`
	cmd := exec.Command(bash, append([]string{"--norc", "-c", script, "bash", "wiretrace"}, words...)...)
	cmd.Stdin = strings.NewReader(bashScript())
	out, err := cmd.CombinedOutput()
	require.NoError(t, err, string(out))
	return strings.Fields(string(out))
}

func TestBashCompletes(t *testing.T) {
	require.Equal(t, []string{"extract"}, completed(t, "ex"))
	require.Subset(t, completed(t, ""), commandNames())
	require.Equal(t, []string{"--csv-separator"}, completed(t, "run", "--csv-s"))
	require.Equal(t, []string{"full", "offsets", "none"}, completed(t, "run", "--jsonl", ""))
	require.Equal(t, []string{"comma", "semicolon", "tab"}, completed(t, "run", "--csv-separator", ""))
	require.Equal(t, []string{"text"}, completed(t, "run", "in", "--log-format", "t"))
	require.Equal(t, []string{"prune"}, completed(t, "archive", "p"))
	require.Equal(t, []string{"powershell"}, completed(t, "completion", "p"))
	require.Empty(t, completed(t, "run", ""), "files are bash's own")
	require.NotContains(t, completed(t, "compare", "--"), "--archive")
}

// Each script is one that its shell can read, where that is here.
func TestShellsReadTheirScripts(t *testing.T) {
	for shell, script := range map[string]func() string{"bash": bashScript, "zsh": zshScript, "fish": fishScript} {
		t.Run(shell, func(t *testing.T) {
			path, err := exec.LookPath(shell)
			if err != nil {
				t.Skip("no " + shell + " here")
			}
			file := filepath.Join(t.TempDir(), "script")
			require.NoError(t, os.WriteFile(file, []byte(script()), 0o666))
			out, err := exec.Command(path, "-n", file).CombinedOutput()
			require.NoError(t, err, string(out))
			require.Empty(t, string(out))
		})
	}
}

func TestScriptsKnowEveryFlag(t *testing.T) {
	scripts := map[string]string{"bash": bashScript(), "zsh": zshScript(), "powershell": powershellScript()}
	fish := fishScript()
	for _, c := range commands() {
		d := c.describe()
		require.True(t, strings.HasPrefix(d.head, "Usage: wiretrace "+c.name), c.name)
		d.flags(func(f *pflag.Flag) {
			for shell, script := range scripts {
				require.Contains(t, script, "--"+f.Name, shell)
			}
			require.Contains(t, fish, " -l "+f.Name+" ")
			require.Contains(t, c.man(), roff("--"+f.Name))
			for _, v := range values(f) {
				require.NoError(t, f.Value.Set(v), "%s %s", f.Name, v)
			}
		})
	}
}

// groff warns of what man would print wrongly.
func TestManualPagesAreSound(t *testing.T) {
	groff, err := exec.LookPath("groff")
	if err != nil {
		t.Skip("no groff here")
	}
	pages := []string{manOfAll()}
	for _, c := range commands() {
		pages = append(pages, c.man())
	}
	for _, page := range pages {
		cmd := exec.Command(groff, "-man", "-Tutf8", "-ww", "-z")
		cmd.Stdin = strings.NewReader(page)
		out, err := cmd.CombinedOutput()
		require.NoError(t, err)
		require.Empty(t, string(out), page)
	}
}

func TestRoff(t *testing.T) {
	require.Equal(t, `a\eb`, roff(`a\b`))
	require.Equal(t, "\\&.x\na\n\\&'y", roff(".x\na\n'y"))
	require.Equal(t, `\-\-out`, roff("--out"))
}
