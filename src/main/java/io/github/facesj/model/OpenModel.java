package io.github.facesj.model;

import io.github.facesj.api.Internal;
import io.github.facesj.api.PublicApi;
import io.github.facesj.run.FacesException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A model ready to run: its card and its networks. Each call of a network is a lease: closing the
 * model refuses later calls, and the native memory is freed when the last running call has ended.
 */
@PublicApi
public final class OpenModel implements AutoCloseable {

  /** Side of the trial picture where it is free; 32 and 64 are the usual multiples. */
  private static final int TRIAL_SIDE = 320;

  private final ModelCard card;
  private final Map<String, Network> networks;

  OpenModel(ModelCard card, Map<String, Network> networks) {
    this.card = card;
    this.networks = networks;
  }

  /**
   * @param files path of each of the card's files, in its order
   */
  static OpenModel open(ModelCard card, List<Path> files, int threads) throws FacesException {
    OpenModel model = new OpenModel(card, new LinkedHashMap<>());
    try {
      for (int i = 0; i < files.size(); i++) {
        model.networks.put(
            card.files().get(i).name(),
            Networks.open(files.get(i), "The model " + card.id(), threads));
      }
      return model;
    } catch (FacesException | RuntimeException | Error e) {
      model.close();
      throw e;
    }
  }

  public ModelCard card() {
    return card;
  }

  /** The first network, or the only one. */
  @Internal
  public Network network() {
    return networks().get(0);
  }

  /** All networks in the card's order: MTCNN has three, FSA-Net two. */
  @Internal
  public List<Network> networks() {
    return List.copyOf(networks.values());
  }

  /**
   * One network by the name of its file in the card.
   *
   * @throws IllegalArgumentException if the card has no such file
   */
  @Internal
  public Network network(String name) {
    Network network = networks.get(name);
    if (network == null) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The model %s has no network \"%s\"; it has %s.",
              card.id(),
              name,
              new ArrayList<>(networks.keySet())));
    }
    return network;
  }

  /**
   * Runs every network once on black, to see that files and card belong together.
   *
   * @throws FacesException if a network refuses the card's input or lacks an output it names
   */
  @Internal
  public void tryOut() throws FacesException {
    Set<String> found = new LinkedHashSet<>();
    List<Network> all = networks();
    for (int i = 0; i < all.size(); i++) {
      InputSpec input = card.inputs().get(Math.min(i, card.inputs().size() - 1));
      found.addAll(all.get(i).run(input.zeros(1, TRIAL_SIDE, TRIAL_SIDE)).names());
    }
    for (String output : card.outputs()) {
      if (!found.contains(output) && !(output.equals(Tensor.ONLY) && found.size() == 1)) {
        throw new FacesException(
            String.format(
                Locale.ROOT,
                "The card %s names an output %s, but its networks have %s. Correct the card.",
                card.file(),
                output,
                found));
      }
    }
  }

  /** Ends the use of the networks, without waiting for calls that still run. */
  @Override
  public void close() {
    networks.values().forEach(Network::close);
  }

  /**
   * Waits until all native memory of a closed model is freed.
   *
   * @return false if a call ran longer than that; it frees the memory at its end
   */
  @Internal
  public boolean awaitFreed(Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    boolean all = true;
    for (Network network : networks.values()) {
      all &= network.awaitFreed(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
    }
    return all;
  }
}
