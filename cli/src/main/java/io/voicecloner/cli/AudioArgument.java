package io.voicecloner.cli;

import io.voicecloner.AudioSource;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a recording from the command line: a URL if it begins like one, else a file. */
final class AudioArgument implements ITypeConverter<AudioSource> {
    @Override
    public AudioSource convert(String value) {
        String start = value.toLowerCase(Locale.ROOT);
        try {
            return start.startsWith("http://") || start.startsWith("https://")
                    ? AudioSource.url(new URI(value))
                    : AudioSource.file(Path.of(value));
        } catch (URISyntaxException e) {
            // The address itself may hold a signature and stays out of the message.
            throw new TypeConversionException("not a legal URL: " + e.getReason());
        } catch (InvalidPathException e) {
            throw new TypeConversionException("not a legal file name: " + e.getReason());
        }
    }
}
