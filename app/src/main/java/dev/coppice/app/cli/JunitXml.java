package dev.coppice.app.cli;

import dev.coppice.runner.guest.CheckResult;
import dev.coppice.runner.store.BootRecord;
import dev.coppice.runner.store.Generation;

/** Check results in the JUnit XML that CI systems read (testsuite, testcase, failure, error). */
final class JunitXml {

    private JunitXml() {}

    static String of(Generation generation, BootRecord boot) {
        long failed = count(boot, CheckResult.Verdict.FAILED);
        long unknown = count(boot, CheckResult.Verdict.UNKNOWN);
        String suite = generation.system() + " generation " + generation.number();
        var out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        out.append("<testsuite name=\"").append(escape(suite));
        out.append("\" tests=\"").append(boot.checks().size());
        out.append("\" failures=\"").append(failed);
        out.append("\" errors=\"").append(unknown);
        out.append("\" timestamp=\"").append(boot.at()).append("\">\n");
        for (CheckResult check : boot.checks()) {
            out.append("  <testcase classname=\"").append(escape(generation.system()));
            out.append("\" name=\"").append(escape(check.check())).append('"');
            switch (check.verdict()) {
                case PASSED -> out.append("/>\n");
                case FAILED -> fault(out, "failure", check.detail());
                case UNKNOWN -> fault(out, "error", check.detail());
            }
        }
        return out.append("</testsuite>\n").toString();
    }

    private static void fault(StringBuilder out, String element, String detail) {
        out.append(">\n    <").append(element);
        out.append(" message=\"").append(escape(detail)).append("\"/>\n  </testcase>\n");
    }

    private static long count(BootRecord boot, CheckResult.Verdict verdict) {
        return boot.checks().stream().filter(c -> c.verdict() == verdict).count();
    }

    /** Escapes what XML 1.0 needs escaped and leaves out what it cannot hold. */
    private static String escape(String text) {
        var out = new StringBuilder();
        text.codePoints()
                .forEach(
                        c -> {
                            switch (c) {
                                case '&' -> out.append("&amp;");
                                case '<' -> out.append("&lt;");
                                case '>' -> out.append("&gt;");
                                case '"' -> out.append("&quot;");
                                case '\t', '\n', '\r' -> out.append("&#").append(c).append(';');
                                default -> {
                                    if (c >= 0x20 && c != 0xFFFE && c != 0xFFFF) {
                                        out.appendCodePoint(c);
                                    }
                                }
                            }
                        });
        return out.toString();
    }
}
