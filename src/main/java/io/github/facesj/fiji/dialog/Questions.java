package io.github.facesj.fiji.dialog;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a command asks a person first, in this order: names of its parameters, at most {@link
 * #MOST}. All its other parameters are behind <i>Details</i>.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Questions {

  /** More than this at a time is a form, not a question. */
  int MOST = 8;

  /**
   * Attribute of commands that this room writes into the recorder; imagej-legacy's own recording,
   * which writes every parameter, leaves them alone.
   */
  String OWN_RECORDING = "no-record";

  /** Names of parameters; none where there is nothing to ask. */
  String[] value();
}
