// Package scale says how much of what was planted in a made-up corpus a report
// has found, and how much it claims that is not so.
//
// It reads the files of a report as a user would and streams them: what it
// holds is what was planted, not the report.
package scale
