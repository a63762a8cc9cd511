// Package sheet writes a report as one file of a spreadsheet, report.xlsx: a
// sheet each for clusters, articles, passages and credits, and one that says
// what the columns are.
//
// Cells have the types of what they hold: dates sort, percentages add, and an id of
// nineteen digits stays as it is. What was scraped is text, never a formula. Rows are
// streamed, so that memory does not grow with their number beyond 16 MiB a sheet.
//
// A spreadsheet has bounds, of rows and of what a cell holds. What is beyond
// them is not dropped in silence: rows go on in a further sheet, a cut text ends
// with a note, and the last sheet tells of both.
package sheet
