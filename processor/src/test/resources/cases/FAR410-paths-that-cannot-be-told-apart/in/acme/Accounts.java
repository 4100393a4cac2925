package acme;

import dev.farcall.annotation.*;
import java.util.*;

@Remote
public interface Accounts {
  @Delete("/users/{id}")
  void delete(int id);
}
