/**
 * Internal. Faces into standard position: the similarity transform to a model's template, square
 * crops, and how good a face is for recognition. A network sees nothing but what leaves this room.
 */
package io.github.facesj.align;
