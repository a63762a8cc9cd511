package credit

import (
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
)

func TestOutletAsSubject(t *testing.T) {
	const text = "The Washington Post will close its press in Corran. The Post said the press was old. The Washington Post Guild said it was not asked. CNN and Reuters have added readers. Fox News reported that the closing was planned."
	require.Equal(t, []string{"Fox News (reported)"}, readCredits(t, article.Article{Language: "en", Title: "Post to close a press", Text: text}))
	require.Equal(t, []string{"The Washington Post (said)", "Fox News (reported)"}, readCredits(t, article.Article{Language: "en", Title: "A press to close", Text: text}), "the title is about something else")
}

func TestLabels(t *testing.T) {
	runCases(t, "en", "Harlow County Courier", []creditCase{
		{"in brackets", "The bridge was closed.\nchrome|[via Miami Herald]", []string{"Miami Herald (credit line)"}},
		{"hat tip", "The bridge was closed.\nchrome|Hat tip: Miami Herald", []string{"Miami Herald (credit line)"}},
		{"h/t", "The bridge was closed.\nchrome|h/t Miami Herald", []string{"Miami Herald (credit line)"}},
		{"a link", "The bridge was closed.\nchrome|Follow the Miami Herald", nil},
		{"reporter and verb that is a noun", "As the Miami Herald's Ann Dole reports, rust was known.", []string{"Miami Herald (reports)"}},
		{"who writes in it", "Rust was known, writes Ann Dole in the Miami Herald.", []string{"Miami Herald (writes)"}},
		{"somebody else finds it", "According to those who saw the Miami Herald's story on Friday, a diver found it.", nil},
		{"a plural, as the British have it", "Rust was known, the Miami Herald write this morning.", []string{"Miami Herald (write)"}},
		{"seen on", "Saw this on HuffPost and had to share.", []string{"HuffPost (saw this on)"}},
		{"who lives in a place", "Rust was known, writes Ann Dole in Miami.", nil},
		{"label at the end of a paragraph", "Rust was known. (h/t Miami Herald)", []string{"Miami Herald (credit line)"}},
		{"show after an outlet", "Records reviewed by the Miami Herald show that rust was known.", []string{"Miami Herald (reviewed by)"}},
		{"told, far from its country", "“It was unsafe,” the engineer told Blick.", []string{"Blick (told)"}},
	})
}
