package page

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"wiretrace/article"
	"wiretrace/report"
)

// most is how many bytes the text of one article, with the sources of its
// passages, may take of a page.
const most = 500 << 10

// A reader of a page sees a text in passages. One that stands elsewhere too is
// a link to its source, which is a note below the text:
//
//	<a class="p copied" id="KEY-p3" href="#KEY-s3" data-s="45" data-e="201">...</a>
//
// so that a page is whole without its script, which shows the note beside.

// writing appends one article's text and notes.
type writing struct {
	text, notes []byte
	a           *report.Article
	key         string
	notesCount  int
	cut         bool // not all of it found room
}

// write writes the passages of a, with its credits underlined.
func write(a *report.Article, key string) *writing {
	w := &writing{a: a, key: key}
	spans := bytesOf(a)
	for i := range a.Passages {
		if len(w.text)+len(w.notes) > most {
			w.cut = true
			break
		}
		w.passage(i, spans.passages[i], spans.credits)
	}
	if len(a.Passages) == 0 {
		w.run(article.Span{End: min(len(a.Text), most/4)}, spans.credits, nil)
		w.cut = len(a.Text) > most/4
	}
	return w
}

// passage writes the i-th passage.
func (w *writing) passage(i int, s article.Span, credits []article.Span) {
	p := &w.a.Passages[i]
	text := w.a.Text[s.Start:s.End]
	if room := max(most-len(w.text), 0) / 2; len(text) > room {
		s.End = s.Start + len(strings.ToValidUTF8(text[:room], ""))
		text = w.a.Text[s.Start:s.End]
		w.cut = true
	}
	// White space at the ends is no part of what is coloured.
	inner := article.Span{Start: s.End - len(strings.TrimLeft(text, " \n\t\r")), End: s.Start + len(strings.TrimRight(text, " \n\t\r"))}
	if inner.Start >= inner.End {
		w.space(text)
		return
	}
	w.space(w.a.Text[s.Start:inner.Start])
	noted := p.SourceArticle != ""
	var differ, there []article.Span
	if noted && p.SourceText != "" && p.SourceText != p.Text && p.Label != report.Copied && len(p.Text)+len(p.SourceText) < most/4 {
		differ, there = report.Differ(p.Text, p.SourceText)
		for k := range differ {
			differ[k].Start += s.Start
			differ[k].End += s.Start
		}
	}
	element := w.open(p, i+1, noted, utf8.RuneCountInString(w.a.Text[s.Start:inner.Start]))
	w.run(inner, credits, differ)
	w.text = append(append(append(w.text, "</"...), element...), '>')
	if noted {
		w.note(p, i+1, there)
	}
	w.space(w.a.Text[inner.End:s.End])
}

// open begins the element of passage n, whose text begins with so many characters
// of white space, and returns its name.
func (w *writing) open(p *report.Passage, n int, noted bool, space int) string {
	element := "span"
	if noted {
		element = "a"
	}
	class := word(p.Label)
	if p.Label == report.Original && p.ReusedBy > 0 {
		class = "original reused"
	}
	w.text = fmt.Appendf(w.text, `<%s class="p %s" id="%s-p%d" data-s="%d" data-e="%d"`, element, class, w.key, n, p.Start+space, p.End)
	if p.Label != report.Furniture {
		w.text = fmt.Appendf(w.text, ` data-w="%d"`, p.Words)
	}
	if noted {
		w.text = fmt.Appendf(w.text, ` href="#%s-s%d"`, w.key, n)
	}
	if p.ReusedBy > 0 {
		w.text = fmt.Appendf(w.text, ` title="taken from here by %s"`, families(p.ReusedBy))
	}
	w.text = append(w.text, '>')
	return element
}

func families(n int) string {
	if n == 1 {
		return "1 other family"
	}
	return grouped(n) + " other families"
}

// run writes the text of a span with the parts of it marked that are credits
// or differ from the source.
func (w *writing) run(s article.Span, credits, differ []article.Span) {
	cuts := []int{s.Start, s.End}
	for _, marks := range [][]article.Span{credits, differ} {
		first, _ := slices.BinarySearchFunc(marks, s.Start, func(m article.Span, at int) int { return m.End - at })
		for _, m := range marks[first:] {
			if m.Start >= s.End {
				break
			}
			cuts = append(cuts, max(m.Start, s.Start), min(m.End, s.End))
		}
	}
	slices.Sort(cuts)
	const open, shut = `<u class="credit" title="credit">`, "</u>"
	underlined := false
	for i := range cuts[1:] {
		from, to := cuts[i], cuts[i+1]
		if from == to {
			continue
		}
		if credit := within(credits, from); credit != underlined {
			underlined = credit
			if credit {
				w.text = append(w.text, open...)
			} else {
				w.text = append(w.text, shut...)
			}
		}
		if within(differ, from) {
			w.text = append(appendText(append(w.text, "<b>"...), w.a.Text[from:to]), "</b>"...)
		} else {
			w.text = appendText(w.text, w.a.Text[from:to])
		}
	}
	if underlined {
		w.text = append(w.text, shut...)
	}
}

