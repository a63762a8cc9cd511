package date

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"wiretrace/article"
)

// longestDate bounds the strings that Parse looks at, in bytes: "miércoles, 17 de
// septiembre de 2024 a las 10:30:00 GMT-0500 (Eastern Standard Time)" fits twice.
const longestDate = 160

// The years that Parse believes. Dates outside are the zero values of other
// programs (year 1) or slips of a keyboard.
const (
	firstYear = 1800
	lastYear  = 2100
)

// Parse reads the date, and the time of day if there is one, that s
// consists of, and reports whether it understood all of it. It does not guess:
// a word it does not know, a date without a day or a year, and 3/4/2024, which
// is March in one country and April in the next, are not understood.
//
// Understood are RFC 3339 and ISO 8601 with everything scrapers leave out of
// them, the forms of feeds and mail (RFC 822, 850, 1123), ctime, compact digits
// (20240817, 20240817110359), seconds, milliseconds, microseconds or nanoseconds
// since 1970, also in the calls by which programs write them (/Date(1723892699000)/),
// dates with points (day first) or slashes, which the day of the week may order, also with spaces around these, and dates in words of the languages of lang/data and words.txt, in any
// digits. Years of the Buddhist era, of Japanese eras and of Taiwan are turned into
// ours, those of Iran where its months or digits show them. Zones are offsets
// or the customary abbreviations; "ET" and its like are standard or daylight
// time by the date.
//
// Midnight is what programs write that know only the day, so it is a Day, and
// 1 January 1970 is what they write that know nothing, so it is not understood.
// The Source of the result is empty.
func Parse(s string) (article.Time, bool) { return ParseAs(s, UnknownOrder) }

// An Order is that in which a column of dates or a country writes day and month
// of dates in figures, such as 3/4/2024 and 03-04-2024.
type Order uint8

// The orders.
const (
	UnknownOrder Order = iota
	DayFirst
	MonthFirst
)

// ParseAs is Parse where the order of day and month is known: it reads 3/4/2024
// too, and 3/4/24.
func ParseAs(s string, order Order) (article.Time, bool) {
	s = strings.TrimSpace(s)
	if s == "" || len(s) > longestDate {
		return article.Time{}, false
	}
	if t, ok := epoch(s); ok {
		return t, true
	}
	if t, is, ok := call(s, order); is {
		return t, ok
	}
	p := parser{s: s, order: order}
	p.s, p.iranian = westernDigits(strings.ReplaceAll(s, "\u2212", "-"))
	for p.i < len(p.s) && !p.done {
		if !p.token() {
			return article.Time{}, false
		}
	}
	return p.result()
}

// OrderOf returns the order in which a date in figures gives day and month, if
// it tells. open reports whether the date could be read in either order, so that
// others of its column must tell.
func OrderOf(s string) (order Order, open bool) {
	day, dayOK := ParseAs(s, DayFirst)
	month, monthOK := ParseAs(s, MonthFirst)
	switch {
	case dayOK && monthOK && !day.When.Equal(month.When):
		return UnknownOrder, true
	case dayOK && !monthOK:
		if _, sure := Parse(s); !sure { // 24/08/17, which may begin with the year
			return UnknownOrder, false
		}
		return DayFirst, false
	case monthOK && !dayOK:
		return MonthFirst, false
	}
	return UnknownOrder, false
}

// A parser reads one date from left to right. It knows no layouts: each
// token says by its own form which part of the date it is, and result checks
// that the parts make one whole date.
type parser struct {
	s     string
	order Order
	i     int  // next byte
	done  bool // the rest speaks of another date, such as that of a change

	year, month, day int // 0 until known
	weekday          int // from 1, Monday; 0 until known
	// Two numbers before a year that may be day and month in either order.
	pair      [2]int
	ordinal   bool     // a point stood behind the last number
	monthNext bool     // the next number is that of the month
	era       int      // the year from which the next one counts, 0 for our era
	calendar  wordKind // thaiMonth or solarMonth if a word of their calendars was read
	iranian   bool     // the digits are those that Iran uses
	half      wordKind // morning or afternoon, of the time that follows
	// Numbers that stand alone beside the name of a month: day and year.
	alone     [2]number
	aloneLen  int
	before    int  // how many of them stood before the name
	tuesday   bool // "mar" was read, which is March, or Tuesday beside another month
	labelled  bool // the last token was a label such as "published"
	clocked   bool // the last token was a time of day or a zone, so that a sign begins an offset
	timed     article.Precision
	hour, min int
	sec, nsec int
	zoned     bool
	offset    int  // seconds east of UTC
	rule      bool // offset is standard time of a North American zone: add an hour in summer
}

// A number is a run of digits.
type number struct{ value, digits int }

