/** FinFusion's webhooks in a servlet container. */
module cloud.finfusion.servlet {
  requires transitive cloud.finfusion;
  requires transitive jakarta.servlet;

  exports cloud.finfusion.servlet;
}
