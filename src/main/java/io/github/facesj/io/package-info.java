/**
 * Internal. Files of others read with care, and our own written whole: what every room that opens
 * or makes a file uses.
 */
package io.github.facesj.io;
