/** Traces of FinFusion's calls for OpenTelemetry. */
module cloud.finfusion.opentelemetry {
  requires transitive cloud.finfusion;
  requires transitive io.opentelemetry.api;
  requires io.opentelemetry.context; // its jar and the api's name modules, but describe none

  exports cloud.finfusion.opentelemetry;
}
