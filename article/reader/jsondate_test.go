package reader

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestTimesAsDatabasesWriteThem(t *testing.T) {
	for _, tt := range [][2]string{
		{`"\/Date(1723892699000+0530)\/"`, "2024-08-17T16:34:59+05:30"},
		{`"/Date(1723892699000)/"`, "2024-08-17T11:04:59Z"},
		{`{"$date": "2024-08-17T11:04:59Z"}`, "2024-08-17T11:04:59Z"},
		{`{"$date": 1723892699000}`, "2024-08-17T11:04:59Z"},
		{`{"$date": 946728000000}`, "2000-01-01T12:00:00Z"},
		{`{"$date": {"$numberLong": "-1000000000000"}}`, "1938-04-24T22:13:20Z"},
		{`{"$date": 0}`, ""},
		{`{"$timestamp": {"t": 1723892699, "i": 1}}`, "2024-08-17T11:04:59Z"},
		{`{"$numberLong": "1723892699000"}`, "2024-08-17T11:04:59Z"},
		{`{"__type": "Date", "iso": "2024-08-17T11:04:59.000Z"}`, "2024-08-17T11:04:59Z"},
		{`{"_seconds": 1723892699, "_nanoseconds": 120000000}`, "2024-08-17T11:04:59Z"},
		{`{"seconds": "1723892699", "nanos": 0}`, "2024-08-17T11:04:59Z"},
		{`{"date": "2024-08-17 11:04:59.000000", "timezone_type": 1, "timezone": "+02:00"}`, "2024-08-17T11:04:59+02:00"},
		{`{"date": "2024-08-17 11:04:59.000000", "timezone_type": 3, "timezone": "UTC"}`, "2024-08-17T11:04:59Z"},
		{`{"date": "2024-08-17 11:04:59", "timezone_type": 3, "timezone": "Europe/Paris"}`, "2024-08-17T11:04:59"},
		{`{"@type": "xsd:dateTime", "@value": "2024-08-17T11:04:59+02:00"}`, "2024-08-17T11:04:59+02:00"},
		{`{"value": "2024-08-17"}`, "2024-08-17"},
		{`{"S": "2024-08-17T11:04:59Z"}`, "2024-08-17T11:04:59Z"},
		{`{"N": "1723892699"}`, "2024-08-17T11:04:59Z"},
		{`{"raw": "Sat 17 Aug", "utc": "2024-08-17T11:04:59Z", "local": "2024-08-17 13:04"}`, "2024-08-17T11:04:59Z"},
		{`{"year": 2024, "month": 8, "day": 17}`, "2024-08-17"},
		{`{"year": "2024", "month": "August", "day": "17"}`, "2024-08-17"},
		{`{"year": 2024, "month": "AUGUST", "monthValue": 8, "dayOfMonth": 17, "hour": 11, "minute": 4, "second": 59, "nano": 0}`, "2024-08-17T11:04:59"},
		{`{"year": 2024, "month": 13, "day": 17}`, ""},
		{`[2024, 8, 17, 11, 4, 59]`, "2024-08-17T11:04:59"},
		{`[2024, 8, 17]`, "2024-08-17"},
		{`[8, 17]`, ""},
		{`["2024-08-17T11:04:59Z", "2024-08-18"]`, "2024-08-17T11:04:59Z"},
		{`{"": 1}`, ""},
		{`"20240817T110459+0530"`, "2024-08-17T11:04:59+05:30"},
		{`1.723892699E9`, "2024-08-17T11:04:59Z"},
	} {
		value, want := tt[0], tt[1]
		dir := folder(t, map[string]string{"r.json": `{"title": "A title", "text": "The story.", "published": ` + value + `}`})
		articles, _ := read(t, dir, Options{}, dir)
		require.Len(t, articles, 1, value)
		require.Equal(t, want, articles[0].Published.String(), value)
	}
}

func TestSpreadsheetDays(t *testing.T) {
	for in, want := range map[string]string{
		"45419": "2024-05-07", "45432.75": "2024-05-20T18:00", "25569": "1970-01-01", "19851": "", "99999": "", "4541": "", "45419.": "2024-05-07", "45.419": "", "454190": "",
	} {
		got, ok := spreadsheetDay(in)
		require.Equal(t, want != "", ok, in)
		if ok {
			require.Equal(t, want, got.String(), in)
		}
	}
}
