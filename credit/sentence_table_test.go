package credit

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
)

// testdata/press holds sentences of each language with the outlets they credit:
// names with ; between them, | between two names of one, - for none, a tab, and
// the sentence.
func TestSentencesOfThePress(t *testing.T) {
	files, err := filepath.Glob("testdata/press/*.txt")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, path := range files {
		code := strings.TrimSuffix(filepath.Base(path), ".txt")
		t.Run(code, func(t *testing.T) {
			data, err := os.ReadFile(path)
			require.NoError(t, err)
			for line := range strings.Lines(string(data)) {
				want, text, ok := strings.Cut(strings.TrimSpace(line), "\t")
				if strings.HasPrefix(line, "#") || !ok {
					continue
				}
				if got := creditedIn(t, code, text); !sameNames(want, got) {
					t.Errorf("%s\n\twant %s\n\tgot  %s", text, want, strings.Join(got, ";"))
				}
			}
		})
	}
}

// creditedIn returns the outlets that a sentence credits, each once.
func creditedIn(t *testing.T, language, text string) (names []string) {
	known := map[string]bool{}
	for _, k := range readRaw(t, article.Article{Text: text, Language: language}) {
		if !known[k.Outlet] {
			known[k.Outlet] = true
			names = append(names, k.Outlet)
		}
	}
	return names
}

// sameNames reports whether got are the outlets of want in any order.
func sameNames(want string, got []string) bool {
	if want == "-" {
		return len(got) == 0
	}
	all := strings.Split(want, ";")
	for _, names := range all {
		found := false
		for name := range strings.SplitSeq(names, "|") {
			for _, g := range got {
				found = found || g == name
			}
		}
		if !found {
			return false
		}
	}
	return len(all) == len(got)
}
