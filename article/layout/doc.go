// Package layout tells the blocks of a text from each other: headline, byline,
// date, captions and other furniture, and the prose, with its sentences. It
// goes by the text alone and by what is known of the article.
package layout
