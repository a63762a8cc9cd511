package report

import (
	"io"

	"wiretrace/article"
)

// A Comparison is what two articles share.
type Comparison struct {
	A, B     Side
	Relation string // copy | partial | rewrite | quotes | none
	Passages []Pair // in order of A
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

// CompareJSON writes c as one JSON object on a line:
//
//	{"relation":"partial","share_a":0.563,"share_b":1.000,"passages":[
//	{"start_a":0,"end_a":110,"start_b":0,"end_b":110,"label":"copied",
//	"similarity":1.000,"text_a":"...","text_b":"..."}]}
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
	o.b = append(o.b, "]}\n"...)
	_, err := w.Write(o.b)
	return err
}
