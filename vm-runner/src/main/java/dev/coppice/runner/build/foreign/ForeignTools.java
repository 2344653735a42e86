package dev.coppice.runner.build.foreign;

import dev.coppice.runner.job.ProblemException;
import dev.coppice.runner.proc.ProcessRunner;

/** What to say when a tool is not there. */
public final class ForeignTools {

    private ForeignTools() {}

    /** The problem of a tool that only has to be installed. */
    public static ProblemException missing(ProcessRunner processes, String program) {
        return new ProblemException(
                "tool-missing",
                "The program "
                        + program
                        + " is not installed on this computer; the Debian package "
                        + processes.tools().debianPackage(program)
                        + " brings it.",
                processes.tools().installCommand(program));
    }
}
