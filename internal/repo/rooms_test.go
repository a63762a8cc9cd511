package repo

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// rooms are the packages in the order in which data flows through them, each
// with the packages below it. A package imports only those before it and those
// of its own room. A new package needs a place here. One named with its folder
// has a place of its own: models are read by several rooms.
var rooms = []string{
	"internal/fault", "internal/usage", "lang", "article", "outlet", "shingle", "align", "internal/logit", "internal/hashes", "credit", "quote", "digest", "cluster",
	"row", "archive", "spill", "report", "account", "step", "job", "internal", "cmd",
}

// within are the exceptions: rooms in which packages keep to an order too, the
// folders being those below the room.
var within = map[string][]string{
	"article": {"", "date", "sentence", "layout", "page", "reader"},
	"report":  {"", "page", "sheet", "terminal"},
	"step":    {"", "folder"},
}

const module = "wiretrace/"

// place returns the place of a package in an order, by its path or else the
// first part of it; -1 if it has none.
func place(order []string, path string) int {
	if k := slices.Index(order, path); k >= 0 {
		return k
	}
	first, _, _ := strings.Cut(path, "/")
	return slices.Index(order, first)
}

func TestPackagesImportOnlyThoseBeforeThem(t *testing.T) {
	for _, s := range sources(t) {
		mine := place(rooms, s.dir)
		require.GreaterOrEqual(t, mine, 0, "%s: its package has no place among the rooms", s.path)
		for _, i := range s.Imports {
			path, err := strconv.Unquote(i.Path.Value)
			require.NoError(t, err)
			path, own := strings.CutPrefix(path, module)
			if !own {
				continue
			}
			theirs := place(rooms, path)
			if theirs != mine {
				if theirs < 0 || theirs > mine {
					t.Errorf("%s imports %s, which comes later in the flow", s.path, path)
				}
				continue
			}
			room := rooms[mine]
			order, ok := within[room]
			if !ok {
				continue
			}
			here, there := strings.TrimPrefix(s.dir[len(room):], "/"), strings.TrimPrefix(path[len(room):], "/")
			if place(order, there) > place(order, here) {
				t.Errorf("%s imports %s, which comes later in its room", s.path, path)
			}
		}
	}
}

// The commands import each other's packages nowhere, nor does anybody import
// the tools, which only those who work on wiretrace need.
func TestNobodyImportsTheTools(t *testing.T) {
	for _, s := range sources(t) {
		if strings.HasPrefix(s.dir, "internal/tools/") {
			continue
		}
		for _, i := range s.Imports {
			if strings.Contains(i.Path.Value, module+"internal/tools/") || strings.Contains(i.Path.Value, module+"cmd/") {
				t.Errorf("%s imports %s", s.path, i.Path.Value)
			}
		}
	}
}
