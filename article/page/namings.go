package page

import (
	"strings"

	"golang.org/x/net/html"
)

// naming says what the class or id of an element may name.
type naming struct{ byline, date, source bool }

// named returns what class and id of n may name. Pages repeat them, so each value
// is looked at once.
func (f *facts) named(n *html.Node) (all naming) {
	for i := range n.Attr {
		if a := &n.Attr[i]; a.Key == "class" || a.Key == "id" || a.Key == "data-testid" || a.Key == "data-component" {
			k, ok := f.namings[a.Val]
			if !ok {
				if f.namings == nil {
					f.namings = make(map[string]naming)
				}
				k = naming{isBylineName(a.Val), isDateName(a.Val), len(a.Val) < 200 && sourceNames().In(a.Val)}
				f.namings[a.Val] = k
			}
			if a.Key == "data-testid" || a.Key == "data-component" { // of sites whose classes say nothing
				k = naming{byline: k.byline}
			}
			all = naming{all.byline || k.byline, all.date || k.date, all.source || k.source}
		}
	}
	return all
}

// isBylineName reports whether a class or id is one that bylines have.
func isBylineName(s string) bool {
	if len(s) > 300 {
		return false
	}
	if !bylinePhrases().In(s) {
		return endsInBy(s)
	}
	s = strings.ToLower(s)
	for _, name := range bylineNames {
		if k := strings.Index(s, name); k >= 0 && !strings.HasPrefix(s[k:], "authoriz") && !strings.HasPrefix(s[k:], "authenti") && !strings.HasPrefix(s[k:], "authority") {
			return true
		}
	}
	return false
}

// endsInBy reports whether one of the classes of an element is "by", or ends in it: gnt_ar_by, article-by. Others say who
// made, sorts or pays for something.
func endsInBy(classes string) bool {
	if !strings.Contains(classes, "by") {
		return false
	}
	for class := range strings.FieldsSeq(strings.ToLower(classes)) {
		rest, ok := strings.CutSuffix(class, "by")
		if !ok || rest != "" && rest[len(rest)-1] != '-' && rest[len(rest)-1] != '_' {
			continue
		}
		if !containsAny(rest, []string{"sort", "order", "filter", "group", "power", "sponsor", "present", "brought", "support", "made", "built", "creat", "design", "share", "photo", "review", "updat", "edit", "near", "stand"}) {
			return true
		}
	}
	return false
}

// isDateName reports whether a class is one that the date of publication has.
func isDateName(s string) bool {
	if len(s) > 200 {
		return false
	}
	return datePhrases().In(s) && !changeNames().In(s)
}

// Parts of the classes and ids of bylines, of days, and of days that are not those of publication.
var (
	bylineNames   = []string{"byline", "author", "writer", "auteur", "autor", "autore", "journalist", "reporter-name", "reader-credits", "verfasser"}
	bylinePhrases = phrases(bylineNames...)
	datePhrases   = phrases("date", "publi", "timestamp", "posted", "time", "fecha", "datum", "meta")
	changeNames   = phrases("updat", "modif")
)
