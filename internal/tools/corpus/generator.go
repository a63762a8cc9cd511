package corpus

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"sync"
	"time"
)

// A Shape is a kind of corpus.
type Shape string

// The shapes.
const (
	Normal   Shape = "normal"
	News     Shape = "news"      // lengths, names, quotations, credits and what derives from what as in real news
	OneStory Shape = "one-story" // half the articles are copies of one, the others share a long foot
)

// Options say what to make. Articles is needed; the zero value of all else is
// the usual.
type Options struct {
	Articles int
	Seed     uint64
	Days     int // over which they are spread; 0: so many that each has articlesOfDay
	Shape    Shape
	Threads  int // 0: as many as there are cores
}

// articlesOfDay is a million articles a year.
const articlesOfDay = 2740

// newsReach is how many articles of News have their sources among each other: so
// many that stories are as large as in real news, however many articles a day has.
const newsReach = 24

// footerWords is the length of the foot that articles of OneStory share.
const footerWords = 200

// A Generator makes one corpus. It may be used by several goroutines, each
// with a Maker of its own.
type Generator struct {
	o       Options
	style   *style
	perDay  int
	reach   int // how many articles of a day have their sources among each other
	outlets []*outlet
	footer  []byte
}

// New returns a generator.
func New(o Options) (*Generator, error) {
	if o.Articles < 1 {
		return nil, errors.New("make corpus: there must be one article at least")
	}
	switch o.Shape {
	case "":
		o.Shape = Normal
	case Normal, News, OneStory:
	default:
		return nil, fmt.Errorf("make corpus: unknown shape %q", o.Shape)
	}
	if o.Days <= 0 {
		o.Days = (o.Articles + articlesOfDay - 1) / articlesOfDay
	}
	if o.Threads <= 0 {
		o.Threads = runtime.GOMAXPROCS(0)
	}
	g := &Generator{o: o, style: &common, perDay: (o.Articles + o.Days - 1) / o.Days}
	g.reach = g.perDay
	if o.Shape == News {
		g.style, g.reach = &likeNews, min(g.perDay, newsReach)
	}
	for n := range outlets {
		g.outlets = append(g.outlets, newOutlet(g, n))
	}
	s := newStream(o.Seed, forHouse, -1)
	t := newTopic(g, -outlets-1)
	for n := 0; n < footerWords; n += 20 {
		g.footer = t.sentence(g.footer, &s, 20)
	}
	g.footer = closeWord(g.footer)
	return g, nil
}

// Maker returns a maker of its articles.
func (g *Generator) Maker() *Maker { return &Maker{g: g} }

// when is the time of article i: articles are in order of their times.
func (g *Generator) when(i int) time.Time {
	day, n := i/g.perDay, i%g.perDay
	return firstDay.AddDate(0, 0, day).Add(time.Duration(n) * 24 * time.Hour / time.Duration(g.perDay)).Truncate(time.Minute)
}

var firstDay = time.Date(2025, time.January, 1, 0, 0, 0, 0, time.UTC)

// Stats count what was written.
type Stats struct {
	Articles int
	Bytes    int64 // of articles, as JSON lines
	Text     int64 // bytes of their texts
	Kinds    [kinds]int
}

// chunk is how many articles a worker makes at a time.
const chunk = 128

type block struct {
	articles, truth []byte
	text            int64
	kinds           [kinds]int
}

// Write writes all articles as JSON lines to out, in order, and the truth about
// them to truth. What it holds does not grow with their number.
func (g *Generator) Write(ctx context.Context, out, truth io.Writer) (Stats, error) {
	var st Stats
	ctx, cancel := context.WithCancel(ctx)
	var group sync.WaitGroup
	defer group.Wait()
	defer cancel()
	n := (g.o.Articles + chunk - 1) / chunk
	slots := make(chan chan *block, 2*g.o.Threads)
	type job struct {
		n  int
		to chan *block
	}
	jobs := make(chan job)
	group.Go(func() {
		defer close(slots)
		defer close(jobs)
		for k := range n {
			to := make(chan *block, 1)
			select {
			case slots <- to:
			case <-ctx.Done():
				return
			}
			select {
			case jobs <- job{k, to}:
			case <-ctx.Done():
				return
			}
		}
	})
	free := sync.Pool{New: func() any { return new(block) }}
	for range g.o.Threads {
		group.Go(func() {
			m := g.Maker()
			for j := range jobs {
				b := free.Get().(*block)
				*b = block{articles: b.articles[:0], truth: b.truth[:0]}
				for i := j.n * chunk; i < min((j.n+1)*chunk, g.o.Articles); i++ {
					b.add(m.Make(i))
				}
				j.to <- b
			}
		})
	}
	a, t := bufio.NewWriterSize(out, 1<<20), bufio.NewWriter(truth)
	for to := range slots {
		var b *block
		select {
		case b = <-to:
		case <-ctx.Done():
			return st, ctx.Err()
		}
		if _, err := a.Write(b.articles); err != nil {
			return st, fmt.Errorf("write articles: %w", err)
		}
		if _, err := t.Write(b.truth); err != nil {
			return st, fmt.Errorf("write truth: %w", err)
		}
		st.Bytes += int64(len(b.articles))
		st.Text += b.text
		for k, c := range b.kinds {
			st.Kinds[k] += c
			st.Articles += c
		}
		free.Put(b)
	}
	if err := ctx.Err(); err != nil {
		return st, err
	}
	if err := a.Flush(); err != nil {
		return st, fmt.Errorf("write articles: %w", err)
	}
	if err := t.Flush(); err != nil {
		return st, fmt.Errorf("write truth: %w", err)
	}
	return st, nil
}

func (b *block) add(a *Article) {
	b.articles = a.appendJSON(b.articles)
	b.text += int64(len(a.Text))
	b.kinds[a.Kind]++
	for k := range a.Truth {
		b.truth = a.Truth[k].append(b.truth)
	}
}

// appendJSON appends a as a line of JSON; empty fields are left out.
func (a *Article) appendJSON(b []byte) []byte {
	b = append(append(b, `{"id":"`...), a.ID...)
	b = appendEscaped(append(b, `","title":"`...), a.Title)
	b = appendEscaped(append(b, `","text":"`...), a.Text)
	if a.Date != "" {
		b = append(append(b, `","date":"`...), a.Date...)
	}
	b = append(append(b, `","outlet":"`...), a.Outlet...)
	b = append(append(b, `","url":"`...), a.Address...)
	return append(b, "\"}\n"...)
}

// appendEscaped appends text as JSON has it between quotation marks.
func appendEscaped(b, text []byte) []byte {
	from := 0
	for i, c := range text {
		if c == '"' || c == '\n' {
			b = append(append(b, text[from:i]...), '\\')
			if c == '\n' {
				c = 'n'
			}
			b = append(b, c)
			from = i + 1
		}
	}
	return append(b, text[from:]...)
}
