package acme;

import dev.farcall.annotation.Remote;
import dev.farcall.annotation.Rpc;

@Remote
public interface OrderService {
  String get(int id);

  // error: [FAR201] OrderService declares two methods named 'get'. RPC names must be unique: add @Rpc(name = "GetByCode") to one.
  String get(String code);

  @Rpc(name = "GetAll")
  String get();

  // error: [FAR201] OrderService: the methods 'get' and 'getAll' both have the RPC name 'GetAll'. Give one another @Rpc(name = …).
  String getAll();
}
