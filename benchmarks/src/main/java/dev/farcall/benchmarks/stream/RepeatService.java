package dev.farcall.benchmarks.stream;

import dev.farcall.annotation.Remote;
import java.util.concurrent.Flow;
import java.util.stream.Stream;

/** The second method of {@code farcall/testing/v1/echo.proto}, in two shapes. */
@Remote
public interface RepeatService {

  Flow.Publisher<Repeated> publish(Repeat repeat);

  Stream<Repeated> pull(Repeat repeat);
}
