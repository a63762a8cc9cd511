package corpus

import (
	"strconv"
	"strings"
	"time"
)

// A draft is a text while it is put together.
type draft struct {
	title []byte
	text  []byte
	paras []span // of the body, without what stands around it
	words []int  // of each paragraph
	quote span   // of the words between the first quotation's marks; empty if there is none
}

// A span is a half-open range of bytes.
type span struct{ start, end int }

func (d *draft) reset() {
	d.title, d.text, d.paras, d.words, d.quote = d.title[:0], d.text[:0], d.paras[:0], d.words[:0], span{}
}

// Lengths of texts, paragraphs and sentences in words.
const (
	leastWords      = 60
	mostWords       = 4000
	leastSentence   = 6
	mostSentence    = 32
	sentencesOfPara = 3
)

func (y *style) length(s *stream) int {
	return min(max(int(s.logNormal(y.medianWords, y.sigmaWords)), leastWords), mostWords)
}

// headline writes the title.
func (d *draft) headline(s *stream, t *topic) {
	b := d.title[:0]
	for k := range s.between(5, 9) {
		switch x := s.Uint64(); {
		case k%3 == 0:
			b = append(t.name(b, x>>8), ' ')
		case k%3 == 1:
			b = append(b, t.words[x>>8%12]...)
		default:
			b = append(b, vocab().function.draw(x>>8)...)
		}
	}
	b = b[:len(b)-1]
	b[0] &^= 0x20
	d.title = b
}

// open writes what stands above the text: furniture, headline, byline, date.
func (d *draft) open(s *stream, o *outlet, day time.Time) {
	for _, line := range o.head {
		d.line(line)
	}
	d.text = append(append(d.text, d.title...), "\n\n"...)
	if o.byline {
		p := aPerson(s)
		d.line("By " + p.first + " " + p.last)
		d.line(day.Format("January 2, 2006"))
	}
}

func (d *draft) line(text string) {
	d.text = append(append(d.text, text...), "\n\n"...)
}

// close writes what stands below the text.
func (d *draft) close(s *stream, o *outlet) {
	if o.house != "" && s.chance(0.7) {
		d.line(o.house)
	}
	for _, line := range o.foot {
		d.line(line)
	}
	d.text = d.text[:len(d.text)-2]
}

// prose writes paragraphs of about n words on a topic.
func (d *draft) prose(s *stream, t *topic, o *outlet, n int) {
	for n > 0 {
		n -= d.paragraph(s, t, o, n)
	}
}

// paragraph writes one paragraph of at most about n words and returns how many
// it has.
func (d *draft) paragraph(s *stream, t *topic, o *outlet, n int) int {
	start := len(d.text)
	words := 0
	if len(d.paras) == 0 && o.dateline {
		d.text = append(d.text, strings.ToUpper(t.places[0])...)
		switch a := s.n(len(agencies)); {
		case o.agency:
			d.text = append(d.text, " ("+o.name+") — "...)
		case s.chance(t.style.agencyPart):
			d.text = append(d.text, " ("+agencies[a].short+") — "...)
		default:
			d.text = append(d.text, " — "...)
		}
	}
	if s.chance(t.style.quotePart) {
		words += d.quotation(s, t, o)
	}
	for range s.between(1, sentencesOfPara) {
		k := s.between(leastSentence, mostSentence)
		if words > 0 && words+k > n+mostSentence {
			break
		}
		d.text = t.sentence(d.text, s, k)
		words += k
	}
	d.end(start, words)
	return words
}

// end closes the paragraph that began at start.
func (d *draft) end(start, words int) {
	d.text = d.text[:len(d.text)-1] // the space after the last sentence
	d.paras = append(d.paras, span{start, len(d.text)})
	d.words = append(d.words, words)
	d.text = append(d.text, "\n\n"...)
}

// quotation writes a sentence in quotation marks and who said it.
func (d *draft) quotation(s *stream, t *topic, o *outlet) int {
	k := s.between(8, 26)
	p := &t.persons[s.n(len(t.persons))]
	d.mark(o, true)
	start := len(d.text)
	d.text = t.sentence(d.text, s, k)
	d.text = d.text[:len(d.text)-2]
	if d.quote.end == 0 {
		d.quote = span{start, len(d.text)}
	}
	d.said(o, p, s.n(3*len(roles)))
	return k + 3
}

func (d *draft) mark(o *outlet, open bool) {
	switch {
	case !o.curly:
		d.text = append(d.text, '"')
	case open:
		d.text = append(d.text, "“"...)
	default:
		d.text = append(d.text, "”"...)
	}
}

// said closes a quotation and names its speaker, with a role if there is one of
// that number.
func (d *draft) said(o *outlet, p *person, role int) {
	d.text = append(d.text, ',')
	d.mark(o, false)
	d.text = append(d.text, " said "...)
	d.text = append(append(append(d.text, p.first...), ' '), p.last...)
	if role < len(roles) {
		d.text = append(append(d.text, ", "...), roles[role]...)
	}
	d.text = append(d.text, ". "...)
}

// mention writes a paragraph that names an outlet as the source of the story or
// of some background.
func (d *draft) mention(s *stream, t *topic, o *outlet, name string, story bool) {
	start := len(d.text)
	k := s.between(10, 24)
	if story {
		switch s.n(4) {
		case 0:
			d.text = append(append(append(d.text, "According to "...), name...), ", "...)
		case 1:
			d.text = append(append(d.text, name...), " first reported that "...)
		case 2:
			d.text = append(append(append(d.text, "As reported by "...), name...), ", "...)
		default:
			d.text = append(append(d.text, name...), " reported on "...)
			d.text = append(append(d.text, time.Weekday(s.n(7)).String()...), " that "...)
		}
	} else {
		d.text = append(d.text, "In "+strconv.Itoa(s.between(2009, 2023))+" a report in "+name+" said that "...)
	}
	at := len(d.text)
	d.text = t.sentence(d.text, s, k)
	d.text[at] |= 0x20 // a sentence begins with a letter or, rarely, with a digit, which this leaves
	d.end(start, k+4)
}
