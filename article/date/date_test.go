package date

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"wiretrace/article"
)

func TestParse(t *testing.T) {
	tests := []struct {
		in, want string // want as Time.String writes it; empty: not understood
	}{
		// ISO 8601 and RFC 3339, whole and as scrapers cut them.
		{"2025-08-10T20:55:31-07:00", "2025-08-10T20:55:31-07:00"},
		{"2025-03-12T11:04Z", "2025-03-12T11:04Z"},
		{"2025-08-10T20:55-07:00", "2025-08-10T20:55-07:00"},
		{"2025-09-19T06:02", "2025-09-19T06:02"},
		{"2018-07-15 07:54:28", "2018-07-15T07:54:28"},
		{"2018-07-15 07:54:28+00:00", "2018-07-15T07:54:28Z"},
		{"2018-07-15 07:54:28.123456", "2018-07-15T07:54:28"},
		{"2018-07-15T07:54:28,5Z", "2018-07-15T07:54:28Z"},
		{"2018-07-15T07:54:28.000-0400", "2018-07-15T07:54:28-04:00"},
		{"2018-07-15T07:54:28-04", "2018-07-15T07:54:28-04:00"},
		{"2018-07-15t07:54:28z", "2018-07-15T07:54:28Z"},
		{"2018-07-15 07:54:28 +0000 UTC", "2018-07-15T07:54:28Z"},
		{"2018-07-15T07:54:28+02:00[Europe/Paris]", "2018-07-15T07:54:28+02:00"},
		{"2018-07-15T07:54:60Z", "2018-07-15T07:54:59Z"},
		{"2024-08-17", "2024-08-17"},
		{" 2024-08-17\n", "2024-08-17"},
		{"2024-8-7", "2024-08-07"},
		{"2024/08/17", "2024-08-17"},
		{"2024.08.17 10:30", "2024-08-17T10:30"},
		{"2024-08-17+02:00", "2024-08-17"},
		{"2024-08-17Z", ""},
		{"20191119", "2019-11-19"},
		{"20191119T101112Z", "2019-11-19T10:11:12Z"},
		{"20191119101112", "2019-11-19T10:11:12"},
		{"201911191011", "2019-11-19T10:11"},

		// A colon before milliseconds.
		{"2022-01-10T22:06:08:684Z", "2022-01-10T22:06:08Z"},
		{"2022-01-10 22:06:08:68", ""},

		// Figures with spaces around their separators.
		{"4. 2. 2022", "2022-02-04"},
		{"4.\u20092.\u20092022.", "2022-02-04"},
		{"pátek 18. 11. 2022 10:15", "2022-11-18T10:15"},
		{"26 | 01 | 2022", "2022-01-26"},
		{"01 / 26 / 2022", "2022-01-26"},
		{"2022 / 01 / 26", "2022-01-26"},
		{"26 - 01 - 2022", "2022-01-26"},
		{"05 | 01 | 2022", ""},
		{"26 | 01 / 2022", ""},
		{"26 | 01 | 22", ""},
		{"10:15 | 26 January 2022", "2022-01-26T10:15"},
		{"22.04.2020 / 10:30", "2020-04-22T10:30"},
		{"22.04.2020 / 23.04.2020", ""},
		{"4. 2022", ""},
		{"4. 2. 22", ""},

		// Persian typed with letters of Arabic.
		{"2 تير 1399", "2020-06-22"},

		// A range of days has no year.
		{"14.-20. Januar", ""},
		{"5. Januar 24", "2024-01-05"},

		// Midnight says that only the day is known.
		{"2024-08-17T00:00:00Z", "2024-08-17"},
		{"2024-08-17T00:00:00.000-04:00", "2024-08-17"},
		{"2024-08-17 00:00", "2024-08-17"},
		{"2024-08-17T00:00:01Z", "2024-08-17T00:00:01Z"},
		{"Sat, 17 Aug 2024 00:00:00 GMT", "2024-08-17"},

		// Feeds, mail, programs.
		{"Sun, 06 Nov 1994 08:49:37 GMT", "1994-11-06T08:49:37Z"},
		{"Mon, 11 Aug 2025 15:20:00 +0100", "2025-08-11T15:20:00+01:00"},
		{"11 Aug 25 15:20 EDT", "2025-08-11T15:20-04:00"},
		{"Tue, 11 Mar 2025 22:05:00 WIB", "2025-03-11T22:05:00+07:00"},
		{"8 April 2025 14:40 TRT", "2025-04-08T14:40+03:00"},
		{"April 8, 2025 2:40 PM ACST", "2025-04-08T14:40+09:30"},
		{"8 April 2025, 14:40 NPT", "2025-04-08T14:40+05:45"},
		{"Apr 8, 2025 10:00 NDT", "2025-04-08T10:00-02:30"},
		{"Updated: April 8, 2025 14:40 IST", ""}, // says when it was changed
		{"April 8, 2025 14:40 IST", "2025-04-08T14:40"},
		{"April 08, 2025 02:40 pm IST", "2025-04-08T14:40"},
		{"8 April 2025 14:40 UK time", "2025-04-08T14:40"},
		{"8 April 2025, 14:40 local time", "2025-04-08T14:40"},
		{"8 April 2025 IST", ""},
		{"8 April 2025 14:40 XYZ", ""},
		{"Sunday, 06-Nov-94 08:49:37 GMT", "1994-11-06T08:49:37Z"},
		{"Sun Nov  6 08:49:37 1994", "1994-11-06T08:49:37"},
		{"Sun Nov  6 08:49:37 PST 1994", "1994-11-06T08:49:37-08:00"},
		{"Sat Aug 17 2024 10:00:00 GMT+0200 (Central European Summer Time)", "2024-08-17T10:00:00+02:00"},
		{"Sat, 17 Aug 2024 10:00:00 +0000 (UTC)", "2024-08-17T10:00:00Z"},
		{"17-Aug-2024", "2024-08-17"},

		// Counted since 1970.
		{"1723892699", "2024-08-17T11:04:59Z"},
		{"1723892699.25", "2024-08-17T11:04:59Z"},
		{"1723892699000", "2024-08-17T11:04:59Z"},
		{"1723892699000000", "2024-08-17T11:04:59Z"},
		{"1723852800", "2024-08-17"},
		{"0", ""},
		{"12345", ""},
		{"9999999999999", ""}, // the year 2286
		{"1970-01-01T00:00:00Z", ""},
		{"1970-01-01", ""},
		{"0001-01-01T00:00:00Z", ""},

		// As programs print them, or the calls that make them.
		{"/Date(1723892699000)/", "2024-08-17T11:04:59Z"},
		{"/Date(1723892699000+0530)/", "2024-08-17T16:34:59+05:30"},
		{"/Date(1723892699000-0400)/", "2024-08-17T07:04:59-04:00"},
		{"\\/Date(1723852800000)\\/", "2024-08-17"},
		{"/Date(1723833000000+0530)/", "2024-08-17"}, // midnight there
		{"/Date(946728000000)/", "2000-01-01T12:00:00Z"},
		{"/Date(-86399000)/", ""}, // a default rather than a day of 1969
		{"/Date(-1000000000000)/", "1938-04-24T22:13:20Z"},
		{"/Date(-62135596800000)/", ""}, // the year 1, by which .NET says that there is none
		{"/Date(0)/", ""},
		{"/Date(1723892699000+05300)/", ""},
		{"new Date(1723892699000)", "2024-08-17T11:04:59Z"},
		{"new Date(2024, 7, 17, 11, 4, 59)", "2024-08-17T11:04:59"},
		{"Date(2024,7,17)", "2024-08-17"},
		{`new Date("2024-08-17T11:04:59Z")`, "2024-08-17T11:04:59Z"},
		{`ISODate("2024-08-17T11:04:59.000Z")`, "2024-08-17T11:04:59Z"},
		{`NumberLong("1723892699000")`, "2024-08-17T11:04:59Z"},
		{"NumberLong(1723892699000)", "2024-08-17T11:04:59Z"},
		{"Timestamp(1723892699, 1)", "2024-08-17T11:04:59Z"},
		{"Timestamp('2024-08-17 11:04:59')", "2024-08-17T11:04:59"},
		{"Timestamp('2024-08-17 11:04:59+0200', tz='UTC+02:00')", "2024-08-17T11:04:59+02:00"},
		{"Timestamp('2024-08-17 11:04:59', tz='UTC')", "2024-08-17T11:04:59Z"},
		{"datetime.datetime(2024, 8, 17, 11, 4, 59)", "2024-08-17T11:04:59"},
		{"datetime.datetime(2024, 8, 17, 11, 4, tzinfo=datetime.timezone.utc)", "2024-08-17T11:04:00Z"},
		{"datetime.datetime(2024, 8, 17, 11, 4, tzinfo=datetime.timezone(datetime.timedelta(seconds=7200)))", "2024-08-17T11:04:00+02:00"},
		{"datetime.datetime(2024, 8, 17, 11, 4, tzinfo=datetime.timezone(datetime.timedelta(days=-1, seconds=72000)))", "2024-08-17T11:04:00-04:00"},
		{"datetime.datetime(2024, 8, 17, 11, 4, 59, tzinfo=tzutc())", "2024-08-17T11:04:59Z"},
		{"datetime.datetime(2024, 8, 17, 11, 4, 59, tzinfo=<DstTzInfo 'Europe/Paris' CEST+2:00:00 DST>)", "2024-08-17T11:04:59"},
		{"datetime.date(2024, 8, 17)", "2024-08-17"},
		{"datetime.date(2024, 13, 17)", ""},
		{"time.struct_time(tm_year=2024, tm_mon=8, tm_mday=17, tm_hour=11, tm_min=4, tm_sec=59, tm_wday=5, tm_yday=230, tm_isdst=0)", "2024-08-17T11:04:59"},
		{"Date()", ""},
		{"Date(today)", ""},
		{"date(2024)", ""},
		{"Update(1723892699000)", ""},
		{"17AUG2024:11:04:59", "2024-08-17T11:04:59"},
		{"20240817 110459", "2024-08-17T11:04:59"},
		{"20240817T110459+0530", "2024-08-17T11:04:59+05:30"},
		{"Aug 17, 2024 @ 11:04:59.000", "2024-08-17T11:04:59"},
		{"2024-08-17T11:04:59\u221204:00", "2024-08-17T11:04:59-04:00"},
		{"2024-08-17T11:04:59 (UTC +02:00)", "2024-08-17T11:04:59+02:00"},
		{"2024-08-17 11:04 GMT -5", "2024-08-17T11:04-05:00"},
		{"2024-08-17T11:04:59 Asia/Kolkata", "2024-08-17T11:04:59"}, // what the clocks of a place show is for its country to say
		{"2024-08-17 11:04:59 America/Argentina/Buenos_Aires", "2024-08-17T11:04:59"},
		{"2024-08-17 11:04:59.000000 Etc/UTC", "2024-08-17T11:04:59Z"},
		{"2024-08-17 11:04 US/Eastern", "2024-08-17T11:04-04:00"},
		{"2024-08-17 Asia/Kolkata", ""},

		// English, as bylines have it.
		{"August 17, 2024", "2024-08-17"},
		{"17 August 2024", "2024-08-17"},
		{"the 17th of August, 2024", "2024-08-17"},
		{"Aug. 10, 2025 8:55 p.m. PDT", "2025-08-10T20:55-07:00"},
		{"11 August 2025 6:40am BST", "2025-08-11T06:40+01:00"},
		{"August 12, 2025, 5:00 a.m.", "2025-08-12T05:00"},
		{"Mon 11 Aug 2025 15.20 BST", "2025-08-11T15:20+01:00"},
		{"11:40 PM EDT, August 10, 2025", "2025-08-10T23:40-04:00"},
		{"Posted August 10, 2025 4:15 p.m.", "2025-08-10T16:15"},
		{"Published: Monday, August 11, 2025 at 9 am", "2025-08-11T09:00"},
		{"Aug 17, 2024 | 3:26 PM ET", "2024-08-17T15:26-04:00"},
		{"Jan 17, 2024, 3:26\u202fPM ET", "2024-01-17T15:26-05:00"},
		{"March 9, 2025 12:05 pm Pacific Time", "2025-03-09T12:05-07:00"},
		{"12:30 a.m. June 3, 2021", "2021-06-03T00:30"},
		{"June 3, 2021 – 13:30 PM", "2021-06-03T13:30"},
		{"Published 17 Aug 2024, updated 18 Aug 2024", "2024-08-17"},
		{"Sept. 5, 2019", "2019-09-05"},
		{"Tues. Sept 5 2019", "2019-09-05"},

		// Other languages.
		{"17 de agosto de 2024", "2024-08-17"},
		{"Publicado el sábado, 17 de agosto de 2024 a las 10:30 h", "2024-08-17T10:30"},
		{"mar 13 ago 2024", "2024-08-13"},
		{"13 mar 2024", "2024-03-13"},
		{"Le 17 août 2024 à 10h30", "2024-08-17T10:30"},
		{"1er février 2023", "2023-02-01"},
		{"mardi 2 juillet 2019, 18h", "2019-07-02T18:00"},
		{"17. August 2024, 10:30 Uhr", "2024-08-17T10:30"},
		{"Samstag, den 2. März 2024 um 7.05 Uhr", "2024-03-02T07:05"},
		{"17.08.2024", "2024-08-17"},
		{"17.8.24, 10:30", "2024-08-17T10:30"},
		{"3.4.2024", "2024-04-03"},
		{"sabato 17 agosto 2024 ore 10.30", "2024-08-17T10:30"},
		{"giovedì 1° maggio 2025", "2025-05-01"},
		{"sábado, 17 de agosto de 2024 às 10h30", "2024-08-17T10:30"},
		{"1º de março de 2024", "2024-03-01"},
		{"SEGUNDA-FEIRA, 2 DE SETEMBRO DE 2024", "2024-09-02"},

		// Slashes, where they can mean one day only.
		{"8/17/2024", "2024-08-17"},
		{"17/8/2024 10:30", "2024-08-17T10:30"},
		{"8/17/24", "2024-08-17"},
		{"4/4/2024", "2024-04-04"},
		{"17-08-2024", "2024-08-17"},
		{"3/4/2024", ""},
		{"03-04-2024", ""},
		{"17/08/24", ""},

		// Not dates.
		{"", ""},
		{"yesterday", ""},
		{"2 hours ago", ""},
		{"2024", ""},
		{"August 2024", ""},
		{"August 17", ""},
		{"2024-08", ""},
		{"2024-02-30", ""},
		{"2024-13-01", ""},
		{"30 February 2024", ""},
		{"2024-08-17T25:00:00Z", ""},
		{"2024-08-17T10:61:00Z", ""},
		{"2024-08-17T10:00:00+99:00", ""},
		{"August 17, 2024 in Chicago", ""},
		{"Updated August 17, 2024", ""},
		{"1 2 3", ""},
		{"17 August 2024 2024-08-17", ""},
		{"10:30", ""},
		{"1789-07-14", ""},
		{"2024-08-17 11-04-59", ""},
		{"20241317", ""},
		{"99999999999999999999999", ""},
	}
	for _, tt := range tests {
		t.Run(tt.in, func(t *testing.T) {
			got, ok := Parse(tt.in)
			require.Equal(t, tt.want != "", ok, "understood %q as %s", tt.in, got)
			require.Equal(t, tt.want, got.String())
			if got.Precision == article.Day {
				require.False(t, got.Zoned)
			}
		})
	}
}

