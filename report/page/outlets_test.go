package page

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/report"
)

func TestOutletsSayWhoHasHowMuchFromWhom(t *testing.T) {
	dir := t.TempDir()
	f, err := New(About{})(dir)
	require.NoError(t, err)
	for _, o := range []report.Publisher{
		{Name: "The <Wire>", Articles: 9, Own: 9, Words: 900, Delay: -1},
		{Name: "The Copier", Articles: 4, Own: 1, Copied: 3, Uncredited: 2, Words: 400, Agency: 305, Delay: 95},
		{Name: "The Hermit", Articles: 1, Own: 1, Delay: -1},
		{Articles: 2, Own: 2, Delay: -1},
	} {
		require.NoError(t, f.Outlet(&o))
	}
	require.NoError(t, f.Flow(&report.Flow{From: "The <Wire>", To: "The Copier", Articles: 3, Words: 250, Credited: 1, Uncredited: 2}))
	require.NoError(t, f.Article(&report.Article{ID: "a", Role: report.Single, Outlet: "The Copier"}))
	require.NoError(t, f.Flow(&report.Flow{From: "The <Wire>", Articles: 1, Words: 20, Credited: 1}))
	require.NoError(t, f.Close())

	all := parse(t, filepath.Join(dir, report.OutletsPage))
	main := content(all.ids["outlets"])
	for _, text := range []string{"The <Wire>", "The Hermit", "outlet not known", "4 outlets", "30.5", "1 hour 35 minutes"} {
		require.Contains(t, main, text)
	}
	require.Len(t, all.class("d5"), 1, "one cell of the matrix")
	require.Equal(t, "The Copier has 3 pieces from The <Wire>, 2 without credit", attr(all.class("d5")[0], "title"))

	copier := parse(t, filepath.Join(dir, report.OutletDir, outletFile("The Copier")))
	require.Contains(t, content(copier.ids["main"]), "From whom it has its reports")
	require.NotContains(t, content(copier.ids["main"]), "Who has theirs from it")
	wire := parse(t, filepath.Join(dir, report.OutletDir, outletFile("The <Wire>")))
	require.Contains(t, content(wire.ids["main"]), "Who has theirs from it")
	require.Contains(t, content(wire.ids["main"]), "outlet not known")
	pages, err := os.ReadDir(filepath.Join(dir, report.OutletDir))
	require.NoError(t, err)
	require.Len(t, pages, 2, "whoever has nothing from others and gave nothing has no page")
	requireWhole(t, dir)
}

func TestOutletsAreRanked(t *testing.T) {
	b := browse(t)
	b.open(stories(t), report.OutletsPage)
	const names = `[...document.querySelectorAll('#rows th')].map((e) => e.textContent).join('|')`
	before := eval[string](b, names)
	eval[bool](b, `document.querySelector('th[data-sort=copied] button').click() || true`)
	require.NotEqual(t, before, eval[string](b, names))
	counts := eval[[]int](b, `[...document.querySelectorAll('#rows tr')].map((r) => +r.children[3].textContent)`)
	require.IsNonIncreasing(t, counts)
	b.quiet()
}
