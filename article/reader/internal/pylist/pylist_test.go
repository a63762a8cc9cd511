package pylist

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestListsAsStrings(t *testing.T) {
	for in, want := range map[string]string{
		`['Ada Crane', 'Jo Field']`:                                 "Ada Crane, Jo Field",
		`["Ada Crane","Jo O'Field"]`:                                "Ada Crane, Jo O'Field",
		`['Ada Crane', "Jo O'Field"]`:                               "Ada Crane, Jo O'Field",
		`['Ada Crane' 'Jo Field']`:                                  "Ada Crane, Jo Field",
		`array(['Ada Crane', 'Jo Field'], dtype=object)`:            "Ada Crane, Jo Field",
		`('Ada Crane',)`:                                            "Ada Crane",
		`['Jo O\'Field', None]`:                                     "Jo O'Field",
		`[{'name': 'Ada Crane', 'id': 7}, {'id': 8, 'name': 'Jo'}]`: "Ada Crane, Jo",
		`[{"name": "Ada Crane", "url": null}]`:                      "Ada Crane",
		`{'href': 'https://example.com', 'title': 'The Example'}`:   "The Example",
		`[{'title': 'Editor', 'name': 'Ada Crane', 'url': 'x'}]`:    "Ada Crane",
		`{'title': 'Editor', 'id': 7}`:                              `{'title': 'Editor', 'id': 7}`,
		`[Ada Crane, Jo Field]`:                                     "Ada Crane, Jo Field",
		`[]`:                                                        "",
		`['']`:                                                      "",
		`Ada Crane`:                                                 "Ada Crane",
		`(Reuters)`:                                                 "(Reuters)",
		`['Ada Crane', 'Jo`:                                         `['Ada Crane', 'Jo`,
		`['Ada Crane'; 'Jo']`:                                       `['Ada Crane'; 'Jo']`,
		`["\u00c1da"]`:                                              "Áda",
	} {
		require.Equal(t, want, Join(in, ", "), in)
	}
}
