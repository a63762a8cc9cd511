// Package progress tells people and programs how a command comes along: a Log of
// what it has to say, and a Bar that shows how far a job has come, as one line
// that is written over on a terminal, or as a plain line or a JSON object every
// ten seconds elsewhere.
package progress
