package io.voicecloner.system;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;

/** Compiles what pages show. */
final class Javac {
    private Javac() {}

    /** Compiles a class of the unnamed package into the directory where its source is put, against everything there is. */
    static void compile(Path directory, String name, String source) throws IOException {
        Path file = directory.resolve(name + ".java");
        Files.writeString(file, source);
        run(List.of(
                "-cp", String.join(File.pathSeparator, Project.classPath()), "-d", directory.toString(), "" + file));
    }

    /** As {@link #compile}, and loads the class into this process. */
    static Class<?> load(Path directory, String name, String source) throws IOException, ClassNotFoundException {
        compile(directory, name, source);
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {directory.toUri().toURL()})) {
            return loader.loadClass(name);
        }
    }

    static void run(List<String> arguments) {
        StringWriter complaints = new StringWriter();
        PrintWriter out = new PrintWriter(complaints);
        int failed = ToolProvider.findFirst("javac").orElseThrow().run(out, out, arguments.toArray(String[]::new));
        if (failed != 0) {
            throw new AssertionError("does not compile: " + complaints);
        }
    }
}
