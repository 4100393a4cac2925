package dev.farcall.discovery.dns;

import dev.farcall.call.Endpoint;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SRVRecord;
import org.xbill.DNS.Type;
import org.xbill.DNS.lookup.LookupSession;
import org.xbill.DNS.lookup.NoSuchDomainException;
import org.xbill.DNS.lookup.NoSuchRRSetException;

/**
 * Asks for a name: the addresses of a host, or the SRV records of a service (RFC 2782) and the
 * addresses of their targets. Of the latter those of the lowest priority count, by their weights,
 * which are those of all addresses of a target together; a target that is not known has none.
 *
 * @param named the port of all addresses; null if SRV records say it
 */
record Question(Name name, @Nullable Endpoint named, LookupSession session) {

  CompletionStage<Answer> ask() {
    return named == null ? services() : addresses(name, named.port(), named.host());
  }

  private CompletionStage<Answer> services() {
    return session
        .lookupAsync(name, Type.SRV)
        .thenCompose(
            result -> {
              List<SRVRecord> records = new ArrayList<>();
              for (Record each : result.getRecords()) {
                if (each instanceof SRVRecord srv) {
                  records.add(srv);
                }
              }
              int first = records.stream().mapToInt(SRVRecord::getPriority).min().orElse(0);
              CompletionStage<Answer> all = CompletableFuture.completedFuture(Answer.NONE);
              for (SRVRecord srv : records) {
                if (srv.getPriority() == first) {
                  all = all.thenCombine(of(srv), Answer::and);
                }
              }
              return all;
            })
        .exceptionally(Question::noneIfThereAreNone);
  }

  private CompletionStage<Answer> of(SRVRecord srv) {
    String host = srv.getTarget().toString(true);
    return addresses(srv.getTarget(), srv.getPort(), host)
        .exceptionally(Question::noneIfNotKnown)
        .thenApply(found -> weighted(found, srv));
  }

  /** The weight is that of the target, and not of each of its addresses. */
  private static Answer weighted(Answer found, SRVRecord srv) {
    double each = Math.max(1, srv.getWeight()) / (double) Math.max(1, found.endpoints().size());
    return new Answer(
        found.endpoints().stream().map(endpoint -> endpoint.withWeight(each)).toList(),
        Math.min(found.timeToLive(), srv.getTTL()));
  }

  private CompletionStage<Answer> addresses(Name host, int port, String serverName) {
    CompletionStage<Answer> four = addresses(host, Type.A, port, serverName);
    CompletionStage<Answer> six = addresses(host, Type.AAAA, port, serverName);
    return four.handle(Result::new).thenCombine(six.handle(Result::new), Result::either);
  }

  /** Of one kind of address. */
  private record Result(@Nullable Answer answer, @Nullable Throwable failed) {

    /** There are networks whose servers refuse what is asked of the other kind. */
    static Answer either(Result four, Result six) {
      if (four.answer != null && six.answer != null) {
        return four.answer.and(six.answer);
      }
      for (Result one : List.of(four, six)) {
        if (one.answer != null && !one.answer.endpoints().isEmpty()) {
          return one.answer;
        }
      }
      throw new CompletionException(four.failed != null ? four.failed : six.failed);
    }
  }

  private CompletionStage<Answer> addresses(Name host, int type, int port, String serverName) {
    return session
        .lookupAsync(host, type)
        .thenApply(
            result -> {
              List<Endpoint> endpoints = new ArrayList<>();
              long timeToLive = Long.MAX_VALUE;
              for (Record each : result.getRecords()) {
                InetAddress address = address(each);
                if (address != null) {
                  endpoints.add(
                      Endpoint.of(address.getHostAddress(), port).withServerName(serverName));
                  timeToLive = Math.min(timeToLive, each.getTTL());
                }
              }
              return endpoints.isEmpty() ? Answer.NONE : new Answer(endpoints, timeToLive);
            })
        .exceptionally(Question::noneIfThereAreNone);
  }

  private static @Nullable InetAddress address(Record answer) {
    if (answer instanceof ARecord four) {
      return four.getAddress();
    }
    return answer instanceof AAAARecord six ? six.getAddress() : null;
  }

  /** The name is there but has no such records: that is an answer. */
  private static Answer noneIfThereAreNone(Throwable failed) {
    return noneIf(NoSuchRRSetException.class, failed);
  }

  /** One target that is gone must not take those with it that are not. */
  private static Answer noneIfNotKnown(Throwable failed) {
    return noneIf(NoSuchDomainException.class, failed);
  }

  private static Answer noneIf(Class<? extends Throwable> expected, Throwable failed) {
    Throwable cause = cause(failed);
    if (expected.isInstance(cause)) {
      return Answer.NONE;
    }
    throw new CompletionException(cause);
  }

  /** Why there is no answer, for people. */
  static String why(Throwable failed) {
    Throwable cause = cause(failed);
    if (cause instanceof NoSuchDomainException none) {
      return "the name " + none.getName() + " is not known";
    }
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }

  private static Throwable cause(Throwable failed) {
    Throwable cause = failed;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }
}
