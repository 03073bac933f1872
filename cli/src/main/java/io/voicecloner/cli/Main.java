package io.voicecloner.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** Starts {@code voicecloner}. */
public final class Main {
    /**
     * The numbers of the standard streams that are terminals: Java cannot tell, the launcher can. Not below {@code voicecloner.}, where configuration
     * would take it for a misspelt key.
     */
    private static final String TERMINALS = "io.voicecloner.cli.terminals";

    private Main() {}

    /** Runs one command and ends the JVM with its exit code, on a signal too. */
    public static void main(String[] args) {
        Screen screen = new Screen(
                System.in,
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                Terminals.of(System.getProperty(TERMINALS, "")));
        StopRequest stop = new StopRequest();
        System.exit(Signals.during(() -> run(screen, stop, args), stop));
    }

    /** Runs one command on this thread, until it is done or the request made. Returns its exit code. */
    static int run(Screen screen, StopRequest stop, String... args) {
        Complaints complaints = new Complaints(screen, jsonWanted(args));
        CommandLine voices = new CommandLine(new VoicesCommand())
                .addSubcommand(withExitCodes(new ListVoicesCommand(screen, stop)))
                .addSubcommand(withExitCodes(new DeleteVoiceCommand(screen, stop)));
        CommandLine line = new CommandLine(new RootCommand())
                .addSubcommand(withExitCodes(new CloneCommand(screen, stop)))
                .addSubcommand(withExitCodes(new SpeakCommand(screen, stop)))
                .addSubcommand(withExitCodes(new ActivateCommand(screen, stop, complaints)))
                .addSubcommand(voices)
                .addSubcommand(new ProvidersCommand(screen))
                .addSubcommand(new EmulatorCommand(screen, stop))
                // "@" may begin a preview text or a file name.
                .setExpandAtFiles(false)
                // Picocli would look for a terminal by itself, which is slow on newer JDKs.
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setOut(new PrintWriter(screen.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(screen.err(), true, StandardCharsets.UTF_8))
                .setParameterExceptionHandler((mistake, ignored) -> complaints.about(mistake))
                .setExecutionExceptionHandler((failure, command, ignored) -> complaints.about(failure));
        try {
            return line.execute(args);
        } catch (Error error) {
            return complaints.about(error);
        }
    }

    private static CommandLine withExitCodes(Object command) {
        CommandLine line = new CommandLine(command);
        line.getCommandSpec()
                .usageMessage()
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(ExitCode.table());
        return line;
    }

    /** Also where the arguments are too wrong to be parsed. */
    private static boolean jsonWanted(String[] args) {
        return Arrays.stream(args).takeWhile(arg -> !arg.equals("--")).anyMatch("--json"::equals);
    }

    /** JSON is UTF-8 whatever the locale. */
    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }
}
