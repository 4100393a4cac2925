package dev.farcall.http;

import dev.farcall.spi.ServedServices;
import java.util.ArrayList;
import java.util.List;

/** The doors of a port, in the order in which they are asked; the last one takes what is left. */
final class FrontDoors {

  private FrontDoors() {}

  static FrontDoor open(ServedServices services, HttpSettings settings) {
    List<FrontDoor> doors = new ArrayList<>();
    doors.add(new GrpcDoor(services, settings.gzip()));
    doors.add(new HealthDoor(services.health()));
    if (settings.docs()) {
      doors.add(new DocsDoor(services.openApi().get()));
    }
    doors.add(new ConnectDoor(services));
    doors.add(new RestDoor(services));
    doors.add(new UnknownDoor());
    FrontDoor[] all = doors.toArray(new FrontDoor[0]);
    return exchange -> {
      for (FrontDoor door : all) {
        if (door.take(exchange)) {
          return true;
        }
      }
      return false;
    };
  }
}
