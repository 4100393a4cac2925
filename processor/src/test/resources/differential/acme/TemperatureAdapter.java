package acme;

import dev.farcall.annotation.WireAdapter;

@WireAdapter
public final class TemperatureAdapter {
  private TemperatureAdapter() {}

  public static int toWire(Temperature temperature) {
    return temperature.tenths();
  }

  public static Temperature fromWire(int tenths) {
    return new Temperature(tenths);
  }
}
