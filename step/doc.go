// Package step is the work of a run cut into filters, for an engine that spreads it
// over many machines. Each Step reads framed blocks, writes framed blocks, and knows
// no engine: whoever drives the steps brings the blocks of one part together, in
// order, and hands small tables that all tasks need as side files. Plan says which
// step reads what. The report that comes out is the one that package job writes, to
// the byte.
//
// The comment of each step function says what comes in, what is at its side, what goes
// out, and why the work is parted as it is. Datasets have there the names of kinds; a part
// stands behind a colon, where
//
//	place    256 articles that were read one after another (readPart)
//	article  256 articles with numbers one after another (partOf)
//	hash     what the hash of a key, an id or a line falls to
//	0        one for all: a side file, or what a step that runs alone reads
//
// Many steps write problems besides: see Steps. Blocks come sorted, whatever task wrote
// them, and a step that is done twice writes the same. Unless a comment says otherwise, a task
// holds one part at a time and its side files.
//
// doc/scaleout.md describes the blocks byte by byte.
package step
