package dev.coppice.runner.guest;

import dev.coppice.model.spec.Check;
import dev.coppice.runner.guest.CheckJudge.Finding;
import dev.coppice.runner.guest.CheckResult.Verdict;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;

/**
 * Runs checks in a machine. All that are open are asked in one round; those whose answer may still
 * change, such as a unit that is just starting, are asked again until a deadline.
 */
public final class CheckRunner {

    private final GuestShell shell;
    private final Duration settling;
    private final Duration pause;

    /** Follows the checks. */
    @FunctionalInterface
    public interface Listener {

        /** All checks as they stand now, in the order of the spec. */
        void changed(List<CheckResult> results, boolean finished);
    }

    /**
     * @param settling how long checks may be tried again
     * @param pause between two rounds
     */
    public CheckRunner(GuestShell shell, Duration settling, Duration pause) {
        this.shell = shell;
        this.settling = settling;
        this.pause = pause;
    }

    /**
     * Runs checks until each has its final answer.
     *
     * @param ready from power-on to ready
     * @return the results in the order of the checks
     */
    public List<CheckResult> run(List<Check> checks, Duration ready, Listener listener)
            throws InterruptedException {
        long end = System.nanoTime() + settling.toNanos();
        Map<Integer, Check> open = new TreeMap<>();
        Map<Integer, Finding> findings = new TreeMap<>();
        for (int i = 0; i < checks.size(); i++) {
            open.put(i, checks.get(i));
        }
        while (true) {
            findings.putAll(ask(open, ready));
            boolean late = System.nanoTime() > end;
            open.keySet().removeIf(number -> late || !findings.get(number).settling());
            List<CheckResult> results = results(checks, findings);
            listener.changed(results, open.isEmpty());
            if (open.isEmpty()) {
                return results;
            }
            Thread.sleep(pause);
        }
    }

    private Map<Integer, Finding> ask(Map<Integer, Check> checks, Duration ready)
            throws InterruptedException {
        var findings = new TreeMap<Integer, Finding>();
        try {
            Sections answers = Sections.parse(answer(checks));
            checks.forEach(
                    (number, check) ->
                            findings.put(
                                    number,
                                    CheckJudge.judge(
                                            check, answers.text(number.toString()), ready)));
        } catch (IOException | TimeoutException e) {
            checks.forEach(
                    (number, _) ->
                            findings.put(
                                    number,
                                    new Finding(
                                            Verdict.UNKNOWN,
                                            "the machine could not be asked: " + e.getMessage(),
                                            false)));
        }
        return findings;
    }

    private String answer(Map<Integer, Check> checks)
            throws IOException, InterruptedException, TimeoutException {
        if (checks.isEmpty()) {
            return "";
        }
        long longest = 30;
        for (Check check : checks.values()) {
            longest +=
                    check instanceof Check.CommandExits
                            ? CheckScript.COMMAND_SECONDS
                            : CheckScript.HTTP_SECONDS;
        }
        return shell.run(CheckScript.of(checks), Duration.ofSeconds(longest)).output();
    }

    private static List<CheckResult> results(List<Check> checks, Map<Integer, Finding> findings) {
        var results = new ArrayList<CheckResult>();
        for (int i = 0; i < checks.size(); i++) {
            Finding finding = findings.get(i);
            results.add(
                    new CheckResult(
                            CheckJudge.words(checks.get(i)), finding.verdict(), finding.detail()));
        }
        return results;
    }
}
