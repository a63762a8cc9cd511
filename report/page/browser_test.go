package page

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/require"

	"wiretrace/job"
	"wiretrace/report"
)

var shots = flag.String("screenshots", "", "folder to write screenshots of the stories' report to")

// A browser is one window of a headless browser.
type browser struct {
	t   testing.TB
	ctx context.Context

	mu     sync.Mutex
	errors []string // that the console has shown
}

// browse starts a browser. Without one the test is skipped.
func browse(t testing.TB) *browser {
	t.Helper()
	var path string
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"} {
		if found, err := exec.LookPath(name); err == nil {
			path = found
			break
		}
	}
	if path == "" {
		t.Skip("no browser here (chromium, chromium-browser, google-chrome): the pages are not opened in one")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.UserDataDir(t.TempDir()))
	ctx, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	b := &browser{t: t, ctx: ctx}
	require.NoError(t, chromedp.Listen(ctx, func(event any) {
		switch e := event.(type) {
		case *runtime.EventExceptionThrown:
			b.note("exception: " + e.ExceptionDetails.Text)
		case *runtime.EventConsoleAPICalled:
			if e.Type == runtime.ConsoleAPICalledTypeError || e.Type == runtime.ConsoleAPICalledTypeWarning {
				b.note(fmt.Sprintf("console: %s", e.Args[0].Value))
			}
		case *log.EventEntryAdded:
			if e.Entry.Level == log.EntryLevelError || e.Entry.Level == log.EntryLevelWarning {
				b.note("log: " + e.Entry.Text)
			}
		}
	}))
	_, err := chromedp.Call(ctx, log.Enable, cdp.Empty{})
	require.NoError(t, err)
	b.do(chromedp.EmulateViewport(1400, 900))
	return b
}

func (b *browser) note(text string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.errors = append(b.errors, text)
}

// quiet requires that the console has shown no error.
func (b *browser) quiet() {
	b.t.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	require.Empty(b.t, b.errors)
}

// do does one thing after another.
func (b *browser) do(steps ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, time.Minute)
	defer cancel()
	require.NoError(b.t, chromedp.Do(ctx, steps...))
}

func (b *browser) open(dir, address string) {
	b.t.Helper()
	b.do(chromedp.Navigate("file://" + filepath.ToSlash(dir) + "/" + address))
}

// eval runs a script, waits for what it promises and returns its value.
func eval[T any](b *browser, script string) T {
	b.t.Helper()
	return value(b, chromedp.Evaluate[T](script, chromedp.EvalAwaitPromise))
}

// value does something that has a value.
func value[T any](b *browser, a chromedp.Action[T]) T {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, time.Minute)
	defer cancel()
	v, err := chromedp.Run(ctx, a)
	require.NoError(b.t, err)
	return v
}

// stories makes a report of the example stories.
func stories(t testing.TB) (dir string) {
	t.Helper()
	dir = filepath.Join(t.TempDir(), "r")
	_, err := job.Run(t.Context(), job.Options{
		Paths: []string{"../../testdata/stories"}, Out: dir,
		Report: report.Options{Forms: []report.NewForm{New(About{})}},
	})
	require.NoError(t, err)
	return dir
}

const (
	rows  = `document.querySelectorAll('#rows tr').length`
	found = `document.getElementById('found').textContent`
)

