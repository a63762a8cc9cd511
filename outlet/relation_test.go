package outlet

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func at(day string) [2]int64 {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		panic(err)
	}
	return [2]int64{t.Unix(), t.AddDate(0, 0, 1).Unix()}
}

func TestRelations(t *testing.T) {
	const table = `# What we know of.
outlet; takes from; bond; since; until; note
Plains Herald; AP; licence; 2020-01-01; 2024-06-30; ended
gull.example; The Pier Post; same publisher;;;
Erran Echo; Reuters;;;;
`
	r, err := Default().ReadRelations(strings.NewReader(table), "relations.csv")
	require.NoError(t, err)
	for _, c := range []struct {
		name, outlet, from string
		published          [2]int64
		want               Bond
		owner              string
	}{
		{"by licence, the agency by its whole name", "Plains Herald", "Associated Press", at("2024-06-30"), Licence, ""},
		{"before it began", "Plains Herald", "Associated Press", at("2019-12-31"), NoBond, ""},
		{"after it ended", "Plains Herald", "Associated Press", at("2024-07-01"), NoBond, ""},
		{"of no known day", "Plains Herald", "Associated Press", [2]int64{}, Licence, ""},
		{"the other way round", "Associated Press", "Plains Herald", at("2024-01-01"), NoBond, ""},
		{"one publisher", "gull.example", "Pier Post", at("2024-01-01"), SameHouse, ""},
		{"one publisher, the other way round", "The Pier Post", "gull.example", at("2024-01-01"), SameHouse, ""},
		{"a licence where no bond is named", "Erran Echo", "Reuters", [2]int64{}, Licence, ""},
		{"strangers", "Erran Echo", "The Pier Post", [2]int64{}, NoBond, ""},
		{"built in: one owner", "Asbury Park Press", "Akron Beacon Journal", [2]int64{}, SameHouse, "Gannett"},
		{"built in: two owners", "Asbury Park Press", "Houston Chronicle", [2]int64{}, NoBond, ""},
		{"an outlet is no stranger to itself, nor bound", "CNN", "cnn.com", [2]int64{}, NoBond, ""},
		{"nobody", "", "Reuters", [2]int64{}, NoBond, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			bond, owner := r.Between(c.outlet, c.from, c.published)
			require.Equal(t, c.want, bond)
			require.Equal(t, c.owner, owner)
		})
	}
	bond, _ := new(Relations).Between("Asbury Park Press", "Akron Beacon Journal", [2]int64{})
	require.Equal(t, NoBond, bond, "the zero value knows none")
	bond, _ = Default().Relations().Between("Asbury Park Press", "Akron Beacon Journal", [2]int64{})
	require.Equal(t, SameHouse, bond, "without a table the owners still do")
}

func TestRelationsThatAreWrong(t *testing.T) {
	for _, c := range []struct{ name, table, want string }{
		{"empty", "", "relations.csv: no line names the columns"},
		{"a column that there is not", "outlet,takes_from,price\n", `relations.csv:1: unknown column "price"`},
		{"a column missing", "outlet,bond\n", `relations.csv:1: no column "takes_from"`},
		{"an outlet missing", "outlet,takes_from\nA,\n", `relations.csv:2: outlet and takes_from are needed, not "A" and ""`},
		{"another bond", "outlet,takes_from,bond\nA,B,friends\n", `relations.csv:2: unknown bond "friends" (licence or same publisher)`},
		{"no day", "outlet,takes_from,since\nA,B,May\n", `relations.csv:2: not a day: "May"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Default().ReadRelations(strings.NewReader(c.table), "relations.csv")
			require.ErrorContains(t, err, c.want)
		})
	}
}

func FuzzRelations(f *testing.F) {
	f.Add("outlet,takes_from,bond,since,until\nA,B,licence,2024-01-01,\n")
	f.Add("\ufeffoutlet\ttakes from\n\"a\tb\n")
	g := Default()
	f.Fuzz(func(t *testing.T, table string) {
		r, err := g.ReadRelations(strings.NewReader(table), "t")
		if err == nil {
			_, _ = r.Between("A", "B", [2]int64{})
		}
	})
}
