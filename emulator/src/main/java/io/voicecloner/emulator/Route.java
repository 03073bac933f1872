package io.voicecloner.emulator;

import java.io.IOException;

/** Answers one operation of a provider, once path, method and key are found right. */
@FunctionalInterface
interface Route {
    /** Throws {@link BadRequest} or the provider's own refusal; an {@link IOException} only when the connection is lost. */
    Answer answer(Exchange exchange) throws IOException;

    /** Whether it makes voices, and so comes under the rate limit of clones. */
    default boolean clones() {
        return false;
    }

    /** Whether it speaks, and so comes under the rate limit of speech. */
    default boolean speaks() {
        return false;
    }

    /** Takes note of a request that is read but not acted upon. */
    default void ignore(Exchange exchange) throws IOException {}
}