func TestAnEditorFindsTheSource(t *testing.T) {
	b := browse(t)
	dir := stories(t)
	b.open(dir, report.IndexFile)
	all := eval[int](b, rows)
	require.Greater(t, all, 5)

	b.do(chromedp.SendKeys(`input[name=q]`, "osprey"))
	require.Less(t, eval[int](b, rows), all)
	require.Contains(t, eval[string](b, found), fmt.Sprintf(" of %d ", all))
	require.Contains(t, eval[string](b, `location.hash`), "q=osprey")
	b.do(chromedp.Reload())
	require.Less(t, eval[int](b, rows), all, "the address keeps the search")
	b.do(chromedp.Click(`button[type=reset]`))
	eval[bool](b, `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))`)
	require.Equal(t, all, eval[int](b, rows))
	b.do(chromedp.Focus(`select[name=credited]`), chromedp.KeyEvent("c")) // as by keyboard: "credited"
	credited := eval[int](b, rows)
	require.Less(t, credited, all)
	require.Positive(t, credited)

	b.openFirst()
	require.Contains(t, eval[string](b, `location.pathname`), "/clusters/")
	require.Empty(t, eval[string](b, `document.querySelector('.beside').textContent`))
	// On its first words: the middle of a passage of several lines may be blank.
	at := eval[[2]float64](b, `(() => {
		const p = document.querySelector('.piece details[open] a.p');
		p.scrollIntoView({block: 'center'});
		const r = p.getClientRects()[0];
		return [r.x + 8, r.y + r.height / 2];
	})()`)
	b.do(chromedp.MouseClickXY(at[0], at[1]))
	beside := eval[string](b, `document.querySelector('.piece:has(a.p.on) .beside').innerText`)
	require.Greater(t, len(strings.Fields(beside)), 5, "the source stands beside the passage")
	require.Contains(t, eval[string](b, `location.hash`), eval[string](b, `document.querySelector('a.p.on').id`))
	before := eval[string](b, `document.querySelector('a.p.on').id`)
	b.do(chromedp.KeyEvent("j"))
	require.NotEqual(t, before, eval[string](b, `document.querySelector('a.p.on').id`))
	b.do(chromedp.KeyEvent(kb.Escape))
	require.Equal(t, 0, eval[int](b, `document.querySelectorAll('a.p.on').length`))
	b.quiet()
}

func TestLinksFromOutsideFindLaterPages(t *testing.T) {
	text := strings.Repeat("The council closed the bridge on Monday. ", 100)
	var articles []*report.Article
	for i := range 400 {
		articles = append(articles, &report.Article{
			Cluster: "c1", ID: fmt.Sprint(i), Role: report.Copy, Text: text, Words: 700,
			Passages: []report.Passage{{End: len(text), Label: report.Copied, SourceArticle: "0", SourceEnd: len(text), Text: text, SourceText: text}},
		})
	}
	b := browse(t)
	dir := written(t, articles, &report.Cluster{ID: "c1", Articles: len(articles)})
	require.Greater(t, parts(dir), 2)
	b.open(dir, Address("c1", "399", 4, 11))
	last := fmt.Sprintf("c1-%d.html", parts(dir))
	require.Eventually(t, func() bool {
		return strings.HasSuffix(eval[string](b, `location.pathname`), last) && eval[int](b, `document.querySelectorAll('.lit').length`) > 0
	}, 20*time.Second, 50*time.Millisecond)
	b.open(dir, Address("c1", "no such article", 0, 0))
	require.Eventually(t, func() bool { return strings.HasSuffix(eval[string](b, `location.pathname`), last) }, 20*time.Second, 50*time.Millisecond)
	b.quiet()
}

func TestPagesAreAccessible(t *testing.T) {
	axe, err := os.ReadFile("testdata/axe/axe.min.js")
	require.NoError(t, err)
	b := browse(t)
	dir := stories(t)
	page := largest(t, dir)
	reports := sample(t, "../testdata/report")
	for _, scheme := range []string{"light", "dark"} {
		for _, width := range []int64{1400, 400} {
			for name, address := range map[string]string{"index": report.IndexFile, "articles": report.ListFile, "outlets": report.OutletsPage, "cluster": page, "story": report.StoryDir + "/s-frost.html", "index-of-stories": ""} {
				t.Run(fmt.Sprintf("%s, %s, %d wide", name, scheme, width), func(t *testing.T) {
					_, err := chromedp.Call(b.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
						Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}},
					})
					require.NoError(t, err)
					b.do(chromedp.EmulateViewport(width, 900))
					switch name {
					case "story":
						b.open(reports, address)
					case "index-of-stories":
						b.open(reports, report.IndexFile)
					default:
						b.open(dir, address)
					}
					if name == "cluster" {
						eval[bool](b, `document.querySelector('.piece details[open] a.p').click() || true`)
					}
					require.False(t, eval[bool](b, `document.documentElement.scrollWidth > innerWidth`), "nothing is wider than the page")
					b.shoot(fmt.Sprintf("%s-%s-%d.png", name, scheme, width))
					eval[bool](b, string(axe)+"\ntrue")
					type result struct {
						Passes int
						Faults []struct{ ID, Impact, Help, Where string }
					}
					seen := eval[result](b, `axe.run(document, {resultTypes: ['violations']}).then((r) => ({Passes: r.passes.length, Faults: r.violations.map((v) =>
						({ID: v.id, Impact: v.impact, Help: v.help, Where: v.nodes.slice(0, 3).map((n) => n.html + ' ' + n.failureSummary).join('\n')}))}))`)
					require.Greater(t, seen.Passes, 20, "axe has looked")
					for _, f := range seen.Faults {
						text := fmt.Sprintf("%s (%s): %s\n%s", f.ID, f.Impact, f.Help, f.Where)
						if f.Impact == "serious" || f.Impact == "critical" {
							t.Error(text)
						} else {
							t.Log(text)
						}
					}
				})
			}
		}
	}
	b.quiet()
}

