/** Internal. Vectors for Python: NumPy's own format. */
package io.github.facesj.exchange.numpy;
