package dev.farcall.health;

/** {@code grpc.health.v1.HealthCheckResponse.ServingStatus}. */
enum Status {
  UNKNOWN(0),
  SERVING(1),
  NOT_SERVING(2),
  SERVICE_UNKNOWN(3);

  private final int number;

  Status(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }

  /** The status of a number from the wire; {@link #UNKNOWN} if there is none of that number. */
  static Status of(int number) {
    for (Status status : values()) {
      if (status.number == number) {
        return status;
      }
    }
    return UNKNOWN;
  }

  /** The status of a name in JSON; {@link #UNKNOWN} if there is none of that name. */
  static Status of(String name) {
    for (Status status : values()) {
      if (status.name().equals(name)) {
        return status;
      }
    }
    return UNKNOWN;
  }
}
