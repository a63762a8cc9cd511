package shingle

import (
	"embed"
	"fmt"
	"path"
	"strings"
	"sync"

	"wiretrace/lang"
)

//go:embed data/*.rarity
var data embed.FS

// backgrounds has a function for each language whose background is built into
// the program. It reads the file when it is first called.
var backgrounds = sync.OnceValue(func() map[string]func() *Rarity {
	files, err := data.ReadDir("data")
	if err != nil {
		panic(fmt.Sprintf("shingle: %v", err))
	}
	all := make(map[string]func() *Rarity, len(files))
	for _, f := range files {
		name := "data/" + f.Name()
		all[strings.TrimSuffix(f.Name(), ".rarity")] = sync.OnceValue(func() *Rarity { return embedded(name) })
	}
	return all
})

// embedded reads a background that was built into the program.
func embedded(name string) *Rarity {
	file, err := data.ReadFile(name)
	if err != nil {
		panic(fmt.Sprintf("shingle: %v", err))
	}
	r, err := ParseRarity(file)
	if err != nil {
		panic(fmt.Sprintf("shingle: %s: %v", name, err))
	}
	r.letters = stemLetters[strings.TrimSuffix(path.Base(name), ".rarity")]
	return r
}

var noBackground = sync.OnceValue(func() *Rarity { return &Rarity{table: newTable(0)} })

// stocked holds the languages whose backgrounds know stock phrases.
var stocked = sync.OnceValue(func() []func() *Rarity {
	var all []func() *Rarity
	for code, background := range backgrounds() {
		file, err := data.ReadFile("data/" + code + ".rarity")
		if err != nil {
			panic(fmt.Sprintf("shingle: %v", err))
		}
		if hasStock(file) { // others need not be read for this
			all = append(all, background)
		}
	}
	return all
})

// Stock reports whether a shingle of N words is a stock phrase of one of the
// languages whose stock phrases are known, as Rarity.Stock does of one.
func Stock(shingle uint64) bool {
	for _, background := range stocked() {
		if background().Stock(shingle) {
			return true
		}
	}
	return false
}

// Background returns the rarity of words in news of a language (ISO 639-1, with or
// without a region). A language without a background gets one that knows function
// words and goes by the length and class of the others. The first call for a
// language takes about a millisecond.
func Background(language string) *Rarity {
	if background, ok := backgrounds()[language]; ok {
		return background()
	}
	if background, ok := backgrounds()[lang.Base(language)]; ok {
		return background()
	}
	return noBackground()
}
