package cloud.finfusion.pipeline;

/** Why a call ended before its answer came. */
enum Stop {
  CANCELLED,
  INTERRUPTED,
  DEADLINE,
  NO_PERMIT,
  CIRCUIT_OPEN,
  CLOSED
}
