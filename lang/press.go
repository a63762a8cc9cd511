package lang

import (
	"embed"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"
)

// Of some languages only what papers print is known: the words of credits, of days and
// of lines around the text. Each is a file of its own as well, which is read when it is first asked for.

//go:embed press/*.txt
var pressFiles embed.FS

// Of some of them it is known, too, how a text tells who speaks. Those words are many,
// and only a text of the language needs them: so their files are apart.

//go:embed speech/*.txt
var speechFiles embed.FS

// So are those of the languages in which phrases tell it, not words.

//go:embed sayings/*.txt
var sayingFiles embed.FS

// press, speech and sayings hold how to read the files of each such language, by its code.
var (
	press   = sync.OnceValue(func() map[string]func() *Language { return later(pressFiles, "press/*.txt") })
	speech  = sync.OnceValue(func() map[string]func() *Language { return later(speechFiles, "speech/*.txt") })
	sayings = sync.OnceValue(func() map[string]func() *Language { return later(sayingFiles, "sayings/*.txt") })
)

// later returns how to read each of the files of fsys that match a pattern, by the code of its language.
func later(fsys fs.FS, pattern string) map[string]func() *Language {
	all := map[string]func() *Language{}
	names, err := fs.Glob(fsys, pattern)
	if err != nil {
		panic("lang: " + err.Error())
	}
	for _, name := range names {
		all[strings.TrimSuffix(path.Base(name), ".txt")] = sync.OnceValue(func() *Language {
			text, err := fs.ReadFile(fsys, name)
			if err != nil {
				panic("lang: " + err.Error()) // the files are part of the program
			}
			l, err := parse(name, string(text))
			if err != nil {
				panic("lang: " + err.Error()) // a test reads the same files
			}
			return l
		})
	}
	return all
}

// Base returns the code under which the data of a language stand that may be
// written with a region (no-NO), in upper case or by another code (nb).
func Base(code string) string {
	code, _, _ = strings.Cut(strings.ReplaceAll(strings.ToLower(code), "_", "-"), "-")
	switch code {
	case "nb", "nn":
		return "no"
	}
	return code
}

// HasPress reports whether the words of credits of a language are known though
// it is none of All.
func HasPress(code string) bool { return press()[Base(code)] != nil }

// Press returns the words of credits of a language that is none of All, or nil.
func Press(code string) *Language {
	if read := press()[Base(code)]; read != nil {
		return read()
	}
	return nil
}

// PressCodes returns the codes of these languages, in order.
func PressCodes() []string { return slices.Sorted(maps.Keys(press())) }

// Speech returns the words that tell who speaks in a language that is none of All, or nil.
func Speech(code string) *Language {
	if read := speech()[Base(code)]; read != nil {
		return read()
	}
	return nil
}

// SpeechCodes returns the codes of these languages, in order.
func SpeechCodes() []string { return slices.Sorted(maps.Keys(speech())) }

// Sayings returns the phrases that tell who speaks in a language in which neither capital letters
// nor spaces show what a name is, or nil.
func Sayings(code string) *Language {
	if read := sayings()[Base(code)]; read != nil {
		return read()
	}
	return nil
}
