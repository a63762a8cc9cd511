package article

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestWithoutLegalForm(t *testing.T) {
	for name, bare := range map[string]string{
		"Pier Post GmbH & Co. KG": "Pier Post", "Pier Post Ltd.": "Pier Post", "Pier Post, Inc.": "Pier Post", "Pier Post S.p.A.": "Pier Post", "Pier Post Pty Ltd": "Pier Post",
		"Pier Post Sp. z o.o.": "Pier Post", "Pier Post s.r.o.": "Pier Post", "Pier Post Media AS": "Pier Post Media", "Pier Post (Holdings) LLC": "Pier Post (Holdings)",
	} {
		got, legal := WithoutLegalForm(name)
		require.True(t, legal, name)
		require.Equal(t, bare, got, name)
	}
	for _, name := range []string{"Pier Post", "Diario AS", "Fast Company", "AG", "The Co-operator", ""} {
		got, legal := WithoutLegalForm(name)
		require.False(t, legal, name)
		require.Equal(t, name, got)
	}
}
