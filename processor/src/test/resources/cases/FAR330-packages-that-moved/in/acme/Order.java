package acme;

import dev.farcall.annotation.*;
import java.util.*;

@Message
// error: [FAR330] acme/v2/acme.proto is the lock of proto package acme.v1, and the package would be acme.v2: all wire names would change. Pin it: @Schema("acme.v1") in package-info.java. To change them run mode=update-breaking, and delete the file.
record Order(String sku) {}
