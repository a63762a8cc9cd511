package quote

import (
	"iter"
	"slices"
	"strings"
)

// A fullName is a name of two words or more as the article gives it.
type fullName struct {
	text        string // white space made single
	first, last uint32 // hashes of its outer words; last without Jr.
	tok         int32  // where it stands first
	count       int
	sex         sex
	org         bool     // an organisation, a place
	offices     [4]int32 // nouns that the article calls the person by, as rows of the table of words plus one
}

// A nameBook holds the full names of an article.
type nameBook struct {
	list []fullName
	// The names of the list by their outer words: each in the chain of its first word
	// and in that of its last, where that is another, the latest before those from before.
	chains [256]int16 // by the lowest byte of the hash of a word: place in links of the head of its chain plus one
	links  []nameLink
}

// A nameLink is a name in a chain.
type nameLink struct{ name, next int16 } // places in list, and in links plus one

// mostNames bounds the book.
const mostNames = 300

// reset empties b.
func (b *nameBook) reset() {
	clear(b.list)
	b.list, b.links = b.list[:0], b.links[:0]
	b.chains = [256]int16{}
}

// append adds a name to b.
func (b *nameBook) append(f fullName) {
	b.list = append(b.list, f)
	b.link(f.first)
	if f.first&0xff != f.last&0xff {
		b.link(f.last)
	}
}

// link puts the latest name of the list into the chain of a word.
func (b *nameBook) link(hash uint32) {
	head := &b.chains[hash&0xff]
	b.links = append(b.links, nameLink{name: int16(len(b.list) - 1), next: *head})
	*head = int16(len(b.links))
}

// withOuter are the names whose first or last word has this hash, and some others: the
// latest in the list first.
func (b *nameBook) withOuter(hash uint32) iter.Seq[*fullName] {
	return func(yield func(*fullName) bool) {
		for k := b.chains[hash&0xff]; k > 0; k = b.links[k-1].next {
			if !yield(&b.list[b.links[k-1].name]) {
				return
			}
		}
	}
}

// holder returns the person whom the article calls by a noun of rows, and who is not known
// to be of the sex unlike: the one named recent if several are, nil then if none of them is.
// It reports whether there is any.
func (b *nameBook) holder(rows []int32, recent string, unlike sex) (found *fullName, held bool) {
	for k := range b.list {
		f := &b.list[k]
		if unlike != anySex && f.sex == unlike || !f.calledAny(rows) {
			continue
		}
		if f.text == recent {
			return f, true
		}
		if found = f; held {
			found = nil
		}
		held = true
	}
	return found, held
}

// calledAny reports whether the article calls f by a noun of rows.
func (f *fullName) calledAny(rows []int32) bool {
	for _, o := range f.offices {
		if o > 0 && slices.Contains(rows, o-1) {
			return true
		}
	}
	return false
}

// person reports whether text is the full or the last name of a person of the book.
func (b *nameBook) person(text string) bool { return b.inFull(text) != nil }

// isOrg reports whether name is known for that of an organisation or a place.
func (b *nameBook) isOrg(name string) bool {
	for k := range b.list {
		if f := &b.list[k]; f.text == name {
			return f.org
		}
	}
	return false
}

// findText returns the name of the book that text means, nil if there is none.
func (b *nameBook) findText(text string) *fullName {
	words := strings.Fields(text)
	for len(words) > 2 {
		if last := strings.ToLower(strings.TrimRight(words[len(words)-1], ".")); last != "jr" && last != "sr" {
			break
		}
		words = words[:len(words)-1]
	}
	if len(words) < 2 {
		return nil
	}
	first, last := hashFolded(words[0]), hashFolded(words[len(words)-1])
	for f := range b.withOuter(last) {
		if !f.org && f.first == first && f.last == last {
			return f
		}
	}
	return nil
}

// inFull returns the name of the book that text, a full name or a last name,
// means, of several the commonest; nil if there is none.
func (b *nameBook) inFull(text string) *fullName {
	if strings.Contains(text, " ") || text == "" {
		return b.findText(text)
	}
	var best *fullName
	last := hashFolded(text)
	for f := range b.withOuter(last) {
		if !f.org && f.last == last && (best == nil || f.count >= best.count) { // the first of equal ones
			best = f
		}
	}
	return best
}
