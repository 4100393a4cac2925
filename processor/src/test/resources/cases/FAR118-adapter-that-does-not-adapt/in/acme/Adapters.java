package acme;

import dev.farcall.annotation.Message;
import dev.farcall.annotation.WireAdapter;

class Money {}

class Weight {}

class Length {}

@Message
record Parcel(Length length) {}

public final class Adapters {
  private Adapters() {}

  // error: [FAR118] @WireAdapter Adapters.OneWay: has no public static method 'fromWire' of one parameter. Give it two public static methods: W toWire(T value) and T fromWire(W wire).
  @WireAdapter
  public static final class OneWay {
    public static String toWire(Money money) {
      return "";
    }
  }

  // error: [FAR118] @WireAdapter Adapters.Twisted: toWire and fromWire are not each other's inverse. Give it two public static methods: W toWire(T value) and T fromWire(W wire).
  @WireAdapter
  public static final class Twisted {
    public static String toWire(Weight weight) {
      return "";
    }

    public static Weight fromWire(int wire) {
      return new Weight();
    }
  }

  // error: [FAR118] @WireAdapter Adapters.Hidden: is not public. Make it public, so that generated code can call it.
  @WireAdapter
  static final class Hidden {
    public static String toWire(Weight weight) {
      return "";
    }

    public static Weight fromWire(String wire) {
      return new Weight();
    }
  }

  @WireAdapter
  public static final class Metres {
    public static double toWire(Length length) {
      return 1;
    }

    public static Length fromWire(double wire) {
      return new Length();
    }
  }

  // error: [FAR118] @WireAdapter Adapters.Yards: adapts Length, as Adapters.Metres does. Keep one of them.
  @WireAdapter
  public static final class Yards {
    public static double toWire(Length length) {
      return 1;
    }

    public static Length fromWire(double wire) {
      return new Length();
    }
  }
}
