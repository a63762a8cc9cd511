package article

// A Kind says what a block of a text is.
type Kind uint8

// The kinds of block. All but Prose, Headline and Post are furniture.
const (
	Prose     Kind = iota // the article's own running text
	Headline              // the headline, or a line under it that sums the piece up
	Post                  // an embedded post of a platform, quoted whole
	Byline                // who wrote it
	Date                  // when it was published or updated
	Site                  // the outlet's name, section names, slogans
	Caption               // caption or credit of a photograph
	Copyright             // copyright, licence, agency credit line at the foot
	Chrome                // everything else a page puts around its text
)

// Furniture reports whether blocks of kind k are not the article's prose.
// Furniture is never evidence and counts in no percentage.
func (k Kind) Furniture() bool { return k >= Byline }

// A Block is a stretch of text of one kind: a paragraph, a line, or a part of
// a line such as a date glued before the first sentence.
type Block struct {
	Span
	Kind Kind
}

// A Layout says where the parts of one text lie.
type Layout struct {
	// Blocks are in order, do not overlap and leave out only white space.
	Blocks []Block
	// Sentences of the blocks that are not furniture, in order. Each lies in
	// one block; white space at its ends is left out.
	Sentences []Span
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
