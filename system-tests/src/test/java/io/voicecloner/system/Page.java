package io.voicecloner.system;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/**
 * A page of the documentation as data.
 *
 * @param lines its lines, or those of one section
 */
record Page(List<String> lines) {
    /** The page of this path below the root of the checkout. */
    static Page of(String path) throws IOException {
        return new Page(Files.readAllLines(Project.ROOT.resolve(path)));
    }

    /** What stands below this heading of the second level. */
    Page section(String heading) {
        int start = lines.indexOf("## " + heading) + 1;
        if (start == 0) {
            throw new AssertionError("there is no section \"" + heading + '"');
        }
        List<String> rest = lines.subList(start, lines.size());
        return new Page(rest.stream().takeWhile(line -> !line.startsWith("## ")).toList());
    }

    /** The blocks of this language, in order. */
    List<String> blocks(String language) {
        List<String> blocks = new ArrayList<>();
        StringBuilder block = null;
        for (String line : lines) {
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

    /** The first block of this language. */
    String block(String language) {
        return blocks(language).get(0);
    }

    /** The cells of the row whose first one holds this text, without that one. */
    List<String> row(String name) {
        String start = "| " + name + " |";
        String row = lines.stream()
                .filter(line -> line.startsWith(start))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no row " + name));
        return List.of(row.substring(start.length()).split("\\|", -1)).stream()
                .map(String::strip)
                .filter(cell -> !cell.isEmpty())
                .toList();
    }
}
