package dev.coppice.app.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code 900M} and {@code 8G} as bytes, in powers of 1024. */
final class SizeConverter implements ITypeConverter<Long> {

    private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{0,6})([MG])i?B?");

    @Override
    public Long convert(String value) {
        Matcher matcher = SIZE.matcher(value);
        if (!matcher.matches()) {
            throw new TypeConversionException("not a size: '" + value + "' (such as 900M or 8G)");
        }
        return Long.parseLong(matcher.group(1)) << (matcher.group(2).equals("G") ? 30 : 20);
    }
}