func TestParseOfItsOwnOutput(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := article.Time{Precision: rapid.SampledFrom([]article.Precision{article.Day, article.Minute, article.Second}).Draw(t, "precision")}
		when := time.Unix(rapid.Int64Range(-5e9, 4.1e9).Draw(t, "unix"), 0).UTC()
		switch want.Precision {
		case article.Day:
			want.When = when.Truncate(24 * time.Hour)
		case article.Minute, article.Second:
			if want.Zoned = rapid.Bool().Draw(t, "zoned"); want.Zoned {
				when = when.In(time.FixedZone("", 60*rapid.IntRange(-12*60, 14*60).Draw(t, "offset")))
			}
			want.When = when
		}
		if when.Year() == 1970 && when.YearDay() == 1 {
			return
		}
		s := want.String()
		got, ok := Parse(s)
		require.True(t, ok, s)
		if got.Precision == article.Day {
			require.Contains(t, s, got.String())
			return
		}
		require.Equal(t, s, got.String())
	})
}

func TestSummer(t *testing.T) {
	for in, want := range map[string]bool{
		"2024-03-10T01:59:59Z": false, "2024-03-10T02:00:00Z": true,
		"2024-11-03T01:59:59Z": true, "2024-11-03T02:00:00Z": false,
		"2006-04-02T02:00:00Z": true, "2006-04-01T12:00:00Z": false,
		"2006-10-29T02:00:00Z": false, "2006-10-28T12:00:00Z": true,
	} {
		at, err := time.Parse(time.RFC3339, in)
		require.NoError(t, err)
		require.Equal(t, want, summer(at), in)
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{
		"2025-08-10T20:55:31.123-07:00", "Sun, 06 Nov 1994 08:49:37 GMT", "17 de agosto de 2024 a las 10:30 h", "Le 1er août 2024 à 10h30",
		"11:40 PM EDT, August 10, 2025", "1723892699", "17.8.24", "8/17/2024", "Sat Aug 17 2024 10:00:00 GMT+0200 (CEST)", "mar mar 2 2024", "a.m.",
		"/Date(1723892699000+0530)/", "datetime.datetime(2024, 8, 17, 11, 4, tzinfo=datetime.timezone.utc)", "time.struct_time(tm_year=2024, tm_mon=8, tm_mday=17)", "2024-08-17T11:04:59 Asia/Kolkata",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got, ok := Parse(s)
		if !ok {
			require.Equal(t, article.Time{}, got)
			return
		}
		require.NotEqual(t, article.NoTime, got.Precision)
		require.GreaterOrEqual(t, got.When.Year(), firstYear)
		require.LessOrEqual(t, got.When.Year(), lastYear)
		from, to := got.Interval()
		require.True(t, from.Before(to))
		again, ok := Parse(got.String())
		require.True(t, ok, "%q read as %s", s, got)
		if again.Precision == article.Day { // half a second after midnight
			require.Equal(t, got.When.Format(time.DateOnly), again.String())
			return
		}
		require.Equal(t, got.When.Truncate(time.Second).UTC().Format(time.RFC3339), again.When.UTC().Format(time.RFC3339))
	})
}

