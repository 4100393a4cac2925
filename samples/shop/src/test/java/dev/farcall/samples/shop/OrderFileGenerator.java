package dev.farcall.samples.shop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Writes the sample's customers and orders, the same each time, and counts what shall come of them.
 * After a change run its main method with the folder of the files. All card numbers and accounts
 * are the published examples of their issuers.
 */
final class OrderFileGenerator {

  static final int ORDERS = 1_250;

  private static final List<String> FIRST_NAMES =
      List.of(
          "Ada", "Alan", "Barbara", "Dennis", "Edsger", "Frances", "Grace", "John", "Katherine");
  private static final List<String> LAST_NAMES =
      List.of(
          "Abe", "Berg", "Costa", "Diaz", "Eriksen", "Fischer", "Garcia", "Haas", "Ivanova",
          "Jones", "Kim", "Lopez", "Moreau");

  private static final List<String> CURRENCIES = List.of("EUR", "EUR", "USD", "JPY");
  private static final List<String> PRODUCTS =
      List.of("GREEN-TEA", "BLACK-TEA", "TEA-POT", "BLUE-CUP", "HONEY", "KETTLE");
  private static final List<String> CARDS =
      List.of(
          "4111111111111111",
          "4242424242424242",
          "4012888888881881",
          "5555555555554444",
          "5105105105105100",
          "378282246310005",
          "6011111111111117",
          "3530111333300000");
  private static final List<String> ACCOUNTS =
      List.of(
          "DE89370400440532013000",
          "GB29NWBK60161331926819",
          "FR1420041010050500013M02606",
          "NL91ABNA0417164300",
          "CH9300762011623852957");
  private static final List<String> BAD_CARDS =
      List.of(
          "card:4000000000000002:2049-12",
          "card:4000000000009995:2049-12",
          "card:4111111111111112:2049-12",
          "card:4242424242424242:2020-01");
  private static final List<String> UNREADABLE =
      List.of(
          "<ref>,<customer>,EUR,1*HONEY",
          "<ref>,<customer>,EUR,0*HONEY,iban:DE89370400440532013000",
          "<ref>,<customer>,EUR,-3*HONEY,iban:DE89370400440532013000",
          "<ref>,<customer>,EUR,two*HONEY,iban:DE89370400440532013000",
          "<ref>,<customer>,EUR,1xHONEY,iban:DE89370400440532013000",
          "<ref>,<customer>,euro,1*HONEY,iban:DE89370400440532013000",
          "<ref>,<customer>,EUR,1*HONEY,iban:DE89370400440532013001",
          "<ref>,<customer>,EUR,1*HONEY,card:4111-1111-1111-1111:2049-12",
          "<ref>,<customer>,EUR,1*HONEY,card:4111111111111111:12/49",
          "<ref>,<customer>,EUR,1*HONEY,cash",
          "<ref>,nobody,EUR,1*HONEY,cash",
          "<ref>;<customer>;EUR;1*HONEY;cash");

  private final Random random = new Random(20_260_101); // its sequence is part of its contract
  private final List<String> addresses = new ArrayList<>();
  private final List<String> customers = new ArrayList<>();
  private final List<String> orders = new ArrayList<>();
  private final List<String> confirmed = new ArrayList<>();
  private final List<String> declined = new ArrayList<>();
  private final List<String> vouchers = new ArrayList<>();
  private final Map<String, Integer> expected = new TreeMap<>();

  /** The files that the sample ships, or such with fewer orders. */
  OrderFileGenerator(int count) {
    addCustomers();
    addFirstOrders();
    while (orders.size() < count) {
      addOrder(random.nextInt(100));
    }
  }

  /** Writes the two files into a folder. */
  public static void main(String[] args) throws IOException {
    OrderFileGenerator generator = new OrderFileGenerator(ORDERS);
    Files.writeString(Path.of(args[0], "customers.csv"), generator.customersFile(), UTF_8);
    Files.writeString(Path.of(args[0], "orders.csv"), generator.ordersFile(), UTF_8);
  }

  String customersFile() {
    return "# email,name\n" + String.join("\n", customers) + "\n";
  }

