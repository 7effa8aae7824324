package io.github.facesj.table;

/** The columns that several tables have, each defined once. */
public final class Columns {

  public static final Column<String> PHOTO =
      Column.text("photo", "name of the photo, relative to its folder, with /");
  public static final Column<Number> SLICE =
      Column.whole("slice", "number of the picture in its stack or file, from 1");
  public static final Column<Number> FACE =
      Column.whole("face", "number of the face in its picture, from 1");
  public static final Column<Number> SCORE =
      Column.decimal("score", Unit.NONE, "how sure the detector is, 0 to 1");
  public static final Column<Number> X =
      Column.decimal("x", Unit.PIXELS, "left edge of the face's box");
  public static final Column<Number> Y =
      Column.decimal("y", Unit.PIXELS, "upper edge of the face's box");
  public static final Column<Number> WIDTH =
      Column.decimal("width", Unit.PIXELS, "width of the face's box");
  public static final Column<Number> HEIGHT =
      Column.decimal("height", Unit.PIXELS, "height of the face's box");
  public static final Column<String> MODEL =
      Column.text("model", "id of the model that made the row");
  public static final Column<String> DETECTOR = Column.text("detector", "id of the detector");
  public static final Column<String> EMBEDDER =
      Column.text("embedder", "id of the embeddings, with their mirror");
  public static final Column<String> SHA256 =
      Column.text("sha256", "SHA-256 of the model's files, blanks between");
  public static final Column<String> PARAMETERS =
      Column.text("parameters", "of the work, as one would write them in a macro");
  public static final Column<String> PROBLEM =
      Column.text("problem", "why there is no result; empty where there is one");
  public static final Column<String> NAME =
      Column.text("name", "who the face is; unknown where nobody known is near enough");
  public static final Column<String> PERSON =
      Column.text("person", "name of the person; empty where it is not known");
  public static final Column<Number> CLUSTER =
      Column.whole("cluster", "id of the face's cluster; empty for a face that is alone");
  public static final Column<Number> ID = Column.whole("id", "number of the face in the archive");
  public static final Column<Number> DISTANCE =
      Column.decimal("distance", Unit.DISTANCE, "of the two faces; small where they are alike");
  public static final Column<Number> MARGIN =
      Column.decimal("margin", Unit.DISTANCE, "how much farther the next person is");
  public static final Column<String> CANDIDATE =
      Column.text("candidate", "one of the nearest people, in their order");
  public static final Column<Number> THRESHOLD =
      Column.decimal("threshold", Unit.DISTANCE, "up to which distance faces are one person's");
  public static final Column<Number> SCORE_THRESHOLD =
      Column.decimal("threshold", Unit.NONE, "least score of a face");
  public static final Column<Number> PEOPLE =
      Column.whole("people", "how many people the faces were compared with");
  public static final Column<Number> FALSE_IDENTIFICATION_RATE =
      Column.decimal(
          "false_identification_rate",
          Unit.SHARE,
          "share of strangers who get a name at this threshold");

  private Columns() {}
}
