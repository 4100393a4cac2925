package acme;

import dev.farcall.annotation.*;
import java.util.*;

@Scalar
record Sku(String value) {}
