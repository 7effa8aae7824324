/**
 * How a run is watched, stopped and accounted for: the progress port, problems as values, the
 * report at the end. Nothing here knows who is watching.
 */
package io.github.facesj.run;
