package acme;

import dev.farcall.annotation.Remote;
import java.util.concurrent.Flow;
import java.util.stream.Stream;

@Remote
@SuppressWarnings("rawtypes")
public interface Ticks {
  // error: [FAR103] Type Flow.Publisher of the result of Ticks.raw is not fully known (expected: no type variable, wildcard or raw type). Name the type, as in List<String>.
  Flow.Publisher raw();

  // error: [FAR103] Type ? extends CharSequence of the result of Ticks.wild is not fully known (expected: no type variable, wildcard or raw type). Name the type, as in List<String>.
  Stream<? extends CharSequence> wild();

  void send(
      // error: [FAR103] Type Stream of parameter ticks of Ticks.send is not fully known (expected: no type variable, wildcard or raw type). Name the type, as in List<String>.
      Stream ticks);
}
