package dev.farcall.discovery.dns;

import dev.farcall.call.Endpoint;
import dev.farcall.spi.Discovery;
import dev.farcall.spi.TargetUri;
import dev.farcall.time.Time;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Name;
import org.xbill.DNS.lookup.LookupSession;

/** The endpoints of a name. Each watch asks on its own, whenever what it knows has run out. */
final class DnsDiscovery implements Discovery {

  private final TargetUri target;
  private final Question question;
  private final Time time;

  /**
   * One.
   *
   * @param named the port of all addresses; null if SRV records say it
   */
  DnsDiscovery(
      TargetUri target, Name name, @Nullable Endpoint named, LookupSession session, Time time) {
    this.target = target;
    this.question = new Question(name, named, session);
    this.time = time;
  }

  @Override
  public Watch watch(Listener listener) {
    DnsWatch watch = new DnsWatch(question, listener, time);
    watch.ask();
    return watch;
  }

  @Override
  public void close() {}

  @Override
  public String toString() {
    return target.text();
  }
}
