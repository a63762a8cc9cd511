package word

// Whatever reads text eight bytes at a time does so by what is here: a number
// holds the bytes, the first the lowest, and in masks the high bit of a byte
// says something of that byte.

// EachByte times a byte is that byte eight times; HighBits are the high bits of
// eight bytes.
const (
	EachByte = 0x0101010101010101
	HighBits = 0x80 * EachByte
)

// Load returns the 8 bytes of text from i on, the first the lowest.
func Load(text string, i int) uint64 {
	t := text[i : i+8]
	return uint64(t[0]) | uint64(t[1])<<8 | uint64(t[2])<<16 | uint64(t[3])<<24 |
		uint64(t[4])<<32 | uint64(t[5])<<40 | uint64(t[6])<<48 | uint64(t[7])<<56
}

// Alnum8 returns masks of the bytes of x that are ASCII letters, and digits.
func Alnum8(x uint64) (letters, digits uint64) {
	// Adding to 7 bits carries into the 8th, and no further, from a bound upwards.
	lower, plain := (x|0x20*EachByte)&^HighBits, x&^HighBits
	letters = (lower + (0x80-'a')*EachByte) &^ (lower + (0x7f-'z')*EachByte) &^ x & HighBits
	digits = (plain + (0x80-'0')*EachByte) &^ (plain + (0x7f-'9')*EachByte) &^ x & HighBits
	return letters, digits
}
