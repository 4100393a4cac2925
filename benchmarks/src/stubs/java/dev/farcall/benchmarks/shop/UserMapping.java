package dev.farcall.benchmarks.shop;

/** What a user of protobuf-java writes to keep generated messages out of the domain. */
public final class UserMapping {

  private UserMapping() {}

  public static dev.farcall.proto.benchmarks.v1.User toMessage(User user) {
    return dev.farcall.proto.benchmarks.v1.User.newBuilder()
        .setId(user.id())
        .setName(user.name())
        .setEmail(user.email())
        .addAllTags(user.tags())
        .setActive(user.active())
        .setLogins(user.logins())
        .build();
  }

  public static User fromMessage(dev.farcall.proto.benchmarks.v1.User message) {
    return new User(
        message.getId(),
        message.getName(),
        message.getEmail(),
        message.getTagsList(),
        message.getActive(),
        message.getLogins());
  }
}
