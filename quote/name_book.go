package quote

import "strings"

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
}

// mostNames bounds the book, since every name is compared with those before it.
const mostNames = 300

func (b *nameBook) release() {
	clear(b.list)
	b.list = b.list[:0]
}

// holder returns the person whom the article calls by the noun of row, the
// one named recent if several are. It returns nil if nobody is.
func (b *nameBook) holder(row int32, recent string) *fullName {
	var found *fullName
	for k := range b.list {
		f := &b.list[k]
		for _, o := range f.offices {
			if o != row+1 {
				continue
			}
			if f.text == recent {
				return f
			}
			if found != nil {
				found = nil
				return found
			}
			found = f
		}
	}
	return found
}

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
	for k := range b.list {
		if f := &b.list[k]; !f.org && f.first == first && f.last == last {
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
	for k := range b.list {
		if f := &b.list[k]; !f.org && f.last == last && (best == nil || f.count > best.count) {
			best = f
		}
	}
	return best
}
