package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/job"
)

var (
	growthBytes = flag.Int("growth.bytes", 48<<10, "size of the smaller text of TestNoWorkGrowsByTheSquare")
	growthCover = flag.String("growth.cover", "wiretrace/...", "packages whose work TestNoWorkGrowsByTheSquare counts; strings,bytes,golang.org/x/net/... may be added")
)

// Texts of any shape of which one is twice as long take twice the work, not four
// times. Work is counted, not timed: the program is built with counters of
// coverage, so that each stretch of code without a branch tells how often it ran,
// and no single one may grow faster than its input. A loop within a loop over one
// text is found by its line, however little time it takes yet.
func TestNoWorkGrowsByTheSquare(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program anew")
	}
	dir := t.TempDir()
	binary := filepath.Join(dir, "counting")
	output, err := exec.Command("go", "build", "-cover", "-covermode=atomic", "-coverpkg="+*growthCover, "-o", binary, ".").CombinedOutput()
	require.NoError(t, err, "%s", output)
	covdata, err := exec.Command("go", "tool", "-n", "covdata").Output()
	require.NoError(t, err)
	c := counting{binary: binary, covdata: strings.TrimSpace(string(covdata))}

	nothing := c.run(t, map[string]string{"a.txt": "Nothing.", "b.txt": "Nothing else."})
	for _, shape := range growthShapes() {
		t.Run(shape.name, func(t *testing.T) {
			n := *growthBytes
			one, two := c.run(t, shape.files(n)), c.run(t, shape.files(2*n))
			// The collector empties what is kept for use again when it runs, which is a
			// matter of time and only adds: the least of a few runs counts.
			const runs = 4
			grown := grownPlaces(&one, &two, n)
			for range runs - 1 {
				if len(grown) == 0 {
					break
				}
				two.least(c.run(t, shape.files(2*n)))
				grown = grownPlaces(&one, &two, n)
			}
			for _, place := range grown {
				t.Errorf("%s ran %d times for %d bytes and %d times for %d", place, one.times[place], n, two.times[place], 2*n)
			}
			// What is copied again and again shows in no counter, but in what is allocated.
			const slack = 16 << 20
			a, b := max(0, one.allocated-nothing.allocated), two.allocated-nothing.allocated
			for range runs - 1 {
				if b <= growthMost*a+slack {
					return
				}
				b = min(b, c.run(t, shape.files(2*n)).allocated-nothing.allocated)
			}
			if b > growthMost*a+slack {
				t.Errorf("%d bytes allocated for %d bytes and %d for %d", a, n, b, 2*n)
			}
		})
	}
}

// growthMost is how many times more often something may run for a text of twice the
// length. A sort takes 2.2 times as many steps, work that grows by the square 4 times.
const growthMost = 3

// A counting program notes how often each stretch of its code ran.
type counting struct{ binary, covdata string }

// A tally is what one run took.
type tally struct {
	times     map[string]int // by place, as credit/claim/rank.go:12.3,14.5
	allocated int64          // bytes
}

// least takes over what another run over the same did less often.
func (a *tally) least(b tally) {
	for place, times := range b.times {
		a.times[place] = min(a.times[place], times)
	}
	a.allocated = min(a.allocated, b.allocated)
}

// grownPlaces returns the places that ran more than growthMost times as often for
// twice the n bytes. What ran less than once a byte may grow as it likes, and so may
// what a longer text only makes begin.
func grownPlaces(one, two *tally, n int) (grown []string) {
	for _, place := range slices.Sorted(maps.Keys(two.times)) {
		if a, b := one.times[place], two.times[place]; b > 2*n && a > n/4 && b > growthMost*a {
			grown = append(grown, place)
		}
	}
	return grown
}

