package main

import (
	"bytes"
	"fmt"
	"os"
)

// The lines of a document between which the tables stand.
const (
	beginMark = "<!-- begin: go run ./internal/tools/fit testdata/stories -->\n"
	endMark   = "<!-- end -->\n"
)

// writeInto puts text between the marks of a document, as a block of code.
func writeInto(file string, text []byte) error {
	old, err := os.ReadFile(file)
	if err != nil {
		return fmt.Errorf("read document: %w", err)
	}
	before, rest, ok := bytes.Cut(old, []byte(beginMark))
	_, after, ends := bytes.Cut(rest, []byte(endMark))
	if !ok || !ends {
		return fmt.Errorf("document %s: it lacks the marks between which the tables stand", file)
	}
	out := bytes.Join([][]byte{
		before, []byte(beginMark), []byte("\n```\n"), bytes.TrimSpace(text), []byte("\n```\n\n"), []byte(endMark), after,
	}, nil)
	if err := os.WriteFile(file, out, 0o644); err != nil {
		return fmt.Errorf("write document: %w", err)
	}
	return nil
}
