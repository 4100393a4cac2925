package acme;

import dev.farcall.annotation.*;
import java.util.*;

@Message
public record Order(String sku) {}
