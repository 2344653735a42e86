package dev.coppice.runner.guest;

/**
 * How a program in the guest ended.
 *
 * @param exitCode its exit code, or 128 + signal
 * @param output standard output
 * @param errors standard error
 */
public record ExecResult(int exitCode, String output, String errors) {}
