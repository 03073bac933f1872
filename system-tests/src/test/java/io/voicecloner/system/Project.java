package io.voicecloner.system;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Where things are. */
final class Project {
    /** The root of the checkout. */
    static final Path ROOT =
            Path.of(System.getProperty("project.root")).toAbsolutePath().normalize();

    static final Path SAMPLES = ROOT.resolve("samples");

    private Project() {}

    /** Everything these tests run with, and so everything there is. */
    static List<String> classPath() {
        return Arrays.asList(System.getProperty("java.class.path").split(File.pathSeparator, -1));
    }

    /** The program that runs this very Java. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
