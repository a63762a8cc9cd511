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
	const boat = `Паром «Тольста» в понедельник сел на мель у мыса Каррик, на борту были 214 пассажиров, три лошади и свадебный торт.

Капитан Морвен Холдейн объявил, что вода поднимется к половине пятого и что буфет будет открыт.

«Был толчок, а потом стало очень тихо», — рассказала Эйлса Кромби, которая ехала на собственную свадьбу в Порт-Эрран.

Паром снялся с мели в 16.41 и через час своим ходом пришёл в порт. Торт доехал целым.
`
	dir := t.TempDir()
	write(t, dir, "boats.jsonl",
		line(t, map[string]string{"id": "первый", "outlet": "Каррикский вестник", "date": "2025-06-01T10:00:00Z", "text": boat})+
			line(t, map[string]string{"id": "второй", "outlet": "Портовые новости", "date": "2025-06-01T14:00:00Z", "text": boat})+
			line(t, map[string]string{"id": "third", "outlet": "Ness Herald", "date": "2025-06-01T10:00:00Z", "text": ferry})+
			line(t, map[string]string{"id": "fourth", "outlet": "Erran Gleaner", "date": "2025-06-01T14:00:00Z", "text": ferry}))
	got, _ := mustRun(t, Options{Paths: []string{dir}})
	r := by(rows(t, got["report.csv"]), "article")
	require.Equal(t, "copy", r["второй"]["role"])
	require.Empty(t, r["второй"]["credited"])
	require.NotContains(t, r["второй"]["why"], "credits nobody")
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
