package dev.farcall.discovery.dns;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.directory.server.dns.io.decoder.DnsMessageDecoder;
import org.apache.directory.server.dns.io.encoder.DnsMessageEncoder;
import org.apache.directory.server.dns.messages.DnsMessage;
import org.apache.directory.server.dns.messages.QuestionRecord;
import org.apache.directory.server.dns.messages.RecordClass;
import org.apache.directory.server.dns.messages.RecordType;
import org.apache.directory.server.dns.messages.ResourceRecord;
import org.apache.directory.server.dns.messages.ResourceRecordModifier;
import org.apache.directory.server.dns.protocol.DnsProtocolHandler;
import org.apache.directory.server.dns.store.DnsAttribute;
import org.apache.directory.server.dns.store.RecordStore;
import org.apache.mina.core.buffer.IoBuffer;
import org.apache.mina.core.session.IoSession;
import org.apache.mina.filter.codec.ProtocolCodecFilter;
import org.apache.mina.filter.codec.ProtocolDecoderAdapter;
import org.apache.mina.filter.codec.ProtocolDecoderOutput;
import org.apache.mina.filter.codec.ProtocolEncoderAdapter;
import org.apache.mina.filter.codec.ProtocolEncoderOutput;
import org.apache.mina.transport.socket.nio.NioDatagramAcceptor;

/** A real server of the domain name system on a free port of the loopback interface. */
final class DnsServer implements RecordStore, AutoCloseable {

  private final NioDatagramAcceptor acceptor = new NioDatagramAcceptor();
  private final CopyOnWriteArrayList<ResourceRecord> records = new CopyOnWriteArrayList<>();
  final AtomicInteger questions = new AtomicInteger();

  DnsServer() throws IOException {
    acceptor
        .getFilterChain()
        .addLast("codec", new ProtocolCodecFilter(new Encoder(), new Decoder()));
    acceptor.setHandler(
        new DnsProtocolHandler(new org.apache.directory.server.dns.DnsServer(), this) {
          @Override
          public void sessionCreated(IoSession session) {
            // The codec is in the chain already.
          }
        });
    acceptor.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  /** It knows nothing of EDNS (RFC 6891), and so is shown nothing of it. */
  private static final class Decoder extends ProtocolDecoderAdapter {
    private static final int COUNT_OF_ADDITIONAL_RECORDS = 10;

    @Override
    public void decode(IoSession session, IoBuffer in, ProtocolDecoderOutput out)
        throws IOException {
      in.putShort(in.position() + COUNT_OF_ADDITIONAL_RECORDS, (short) 0);
      out.write(new DnsMessageDecoder().decode(in));
      in.position(in.limit());
    }
  }

  /** It knows nothing of addresses of IPv6 (RFC 3596), and so they are written here. */
  private static final class Encoder extends ProtocolEncoderAdapter {
    private static final int LARGEST = 1024;
    private static final short NAME_OF_THE_QUESTION = (short) 0xC00C;
    private static final short AAAA = 28;

    @Override
    public void encode(IoSession session, Object message, ProtocolEncoderOutput out)
        throws IOException {
      DnsMessage answer = (DnsMessage) message;
      IoBuffer bytes = IoBuffer.allocate(LARGEST);
      new DnsMessageEncoder().encode(bytes, answer);
      for (ResourceRecord each : answer.getAnswerRecords()) {
        if (each.getRecordType() == RecordType.AAAA) {
          byte[] address = InetAddress.getByName(each.get(DnsAttribute.IP_ADDRESS)).getAddress();
          bytes.putShort(NAME_OF_THE_QUESTION).putShort(AAAA).putShort((short) 1);
          bytes.putInt(each.getTimeToLive()).putShort((short) address.length).put(address);
        }
      }
      out.write(bytes.flip());
    }
  }

  String address() {
    return "127.0.0.1:" + acceptor.getLocalAddress().getPort();
  }

  void address(String name, RecordType type, String address, int timeToLive) {
    ResourceRecordModifier record = record(name, type, timeToLive);
    record.put(DnsAttribute.IP_ADDRESS, address);
    records.add(record.getEntry());
  }

  void service(String name, int priority, int weight, int port, String target, int timeToLive) {
    ResourceRecordModifier record = record(name, RecordType.SRV, timeToLive);
    record.put(DnsAttribute.SERVICE_PRIORITY, Integer.toString(priority));
    record.put(DnsAttribute.SERVICE_WEIGHT, Integer.toString(weight));
    record.put(DnsAttribute.SERVICE_PORT, Integer.toString(port));
    record.put(DnsAttribute.DOMAIN_NAME, target);
    records.add(record.getEntry());
  }

  private static ResourceRecordModifier record(String name, RecordType type, int timeToLive) {
    ResourceRecordModifier record = new ResourceRecordModifier();
    record.setDnsName(name);
    record.setDnsType(type);
    record.setDnsClass(RecordClass.IN);
    record.setDnsTtl(timeToLive);
    return record;
  }

  @Override
  public Set<ResourceRecord> getRecords(QuestionRecord question) {
    questions.incrementAndGet();
    Set<ResourceRecord> found = new LinkedHashSet<>();
    for (ResourceRecord each : records) {
      if (each.getDomainName().equalsIgnoreCase(question.getDomainName())
          && each.getRecordType() == question.getRecordType()) {
        found.add(each);
      }
    }
    return found;
  }

  @Override
  public void close() {
    acceptor.unbind();
    acceptor.dispose();
  }
}
