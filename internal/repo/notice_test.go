package repo

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// NOTICE names the modules in the versions that go.mod has, each with a licence.
func TestNoticeIsOfTheModulesInUse(t *testing.T) {
	notice, err := os.ReadFile("../../NOTICE")
	require.NoError(t, err)
	mod, err := os.ReadFile("../../go.mod")
	require.NoError(t, err)
	named := map[string]bool{}
	lines := strings.Split(string(notice), "\n")
	for i, line := range lines {
		module, version, ok := strings.Cut(line, " v")
		if !ok || strings.HasPrefix(line, " ") {
			continue
		}
		require.Contains(t, string(mod), module+" v"+version, "NOTICE is of another version")
		require.True(t, strings.HasPrefix(lines[i+1], "    "), "%s has no licence", module)
		named[module] = true
	}
	require.Greater(t, len(named), 20)
}
