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

// press holds how to read the file of each such language, by its code.
var press = sync.OnceValue(func() map[string]func() *Language {
	all := map[string]func() *Language{}
	names, err := fs.Glob(pressFiles, "press/*.txt")
	if err != nil {
		panic("lang: " + err.Error())
	}
	for _, name := range names {
		all[strings.TrimSuffix(path.Base(name), ".txt")] = sync.OnceValue(func() *Language {
			text, err := fs.ReadFile(pressFiles, name)
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
})

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