func BenchmarkParse(b *testing.B) {
	for _, s := range []string{"2025-08-10T20:55:31-07:00", "Sun, 06 Nov 1994 08:49:37 GMT", "Aug. 10, 2025 8:55 p.m. PDT"} {
		b.Run(s, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Parse(s)
			}
		})
	}
}

func TestOrder(t *testing.T) {
	for _, tt := range []struct {
		in         string
		order      Order
		open       bool
		day, month string // as read with the day first and the month first
	}{
		{"03/12/2025", UnknownOrder, true, "2025-12-03", "2025-03-12"},
		{"3-4-25", UnknownOrder, true, "2025-04-03", "2025-03-04"},
		{"03/12/2025 08:15 PM", UnknownOrder, true, "2025-12-03T20:15", "2025-03-12T20:15"},
		{"22/04/2025", DayFirst, false, "2025-04-22", ""},
		{"4/22/2025", MonthFirst, false, "", "2025-04-22"},
		{"Tuesday, 22-04-2025", DayFirst, false, "2025-04-22", ""},
		{"05/05/2025", UnknownOrder, false, "2025-05-05", "2025-05-05"},
		{"2025-03-12", UnknownOrder, false, "2025-03-12", "2025-03-12"},
		{"03.12.2025", UnknownOrder, false, "2025-12-03", "2025-12-03"},
		{"12 March 2025", UnknownOrder, false, "2025-03-12", "2025-03-12"},
		{"17/08/24", UnknownOrder, false, "2024-08-17", ""},
		{"31/31/2025", UnknownOrder, false, "", ""},
		{"soon", UnknownOrder, false, "", ""},
	} {
		order, open := OrderOf(tt.in)
		require.Equal(t, tt.order, order, tt.in)
		require.Equal(t, tt.open, open, tt.in)
		day, _ := ParseAs(tt.in, DayFirst)
		require.Equal(t, tt.day, day.String(), tt.in)
		month, _ := ParseAs(tt.in, MonthFirst)
		require.Equal(t, tt.month, month.String(), tt.in)
	}
}
