package page

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the goldens anew")

// describePage writes all that was read of a page, for people and goldens.
func describePage(p *Page) string {
	var b strings.Builder
	for _, f := range []struct {
		name string
		Field
	}{{"title", p.Title}, {"byline", p.Byline}, {"outlet", p.Outlet}, {"url", p.URL}, {"language", p.Language}} {
		fmt.Fprintf(&b, "%s: %s [%s]\n", f.name, f.Value, f.Source)
	}
	fmt.Fprintf(&b, "published: %s [%s]\n", p.Published, p.Published.Source)
	for _, s := range p.Signals {
		fmt.Fprintf(&b, "signal: %s %q %s\n", s.Kind, s.Name, s.URL)
	}
	return b.String() + "\n" + p.Text + "\n"
}

func TestPages(t *testing.T) {
	files, err := filepath.Glob("testdata/*.html")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".html"), func(t *testing.T) {
			source, err := os.ReadFile(file)
			require.NoError(t, err)
			got := describePage(Read(string(source), Options{}))
			golden := strings.TrimSuffix(file, ".html") + ".golden"
			if *update {
				require.NoError(t, os.WriteFile(golden, []byte(got), 0o644))
			}
			want, err := os.ReadFile(golden)
			require.NoError(t, err)
			require.Equal(t, string(want), got)
		})
	}
}
