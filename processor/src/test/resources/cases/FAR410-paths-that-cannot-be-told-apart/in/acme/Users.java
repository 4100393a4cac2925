package acme;

import dev.farcall.annotation.*;
import java.util.*;

@Remote
@Http("/users")
public interface Users {
  @Get("/{id}")
  String get(int id);

  // error: [FAR410] Users.find: GET /users/{name} cannot be told apart from a path of Users.get. Give one another path.
  @Get("/{name}")
  String find(String name);

  @Get("/me")
  String me();

  // error: [FAR410] Users.delete: DELETE /users/{name} cannot be told apart from a path of Accounts.delete. Give one another path.
  @Delete("/{name}")
  void delete(String name);

  @Get("/{name}:copy")
  String copy(String name);

  @Post("/twice")
  @Post("/twice")
  // error: [FAR410] Users.twice: POST /users/twice cannot be told apart from a path of Users.twice. Give one another path.
  void twice();
}
