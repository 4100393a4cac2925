package acme;

import dev.farcall.annotation.*;
import java.util.*;

@Remote
@Http("/v1")
public interface Users {
  @Get("/{id}")
  String good(int id);

  // error: [FAR401] @Get on Users.a: path 'users' does not begin with '/' (expected: as in /{id}, or nothing).
  @Get("users")
  String a();

  // error: [FAR401] @Post on Users.b: path '/v1/{id': '{id' is no variable as {name} or {name=**} (expected: literals and variables, as in /v1/orders/{id}:cancel).
  @Post("/{id")
  String b(int id);

  // error: [FAR401] @Put on Users.c: path '/v1/{path=**}/x': '{path=**}' is not the last segment (expected: literals and variables, as in /v1/orders/{id}:cancel).
  @Put("/{path=**}/x")
  String c(String path);

  // error: [FAR401] @Delete on Users.d: path '/v1/': a segment is empty (expected: literals and variables, as in /v1/orders/{id}:cancel).
  @Delete("/")
  void d();

  @Post("/users")
  // error: [FAR401] @Status on Users.e: path 'users': it does not begin with '/' (expected: literals and variables, as in /v1/orders/{id}:cancel).
  @Status(value = 201, location = "users")
  String e();
}
