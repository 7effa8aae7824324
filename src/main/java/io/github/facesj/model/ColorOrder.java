package io.github.facesj.model;

/** The order in which a network wants the three colours. */
public enum ColorOrder {
  RGB,
  BGR
}
