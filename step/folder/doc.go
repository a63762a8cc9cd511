// Package folder keeps a run of steps in a folder that all machines see, so that whoever
// drives it has only to start tasks: Begin makes the folder, Next says which tasks come
// next and checks those that ended, Task does the work of one. Everything that must hold
// whatever the engine is held here: that all tasks run one program, that each block is
// read once, and that a task done twice, or half, changes nothing.
//
// doc/scaleout.md describes the files.
package folder
