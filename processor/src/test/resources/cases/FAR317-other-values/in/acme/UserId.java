package acme;

import dev.farcall.annotation.*;
import java.util.*;

@Scalar
record UserId(UUID value) {}
