package sheet

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"wiretrace/report"
)

func TestFormulasOfTheDocumentation(t *testing.T) {
	doc, err := os.ReadFile("../../doc/spreadsheets.md")
	require.NoError(t, err)
	f := open(t, filepath.Join(whole(t), report.SheetFile))
	const sheet = "uses"
	_, err = f.NewSheet(sheet)
	require.NoError(t, err)
	for cell, value := range map[string]any{
		"A4": "Coast Syndicate", "B1": "The Morning Ledger", "B10": "Valley Gazette", "B20": time.Date(2025, 6, 1, 0, 0, 0, 0, time.UTC),
	} {
		require.NoError(t, f.SetCellValue(sheet, cell, value))
	}
	formulas := regexp.MustCompile("```formula ([A-Z]+[0-9]+)\n=(.*)\n```").FindAllStringSubmatch(string(doc), -1)
	for _, m := range formulas {
		require.NoError(t, f.SetCellFormula(sheet, m[1], m[2]))
	}
	path, out := filepath.Join(t.TempDir(), "uses.xlsx"), t.TempDir()
	require.NoError(t, f.SaveAs(path))
	convert(t, out, "", path)
	shown := cells(t, filepath.Join(out, "uses-"+sheet+".csv"))
	for cell, want := range map[string]string{
		"B4": "1", "C4": "0", "D4": "36.018", "B11": "1", "B12": "0.507295774647887", "B21": "2", "B22": "1",
	} {
		column, row, err := excelize.CellNameToCoordinates(cell)
		require.NoError(t, err)
		require.Equal(t, want, shown[row-1][column-1], cell)
	}
	require.Len(t, formulas, 7)
}