// token reads one token and reports whether it was understood.
func (p *parser) token() bool {
	c := p.s[p.i]
	switch {
	case c >= '0' && c <= '9':
		p.labelled = false
		return p.number()
	case c == '+' || c == '-':
		if p.digitAt(p.i+1) && (p.clocked || p.day != 0 && p.timed == article.NoTime) {
			return p.zoneOffset()
		}
		p.i++
		return c == '-'
	case c == '(' && p.zoned: // "GMT+0200 (Central European Summer Time)"
		return p.skipTo(')')
	case c == '[' && (p.clocked || p.zoned): // "+02:00[Europe/Paris]", RFC 9557
		return p.skipTo(']')
	case c == ':' && (p.labelled || p.timed == article.NoTime && p.dated() && p.digitAt(p.i+1)): // "17AUG2024:11:04:59"
		p.i++
		return true
	case c < 0x80 && strings.IndexByte(" \t\r\n,;|().'", c) >= 0:
		p.i++
		return true
	}
	if c == '/' && (p.month != 0 && p.day == 0 || p.day != 0 && p.timed == article.NoTime && p.at(p.i+1) == ' ') { // between two names of a month; before a time of day
		p.i++
		return true
	}
	for _, sep := range separators {
		if strings.HasPrefix(p.s[p.i:], sep) {
			p.i += len(sep)
			return true
		}
	}
	return p.word()
}

// separators stand between the parts of a date and say nothing.
var separators = [...]string{"\u00a0", "\u202f", "\u2009", "·", "•", "–", "—", "’", "‚", "\u200c", "\u200e", "\u200f", "\u3000", "،", "：", "，", "、", "（", "）", "־", "@"}

// number reads a token that begins with a digit.
func (p *parser) number() bool {
	start := p.i
	n := p.digits()
	p.ordinal = false
	if p.at(p.i) >= utf8.RuneSelf {
		if ok, known := p.unit(n); known {
			return ok
		}
	}
	next, after := p.at(p.i), p.digitAt(p.i+1)
	switch {
	case n.digits > 4:
		return p.compact(p.s[start:p.i])
	case n.digits == 4 && after && (next == '-' || next == '/' || next == '.'):
		return p.yearFirst(n, next)
	case n.digits > 2:
		if is, ok := p.spaced(n); is {
			return ok
		}
		return p.lone(n)
	case next == ':' && after:
		return p.clock(n, ':')
	case next == '.' && after:
		return p.points(n)
	case (next == '/' || next == '-') && after:
		return p.slashes(n, next)
	case (next == 'h' || next == 'H') && !letter(p.at(p.i+1)):
		return p.clock(n, next)
	}
	if is, ok := p.spaced(n); is {
		return ok
	}
	if end, pm, ok := p.meridiem(); ok && n.value >= 1 && n.value <= 12 {
		p.i = end
		return p.setClock(n.value, 0, 0, 0, article.Minute) && p.halfDay(pm)
	}
	for _, suffix := range [...]string{"st", "nd", "rd", "th", "er", "º", "ª", "°", "."} {
		if rest, ok := strings.CutPrefix(p.s[p.i:], suffix); ok && (suffix == "." || rest == "" || !letter(rest[0])) {
			p.i += len(suffix)
			p.ordinal = suffix == "."
			break
		}
	}
	return p.lone(n)
}

// lone keeps a number whose part in the date shows only at the end.
func (p *parser) lone(n number) bool {
	p.clocked = false
	if p.monthNext && n.digits <= 2 {
		p.month, p.monthNext = n.value, false
		return true
	}
	if p.aloneLen == len(p.alone) {
		return false
	}
	p.alone[p.aloneLen] = n
	p.aloneLen++
	return true
}

// yearFirst reads the rest of 2024-08-17, 2024/8/17 or 2024.08.17, and the T
// before a time of day.
func (p *parser) yearFirst(year number, sep byte) bool {
	p.i++
	month := p.digits()
	if p.at(p.i) != sep || !p.digitAt(p.i+1) {
		return false
	}
	p.i++
	day := p.digits()
	if month.digits > 2 || day.digits > 2 {
		return false
	}
	if c := p.at(p.i); (c == 'T' || c == 't' || c == '_') && p.digitAt(p.i+1) {
		p.i++
		return p.setDate(year.value, month.value, day.value) && p.clockOrCompact()
	}
	return p.setDate(year.value, month.value, day.value)
}

// clockOrCompact reads the time of day after a T: 11:04:59 or 110459.
func (p *parser) clockOrCompact() bool {
	start := p.i
	n := p.digits()
	switch {
	case p.at(p.i) == ':' && p.digitAt(p.i+1):
		return p.clock(n, ':')
	case n.digits == 4 || n.digits == 6:
		return p.compactClock(p.s[start:p.i])
	}
	return false
}