  String ordersFile() {
    return """
        # reference,customer,currency,products,payment
        # The first six show what may come of an order: confirmed, declined, confirmed, sent before,
        # rejected for an unknown customer, and paid too late.
        """
        + String.join("\n", orders)
        + "\n";
  }

  /** How many orders come to each result, by the name that the summary gives it. */
  Map<String, Integer> expected() {
    return expected;
  }

  private void addCustomers() {
    for (String first : FIRST_NAMES) {
      for (String last : LAST_NAMES) {
        String address = (first + "." + last + "@example.com").toLowerCase(Locale.ROOT);
        addresses.add(address);
        customers.add(address + "," + first + " " + last);
      }
    }
    customers.add(customers.get(7));
    customers.add(customers.get(70));
  }

  private void addFirstOrders() {
    confirm(addresses.get(0) + ",EUR,2*GREEN-TEA+1*BLUE-CUP,card:4111111111111111:2049-12");
    decline(addresses.get(14) + ",USD,1*TEA-POT,card:4000000000000002:2049-12");
    confirm(addresses.get(28) + ",JPY,1*KETTLE,iban:DE89370400440532013000");
    sendAgain();
    rejectUnknownUser();
    payTooLate();
  }

  private void addOrder(int percentile) {
    if (percentile < 3) {
      confirmWithVoucher();
    } else if (percentile < 4 && !vouchers.isEmpty()) {
      decline(pick(vouchers));
    } else if (percentile < 85) {
      confirm(customer() + "," + currency() + "," + products() + "," + payment());
    } else if (percentile < 88) {
      decline(customer() + "," + currency() + "," + products() + "," + pick(BAD_CARDS));
    } else if (percentile < 89) {
      decline(customer() + "," + currency() + ",40*KETTLE,card:" + pick(CARDS) + ":2049-12");
    } else if (percentile < 91) {
      rejectUnknownUser();
    } else if (percentile < 93) {
      reject(customer() + pick(List.of(",EUR,1*COFFEE,", ",CHF,1*HONEY,")) + payment());
    } else if (percentile < 95) {
      payTooLate();
    } else if (percentile < 98) {
      sendAgain();
    } else {
      count("unreadable");
      orders.add(pick(UNREADABLE).replace("<ref>", reference()).replace("<customer>", customer()));
    }
  }

  private void confirm(String order) {
    String line = reference() + "," + order;
    count("confirmed");
    orders.add(line);
    confirmed.add(line);
  }

  private void confirmWithVoucher() {
    String order = customer() + ",EUR,2*BLACK-TEA,voucher:GIFT-" + orders.size();
    confirm(order);
    vouchers.add(order);
  }

  private void decline(String order) {
    String line = reference() + "," + order;
    count("declined");
    orders.add(line);
    declined.add(line);
  }

  private void reject(String order) {
    count("rejected");
    orders.add(reference() + "," + order);
  }

  private void rejectUnknownUser() {
    reject("nobody" + orders.size() + "@example.com,EUR,1*HONEY," + payment());
  }

  /** A confirmed order once more. */
  private void sendAgain() {
    count("duplicate");
    orders.add(pick(confirmed));
  }

  /** A declined order, which is cancelled since, with something else to pay it with. */
  private void payTooLate() {
    if (!declined.isEmpty()) {
      String line = declined.remove(random.nextInt(declined.size()));
      count("refunded");
      orders.add(line.substring(0, line.lastIndexOf(',')) + ",iban:" + pick(ACCOUNTS));
    }
  }

  private void count(String result) {
    expected.merge(result, 1, Integer::sum);
  }

  private String reference() {
    return "A-%04d".formatted(orders.size() + 1);
  }

  private String customer() {
    return pick(addresses);
  }

  private String currency() {
    return pick(CURRENCIES);
  }

  private String products() {
    StringBuilder products = new StringBuilder();
    int lines = 1 + random.nextInt(3);
    for (int i = 0; i < lines; i++) {
      products.append(i == 0 ? "" : "+");
      products.append(1 + random.nextInt(3)).append('*').append(pick(PRODUCTS));
    }
    return products.toString();
  }

  private String payment() {
    return random.nextInt(4) == 0
        ? "iban:" + pick(ACCOUNTS)
        : "card:" + pick(CARDS) + ":2049-" + (10 + random.nextInt(3));
  }

  private String pick(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }
}
