package dev.coppice.app;

/** The composition root of the window. */
public final class Wiring {

    private Wiring() {}

    /**
     * Opens the window and returns when it is closed.
     *
     * @return the program's exit code
     */
    public static int openWindow(WindowArguments arguments) {
        System.err.println("coppice: the window is not part of this build; see coppice --help");
        return 2;
    }
}
