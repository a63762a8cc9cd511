package shingle

import (
	"embed"
	"fmt"
	"sync"
)

//go:embed data/*.rarity
var data embed.FS

// english counts 37,554 news articles of 2012 to 2021.
var english = sync.OnceValue(func() *Rarity { return embedded("en") })

var noBackground = sync.OnceValue(func() *Rarity { return &Rarity{table: newTable(0)} })

// Background returns the rarity of words in news of a language (ISO 639-1,
// lower case). A language without a background gets one that knows function
// words and goes by the length and class of the others. The first call for a
// language takes about a millisecond.
func Background(lang string) *Rarity {
	if lang == "en" {
		return english()
	}
	return noBackground()
}

// embedded reads a background that was built into the program.
func embedded(lang string) *Rarity {
	name := "data/" + lang + ".rarity"
	b, err := data.ReadFile(name)
	if err != nil {
		panic(fmt.Sprintf("shingle: %v", err))
	}
	r, err := ParseRarity(b)
	if err != nil {
		panic(fmt.Sprintf("shingle: %s: %v", name, err))
	}
	return r
}
