package acme;

import dev.farcall.annotation.Encoding;
import dev.farcall.annotation.Encoding.Form;
import dev.farcall.annotation.Message;

@Message
public record Numbers(
    boolean flag,
    byte tiny,
    short small,
    int number,
    long big,
    float ratio,
    double rate,
    @Encoding(Form.SIGNED) int signed,
    @Encoding(Form.SIGNED) long signedBig,
    @Encoding(Form.FIXED) int fixed,
    @Encoding(Form.FIXED) long fixedBig,
    @Encoding(Form.UNSIGNED) int unsigned,
    @Encoding(Form.UNSIGNED) long unsignedBig) {}
