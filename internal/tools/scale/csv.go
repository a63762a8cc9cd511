package scale

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/klauspost/compress/zstd"
)

// rows calls use with the named columns of each row of a file of a report. The
// cells are good until the next row.
func rows(report, name string, columns []string, use func(cells []string) error) error {
	path := filepath.Join(report, name)
	f, err := os.Open(path)
	if errors.Is(err, os.ErrNotExist) {
		if compressed, missing := os.Open(path + ".zst"); missing == nil {
			f, err = compressed, nil
		}
	}
	if err != nil {
		return fmt.Errorf("read report: %w", err)
	}
	defer f.Close()
	plain := io.Reader(f)
	if strings.HasSuffix(f.Name(), ".zst") {
		z, err := zstd.NewReader(f, zstd.WithDecoderConcurrency(1))
		if err != nil {
			return fmt.Errorf("read report: %w", err)
		}
		defer z.Close()
		plain = z
	}
	in := bufio.NewReaderSize(plain, 1<<20)
	if mark, err := in.Peek(3); err == nil && string(mark) == "\ufeff" {
		_, _ = in.Discard(3)
	}
	r := csv.NewReader(in)
	r.ReuseRecord = true
	header, err := r.Read()
	if err != nil {
		return fmt.Errorf("read report %s: %w", path, err)
	}
	at := make([]int, len(columns))
	for k, c := range columns {
		if at[k] = slices.Index(header, c); at[k] < 0 {
			return fmt.Errorf("read report %s: it has no column %s", path, c)
		}
	}
	cells := make([]string, len(columns))
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("read report %s: %w", path, err)
		}
		for k, c := range at {
			cells[k] = row[c]
		}
		if err := use(cells); err != nil {
			return fmt.Errorf("read report %s: %w", path, err)
		}
	}
}

func span(from, to string) (start, end int, err error) {
	if start, err = strconv.Atoi(from); err != nil {
		return 0, 0, err
	}
	end, err = strconv.Atoi(to)
	return start, end, err
}
