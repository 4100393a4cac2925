package acme;

import dev.farcall.annotation.Remote;

// error: [FAR208] @Remote on the class Users (expected: an interface). Put it on the interface that callers use.
@Remote
public class Users {}

// error: [FAR208] @Remote on the record User (expected: an interface). Put it on the interface that callers use.
@Remote
record User(String name) {}
