// Package report writes what a run has found: CSV for spreadsheets, JSON lines
// for programs, a folder that is there as a whole or not at all. It also reads a
// report back, as a whole or one cluster of it. Below it, page writes HTML, sheet a
// workbook, and terminal what a person at a terminal sees.
//
// A Writer takes rows (package row) in their final order and sends them straight to
// disk, so that a report of a million articles needs no more memory than one of ten.
// What a cell says was decided before it came here, so that every form of a report
// tells the same.
package report
