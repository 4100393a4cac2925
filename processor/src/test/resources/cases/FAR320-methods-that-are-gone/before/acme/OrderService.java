package acme;

import dev.farcall.annotation.*;
import java.util.*;

@Remote
public interface OrderService {
  int count();

  String watch();
}
