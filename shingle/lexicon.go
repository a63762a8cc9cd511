package shingle

import (
	"strings"
	"sync"

	"github.com/zeebo/xxh3"

	"wiretrace/lang"
)

// An entry says what is known of one word beyond its letters.
type entry struct {
	key   uint32 // low half of the word's hash
	class Class  // Common or Number, or none
	stem  uint64
}

// A lexiconTable holds the thousand words that are treated by name, by open
// addressing. Most look-ups end at tags, which are small enough to stay in the
// first-level cache.
type lexiconTable struct {
	tags    [1 << lexiconBits]uint8 // 0 where there is no entry, else of its key
	entries [1 << lexiconBits]entry
}

const lexiconBits = 12

// tag is never 0.
func tag(hash uint64) uint8 { return uint8(hash) | 1 }

// find returns the entry of the word with the given hash, or nil.
func (t *lexiconTable) find(hash uint64) *entry {
	for i := hash >> (64 - lexiconBits); t.tags[i] != 0; i = (i + 1) % (1 << lexiconBits) {
		if t.tags[i] == tag(hash) && t.entries[i].key == uint32(hash) {
			return &t.entries[i]
		}
	}
	return nil
}

// put adds a word, or adds to its class.
func (t *lexiconTable) put(word string, class Class, stem uint64) {
	hash := xxh3.HashString(word)
	if e := t.find(hash); e != nil {
		e.class |= class
		return
	}
	i := hash >> (64 - lexiconBits)
	for t.tags[i] != 0 {
		i = (i + 1) % (1 << lexiconBits)
	}
	t.tags[i] = tag(hash)
	t.entries[i] = entry{key: uint32(hash), class: class, stem: stem}
}

// lexicon is built on first use, in a few dozen microseconds.
var lexicon = sync.OnceValue(func() *lexiconTable {
	t := new(lexiconTable)
	for line := range lang.Any().Lines("numeral") {
		forms := strings.Fields(line.Text)
		digits := xxh3.HashString(forms[0])
		for _, form := range forms[1:] {
			t.put(form, Number, digits)
		}
	}
	for _, l := range lang.All() {
		for line := range l.Lines("irregular") {
			forms := strings.Fields(line.Text)
			base := xxh3.HashString(forms[0][:stem([]byte(forms[0]))])
			for _, form := range forms {
				t.put(form, 0, base)
			}
		}
	}
	for _, l := range lang.All() {
		for w := range l.Words("common") {
			t.put(w, Common, xxh3.HashString(w))
		}
	}
	return t
})
