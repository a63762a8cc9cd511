package page

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// Each section of words.txt is read by the program, and its phrases are as its head says.
func TestWordsFile(t *testing.T) {
	files, err := filepath.Glob("*.go")
	require.NoError(t, err)
	var code strings.Builder
	for _, name := range files {
		b, err := os.ReadFile(name)
		require.NoError(t, err)
		code.Write(b)
	}
	for section, rows := range sections {
		require.Contains(t, code.String(), `("`+section+`")`)
		for _, row := range rows {
			for _, phrase := range row {
				require.NotEmpty(t, strings.TrimSpace(phrase), section)
				if section != "posting" {
					require.Equal(t, strings.ToLower(phrase), phrase, section)
				}
			}
		}
	}
	require.Len(t, rows("consent-terms"), len(rows("consent-ours")))
	for _, w := range listed("first-published") {
		require.True(t, containsAny(w, listed("first-published-piece")), "%q is passed by", w)
	}
}
