/**
 * Internal. The commands: parameters with one-word lower-case names, and a few lines of {@code
 * run()} that hand them on. Whatever goes wrong ends in {@code cancel} with the core's own
 * sentence.
 */
package io.github.facesj.fiji.command;
