package acme;

import dev.farcall.annotation.*;

@Remote
public interface Users {
  // error: [FAR613] @Fallback(Abstract.class) on Users.name: no object of Abstract can be made, since it is abstract. Make the method static, or give the class a constructor without parameters.
  @Fallback(Abstract.class)
  String name(String id);

  // error: [FAR613] @Fallback(Needy.class) on Users.title: no object of Needy can be made, since it has no constructor without parameters that can be seen. Make the method static, or give the class a constructor without parameters.
  @Fallback(Needy.class)
  String title(String id);
}

abstract class Abstract {
  String name(String id) {
    return "";
  }
}

record Needy(String given) {
  String title(String id) {
    return given;
  }
}
