package io.voicecloner.system;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** The README as data. */
final class Readme {
    private Readme() {}

    /** The blocks of this language, in order. */
    static List<String> blocks(String language) throws IOException {
        List<String> blocks = new ArrayList<>();
        StringBuilder block = null;
        for (String line : Files.readAllLines(Project.ROOT.resolve("README.md"))) {
            if (block == null && line.equals("```" + language)) {
                block = new StringBuilder();
            } else if (block != null && line.equals("```")) {
                blocks.add(block.toString());
                block = null;
            } else if (block != null) {
                block.append(line).append('\n');
            }
        }
        return blocks;
    }

    /** The rows of the table whose first column begins with this word, without that column. */
    static List<String> row(String name) throws IOException {
        return Files.readAllLines(Project.ROOT.resolve("README.md")).stream()
                .filter(line -> line.startsWith("| " + name + " |"))
                .findFirst()
                .map(line ->
                        List.of(line.substring(("| " + name + " |").length()).split("\\|", -1)))
                .orElseThrow(() -> new AssertionError("the README has no row " + name))
                .stream()
                .map(String::strip)
                .filter(cell -> !cell.isEmpty())
                .toList();
    }
}
