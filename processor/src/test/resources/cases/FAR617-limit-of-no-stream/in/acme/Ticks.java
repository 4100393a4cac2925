package acme;

import dev.farcall.annotation.Remote;
import dev.farcall.annotation.Timeout;
import java.util.concurrent.Flow;
import java.util.stream.Stream;

@Remote
@Timeout(stream = "1h")
public interface Ticks {
  // error: [FAR617] @Timeout on Ticks.get: a stream may take 60 s, but the method answers once. Give @Timeout a value in its place.
  @Timeout(stream = "1m")
  String get();

  // error: [FAR617] @Timeout on Ticks.upload: a stream may take 60 s, but the method answers once. Give @Timeout a value in its place.
  @Timeout(stream = "1m")
  int upload(Stream<String> lines);

  /** What stands on the type is for those that answer by streams. */
  String spared();

  @Timeout(value = "0", stream = "1m")
  Flow.Publisher<String> watch();
}
