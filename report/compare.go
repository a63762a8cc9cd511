package report

import (
	"fmt"
	"io"

	"wiretrace/article"
)

// A Comparison is what two articles share.
type Comparison struct {
	A, B     Side
	Relation string // not empty: copy | partial | rewrite | quotes | none
	Why      string // the evidence for the relation; empty for none
	Passages []Pair // in order of A
	Common   Common
}

// Common is what two articles tell alike: evidence that they report one event, not
// that one derives from the other.
type Common struct {
	Names, Numbers, Quotes []Detail // in order of A
}

// A Detail is a name, a number or a quotation, with the places where it stands, in
// bytes of the two texts and in order.
type Detail struct {
	Text string // as A has it
	A, B []article.Span
}

// A Side is one of the two articles of a Comparison.
type Side struct {
	ID, Outlet, Title, Published string

	Text      string
	Words     int            // furniture left out
	Share     float64        // 0 to 1: the part of them that is copied or edited from the same text as in the other
	Furniture []article.Span // what is not prose, in order: shown dimmed
}

// A Pair is one shared passage, in bytes of the two texts. Neither half is
// empty; those of A do not overlap each other, those of B may.
type Pair struct {
	A, B       article.Span
	Label      string  // copied | edited | reworded | quoted
	Similarity float64 // 0 to 1
}

// alikeEvent is how many details two reports have in common that may be of one event.
const alikeEvent = 3

// Finding says in one sentence without a capital or a full stop what the two share.
// percent writes a share, 0 to 1, for people.
func (c *Comparison) Finding(percent func(float64) string) string {
	switch details := len(c.Common.Names) + len(c.Common.Numbers) + len(c.Common.Quotes); {
	case len(c.Passages) == 0 && details >= alikeEvent:
		return "no passage of one follows the wording of the other; what they have in common, two reports of one event have as well"
	case len(c.Passages) == 0:
		return "the two share no passage"
	case c.A.Share == 0 && c.B.Share == 0 && c.Relation == None:
		return "no text is copied from the other; what reads alike is marked, as it may in two reports of one event"
	case c.A.Share == 0 && c.B.Share == 0:
		return "no text is copied or edited from the other; what they share is marked"
	default:
		return fmt.Sprintf("%s of A and %s of B is copied or edited from the same text", percent(c.A.Share), percent(c.B.Share))
	}
}

// CompareJSON writes c as one JSON object on a line:
//
//	{"relation":"partial","share_a":0.563,"share_b":1.000,"passages":[
//	{"start_a":0,"end_a":110,"start_b":0,"end_b":110,"label":"copied",
//	"similarity":1.000,"text_a":"...","text_b":"..."}],"why":"...",
//	"names":[{"text":"Carrick Ness","places_a":[[31,43]],"places_b":[[8,20]]}],
//	"numbers":[...],"quotes":[...]}
//
// Offsets count code points of the texts.
func CompareJSON(w io.Writer, c *Comparison) error {
	o := object{b: []byte{'{'}}
	o.Text("relation", c.Relation)
	o.Ratio("share_a", c.A.Share, true)
	o.Ratio("share_b", c.B.Share, true)
	o.key("passages")
	o.b = append(o.b, '[')
	a, b := NewOffsets(c.A.Text), NewOffsets(c.B.Text)
	for _, p := range c.Passages {
		o.comma()
		o.b = append(o.b, '{')
		o.Whole("start_a", a.CodePoint(p.A.Start), true)
		o.Whole("end_a", a.CodePoint(p.A.End), true)
		o.Whole("start_b", b.CodePoint(p.B.Start), true)
		o.Whole("end_b", b.CodePoint(p.B.End), true)
		o.Text("label", p.Label)
		o.Ratio("similarity", p.Similarity, true)
		o.Text("text_a", c.A.Text[p.A.Start:p.A.End])
		o.Text("text_b", c.B.Text[p.B.Start:p.B.End])
		o.b = append(o.b, '}')
	}
	o.b = append(o.b, ']')
	o.Text("why", c.Why)
	for _, kind := range []struct {
		name string
		list []Detail
	}{{"names", c.Common.Names}, {"numbers", c.Common.Numbers}, {"quotes", c.Common.Quotes}} {
		o.key(kind.name)
		o.b = append(o.b, '[')
		for _, d := range kind.list {
			o.comma()
			o.b = append(o.b, '{')
			o.Text("text", d.Text)
			o.places("places_a", d.A, &a)
			o.places("places_b", d.B, &b)
			o.b = append(o.b, '}')
		}
		o.b = append(o.b, ']')
	}
	o.b = append(o.b, "}\n"...)
	_, err := w.Write(o.b)
	return err
}

// places appends where something stands as a member: pairs of start and end.
func (o *object) places(name string, spans []article.Span, at *Offsets) {
	o.key(name)
	o.b = append(o.b, '[')
	for i, s := range spans {
		if i > 0 {
			o.b = append(o.b, ',')
		}
		o.b = append(o.b, '[')
		o.b = appendWhole(o.b, at.CodePoint(s.Start))
		o.b = append(o.b, ',')
		o.b = appendWhole(o.b, at.CodePoint(s.End))
		o.b = append(o.b, ']')
	}
	o.b = append(o.b, ']')
}