// compact reads dates without separators: 20240817, 20240817T110459,
// 202408171104 and 20240817110459.
func (p *parser) compact(s string) bool {
	if len(s) == 6 && p.day != 0 && p.timed == article.NoTime { // "20240817 110459"
		return p.compactClock(s)
	}
	if len(s) != 8 && len(s) != 12 && len(s) != 14 {
		return false
	}
	if !p.setDate(decimal(s[:4]), decimal(s[4:6]), decimal(s[6:8])) {
		return false
	}
	if len(s) > 8 {
		return p.compactClock(s[8:])
	}
	if c := p.at(p.i); (c == 'T' || c == 't') && p.digitAt(p.i+1) {
		p.i++
		return p.clockOrCompact()
	}
	return true
}

// compactClock reads 1104 or 110459, and a fraction of a second after it.
func (p *parser) compactClock(s string) bool {
	if len(s) == 4 {
		return p.setClock(decimal(s[:2]), decimal(s[2:]), 0, 0, article.Minute)
	}
	return p.setClock(decimal(s[:2]), decimal(s[2:4]), decimal(s[4:]), p.fraction(), article.Second)
}

// points reads 17.08.2024, 17.8.24 (always day first) or 15.20 (a time).
func (p *parser) points(a number) bool {
	p.i++
	b := p.digits()
	if p.at(p.i) != '.' || !p.digitAt(p.i+1) {
		if b.digits != 2 {
			return false
		}
		return p.setClock(a.value, b.value, 0, 0, article.Minute) && p.afternoon()
	}
	p.i++
	c := p.digits()
	switch {
	case c.digits == 2 && b.digits == 2 && p.dated():
		return p.setClock(a.value, b.value, c.value, 0, article.Second) && p.afternoon()
	case c.digits == 2 || c.digits == 4:
		return p.setDate(century(c), b.value, a.value)
	}
	return false
}

// slashes reads 17/8/2024, 8/17/2024 and 17-08-2024, which only a day above
// twelve, or a day equal to the month, makes certain.
func (p *parser) slashes(a number, sep byte) bool {
	p.i++
	b := p.digits()
	if p.at(p.i) != sep || !p.digitAt(p.i+1) {
		return false
	}
	p.i++
	c := p.digits()
	return p.figures(a, b, c)
}

// spaced reads the rest of a date in figures with white space around its separators, if a begins one: 4. 2. 2024,
// as Czechs, Slovaks and Slovenes write it, 17 | 08 | 2024, 2024 / 08 / 17. With points the day is first.
func (p *parser) spaced(a number) (is, ok bool) {
	start := p.i
	sep := p.separator()
	b := p.digits()
	if sep == 0 || p.separator() != sep {
		p.i = start
		return false, false
	}
	c := p.digits()
	switch {
	case b.digits == 0 || b.digits > 2 || a.digits+c.digits > 6:
	case a.digits == 4 && c.digits > 0:
		return true, p.setDate(a.value, b.value, c.value)
	case c.digits == 4 && sep == '.':
		return true, p.setDate(c.value, b.value, a.value)
	case c.digits == 4:
		return true, p.figures(a, b, c)
	}
	p.i = start
	return false, false
}

// separator passes a separator of figures and the white space around it, and returns it; 0 if there is none.
func (p *parser) separator() byte {
	p.space()
	sep := p.at(p.i)
	if sep == 0 || strings.IndexByte("./|-", sep) < 0 {
		return 0
	}
	p.i++
	p.space()
	return sep
}

// space passes white space.
func (p *parser) space() {
	for {
		r, size := utf8.DecodeRuneInString(p.s[p.i:])
		if !unicode.IsSpace(r) {
			return
		}
		p.i += size
	}
}

// figures takes three numbers for a date of which the year is the last.
func (p *parser) figures(a, b, c number) bool {
	if b.digits > 2 || c.digits != 4 && c.digits != 2 {
		return false
	}
	if c.digits == 4 && p.inEitherOrder(a, b) {
		p.pair, p.year, p.clocked = [2]int{a.value, b.value}, c.value, false
		return true // the day of the week may tell
	}
	year := century(c)
	switch p.order {
	case DayFirst:
		return b.value <= 12 && p.setDate(year, b.value, a.value)
	case MonthFirst:
		return a.value <= 12 && p.setDate(year, a.value, b.value)
	}
	return p.orderByValue(a, b, c)
}

// inEitherOrder reports whether two numbers may be day and month of the date as well as month and
// day, and no other part of it has named its month or year.
func (p *parser) inEitherOrder(a, b number) bool {
	return a.value <= 12 && b.value <= 12 && a.value != b.value && p.month == 0 && p.year == 0
}

