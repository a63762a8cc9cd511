package job

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// The copies give no zone, so that by the earliest instant they may mean they
// come before the agency's text, whose clock is two hours behind.
func TestRowsWithoutAZoneStandByWhatTheyShow(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "wire.jsonl",
		line(t, map[string]string{"id": "second", "outlet": "Ness Herald", "date": "2025-06-02T08:00:00", "title": "Ferry afloat again", "text": ferry})+
			line(t, map[string]string{"id": "first", "outlet": "Carrick Wire", "date": "2025-06-01T22:30:00-02:00", "title": "Ferry runs aground", "text": ferry})+
			line(t, map[string]string{"id": "third", "outlet": "Erran Post", "date": "2025-06-03T09:15:00", "title": "Cake arrives", "text": ferry})+
			line(t, map[string]string{"id": "late", "outlet": "Celle Bote", "date": "2025-06-02T08:00:00", "text": bees})+
			line(t, map[string]string{"id": "early", "outlet": "Celle Kurier", "date": "2025-06-01T20:30:00-05:00", "text": "Nobody in Celle has seen the bees since."}))
	got, _ := mustRun(t, Options{Paths: []string{dir}})
	var order []string
	for _, r := range rows(t, got["report.csv"]) {
		order = append(order, r["article"])
	}
	require.Equal(t, []string{"first", "second", "third", "early", "late"}, order)
	c := rows(t, got["clusters.csv"])[0]
	require.Equal(t, "2025-06-01T22:30:00-02:00", c["first_published"])
	require.Equal(t, "2025-06-03T09:15:00", c["last_published"])
	require.Equal(t, "Ferry runs aground", c["headline"])
}

func TestNobodyIsUncreditedInALanguageWhoseCreditsAreNotRead(t *testing.T) {
	const boat = `Το φέρι «Τόλστα» προσάραξε τη Δευτέρα στο ακρωτήριο Κάρικ με 214 επιβάτες, τρία άλογα και μια γαμήλια τούρτα.

Ο καπετάνιος Μόρβεν Χόλντεϊν ανακοίνωσε ότι το νερό θα ανέβει ως τις τεσσεράμισι και ότι το κυλικείο θα μείνει ανοιχτό.

«Έγινε ένα τράνταγμα και μετά μεγάλη ησυχία», είπε η Έιλσα Κρόμπι, που ταξίδευε για τον δικό της γάμο στο Πορτ Έραν.

Το φέρι αποκολλήθηκε στις 16.41 και μία ώρα αργότερα έφτασε με δικές του δυνάμεις στο λιμάνι. Η τούρτα έφτασε ακέραιη.
`
	dir := t.TempDir()
	write(t, dir, "boats.jsonl",
		line(t, map[string]string{"id": "πρώτο", "outlet": "Νέα του Κάρικ", "date": "2025-06-01T10:00:00Z", "text": boat})+
			line(t, map[string]string{"id": "δεύτερο", "outlet": "Λιμάνι", "date": "2025-06-01T14:00:00Z", "text": boat})+
			line(t, map[string]string{"id": "third", "outlet": "Ness Herald", "date": "2025-06-01T10:00:00Z", "text": ferry})+
			line(t, map[string]string{"id": "fourth", "outlet": "Erran Gleaner", "date": "2025-06-01T14:00:00Z", "text": ferry}))
	got, _ := mustRun(t, Options{Paths: []string{dir}})
	r := by(rows(t, got["report.csv"]), "article")
	require.Equal(t, "copy", r["δεύτερο"]["role"])
	require.Empty(t, r["δεύτερο"]["credited"])
	require.NotContains(t, r["δεύτερο"]["why"], "credits nobody")
	require.Equal(t, "no", r["fourth"]["credited"])
	require.Contains(t, r["fourth"]["why"], "credits nobody")
	for _, c := range rows(t, got["clusters.csv"]) {
		want := "0"
		if c["cluster"] == r["fourth"]["cluster"] {
			want = "1"
		}
		require.Equal(t, want, c["uncredited"])
	}
}

// TestRowsStandInTheOrderOfMoments has clocks of which the first shows the latest hour, one
// that names its zone in words, one without a zone and two that know the day alone.
func TestRowsStandInTheOrderOfMoments(t *testing.T) {
	dir := t.TempDir()
	for id, date := range map[string]string{
		"auckland": "2025-04-09T01:10+12:00", "burgundy": "8 April 2025 14:40 CEST", "london": "8 April 2025 14:05 BST", "boston": "April 8, 2025 9:30 AM EDT",
		"nowhere": "2025-04-08 13:45", "the day": "8 April 2025", "the next day": "2025-04-09", "undated": "",
	} {
		write(t, dir, id+".json", line(t, map[string]string{"id": id, "text": ferry, "date": date}))
	}
	got, _ := mustRun(t, Options{Paths: []string{dir}})
	var order []string
	list := rows(t, got["report.csv"])
	for _, r := range list {
		require.NotEmpty(t, r["cluster"])
		order = append(order, r["article"])
	}
	require.Equal(t, []string{"the day", "burgundy", "london", "auckland", "boston", "nowhere", "the next day", "undated"}, order)
	cluster := rows(t, got["clusters.csv"])[0]
	require.Equal(t, "2025-04-08", cluster["first_published"])
	require.Equal(t, "2025-04-09", cluster["last_published"])
}
