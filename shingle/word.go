package shingle

// A Class is a set of properties of a word that its folded form has lost.
type Class uint8

// The classes.
const (
	Upper  Class = 1 << iota // begins with a capital letter in the text
	Number                   // holds a digit, or spells a number
	Wide                     // an n-gram of characters of a script without spaces
	Common                   // among the commonest function words of its language
)

// A Word is one word of a text.
type Word struct {
	Hash       uint64 // xxh3 of the folded form; equal words have equal hashes, on every machine
	Stem       uint64 // hash of the form without its inflection, for comparing reworded text; Hash where there is none
	Start, End uint32 // half-open range of bytes in the original text
	Class      Class
	number     uint16  // 1 + that which the Dictionary that found the word has for it, or is to write it out by; 0 if none was asked
	Weight     float32 // what a match of it is worth, as Rarity.Weight says; 0 if nobody asked
}
