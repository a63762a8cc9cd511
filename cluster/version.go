package cluster

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"wiretrace/article"
	"wiretrace/digest"
)

// What makes a later piece of one outlet a version of an earlier one, and no
// follow-up with the same background: the part of either text that the other
// has, and the days between them.
const (
	updateShare = 0.5
	updateDays  = 2
	// Where one has all of the other but a few words, it may be a week: a correction, more voices.
	updateWhole = 0.95
	wholeDays   = 7
	// With less than updateText of both texts in common, the leads must be as much
	// alike too: a follow-up begins with the news and repeats the day before.
	updateText = 0.7
	updateLead = 0.3
)

// samePage is the share of two texts of one outlet from which on they are one
// page, read twice, where nothing tells which came first.
const samePage = 0.97

// EarlierVersion reports whether n is an earlier version of m by the same
// outlet, or the same page read before. They have these shares of their texts in
// common.
func EarlierVersion(m, n *Member, shareM, shareN float64) bool {
	if m.Outlet != n.Outlet || max(shareM, shareN) < updateShare {
		return false
	}
	days := time.Duration(updateDays)
	if max(shareM, shareN) >= updateWhole && min(shareM, shareN) >= updateShare {
		days = wholeDays
	}
	if apart(m.Digest, n.Digest, days*24*time.Hour) && !reprints(m, n, min(shareM, shareN)) {
		return false
	}
	if readLater(m, n) || readLater(n, m) {
		return readLater(m, n)
	}
	if m.Outlet == "" || followUp(m, n, min(shareM, shareN)) || ofItsDay(m.Digest, n.Digest) {
		return false
	}
	switch x, y := n.Meta.Published, m.Meta.Published; {
	case x.Before(y) || houseClock(x, y):
		return true
	case y.Before(x) || houseClock(y, x):
		return false
	}
	return n.Number < m.Number && (min(shareM, shareN) >= samePage || onePage(m.Digest, n.Digest))
}

// What makes a much later piece of one outlet a reprint from its archive: the part of
// both texts that is in common, and the days between them.
const (
	reprintShare = 0.8
	reprintDays  = 180
)

// reprints reports whether of m and n, pieces of one outlet that have at least this share
// of either text in common, one is the other printed again long after.
func reprints(m, n *Member, share float64) bool {
	return m.Outlet != "" && share >= reprintShare && apart(m.Digest, n.Digest, reprintDays*24*time.Hour)
}

// followUp reports whether of two pieces of one outlet, which have at least this
// share of either text in common, one tells other news than the other.
func followUp(m, n *Member, share float64) bool {
	return share < updateText && leadCosine(m.Lead, n.Lead) < updateLead && !onePage(m.Digest, n.Digest)
}

// ofItsDay reports whether a and b, pieces of one outlet, are of a series that comes every day: their titles have
// one label, and each begins by naming the day on which it came, and not that of the other. A later version of a
// report goes on naming the day of its news.
func ofItsDay(a, b *digest.Digest) bool {
	return eachItsDay(a, b) && !onePage(a, b) && oneLabel(a.Meta.Title, b.Meta.Title)
}

// sidesOfTheirDays does what ofItsDay does, of sides, which may be bare.
func sidesOfTheirDays(a, b *Side) bool {
	if a.Outlet == "" || a.Outlet != b.Outlet || a.page != 0 && a.page == b.page || !eachItsDay(a.Digest, b.Digest) {
		return false
	}
	return a.rubric != 0 && a.rubric == b.rubric || a.begins != 0 && a.begins == b.begins
}

// eachItsDay reports whether a and b each begin by naming the day on which they came, and not that of the other.
func eachItsDay(a, b *digest.Digest) bool {
	if len(a.Days) == 0 || len(b.Days) == 0 || min(a.Meta.Published.Precision, b.Meta.Published.Precision) == article.NoTime {
		return false
	}
	x, y := digest.DayOf(a.Meta.Published), digest.DayOf(b.Meta.Published)
	return x != y && slices.Contains(a.Days, x) && slices.Contains(b.Days, y) && !slices.Contains(a.Days, y) && !slices.Contains(b.Days, x)
}

// oneLabel reports whether two titles begin with the same label of a series, or the same words: Morning tides: calm; Morning
// tides for Friday.
func oneLabel(x, y string) bool {
	if a, b := rubricOf(x), rubricOf(y); a != "" && strings.EqualFold(a, b) {
		return true
	}
	a := beginsOf(x)
	return a != "" && a == beginsOf(y)
}

// beginsOf returns the first words of a title, as many as a label has at least, in lower case; empty of a shorter title.
func beginsOf(title string) string {
	words := strings.FieldsFunc(strings.ToLower(title), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if len(words) < rubricWords {
		return ""
	}
	return strings.Join(words[:rubricWords], " ")
}

// readLater reports whether m was read after n and is by its id a later version
// of it.
func readLater(m, n *Member) bool { return m.Seen > n.Seen && LaterVersion(m.Meta.ID, n.Meta.ID) }

// houseClock reports whether x lies before y, both by the clock of one house,
// whose zone is not given.
func houseClock(x, y article.Time) bool {
	if x.Zoned || y.Zoned || x.Guess() || y.Guess() || min(x.Precision, y.Precision) == article.NoTime {
		return false
	}
	if min(x.Precision, y.Precision) == article.Day {
		return x.When.Format(time.DateOnly) < y.When.Format(time.DateOnly)
	}
	return x.When.Before(y.When)
}

// onePage reports whether a and b have the same address, whatever is added to it.
func onePage(a, b *digest.Digest) bool {
	x, _ := article.PageAddress(a.Meta.URL)
	y, _ := article.PageAddress(b.Meta.URL)
	return x != "" && x == y
}

// LaterVersion reports whether an article that was read after another is, by
// its id, a later version of it: one from the same file or under the same id.
// Such have the other's id and a mark, ~2 and so on.
func LaterVersion(id, of string) bool {
	base, n := version(id)
	first, m := version(of)
	return n > m && base == first
}

func version(id string) (base string, n int) {
	if k := strings.LastIndexByte(id, '~'); k > 0 {
		if n, err := strconv.Atoi(id[k+1:]); err == nil && n > 1 && id[k+1] != '0' && id[k+1] != '+' {
			return id[:k], n
		}
	}
	return id, 1
}
