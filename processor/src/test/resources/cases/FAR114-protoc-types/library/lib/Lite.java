package lib;

import com.google.protobuf.GeneratedMessageLite;

/** As protoc writes it with optimize_for = LITE_RUNTIME, in outline. */
public abstract class Lite extends GeneratedMessageLite<Lite, Lite.Builder> {
  public abstract static class Builder extends GeneratedMessageLite.Builder<Lite, Builder> {
    protected Builder(Lite instance) {
      super(instance);
    }
  }
}
