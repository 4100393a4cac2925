package dev.farcall.samples.shop.processing;

import dev.farcall.samples.shop.orders.OrderLine;
import dev.farcall.samples.shop.orders.Sku;
import dev.farcall.samples.shop.payments.CardNumber;
import dev.farcall.samples.shop.payments.Iban;
import dev.farcall.samples.shop.payments.PaymentMethod;
import dev.farcall.samples.shop.users.Email;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/**
 * Reads orders, one a line; empty lines and lines that begin with {@code #} are left out:
 *
 * <pre>
 * reference,customer,currency,products,payment
 * A-0001,ada@example.com,EUR,2*GREEN-TEA+1*BLUE-CUP,card:4111111111111111:2049-12
 * A-0002,bob@example.com,USD,1*TEA-POT,iban:DE89370400440532013000
 * A-0003,eve@example.com,JPY,1*HONEY,voucher:SPRING-7
 * </pre>
 */
public final class OrderFile {

  private static final int FIELDS = 5;

  private OrderFile() {}

  /** A line of the file. */
  public sealed interface Entry {

    /** In the file, from 1. */
    int line();
  }

  /** A line that can be read. */
  public record Parsed(int line, OrderRequest request) implements Entry {}

  /**
   * A line that cannot.
   *
   * @param problem never quotes the line, which may hold a card's number
   */
  public record Unreadable(int line, String problem) implements Entry {}

  /** Reads all lines, bad ones too. */
  public static List<Entry> read(List<String> lines) {
    List<Entry> entries = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        entries.add(entry(i + 1, line));
      }
    }
    return entries;
  }

  private static Entry entry(int number, String line) {
    try {
      return new Parsed(number, request(line));
    } catch (BadLine | IllegalArgumentException problem) {
      return new Unreadable(number, String.valueOf(problem.getMessage()));
    }
  }

  private static OrderRequest request(String line) throws BadLine {
    String[] fields = line.split(",", -1);
    if (fields.length != FIELDS) {
      throw new BadLine("line: " + fields.length + " fields (expected: " + FIELDS + ")");
    }
    return new OrderRequest(
        fields[0].strip(),
        new Email(fields[1]),
        currency(fields[2]),
        products(fields[3]),
        payment(fields[4]));
  }

  private static Currency currency(String code) throws BadLine {
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException unknown) {
      throw new BadLine("currency: unknown (expected: an ISO 4217 code)");
    }
  }

  private static List<OrderLine> products(String field) throws BadLine {
    List<OrderLine> lines = new ArrayList<>();
    for (String product : field.split("\\+", -1)) {
      String[] parts = product.split("\\*", -1);
      if (parts.length != 2) {
        throw new BadLine("products: not understood (expected: 2*SKU+1*SKU)");
      }
      lines.add(new OrderLine(new Sku(parts[1]), quantity(parts[0])));
    }
    return lines;
  }

  private static int quantity(String text) throws BadLine {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException notANumber) {
      throw new BadLine("quantity: not a number");
    }
  }

  private static PaymentMethod payment(String field) throws BadLine {
    String[] parts = field.split(":", -1);
    if (parts[0].equals("card") && parts.length == 3) {
      return new PaymentMethod.Card(new CardNumber(parts[1]), month(parts[2]));
    }
    if (parts[0].equals("iban") && parts.length == 2) {
      return new PaymentMethod.BankTransfer(new Iban(parts[1]));
    }
    if (parts[0].equals("voucher") && parts.length == 2) {
      return new PaymentMethod.Voucher(parts[1]);
    }
    throw new BadLine(
        "payment: not understood (expected: card:NUMBER:YYYY-MM, iban:IBAN or voucher:CODE)");
  }

  private static YearMonth month(String text) throws BadLine {
    try {
      return YearMonth.parse(text);
    } catch (DateTimeException notAMonth) {
      throw new BadLine("month: not understood (expected: YYYY-MM)");
    }
  }

  /** What is wrong with a line. */
  private static final class BadLine extends Exception {
    private static final long serialVersionUID = 1L;

    BadLine(String problem) {
      super(problem);
    }
  }
}
