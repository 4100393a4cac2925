package acme;

import dev.farcall.annotation.*;
import java.util.*;

@Remote
public interface UserService {
  int count();
}
