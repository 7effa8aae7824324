/**
 * Internal. Readers and writers of files that other programs understand: tables of faces, and the
 * formats of landmark and photo tools. Each converts to its own frame and counting at its own door,
 * and writes a file whole or not at all.
 */
package io.github.facesj.exchange;
