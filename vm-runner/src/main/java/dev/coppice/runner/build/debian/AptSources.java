package dev.coppice.runner.build.debian;

import dev.coppice.model.spec.Base;

import java.util.ArrayList;
import java.util.List;

/** Where packages of a distribution come from, in the one-line style of sources.list(5). Pure. */
final class AptSources {

    private static final String ARCHIVE = "http://deb.debian.org/debian";
    private static final String SECURITY = "http://security.debian.org/debian-security";

    private AptSources() {}

    /** The lines of {@code /etc/apt/sources.list}. A mirror of one's own stands for itself. */
    static List<String> of(Base base) {
        String release = base.release();
        if (base.mirror().isPresent()) {
            return List.of("deb " + base.mirror().get() + " " + release + " main");
        }
        List<String> lines = new ArrayList<>();
        lines.add("deb " + ARCHIVE + " " + release + " main");
        lines.add("deb " + ARCHIVE + " " + release + "-updates main");
        lines.add("deb " + SECURITY + " " + release + "-security main");
        return List.copyOf(lines);
    }
}
