package corpus

import (
	"encoding/json"
	"fmt"
)

// A Truth says what one article took from one other: a line of the file of
// truth. Offsets count code points of the texts, start included, end not; all
// four are 0 where no text was taken. Those of an event are where both quote the same
// words of a public speaker, which is nothing that one took from the other.
type Truth struct {
	Kind        string `json:"kind"` // of the article: copy | edited | wire | quote | credit | event | roundup
	Article     string `json:"article"`
	Source      string `json:"source"`
	Start       int    `json:"start"`
	End         int    `json:"end"`
	SourceStart int    `json:"source_start"`
	SourceEnd   int    `json:"source_end"`
	Words       int    `json:"words"`   // of the passage, as spaces part them
	Changed     int    `json:"changed"` // of these words, those exchanged for others
}

// append appends t as a line of JSON.
func (t *Truth) append(b []byte) []byte {
	return fmt.Appendf(b, `{"kind":%q,"article":%q,"source":%q,"start":%d,"end":%d,"source_start":%d,"source_end":%d,"words":%d,"changed":%d}`+"\n",
		t.Kind, t.Article, t.Source, t.Start, t.End, t.SourceStart, t.SourceEnd, t.Words, t.Changed)
}

// ParseTruth reads a line of the file of truth.
func ParseTruth(line []byte) (t Truth, err error) {
	if err := json.Unmarshal(line, &t); err != nil {
		return t, fmt.Errorf("read truth: %w", err)
	}
	return t, nil
}
