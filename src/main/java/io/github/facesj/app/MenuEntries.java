package io.github.facesj.app;

import ij.IJ;
import ij.Menus;
import java.awt.Menu;
import java.awt.MenuItem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Brings the bridge's {@code plugins.config} into ImageJ's tables from the class path, where ImageJ
 * does not look: it reads the jars of its plugins folder only.
 */
final class MenuEntries {

  private static final String CONFIG = "/plugins.config";

  /**
   * Such as: {@code Plugins>FacesJ, "Detect Faces...", a.b.Plugin("argument")}; a separator has the
   * label {@code -} and no plugin.
   */
  private static final Pattern ENTRY =
      Pattern.compile("(?<menu>[^,#]+), \"(?<label>[^\"]+)\"(, (?<plugin>\\S.*))?");

  private static final String SEPARATOR = "-";

  private MenuEntries() {}

  /** ImageJ must have been initialised. With its window, the menus are filled as well. */
  @SuppressWarnings("unchecked") // ImageJ's table is older than generics
  static void install() throws IOException {
    for (MatchResult entry : read()) {
      if (entry.group(2).equals(SEPARATOR)) {
        if (IJ.getInstance() != null) {
          menu(entry.group(1).split(">")).addSeparator();
        }
        continue;
      }
      Menus.getCommands().put(entry.group(2), entry.group(4).strip());
      if (IJ.getInstance() != null) {
        MenuItem item = new MenuItem(entry.group(2));
        item.addActionListener(IJ.getInstance());
        menu(entry.group(1).split(">")).add(item);
      }
    }
  }

  private static List<MatchResult> read() throws IOException {
    try (InputStream in = MenuEntries.class.getResourceAsStream(CONFIG);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines.lines().flatMap(line -> ENTRY.matcher(line).results()).toList();
    }
  }

  private static Menu menu(String... path) {
    Menu menu = Menus.getImageJMenu(path[0]);
    for (int level = 1; level < path.length; level++) {
      menu = submenu(menu, path[level]);
    }
    return menu;
  }

  private static Menu submenu(Menu parent, String label) {
    for (int i = 0; i < parent.getItemCount(); i++) {
      if (parent.getItem(i) instanceof Menu menu && menu.getLabel().equals(label)) {
        return menu;
      }
    }
    Menu menu = new Menu(label);
    parent.add(menu);
    return menu;
  }
}
