package step

import (
	"fmt"
	"slices"
)

// A Kind says what rows a block has, and so which step reads it.
type Kind uint8

// The kinds. Steps read the blocks of a part in this order.
const (
	Count      Kind = iota // the end of a stream
	Inputs                 // paths to be read, and which share of their files
	Articles               // an article as it was read, with its digest
	Names                  // outlets and writers of some articles
	Words                  // in how many articles words stand, by language
	Heads                  // what articles are numbered by
	IDs                    // ids of articles, by part
	Repeated               // ids that several articles have
	Numbers                // the numbers of articles, for where they were read
	Facts                  // when and by whom articles were published, by number
	Exact                  // hashes of the words of articles
	First                  // of which article another has the same words
	Same                   // where such another was read
	Recredited             // an article whose credits have changed
	Asked                  // keys of those whom short names may mean
	Answered               // articles that have these keys
	Texts                  // an article with its number and digest
	Keyed                  // the keys of an article, but for its bands
	Bands                  // keys of each kind, by their parts
	Prints
	Pairs
	Stories
	Sayings
	Lines
	Further   // how many more articles have a line
	Crowds    // bands that many have, by article
	Couples   // articles that may be whole copies
	Suspects  // those that are to be compared
	Verdicts  // whether they are copies
	Judged    // the same, once all of a family is known
	Reps      // which article stands for a copy
	Copied    // the same, for the part of that article
	Needs     // which part needs which article
	Given     // an article for the part that needs it
	Compared  // articles to be compared
	SiteLines // lines that may be furniture of a site
	Around    // lines that stand around different stories
	Furniture // lines that are furniture
	Again     // copies that surface again
	Hints     // what keys say of couples
	Cuts      // how many articles there are, and what bounds left out
	Spreads   // in how many families a quotation stands
	Ends      // a link, for one of its ends
	Ties      // a link without its passages
	Kin       // articles that may report one event
	Edges     // articles that hang together, by a link or as kin
	Labels    // the first of those that an article hangs together with
	Peers     // what is known of an article, for the part of its component
	Clusters  // members of a cluster
	Claims    // an id that a cluster might have
	Contested // one that several might have
	Inner     // links within a cluster
	Events    // members of a story
	InStory   // the story of an article
	Seats     // what an article is in its cluster
	StoryRows // rows of the report
	Rows      // of one with pages
	Ranged    // of one without, by ranges of its order
	Pieces    // of the files of the report
	Tallies   // what an article counts for in the sums of its outlet
	Faults    // rows that could not be written
	Problems
	kinds
)

var kindNames = [kinds]string{
	"count", "inputs", "articles", "names", "words", "heads", "ids", "repeated", "numbers", "facts", "exact", "first", "same", "recredited", "asked", "answered", "texts",
	"keyed", "bands", "prints", "pairs", "stories", "sayings", "lines", "further", "crowds", "couples", "suspects", "verdicts", "judged", "reps", "copied", "needs", "given", "compared", "sitelines", "around",
	"furniture", "again", "hints", "cuts", "spreads", "ends", "ties", "kin", "edges", "labels", "peers", "clusters", "claims", "contested", "inner", "events", "instory", "seats", "storyrows", "rows", "ranged", "pieces", "tallies", "faults", "problems",
}

// String returns the name of a kind, as plans and side files have it.
func (k Kind) String() string {
	if k >= kinds {
		return fmt.Sprintf("kind %d", uint8(k))
	}
	return kindNames[k]
}

// MarshalText returns the name of a kind.
func (k Kind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText takes the name of a kind.
func (k *Kind) UnmarshalText(name []byte) error {
	i := slices.Index(kindNames[:], string(name))
	if i < 0 {
		return fmt.Errorf("no kind %q", name)
	}
	*k = Kind(i)
	return nil
}
