package acme.b;

import acme.a.Left;

public record Right(Left.Other other) {}
