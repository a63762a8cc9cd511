package word

// Unspaced reports whether the letter r belongs to a script that puts no spaces
// between words: Thai, Lao, Tibetan, Myanmar, Khmer, Kana and Han.
func Unspaced(r rune) bool {
	switch {
	case r < 0x0E00:
		return false
	case r < 0x10A0:
		return true
	case r < 0x1780:
		return false
	case r < 0x1800:
		return true
	case r < 0x3005:
		return false
	case r < 0xA000:
		return r <= 0x30FF || 0x31F0 <= r
	case r < 0xAC00:
		return 0xA9E0 <= r && r < 0xAA00 || 0xAA60 <= r && r < 0xAA80
	case r < 0xF900:
		return false
	}
	return r < 0xFB00 || 0xFF66 <= r && r < 0xFFA0 || 0x1AFF0 <= r && r < 0x1B170 || 0x20000 <= r
}