// run runs the program over files in a folder of their own.
func (c *counting) run(t *testing.T, files map[string]string) tally {
	t.Helper()
	dir := t.TempDir()
	counters := filepath.Join(dir, "counters")
	require.NoError(t, os.MkdirAll(filepath.Join(dir, "in"), 0o777))
	require.NoError(t, os.Mkdir(counters, 0o777))
	beside := "The ferry pier of Marlow is to be nine feet wider from April on, the council said.\n" // so that there is something to report
	require.NoError(t, os.WriteFile(filepath.Join(dir, "in", "beside.txt"), []byte(beside), 0o666))
	for name, content := range files {
		require.NoError(t, os.WriteFile(filepath.Join(dir, "in", name), []byte(content), 0o666))
	}
	cmd := exec.Command(c.binary, "run", "-q", "--threads", "1", "--stats", "stats.json", "-o", "report", "in")
	// With one processor what is kept for use again is found again, and counts vary less.
	cmd.Dir, cmd.Env = dir, append(os.Environ(), "GOCOVERDIR="+counters, "GOMAXPROCS=1")
	output, err := cmd.CombinedOutput()
	status := cmd.ProcessState.ExitCode()
	require.True(t, status == exitDone || status == exitProblems, "%v: %s", err, output)
	var stats job.Stats
	require.NoError(t, json.Unmarshal([]byte(readFile(t, filepath.Join(dir, "stats.json"))), &stats))

	profile := filepath.Join(dir, "profile")
	output, err = exec.Command(c.covdata, "textfmt", "-i="+counters, "-o="+profile).CombinedOutput()
	require.NoError(t, err, "%s", output)
	f, err := os.Open(profile)
	require.NoError(t, err)
	defer f.Close()
	found := tally{times: map[string]int{}, allocated: stats.AllocatedBytes}
	for s := bufio.NewScanner(f); s.Scan(); { // wiretrace/align/text.go:12.3,14.5 2 17
		if fields := strings.Fields(s.Text()); len(fields) == 3 && fields[2] != "0" {
			times, err := strconv.Atoi(fields[2])
			require.NoError(t, err)
			found.times[strings.TrimPrefix(fields[0], "wiretrace/")] += times
		}
	}
	require.NotEmpty(t, found.times)
	return found
}

// A growthShape makes inputs of n bytes.
type growthShape struct {
	name  string
	files func(n int) map[string]string
}

