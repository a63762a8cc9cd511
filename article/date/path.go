package date

import (
	"strings"
	"time"

	"wiretrace/article"
)

// InPath returns the last day that a path or an address names, as
// 2024/08/17, 2024-08-17, 2024_08_17, 2024/aug/17 or 20240817, or, in addresses as Chinese papers have them, in
// parts of 2024-08/17/, 2024/08-17/ and 2024/0817/c123; else the day that begins a part, as 17-08-2024,
// if it is above twelve. A month alone is
// none, nor is a moment of fourteen digits, which says when a program ran. In
// an address, eight digits behind a hyphen are rather the number of an article.
func InPath(s string) (article.Time, bool) {
	address := strings.HasPrefix(s, "http")
	for i := len(s) - 8; i >= 0; i-- {
		if s[i] != '1' && s[i] != '2' || i > 0 && isDigit(s[i-1]) {
			continue
		}
		if i > 0 && address && isDigit(s[i+4]) && strings.IndexByte("/_", s[i-1]) < 0 {
			continue // the number of an article
		}
		if year, month, day, ok := dayAt(s[i:], address); ok {
			if t, ok := wholeDay(year, month, day); ok {
				return t, true
			}
		}
	}
	return dayFirstInPath(s)
}

// dayFirstInPath returns the last day that begins a part of a path, as 17-08-2024 or
// 17.08.2024-ferry. That of 05-06-2024 is open.
func dayFirstInPath(s string) (article.Time, bool) {
	for i := len(s) - dayFirstSize; i >= 0; i-- {
		if i > 0 && s[i-1] != '/' && s[i-1] != '\\' {
			continue
		}
		if t, ok := dayFirstAt(s[i:]); ok {
			return t, true
		}
	}
	return article.Time{}, false
}

// dayFirstSize is the length in bytes of a day in figures that begins a part of a path.
const dayFirstSize = len("17-08-2024")

// dayFirstAt reads the day above twelve that s, which has dayFirstSize bytes or more, begins with.
func dayFirstAt(s string) (article.Time, bool) {
	separator := s[2]
	if strings.IndexByte("-_.", separator) < 0 || s[5] != separator || len(s) > dayFirstSize && isDigit(s[dayFirstSize]) {
		return article.Time{}, false
	}
	day, _, ok1 := digitsAt(s, 2, 2)
	month, _, ok2 := digitsAt(s[3:], 2, 2)
	year, _, ok3 := digitsAt(s[6:], 4, 4)
	if !ok1 || !ok2 || !ok3 || day <= 12 {
		return article.Time{}, false
	}
	return wholeDay(year, month, day)
}

// wholeDay returns the day of these numbers, if the calendar has it and a path may name it: from 1970 on, but
// for the first day of that year, which programs write that know none, to 2099.
func wholeDay(year, month, day int) (article.Time, bool) {
	if year < 1970 || year >= 2100 || month < 1 || month > 12 {
		return article.Time{}, false
	}
	when := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if when.Day() != day || when.Unix() == 0 {
		return article.Time{}, false
	}
	return article.Time{When: when, Precision: article.Day}, true
}

// MonthInPath returns the month that the path of an address names, with or without a day:
// /2024/08/ferry. It must stand in parts of its own.
func MonthInPath(s string) (year int, month time.Month, ok bool) {
	for i := len(s) - len("/2024/08/"); i >= 0; i-- {
		if s[i] != '/' || s[i+5] != '/' || s[i+8] != '/' {
			continue
		}
		y, _, whole := digitsAt(s[i+1:], 4, 4)
		m, _, two := digitsAt(s[i+6:], 2, 2)
		if whole && two && y >= 1970 && y < 2100 && m >= 1 && m <= 12 {
			return y, time.Month(m), true
		}
	}
	return 0, 0, false
}

// dayAt reads the day that s, the rest of an address or of another path, begins with.
func dayAt(s string, address bool) (year, month, day int, ok bool) {
	if year, s, ok = digitsAt(s, 4, 4); !ok {
		return 0, 0, 0, false
	}
	if len(s) >= 4 && isDigit(s[0]) { // 20240817
		month, s, _ = digitsAt(s, 2, 2)
		day, s, ok = digitsAt(s, 2, 2)
		return year, month, day, ok && month >= 1 && month <= 12 && (s == "" || !isDigit(s[0]))
	}
	if s == "" || strings.IndexByte("/-_.\\", s[0]) < 0 {
		return 0, 0, 0, false
	}
	separator := s[0]
	s = s[1:]
	if month, day, ok = monthAndDay(s, separator); ok && address {
		return year, month, day, true
	}
	if len(s) > 3 && separator != '.' && !isDigit(s[0]) {
		month = monthAt(s[:3])
		s = s[3:]
	} else if month, s, ok = digitsAt(s, 1, 2); !ok {
		return 0, 0, 0, false
	}
	if month < 1 || month > 12 || s == "" || s[0] != separator {
		return 0, 0, 0, false
	}
	day, s, ok = digitsAt(s[1:], 1, 2)
	if separator == '/' && s != "" && (s[0] == '-' || s[0]|0x20 >= 'a' && s[0]|0x20 <= 'z') {
		return 0, 0, 0, false // 2024/08/3-things-to-know
	}
	return year, month, day, ok && day >= 1 && (s == "" || !isDigit(s[0]))
}

// monthAndDay reads the 08/17/ of 2024-08/17/, the 08-17/ of 2024/08-17/ and the 0817/ of 2024/0817/c123, which
// s begins with behind the separator of the year. Other parts of four digits are rather the number of an article.
func monthAndDay(s string, separator byte) (month, day int, ok bool) {
	if len(s) < len("0817/") || separator != '/' && separator != '-' {
		return 0, 0, false
	}
	month, s, ok = digitsAt(s, 2, 2)
	if !ok || month < 1 || month > 12 {
		return 0, 0, false
	}
	whole := separator == '/' && isDigit(s[0])
	if !whole {
		if s, ok = cutOther(s, separator); !ok {
			return 0, 0, false
		}
	}
	day, s, ok = digitsAt(s, 2, 2)
	if !ok || day < 1 || !strings.HasPrefix(s, "/") {
		return 0, 0, false
	}
	return month, day, !whole || countsArticle(s)
}

// countsArticle reports whether the rest of an address begins with the number of an article, as Chinese papers write it: /c123.
func countsArticle(s string) bool {
	number, ok := strings.CutPrefix(s, "/c")
	return ok && number != "" && isDigit(number[0])
}

// cutOther cuts the hyphen or the slash that s begins with, if it is not the given one of the two.
func cutOther(s string, separator byte) (rest string, ok bool) {
	if s[0] == separator || s[0] != '/' && s[0] != '-' {
		return s, false
	}
	return s[1:], true
}

// digitsAt reads the run of digits that s begins with, if it has from least to
// most of them, of which it takes most.
func digitsAt(s string, least, most int) (n int, rest string, ok bool) {
	i := 0
	for i < len(s) && i < most && isDigit(s[i]) {
		n = n*10 + int(s[i]-'0')
		i++
	}
	return n, s[i:], i >= least
}

// monthAt returns the month that has the three letters, as addresses use
// them; 0 if none has.
func monthAt(letters string) int {
	i := strings.Index("janfebmaraprmayjunjulaugsepoctnovdec", strings.ToLower(letters))
	if i < 0 || i%3 != 0 {
		return 0
	}
	return i/3 + 1
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
