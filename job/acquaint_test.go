package job

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestOutletsInHandAreKnown runs a paper that the gazetteer does not have, three
// pieces that name it and one that does not.
func TestOutletsInHandAreKnown(t *testing.T) {
	dir := t.TempDir()
	const heron = "A heron has kept the swing bridge at Corran shut since Monday, and nobody may move it, the harbour office said. It has laid two eggs on the gear that turns the bridge."
	write(t, dir, "all.jsonl", strings.Join([]string{
		`{"id": "own", "outlet": "Corran Vale Spindle", "language": "en", "date": "2024-05-06", "text": "` + heron + `"}`,
		`{"id": "said", "outlet": "Morning Kettle", "language": "en", "date": "2024-05-07", "text": "Barges have waited for three days at Corran. A heron is to blame, the Corran Vale Spindle reported on Monday."}`,
		`{"id": "short", "outlet": "Tattie Times", "language": "en", "date": "2024-05-07", "text": "Barges have waited for three days at Corran. A heron is to blame, according to the Spindle."}`,
		`{"id": "byline", "outlet": "Broch Online", "language": "en", "date": "2024-05-07", "byline": "Tilda Marrow, Corran Vale Spindle", "text": "Barges have waited for three days at Corran. A heron is to blame."}`,
		`{"id": "none", "outlet": "Neep News", "language": "en", "date": "2024-05-07", "text": "A spindle of oak was stolen from the mill at Corran on Tuesday, the police said."}`,
	}, "\n"))
	want := map[string]string{"said": "reported", "short": "according to", "byline": "byline"}
	var first map[string]string
	for _, threads := range []int{1, 4} {
		got, _ := mustRun(t, Options{Paths: []string{dir}, Threads: threads})
		cues := map[string]string{}
		for _, c := range rows(t, got["credits.csv"]) {
			require.Equal(t, "Corran Vale Spindle", c["outlet"])
			cues[c["article"]] = c["cue"]
		}
		require.Equal(t, want, cues)
		if first == nil {
			first = got
		}
		require.Equal(t, first["credits.csv"], got["credits.csv"])
		require.Equal(t, first["report.csv"], got["report.csv"])
	}
}

// TestAWordMeansTheOutletInHand runs pieces of outlets whose names are other words too,
// and pieces of other countries that credit them on their days and long after.
func TestAWordMeansTheOutletInHand(t *testing.T) {
	dir := t.TempDir()
	const heron = "A heron has kept the swing bridge at Corran shut since Monday, and nobody may move it, the harbour office said."
	write(t, dir, "all.jsonl", strings.Join([]string{
		`{"id": "own", "outlet": "Mint", "language": "en", "date": "2024-05-06", "text": "` + heron + `"}`,
		`{"id": "eigen", "outlet": "Falter", "language": "de", "date": "2024-05-06", "text": "Ein Reiher sperrt seit Montag die Drehbrücke in Corran. Niemand darf ihn stören, sagt das Hafenamt."}`,
		`{"id": "said", "outlet": "The Guardian", "language": "en", "date": "2024-05-07", "text": "Barges wait at Corran. A heron is to blame, Mint reported on Monday."}`,
		`{"id": "amid", "outlet": "The Irish Times", "language": "en", "date": "2024-05-07", "text": "Barges wait at Corran. A heron is to blame, as Mint was first to report."}`,
		`{"id": "sagt", "outlet": "Frankfurter Rundschau", "language": "de", "date": "2024-05-07", "text": "In Corran warten die Schiffe. Nach einem Bericht des Falter brütet auf der Brücke ein Reiher."}`,
		`{"id": "word", "outlet": "The Guardian", "language": "en", "date": "2024-05-07", "text": "Mint grows at Corran. Nobody reported it, and nobody told the mint. Mint is green."}`,
		`{"id": "late", "outlet": "The Guardian", "language": "en", "date": "2024-06-07", "text": "Barges wait at Corran. A heron is to blame, Mint reported on Monday."}`,
	}, "\n"))
	got, _ := mustRun(t, Options{Paths: []string{dir}})
	credited := map[string]string{}
	for _, c := range rows(t, got["credits.csv"]) {
		credited[c["article"]] = c["outlet"]
	}
	require.Equal(t, map[string]string{"said": "Mint", "amid": "Mint", "sagt": "Falter"}, credited)
}

// Two capitalised words may be a writer's name that stands where the outlet should.
// One who calls itself The Harrow Ploughman is no person.
func TestAnOutletWithAnArticleIsNoPerson(t *testing.T) {
	dir := t.TempDir()
	const heron = "A heron has kept the swing bridge at Corran shut since Monday, and nobody may move it, the harbour office said. It has laid two eggs on the gear that turns the bridge."
	write(t, dir, "all.jsonl", strings.Join([]string{
		`{"id": "own", "outlet": "The Harrow Ploughman", "language": "en", "date": "2024-05-06", "text": "` + heron + `"}`,
		`{"id": "person", "outlet": "Tilda Marrow", "language": "en", "date": "2024-05-06", "text": "Barges have waited for three days at Corran, and I have waited with them."}`,
		`{"id": "said", "outlet": "Morning Kettle", "language": "en", "date": "2024-05-07", "text": "Barges have waited for three days at Corran. A heron is to blame, Harrow Ploughman reported on Monday, and the harbour master told Tilda Marrow to wait."}`,
	}, "\n"))
	got, _ := mustRun(t, Options{Paths: []string{dir}})
	list := rows(t, got["credits.csv"])
	require.Len(t, list, 1)
	require.Equal(t, "The Harrow Ploughman", list[0]["outlet"])
	require.Equal(t, "outlet", list[0]["kind"])
}

