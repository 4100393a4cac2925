package dev.farcall.benchmarks.load;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One of the two processes of a peer. It does what the lines of its standard input say, answers
 * each with a line, and ends with it:
 *
 * <table>
 * <caption>Lines</caption>
 * <tr><td>{@code usage}</td><td>{@link Usage}</td></tr>
 * <tr><td>{@code check <task>}</td><td>{@code right}; a client's</td></tr>
 * <tr><td>{@code run <task> <shape> <millis>}</td><td>{@link Round}; a client's</td></tr>
 * </table>
 *
 * What fails is answered by {@code failed} and why. What the framework prints goes to the standard
 * error.
 */
public final class Worker {

  /** Stands before the port of a server, in its first line. */
  static final String PORT = "port ";

  /** The first line of a client. */
  static final String CONNECTED = "connected";

  /** The same of one that has asynchronous calls as well. */
  static final String CONNECTED_ASYNC = "connected async";

  static final String FAILED = "failed ";

  private final @Nullable Load load;

  private Worker(@Nullable Load load) {
    this.load = load;
  }

  /**
   * The whole of a peer's {@code main}; ends the process.
   *
   * @param args {@code serve <mode>} or {@code call <mode> <port>}
   */
  public static void run(Peer peer, String[] args) throws Exception {
    PrintStream answers =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    System.setOut(System.err);
    switch (args[0]) {
      case "serve" -> {
        int port = peer.serve(args[1]);
        answers.println(PORT + port);
        new Worker(null).obey(answers);
      }
      case "call" -> {
        Client client = peer.connect(args[1], Integer.parseInt(args[2]));
        answers.println(client.async(Task.ECHO) == null ? CONNECTED : CONNECTED_ASYNC);
        new Worker(new Load(client)).obey(answers);
      }
      default -> throw new IllegalArgumentException(args[0] + " (expected: serve, call)");
    }
    Runtime.getRuntime().halt(0);
  }

  private void obey(PrintStream answers) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      answers.println(answer(line.split(" ")));
    }
  }

  private String answer(String[] words) {
    try {
      if (words[0].equals("usage")) {
        return Usage.here().toString();
      }
      if (load == null) {
        throw new IllegalArgumentException("a server does not " + words[0]);
      }
      if (words[0].equals("check")) {
        load.check(Task.parse(words[1]));
        return "right";
      }
      Shape shape = Shape.parse(words[2]);
      return load.run(Task.parse(words[1]), shape, Long.parseLong(words[3])).toString();
    } catch (Exception | LinkageError e) {
      e.printStackTrace();
      return FAILED + e.toString().replace('\n', ' ');
    }
  }
}
