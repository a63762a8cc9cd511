package quote

import (
	"strings"

	"wiretrace/article"
)

// uncued returns who speaks q where its sentence does not tell.
func (r *reading) uncued(m *discourse, k int, q *quoted, p *paragraph) string {
	if name, ok := r.neighbour(m, k, q, p); ok {
		return name
	}
	if r.nouns {
		if name, ok := r.reported(m, q, p); ok {
			return name
		}
	}
	if q.first > p.tok {
		return r.spokenBefore(m, q, p)
	}
	if name := r.toldThus(m, q, p); name != "" {
		return name
	}
	if name := r.signed(m, q, p); name != "" {
		return name
	}
	if q.para == 0 {
		return r.namedNext(m, q, p)
	}
	// A paragraph that begins with the quotation: look at the one before.
	b := &r.paras[q.para-1]
	if b.qEnd > b.q {
		if o := &r.out[b.qEnd-1]; !o.scare && (o.open || o.last+1 >= b.tokEnd) {
			return o.speaker
		}
	}
	if b.tokEnd > b.tok && b.Kind == article.Prose {
		if name := r.lastSentence(m, b, b.tokEnd); name != "" {
			return name
		}
	}
	return r.latest(m)
}

// neighbour returns who speaks the quotation before q, stretch k, in its
// paragraph, or the one behind it with no word between them. It reports whether
// one of them tells.
func (r *reading) neighbour(m *discourse, k int, q *quoted, p *paragraph) (string, bool) {
	for b := k - 1; b >= int(p.q); b-- {
		if o := &r.out[b]; !o.scare {
			if o.speaker != "" {
				return o.speaker, true
			}
			break
		}
	}
	if k+1 < int(p.qEnd) {
		if o := &r.out[k+1]; !o.scare && o.first == q.last+1 {
			if c := r.cueBehind(o, p); c.subject.kind != noPhrase {
				return r.speakerOf(m, c.subject), true
			}
		}
	}
	return "", false
}

// spokenBefore returns who speaks q by the words before it in its paragraph:
// X’s “…”; the sentence itself; the sentence before.
func (r *reading) spokenBefore(m *discourse, q *quoted, p *paragraph) string {
	i := q.first - 1
	if r.list[i].genitive && r.inName(i) {
		if s := r.phraseLeft(i, p.tok); s.kind == namePhrase {
			return r.speakerOf(m, s)
		}
	}
	name := ""
	if r.list[i].kind == stopToken {
		name = r.lastSentence(m, p, i)
	} else if s := r.clauseSubject(p.tok, q.first); r.speaks(s) && i > p.tok {
		name = r.speakerOf(m, s)
	}
	if name == "" {
		return r.latest(m)
	}
	return name
}

// signed returns the name in a paragraph that signs q, alone in its own: – X, town.
func (r *reading) signed(m *discourse, q *quoted, p *paragraph) string {
	if q.last+1 < p.tokEnd || int(q.para)+1 >= len(r.paras) {
		return ""
	}
	n := &r.paras[q.para+1]
	if n.q < n.qEnd || n.tokEnd-n.tok < 1 || n.tokEnd-n.tok > 14 {
		return ""
	}
	if text := r.tokens.text[n.Start:n.End]; text[0] != '-' && !strings.HasPrefix(text, "–") && !strings.HasPrefix(text, "—") {
		return ""
	}
	i := n.tok
	if r.list[i].kind == dashToken {
		i++
	}
	if s := r.phraseRight(i, n.tokEnd); s.kind == namePhrase {
		return r.speakerOf(m, s)
	}
	return ""
}

// toldThus returns the person of whom the sentence behind q, which begins its paragraph, says that he said so: “…” Sådan lyder det fra | X.
func (r *reading) toldThus(m *discourse, q *quoted, p *paragraph) string {
	const near = 4 // words up to the verb
	i := q.last + 1
	if i < p.tokEnd && r.list[i].kind == stopToken {
		i++
	}
	if i >= p.tokEnd && int(q.para)+1 < len(r.paras) {
		p = &r.paras[q.para+1]
		i = p.tok
	}
	if i >= p.tokEnd || !r.list[i].first || !r.table.thus[r.lang][r.list[i].row] {
		return ""
	}
	end := i + 1
	for end < p.tokEnd && r.list[end].kind != stopToken {
		end++
	}
	for v := i + 1; v < min(end, i+near); v++ {
		if !r.isCue(v, p) && r.role(v)&roleItSays == 0 {
			continue
		}
		if s := r.verbSubject(v, i, end); s.kind == namePhrase {
			return r.speakerOf(m, s)
		}
		break
	}
	return ""
}

// lastSentence returns who speaks, or of whom is spoken, in the last sentence
// of p that ends before token end.
func (r *reading) lastSentence(m *discourse, p *paragraph, end int32) string {
	i := end - 1
	if end == p.tokEnd && end-p.tok <= 8 && r.list[i].kind == wordToken {
		return "" // a heading
	}
	if i >= p.tok && (r.list[i].kind == stopToken || r.list[i].kind == colonToken) {
		i--
	}
	stop := i + 1
	start, found, speaker := r.searchBack(i, p)
	if speaker != "" {
		return speaker
	}
	if found >= 0 {
		if s := r.verbSubject(found, start, stop); s.kind != noPhrase {
			return r.speakerOf(m, s)
		}
	}
	if r.nouns && r.role(start)&roleAcc != 0 {
		if s := r.holder(start, stop); s.kind != noPhrase {
			return r.speakerOf(m, s) // Nach Ansicht von Karin Holm ist nichts entschieden. „…“
		}
	}
	if s := r.clauseSubject(start, stop); r.speaks(s) {
		return r.speakerOf(m, s)
	}
	return ""
}

// searchBack reads the sentence that ends with token i backwards. It returns
// where the sentence starts and its last cue, -1 if there is none; or, if a
// quotation stands in it, who speaks that.
func (r *reading) searchBack(i int32, p *paragraph) (start, found int32, speaker string) {
	start, found = i+1, -1
	for n := 0; i >= p.tok && n < 60; i-- {
		t := &r.list[i]
		if t.kind == stopToken {
			break
		}
		start = i
		if t.kind == unquoteToken {
			o := &r.out[t.row]
			if !o.scare && o.speaker != "" {
				return start, found, o.speaker
			}
			i = o.first
			start = i
			continue
		}
		if found < 0 && r.isCue(i, p) {
			found = i
		}
		n++
		if t.first {
			break
		}
	}
	return start, found, ""
}

// speaks reports whether s can speak without a verb that says so: a name, a
// pronoun, a noun for a person or for what people say.
func (r *reading) speaks(s phrase) bool {
	switch s.kind {
	case noPhrase:
		return false
	case pronounPhrase:
		return true
	case namePhrase:
		f := r.names.find(r, s.from, s.to, anySex)
		return f != nil && !f.org || s.to-s.from > 1
	}
	for i := s.from; i < s.to; i++ {
		if r.list[i].kind == wordToken && (r.role(i)&(roleNoun|roleMedia|roleOrg) != 0 || r.endsRole(i) || r.endsTitle(i)) {
			return true
		}
	}
	return r.standInKnown(s)
}
