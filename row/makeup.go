package row

import "strconv"

// Tenths is a percentage in tenths: 1000 is 100 %.
type Tenths int

// String writes t with one decimal: 33.3.
func (t Tenths) String() string { return string(t.Append(nil)) }

// Append appends t with one decimal: 33.3.
func (t Tenths) Append(b []byte) []byte {
	if t < 0 {
		b, t = append(b, '-'), -t
	}
	b = strconv.AppendInt(b, int64(t/10), 10)
	return append(b, '.', '0'+byte(t%10))
}

// Float returns t in percent.
func (t Tenths) Float() float64 { return float64(t) / 10 }

// A Makeup says what the words of an article are, furniture left out. The
// parts add to exactly 100 %, but for the zero value, which is that of an
// article without any such word and prints as empty cells.
type Makeup struct {
	Copied, Edited, Reworded, Quoted, Original Tenths
}

// Percentages returns the makeup of an article with so many words of each
// label. Negative counts are taken as 0.
//
// Each part is rounded down to a tenth, and the tenths left over go to the
// parts that lost most by it (the method of largest remainders, equal ones in
// the order of the columns), so that the printed parts always add to 100.0.
func Percentages(copied, edited, reworded, quoted, original int) Makeup {
	counts := [5]int{copied, edited, reworded, quoted, original}
	total := 0
	for i, n := range counts {
		counts[i] = max(n, 0)
		total += counts[i]
	}
	if total == 0 {
		return Makeup{}
	}
	var part [5]Tenths
	var rest [5]int
	left := Tenths(1000)
	for i, n := range counts {
		part[i] = Tenths(n * 1000 / total)
		rest[i] = n * 1000 % total
		left -= part[i]
	}
	for ; left > 0; left-- {
		most := 0
		for i := range rest {
			if rest[i] > rest[most] {
				most = i
			}
		}
		part[most]++
		rest[most] = -1
	}
	return Makeup{part[0], part[1], part[2], part[3], part[4]}
}
