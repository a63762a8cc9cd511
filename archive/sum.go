package archive

import (
	"context"
	"database/sql/driver"
	"encoding/binary"
	"fmt"
	"math"
	"strings"

	"github.com/zeebo/xxh3"
	"modernc.org/sqlite"
)

// summed are the tables of which each row has a checksum, row_sum, and the columns
// that name a row. Blobs have checksums of their own; the tables that hold nothing
// but them and numbers are left out.
var summed = []struct{ table, key string }{
	{"runs", "number"},
	{"files", "path"},
	{"articles", "number"},
	{"stories", "id"},
	{"clusters", "id"},
	{"links", "a, b"},
	{"credits", "article, n"},
	{"quotes", "article, n"},
	{"problems", "rowid"},
}

// unsummed are the columns that row_sum is not of: itself, and what is set once a
// night is in the archive.
var unsummed = map[string]bool{"row_sum": true, "delivered": true}

// sumFunction is the name of rowSum in SQL. Only this program's connections have
// it, so that nothing in the file may name it.
const sumFunction = "wiretrace_row_sum"

func init() { sqlite.MustRegisterDeterministicScalarFunction(sumFunction, -1, rowSum) }

// rowSum is the xxh3 hash of the values of a row in the order of the columns, each
// after a byte that says of what type it is: 0 NULL, 1 a whole number of eight
// bytes, also one that is stored as a fraction, 2 a fraction, 3 a text and 4 a
// blob, these after their length.
func rowSum(_ *sqlite.FunctionContext, args []driver.Value) (driver.Value, error) {
	b := make([]byte, 0, 512)
	for _, v := range args {
		switch v := v.(type) {
		case nil:
			b = append(b, 0)
		case int64:
			b = binary.LittleEndian.AppendUint64(append(b, 1), uint64(v))
		case float64:
			if whole := int64(v); float64(whole) == v {
				b = binary.LittleEndian.AppendUint64(append(b, 1), uint64(whole))
			} else {
				b = binary.LittleEndian.AppendUint64(append(b, 2), math.Float64bits(v))
			}
		case string:
			b = append(binary.AppendUvarint(append(b, 3), uint64(len(v))), v...)
		case []byte:
			b = append(binary.AppendUvarint(append(b, 4), uint64(len(v))), v...)
		default:
			return nil, fmt.Errorf("%s: a value of type %T", sumFunction, v)
		}
	}
	return int64(xxh3.Hash(b)), nil
}

// sumOf returns the expression of a row's checksum and the columns it is of; the
// columns are those of row, "new." or nothing.
func sumOf(s *session, table, row string) (sum string, columnsOf []string, err error) {
	err = s.query(context.Background(), func(r columns) error {
		if name := r.text(1); !unsummed[name] {
			columnsOf = append(columnsOf, name)
		}
		return nil
	}, "PRAGMA table_info("+table+")")
	return sumFunction + "(" + row + strings.Join(columnsOf, ", "+row) + ")", columnsOf, err
}

// keepSums has each change of a row set its checksum, for as long as the session
// lasts: other programs do not know of it.
func keepSums(s *session) error {
	for _, t := range summed {
		sum, of, err := sumOf(s, t.table, "new.")
		if err != nil {
			return err
		}
		var same []string
		for _, k := range strings.Split(t.key, ", ") {
			same = append(same, k+" = new."+k)
		}
		for name, change := range map[string]string{"added": "INSERT", "changed": "UPDATE OF " + strings.Join(of, ", ")} {
			err := s.script(fmt.Sprintf("CREATE TEMP TRIGGER IF NOT EXISTS %[1]s_%[2]s AFTER %[3]s ON main.%[1]s BEGIN UPDATE %[1]s SET row_sum = %[4]s WHERE %[5]s; END",
				t.table, name, change, sum, strings.Join(same, " AND ")))
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// sumAll sets the checksums of all rows.
func sumAll(s *session) error {
	for _, t := range summed {
		sum, _, err := sumOf(s, t.table, "")
		if err != nil {
			return err
		}
		if err := s.script("UPDATE " + t.table + " SET row_sum = " + sum); err != nil {
			return err
		}
	}
	return nil
}

// checkSums compares the checksums of all rows.
func checkSums(ctx context.Context, s *session, f *faults) error {
	for _, t := range summed {
		sum, _, err := sumOf(s, t.table, "")
		if err != nil {
			return err
		}
		names := strings.Split(t.key, ", ")
		err = s.query(ctx, func(r columns) error {
			var key []string
			for i, name := range names {
				if n, ok := r[i].(int64); ok {
					key = append(key, fmt.Sprintf("%s %d", name, n))
				} else {
					key = append(key, fmt.Sprintf("%s %q", name, r.text(i)))
				}
			}
			f.add("table %s, %s: the checksum of the row is wrong", t.table, strings.Join(key, ", "))
			return nil
		}, "SELECT "+t.key+" FROM "+t.table+" WHERE row_sum IS NOT "+sum)
		if err := f.bear(err); err != nil {
			return err
		}
	}
	return nil
}
