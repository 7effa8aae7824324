package io.github.facesj.run;

/** Which FacesJ this is. */
public final class FacesJVersion {

  /** As in the {@code pom.xml}, which a test compares. */
  public static final String NUMBER = "0.1.0-SNAPSHOT";

  private FacesJVersion() {}
}
