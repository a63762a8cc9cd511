package progress

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"wiretrace/job"
)

func TestALineHoldsWhatMattersMost(t *testing.T) {
	comparing := pace{
		step: job.Comparing, articles: 1_000_000, done: 7_371_000, total: 11_700_000,
		part: .63, rate: 117_000, left: 93 * time.Second, memory: 1_859_000_000,
	}
	stream := pace{step: job.Reading, done: 123_456, part: -1, rate: 5600, left: -1, memory: 937_000_000}
	for _, test := range []struct {
		of    pace
		width int
		want  string
	}{
		{comparing, 120, "comparing  63 %  1M articles  7.37M of 11.7M pairs  117k pairs/s  1m33s left  1.86 GB"},
		{comparing, 79, "comparing  63 %  7.37M of 11.7M pairs  117k pairs/s  1m33s left  1.86 GB"},
		{comparing, 60, "comparing  63 %  117k pairs/s  1m33s left  1.86 GB"},
		{comparing, 39, "comparing  63 %  1m33s left  1.86 GB"},
		{comparing, 30, "comparing  63 %  1m33s left"},
		{comparing, 20, "comparing  63 %"},
		{comparing, 5, "compa"},
		{comparing, 0, ""},
		{stream, 79, "reading    123k articles  5600 articles/s  937 MB"},
		{stream, 39, "reading    123k articles  937 MB"},
		{pace{step: job.Grouping, articles: 40, part: -1, left: -1}, 79, "grouping   40 articles  0 pairs  0 B"},
	} {
		t.Run(fmt.Sprint(test.of.step, test.width), func(t *testing.T) {
			require.Equal(t, test.want, test.of.line(test.width))
		})
	}
}

// At a million articles a terminal of the usual width has room for all that
// matters, however far the job is, and a narrow one for how far it is.
func TestLinesOfAMillionArticlesFit(t *testing.T) {
	steps := []struct {
		step  job.Step
		total int
	}{
		{job.Reading, 0}, {job.Grouping, 19_800_000}, {job.Comparing, 23_456_789}, {job.Resolving, 187_654}, {job.Writing, 1_000_000},
	}
	for _, s := range steps {
		for _, part := range []float64{0.0001, 0.0999, 0.5, 0.98765, 0.99999} {
			for _, spent := range []time.Duration{3 * time.Second, 10 * time.Minute, 20 * time.Hour} {
				p := pace{step: s.step, articles: 1_000_000, done: int(part * float64(max(s.total, 1_000_000))), total: s.total, part: part, memory: 31_999_999_999}
				p.rate = float64(p.done) / spent.Seconds()
				p.left = time.Duration(float64(spent) * (1/part - 1)).Round(time.Second)
				usual := p.line(79)
				require.Less(t, len(usual), 80)
				require.Regexp(t, `^`+string(s.step)+` +\d+ %  .*\d[kMG]? `+p.unit()+`/s  [\dhms]+ left  32 GB$`, usual)
				narrow := p.line(39)
				require.Less(t, len(narrow), 40)
				require.Regexp(t, `^`+string(s.step)+` +\d+ %  [\dhms]+ left`, narrow)
			}
		}
	}
}

func TestShort(t *testing.T) {
	for n, want := range map[int]string{
		0: "0", 9999: "9999", 10_000: "10k", 12_345: "12.3k", 99_949: "99.9k", 99_951: "100k", 999_499: "999k", 999_500: "1M",
		1_234_567: "1.23M", 11_700_000: "11.7M", 5_000_000_000: "5G",
	} {
		require.Equal(t, want, short(n))
	}
}
