package io.voicecloner.emulator;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartConfig;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** A {@code multipart/form-data} body, its parts in any order. Large parts lie on disk until {@link #close}. */
final class UploadForm implements AutoCloseable {

    private static final long MAX_BYTES_IN_MEMORY = 16 * 1024;

    /** Far above what any provider takes: the provider's own answer to a file that is too large should be seen. */
    private static final long MAX_BYTES = 256L * 1024 * 1024;

    private final MultiPartFormData.Parts parts;

    private UploadForm(MultiPartFormData.Parts parts) {
        this.parts = parts;
    }

    static UploadForm read(Request request, String contentType, RecordingStore recordings) {
        MultiPartConfig config = new MultiPartConfig.Builder()
                .location(recordings.directory())
                .maxMemoryPartSize(MAX_BYTES_IN_MEMORY)
                .maxPartSize(MAX_BYTES)
                .maxSize(MAX_BYTES)
                .maxParts(16)
                .build();
        try {
            return new UploadForm(MultiPartFormData.getParts(request, request, contentType, config));
        } catch (RuntimeException e) {
            throw new BadRequest("the body is not multipart/form-data");
        }
    }

    @Nullable
    String text(String name) {
        MultiPart.Part part = parts.getFirst(name);
        return part == null ? null : part.getContentAsString(StandardCharsets.UTF_8);
    }

    /** The part of this name that carries a file name; a plain form value is no file. */
    @Nullable
    UploadedFile file(String name) {
        MultiPart.Part part = parts.getFirst(name);
        return part == null || part.getFileName() == null ? null : new UploadedFile(part);
    }

    @Override
    public void close() {
        parts.close();
    }

    /** A file of the form. */
    static final class UploadedFile {
        private final MultiPart.Part part;

        private UploadedFile(MultiPart.Part part) {
            this.part = part;
        }

        String name() {
            return part.getFileName();
        }

        long bytes() {
            return part.getLength();
        }

        InputStream open() {
            return Content.Source.asInputStream(part.createContentSource());
        }
    }
}
