package page

import (
	"context"
	"fmt"
	"path"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"

	"wiretrace/report"
)

func TestTwoTextsStandSideBySide(t *testing.T) {
	b := browse(t)
	dir := stories(t)
	b.open(dir, largest(t, dir))
	eval[bool](b, `document.querySelectorAll('.sources').forEach((d) => { d.open = true; }) || true`)
	require.Positive(t, eval[int](b, `document.querySelectorAll('a.pair:not([hidden])').length`))
	eval[bool](b, `document.querySelector('a.pair:not([hidden])').click() || true`)
	b.sees(`document.getElementById('pair')?.hidden === false`)
	require.True(t, eval[bool](b, `document.getElementById('main').hidden`))
	require.Contains(t, eval[string](b, `location.hash`), "#pair:a")
	require.Equal(t, 2, eval[int](b, `document.querySelectorAll('#pair .columns article:has(a.p)').length`), "both sides are marked")
	// What is marked on one side stands in the text it was taken from, character by character.
	require.True(t, eval[bool](b, `[...document.querySelectorAll('#pair article:first-child a.p.copied')].every((m) => {
		const there = [...document.querySelectorAll('#pair article:last-child a.p[data-n="' + m.dataset.n + '"]')].map((x) => x.textContent).join(' ');
		const letters = (s) => s.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
		return letters(there).includes(letters(m.textContent).slice(0, 40)) || there === '';
	})`))
	eval[bool](b, `document.querySelector('#pair a.p').click() || true`)
	require.Equal(t, 2, eval[int](b, `document.querySelectorAll('#pair article:has(a.p.on)').length`))
	before := eval[string](b, `document.getElementById('pair-shares').textContent`)
	eval[bool](b, `(() => { const e = document.getElementById('pair-least'); e.value = 9999; e.dispatchEvent(new Event('input')); return true; })()`)
	require.NotEqual(t, before, eval[string](b, `document.getElementById('pair-shares').textContent`))
	require.Zero(t, eval[int](b, `document.querySelectorAll('#pair a.p').length`), "what is short is left out")
	eval[bool](b, `document.getElementById("pair-shut").click() || true`)
	b.sees(`document.getElementById('pair')?.hidden`)
	b.quiet()
}

// On a telephone the texts stand one below the other, each in a pane of its own: two
// columns would have three words a line.
func TestTwoTextsOnANarrowScreen(t *testing.T) {
	b := browse(t)
	dir := stories(t)
	b.do(chromedp.EmulateViewport(400, 900))
	b.open(dir, largest(t, dir))
	eval[bool](b, `document.querySelectorAll('.sources').forEach((d) => { d.open = true; }) || true`)
	eval[bool](b, `document.querySelector('a.pair:not([hidden])').click() || true`)
	b.sees(`document.getElementById('pair')?.hidden === false`)
	require.True(t, eval[bool](b, `(() => {
		const [a, z] = [...document.querySelectorAll('#pair .columns > article')].map((e) => e.getBoundingClientRect());
		return a.width > 340 && z.width > 340 && z.top >= a.bottom && a.height + z.height < innerHeight;
	})()`))
	b.quiet()
}

func TestTwoTextsOfDifferentPages(t *testing.T) {
	text := strings.Repeat("The council closed the bridge “on Monday”, über Nacht. ", 90)
	points := utf8.RuneCountInString(text)
	var articles []*report.Article
	for i := range 400 {
		articles = append(articles, &report.Article{
			Cluster: "c1", ID: fmt.Sprint(i), Title: fmt.Sprintf("Title %d", i), Outlet: fmt.Sprintf("Paper %d", i), Role: report.Copy, Text: text, Words: 810,
			Passages: []report.Passage{{End: points, Label: report.Copied, SourceArticle: "0", SourceEnd: points, Text: text, SourceText: text}},
			Links:    []report.Link{{SourceArticle: "0", ShareArticle: 1, ShareSource: 1, Relation: report.Copy}},
		})
	}
	b := browse(t)
	dir := written(t, articles, &report.Cluster{ID: "c1", Articles: len(articles)})
	require.Greater(t, parts(dir), 2)
	last := fmt.Sprintf("c1-%d.html", parts(dir))
	b.open(dir, path.Join(report.PagesDir, last))
	const link = `document.querySelector('.piece:last-of-type a.pair')`
	require.False(t, eval[bool](b, link+`.hidden`))
	b.leaves(link)
	b.sees(`location.pathname.endsWith('/c1.html') && document.getElementById('pair')?.hidden === false`)
	require.Equal(t, []string{"Title 399", "Title 0"}, eval[[]string](b, `[...document.querySelectorAll('#pair .columns h3')].map((e) => e.textContent)`))
	require.Equal(t, 2, eval[int](b, `document.querySelectorAll('#pair .columns article:has(a.p.copied)').length`), "both sides are marked")
	require.Contains(t, eval[string](b, `document.getElementById('pair-shares').textContent`), "100\u00a0% of the words of Paper 399 and 100\u00a0% of those of Paper 0")
	require.True(t, eval[bool](b, `(() => { const [x, y] = document.querySelectorAll('#pair .text'); return x.textContent === y.textContent; })()`))
	b.do(chromedp.Reload())
	b.sees(`document.getElementById('pair')?.hidden === false`)
	b.leaves(`document.getElementById('pair-shut')`)
	b.sees(`location.pathname.endsWith('/` + last + `')`)
	b.quiet()

	// What was cut on its way leads to the article that is there.
	b.open(dir, path.Join(report.PagesDir, "c1.html")+"#pair:"+keyOf("399")+":"+keyOf("0")+":AAAA")
	b.sees(`document.getElementById('pair')?.hidden && location.hash === '#` + keyOf("0") + `'`)
}

