package dev.farcall.samples.shop;

import dev.farcall.samples.shop.users.Email;
import dev.farcall.samples.shop.users.EmailTaken;
import dev.farcall.samples.shop.users.NewUser;
import dev.farcall.samples.shop.users.UserService;
import java.util.List;

/**
 * How the registration of the customers went whom the sample ships.
 *
 * @param registered how many are users now
 * @param taken how many addresses another had already
 */
record Customers(int registered, int taken) {

  /** Registers them, one {@code email,name} a line. */
  static Customers register(UserService users, List<String> lines) {
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
    return new Customers(registered, taken);
  }

  @Override
  public String toString() {
    return registered + " customers registered, " + taken + " addresses were taken";
  }
}
