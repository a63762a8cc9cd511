package cluster

import (
	"slices"
	"sync"

	"wiretrace/lang"
	"wiretrace/shingle"
)

// When and where somebody is buried, an undertaker tells all papers in one paragraph, with what he says of
// his house: whoever writes of the dead has it, from no report.

// What makes a paragraph one of these: so many words for what is held, distinct ones, and a number, of the day or the hour.
const obsequyWords = 3

// burials holds by the code of a language the hashes of its words for what is held for the dead, sorted.
var burials = sync.OnceValue(func() map[string]func() []uint64 {
	all := map[string]func() []uint64{}
	for _, l := range lang.All() {
		all[l.Code] = sync.OnceValue(func() (hashes []uint64) {
			for w := range l.Words("burial") {
				for _, found := range shingle.Background(l.Code).Words(nil, w) {
					hashes = append(hashes, found.Hash)
				}
			}
			slices.Sort(hashes)
			return hashes
		})
	}
	return all
})

// obsequies reports whether words are those of such a paragraph.
func obsequies(language string, words []shingle.Word) bool {
	of, known := burials()[lang.Base(language)]
	if !known {
		return false
	}
	hashes := of()
	var seen [obsequyWords]uint64
	n, numbered := 0, false
	for i := range words {
		w := &words[i]
		numbered = numbered || w.Class&shingle.Number != 0
		if n == obsequyWords || slices.Contains(seen[:n], w.Hash) {
			continue
		}
		if _, found := slices.BinarySearch(hashes, w.Hash); found {
			seen[n] = w.Hash
			n++
		}
	}
	return n == obsequyWords && numbered
}
