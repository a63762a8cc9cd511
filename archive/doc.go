// Package archive keeps in one SQLite file what earlier runs read and found:
// the nightly memory. It knows plain columns, for people, and blobs, for the
// program, whose insides are their makers' business; see doc/archive.md for
// the schema.
//
// One Archive may write at a time, held apart by a lock beside the file. What
// a night adds lands in one transaction, so that a kill at any moment leaves
// the archive as it was before the night or as it is after it. Readers work
// on while a Night is open and see the state before it.
//
// Every blob is stored with a checksum that is compared whenever it is read.
package archive
