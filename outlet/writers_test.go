package outlet

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestWritersOfBylines(t *testing.T) {
	w := Writers{}
	for _, byline := range []string{"Ada Maria Lorne", "Cleo Anne Dunn, Ben Okoro, Tarn Valley Express", "Dina Faro, Peak Sentinel Post", ""} {
		w.Add(byline)
	}
	require.Equal(t, Writers{"ada maria lorne": true, "cleo anne dunn": true, "ben okoro": true, "dina faro": true}, w)
}
