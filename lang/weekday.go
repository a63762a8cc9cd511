package lang

import (
	"strings"
	"time"
)

const week = 7 // days

// Weekdays returns the names of the days of the week as articles write them, from Monday on, and again from Monday on
// in further forms: whole weeks. It is empty where none are known.
func (l *Language) Weekdays() (names []string) {
	for line := range l.Lines("weekday") {
		name, _, _ := strings.Cut(line.Text, " ")
		names = append(names, name)
	}
	return names
}

// DaysAgo returns how many days before a day, 0 to 6, the last of those was that have name n of Weekdays.
func DaysAgo(day time.Weekday, n int) int {
	named := time.Weekday((n + 1) % week) // of which Sunday is the first
	return int(day-named+week) % week
}
