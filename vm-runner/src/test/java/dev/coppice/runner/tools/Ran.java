package dev.coppice.runner.tools;

import dev.coppice.runner.proc.Cancellation;
import dev.coppice.runner.proc.Command;
import dev.coppice.runner.proc.Exit;
import dev.coppice.runner.proc.ProcessRunner;

/**
 * How a program ended.
 *
 * @param output what it said, on both of its outputs
 */
public record Ran(Exit exit, String output) {

    /** Runs it to its end. */
    public static Ran of(Command command) throws InterruptedException {
        var output = new StringBuilder();
        Exit exit =
                ProcessRunner.ofHost()
                        .run(command, line -> output.append(line).append('\n'), new Cancellation());
        return new Ran(exit, output.toString());
    }

    /** Whether it ended well. */
    public boolean ok() {
        return exit.ok();
    }

    @Override
    public String toString() {
        return exit.describe() + "\n" + output;
    }
}
