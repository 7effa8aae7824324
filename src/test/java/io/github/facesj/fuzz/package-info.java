/**
 * Broken files of every kind that FacesJ reads: made from good ones by mutators with a seed, or by
 * a fuzzer that is guided by coverage. docs/RELIABILITY.md has the commands.
 */
package io.github.facesj.fuzz;
