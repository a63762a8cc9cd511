// Package terminal shows a finished report to a person at a terminal: the
// summary of a run, two texts side by side, a cluster as a tree, an article with
// its passages marked. It writes what package report holds and computes none of
// it. No byte of the texts reaches the terminal as a control sequence.
package terminal
