package outlet

import (
	"fmt"
	"strings"

	"wiretrace/lang/word"
)

// A near is a set of the classes of words that stand beside an outlet's name.
type near uint64

const (
	nearBefore      near = 1 << iota // before it: told, according to
	nearAfter                        // after it: reported, writes
	nearAux                          // between it and a word of nearAfter: first, has, a
	nearNoun                         // either: newspaper, magazine, agency
	nearOn                           // before a platform: on, via
	nearPost                         // after a platform: post, account
	nearArticle                      // the, el, du
	nearIndefinite                   // a, un, eine
	nearRole                         // capitalised, yet no part of the name: Editor, Monday
	nearStart                        // begin a sentence before a name: But, On
	nearTitle                        // before a person's name: Mr, Sen
	nearOf                           // after a word that goes on as a larger name
	nearOrdinary                     // last words of newspapers' names that have another meaning: Star, Record
	nearCommon                       // last words that mean no newspaper by themselves: Today, Democrat
	nearGeneric                      // words that names of newspapers are made of: Daily, Times
	nearNation                       // between an article and a name: the British, der deutsche
	nearWhen                         // time, between a verb and a name: hoy, Freitagausgabe
	nearWhenTie                      // small words among those of time: por la tarde
	nearWriter                       // who writes for an outlet: periodista
	nearTo                           // before the one who is told: à, al
	nearTell                         // verbs of telling that stand before their subject: disse
	nearBy                           // by whom something was told: por, dal
	nearTold                         // participles before such a word: revelada
	nearOfWhom                       // between who writes and the outlet: de
	nearGenre                        // what a paper is about, behind of: diario de negocios
	nearOpening                      // words that names of papers begin with: Corriere
	nearIssue                        // of when a paper is, in the genitive before its name: today's, Saturday's
	nearWhose                        // before the name of an outlet and what somebody writes there: her
	nearColumn                       // what somebody writes in an outlet: column
	nearAnd                          // between the names of a list: et, und
	nearPen                          // what writers do, behind their names: wrote, argues
	nearPenOn                        // between a writer's name and such a word: all but
	nearPiece                        // what writers write: article
	nearPieceIn                      // between a writer's name and that: in a
	nearPlace                        // between the name of who writes and that of the outlet: at
	nearFeature                      // what magazines print: feature, profile
	nearPerson                       // names of papers that are words for people: Diplomat
	nearSpeaks                       // what such people do as well as papers: says
	nearInstitution                  // names of what is no outlet, yet has a site with news of its own: University
	nearSheet                        // words that institutions are not called by, but papers about them: Beat
	nearGot                          // after who came by what is news, pairs: got hold
	nearStaff                        // after a paper's name, who reports for it: reporter
	nearGotBy                        // before them: obtained by
	nearForm                         // of the form of a page, behind the name of its site: Mobile
	nearSuffix                       // endings that languages join to a name by an apostrophe: Hürriyet\'in
)

var nearClasses = map[string]near{
	"before": nearBefore, "after": nearAfter, "aux": nearAux, "noun": nearNoun, "on": nearOn, "post": nearPost, "article": nearArticle, "indefinite": nearIndefinite, "role": nearRole,
	"start": nearStart, "title": nearTitle, "of": nearOf, "ordinary": nearOrdinary, "common": nearCommon, "generic": nearGeneric, "got": nearGot, "got-by": nearGotBy, "staff": nearStaff, "suffix": nearSuffix, "form": nearForm, "institution": nearInstitution, "sheet": nearSheet, "person": nearPerson, "speaks": nearSpeaks, "whose": nearWhose, "column": nearColumn, "issue": nearIssue, "nation": nearNation,
	"when": nearWhen, "when-tie": nearWhenTie, "writer": nearWriter, "of-whom": nearOfWhom, "genre": nearGenre, "opening": nearOpening, "by": nearBy, "to": nearTo, "tell": nearTell, "and": nearAnd, "told": nearTold, "pen": nearPen, "pen-on": nearPenOn, "piece": nearPiece, "piece-in": nearPieceIn, "place": nearPlace, "feature": nearFeature,
}

// nearWords holds those words, and pairs of words, by their hashes.
type nearWords struct {
	class map[uint64]near
	keys  word.Bits // of class, which most words are not
}

func (n *nearWords) has(c near, hash uint64) bool { return n.keys.Has(hash) && n.class[hash]&c != 0 }

// pairHash returns the hash of two words in order.
func pairHash(a, b uint64) uint64 { return a*31 + b }

// readNear reads data/near.tsv: a class, a tab, and the words of that
// class with spaces between; two words that belong together have a "+", and behind
// a "/" each stand the endings of one.
func readNear() (*nearWords, error) {
	data, err := tables.ReadFile("data/near.tsv")
	if err != nil {
		return nil, err
	}
	n := &nearWords{class: map[uint64]near{}, keys: word.NewBits(1 << 16)}
	line := 0
	for l := range strings.Lines(string(data)) {
		line++
		l = strings.TrimSpace(l)
		if l == "" || l[0] == '#' {
			continue
		}
		name, words, _ := strings.Cut(l, "\t")
		c, ok := nearClasses[name]
		if !ok {
			return nil, fmt.Errorf("near.tsv:%d: unknown class %q", line, name)
		}
		for _, w := range strings.Fields(words) {
			a, b, pair := strings.Cut(w, "+")
			stem, endings, _ := strings.Cut(a, "/")
			for end := range strings.SplitSeq(endings, "/") {
				h := word.Hash(stem + end)
				if pair {
					h = pairHash(h, word.Hash(b))
				}
				n.class[h] |= c
				n.keys.Put(h)
			}
		}
	}
	return n, nil
}

// readLarger reads data/larger.tsv: one name a line.
func readLarger() (names []string, err error) {
	data, err := tables.ReadFile("data/larger.tsv")
	if err != nil {
		return nil, err
	}
	for l := range strings.Lines(string(data)) {
		if l = strings.TrimSpace(l); l != "" && l[0] != '#' {
			names = append(names, l)
		}
	}
	return names, nil
}
