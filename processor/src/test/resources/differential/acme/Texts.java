package acme;

import dev.farcall.annotation.Encoding;
import dev.farcall.annotation.Encoding.Form;
import dev.farcall.annotation.Message;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Currency;
import java.util.Locale;
import java.util.UUID;

@Message
public record Texts(
    String text,
    byte[] bytes,
    ByteBuffer buffer,
    com.google.protobuf.ByteString string,
    BigDecimal decimal,
    BigInteger integer,
    UUID id,
    @Encoding(Form.BYTES) UUID shortId,
    URI address,
    Locale locale,
    Currency currency) {}
