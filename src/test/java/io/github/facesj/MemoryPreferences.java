package io.github.facesj;

import java.util.HashMap;
import java.util.Map;
import java.util.prefs.AbstractPreferences;
import java.util.prefs.Preferences;
import java.util.prefs.PreferencesFactory;

/**
 * Preferences that end with the process. Java keeps the real ones in a place that differs from
 * system to system (a folder, the registry, a property list) and can be moved on one of them only.
 */
public final class MemoryPreferences extends AbstractPreferences {

  /** Named by {@code -Djava.util.prefs.PreferencesFactory}. */
  public static final class Factory implements PreferencesFactory {

    private final Preferences user = new MemoryPreferences(null, "");
    private final Preferences system = new MemoryPreferences(null, "");

    @Override
    public Preferences userRoot() {
      return user;
    }

    @Override
    public Preferences systemRoot() {
      return system;
    }
  }

  private final Map<String, String> values = new HashMap<>();
  private final Map<String, MemoryPreferences> children = new HashMap<>();

  private MemoryPreferences(MemoryPreferences parent, String name) {
    super(parent, name);
  }

  @Override
  protected void putSpi(String key, String value) {
    values.put(key, value);
  }

  @Override
  protected String getSpi(String key) {
    return values.get(key);
  }

  @Override
  protected void removeSpi(String key) {
    values.remove(key);
  }

  @Override
  protected void removeNodeSpi() {
    if (parent() instanceof MemoryPreferences parent) {
      parent.children.remove(name());
    }
  }

  @Override
  protected String[] keysSpi() {
    return values.keySet().toArray(String[]::new);
  }

  @Override
  protected String[] childrenNamesSpi() {
    return children.keySet().toArray(String[]::new);
  }

  @Override
  protected AbstractPreferences childSpi(String name) {
    return children.computeIfAbsent(name, n -> new MemoryPreferences(this, n));
  }

  @Override
  protected void syncSpi() {
    // there is nothing but the memory
  }

  @Override
  protected void flushSpi() {
    // there is nothing but the memory
  }
}
