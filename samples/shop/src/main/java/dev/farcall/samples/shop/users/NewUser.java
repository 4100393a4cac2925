package dev.farcall.samples.shop.users;

/** What a user tells when they register. */
public record NewUser(Email email, String name) {

  private static final int MAX_NAME = 200;

  public NewUser {
    if (name.isBlank() || name.length() > MAX_NAME) {
      throw new IllegalArgumentException(
          "name: " + name.length() + " characters (expected: 1 to " + MAX_NAME + ", not blank)");
    }
  }
}
