package io.voicecloner.emulator;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives JUnit 5 tests an {@link Emulator}. With {@code @ExtendWith(EmulatorExtension.class)}, or in a static field with
 * {@code @RegisterExtension}, one is started for the test class and its nested classes; in an instance field, one for each test.
 * It is handed to parameters of type {@link Emulator} and by {@link #emulator()}, and closed at the end.
 *
 * <p>The only class here that needs JUnit.
 */
public final class EmulatorExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {
    private final Emulator.Builder builder;
    private @Nullable Emulator emulator;

    /** Classes and tests inside which this extension now is: the first starts the emulator, the last closes it. */
    private int depth;

    /** With a free port and a random key. */
    public EmulatorExtension() {
        this(Emulator.builder());
    }

    /** With the port, key or clock of the builder. */
    public EmulatorExtension(Emulator.Builder builder) {
        this.builder = builder;
    }

    /**
     * The emulator that is running.
     *
     * @throws IllegalStateException outside of tests
     */
    public synchronized Emulator emulator() {
        if (emulator == null) {
            throw new IllegalStateException("no test is running that this extension is registered for");
        }
        return emulator;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        enter();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        enter();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        leave();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        leave();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Emulator.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return emulator();
    }

    synchronized void enter() {
        if (emulator == null) {
            emulator = builder.start();
        }
        depth++;
    }

    synchronized void leave() {
        depth--;
        if (depth == 0 && emulator != null) {
            emulator.close();
            emulator = null;
        }
    }
}