// growthShapes are texts, pages and other forms that consist of one thing.
func growthShapes() []growthShape {
	repeat := func(unit string, n int) string { return strings.Repeat(unit, max(1, n/len(unit))) }
	rng := func() *rand.Rand { return rand.New(rand.NewPCG(7, 7)) }
	var shapes []growthShape
	add := func(name string, files func(n int) map[string]string) {
		shapes = append(shapes, growthShape{name, files})
	}
	// Two copies, so that they are compared too.
	text := func(name string, content func(n int) string) {
		add(name, func(n int) map[string]string {
			s := content(n)
			return map[string]string{"a.txt": s + " The harbour of Kelmouth stays open.\n", "b.txt": "Ferries will run to the islands. " + s + "\n"}
		})
	}
	for _, x := range [][2]string{
		{"quotes", "“The harbour stays open,” she said. "},
		{"quotes of one word", "“open” "},
		{"straight quotes", `"The harbour stays open," Anna Berg said. `},
		{"German quotes", "„Der Hafen bleibt offen“, sagte Anna Berg. "},
		{"Polish dashes", "– Port pozostaje otwarty – mówi Jan Kowalski. – Promy Nowaka płyną – powiedział Adam Nowak.\n\n"},
		{"Arabic quotes", "وقال الوزير محمد العلي إن «الميناء مفتوح». وأضاف: «لم ينته الأمر».\n\n"},
		{"French quotes", "« Le port reste ouvert », a déclaré Anna Berg. "},
		{"open quotes", "“a "},
		{"closing quotes", "a” "},
		{"quoted paragraphs", "“The harbour stays open this winter.\n\n"},
		{"credits", "told Reuters, via Voz, citing The Telegraph, "},
		{"credit sentences", "According to The Telegraph, the harbour stays open, Reuters reported. "},
		{"German credits", "Wie die Deutsche Presse-Agentur unter Berufung auf den Spiegel berichtet, "},
		{"German credits of whom nothing is told", "Das berichtet die Zeit. "},
		{"German verbs of whom nothing is told", "erklärte Gabon24? 。"},
		{"Chinese credits", "据CNN报道，"},
		{"news releases", "The police said in a news release that it was so. "},
		{"agency lines", "LONDON (Reuters) - The harbour stays open.\n\n"},
		{"contributors", "Contributing: The Associated Press, Reuters, Anna Berg\n"},
		{"capitals", "HARBOUR KELMOUTH FERRY "},
		{"one word", "harbour "},
		{"one-letter lines", "a\n"},
		{"no spaces", "ab"},
		{"digits", "123456 "},
		{"one number", "1"},
		{"dates", "17 August 2024, Monday "},
		{"times", "Updated 17/08/2024 10:22 GMT\n"},
		{"names", "Anna Berg, Jonas Dahl and Petra Lindqvist, "},
		{"speakers", "Anna Berg said. Jonas Dahl said. She said. He said. "},
		{"pronouns", "She said he told her that they knew. "},
		{"bylines", "By Anna Berg, Staff Writer\n"},
		{"captions", "Ferries at Kelmouth. Photo: Anna Berg/Reuters\n\n"},
		{"prompts", "Sign up for our newsletter\n"},
		{"labels", "Read more: Ferries stay in harbour\n"},
		{"company paragraphs", "About Norvane: Norvane Energy makes cells in Raleigh.\n\n"},
		{"bars", "Home | News | "},
		{"tables", "Kelmouth\t12\t7\t5\n"},
		{"posts", "The harbour stays open. — Anna Berg (@aberg) May 18, 2025\n\n"},
		{"shared posts", "The harbour stays open. A post shared by Anna Berg (@aberg)\n\n"},
		{"hours of stations", "The Harbour (BBC One, 9pm)\n"},
		{"handles", "@kelmouth #harbour "},
		{"addresses", "https://kelmouth.example/harbour?a=b "},
		{"initials", "A. B. C. Mr. Dr. St. U.S. "},
		{"stops", ". "},
		{"dots", "…"},
		{"brackets", "("},
		{"dashes", "— "},
		{"apostrophes", "'s ’s "},
		{"white space", " \t"},
		{"line ends", "\r\n\r\n"},
		{"joiners", "a\u0301\u200d"},
		{"Han", "港口保持开放，"},
		{"Greek", "Το λιμάνι μένει ανοιχτό, είπε η Άννα. "},
		{"export headings", "Document 1 of 100\n\nHEADLINE: Harbour\nBYLINE: Anna Berg\nBODY:\nThe harbour stays open.\n\n"},
		{"field lines", "TITLE: Harbour\nDATE: 2024-08-17\n"},
		{"front matter", "---\ntitle: Harbour\n"},
		{"rules", "-----------------\n"},
	} {
		text(x[0], func(n int) string { return repeat(x[1], n) })
	}
	text("words in one line", func(n int) string { return strings.Join(madeUpWords(rng(), n/7), " ") })
	text("paragraphs", func(n int) string {
		words := madeUpWords(rng(), n/7)
		for i := 30; i < len(words); i += 30 {
			words[i] += ".\n\nThe"
		}
		return strings.Join(words, " ")
	})
	text("two letters", func(n int) string {
		r := rng()
		var b strings.Builder
		for b.Len() < n {
			b.WriteString(string("Ab"[r.IntN(2)]) + string("abcdefgh"[r.IntN(8)]) + " ")
		}
		return b.String()
	})
	text("different quotes", func(n int) string {
		words := madeUpWords(rng(), n/7)
		var b strings.Builder
		for i := 0; i+8 < len(words); i += 8 {
			b.WriteString("“" + strings.Join(words[i:i+7], " ") + ",” " + "Anna M" + words[i+7] + " said. ")
		}
		return b.String()
	})

	const head, foot = `<html><head><title>Harbour</title></head><body><article>`, `</article></body></html>`
	for _, x := range [][2]string{
		{"paragraphs", "<p>The mayor of Kelmouth opened the harbour on Monday.</p>"},
		{"short paragraphs", "<p>x y</p>"},
		{"nested", "<div>"},
		{"bold", "<b>a"},
		{"tables", "<table><tr><td>a"},
		{"breaks", "The harbour stays open.<br>"},
		{"links", `<a href="/a">Harbour</a> `},
		{"lists", "<ul><li>a"},
		{"times", `<time datetime="2024-08-17">17 August 2024</time> `},
		{"headings", "<h1>Harbour</h1>"},
		{"spans", `<span class="byline">Anna Berg</span>`},
		{"scripts", "<script>a</script>"},
		{"comments", "<!-- a -->"},
		{"entities", "&amp;&#8220;a"},
		{"open tag", "<p a=b "},
		{"data", `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Harbour"}</script>`},
		{"metas", `<meta property="article:author" content="Anna Berg">`},
		{"offers", `<div class="a"><a href="/login">Log in</a>`},
		{"mailboxes", `<div><form><input type="email"></form>`},
	} {
		add("page of "+x[0], func(n int) map[string]string { return map[string]string{"a.html": head + repeat(x[1], n) + foot} })
	}
	story := strings.Repeat("The harbour of Kelmouth stays open through the winter. ", 20)
	for _, x := range []struct{ name, file, before, unit, after string }{
		{"JSON arrays", "a.json", `{"id":"a","text":"` + story + `","tags":`, "[", ""},
		{"JSON keys", "a.json", `{"id":"a","text":"` + story + `"`, `,"key":"value"`, "}"},
		{"JSON escapes", "a.json", `{"id":"a","text":"` + story, `\u201cOpen\u201d \n`, `"}`},
		{"JSON bylines", "a.json", `{"id":"a","text":"` + story + `","authors":["Jonas Dahl"`, `,"Anna Berg"`, `]}`},
		{"JSON page", "a.json", `{"id":"a","html":"`, `<p>The harbour stays open.</p>`, `"}`},
		{"JSON posts with links", "a.json", `{"id":"a","title":{"rendered":"Harbour"},"link":"https://a.example/a","content":{"rendered":"<p>` + story, `<a href=y>`, `</p>"}}`},
		{"tables saved for Excel", "a.xls", "<table><tr><th>Title<th>Author<th>Date<th>Text", "<tr><td>Harbour<td>Anna Berg<td>2024-08-17<td>The harbour stays open.", "</table>"},
		{"CSV columns", "a.csv", "text", ",a", "\n" + story + "\n"},
		{"CSV quotes", "a.csv", "id,text\na,\"" + story, `""`, "\"\n"},
		{"XML items", "a.xml", `<rss><channel><item><title>Harbour</title><description>` + story, `&lt;p&gt;a`, `</description></item></channel></rss>`},
		{"XML nested", "a.xml", `<rss><channel><item><title>Harbour</title><description>` + story + `</description>`, `<a>`, ``},
		{"RTF", "a.rtf", `{\rtf1\ansi `, `{\b The harbour stays open.\par }`, `}`},
		{"RTF nested", "a.rtf", `{\rtf1\ansi ` + story, `{`, ``},
	} {
		add(x.name, func(n int) map[string]string {
			return map[string]string{x.file: x.before + repeat(x.unit, n) + x.after, "b.txt": story}
		})
	}
	// Many small articles of one kind: twice as many are twice the work.
	own := func(i int) string { return strings.Join(madeUpWords(rand.New(rand.NewPCG(7, uint64(i))), 6), " ") }
	const printed = "The harbour of Kelmouth stays open all winter."
	for _, x := range []struct {
		name string
		text func(i int) (outlet, text string)
	}{
		{"copies", func(i int) (string, string) { return fmt.Sprint("Outlet ", i%50), printed }},
		{"copies of as many outlets", func(i int) (string, string) { return fmt.Sprint("Outlet ", i), printed }},
		{"copies and as many with the line of an agency", func(i int) (string, string) {
			return fmt.Sprint("Outlet ", i), []string{"", "KELMOUTH (AP) - "}[i%2] + printed
		}},
		{"copies with a credit", func(i int) (string, string) {
			return fmt.Sprint("Outlet ", i), "The Guardian reported that the harbour of Kelmouth stays open all winter."
		}},
		{"prints of a release", func(i int) (string, string) {
			return fmt.Sprint("Outlet ", i), "Kelmouth County said in a news release: " + printed
		}},
		{"versions of one outlet", func(i int) (string, string) { return "Kelmouth Lantern", printed + " " + own(i) }},
		{"articles of one outlet", func(i int) (string, string) { return "Kelmouth Lantern", own(i) }},
		{"articles that credit one house", func(i int) (string, string) {
			return fmt.Sprint("Outlet ", i%50), "The Guardian reported it: " + own(i)
		}},
		{"articles with one title", func(i int) (string, string) { return fmt.Sprint("Outlet ", i%50), "Kelmouth\n\n" + own(i) }},
		{"articles that credit the one before", func(i int) (string, string) {
			return fmt.Sprint("Kelmouth Post ", i), fmt.Sprintf("The Kelmouth Post %d reported it: %s", i-1, own(i))
		}},
	} {
		add("many: "+x.name, func(n int) map[string]string {
			var b strings.Builder
			for i := 0; b.Len() < n; i++ {
				outlet, text := x.text(i)
				line, err := json.Marshal(map[string]string{"outlet": outlet, "text": text, "published": fmt.Sprintf("2026-03-01T%02d:%02d:00Z", i/60%24, i%60)})
				if err != nil {
					panic(err) // of strings
				}
				b.Write(append(line, '\n'))
			}
			return map[string]string{"a.jsonl": b.String()}
		})
	}
	return shapes
}

// madeUpWords are n words of six letters.
func madeUpWords(r *rand.Rand, n int) []string {
	words := make([]string, n)
	for i := range words {
		var w [6]byte
		for k := range w {
			w[k] = byte('a' + r.IntN(10))
		}
		words[i] = string(w[:])
	}
	return words
}
