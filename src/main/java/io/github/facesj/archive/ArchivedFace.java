package io.github.facesj.archive;

import io.github.facesj.face.Box;
import io.github.facesj.face.Landmarks;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A face, without its embedding and its thumbnail, which are read when they are needed.
 *
 * @param id stays the same for ever
 * @param photo id of its photo
 * @param page 0-based picture of a stack
 * @param number from 1 in the order in which the faces of a picture were found
 * @param box in pixels of the upright picture
 * @param score the detector's, 0 to 1; 1 for a box that a person drew
 * @param quality 0 to 1, see {@link io.github.facesj.embed.FaceQuality}
 * @param points five points in pixels of the upright picture
 * @param drawn whether a person drew the box
 * @param nonface whether a person said that this is no face
 * @param cluster id of its cluster; empty where it belongs to none
 * @param settled whether a person put it there, so that no run moves it
 */
public record ArchivedFace(
    long id,
    long photo,
    int page,
    int number,
    Box box,
    double score,
    double quality,
    Optional<Landmarks> points,
    boolean drawn,
    boolean nonface,
    OptionalLong cluster,
    boolean settled) {}
