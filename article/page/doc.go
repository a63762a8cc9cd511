// Package page reads pages of news sites: the main text, and what the page
// says about itself.
package page
