/**
 * Internal. Who belongs together: from embeddings to a graph of neighbours, to clusters, to a plan
 * that keeps what people settled. Everything here is a pure function of numbers; nothing knows
 * files or names.
 */
package io.github.facesj.cluster;
