package step

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// The comment of each step function names all that the step reads, has at its side and
// writes but problems, and gives no other kind a part.
func TestCommentsOfStepsSayWhatComesInAndGoesOut(t *testing.T) {
	comments := map[string]string{}
	files, err := filepath.Glob("*.go")
	require.NoError(t, err)
	for _, name := range files {
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments)
		require.NoError(t, err)
		for _, d := range f.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok {
				comments[fn.Name.Name] = fn.Doc.Text()
			}
		}
	}
	inSideOut := regexp.MustCompile(`(?s)\n\tin (.*?)(?:\n\tside (.*?))?\n\tout (.*?)(?:\n\n|$)`)
	parted := regexp.MustCompile(`([a-z]+):[a-z0]`)
	for _, s := range Steps() {
		said := inSideOut.FindStringSubmatch(comments[strings.TrimRight(s.Name, "123")+"Step"])
		require.NotNil(t, said, "%s: no comment with in and out", s.Name)
		for i, kinds := range [][]Kind{s.Reads, s.Sides, s.Writes} {
			text := said[i+1]
			for _, k := range kinds {
				if k != Problems {
					require.Regexp(t, `\b`+k.String()+`\b`, text, s.Name)
				}
			}
			for _, found := range parted.FindAllStringSubmatch(text, -1) {
				var k Kind
				require.NoError(t, k.UnmarshalText([]byte(found[1])), s.Name)
				require.Contains(t, kinds, k, s.Name)
			}
		}
	}
}
