package job

import (
	"cmp"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/outlet"
)

// A told is what the author of the stories says of one article.
type told struct {
	Outlet    string
	Published string
	Role      string

	story    string
	language string
	cluster  int    // number of its cluster within the story; -1 if none
	source   string // outlet upstream of its cluster; empty if it stands alone
}

// familyStories reads the stories of a folder of testdata: their articles by id, with
// the text left in a folder of JSON files that give outlet and date as a scraper does.
func familyStories(t testing.TB, folder, in string) map[string]*told {
	t.Helper()
	out := map[string]*told{}
	list, err := filepath.Glob("../testdata/" + folder + "/*/truth.json")
	require.NoError(t, err)
	require.NotEmpty(t, list)
	for _, path := range list {
		type upstream struct{ Outlet string }
		var truth struct {
			Upstream  *upstream
			Upstreams []upstream
			Cluster   []string
			Clusters  [][]string
			Articles  map[string]*told
			Language  string // English where it is not told
		}
		b, err := os.ReadFile(path)
		require.NoError(t, err)
		require.NoError(t, json.Unmarshal(b, &truth), path)
		if truth.Clusters == nil {
			truth.Clusters = [][]string{truth.Cluster}
		}
		if truth.Upstream != nil {
			truth.Upstreams = []upstream{*truth.Upstream}
		}
		dir := filepath.Dir(path)
		for name, a := range truth.Articles {
			a.language = cmp.Or(truth.Language, "en")
			a.story, a.cluster = filepath.Base(dir), slices.IndexFunc(truth.Clusters, func(c []string) bool { return slices.Contains(c, name) })
			if a.cluster >= 0 && a.cluster < len(truth.Upstreams) {
				a.source = truth.Upstreams[a.cluster].Outlet
			}
			text, err := os.ReadFile(filepath.Join(dir, name+".txt"))
			require.NoError(t, err)
			id := a.story + "/" + name
			out[id] = a
			write(t, in, id+".json", line(t, map[string]string{"id": id, "text": string(text), "outlet": a.Outlet, "date": a.Published}))
		}
	}
	return out
}

// TestAccuracy holds the report against what the author of the stories knows.
// Four articles of five derive from another there, and one in ten does so
// without naming anybody: real news is the other way round, and the rules are
// made for that. So the bounds guard two things. What is said must hold: hardly
// a pair is put together wrongly, and hardly an article of one's own is called
// another's. Of what derives, so much is found as was measured, less a little;
// what retells in silence is not, as nothing tells it from a report of one's own.
// The figures are printed so that a change that hurts is seen:
//
//	go test -v -run Accuracy ./job
func TestAccuracy(t *testing.T) {
	in := t.TempDir()
	truth := familyStories(t, "stories", in)
	got, summary := mustRun(t, Options{Paths: []string{in}})
	require.Zero(t, summary.Problems)
	found := by(rows(t, got["report.csv"]), "article")
	require.Len(t, found, len(truth))

	f := measure(t, slices.Sorted(maps.Keys(truth)), truth, found)
	for _, role := range slices.Sorted(maps.Keys(f.of)) {
		t.Logf("roles: %-14s %d of %d", role, f.right[role], f.of[role])
	}
	t.Logf("pairs in one cluster: F1 %.3f, precision %.3f; roles: %.3f right; upstream: %.3f right", f.pairs, f.precision, f.roles, f.upstream)
	require.GreaterOrEqual(t, f.precision, 0.95, "pairs in one cluster that are of one")
	require.GreaterOrEqual(t, f.pairs, 0.74, "pairs in one cluster")
	require.GreaterOrEqual(t, f.roles, 0.80, "roles")
	require.GreaterOrEqual(t, f.upstream, 0.65, "upstream")
	for _, role := range []string{"independent", "lookalike", "unrelated", "roundup"} {
		require.GreaterOrEqual(t, f.right[role], f.of[role]-1, "%s: articles of one's own", role)
	}
	require.GreaterOrEqual(t, f.right["copy"]+f.right["partial"], f.of["copy"]+f.of["partial"]-2, "text of another")
}

// TestAccuracyOfLanguages holds that the stories of German, French, Spanish, Italian
// and Portuguese papers are read no worse than English ones, less three points of a
// hundred: a newsroom in Lisbon must get what one in Boston gets.
func TestAccuracyOfLanguages(t *testing.T) {
	const less = 0.03
	languages := func(folder string) map[string]figures {
		in := t.TempDir()
		truth := familyStories(t, folder, in)
		got, _ := mustRun(t, Options{Paths: []string{in}})
		found := by(rows(t, got["report.csv"]), "article")
		ids := map[string][]string{}
		for _, id := range slices.Sorted(maps.Keys(truth)) {
			ids[truth[id].language] = append(ids[truth[id].language], id)
		}
		all := map[string]figures{}
		for language := range ids {
			all[language] = measure(t, ids[language], truth, found)
		}
		return all
	}
	english := languages("stories")["en"]
	t.Logf("en: pairs %.3f roles %.3f upstream %.3f", english.pairs, english.roles, english.upstream)
	all := languages("press")
	require.Len(t, all, 5)
	for language, f := range all {
		t.Logf("%s: pairs %.3f roles %.3f upstream %.3f", language, f.pairs, f.roles, f.upstream)
		require.GreaterOrEqual(t, f.pairs, english.pairs-less, "%s: pairs in one cluster", language)
		require.GreaterOrEqual(t, f.roles, english.roles-less, "%s: roles", language)
		require.GreaterOrEqual(t, f.upstream, english.upstream-less, "%s: upstream", language)
	}
}

