package corpus

import (
	"fmt"
	"strings"
	"time"
)

// An Article is one made up. Its bytes are good until its Maker makes another.
type Article struct {
	Number  int
	ID      string
	Kind    Kind
	Title   []byte
	Text    []byte // valid UTF-8
	Date    string // RFC 3339, a day alone, or empty
	Outlet  string
	Address string
	Truth   []Truth // what it took, in order of its text; none if plain
}

// A Maker makes articles and reuses its memory. It must not be used by two
// goroutines at once.
type Maker struct {
	g        *Generator
	own, src draft
	topic    topic
	truth    []Truth
}

// Make returns article i.
func (m *Maker) Make(i int) *Article {
	g := m.g
	p := g.plan(i)
	o := g.outlets[p.outlet]
	d := &m.own
	d.reset()
	m.truth = m.truth[:0]
	s := newStream(g.o.Seed, forText, i)
	when := g.when(i)

	switch p.kind {
	case Plain, Footer:
		m.plain(d, i)
	case Copy:
		m.plain(d, p.source)
		m.took(i, p, d, span{0, len(d.text)}, d, span{0, len(d.text)}, 0)
	case Edited:
		m.edited(i, p, &s, o, when)
	case Wire:
		m.wire(i, p, &s, o, when)
	case Quote, Credit, Event:
		m.retold(i, p, &s, o, when)
	case Roundup:
		m.roundup(i, p, &s, o, when)
	}
	if p.kind == Footer {
		d.line("")
		d.text = append(d.text, g.footer...)
	}
	a := &Article{
		Number: i, ID: id(i), Kind: p.kind, Title: d.title, Text: d.text, Outlet: o.name, Truth: m.truth,
		Address: "https://" + o.host + when.Format("/2006/01/02/") + id(i),
	}
	switch x := mix(uint64(i)+g.o.Seed) % 100; {
	case x < 80:
		a.Date = when.Format(time.RFC3339)
	case x < 95:
		a.Date = when.Format(time.DateOnly)
	}
	return a
}

func id(i int) string { return fmt.Sprintf("a%07d", i) }

// plain writes article i, which is plain, to d.
func (m *Maker) plain(d *draft, i int) {
	d.reset()
	s := newStream(m.g.o.Seed, forText, i)
	o := m.g.outlets[m.g.plan(i).outlet]
	t := &m.topic
	t.set(m.g, i)
	d.headline(&s, t)
	d.open(&s, o, m.g.when(i))
	n := m.g.style.length(&s)
	if m.g.style.absentPart > 0 && s.chance(m.g.style.absentPart) {
		d.mention(&s, t, o, m.g.outlets[s.head(outlets)].name, true)
	}
	if s.chance(m.g.style.mentionPart) {
		d.prose(&s, t, o, n/2)
		d.mention(&s, t, o, m.g.outlets[s.head(outlets)].name, false)
		n -= n / 2
		for m.g.style.moreMentions > 0 && s.chance(m.g.style.moreMentions) {
			d.mention(&s, t, o, m.g.outlets[s.head(outlets)].name, false)
		}
	}
	d.prose(&s, t, o, n)
	d.close(&s, o)
}

// edited writes the source's text with words exchanged and the end trimmed.
func (m *Maker) edited(i int, p plan, s *stream, o *outlet, when time.Time) {
	m.plain(&m.src, p.source)
	d := &m.own
	d.headline(s, &m.topic)
	d.open(s, o, when)
	keep := len(m.src.paras)
	for keep > 2 && s.chance(0.3) && keep > len(m.src.paras)*3/4 {
		keep--
	}
	from := span{m.src.paras[0].start, m.src.paras[keep-1].end}
	at := len(d.text)
	every := s.between(10, 60)
	var changed int
	d.text, changed = appendChanged(d.text, m.src.text[from.start:from.end], s, every)
	to := span{at, len(d.text)}
	d.text = append(d.text, "\n\n"...)
	d.close(s, o)
	m.took(i, p, d, to, &m.src, from, changed)
}

// wire writes a piece on the same event with one to three paragraphs of the
// source, half of them slightly changed.
func (m *Maker) wire(i int, p plan, s *stream, o *outlet, when time.Time) {
	m.plain(&m.src, p.source)
	d := &m.own
	t := &m.topic
	d.headline(s, t)
	d.open(s, o, when)
	n := m.g.style.length(s)
	parts := s.between(1, min(3, len(m.src.paras)))
	d.prose(s, t, o, n/(parts+1))
	k := 0
	for part := range parts {
		room := len(m.src.paras) - (parts - part) + 1 // the later parts need a paragraph each
		k += s.n(room - k)
		m.take(i, p, s, k)
		k++
		d.prose(s, t, o, n/(parts+1))
	}
	d.close(s, o)
}

