package job

import (
	"cmp"
	"maps"
	"slices"

	"wiretrace/lang"
	"wiretrace/shingle"
)

// counted returns the name under which words of a language are counted: its
// own if it has a background; all others share one count, under the empty name.
func counted(language string) string {
	if shingle.Background(language).Known() {
		return lang.Base(language)
	}
	return ""
}

// sortedKeys returns the keys of a map in order.
func sortedKeys[K cmp.Ordered, V any](m map[K]V) []K { return slices.Sorted(maps.Keys(m)) }

// wordCounts counts in how many articles each word stands, by language.
type wordCounts map[string]*shingle.Counts

func (c wordCounts) of(language string) *shingle.Counts {
	language = counted(language)
	if c[language] == nil {
		c[language] = shingle.NewCounts(shingle.Background(language))
	}
	return c[language]
}

func (c wordCounts) merge(d wordCounts) {
	for language, counts := range d {
		c.of(language).Merge(counts)
	}
}

// dictionaries are those of one worker, by language. There are none for
// languages without a background, whose words are weighed by how they are
// written, nor for more than mostDictionaries languages: the words of the others
// are read again when they are needed.
type dictionaries map[string]*shingle.Dictionary

// mostDictionaries bounds what the dictionaries of a worker take, some 5 MB each.
const mostDictionaries = 4

// of returns the dictionary of a language, nil if there is none.
func (d dictionaries) of(language string) *shingle.Dictionary {
	language = counted(language)
	if by := d[language]; by != nil || language == "" || len(d) == mostDictionaries {
		return by
	}
	d[language] = shingle.NewDictionary()
	return d[language]
}

func (d dictionaries) flush(c wordCounts) {
	for language, by := range d {
		by.Flush(c.of(language))
	}
}

func (d dictionaries) weigh(r rarities) {
	for language, by := range d {
		by.Weigh(r.of(language), shingle.Background(language))
	}
}

// rarities are the background of each language blended with the articles at
// hand.
type rarities map[string]*shingle.Rarity

func (c wordCounts) rarities() rarities {
	r := rarities{}
	for language, counts := range c {
		r[language] = shingle.Background(language).Blend(counts)
	}
	return r
}

func (r rarities) of(language string) *shingle.Rarity {
	if known := r[counted(language)]; known != nil {
		return known
	}
	return shingle.Background(language)
}
