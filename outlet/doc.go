// Package outlet knows who publishes news: papers, stations, magazines, sites,
// agencies and platforms. Its Gazetteer finds them by name, by host and in
// running text, where it tells the outlet from a word or a larger name that is
// spelled the same.
//
// What it knows is data: the tables in data/, described in data/outlets.md,
// which a table of the user's own extends.
//
// A name in a text is a Mention and no more. Whether the text credits the
// outlet is read by package credit.
package outlet