// take writes paragraph k of the source.
func (m *Maker) take(i int, p plan, s *stream, k int) {
	d := &m.own
	from := m.src.paras[k]
	at := len(d.text)
	changed := 0
	if s.chance(0.5) {
		d.text = append(d.text, m.src.text[from.start:from.end]...)
	} else {
		d.text, changed = appendChanged(d.text, m.src.text[from.start:from.end], s, 15)
	}
	d.paras, d.words = append(d.paras, span{at, len(d.text)}), append(d.words, m.src.words[k])
	d.text = append(d.text, "\n\n"...)
	m.took(i, p, d, d.paras[len(d.paras)-1], &m.src, from, changed)
}

// retold writes a piece on the same event in other words, with a quotation
// reworded, a credit, or neither. Where the style says so, it may quote what a public
// speaker said as the source does.
func (m *Maker) retold(i int, p plan, s *stream, o *outlet, when time.Time) {
	m.plain(&m.src, p.source)
	d := &m.own
	t := &m.topic
	d.headline(s, t)
	d.open(s, o, when)
	n := m.g.style.length(s)
	d.prose(s, t, o, n/4)
	if p.kind == Credit || p.kind == Quote && s.chance(0.5) {
		d.mention(s, t, o, m.g.outlets[m.g.plan(p.source).outlet].name, true)
	}
	took := false
	shared := p.kind == Event && m.g.style.sharedQuotes > 0 && s.chance(m.g.style.sharedQuotes)
	if q := m.src.quote; (p.kind == Quote || shared) && q.end > 0 {
		start := len(d.text)
		d.mark(o, true)
		at := len(d.text)
		changed := 0
		if shared {
			d.text = append(d.text, m.src.text[q.start:q.end]...)
		} else {
			d.text, changed = appendChanged(d.text, m.src.text[q.start:q.end], s, 4)
		}
		to := span{at, len(d.text)}
		d.said(o, &t.persons[0], len(roles))
		d.end(start, 20)
		m.took(i, p, d, to, &m.src, q, changed)
		took = true
	}
	d.prose(s, t, o, n-n/4)
	d.close(s, o)
	if !took {
		m.took(i, p, d, span{}, &m.src, span{}, 0)
	}
}

// roundup writes a paragraph each of several sources under a line that says
// what is next.
func (m *Maker) roundup(i int, p plan, s *stream, o *outlet, when time.Time) {
	d := &m.own
	var seen []int
	for range s.between(4, 8) {
		q := p
		if len(seen) > 0 {
			q.source = m.g.source(i, s)
		}
		known := false
		for _, j := range seen {
			known = known || j == q.source
		}
		if known {
			continue
		}
		m.plain(&m.src, q.source)
		if len(seen) == 0 {
			d.title = append(d.title[:0], "What you need to know on "+when.Weekday().String()...)
			d.open(s, o, when)
		} else {
			d.line(strings.ToUpper(string(m.src.title[:min(len(m.src.title), 12)])))
		}
		seen = append(seen, q.source)
		k := 0 // the longest of the first paragraphs
		for x := range min(3, len(m.src.paras)) {
			if m.src.words[x] > m.src.words[k] {
				k = x
			}
		}
		m.take(i, q, s, k)
	}
	d.close(s, o)
}

// took notes that article i has taken what stands at from in the source.
func (m *Maker) took(i int, p plan, d *draft, to span, src *draft, from span, changed int) {
	t := Truth{Kind: p.kind.String(), Article: id(i), Source: id(p.source), Changed: changed}
	if to.end > 0 {
		t.Start, t.End = codePoints(d.text, to)
		t.SourceStart, t.SourceEnd = codePoints(src.text, from)
		t.Words = countWords(d.text[to.start:to.end])
	}
	m.truth = append(m.truth, t)
}

// countWords counts what stands between spaces.
func countWords(text []byte) int {
	n := 0
	space := true
	for _, c := range text {
		now := c == ' ' || c == '\n'
		if space && !now {
			n++
		}
		space = now
	}
	return n
}
