package dev.farcall.processor.lock;

import dev.farcall.processor.lock.LockFile.Payload;
import dev.farcall.processor.lock.LockFile.Rpc;
import dev.farcall.processor.lock.LockFile.Service;
import dev.farcall.processor.model.Site;
import dev.farcall.processor.model.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The differences of services, method by method. */
final class ServiceComparison {

  private final Sites sites;
  private final Pairs pairs;
  private final List<Change> changes;

  ServiceComparison(Sites sites, Pairs pairs, List<Change> changes) {
    this.sites = sites;
    this.pairs = pairs;
    this.changes = changes;
  }

  void compare(LockFile old, LockFile now) {
    for (Service service : old.services()) {
      String name = sites.shortName(service.fullName());
      Optional<Service> present = now.service(service.fullName());
      if (present.isEmpty()) {
        Site site = sites.of(service.fullName());
        changes.add(
            Change.breaking("- service " + name, Texts.serviceRemoved(site, service.fullName())));
        continue;
      }
      compare(service, present.get());
    }
    for (Service service : now.services()) {
      if (old.service(service.fullName()).isEmpty()) {
        changes.add(
            Change.compatible(
                "+ service " + sites.shortName(service.fullName()), sites.of(service.fullName())));
      }
    }
  }

  private void compare(Service old, Service now) {
    for (Rpc rpc : old.rpcs()) {
      String name = now.fullName() + "." + rpc.name();
      Optional<Rpc> present = now.rpc(rpc.name());
      if (present.isEmpty()) {
        changes.add(
            Change.breaking(
                "- rpc " + sites.shortName(name),
                Texts.rpcRemoved(sites.of(name), sites.shortName(name), rpc.name())));
        continue;
      }
      compare(rpc, present.get(), name);
    }
    for (Rpc rpc : now.rpcs()) {
      String name = now.fullName() + "." + rpc.name();
      if (old.rpc(rpc.name()).isEmpty()) {
        changes.add(Change.compatible("+ rpc " + sites.shortName(name), sites.of(name)));
      }
    }
    if (old.deprecated() != now.deprecated()) {
      changes.add(
          Change.compatible(
              "  "
                  + sites.shortName(now.fullName())
                  + MessageComparison.deprecation(now.deprecated()),
              sites.of(now.fullName())));
    }
  }

  private void compare(Rpc old, Rpc now, String name) {
    Site site = sites.of(name);
    String label = sites.label(name);
    payload(old.request(), now.request(), "request", name);
    payload(old.response(), now.response(), "response", name);
    if (!old.idempotency().equals(now.idempotency())) {
      String was = idempotency(old);
      String is = idempotency(now);
      changes.add(
          Change.breaking(
              "  " + sites.shortName(name) + " " + was + " -> " + is,
              Texts.otherIdempotency(site, label, was, is)));
    }
    routes(old, now, name);
    if (old.deprecated() != now.deprecated()) {
      changes.add(
          Change.compatible(
              "  " + sites.shortName(name) + MessageComparison.deprecation(now.deprecated()),
              site));
    }
  }

  private void payload(Payload old, Payload now, String what, String name) {
    Payload expected = new Payload(pairs.present(old.type()), old.stream());
    boolean moved = pairs.movedTo(old.type()).filter(now.type()::equals).isPresent();
    if (expected.equals(now) || (moved && old.stream() == now.stream())) {
      return;
    }
    String cure =
        old.stream() == now.stream() && what.equals("request")
            ? "Add a method, or put the value into " + sites.shortName(old.type())
            : "Add a method";
    changes.add(
        Change.breaking(
            "  " + sites.shortName(name) + " " + what + " " + shown(old) + " -> " + shown(now),
            Texts.otherPayload(
                sites.of(name), sites.label(name), what, shown(old), shown(now), cure)));
  }

  private String shown(Payload payload) {
    return new Payload(sites.shortName(payload.type()), payload.stream()).toString();
  }

  private static String idempotency(Rpc rpc) {
    return switch (rpc.idempotency()) {
      case "" -> "neither safe nor idempotent";
      case "NO_SIDE_EFFECTS" -> "safe";
      default -> "idempotent";
    };
  }

  /** None may go, and callers take the first, which servers in the field must know. */
  private void routes(Rpc old, Rpc now, String name) {
    List<LockFile.Route> gone = new ArrayList<>(old.routes());
    gone.removeAll(now.routes());
    if (!gone.isEmpty()) {
      changes.add(
          Change.breaking(
              "  " + sites.shortName(name) + " " + shown(old) + " -> " + shown(now),
              Texts.routeGone(sites.of(name), sites.label(name), shown(gone, now), shown(now))));
    } else if (!old.routes().isEmpty() && !old.routes().contains(now.routes().get(0))) {
      changes.add(
          Change.breaking(
              "  " + sites.shortName(name) + " " + shown(old) + " -> " + shown(now),
              Texts.otherFirstRoute(
                  sites.of(name),
                  sites.label(name),
                  old.routes().get(0).toString(),
                  now.routes().get(0).toString())));
    } else if (!old.routes().equals(now.routes())) {
      changes.add(
          Change.compatible(
              "  " + sites.shortName(name) + " " + shown(old) + " -> " + shown(now),
              sites.of(name)));
    }
  }

  /** With what of a body differs, where a path stays. */
  private static String shown(List<LockFile.Route> gone, Rpc now) {
    return gone.stream()
        .map(
            each ->
                now.routes().stream().anyMatch(other -> other.toString().equals(each.toString()))
                    ? each + " with body '" + each.body() + "'"
                    : each.toString())
        .collect(Collectors.joining(", "));
  }

  private static String shown(Rpc rpc) {
    return rpc.routes().isEmpty()
        ? "no path"
        : rpc.routes().stream().map(LockFile.Route::toString).collect(Collectors.joining(", "));
  }
}