// openFirst goes from the index to the page of the first cluster, through that of
// its story if it is of one.
func (b *browser) openFirst() {
	b.t.Helper()
	b.do(chromedp.Click(`#rows tr a`), chromedp.WaitVisible(`main h2`))
	if strings.Contains(eval[string](b, `location.pathname`), "/"+report.StoryDir+"/") {
		b.do(chromedp.Click(`main h2 + .meta a`))
	}
	b.do(chromedp.WaitVisible(`.piece a.p`))
}

// shoot writes a picture of what is to be seen, if pictures are asked for.
func (b *browser) shoot(name string) {
	b.t.Helper()
	if *shots != "" {
		require.NoError(b.t, os.WriteFile(filepath.Join(*shots, name), value(b, chromedp.CaptureScreenshot()), 0o666))
	}
}

// TestPicturesOfTheDocumentation makes the pictures in doc/: the folder for
// them is named by -screenshots.
func TestPicturesOfTheDocumentation(t *testing.T) {
	if *shots == "" {
		t.Skip("no -screenshots")
	}
	b := browse(t)
	dir := stories(t)
	b.do(chromedp.EmulateViewport(1300, 860))
	b.open(dir, report.IndexFile)
	b.shoot("index.png")
	b.do(chromedp.SendKeys(`input[name=q]`, "b-flat"))
	b.openFirst()
	eval[bool](b, `(() => {
		const p = [...document.querySelectorAll('.piece a.p:is(.edited, .reworded)')].sort((x, y) => y.textContent.length - x.textContent.length)[0];
		p.click();
		scrollTo(0, p.getBoundingClientRect().top + scrollY - 420);
		return true;
	})()`)
	b.shoot("cluster.png")
}

// largest returns the address of the page of the largest cluster.
func largest(t testing.TB, dir string) string {
	t.Helper()
	id, articles := "", 0
	require.NoError(t, report.Read(dir, report.Rows{Cluster: func(c *report.Cluster) error {
		if c.Articles > articles {
			id, articles = c.ID, c.Articles
		}
		return nil
	}}))
	return Address(id, "", 0, 0)
}

// BenchmarkIndexInBrowser tells how long an index of 5,000 clusters takes until
// it is first painted, and from a key that filters it until that is painted.
func BenchmarkIndexInBrowser(b *testing.B) {
	w := browse(b)
	dir := b.TempDir()
	f := &indexOnly{}
	generate(b, f, 5000)
	require.NoError(b, f.index.write(dir))
	var paint, filter, worst float64
	for b.Loop() {
		w.open(dir, report.IndexFile)
		paint += eval[float64](w, `new Promise((done) => {
			const look = () => { const e = performance.getEntriesByName('first-contentful-paint')[0]; if (e) done(e.startTime); else setTimeout(look, 5); };
			look();
		})`)
		took := eval[[]float64](w, `(async () => {
			const took = [];
			const change = (name, value) => new Promise((done) => {
				const start = performance.now();
				const e = document.querySelector('[name=' + name + ']');
				e.value = value;
				e.dispatchEvent(new Event('input', {bubbles: true}));
				requestAnimationFrame(() => { const c = new MessageChannel(); c.port1.onmessage = () => { took.push(performance.now() - start); done(); }; c.port2.postMessage(0); });
			});
			await change('q', 'f');
			await change('q', 'ferry');
			await change('outlet', 'Outlet 17');
			await change('credited', 'no');
			await change('q', '');
			await change('sort', 'headline');
			return took;
		})()`)
		sum := 0.0
		for _, ms := range took {
			sum += ms
			worst = max(worst, ms)
		}
		filter += sum / float64(len(took))
	}
	b.ReportMetric(paint/float64(b.N), "ms-first-paint")
	b.ReportMetric(filter/float64(b.N), "ms-filter")
	b.ReportMetric(worst, "ms-filter-slowest")
}
