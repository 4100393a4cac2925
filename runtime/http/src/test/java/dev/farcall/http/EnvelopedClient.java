package dev.farcall.http;

import dev.farcall.protocol.Envelope;
import dev.farcall.protocol.EnvelopeReader;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A client of gRPC-Web and of Connect's streams that knows nothing of ours but envelopes. */
final class EnvelopedClient {

  private final HttpClient client;
  private final int port;

  EnvelopedClient(int port, HttpClient.Version version) {
    this.client = HttpClient.newBuilder().version(version).build();
    this.port = port;
  }

  /** What came back. */
  record Answer(HttpResponse<byte[]> http) {
    List<Envelope> envelopes() throws Exception {
      return read(http.body());
    }

    String header(String name) {
      return http.headers().firstValue(name).orElse(null);
    }
  }

  static List<Envelope> read(byte[] body) throws Exception {
    EnvelopeReader reader = new EnvelopeReader(1 << 20);
    reader.add(body);
    List<Envelope> all = new ArrayList<>();
    for (Envelope next = reader.next(); next != null; next = reader.next()) {
      all.add(next);
    }
    return all;
  }

  Answer post(String path, String contentType, byte[] body, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/" + path))
            .timeout(Duration.ofSeconds(20))
            .header("content-type", contentType)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return new Answer(client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
  }

  /** Envelopes without flags, one after the other. */
  static byte[] envelopes(byte[]... messages) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] message : messages) {
      out.writeBytes(Envelope.frame(0, message));
    }
    return out.toByteArray();
  }

  /** A message whose field 1 is the text, of fewer than 128 bytes. */
  static byte[] text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    byte[] message = new byte[utf8.length + 2];
    message[0] = 10;
    message[1] = (byte) utf8.length;
    System.arraycopy(utf8, 0, message, 2, utf8.length);
    return message;
  }
}
