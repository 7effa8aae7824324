/**
 * Models as users know them (cards, catalogue, store) and networks as the stages use them (tensors
 * in, tensors out). DJL appears in one class here and nowhere else.
 */
package io.github.facesj.model;
