/**
 * Internal. The store of a photo collection, one SQLite file: photos, their faces, and what people
 * decided about those. Photos themselves are never written to, and what is deleted is gone from the
 * file.
 */
package io.github.facesj.archive;
