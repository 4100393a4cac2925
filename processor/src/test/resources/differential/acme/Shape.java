package acme;

import java.util.List;

public sealed interface Shape {
  record Circle(double radius) implements Shape {}

  record Polygon(List<Point> corners) implements Shape {}

  record Nothing() implements Shape {}

  sealed interface Solid extends Shape {}

  record Cube(int edge) implements Solid {}

  record Ball(double radius, Point centre) implements Solid {}
}
