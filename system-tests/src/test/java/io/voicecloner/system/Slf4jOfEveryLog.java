package io.voicecloner.system;

import org.jspecify.annotations.Nullable;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.AbstractLogger;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/** Leads SLF4J to {@link EveryLog}. Named by the system property slf4j.provider: the programs of these tests have what the command line has. */
public final class Slf4jOfEveryLog implements SLF4JServiceProvider {
    private final IMarkerFactory markers = new BasicMarkerFactory();
    private final MDCAdapter context = new NOPMDCAdapter();

    @Override
    public ILoggerFactory getLoggerFactory() {
        return Line::new;
    }

    @Override
    public IMarkerFactory getMarkerFactory() {
        return markers;
    }

    @Override
    public MDCAdapter getMDCAdapter() {
        return context;
    }

    @Override
    public String getRequestedApiVersion() {
        return "2.0.99";
    }

    @Override
    public void initialize() {}

    @SuppressWarnings("serial")
    private static final class Line extends AbstractLogger {
        private final boolean server;

        Line(String name) {
            this.name = name;
            this.server = EveryLog.isOfAServer(name);
        }

        @Override
        protected @Nullable String getFullyQualifiedCallerName() {
            return null;
        }

        @Override
        protected void handleNormalizedLoggingCall(
                Level level,
                @Nullable Marker marker,
                String message,
                Object @Nullable [] arguments,
                @Nullable Throwable thrown) {
            EveryLog.write(
                    name,
                    level,
                    MessageFormatter.arrayFormat(message, arguments).getMessage(),
                    thrown);
        }

        private boolean isEnabled() {
            return !server && EveryLog.isRead();
        }

        @Override
        public boolean isTraceEnabled() {
            return isEnabled();
        }

        @Override
        public boolean isTraceEnabled(Marker marker) {
            return isEnabled();
        }

        @Override
        public boolean isDebugEnabled() {
            return isEnabled();
        }

        @Override
        public boolean isDebugEnabled(Marker marker) {
            return isEnabled();
        }

        @Override
        public boolean isInfoEnabled() {
            return isEnabled();
        }

        @Override
        public boolean isInfoEnabled(Marker marker) {
            return isEnabled();
        }

        @Override
        public boolean isWarnEnabled() {
            return isEnabled();
        }

        @Override
        public boolean isWarnEnabled(Marker marker) {
            return isEnabled();
        }

        @Override
        public boolean isErrorEnabled() {
            return isEnabled();
        }

        @Override
        public boolean isErrorEnabled(Marker marker) {
            return isEnabled();
        }
    }
}
