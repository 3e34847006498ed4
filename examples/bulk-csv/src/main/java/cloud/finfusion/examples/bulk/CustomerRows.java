package cloud.finfusion.examples.bulk;

import cloud.finfusion.batch.RejectedItemException;
import cloud.finfusion.model.CustomerBatchItem;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Makes a customer of each row. A row of which none can be made is rejected alone: it goes to the
 * failures file with its line number, and the import goes on.
 */
final class CustomerRows implements Iterator<CustomerBatchItem> {
  private static final String EMAIL = "email";
  private static final String NAME = "name";
  private static final String REFERENCE = "reference";

  private final CsvReaderBuilder csv = CsvReader.builder().allowUnclosedQuote(false);
  private final CsvLines lines;
  private final List<String> columns;

  /**
   * Rows below the header, which names the columns in any order.
   *
   * @throws IllegalArgumentException if a column is missing
   */
  CustomerRows(CsvLines lines) {
    this.lines = lines;
    String header = lines.header();
    this.columns = header.isBlank() ? List.of() : csv.ofSingleCsvRecord(header).getFields();
    if (!columns.containsAll(List.of(EMAIL, NAME, REFERENCE))) {
      throw new IllegalArgumentException(
          "expected a first line with the columns email, name and reference, got another");
    }
  }

  /** Returns what the row calls the customer, of which the idempotency key is made. */
  static String reference(CustomerBatchItem item) {
    Map<String, Object> metadata = item.metadata();
    return metadata == null ? "" : String.valueOf(metadata.getOrDefault(REFERENCE, ""));
  }

  @Override
  public boolean hasNext() {
    return lines.hasNext();
  }

  @Override
  public CustomerBatchItem next() {
    CsvLine line = lines.next();
    try {
      return customer(csv.ofSingleCsvRecord(line.text()).getFields());
    } catch (CsvParseException | IllegalArgumentException malformed) {
      String problem = String.valueOf(malformed.getMessage()).replaceFirst(" \\(record .*", "");
      throw new RejectedItemException(line.text(), "line " + line.number() + ": " + problem);
    }
  }

  private CustomerBatchItem customer(List<String> fields) {
    if (fields.size() != columns.size()) {
      throw new IllegalArgumentException(
          "expected " + columns.size() + " columns, got " + fields.size());
    }
    CustomerBatchItem.Builder customer =
        CustomerBatchItem.builder()
            .email(required(fields, EMAIL))
            .metadata(Map.of(REFERENCE, required(fields, REFERENCE)));
    String name = field(fields, NAME);
    return (name.isEmpty() ? customer : customer.name(name)).build();
  }

  private String required(List<String> fields, String column) {
    String value = field(fields, column);
    if (value.isEmpty()) {
      throw new IllegalArgumentException("no " + column);
    }
    return value;
  }

  private String field(List<String> fields, String column) {
    return fields.get(columns.indexOf(column)).strip();
  }
}
