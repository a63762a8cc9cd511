package date

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"wiretrace/article"
)

// westernDigits returns s with digits of other scripts as 0 to 9; iranian reports
// whether any were those that Persian and Urdu use.
func westernDigits(s string) (western string, iranian bool) {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return strings.Map(func(r rune) rune {
				if r < utf8.RuneSelf || !unicode.Is(unicode.Nd, r) {
					return r
				}
				zero := r
				for unicode.Is(unicode.Nd, zero-1) && r-zero < 9 { // scripts have their ten digits in a row
					zero--
				}
				iranian = iranian || '۰' <= r && r <= '۹'
				return '0' + r - zero
			}, s), iranian
		}
	}
	return s, false
}

// unit reads the character behind a number that says what it is the number of, as
// in 2024年3月5日 and 2024년 3월 5일; known is false if none stands there.
func (p *parser) unit(n number) (ok, known bool) {
	r, size := utf8.DecodeRuneInString(p.s[p.i:])
	i := p.i
	p.i += size
	switch r {
	case '年', '년':
		year := n.value + p.era
		if p.era == 0 {
			year = century(n)
		}
		ok, p.year = p.year == 0, year
	case '月', '월':
		ok, p.month = p.month == 0, n.value
	case '日', '일', '号', '號':
		ok, p.day = p.day == 0, n.value
	case '時', '时', '點', '点', '시':
		ok = p.setClock(n.value, 0, 0, 0, article.Minute)
	case '分', '분':
		ok = p.timed == article.Minute && n.value < 60
		p.min, p.clocked = n.value, true
	case '秒', '초':
		ok = p.timed == article.Minute && n.value < 60
		p.sec, p.timed, p.clocked = n.value, article.Second, true
	default:
		p.i = i
		return false, false
	}
	return ok, true
}

// orderPair decides which of a pair is the day: by the day of the week, else by the
// order that is known.
func (p *parser) orderPair() bool {
	if p.month != 0 || p.day != 0 {
		return false
	}
	a, b := p.pair[0], p.pair[1]
	fits := func(month, day int) bool {
		w := time.Date(p.year, time.Month(month), day, 0, 0, 0, 0, time.UTC).Weekday()
		return p.weekday != 0 && int(w) == p.weekday%7
	}
	switch {
	case fits(b, a) && !fits(a, b), p.order == DayFirst && fits(b, a) == fits(a, b):
		p.month, p.day = b, a
	case fits(a, b) && !fits(b, a), p.order == MonthFirst && fits(b, a) == fits(a, b):
		p.month, p.day = a, b
	default:
		return false
	}
	return true
}

// Years of other calendars that are read as such: those of the Buddhist era, which
// no date of ours is of yet, and those of the Iranian calendar.
const (
	buddhistEra   = 543 // years before ours
	firstBuddhist = firstYear + buddhistEra
	lastBuddhist  = lastYear + buddhistEra
	firstIranian  = 1300
	lastIranian   = 1480
	anchorIranian = 1403 // which began on 20 March 2024
	longerIranian = 6    // months of 31 days, with which the year begins
)

// toOurCalendar turns a date of the Buddhist era or of the Iranian calendar into
// one of ours.
func (p *parser) toOurCalendar() {
	switch {
	case p.calendar == solarMonth || p.iranian && p.year <= lastIranian:
		longest := 30
		if p.month <= longerIranian {
			longest = 31
		}
		if p.year < firstIranian || p.year > lastIranian || p.month < 1 || p.month > 12 || p.day < 1 || p.day > longest {
			p.year = 0
			return
		}
		when := newYearIranian(p.year).AddDate(0, 0, (p.month-1)*30+min(p.month-1, longerIranian)+p.day-1)
		if !when.Before(newYearIranian(p.year + 1)) { // 30 Esfand of most years
			p.year = 0
			return
		}
		year, month, day := when.Date()
		p.year, p.month, p.day = year, int(month), day
	case p.year >= firstBuddhist && p.year <= lastBuddhist:
		p.year -= buddhistEra
	}
}

// newYearIranian returns the day on which a year of the Iranian calendar begins.
// Eight years of 33 are leap years: those y for which (25y + 11) mod 33 < 8.
func newYearIranian(year int) time.Time {
	days := func(y int) int {
		if (25*y+11)%33 < 8 {
			return 366
		}
		return 365
	}
	when := time.Date(2024, 3, 20, 0, 0, 0, 0, time.UTC)
	for y := anchorIranian; y < year; y++ {
		when = when.AddDate(0, 0, days(y))
	}
	for y := year; y < anchorIranian; y++ {
		when = when.AddDate(0, 0, -days(y))
	}
	return when
}
