package acme;

import dev.farcall.annotation.Encoding;
import dev.farcall.annotation.Encoding.Form;
import dev.farcall.annotation.Message;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

@Message
public record Lists(
    List<Integer> numbers,
    List<Boolean> flags,
    @Encoding(Form.SIGNED) List<Long> signed,
    @Encoding(Form.FIXED) List<Integer> fixed,
    List<Double> rates,
    List<Short> smalls,
    List<String> texts,
    List<byte[]> blobs,
    List<BigDecimal> decimals,
    Collection<LocalDate> dates,
    List<Duration> durations,
    List<Colour> colours,
    Set<Level> levels,
    Set<UUID> ids,
    List<Point> points,
    List<Shape> shapes,
    List<Cents> cents,
    List<Sku> skus,
    Set<Temperature> temperatures,
    int[] ints,
    @Encoding(Form.UNSIGNED) long[] longs,
    double[] doubles,
    float[] floats,
    boolean[] booleans,
    short[] shorts,
    String[] strings,
    Point[] pointArray,
    Colour[] colourArray,
    Page<Point>[] pages) {}
