package io.github.facesj.picture;

/**
 * Okabe and Ito's colours, which all kinds of colour vision tell apart (jfly.uni-koeln.de/color,
 * "Color Universal Design", 2008), each {@code 0xRRGGBB}.
 */
public final class OkabeIto {

  public static final int BLACK = 0x000000;
  public static final int ORANGE = 0xe69f00;
  public static final int SKY_BLUE = 0x56b4e9;
  public static final int BLUISH_GREEN = 0x009e73;
  public static final int YELLOW = 0xf0e442;
  public static final int BLUE = 0x0072b2;
  public static final int VERMILION = 0xd55e00;
  public static final int REDDISH_PURPLE = 0xcc79a7;

  private OkabeIto() {}
}
