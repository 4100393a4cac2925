package acme;

import dev.farcall.annotation.Remote;
import lib.Crud;

@Remote
// error: [FAR205] Parameter names of lib.Crud.get are not in its class file. Compile it with -parameters.
public interface Users extends Crud<User> {}

record User(String name) {}
