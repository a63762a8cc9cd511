package job

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const cannery = `The last cannery on Loch Ullan will close in September, its owners said on Monday, and the 212 people who pack mackerel there were told at the start of the early shift.

The works opened in 1934 and once filled a million tins a week for the navy. It has lost money in nine of the past eleven years, according to accounts filed in Edinburgh in March.

Hector Abernethy, who has run the boiler house since he was nineteen, said the foreman read the letter twice because nobody would believe it the first time. Half of the women on the filleting line went back to their knives without a word.

The company blames the price of tinplate, which has doubled since the smelter at Dunmorrow shut, and a fall in the catch of a third. It said that it had looked for a buyer in four countries and found one who wanted the roof.

The council owns the quay and leases it for a shilling a year under a deed of 1933, which ends if no fish is landed for twelve months. Councillors will meet on Thursday to ask what becomes of the crane.

Fishermen said the nearest buyer would then be at Portnagree, six hours by sea, and that a boat of the size used on the loch could not carry ice for so long in June.

A sculptor from Glasgow has offered to take the labels, of which there are eleven thousand different ones in the attic, for a museum that has no building yet.
`

const quay = `Harbour engineers have found that the old quay at Ullan stands on oak piles eaten hollow by shipworm, a survey for the port trust shows, and that one winter storm may be enough to bring down its western end.

Divers pushed a steel rod by hand through thirty-one of the forty piles that they tested between February and April. The trust has closed the western berth to lorries and put up a fence of herring boxes.

Replacing the piles with concrete would take two summers and cost some nine million pounds, more than the trust has earned since the ferry stopped calling in 1978.

The surveyor, Philippa Strang, recommended that the crane be taken down before the autumn gales, since it weighs as much as two hundred cows and leans toward the sea.
`

// withSecond returns a copy of the first text with two paragraphs of the second in it.
func withSecond(first, second string) string {
	a, b := strings.Split(strings.TrimSpace(first), "\n\n"), strings.Split(strings.TrimSpace(second), "\n\n")
	return strings.Join(append(append(append([]string{}, a[:5]...), b[1:3]...), a[5:]...), "\n\n") + "\n"
}

// story is one article of the tests below.
func story(t testing.TB, id, outlet, date, text string) string {
	t.Helper()
	return line(t, map[string]string{"id": id, "outlet": outlet, "date": date, "text": text})
}

// A copy of one text with paragraphs of a second has both sources, although all
// that is said of its family is said of the text that it copies.
func TestACopyWithParagraphsOfAnotherHasBothSources(t *testing.T) {
	dir := t.TempDir()
	var plain strings.Builder // copies that have nothing of their own
	for k := range 30 {
		plain.WriteString(story(t, fmt.Sprintf("plain%02d", k), fmt.Sprintf("Parish Paper %d", k), "2024-05-03T10:00:00Z", cannery))
	}
	both := story(t, "first", "Ullan Herald", "2024-05-01T08:00:00Z", cannery) + story(t, "second", "Portnagree Gazette", "2024-05-01T09:00:00Z", quay)
	write(t, dir, "plain/a.jsonl", both+plain.String(),
		"mixed/a.jsonl", both+plain.String()+story(t, "mixed", "Glen Post", "2024-05-02T08:00:00Z", withSecond(cannery, quay)))
	couples := func(name string) int {
		var s Stats
		mustRun(t, Options{Paths: []string{filepath.Join(dir, name)}, Stats: &s})
		return s.Counts.Couples
	}
	require.Equal(t, couples("plain")+1, couples("mixed"), "no copy without text of its own meets anybody")

	out, _ := mustRun(t, Options{Paths: []string{filepath.Join(dir, "mixed")}, Threads: 1})
	again, _ := mustRun(t, Options{Paths: []string{filepath.Join(dir, "mixed")}, Threads: 2})
	for _, name := range []string{"report.csv", "links.csv", "passages.csv"} {
		require.Equal(t, out[name], again[name], name)
	}
	hasBothSources(t, out)
	articles := by(rows(t, out["report.csv"]), "article")
	require.Equal(t, "single", articles["second"]["role"], "it has nothing from the text that its paragraphs were put into")
	require.Empty(t, articles["second"]["cluster"])
}

// hasBothSources checks that the article mixed has its text from first and
// second.
func hasBothSources(t *testing.T, out map[string]string) {
	t.Helper()
	require.Equal(t, "Ullan Herald", by(rows(t, out["report.csv"]), "article")["mixed"]["source_outlet"])
	words := map[string]int{}
	for _, l := range rows(t, out["links.csv"]) {
		if l["article"] == "mixed" {
			require.Equal(t, "from", l["direction"], l["source_article"])
			words[l["source_article"]]++
		}
	}
	require.Equal(t, map[string]int{"first": 1, "second": 1}, words)
	taken := ""
	for _, p := range rows(t, out["passages.csv"]) {
		if p["article"] == "mixed" && p["source_article"] == "second" {
			require.Equal(t, "copied", p["label"])
			taken += p["text"]
		}
	}
	require.Contains(t, taken, "Divers pushed a steel rod")
	require.Contains(t, taken, "since the ferry stopped calling in 1978.")
}

