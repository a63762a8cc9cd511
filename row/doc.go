// Package row says what the rows of a report are: an article and what was found
// about it, its passages, links, credits and quotations, a story, a cluster, an outlet
// and what it has from others, a problem. Each is defined here once. Package account
// fills them, the archive keeps them from night to night, and every form of a report
// writes the columns that they list (see Cells), so that none can differ from another
// in what it shows.
//
// Numbers of packages article, credit and quote count bytes of a text; those of a
// row count code points, as its reader does.
package row