func TestSharesAreCountedAnew(t *testing.T) {
	b := browse(t)
	dir := stories(t)
	quoting := ""
	require.NoError(t, report.Read(dir, report.Rows{Article: func(a *report.Article) error {
		if a.Cluster != "" && a.Makeup.Quoted > 50 && a.Makeup.Copied > 50 {
			quoting = Address(a.Cluster, "", 0, 0)
		}
		return nil
	}}))
	require.NotEmpty(t, quoting)
	b.open(dir, quoting)
	const shares = `[...document.querySelectorAll('.shares')].map((e) => e.textContent).join(' | ')`
	before := eval[string](b, shares)
	require.Contains(t, before, "quoted")
	b.do(chromedp.Click("#unquote"))
	require.NotContains(t, eval[string](b, shares), "quoted")
	set := func(n string) {
		eval[bool](b, `(() => { const e = document.getElementById('least'); e.value = `+n+`; e.dispatchEvent(new Event('input')); return true; })()`)
	}
	set("9999")
	require.NotContains(t, eval[string](b, shares), "copied")
	require.Contains(t, eval[string](b, shares), "original 100.0")
	b.do(chromedp.Click("#unquote"))
	set("0")
	require.Equal(t, before, eval[string](b, shares), "as it was")
	b.quiet()
}

// On paper nothing is cut: no box scrolls, and what is folded is open.
func TestNothingIsCutOnPaper(t *testing.T) {
	b := browse(t)
	dir := stories(t)
	b.open(dir, largest(t, dir))
	b.print()
	require.True(t, eval[bool](b, `[...document.querySelectorAll('.piece > details')].every((d) => d.open)`))
	require.Empty(t, eval[string](b, `[...document.querySelectorAll('main *')].filter((e) => {
		const s = getComputedStyle(e);
		return (s.overflowX !== 'visible' && e.scrollWidth > e.clientWidth + 1) || (s.overflowY !== 'visible' && e.scrollHeight > e.clientHeight + 1 && s.display !== 'inline');
	}).map((e) => e.tagName + '.' + e.className).join(' ')`))
	b.open(dir, "index.html")
	all := eval[int](b, `JSON.parse(document.getElementById('data').textContent).rows.length`)
	b.print()
	require.Equal(t, all, eval[int](b, rows))
	// A sheet is narrower than a desk, but no telephone: what is a table stays one.
	b.do(chromedp.EmulateViewport(718, 1000))
	require.Equal(t, "table-row", eval[string](b, `getComputedStyle(document.querySelector('#rows tr')).display`))
	require.False(t, eval[bool](b, `document.documentElement.scrollWidth > innerWidth`))
	b.quiet()
}

// print makes the page as it is on paper.
func (b *browser) print() {
	b.t.Helper()
	_, err := chromedp.Call(b.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"})
	require.NoError(b.t, err)
	eval[bool](b, `dispatchEvent(new Event('beforeprint'))`)
}

// sees waits until a script says that something is so. One that a new page
// interrupts has not said it yet.
func (b *browser) sees(script string) {
	b.t.Helper()
	require.Eventually(b.t, func() bool {
		ctx, cancel := context.WithTimeout(b.ctx, time.Minute)
		defer cancel()
		is, err := chromedp.Run(ctx, chromedp.Evaluate[bool](script, chromedp.EvalAwaitPromise))
		return err == nil && is
	}, 20*time.Second, 20*time.Millisecond)
}

// leaves clicks what a script finds, once it has answered: the click may lead to another
// page, which would take the answer with it.
func (b *browser) leaves(script string) {
	b.t.Helper()
	require.True(b.t, eval[bool](b, `setTimeout(() => `+script+`.click()) > 0`))
}
