// Package date holds what the parser of dates returns.
package date

import "time"

// A Date is a date that was understood; its zero value is none.
type Date struct {
	Time time.Time
}
