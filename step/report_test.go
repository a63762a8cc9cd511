package step

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"wiretrace/cluster"
	made "wiretrace/internal/tools/corpus"
	"wiretrace/job"
	"wiretrace/report"
	"wiretrace/report/page"
)

// files returns what the files of a report hold.
func files(t *testing.T, dir string) map[string]string {
	all := map[string]string{}
	require.NoError(t, filepath.WalkDir(dir, func(path string, f fs.DirEntry, err error) error {
		if err != nil || f.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		all[strings.TrimPrefix(path, dir+string(filepath.Separator))] = string(b)
		return err
	}))
	return all
}

// equalToJob runs some paths as a job and in steps of several tasks, and returns the
// report.
func equalToJob(t *testing.T, paths ...string) map[string]string {
	return equalWith(t, Options{}, paths...)
}

// equalWith does what equalToJob does, with a report as o says.
func equalWith(t *testing.T, o Options, paths ...string) map[string]string {
	dir := t.TempDir()
	one := filepath.Join(dir, "one")
	_, err := job.Run(t.Context(), job.Options{Paths: paths, Out: one, Report: o.Report})
	require.NoError(t, err)
	want := files(t, one)
	counts := []int{1, 4, 7}
	if testing.Short() {
		counts = counts[1:2]
	}
	for _, tasks := range counts {
		many := filepath.Join(dir, "many")
		o.Out, o.Tasks = many, uint32(10*tasks*tasks) // up to 8,192 parts of keys
		runPlan(t, o, tasks, uint64(tasks), paths...)
		got := files(t, many)
		require.Len(t, got, len(want))
		for name := range want {
			if want[name] != got[name] {
				t.Errorf("%d tasks: %s differs: %.2000s", tasks, name, cmp.Diff(want[name], got[name]))
			}
		}
	}
	return want
}

func TestTheReportIsThatOfOneMachine(t *testing.T) {
	t.Run("the example", func(t *testing.T) { equalToJob(t, "../testdata/example") })
	t.Run("families", func(t *testing.T) { equalToJob(t, "../testdata/stories", "../testdata/example") })
	t.Run("with pages", func(t *testing.T) {
		o := Options{Report: report.Options{Forms: []report.NewForm{page.New(page.About{})}}}
		require.Contains(t, equalWith(t, o, "../testdata/stories"), report.IndexFile)
	})
	t.Run("too many for pages, and compressed", func(t *testing.T) {
		o := Options{FormsUpTo: 9, Report: report.Options{
			Compress: report.Zstandard, Objects: report.OffsetsObjects, Separator: report.Semicolon, Forms: []report.NewForm{report.UpTo(9, page.New(page.About{}))},
		}}
		require.NotContains(t, equalWith(t, o, "../testdata/stories", "../testdata/example"), report.IndexFile)
	})
	t.Run("one event in many papers", func(t *testing.T) {
		report := equalToJob(t, writeSummit(t))
		require.Contains(t, report["report.csv"], "~2", "an id that two articles have is told apart")
		require.Contains(t, report["problems.csv"], "record", "what could not be read is told")
		require.Contains(t, report["credits.csv"], "Corran Post", "a short name means the outlet in hand")
		require.Equal(t, 1, strings.Count(report["credits.csv"], ",Mint,livemint.com,"), "a word that is a name too means the outlet that has a piece of those days")
	})
	t.Run("later versions", func(t *testing.T) {
		report := equalToJob(t, writeVersions(t))
		require.Contains(t, report["report.csv"], ",later,update,")
		require.Contains(t, report["stories.csv"], ",3,2,0,2,", "of three pieces of two outlets one is a later version")
	})
	t.Run("generated articles", func(t *testing.T) {
		g, err := made.New(made.Options{Articles: 2000, Seed: 3})
		require.NoError(t, err)
		path := filepath.Join(t.TempDir(), "articles.jsonl")
		f, err := os.Create(path)
		require.NoError(t, err)
		_, err = g.Write(t.Context(), f, io.Discard)
		require.NoError(t, err)
		require.NoError(t, f.Close())
		report := equalToJob(t, path)
		require.Greater(t, strings.Count(report["clusters.csv"], "\n"), 100)
	})
}

