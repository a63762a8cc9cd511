package page

import (
	"encoding/base64"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/klauspost/compress/flate"
	"github.com/stretchr/testify/require"

	"wiretrace/report"
)

// unpacked undoes packed.
func unpacked(t *testing.T, packed string) []byte {
	t.Helper()
	b, err := io.ReadAll(flate.NewReader(base64.NewDecoder(base64.RawURLEncoding, strings.NewReader(packed))))
	require.NoError(t, err)
	return b
}

func TestAVocabularySaysWhichArticlesHaveAWord(t *testing.T) {
	v := new(vocabulary)
	v.add(0, "Le Café, le café: a 4x4 É! 东京都")
	v.add(1, "東京 cafe leg "+strings.Repeat("x", longestWord+1))
	v.add(400, "CAFÉ\xff")
	p, whole := v.pack(1 << 20)
	require.True(t, whole)
	require.Equal(t, 3, p.Bound)
	require.Equal(t, "04x4 1\n0cafe 3\n0le 1\n2g 1\n0东京 1\n0京都 1\n0東京 1\n", string(unpacked(t, p.Words)))
	// 4x4, le, leg, two of Chinese, one of Japanese; café, in articles 0, 1 and 400.
	require.Equal(t, []byte{0, 0, 1, 0, 0, 1, 0, 0, 398 - 256}, unpacked(t, p.Low))
	require.Equal(t, []byte{0, 0, 0, 0, 0, 0, 0, 0, 1}, unpacked(t, p.High))
}

func TestAVocabularyLeavesOutWhatMostHave(t *testing.T) {
	v := new(vocabulary)
	r := rand.New(rand.NewPCG(1, 2))
	for n := range 4000 {
		v.add(n, fmt.Sprintf("number%d %s", n, []string{"the", "word", "the word"}[r.IntN(3)]))
	}
	p, whole := v.pack(10000)
	require.False(t, whole)
	require.Equal(t, 1, p.Bound)
	require.LessOrEqual(t, len(p.Words)+len(p.Low)+len(p.High), 10000)
	require.Regexp(t, "\n0the 2..\n0word 2..\n$", string(unpacked(t, p.Words)), "it says how many have them")
	require.Len(t, unpacked(t, p.Low), 4000)
	p, _ = v.pack(2)
	require.Nil(t, p)
}

func TestTheListHasAllArticles(t *testing.T) {
	dir := t.TempDir()
	f, err := New(About{})(dir)
	require.NoError(t, err)
	require.NoError(t, f.Article(&report.Article{Cluster: "c1", ID: "a", Role: report.Origin, Title: "In a cluster"}))
	require.NoError(t, f.Cluster(&report.Cluster{ID: "c1", Articles: 1}))
	require.NoError(t, f.Article(&report.Article{ID: "b", Role: report.Single, Title: "<b>Alone</b>", Byline: "Ada Ferrow", Outlet: "The Wherry", URL: "https://wherry.example/b", Text: "An osprey."}))
	require.NoError(t, f.Article(&report.Article{ID: "c", Role: report.Single, URL: "javascript:alert(1)"}))
	require.NoError(t, f.Close())
	p := parse(t, filepath.Join(dir, report.ListFile))
	main := content(p.ids["articles"])
	for _, text := range []string{"In a cluster", "<b>Alone</b>", "Ada Ferrow", "The Wherry", "own report", "3 articles"} {
		require.Contains(t, main, text)
	}
	var links []string
	for _, n := range p.named("a") {
		links = append(links, attr(n, "href"))
	}
	require.Subset(t, links, []string{Address("c1", "a", 0, 0), "https://wherry.example/b", "index.html"})
	require.NotContains(t, links, "javascript:alert(1)")
}

// taken gives an article to a list.
func taken(l *list, a *report.Article) error {
	return l.add(a, func() member { return newMember(a) })
}

// However many articles there are, no page grows beyond what a browser likes, and
// what has no room is said to be elsewhere.
func TestALongListHasPages(t *testing.T) {
	dir := t.TempDir()
	l := list{dir: dir, words: new(vocabulary)}
	for n := range listPages*listRows + 3 {
		require.NoError(t, taken(&l, &report.Article{ID: fmt.Sprint(n), Title: "A title", Text: fmt.Sprintf("word%d", n)}))
	}
	require.NoError(t, l.close())
	first, last := parse(t, filepath.Join(dir, listFile(0))), parse(t, filepath.Join(dir, listFile(listPages-1)))
	require.Contains(t, content(first.ids["articles"]), "next page")
	require.NotContains(t, content(first.ids["articles"]), "More articles")
	require.Contains(t, content(last.ids["articles"]), "More articles are in report.csv.")
	require.NotContains(t, content(last.ids["articles"]), "next page")
	require.NoFileExists(t, filepath.Join(dir, listFile(listPages)))
	for k := range listPages {
		info, err := os.Stat(filepath.Join(dir, listFile(k)))
		require.NoError(t, err)
		require.Less(t, info.Size(), int64(2000000))
	}
}

