package dev.farcall.discovery;

import dev.farcall.call.Endpoint;
import dev.farcall.spi.Discovery;
import dev.farcall.time.InOrder;
import dev.farcall.time.Time;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Several places as one. Each is asked on its own, and the last it knew holds while it fails. */
abstract class Joined implements Discovery.Watch {

  /**
   * What a place has said.
   *
   * @param endpoints null if it has not told any yet
   * @param why it has not told any; null if it may be about to
   */
  record Answer(@Nullable List<Endpoint> endpoints, @Nullable String why) {}

  private final Discovery.Listener listener;
  private final List<Answer> answers = new ArrayList<>();
  private final List<SteadyWatch<Endpoint>> watches = new ArrayList<>();
  private final InOrder inOrder = new InOrder();
  private volatile boolean closed;

  Joined(Discovery.Listener listener) {
    this.listener = listener;
  }

  /** What the places say together; null if one is to be waited for. */
  abstract @Nullable List<Endpoint> join(List<Answer> answers);

  Joined open(List<Discovery> places, Time time) {
    places.forEach(place -> answers.add(new Answer(null, null)));
    for (int i = 0; i < places.size(); i++) {
      int at = i;
      SteadyWatch<Endpoint> watch =
          Watches.ofEndpoints(
              places.get(i),
              time,
              new SteadyWatch.Sink<>() {
                @Override
                public void found(List<Endpoint> endpoints) {
                  inOrder.execute(() -> answered(at, new Answer(endpoints, null)));
                }

                @Override
                public void unknown(String why) {
                  inOrder.execute(() -> answered(at, new Answer(null, why)));
                }
              });
      watches.add(watch);
      watch.begin(List.of());
    }
    return this;
  }

  private void answered(int at, Answer answer) {
    if (closed) {
      return;
    }
    answers.set(at, answer);
    List<Endpoint> joined = join(List.copyOf(answers));
    if (joined == null) {
      return;
    }
    if (answers.stream().allMatch(each -> each.why() != null)) {
      listener.failed(answers.stream().map(Answer::why).collect(Collectors.joining("; ")));
    } else {
      listener.found(joined);
    }
  }

  @Override
  public void close() {
    closed = true;
    watches.forEach(SteadyWatch::close);
  }
}