// writeVersions writes what two papers had of one event, one of them twice.
func writeVersions(t *testing.T) string {
	const first = `The car ferry Tolsta ran onto a sandbank off Carrick Ness on Monday morning with 214 passengers and a wedding cake on board, the harbour office said.

Captain Morven Haldane told the passengers over the loudspeaker that the tide would lift them by half past four and that the bar would stay open.

The Tolsta floated free at 4:41 p.m. and reached Port Erran under her own power an hour later. The cake arrived whole.
`
	const later = first + "\nThe harbour master of Port Erran said in the evening that the buoy would be brought back to its old place before the week was out.\n\nEngineers of the line went down into the hull at low water with lamps and found two bent plates and a great deal of sand, and they mean to weld until Wednesday; until then the Sleat, which is smaller and takes no horses, sails in her place at nine, one and six.\n\nWhoever had a cabin for the night gets the fare back, the line announced, and a voucher for a breakfast in the canteen of the pier. The horses went home by road, round the loch, which took them until midnight, and the driver said that they had slept better than he did.\n"
	const other = `A wedding party had to wait for the tide with 214 passengers when the ferry Tolsta ran aground off Carrick Ness on Monday morning.

The bank has been there for as long as anyone in Port Erran remembers, and so has the buoy, which a storm in August took half a mile to the south.

Ailsa Crombie was married at seven in the evening instead of noon. Captain Morven Haldane was asked to the dance, and came.
`
	var lines []byte
	for _, a := range [][4]string{{"first", "The Pier Post", "2025-03-03T10:00:00Z", first}, {"later", "The Pier Post", "2025-03-03T16:00:00Z", later}, {"other", "Erran Echo", "2025-03-03T11:00:00Z", other}} {
		b, err := json.Marshal(map[string]string{"id": a[0], "outlet": a[1], "published": a[2], "title": "Ferry Tolsta aground off Carrick Ness", "text": a[3]})
		require.NoError(t, err)
		lines = append(append(lines, b...), '\n')
	}
	path := filepath.Join(t.TempDir(), "versions.jsonl")
	require.NoError(t, os.WriteFile(path, lines, 0o666))
	return path
}

// writeSummit writes what many papers had of one meeting: reports of their own, copies
// of an agency's text, retellings that credit each other by short names, a paragraph
// that a paper puts under all it prints; and what crawls are full of: ids that come
// twice, missing dates and lines that are no article.
func writeSummit(t *testing.T) string {
	dir := t.TempDir()
	topics := []string{"the ferry to Tarn", "a harbour at Corran", "the price of salt", "schools on the islands"}
	people := []string{"Ada Lorne", "Cleo Dunn", "Ben Okoro", "Dina Faro", "Ivo Marsh"}
	outlets := []string{"Corran Post", "Tarn Valley Courier", "Peak Sentinel", "Gull Daily", "Harlow Observer", "Reuters"}
	var files [3]bytes.Buffer
	add := func(k int, id, outlet, date, text string) {
		fmt.Fprintf(&files[k%3], `{"id":%q,"outlet":%q,"date":%q,"title":%q,"text":%q}`+"\n", id, outlet, date, "The meeting and "+topics[k%4], text)
	}
	wire := func(k int) string {
		return fmt.Sprintf("CORRAN, May %d (Reuters) - Ministers of the nine islands agreed on %s after a night of talks in Corran, %s said. "+
			"\"We have not slept, but we have a text that all can sign,\" %s told reporters outside the old customs house. "+
			"The paper sets aside %d million crowns over %d years, and gives the smaller islands a vote on how they are spent.\n\n"+
			"Fishing crews from Tarn had blocked the quay since Tuesday, and went home when the lights of the hall went out at %d in the morning.",
			2+k, topics[k%4], people[k%5], people[k%5], 120+k, 3+k, 2+k%4)
	}
	for k := range 24 {
		outlet, date := outlets[k%5], fmt.Sprintf("2024-05-%02dT%02d:00:00Z", 2+k/4, 6+k%12)
		foot := ""
		if outlet == "Gull Daily" {
			foot = "\n\nGull Daily is printed on the harbour and delivered by bicycle; write to the editor at the lamp house, and pay the boy who brings it."
		}
		switch k % 4 {
		case 0:
			add(k, fmt.Sprintf("a%d", k/2), outlet, date, wire(k/8)+foot)
		case 1:
			add(k, fmt.Sprintf("b%d", k), outlet, date, strings.Replace(wire(k/8), "after a night of talks", "after long talks", 1)+
				fmt.Sprintf("\n\nIn %s the shops stayed shut for the day, and %s spoke to a hall of two hundred that wanted to know who would pay.", outlet, people[(k+1)%5])+foot)
		case 2:
			add(k, fmt.Sprintf("c%d", k), outlet, date, fmt.Sprintf("%s is to get its money, the Post reported. According to the Post, ministers of the nine islands signed a text in Corran in which "+
				"%d million crowns are set aside for %s. %s, who was in the hall, said nobody had slept. The Post says crews from Tarn had blocked the quay since Tuesday.",
				topics[k%4], 120+k/8, topics[k%4], people[k/8%5])+foot)
		default:
			add(k, fmt.Sprintf("a%d", k/4), outlet, "", fmt.Sprintf("Nothing that %s has said of %s was news to the people of %s. "+
				"Who mends nets for a living, wrote a reader of %d, does not wait for ministers; and the weather on the sound was fair all week, with wind from the west.",
				people[k%5], topics[k%4], outlet, 1900+k)+foot)
		}
	}
	add(0, "mint", "Mint", "2024-05-03T06:00:00Z", "Salt is dear on the nine islands, and three who buy it by the shipload say that it will be dearer yet before the herring comes in.")
	add(1, "near", "Peak Sentinel", "2024-05-04T06:00:00Z", "Salt will be dearer yet before the herring comes in, according to Mint, and no minister at Corran would say why that must be so.")
	add(2, "far", "Harlow Observer", "2024-05-24T06:00:00Z", "Tea is dearer at Harlow than last year, according to Mint, who keeps the shop behind the custom house and has never sold so little.")
	files[1].WriteString("no article\n")
	for k := range files {
		require.NoError(t, os.WriteFile(filepath.Join(dir, fmt.Sprintf("%d.jsonl", k)), files[k].Bytes(), 0o666))
	}
	return dir
}

