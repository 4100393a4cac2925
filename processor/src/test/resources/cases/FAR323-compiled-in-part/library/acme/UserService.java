package acme;

import dev.farcall.annotation.*;
import java.util.*;

@Remote
public interface UserService {
  void add(String name);
}
