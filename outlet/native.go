package outlet

import (
	"path"
	"strings"
	"sync"
	"unicode"

	"wiretrace/lang/word"
)

// A house in Osaka or Cairo gives its name as it stands on its masthead: 共同通信, الأهرام. What outlets are
// called in scripts of their own is in the tables of names by language and in that of marks, which are read when
// a text of that language comes; the name of an article's outlet is asked for in any language.

// natives holds the names of outlets by their folded names in scripts other than Latin: of
// the tables of languages those that need no word beside them, and of marks those of agencies. A
// name that the tables give to two outlets is that of none.
var natives = sync.OnceValue(func() map[string]string {
	all := map[string]string{}
	put := func(name, outlet string) {
		key := word.FoldName(narrow(name))
		if old, ok := all[key]; ok && old != outlet {
			outlet = ""
		}
		all[key] = outlet
	}
	for key, list := range marks() {
		for _, m := range list {
			if foreign(key) {
				put(m.text, word.FoldName(m.outlet))
			}
		}
	}
	entries, err := tables.ReadDir("data")
	if err != nil {
		panic(err) // part of the program
	}
	for _, e := range entries {
		if ok, _ := path.Match("names-*.tsv", e.Name()); !ok {
			continue
		}
		data, err := tables.ReadFile("data/" + e.Name())
		if err != nil {
			panic(err) // part of the program
		}
		more, err := readNames(string(data))
		if err != nil {
			panic(err) // a test reads the same file
		}
		for outlet, names := range more {
			for _, n := range names {
				if foreign(n) && !strings.Contains(n, "=") {
					put(n, outlet)
				}
			}
		}
	}
	return all
})

// foreign reports whether name has no letter of the Latin script, and more than one of another.
func foreign(name string) bool {
	n := 0
	for _, r := range narrow(name) {
		switch {
		case unicode.Is(unicode.Latin, r):
			return false
		case unicode.IsLetter(r):
			n++
		}
	}
	return n > 1
}

// native returns the outlet of a name in a script other than Latin, with or without what stands
// behind it in brackets or behind a bar: 共同通信（電子版）. It is nil if none is called so.
func (g *Gazetteer) native(name string) *Outlet {
	if !strings.ContainsFunc(name, func(r rune) bool { return unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) }) {
		return nil
	}
	find := func(n string) *Outlet { return g.names[natives()[word.FoldName(narrow(n))]] }
	if o := find(name); o != nil {
		return o
	}
	if at := strings.IndexAny(name, "(（|｜"); at > 0 {
		return find(name[:at])
	}
	return nil
}