// orderByValue takes a and b for day and month and c for the year where their order is unknown but
// for their values: that above twelve is the day.
func (p *parser) orderByValue(a, b, c number) bool {
	switch {
	case a.value <= 12 && b.value > 12:
		return p.setDate(century(c), a.value, b.value)
	case c.digits == 4 && (a.value > 12 || a.value == b.value):
		return p.setDate(c.value, b.value, a.value)
	}
	return false // also 17/08/24, which may be of 2017
}

func (p *parser) setDate(year, month, day int) bool {
	if p.year != 0 || p.month != 0 {
		return false
	}
	p.year, p.month, p.day, p.clocked = year, month, day, false
	return true
}

func (p *parser) setClock(hour, minute, sec, nsec int, precision article.Precision) bool {
	if p.timed != article.NoTime || hour > 23 || minute > 59 || sec > 60 {
		return false
	}
	p.hour, p.min, p.sec, p.nsec = hour, minute, min(sec, 59), nsec // a leap second is its minute's last
	p.timed, p.clocked = precision, true
	return p.half == unknown || p.halfDay(p.half == afternoon)
}

// dated reports whether day, month and year have all been read.
func (p *parser) dated() bool {
	return p.day != 0 || p.pair[0] != 0 || p.month != 0 && p.aloneLen == 2
}

// result puts the parts together.
func (p *parser) result() (article.Time, bool) {
	if p.month == 0 && p.tuesday {
		p.month = 3
	}
	if p.pair[0] != 0 && !p.orderPair() {
		return article.Time{}, false
	}
	if p.day == 0 {
		if p.aloneLen != 2 || p.month == 0 {
			return article.Time{}, false
		}
		day, year := p.alone[0], p.alone[1]
		if day.digits > 2 {
			day, year = year, day
		}
		if day.digits > 2 || year.digits == 3 || year.digits == 1 || year.digits == 2 && p.before == 2 {
			return article.Time{}, false // also 14.-20. January
		}
		p.day, p.year = day.value, century(year)
		if year.digits == 2 && p.calendar == thaiMonth {
			p.year = 2500 + year.value
		}
	} else if p.aloneLen != 0 {
		return article.Time{}, false
	}
	p.toOurCalendar()
	if p.year < firstYear || p.year > lastYear || p.month < 1 || p.month > 12 || p.day < 1 {
		return article.Time{}, false
	}
	date := time.Date(p.year, time.Month(p.month), p.day, 0, 0, 0, 0, time.UTC)
	if date.Day() != p.day { // 30 February
		return article.Time{}, false
	}
	if p.timed == article.NoTime || p.hour == 0 && p.min == 0 && p.sec == 0 && p.nsec == 0 {
		if p.year == 1970 && date.YearDay() == 1 {
			return article.Time{}, false
		}
		return article.Time{When: date, Precision: article.Day}, true
	}
	t := article.Time{Precision: p.timed, Zoned: p.zoned}
	t.When = time.Date(p.year, time.Month(p.month), p.day, p.hour, p.min, p.sec, p.nsec, time.UTC)
	if p.rule && summer(t.When) {
		p.offset += 3600
	}
	if p.offset != 0 {
		t.When = t.When.Add(-time.Duration(p.offset) * time.Second).In(time.FixedZone("", p.offset))
	}
	return t, true
}

// century gives a year of two digits its century, as RFC 2822 and its readers do.
func century(n number) int {
	switch {
	case n.digits != 2:
		return n.value
	case n.value >= 70:
		return 1900 + n.value
	}
	return 2000 + n.value
}

// digits reads a run of digits. Of a run too long to be a part of a date only
// the length counts.
func (p *parser) digits() number {
	var n number
	for ; p.digitAt(p.i); p.i++ {
		if n.digits++; n.digits <= 9 {
			n.value = n.value*10 + int(p.s[p.i]-'0')
		}
	}
	return n
}

// at returns the byte at i, 0 beyond the end.
func (p *parser) at(i int) byte {
	if i < len(p.s) {
		return p.s[i]
	}
	return 0
}

func (p *parser) digitAt(i int) bool { return p.at(i) >= '0' && p.at(i) <= '9' }

// skipTo skips to behind the next c.
func (p *parser) skipTo(c byte) bool {
	n := strings.IndexByte(p.s[p.i:], c)
	p.i += n + 1
	return n >= 0
}

func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// decimal returns the value of a short string of digits.
func decimal(s string) int {
	n := 0
	for _, c := range []byte(s) {
		n = n*10 + int(c-'0')
	}
	return n
}
