// Package report writes what a run has found: CSV for spreadsheets, JSON lines
// for programs, a folder that is there as a whole or not at all. Below it, page
// writes HTML, sheet a workbook, and terminal what a person at a terminal sees.
//
// Two ideas carry it. Rows come in their final order and go straight to disk,
// so that a report of a million articles needs no more memory than one of ten.
// And nothing is computed here: what a cell says was decided before it came,
// so that every form of a report tells the same.
//
// It reads no article and judges no evidence.
package report