// TestShortNamesMeanWhosePieceIsRetold runs two papers of one last name, each with
// a story of its own, and pieces that call each of them "the Post".
func TestShortNamesMeanWhosePieceIsRetold(t *testing.T) {
	dir := t.TempDir()
	const heron = "A heron called Ottoline has kept the swing bridge at Corrandale shut since Monday, and harbour master Fenwick Abernethy may not move it. Brigadoon Shipping has lost three days."
	const ladder = "A ladder of forty rungs was found in the belfry of Saint Ninian at Larnockburn, and sexton Isbel Tulloch cannot tell who climbed it. Bishop Murchison wants it back."
	write(t, dir, "all.jsonl", strings.Join([]string{
		`{"id": "a", "outlet": "The Denver Post", "language": "en", "date": "2024-05-06", "text": "` + heron + `"}`,
		`{"id": "b", "outlet": "New York Post", "language": "en", "date": "2024-05-06", "text": "` + ladder + `"}`,
		`{"id": "c", "outlet": "Morning Kettle", "language": "en", "date": "2024-05-07", "text": "Ottoline the heron still holds the bridge at Corrandale, the Post reports. Fenwick Abernethy must wait, and so must Brigadoon."}`,
		`{"id": "d", "outlet": "Tattie Times", "language": "en", "date": "2024-05-07", "text": "Isbel Tulloch has a ladder in her belfry at Larnockburn, the Post reports. Murchison says it belongs to Saint Ninian."}`,
		`{"id": "e", "outlet": "Broch Online", "language": "en", "date": "2024-05-07", "text": "A tram left its rails in Quernmore on Sunday and nobody was hurt, the Post reports. Engineers wait for a crane."}`,
	}, "\n"))
	got, _ := mustRun(t, Options{Paths: []string{dir}})
	means := map[string]string{}
	for _, c := range rows(t, got["credits.csv"]) {
		means[c["article"]] = c["outlet"]
	}
	require.Equal(t, map[string]string{"c": "The Denver Post", "d": "New York Post", "e": "Post"}, means)
}

// TestOutletsInHandByTheirSigns runs a station that others name by its call sign, and outlets that
// others name by their accounts, or behind an article though their names might be people's.
func TestOutletsInHandByTheirSigns(t *testing.T) {
	dir := t.TempDir()
	const heron = "A heron has kept the swing bridge at Corran shut since Monday, and nobody may move it, the harbour office said."
	write(t, dir, "all.jsonl", strings.Join([]string{
		`{"id": "station", "outlet": "KRVX 12 News", "language": "en", "date": "2024-05-06", "text": "` + heron + `"}`,
		`{"id": "paper", "outlet": "Corran Pigeon", "language": "en", "date": "2024-05-06", "text": "` + heron + `"}`,
		`{"id": "site", "outlet": "Bridge Weekly", "language": "en", "date": "2024-05-06", "text": "` + heron + `"}`,
		`{"id": "signed", "outlet": "WQQV 9", "language": "en", "date": "2024-05-07", "text": "CORRAN, Scotland (KRVX) — Barges have waited for three days at Corran, and a heron is to blame, which sits on the gear."}`,
		`{"id": "told", "outlet": "Morning Kettle", "language": "en", "date": "2024-05-07", "text": "Barges have waited for three days at Corran. A heron is to blame, KRVX reported on Monday."}`,
		`{"id": "ran", "outlet": "Tattie Times", "language": "en", "date": "2024-05-07", "text": "Barges have waited for three days at Corran. A heron is to blame.\n\nThis story first ran in the Corran Pigeon."}`,
		`{"id": "short", "outlet": "Neep News", "language": "en", "date": "2024-05-07", "text": "Barges have waited for three days at Corran. A heron is to blame, the Pigeon reported on Monday."}`,
		`{"id": "post", "outlet": "Broch Online", "language": "en", "date": "2024-05-07", "text": "Barges have waited for three days at Corran.\n\nNEW: A heron keeps the bridge shut. My story for @bridgeweekly with pictures https://t.co/a1 — Ann Dole (@anndole) May 7, 2024\n\nNobody may move it."}`,
		`{"id": "bird", "outlet": "Heron Herald", "language": "en", "date": "2024-05-07", "text": "A pigeon sat by the heron of Corran. The pigeon told nobody why, and Corran slept."}`,
	}, "\n"))
	got, _ := mustRun(t, Options{Paths: []string{dir}})
	credited := map[string]string{}
	for _, c := range rows(t, got["credits.csv"]) {
		credited[c["article"]] = c["outlet"] + " " + c["cue"]
	}
	require.Equal(t, map[string]string{
		"signed": "KRVX 12 News dateline", "told": "KRVX 12 News reported", "ran": "Corran Pigeon credit line", "short": "Corran Pigeon reported", "post": "Bridge Weekly post",
	}, credited)
}
