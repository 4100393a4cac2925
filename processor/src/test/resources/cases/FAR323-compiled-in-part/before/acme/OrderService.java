package acme;

import dev.farcall.annotation.*;
import java.util.*;

@Remote
public interface OrderService {
  void place(String sku);
}
