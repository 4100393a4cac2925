package acme;

import dev.farcall.annotation.Message;

@Message
// error: [FAR122] Nothing has no constants: there is nothing to send. Give it one.
enum Nothing {}
