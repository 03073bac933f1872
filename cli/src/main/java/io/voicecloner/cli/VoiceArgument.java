package io.voicecloner.cli;

import io.voicecloner.VoiceRef;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a voice from the command line, as {@code clone} prints it: {@code minimax:vc-7k3q}. */
final class VoiceArgument implements ITypeConverter<VoiceRef> {
    @Override
    public VoiceRef convert(String value) {
        try {
            return VoiceRef.parse(value);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