// within reports whether one of the spans, which are in order of their ends,
// holds the byte at.
func within(spans []article.Span, at int) bool {
	i, _ := slices.BinarySearchFunc(spans, at+1, func(s article.Span, at int) int { return s.End - at })
	return i < len(spans) && spans[i].Start <= at
}

// space writes white space, more than one empty line as one.
func (w *writing) space(s string) {
	if n := strings.Count(s, "\n"); n > 2 {
		s = "\n\n"
	}
	w.text = appendText(w.text, s)
}

// note writes where passage n stands in its source. The link to it is a hole,
// since it is not yet known on which page that is.
func (w *writing) note(p *report.Passage, n int, differ []article.Span) {
	w.notesCount++
	w.notes = fmt.Appendf(w.notes, `<li id="%s-s%d" value="%d"><p><span class="chip %s">%[4]s</span> `, w.key, n, n, word(p.Label))
	if p.Direction == report.Unknown {
		w.notes = append(w.notes, "shared with "...)
	} else {
		w.notes = append(w.notes, "from "...)
	}
	w.notes = appendHole(w.notes, hole{key: keyOf(p.SourceArticle), start: p.SourceStart, end: p.SourceEnd, id: p.SourceArticle})
	if p.Similarity > 0 && p.Similarity < 1 {
		w.notes = fmt.Appendf(w.notes, `, %s alike`, percent(p.Similarity))
	}
	if p.Speaker != "" {
		w.notes = append(appendText(append(w.notes, ", said by "...), clip(p.Speaker, 100)), ' ')
	}
	w.notes = append(w.notes, "</p>"...)
	source := strings.TrimSpace(p.SourceText)
	switch {
	case source == "":
	case source == strings.TrimSpace(p.Text):
		w.notes = append(w.notes, `<p class="same">word for word</p>`...)
	default:
		w.notes = append(w.notes, `<blockquote dir="auto">`...)
		if len(source) > most/4 {
			source = strings.ToValidUTF8(source[:most/4], "")
			w.cut, differ = true, nil
		}
		lead := strings.Index(p.SourceText, source)
		at := 0
		for _, d := range differ {
			from, to := max(d.Start-lead, at), min(d.End-lead, len(source))
			if from >= to {
				continue
			}
			w.notes = appendText(w.notes, source[at:from])
			w.notes = append(appendText(append(w.notes, "<b>"...), source[from:to]), "</b>"...)
			at = to
		}
		w.notes = appendText(w.notes, source[at:])
		w.notes = append(w.notes, "</blockquote>"...)
	}
	w.notes = fmt.Appendf(w.notes, `<p class="back"><a href="#%s-p%d">back to the passage</a></p></li>`, w.key, n)
}

// A placed article has the byte offsets of its parts.
type placed struct {
	passages []article.Span
	credits  []article.Span // in order of their ends, not overlapping
}

// bytesOf turns the offsets of an article's passages and credits to bytes, in
// one walk over the text.
func bytesOf(a *report.Article) placed {
	points := make([]int, 0, 2*(len(a.Passages)+len(a.Credits)))
	for i := range a.Passages {
		points = append(points, a.Passages[i].Start, a.Passages[i].End)
	}
	for i := range a.Credits {
		points = append(points, a.Credits[i].Start, a.Credits[i].End)
	}
	slices.Sort(points)
	points = slices.Compact(points)
	at := make([]int, len(points))
	n, b := 0, 0
	for i, p := range points {
		for n < p && b < len(a.Text) {
			if a.Text[b] < utf8.RuneSelf {
				b++
			} else {
				_, size := utf8.DecodeRuneInString(a.Text[b:])
				b += size
			}
			n++
		}
		at[i] = b
	}
	find := func(p int) int {
		i, _ := slices.BinarySearch(points, p)
		return at[i]
	}
	var out placed
	for i := range a.Passages {
		out.passages = append(out.passages, article.Span{Start: find(a.Passages[i].Start), End: max(find(a.Passages[i].Start), find(a.Passages[i].End))})
	}
	end := 0
	for i := range a.Credits {
		s := article.Span{Start: max(find(a.Credits[i].Start), end), End: find(a.Credits[i].End)}
		if s.Start < s.End {
			out.credits = append(out.credits, s)
			end = s.End
		}
	}
	return out
}

// A hole in a fragment is filled with a link to an article, once it is known
// on which page that stands.
type hole struct {
	key        string
	start, end int // what to show of it, in code points; nothing if end is 0
	id         string
}

// appendHole appends h between two bytes that no text has.
func appendHole(b []byte, h hole) []byte {
	b = append(append(b, 0), h.key...)
	b = append(strconv.AppendInt(append(b, 1), int64(h.start), 10), 1)
	b = append(strconv.AppendInt(b, int64(h.end), 10), 1)
	return append(appendText(b, clip(h.id, 120)), 0)
}

// parseHole reads what appendHole wrote; s is what is between its ends.
func parseHole(s string) (h hole) {
	parts := strings.SplitN(s, "\x01", 4)
	if len(parts) < 4 {
		return hole{id: s}
	}
	h.key, h.id = parts[0], parts[3]
	h.start, _ = strconv.Atoi(parts[1])
	h.end, _ = strconv.Atoi(parts[2])
	return h
}