// TestAccuracyOfFamiliesWrittenBlind holds what is found of families that were
// written before anything was measured on them. Of what derives much is missed there
// (doc/evidence.md has the first figures), so that the bounds are far below those of
// the families that the rules were made with. What must hold is that nothing of one's own is
// called another's, but for the answer of an authority to a report, all of whose numbers it has
// (newsstand), and that whole copies are seen, but for a short one.
//
//	go test -v -run Blind ./job
func TestAccuracyOfFamiliesWrittenBlind(t *testing.T) {
	for _, test := range []struct {
		folder                 string
		articles               int
		partial, copies        int // how many partial and whole copies may be called something else
		own                    int // how many articles of one's own may be called another's
		pairs, roles, upstream float64
	}{
		{"kiosk", 72, 0, 0, 0, 0.75, 0.90, 0.80},
		{"stringer", 108, 2, 0, 0, 0.60, 0.75, 0.50},
		{"newsstand", 108, 0, 1, 1, 0.80, 0.80, 0.60},
		{"agora", 90, 0, 0, 0, 0.80, 0.84, 0.75},
	} {
		t.Run(test.folder, func(t *testing.T) {
			in := t.TempDir()
			truth := familyStories(t, test.folder, in)
			got, summary := mustRun(t, Options{Paths: []string{in}})
			require.Zero(t, summary.Problems)
			found := by(rows(t, got["report.csv"]), "article")
			require.Len(t, found, test.articles)

			f := measure(t, slices.Sorted(maps.Keys(truth)), truth, found)
			t.Logf("pairs in one cluster: F1 %.3f, precision %.3f; roles: %.3f right; upstream: %.3f right", f.pairs, f.precision, f.roles, f.upstream)
			require.GreaterOrEqual(t, f.precision, 0.97, "pairs in one cluster that are of one")
			require.GreaterOrEqual(t, f.pairs, test.pairs, "pairs in one cluster")
			require.GreaterOrEqual(t, f.roles, test.roles, "roles")
			require.GreaterOrEqual(t, f.upstream, test.upstream, "upstream")
			require.GreaterOrEqual(t, f.right["partial"], f.of["partial"]-test.partial, "partial")
			require.GreaterOrEqual(t, f.right["copy"], f.of["copy"]-test.copies, "copy")
			require.GreaterOrEqual(t, f.right["independent"], f.of["independent"]-test.own, "independent")
			require.Equal(t, f.of["lookalike"], f.right["lookalike"], "lookalike")
		})
	}
}

// Figures are what a report gets right of stories of which the truth is known,
// each as a share.
type figures struct {
	pairs, precision float64 // of the pairs in one cluster: F1, precision
	roles, upstream  float64
	right, of        map[string]int // by role
}

// measure compares the rows of the articles with the given ids with what their
// author says.
func measure(t *testing.T, ids []string, truth map[string]*told, found map[string]map[string]string) figures {
	var hit, extra, missed float64
	for k, a := range ids {
		for _, b := range ids[:k] {
			x, y := truth[a], truth[b]
			want := x.cluster >= 0 && x.story == y.story && x.cluster == y.cluster
			together := found[a]["cluster"] != "" && found[a]["cluster"] == found[b]["cluster"]
			switch {
			case want && together:
				hit++
			case together:
				extra++
				t.Logf("together: %s and %s", a, b)
			case want:
				missed++
			}
		}
	}

	g := outlet.Default()
	canonical := func(outlet string) string {
		name, _ := g.Canonical(outlet)
		return strings.ToLower(strings.TrimPrefix(name, "The "))
	}
	right, of := map[string]int{}, map[string]int{}
	var upstream, derived float64
	for _, id := range ids {
		a, r := truth[id], found[id]
		of[a.Role]++
		if roleHolds(a, r, found, truth) {
			right[a.Role]++
		} else {
			t.Logf("role of %s: %s is told as %q, credited %q, cluster %q: %s", id, a.Role, r["role"], r["credited"], r["cluster"], r["why"])
		}
		if a.source != "" && a.Role != "origin" {
			derived++
			if canonical(r["upstream"]) == canonical(a.source) {
				upstream++
			} else {
				t.Logf("upstream of %s: %q, not %q", id, r["upstream"], a.source)
			}
		}
	}
	var allRight, all float64
	for role, n := range of {
		allRight, all = allRight+float64(right[role]), all+float64(n)
	}
	return figures{
		pairs: 2 * hit / (2*hit + extra + missed), precision: hit / (hit + extra),
		roles: allRight / all, upstream: upstream / derived, right: right, of: of,
	}
}

// roleHolds reports whether a row says of an article what its author does. An
// article that derives from nothing must only stay out of the story's cluster.
func roleHolds(a *told, r map[string]string, found map[string]map[string]string, truth map[string]*told) bool {
	switch a.Role {
	case "origin", "copy", "partial":
		return r["role"] == a.Role
	case "rewrite", "chain", "backtranslated":
		return r["role"] == "rewrite" && r["credited"] == "yes"
	case "uncredited":
		return r["role"] == "rewrite" && r["credited"] == "no"
	case "revision":
		return r["credited"] == "" || r["credited"] == "no"
	}
	for id, other := range truth {
		if other.story == a.story && other.cluster >= 0 && r["cluster"] != "" && found[id]["cluster"] == r["cluster"] {
			return false
		}
	}
	return true
}
