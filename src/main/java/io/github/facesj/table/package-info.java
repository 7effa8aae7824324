/**
 * Internal. Tables with typed columns, each defined once, and the one way they are written as CSV
 * and read again.
 */
package io.github.facesj.table;