// Titles of a report of many thousand articles are on one page, so that one search looks
// through all; of one that no page can hold, the search goes along to the next.
func TestOneSearchLooksThroughAllTitles(t *testing.T) {
	b := browse(t)
	dir := t.TempDir()
	r := rand.New(rand.NewPCG(3, 4))
	const many = 26000
	l := list{dir: dir, words: new(vocabulary), total: many}
	for n := range many {
		title := fmt.Sprintf("Ferry %x of %x stranded off %x until the tide", r.Uint64(), r.Uint32(), r.Uint32())
		if n == 7000 {
			title = "Ospreys return to Tarn Vale"
		}
		require.NoError(t, taken(&l, &report.Article{ID: fmt.Sprint(n), Outlet: fmt.Sprint("Outlet ", n%300), Title: title, Text: "Nobody said walrus."}))
	}
	require.NoError(t, l.close())
	for k := range 2 {
		info, err := os.Stat(filepath.Join(dir, listFile(k)))
		require.NoError(t, err)
		require.Less(t, info.Size(), int64(2000000))
	}
	b.open(dir, report.ListFile+"#q=ospreys")
	count := func(want string) {
		t.Helper()
		require.Eventually(t, func() bool { return strings.HasPrefix(eval[string](b, found), want) }, 20*time.Second, 50*time.Millisecond, want)
	}
	count("1 of ")
	require.Contains(t, eval[string](b, `document.querySelector('input[name=q]').placeholder`), "source")
	require.Contains(t, eval[string](b, `document.querySelector('.parts a').href`), "articles-2.html#q=ospreys")
	b.open(dir, "articles-2.html#q=ospreys")
	count("0 of ")
	require.Contains(t, eval[string](b, found), "the texts are not searched")
	b.quiet()
}

// Browsers without DecompressionStream, or without its raw form, unpack by themselves.
func TestOldBrowsersSearchToo(t *testing.T) {
	b := browse(t)
	dir := t.TempDir()
	l := list{dir: dir, words: new(vocabulary)}
	for n := range 300 {
		require.NoError(t, taken(&l, &report.Article{ID: fmt.Sprint(n), Title: fmt.Sprintf("Title %d é 東京", n), Text: fmt.Sprintf("word%d and ferries", n)}))
	}
	require.NoError(t, l.close())
	_, err := chromedp.Call(b.ctx, cdppage.AddScriptToEvaluateOnNewDocument, cdppage.AddScriptToEvaluateOnNewDocumentParams{Source: "delete globalThis.DecompressionStream"})
	require.NoError(t, err)
	b.open(dir, report.ListFile+"#q=word217")
	require.Equal(t, "undefined", eval[string](b, `typeof DecompressionStream`))
	require.Eventually(t, func() bool {
		return eval[string](b, `[...document.querySelectorAll('#rows tr td:nth-child(3)')].map((e) => e.textContent).join(' ')`) == "Title 217 é 東京"
	}, 10*time.Second, 20*time.Millisecond)
	b.do(chromedp.Click(`button[type=reset]`))
	require.Eventually(t, func() bool { return eval[string](b, found) == "300 articles" }, 10*time.Second, 20*time.Millisecond)

	// Of all kinds of blocks: as it is, with codes of the format and with codes of its own.
	for name, text := range map[string]string{
		"nothing": "", "a letter": "a", "a run": strings.Repeat("a", 70000), "prose": strings.Repeat("the ferry waits for the tide; ", 9000), "noise": noise(70000),
	} {
		unpacked := eval[string](b, "search.unpack('"+packed([]byte(text))+"').then((r) => r.text())")
		require.Equal(t, len(text), len(unpacked), name)
		require.True(t, text == unpacked, name)
	}
	b.quiet()
}

// noise returns letters that cannot be packed well.
func noise(n int) string {
	r := rand.New(rand.NewPCG(5, 6))
	b := make([]byte, n)
	for k := range b {
		b[k] = byte(r.IntN(127)) + 1
	}
	return string(b)
}

