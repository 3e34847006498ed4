/** FinFusion's metrics in Micrometer, and ready for Prometheus. */
module cloud.finfusion.micrometer {
  requires transitive cloud.finfusion;
  requires transitive micrometer.core;
  requires static io.prometheus.metrics.exporter.httpserver;
  requires static io.prometheus.metrics.model;
  requires static micrometer.registry.prometheus;
  requires jdk.httpserver;
  requires org.slf4j;

  exports cloud.finfusion.micrometer;
}
