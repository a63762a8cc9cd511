package progress

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"wiretrace/article/reader"
	"wiretrace/job"
)

func progressOf(step job.Step, done, total int) job.Progress {
	return job.Progress{Step: step, Done: done, Total: total, Bytes: 3e6}
}

// A clock shows what it is told.
type clock struct{ t time.Time }

func (c *clock) now() time.Time       { return c.t }
func (c *clock) pass(d time.Duration) { c.t = c.t.Add(d) }

func progressAt(w io.Writer) (*Bar, *clock) {
	c := &clock{time.Date(2026, 11, 22, 3, 0, 0, 0, time.UTC)}
	p := NewBar(NewLog(w), new(reader.Progress))
	p.now, p.start = c.now, c.t
	return p, c
}

func TestProgressInALogIsPlainAndRare(t *testing.T) {
	var b bytes.Buffer
	p, c := progressAt(&b)
	p.Watch(context.Background(), nil, reader.Options{})
	p.Show(progressOf(job.Reading, 1, 0))
	require.Empty(t, b.String(), "a short job says nothing")
	c.pass(time.Minute)
	p.Show(progressOf(job.Reading, 1200, 0))
	p.Show(progressOf(job.Reading, 1300, 0))
	p.Show(progressOf(job.Writing, 1, 4))
	require.Equal(t, 1, bytes.Count(b.Bytes(), []byte("\n")), "one line in ten seconds")
	require.Regexp(t, `^reading   1200 articles, 20 a second, \d+ MB memory\n$`, b.String())
	p.Clear()
}

func TestPace(t *testing.T) {
	for _, test := range []struct {
		name  string
		bytes int64 // of all files; 0 if not known
		skip  int64
		at    job.Progress
		after time.Duration
		want  string
	}{
		{"nothing known", 0, 0, progressOf(job.Reading, 50, 0), 100 * time.Millisecond, "reading   50 articles"},
		{"reading", 0, 0, progressOf(job.Reading, 500, 0), 10 * time.Second, "reading   500 articles, 50 a second"},
		{"reading of a known size", 12e6, 0, progressOf(job.Reading, 500, 0), 10 * time.Second, "reading   500 articles (25 %), 50 a second, 30s left"},
		{"what is skipped is no work", 12e6, 6e6, progressOf(job.Reading, 500, 0), 10 * time.Second, "reading   500 articles (50 %), 50 a second, 10s left"},
		{"files have grown", 2e6, 0, progressOf(job.Reading, 500, 0), 10 * time.Second, "reading   500 articles, 50 a second"},
		{"comparing", 12e6, 0, progressOf(job.Comparing, 256, 1024), 30 * time.Second, "comparing 7 articles, 256 of 1024 pairs (25 %), 9 a second, 1m30s left"},
		{"nearly done is not done", 0, 0, progressOf(job.Writing, 1999, 2000), time.Second, "writing   1999 of 2000 articles (99 %), 1999 a second"},
	} {
		t.Run(test.name, func(t *testing.T) {
			p, c := progressAt(io.Discard)
			p.total.Store(test.bytes)
			p.read.SkippedBytes.Store(test.skip)
			p.read.Bytes.Store(3e6)
			p.Show(progressOf(job.Reading, 7, 0))
			p.Show(job.Progress{Step: test.at.Step})
			p.articles = 7
			c.pass(test.after)
			p.Show(test.at)
			pace := p.pace(c.t)
			require.NotZero(t, pace.memory)
			pace.memory = 3e6
			require.Equal(t, test.want+", 3 MB memory", pace.String())
		})
	}
}

func TestProgressAsJSON(t *testing.T) {
	var b bytes.Buffer
	p, c := progressAt(&b)
	p.log.SetJSON(true)
	p.Show(progressOf(job.Reading, 7, 0))
	p.Show(progressOf(job.Comparing, 0, 1024))
	c.pass(20 * time.Second)
	p.Show(progressOf(job.Comparing, 256, 1024))
	var got map[string]any
	require.NoError(t, json.Unmarshal(b.Bytes(), &got))
	require.NotEmpty(t, got["time"])
	require.NotEmpty(t, got["memory_bytes"])
	delete(got, "time")
	delete(got, "memory_bytes")
	require.Equal(t, map[string]any{
		"level": "INFO", "msg": "comparing", "step": "comparing", "articles": 7.0, "done": 256.0, "total": 1024.0,
		"per_second": 13.0, "seconds_left": 60.0, "input_bytes": 3e6,
	}, got)
}
