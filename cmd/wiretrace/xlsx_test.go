package main

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/report"
)

func TestRunWritesAWorkbookOnDemand(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "r")
	execute(t, exitProblems, "run", "-q", "--xlsx", "-o", dir, "../../testdata/stories")
	require.FileExists(t, filepath.Join(dir, report.SheetFile))
	require.True(t, report.IsReport(dir), "the workbook is part of the report")
	execute(t, exitProblems, "run", "-q", "-o", dir, "../../testdata/stories")
	require.NoFileExists(t, filepath.Join(dir, report.SheetFile))
}