func TestTheTextsAreSearched(t *testing.T) {
	b := browse(t)
	dir := t.TempDir()
	f, err := New(About{})(dir)
	require.NoError(t, err)
	for k, text := range []string{"The ospreys of Tarn Vale are back.", "Die Fischadler sind zurück.", "東京の橋が閉鎖された。", "Nothing of them."} {
		require.NoError(t, f.Article(&report.Article{ID: fmt.Sprint(k), Role: report.Single, Title: fmt.Sprintf("Title %d", k), Text: text}))
	}
	require.NoError(t, f.Close())
	for query, want := range map[string]string{
		"osprey": "Title 0", "OSPREYS tarn": "Title 0", "zuruck": "Title 1", "橋が閉": "Title 2", "title": "Title 0 Title 1 Title 2 Title 3", "osprey fischadler": "", "橋閉": "",
	} {
		b.open(dir, report.IndexFile)
		b.open(dir, report.ListFile+"#q="+query)
		require.Eventually(t, func() bool {
			return eval[string](b, `[...document.querySelectorAll('#rows tr td:nth-child(3)')].map((e) => e.textContent).join(' ')`) == want
		}, 10e9, 20e6, query)
	}
	b.quiet()
}

// Words that too many texts have to say which are told, and do not hide what other
// words find.
func TestTooCommonWordsAreTold(t *testing.T) {
	b := browse(t)
	dir := t.TempDir()
	l := list{dir: dir, words: new(vocabulary)}
	r := rand.New(rand.NewPCG(1, 2))
	for n := range 3000 {
		text := fmt.Sprintf("word%d", n)
		for k, word := range []string{"ferries", "bridges", "storms", "councils", "ospreys", "harbour", "harbours"} {
			if r.IntN(8) < 4+k/5*2 {
				text += " " + word
			}
		}
		require.NoError(t, taken(&l, &report.Article{ID: fmt.Sprint(n), Title: fmt.Sprintf("Title%d", n), Text: text}))
	}
	l.room = 8400
	require.NoError(t, l.close())
	for query, want := range map[string]string{
		"word7":          "111 of 3000 articles", // and word70, word71, ...
		"harbour":        "0 of 3000 articles; too many texts have “harbour”, “harbours” to be searched for it",
		"harbour title7": "111 of 3000 articles; too many texts have “harbour”, “harbours” to be searched for it",
		"harbour word77": "11 of 3000 articles; too many texts have “harbour”, “harbours” to be searched for it",
		"harbour ferry":  "0 of 3000 articles; too many texts have “harbour”, “harbours” to be searched for it",
	} {
		b.do(chromedp.Navigate("about:blank"))
		b.open(dir, report.ListFile+"#q="+strings.ReplaceAll(query, " ", "+"))
		require.Eventually(t, func() bool { return eval[string](b, found) == want }, 10e9, 20e6, "%s: %s", query, want)
	}
	b.quiet()
}

// BenchmarkListInBrowser tells how long the list of 5,000 articles in 1,000 clusters
// takes until it is first painted, and from a key until what it finds is painted.
func BenchmarkListInBrowser(b *testing.B) {
	w := browse(b)
	dir := b.TempDir()
	f, err := New(About{})(dir)
	require.NoError(b, err)
	generate(b, f, 1000)
	for n := range 1000 {
		require.NoError(b, f.Article(&report.Article{ID: fmt.Sprint(n), Role: report.Single, Title: "Alone", Text: fmt.Sprintf("osprey%d of the valley %d", n%97, n)}))
	}
	require.NoError(b, f.Close())
	var paint, slowest float64
	for b.Loop() {
		w.open(dir, report.ListFile)
		paint += eval[float64](w, `new Promise((done) => {
			const look = () => { const e = performance.getEntriesByName('first-contentful-paint')[0]; if (e) done(e.startTime); else setTimeout(look, 5); };
			look();
		})`)
		for _, ms := range eval[[]float64](w, `(async () => {
			const took = [];
			const e = document.querySelector('[name=q]');
			for (const q of ['o', 'os', 'osp', 'osprey1', 'ferry', 'ferry b', 'ferry budget', '']) {
				const start = performance.now();
				e.value = q;
				e.dispatchEvent(new Event('input', {bubbles: true}));
				await new Promise((done) => requestAnimationFrame(() => { const c = new MessageChannel(); c.port1.onmessage = () => done(); c.port2.postMessage(0); }));
				took.push(performance.now() - start);
			}
			return took;
		})()`) {
			slowest = max(slowest, ms)
		}
	}
	b.ReportMetric(paint/float64(b.N), "ms-first-paint")
	b.ReportMetric(slowest, "ms-search-slowest")
}
