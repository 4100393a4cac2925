package dev.farcall.samples.shop;

import java.nio.file.Path;
import java.util.List;

/**
 * What a process of a service is told.
 *
 * @param name of the service
 * @param port 0 for any
 * @param failing how many of a hundred payments fail for a while
 * @param slow milliseconds that each answer about users takes longer
 * @param folder where payments are kept, and users shared
 */
record ServiceSettings(String name, int port, int failing, int slow, Path folder) {

  /** As arguments of {@link ServiceMain}. */
  List<String> arguments() {
    return List.of(
        name,
        Integer.toString(port),
        Integer.toString(failing),
        Integer.toString(slow),
        folder.toString());
  }

  static ServiceSettings of(String[] arguments) {
    return new ServiceSettings(
        arguments[0],
        Integer.parseInt(arguments[1]),
        Integer.parseInt(arguments[2]),
        Integer.parseInt(arguments[3]),
        Path.of(arguments[4]));
  }

  /** The same at another port. */
  ServiceSettings at(int other) {
    return new ServiceSettings(name, other, failing, slow, folder);
  }

  /** The file that payments are kept in. */
  Path payments() {
    return folder.resolve("payments");
  }

  /** The file that processes of users share. */
  Path users() {
    return folder.resolve("users");
  }
}
