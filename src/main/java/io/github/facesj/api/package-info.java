/** Marks what is meant for others, and kept as it is from one version to the next. */
package io.github.facesj.api;
