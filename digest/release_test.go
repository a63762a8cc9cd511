package digest

import (
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
	"wiretrace/credit"
)

// Two papers that both have it from one release reported it each by itself: the
// issuer is no outlet whose readers are brought together.
func TestReleaseBringsNobodyTogether(t *testing.T) {
	a := article.Article{
		Language: "en", Outlet: "Corrie Lamp",
		Text: "Sandpiper Marine will replace the ropes of all its customers in Corrie and Lower Skerrow, the company said in a news release.\n\n" +
			"Three boats were found adrift off Skerrow Point at dawn. Harbour master Wanda Sorley had tied them up on the evening before.",
	}
	d := mustMake(t, &a)
	require.Len(t, d.Credits, 1)
	require.Equal(t, credit.Release, d.Credits[0].Kind)
	for _, k := range d.Stories {
		require.Zero(t, k&Credited)
	}
}
