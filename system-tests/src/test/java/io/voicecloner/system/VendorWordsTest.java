package io.voicecloner.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Core serves every provider alike and so names none, not even in a comment. */
class VendorWordsTest {
    private static final Pattern VENDOR =
            Pattern.compile("minimax|novita|highway|jiekou|ppio|yuto", Pattern.CASE_INSENSITIVE);

    @Test
    void coreNamesNoVendor() throws IOException {
        try (Stream<Path> sources = Files.walk(Project.ROOT.resolve("core/src/main"))) {
            List<Path> offenders = sources.filter(Files::isRegularFile)
                    .filter(VendorWordsTest::namesAVendor)
                    .toList();
            assertThat(offenders).isEmpty();
        }
    }

    private static boolean namesAVendor(Path source) {
        try {
            return VENDOR.matcher(Files.readString(source)).find();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
