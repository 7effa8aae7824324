package io.github.facesj.picture;

import io.github.facesj.face.Face;
import java.util.Optional;

/**
 * A face and what is written at it.
 *
 * @param face in pixels of the picture
 * @param name who it is, where that is known
 * @param value how sure that is, as it is to be written; empty for nothing
 */
public record LabelledFace(Face face, Optional<String> name, String value) {}
