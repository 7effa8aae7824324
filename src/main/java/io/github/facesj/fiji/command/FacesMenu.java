package io.github.facesj.fiji.command;

/**
 * Where commands are in the menu. Weights grow from top to bottom through all submenus, because
 * Fiji sorts by the weight of the last entry; a step of more than 1 is a separator where a menu can
 * have one. Plain ImageJ puts a submenu before the first entry whose label is greater than its own,
 * so the names of submenus follow one another in the alphabet, and come after those of the commands
 * above them.
 */
public final class FacesMenu {

  public static final String PLUGINS = "Plugins";
  public static final String FACESJ = "FacesJ";

  public static final String PEOPLE = "People";
  public static final double PEOPLE_WEIGHT = 20;

  public static final String COLLECTION = "Photo Collection";
  public static final double COLLECTION_WEIGHT = 21;

  public static final String PICTURES = "Pictures";
  public static final double PICTURES_WEIGHT = 22;

  public static final String EXCHANGE = "Transfer";
  public static final double EXCHANGE_WEIGHT = 23;

  public static final String EVALUATE = "Validation";
  public static final double EVALUATE_WEIGHT = 24;

  private FacesMenu() {}
}
