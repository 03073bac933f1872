package io.voicecloner.cli;

import java.time.DateTimeException;
import java.time.Instant;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a moment from the command line, as {@code createdAt} of {@code clone --json} has it: {@code 2026-11-22T10:15:30Z}. */
final class InstantArgument implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String value) {
        try {
            return Instant.parse(value);
        } catch (DateTimeException e) {
            throw new TypeConversionException("'" + value + "' is not a moment such as 2026-11-22T10:15:30Z");
        }
    }
}
