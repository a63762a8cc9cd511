package job

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// The copies give no zone, so that by the earliest instant they may mean they
// come before the agency's text, whose clock is two hours behind.
func TestRowsStandInTheOrderOfTheDatesThatTheyShow(t *testing.T) {
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
