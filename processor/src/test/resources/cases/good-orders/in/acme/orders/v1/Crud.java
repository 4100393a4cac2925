package acme.orders.v1;

import java.util.UUID;

/** What every service of records can do. */
public interface Crud<T> {
  T load(UUID id);
}
