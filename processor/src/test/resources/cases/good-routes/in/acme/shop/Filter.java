package acme.shop;

import java.util.List;
import java.util.Optional;

public record Filter(String article, Optional<Long> minimum, List<Integer> sizes) {}