// A stream that is cut short, changed or not read to its end is never taken for a whole
// one.
func TestDamagedStreams(t *testing.T) {
	var b bytes.Buffer
	writeInput(t, &b, []string{"../testdata/example"}, 2)
	whole := b.Bytes()
	run := func(in []byte) error {
		s, _ := Find("digest")
		return s.Filter(t.Context(), Options{}, bytes.NewReader(in), io.Discard, os.DirFS(t.TempDir()))
	}
	require.NoError(t, run(whole))
	for n := 1; n < len(whole); n += 7 {
		require.ErrorIs(t, run(whole[:n]), ErrBlocks, "the first %d bytes", n)
	}
	for n := range whole {
		damaged := bytes.Clone(whole)
		damaged[n] ^= 0x40
		require.ErrorIs(t, run(damaged), ErrBlocks, "byte %d changed", n)
	}
	s, _ := Find("keys")
	require.ErrorIs(t, s.Filter(t.Context(), Options{}, bytes.NewReader(whole), io.Discard, os.DirFS(t.TempDir())), ErrBlocks, "blocks for another step")
}

// Whatever bytes come, reading them ends, with an error or with whole blocks.
func FuzzBlocks(f *testing.F) {
	var b bytes.Buffer
	writeInput(f, &b, []string{"in"}, 3)
	f.Add(b.Bytes())
	f.Add([]byte("wtb\x01"))
	f.Fuzz(func(t *testing.T, in []byte) {
		r := NewReader(bytes.NewReader(in))
		for {
			b, err := r.Next()
			if err != nil {
				return
			}
			_ = rowsOf([]*Block{b}, func(*group) error { return nil })
			_ = rowsOf([]*Block{b}, func(*told) error { return nil })
			_ = rowsOf([]*Block{b}, func(*seat) error { return nil })
		}
	})
}

// A row that comes before another in the report lies in no later part.
func TestRangesKeepTheOrderOfTheReport(t *testing.T) {
	order := func(t *rapid.T) []byte {
		if rapid.Bool().Draw(t, "in a cluster") {
			size := rapid.OneOf(rapid.Uint32Range(2, 300), rapid.Uint32Range(255, 258), rapid.Uint32()).Draw(t, "size")
			return append(clusterOrder(cluster.NamedID("c", rapid.Uint64().Draw(t, "name")), size), rapid.SliceOf(rapid.Byte()).Draw(t, "rest")...)
		}
		shown := rapid.OneOf(rapid.Int64Range(-1e9, 2e9), rapid.Int64()).Draw(t, "shown")
		return append(binary.BigEndian.AppendUint64([]byte{1}, uint64(shown)^1<<63), rapid.SliceOf(rapid.Byte()).Draw(t, "id")...)
	}
	rapid.Check(t, func(t *rapid.T) {
		x, y := order(t), order(t)
		if bytes.Compare(x, y) > 0 {
			x, y = y, x
		}
		require.LessOrEqual(t, rangeOf(x), rangeOf(y))
	})
}
