package dev.farcall.samples.shop;

import dev.farcall.samples.shop.users.Email;
import dev.farcall.samples.shop.users.EmailTaken;
import dev.farcall.samples.shop.users.NewUser;
import dev.farcall.samples.shop.users.UserService;
import java.util.List;

/** Registers the customers that the sample ships, one {@code email,name} a line. */
final class Customers {

  private Customers() {}

  /** Registers them and tells how it went. */
  static String register(UserService users, List<String> lines) {
    int registered = 0;
    int taken = 0;
    for (String line : lines) {
      if (line.startsWith("#")) {
        continue;
      }
      String[] fields = line.split(",", 2);
      try {
        users.createUser(new NewUser(new Email(fields[0]), fields[1]));
        registered++;
      } catch (EmailTaken twice) {
        taken++;
      }
    }
    return registered + " customers registered, " + taken + " addresses were taken";
  }
}
