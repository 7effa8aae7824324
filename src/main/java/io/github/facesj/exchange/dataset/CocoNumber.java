package io.github.facesj.exchange.dataset;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import io.github.facesj.io.Decimals;
import java.io.IOException;
import java.math.BigDecimal;

/** Numbers in JSON, of which one with absurdly many digits is refused before it is worked out. */
final class CocoNumber extends TypeAdapter<BigDecimal> {

  /** Stands, as itself and not as its value, for what is no number. */
  static final BigDecimal NONE = new BigDecimal(-1);

  @Override
  public BigDecimal read(JsonReader json) throws IOException {
    if (json.peek() == JsonToken.NULL) {
      json.nextNull();
      return null;
    }
    String text = json.nextString();
    try {
      return Decimals.parse(text);
    } catch (IllegalArgumentException e) {
      return NONE; // whoever needs it says which part lacks it
    }
  }

  @Override
  public void write(JsonWriter json, BigDecimal value) throws IOException {
    json.value(value);
  }
}
