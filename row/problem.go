package row

import "cmp"

// CompareProblems orders problems by file, record and reason.
func CompareProblems(x, y Problem) int {
	return cmp.Or(cmp.Compare(x.File, y.File), cmp.Compare(x.Record, y.Record), cmp.Compare(x.Reason, y.Reason), cmp.Compare(x.Kind, y.Kind))
}
