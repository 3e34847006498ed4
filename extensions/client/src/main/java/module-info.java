/** The FinFusion client: what programs that use the API require. */
module cloud.finfusion {
  requires transitive cloud.finfusion.api;
  requires transitive okhttp3;
  requires transitive org.jspecify;
  requires static transitive jdk.httpserver; // for who receives webhooks on it
  requires com.github.benmanes.caffeine;
  requires dev.failsafe.core;
  requires io.github.bucket4j.core;
  requires kotlin.stdlib;
  requires okio;
  requires HdrHistogram; // its jar names no module
  requires org.slf4j;

  exports cloud.finfusion;
  exports cloud.finfusion.auth;
  exports cloud.finfusion.batch;
  exports cloud.finfusion.cache;
  exports cloud.finfusion.call;
  exports cloud.finfusion.error;
  exports cloud.finfusion.file;
  exports cloud.finfusion.metrics;
  exports cloud.finfusion.network;
  exports cloud.finfusion.pagination;
  exports cloud.finfusion.ratelimit;
  exports cloud.finfusion.resource;
  exports cloud.finfusion.retry;
  exports cloud.finfusion.spi;
  exports cloud.finfusion.webhook;
}
