package main

import (
	"fmt"

	"wiretrace/article/reader"
)

// sidecar reads the file that --meta names; nil if it names none.
func sidecar(file, charset string) (*reader.Sidecar, error) {
	if file == "" {
		return nil, nil
	}
	s, err := reader.ReadSidecar(file, charset)
	if err != nil {
		return nil, fmt.Errorf("--meta %w", err)
	}
	return s, nil
}
