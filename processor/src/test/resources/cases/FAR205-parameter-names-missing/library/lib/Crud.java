package lib;

public interface Crud<T> {
  T get(String id);

  void ping();
}
