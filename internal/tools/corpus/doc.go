// Package corpus makes up news by the million, to measure with: articles
// whose lengths, word frequencies and layout are those of real news, some of
// them taken from others in ways that are written down beside them.
//
// Each article is a function of the seed and of its own number alone, so that any
// number of workers make the same corpus and none of it is held: what derives from an
// article makes that article again. What is derived derives from plain articles of the
// same day only, so that the truth about any two articles is a matter of their sources.
//
// The text means nothing. It is drawn word by word, so it measures speed,
// memory and what is found of text in common; it says nothing about how well
// retold stories are recognised.
package corpus
