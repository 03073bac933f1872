package io.voicecloner.cli;

import io.voicecloner.VoiceClonerException;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine.ParameterException;

/** Says why a command failed: a sentence on standard error and, with {@code --json}, an object on standard output. */
final class Complaints {
    /** A query may be a signature. */
    private static final Pattern QUERY = Pattern.compile("(https?://[^\\s?']*)\\?[^\\s']*", Pattern.CASE_INSENSITIVE);

    private final Screen screen;
    private final boolean json;

    Complaints(Screen screen, boolean json) {
        this.screen = screen;
        this.json = json;
    }

    /** Returns the exit code that fits. */
    int about(Throwable thrown) {
        if (thrown instanceof VoiceClonerException failure) {
            return about(failure, ExitCode.of(failure));
        }
        trace(thrown);
        ExitCode exit;
        ErrorJson error;
        if (thrown instanceof UsageMistake mistake) {
            exit = ExitCode.USAGE;
            error = ErrorJson.usage(mistake.getMessage(), null, mistake.violations());
        } else if (thrown instanceof ParameterException mistake) {
            exit = ExitCode.USAGE;
            error = ErrorJson.usage(sentence(mistake), hint(mistake), List.of());
        } else {
            exit = ExitCode.INTERNAL;
            error = ErrorJson.internal("internal error (" + thrown.getClass().getName()
                    + "); set VOICECLONER_DEBUG=1 to see where, and please report it");
        }
        return told(error, exit);
    }

    /** For a command that knows better what code fits. */
    int about(VoiceClonerException failure, ExitCode exit) {
        trace(failure);
        return told(ErrorJson.of(failure), exit);
    }

    private void trace(Throwable thrown) {
        if (System.getenv("VOICECLONER_DEBUG") != null) {
            thrown.printStackTrace(screen.err());
        }
    }

    private int told(ErrorJson error, ExitCode exit) {
        screen.say(error.text());
        return (json ? screen.result(error.json(), exit) : exit).code();
    }

    private static String sentence(ParameterException mistake) {
        return QUERY.matcher(String.valueOf(mistake.getMessage())).replaceAll("$1?[redacted]");
    }

    private static String hint(ParameterException mistake) {
        return "Try: " + mistake.getCommandLine().getCommandSpec().qualifiedName() + " --help";
    }
}
