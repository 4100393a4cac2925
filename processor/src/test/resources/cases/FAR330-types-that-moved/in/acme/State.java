package acme;

import dev.farcall.annotation.*;
import java.util.*;

@Message
@Was("Kind")
// error: [FAR330] State was acme.Kind and becomes acme.State, and its constants in JSON and reflection name it. Pin it: @Message(name = "acme.Kind"), or accept the break: mode=update-breaking.
enum State { NEW, OLD }
