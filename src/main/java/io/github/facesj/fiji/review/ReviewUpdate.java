package io.github.facesj.fiji.review;

import io.github.facesj.archive.Decision;
import java.util.List;
import java.util.Optional;

/**
 * What the window shows from now on.
 *
 * @param rows the biggest first
 * @param names all that are known, in the order of the alphabet
 * @param undoable what would be taken back next
 * @param redoable what would be made again next
 * @param sentence what has been done; empty where nothing was asked for but to look
 */
record ReviewUpdate(
    List<ReviewRow> rows,
    List<String> names,
    Optional<Decision> undoable,
    Optional<Decision> redoable,
    String sentence) {}
