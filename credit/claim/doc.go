// Package claim says for one article which outlets it may have its main news
// from, and how likely each is.
//
// The main news is what title and lead say. A credit is for something: an
// outlet that somebody told something in paragraph nine is the source of a
// quotation, not of the report. Each outlet that an article credits is a claim,
// measured by 26 signs of where and how it is credited; a logistic model
// turns these into a probability. Its weights are in data/weights.tsv, fitted by
// internal/tools/fit.
//
// Lines that say whose text an article is (byline, dateline, credit line) need
// no model: they are told apart here and decide by rule in package cluster,
// which also knows what text the article shares with others. This package looks
// at one article alone.
package claim
