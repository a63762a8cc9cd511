package shingle

// Window is the number of successive shingles of which at least one is a
// fingerprint; Guarantee is the length in words from which on a run that two
// texts have in common always gives them a common fingerprint.
const (
	Window    = 6
	Guarantee = Window + N - 1
)

// A Fingerprint is a shingle chosen to find shared passages by.
type Fingerprint struct {
	Hash uint64
	Word uint32 // index of its first word
}

// Fingerprints appends the fingerprints among the shingles of one text to dst,
// in order of their words, and returns it. They are chosen by robust winnowing
// (Schleimer, Wilkerson and Aiken 2003): the least hash of each window, among
// equals the one already chosen, else the rightmost. So any run of Guarantee
// words shared by two texts gives both a common fingerprint, and of random text
// 2/(Window+1) of the shingles are fingerprints. A text of fewer shingles than
// a window has, but not none, has one.
func Fingerprints(dst []Fingerprint, shingles []uint64) []Fingerprint {
	if len(shingles) == 0 {
		return dst
	}
	least := -1 // index of the one chosen last
	for end := min(Window, len(shingles)); end <= len(shingles); end++ {
		start := max(0, end-Window)
		switch last := end - 1; {
		case least < start:
			least = start
			for i := start + 1; i < end; i++ {
				if shingles[i] <= shingles[least] {
					least = i
				}
			}
		case shingles[last] < shingles[least]:
			least = last
		default:
			continue
		}
		dst = append(dst, Fingerprint{shingles[least], uint32(least)})
	}
	return dst
}
