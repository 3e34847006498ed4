package cloud.finfusion.pipeline;

import cloud.finfusion.runtime.Operation;

/**
 * What all calls of one Retrofit method share.
 *
 * @param operation what the specification says of it
 * @param answers whether a success has a body
 * @param watch who sees the calls end
 * @param time the clock
 */
record Route(Operation operation, boolean answers, Watch watch, Time time) {}
