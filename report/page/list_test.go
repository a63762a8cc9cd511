package page

import (
	"encoding/base64"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/klauspost/compress/flate"
	"github.com/stretchr/testify/require"

	"wiretrace/report"
)

// unpacked unpacks a vocabulary.
func unpacked(t *testing.T, packed string) []string {
	t.Helper()
	b, err := io.ReadAll(flate.NewReader(base64.NewDecoder(base64.RawURLEncoding, strings.NewReader(packed))))
	require.NoError(t, err)
	return strings.Split(strings.TrimSuffix(string(b), "\n"), "\n")
}

func TestAVocabularySaysWhichArticlesHaveAWord(t *testing.T) {
	v := new(vocabulary)
	v.add(0, "Le Café, le café: a 4x4 É! 东京都")
	v.add(1, "東京 cafe "+strings.Repeat("x", longestWord+1))
	v.add(40, "CAFÉ\xff")
	common, packed := v.pack(1 << 20)
	require.Zero(t, common)
	require.Equal(t, []string{"4x4 1", "cafe 1 1 13", "le 1", "东京 1", "京都 1", "東京 2"}, unpacked(t, packed))
}

func TestAVocabularyLeavesOutWhatMostHave(t *testing.T) {
	v := new(vocabulary)
	for n := range 400 {
		v.add(n, fmt.Sprintf("the word number%d", n))
	}
	common, packed := v.pack(1500)
	require.Positive(t, common)
	require.LessOrEqual(t, len(packed), 1500)
	common, packed = v.pack(2)
	require.Equal(t, 1, common)
	require.Empty(t, packed)
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

// However many articles there are, no page grows beyond what a browser likes, and
// what has no room is said to be elsewhere.
func TestALongListHasPages(t *testing.T) {
	dir := t.TempDir()
	l := list{dir: dir, words: new(vocabulary)}
	for n := range listPages*listRows + 3 {
		require.NoError(t, l.add(&report.Article{ID: fmt.Sprint(n), Title: "A title", Text: fmt.Sprintf("word%d", n)}))
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
