/** A user's program, as a module. */
module com.example.shop {
  requires cloud.finfusion;
  requires cloud.finfusion.micrometer;
  requires cloud.finfusion.opentelemetry;
}
