package cloud.finfusion.examples.bulk;

/** A line of a CSV file and its number, from 1. */
record CsvLine(long number, String text) {}
