/** What several instances of a program share through Redis. */
module cloud.finfusion.redis {
  requires transitive cloud.finfusion;
  requires transitive lettuce.core;
  requires org.slf4j;

  exports cloud.finfusion.redis;
}