// In whatever order the nights bring them, and whoever stood for the family then.
func TestNightsFindBothSourcesOfACopy(t *testing.T) {
	texts := map[string]string{
		"first":  story(t, "first", "Ullan Herald", "2024-04-29T08:00:00Z", cannery),
		"later":  story(t, "later", "Parish Paper", "2024-04-30T10:00:00Z", cannery),
		"second": story(t, "second", "Portnagree Gazette", "2024-04-29T09:00:00Z", quay),
		"mixed":  story(t, "mixed", "Glen Post", "2024-04-30T08:00:00Z", withSecond(cannery, quay)),
	}
	for _, order := range [][]string{
		{"first", "second", "mixed", "later"},
		{"first", "mixed", "second", "later"},
		{"mixed", "second", "first", "later"}, // which stands for itself until its source is read
		{"mixed", "later", "first", "second"},
		{"second", "later", "mixed", "first"},
	} {
		t.Run(strings.Join(order, " "), func(t *testing.T) {
			n := startNights(t, Options{JudgeAnew: -1})
			var last morning
			for k, name := range order {
				write(t, "in", name+".jsonl", texts[name])
				last = n.next(func(o *Options) { o.Whole = k == len(order)-1 })
			}
			hasBothSources(t, last.files)
		})
	}
}

// A copy of a corrected text is put down to the corrected version, and one of the
// first to that.
func TestACopyFollowsItsVersionOfATextThatWasCorrected(t *testing.T) {
	corrected := strings.NewReplacer("in September", "in October", "212 people", "221 people", "nine of the past", "ten of the past", "six hours", "five hours").Replace(cannery)
	dir := t.TempDir()
	write(t, dir, "a.jsonl",
		story(t, "v1", "Ullan Herald", "2024-05-01T08:00:00Z", cannery)+
			story(t, "v2", "Ullan Herald", "2024-05-02T08:00:00Z", corrected+"\nThis report has been corrected. An earlier version misstated when the cannery will close, how many people work there and the way to Portnagree.\n")+
			story(t, "early", "Glen Post", "2024-05-01T20:00:00Z", cannery)+
			story(t, "late", "Portnagree Gazette", "2024-05-03T08:00:00Z", corrected))
	out, _ := mustRun(t, Options{Paths: []string{dir}})
	articles := by(rows(t, out["report.csv"]), "article")
	require.Equal(t, "v1", articles["early"]["source_article"])
	require.Equal(t, "v2", articles["late"]["source_article"])
	require.Equal(t, "100.0", articles["late"]["copied_pct"], articles["late"])
}

// The column other_sources names who else a text is from.
func TestOtherSourcesOfAnArticle(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "a.jsonl",
		story(t, "first", "Ullan Herald", "2024-05-01T08:00:00Z", cannery)+
			story(t, "second", "Portnagree Gazette", "2024-05-01T09:00:00Z", quay)+
			story(t, "copy", "Parish Paper", "2024-05-03T08:00:00Z", cannery)+
			story(t, "mixed", "Glen Post", "2024-05-02T08:00:00Z", withSecond(cannery, quay)))
	out, _ := mustRun(t, Options{Paths: []string{dir}})
	articles := by(rows(t, out["report.csv"]), "article")
	require.Equal(t, "Portnagree Gazette 20 %", articles["mixed"]["other_sources"])
	for _, id := range []string{"first", "second", "copy"} {
		require.Empty(t, articles[id]["other_sources"], id)
	}
}

// Two agencies that the lines of an article name are both told, and the first is
// none of the second's.
func TestAgenciesNamedBesideTheFirstAreOtherSources(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "a.jsonl",
		story(t, "reuters", "Reuters", "2024-05-01T08:00:00Z", "ULLAN, Scotland, May 1 (Reuters) - "+cannery)+
			story(t, "ap", "Associated Press", "2024-05-01T09:00:00Z", "PORTNAGREE, Scotland (AP) — "+quay)+
			story(t, "merged", "Glen Post", "2024-05-02T08:00:00Z", withSecond(cannery, quay)+"\nReuters and the Associated Press contributed to this report.\n"))
	out, _ := mustRun(t, Options{Paths: []string{dir}})
	articles := by(rows(t, out["report.csv"]), "article")
	require.Equal(t, "reuters", articles["merged"]["source_article"])
	require.Regexp(t, `^Associated Press \d+ %$`, articles["merged"]["other_sources"])
	require.Equal(t, "yes", articles["merged"]["credited"])
	require.Regexp(t, "^(origin|single)$", articles["ap"]["role"])
}

// So it is where no other piece is in hand.
func TestAgenciesOfAPieceThatStandsAlone(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "a.jsonl", story(t, "alone", "Glen Post", "2024-05-02T08:00:00Z", "ULLAN, Scotland, May 1 (Reuters) - "+cannery+"\nThe Associated Press contributed to this report.\n"))
	out, _ := mustRun(t, Options{Paths: []string{dir}})
	alone := by(rows(t, out["report.csv"]), "article")["alone"]
	require.Equal(t, "Reuters", alone["upstream"])
	require.Equal(t, "Associated Press", alone["other_sources"])
}
