package credit

import "testing"

func TestPosts(t *testing.T) {
	runCases(t, "en", "Harlow County Courier", []creditCase{
		{"a reporter's scoop", "The bridge was closed.\npost|SCOOP: Rust on the bridge was known in spring. @politico https://t.co/a1 — Ann Dole (@anndole) May 3, 2025", []string{"Politico (post)"}},
		{"account that is a host", "The bridge was closed.\npost|Rust on the bridge was known in spring, via @nytimes pic.twitter.com/a1 — Ann Dole (@anndole)", []string{"The New York Times (post)"}},
		{"spoken to", "The bridge was closed.\npost|Hey @politico, what about the rust on the bridge? — Ann Dole (@anndole) May 3, 2025", nil},
		{"signed by it", "The bridge was closed.\npost|Rust on the bridge was known in spring. — POLITICO (@politico) May 3, 2025", nil},
		{"no outlet", "The bridge was closed.\npost|Rust on the bridge was known in spring. @oldbridgefan — Ann Dole (@anndole) May 3, 2025", nil},
		{"a reporter's own story, by the account", "The bridge was closed.\npost|NEW: Rust on the bridge was known in spring. My story for @harborreview with documents https://t.co/a1 — Ann Dole (@anndole) May 3, 2025", nil},
		{"a reporter's own story, by the account of one that is known", "The bridge was closed.\npost|NEW: Rust was known. My story for @politico with all the documents https://t.co/a1 — Ann Dole (@anndole) May 3, 2025", []string{"Politico (post)"}},
		{"a reporter's own story, by the name", "The bridge was closed.\npost|Our scoop in tomorrow's Boston Globe: rust on the bridge was known in spring, and nobody wanted to hear of it. — Ann Dole (@anndole) May 3, 2025", []string{"The Boston Globe (post)"}},
		{"about somebody else's", "The bridge was closed.\npost|Great story in the Boston Globe about rust, and nobody wanted to hear of it. — Ann Dole (@anndole) May 3, 2025", nil},
		{"in prose", "The bridge was closed, Ann Dole told everybody, and thanked @politico", nil},
	})
	runCases(t, "en", "Politico", []creditCase{
		{"its own", "The bridge was closed.\npost|Rust on the bridge was known in spring. @politico — Ann Dole (@anndole) May 3, 2025", nil},
	})
}
