package article

// cutGlued makes furniture of the last sentences of the last block where they
// are what stands at the foot of pieces: agency credits, rights, prompts.
// Its sentences begin at index from. Only at the foot of the text is more
// than the first word of a sentence looked at.
func (l *layouter) cutGlued(layout *Layout, from int, foot bool) {
	n := len(layout.Sentences)
	keep, kind := n, Chrome
	for keep > from+1 {
		s := layout.Sentences[keep-1]
		if s.Len() > shortLine+shortLine/2 {
			break
		}
		k, ok := l.strongPhrase(s, foot)
		if !ok {
			break
		}
		keep, kind = keep-1, k
	}
	if keep == n {
		return
	}
	b := &layout.Blocks[len(layout.Blocks)-1]
	end := b.End
	b.End = layout.Sentences[keep-1].End
	layout.Blocks = append(layout.Blocks, Block{Span{layout.Sentences[keep].Start, end}, kind})
	layout.Sentences = layout.Sentences[:keep]
}

// strongPhrase reports whether the sentence at s is furniture beyond doubt.
func (l *layouter) strongPhrase(s Span, foot bool) (Kind, bool) {
	r := &l.reading
	start := s.Start
	if l.text[start] == '(' {
		start++
	}
	if !foot {
		word, _ := wordAt(l.text[:s.End], start)
		t := l.vocabulary.find(word)
		if t.class&(wordBegins|wordWithin) == 0 {
			return 0, false
		}
	}
	r.Span, r.words = s, l.vocabulary.tokenize(r.words[:0], l.text, start, s.End)
	for i := range r.words {
		w := &r.words[i]
		if i == 0 {
			if p := firstStrong(w.term.phrases, l.text, r.words, i); p != nil {
				return p.kind, true
			}
		}
		if w.is(wordWithin) {
			if p := firstStrong(w.term.within, l.text, r.words, i); p != nil {
				return p.kind, true
			}
		}
		if !foot {
			break
		}
	}
	return 0, false
}

func firstStrong(phrases []*phrase, text string, words []token, i int) *phrase {
	for _, p := range phrases {
		if p.strong && p.match(text, words, i) {
			return p
		}
	}
	return nil
}

// Mark makes Chrome of the prose for which furniture reports true. It is asked
// about each block of prose and, where it says no, about the sentences at the
// block's beginning and end, which are cut off it as long as it says yes.
func (l *Layout) Mark(furniture func(Span) bool) {
	blocks := make([]Block, 0, len(l.Blocks)+4)
	sentences := l.Sentences[:0]
	next := 0 // the first sentence not yet looked at
	for _, b := range l.Blocks {
		first := next
		for next < len(l.Sentences) && l.Sentences[next].Start < b.End {
			next++
		}
		own := l.Sentences[first:next]
		if b.Kind != Prose {
			blocks, sentences = append(blocks, b), append(sentences, own...)
			continue
		}
		if furniture(b.Span) {
			b.Kind = Chrome
			blocks = append(blocks, b)
			continue
		}
		from, to := 0, len(own)
		for from < to && furniture(own[from]) {
			from++
		}
		for from < to && furniture(own[to-1]) {
			to--
		}
		if from == to || len(own) == 0 {
			if from > 0 {
				b.Kind = Chrome
			}
			blocks = append(blocks, b)
			continue
		}
		if from > 0 {
			blocks = append(blocks, Block{Span{b.Start, own[from-1].End}, Chrome})
		}
		blocks = append(blocks, Block{Span{own[from].Start, own[to-1].End}, Prose})
		if to < len(own) {
			blocks = append(blocks, Block{Span{own[to].Start, b.End}, Chrome})
		}
		sentences = append(sentences, own[from:to]...)
	}
	l.Blocks, l.Sentences = blocks, sentences
}
