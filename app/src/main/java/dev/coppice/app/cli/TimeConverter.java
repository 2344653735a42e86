package dev.coppice.app.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code 90}, {@code 90s} and {@code 5m}. */
final class TimeConverter implements ITypeConverter<Duration> {

    private static final Pattern TIME = Pattern.compile("([1-9][0-9]{0,5})([sm]?)");

    @Override
    public Duration convert(String value) {
        Matcher matcher = TIME.matcher(value);
        if (!matcher.matches()) {
            throw new TypeConversionException("not a time: '" + value + "' (such as 90s or 5m)");
        }
        long count = Long.parseLong(matcher.group(1));
        return matcher.group(2).equals("m") ? Duration.ofMinutes(count) : Duration.ofSeconds(count);
    }
}
