/**
 * Internal. An archive of a photo collection at work: index, cluster, identify, look for similar
 * faces, export, contact sheets.
 */
package io.github.facesj.collection;
