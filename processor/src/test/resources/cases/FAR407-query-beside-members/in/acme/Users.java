package acme;

import dev.farcall.annotation.*;
import java.util.*;

@Remote
public interface Users {
  @Post("/a")
  // error: [FAR407] @Query on Users.a(force), whose body is made of parameters (name, age): then google.api.http has nothing left for a query. Put them into one record, or mark one of them @Body.
  String a(String name, int age, @Query boolean force);
}
