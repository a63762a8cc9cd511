package quote

import "wiretrace/article"

// A quoted is one stretch between marks while it is being read.
type quoted struct {
	article.Span        // the words between the marks, white space at their ends left out
	from, to      int   // the same with its marks
	para          int32 // index of its paragraph
	first, last   int32 // tokens of the opening and of the closing mark
	open          bool  // never closed
	single        bool  // between single marks
	doubled       bool  // between apostrophes doubled: ''…''
	begun         bool  // opened in an earlier paragraph and not reopened in this one
	post          bool  // all of it a post
	dash          bool  // begun by a dash, in a language that writes so
	scare         bool  // judged by the model to be nobody's speech
	score         float32
	opening       uint32 // hash of the first words, 0 if there are none
	speaker       string
	abroad        string // who speaks it by a paragraph in another language than the text's
	ahead, behind cue    // what tells who speaks it
	kin           sex    // of its speaker, by the noun for whose relative he is
	signer        phrase // who signs it
	signed        signedAs
}

// A cue is the place where a text tells that somebody spoke.
type cue struct {
	tok     int32 // its word, or the colon; -1 if there is none
	subject phrase
	post    bool // on a platform
	thought bool // of a thought or wish rather than of speech
	credit  bool // according to
	close   bool // set off from the quotation by no more than a comma, as whoever speaks it is
}

// A phrase is a run of words that may speak.
type phrase struct {
	from, to int32 // tokens, half-open; from == to: none
	kind     phraseKind
}

// personal reports whether p is a name or a pronoun.
func (p phrase) personal() bool { return p.kind == namePhrase || p.kind == pronounPhrase }

// A phraseKind says what a phrase is made of.
type phraseKind uint8

const (
	noPhrase      phraseKind = iota
	namePhrase               // a name: Stefanie Spear
	pronounPhrase            // he
	nounPhrase               // a spokesman for the campaign
)

// A sex is what names, titles and nouns tell of whom a pronoun may mean.
type sex uint8

const (
	anySex sex = iota
	male
	female
)
