package acme;

import dev.farcall.call.CallContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Answers. */
final class UsersImpl implements Users {

  @Override
  public User get(String id, Optional<String> tenant) throws NoSuchUser {
    if (id.isEmpty()) {
      throw new NoSuchUser(id);
    }
    return new User(id, tenant.orElse("none"));
  }

  @Override
  public void add(User user, CallContext context) {}

  @Override
  public int count(List<String> names) {
    return names.size();
  }

  @Override
  public Stream<User> list(String prefix) {
    return Stream.of(new User("1", prefix), new User("2", prefix));
  }

  @Override
  public int addAll(Stream<User> users) {
    return (int) users.count();
  }

  @Override
  public boolean remove(String id) {
    return true;
  }
}
