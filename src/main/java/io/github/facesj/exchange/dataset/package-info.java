/**
 * Internal. Formats of annotation programs and data sets: COCO, VOC, WIDER FACE, 300-W, OpenFace,
 * Udacity.
 */
package io.github.facesj.exchange.dataset;
