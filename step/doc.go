// Package step is the work of a run cut into filters, for an engine that spreads it
// over many machines. Each Step reads framed blocks, writes framed blocks, and knows
// no engine: whoever drives the steps brings the blocks of one part together, in
// order, and hands small tables that all tasks need as side files. Plan says which
// step reads what. The report that comes out is the one that package job writes, to
// the byte.
//
// doc/scaleout.md describes the blocks byte by byte.
package step
