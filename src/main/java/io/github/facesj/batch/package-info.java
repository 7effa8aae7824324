/**
 * Internal. Many photos: one run that reads, looks and hands on in order, with one rule for a bad
 * photo, and what it is used for: identify, anonymise, enrol.
 */
package io.github.facesj.batch;
