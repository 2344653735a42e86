package dev.coppice.model.rules.unit;

import dev.coppice.model.bind.Closest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Calendar events as systemd reads them (systemd.time(7)): {@code daily}, {@code Mon 03:00}. */
public final class Calendars {

    /** What to write, for messages. */
    public static final String HELP =
            "Write daily, weekly, or weekday, date and time such as Mon..Fri 03:30 or *-*-01 04:00;"
                    + " `systemd-analyze calendar` explains one.";

    private static final List<String> WORDS =
            List.of(
                    "minutely",
                    "hourly",
                    "daily",
                    "weekly",
                    "monthly",
                    "quarterly",
                    "semiannually",
                    "yearly",
                    "annually");
    private static final String DAY =
            "(?:mon(?:day)?|tue(?:sday)?|wed(?:nesday)?|thu(?:rsday)?|fri(?:day)?|sat(?:urday)?"
                    + "|sun(?:day)?)";
    private static final String DAYS = DAY + "(?:(?:\\.\\.|-)" + DAY + ")?";
    private static final Pattern WEEKDAYS = Pattern.compile("(?i)" + DAYS + "(?:," + DAYS + ")*,?");
    private static final String PART =
            "(?:\\*|[0-9]+(?:\\.[0-9]+)?(?:\\.\\.[0-9]+(?:\\.[0-9]+)?)?)(?:/[0-9]+(?:\\.[0-9]+)?)?";
    private static final String PARTS = PART + "(?:," + PART + ")*";
    private static final Pattern DATE =
            Pattern.compile("(?:(" + PARTS + ")-)?(" + PARTS + ")[-~](" + PARTS + ")");
    private static final Pattern TIME =
            Pattern.compile("(" + PARTS + "):(" + PARTS + ")(?::(" + PARTS + "))?");
    private static final Pattern ZONE = Pattern.compile("UTC|[A-Z][A-Za-z_+-]+(/[A-Za-z0-9_+-]+)+");
    private static final Pattern CRON =
            Pattern.compile(
                    "([0-9*/,-]+)\\s+([0-9*/,-]+)\\s+([0-9*/,-]+)\\s+([0-9*/,-]+)\\s+([0-7*]+)");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    private Calendars() {}

    /** Whether systemd reads a text as a calendar event. */
    public static boolean isOne(String text) {
        String event = text.strip();
        if (WORDS.contains(event.toLowerCase(Locale.ROOT)) || event.matches("@[0-9]{1,12}")) {
            return true;
        }
        List<String> words = List.of(event.split("\\s+"));
        int at = 0;
        if (at < words.size() && WEEKDAYS.matcher(words.get(at)).matches()) {
            at++;
        }
        if (at < words.size() && date(words.get(at))) {
            at++;
        }
        if (at < words.size() && time(words.get(at))) {
            at++;
        }
        boolean something = at > 0;
        if (something && at == words.size() - 1 && ZONE.matcher(words.get(at)).matches()) {
            at++;
        }
        return something && at == words.size();
    }

    /** What was most likely meant: a near word, or a line of crontab(5) in systemd's terms. */
    public static Optional<String> meant(String text) {
        String event = text.strip();
        Matcher cron = CRON.matcher(event);
        if (cron.matches()) {
            return Optional.of(fromCron(cron)).filter(Calendars::isOne);
        }
        return Closest.to(event.replaceFirst("^@", ""), WORDS);
    }

    private static String fromCron(Matcher cron) {
        String day = cron.group(5);
        String weekday =
                day.matches("[0-7]")
                        ? List.of("Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
                                        .get(Integer.parseInt(day))
                                + " "
                        : "";
        return weekday
                + "*-"
                + part(cron.group(4), 1)
                + "-"
                + part(cron.group(3), 1)
                + " "
                + part(cron.group(2), 0)
                + ":"
                + part(cron.group(1), 0);
    }

    private static String part(String field, int first) {
        String steps = field.startsWith("*/") ? first + field.substring(1) : field;
        return steps.matches("[0-9]") ? "0" + steps : steps.replace("-", "..");
    }

    private static boolean date(String word) {
        Matcher date = DATE.matcher(word);
        return date.matches()
                && (date.group(1) == null || within(date.group(1), 0, 2199))
                && within(date.group(2), 1, 12)
                && within(date.group(3), 1, 31);
    }

    private static boolean time(String word) {
        Matcher time = TIME.matcher(word);
        return time.matches()
                && within(time.group(1), 0, 23)
                && within(time.group(2), 0, 59)
                && (time.group(3) == null || within(time.group(3), 0, 59));
    }

    /** Whether the numbers of a component, repetitions aside, are in range. */
    private static boolean within(String parts, int least, int most) {
        for (String part : parts.split(",")) {
            String values = part.replaceFirst("/.*", "");
            for (String value : values.split("\\.\\.")) {
                String whole = value.replaceFirst("\\..*", "");
                boolean good =
                        whole.equals("*")
                                || NUMBER.matcher(whole).matches()
                                        && whole.length() <= 4
                                        && Integer.parseInt(whole) >= least
                                        && Integer.parseInt(whole) <= most;
                if (!good) {
                    return false;
                }
            }
        }
        return true;
    }
}
