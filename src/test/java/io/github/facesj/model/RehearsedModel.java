package io.github.facesj.model;

import io.github.facesj.run.FacesException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * A real model that remembers what it gave for each input, so that it costs nothing the second
 * time, and that fails on inputs of photos it was told to fail on.
 */
public final class RehearsedModel {

  /** What goes wrong with the network. */
  @FunctionalInterface
  public interface Trouble {
    void happens() throws FacesException;
  }

  private final Map<Integer, Outputs> known = new ConcurrentHashMap<>();
  private final Map<Integer, String> photos = new ConcurrentHashMap<>();
  private final OpenModel model;
  private volatile Optional<String> rehearsed = Optional.empty();
  private volatile Function<String, Optional<Trouble>> plan = photo -> Optional.empty();

  public RehearsedModel(OpenModel real) {
    Map<String, Network> networks = new LinkedHashMap<>();
    List<Network> all = real.networks();
    for (int i = 0; i < all.size(); i++) {
      networks.put(real.card().files().get(i).name(), new Remembering(all.get(i)));
    }
    model = new OpenModel(real.card(), networks);
  }

  public OpenModel open() {
    return model;
  }

  /** Inputs from now on belong to this photo. */
  public void rehearse(String photo) {
    rehearsed = Optional.of(photo);
  }

  /** From now on, inputs of photos meet what the plan has for them. */
  public void perform(Function<String, Optional<Trouble>> how) {
    rehearsed = Optional.empty();
    plan = how;
  }

  private final class Remembering implements Network {

    private final Network real;

    Remembering(Network real) {
      this.real = real;
    }

    @Override
    public Outputs run(Tensor... inputs) throws FacesException {
      int key = System.identityHashCode(real);
      for (Tensor t : inputs) {
        key = 31 * key + t.data().duplicate().rewind().hashCode() + Arrays.hashCode(t.shape());
      }
      if (rehearsed.isPresent()) {
        photos.put(key, rehearsed.get());
      } else {
        Optional<Trouble> trouble = Optional.ofNullable(photos.get(key)).flatMap(plan);
        if (trouble.isPresent()) {
          trouble.get().happens();
        }
      }
      Outputs outputs = known.get(key);
      if (outputs == null) {
        outputs = real.run(inputs);
        known.put(key, outputs);
      }
      return outputs;
    }

    @Override
    public void close() {
      real.close();
    }
  }
}
