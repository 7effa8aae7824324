/**
 * Internal. Known people: a gallery is enrolled from a folder of folders, kept in one readable
 * file, and asked who a face is. It always has the answer "unknown".
 */
package io.github.facesj.gallery;
