package archive

import (
	_ "embed"
	"fmt"
)

// applicationID stands in the header of every archive: "wtra".
const applicationID = 0x77747261

// The version of the schema, in the header as user_version, is the number of
// steps that made it:
//
//	1  runs, files, articles, links, clusters, credits, quotes, keys, texts, words
//	2  bands are those of signatures whose shingles are divided among the bands
//	3  stock_keys, which nobody read, is gone
//	4  stories, and what pieces with more than one source need: upstream_kind,
//	   other_sources, main of credits, kind of quotes
//	5  words are those of the prose; changed_since of articles, first_copy_minutes
//	   of clusters, the table problems
//	6  told, and a checksum of each row: row_sum
//	7  kind of problems
//
// A step, once released, is never changed: an archive of each version is kept
// in testdata.
var steps = []string{schema1, schema2, schema3, schema4, schema5, schema6, schema7}

//go:embed schema1.sql
var schema1 string

//go:embed schema2.sql
var schema2 string

//go:embed schema3.sql
var schema3 string

//go:embed schema4.sql
var schema4 string

//go:embed schema5.sql
var schema5 string

//go:embed schema6.sql
var schema6 string

//go:embed schema7.sql
var schema7 string

// pageSize is in bytes. With rows of 2 to 4 KB, pages of 16 KB make a file 7
// percent smaller than pages of 8 and are as fast to read; 4 KB pages are
// slower, 32 KB pages make single texts slow to get.
const pageSize = 16384

// upgrade brings an archive from one version to the latest, in one transaction.
func upgrade(s *session, from int, steps []string) error {
	if err := s.script("BEGIN IMMEDIATE"); err != nil {
		return err
	}
	for i, step := range steps[from:] {
		if err := s.script(step); err != nil {
			_ = s.script("ROLLBACK")
			return fmt.Errorf("bring to version %d: %w", from+i+1, err)
		}
	}
	if err := sumAll(s); err != nil {
		_ = s.script("ROLLBACK")
		return fmt.Errorf("bring to version %d: %w", len(steps), err)
	}
	if err := s.script(fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", applicationID, len(steps))); err != nil {
		_ = s.script("ROLLBACK")
		return err
	}
	if err := s.script("COMMIT"); err != nil {
		_ = s.script("ROLLBACK")
		return err
	}
	return nil
}
