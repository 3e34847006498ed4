package cloud.finfusion.verification.generators;

/**
 * Lines with code on them of what a generator wrote.
 *
 * @param all of all main sources
 * @param ofSpecification of models and interfaces, without the runtime that a generator brings once
 */
record LineCount(long all, long ofSpecification) {}
