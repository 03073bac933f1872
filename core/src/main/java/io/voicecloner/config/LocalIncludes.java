package io.voicecloner.config;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigIncludeContext;
import com.typesafe.config.ConfigIncluder;
import com.typesafe.config.ConfigIncluderURL;
import com.typesafe.config.ConfigObject;
import java.net.URL;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lets a configuration file include other files, and nothing by its address: to read a configuration sends nothing to anybody. */
final class LocalIncludes implements ConfigIncluder, ConfigIncluderURL {
    /** One letter before a colon is a drive. */
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*", Pattern.DOTALL);

    private final @Nullable ConfigIncluder files;

    LocalIncludes() {
        this(null);
    }

    private LocalIncludes(@Nullable ConfigIncluder files) {
        this.files = files;
    }

    @Override
    public ConfigIncluder withFallback(ConfigIncluder fallback) {
        return new LocalIncludes(fallback);
    }

    @Override
    public ConfigObject include(ConfigIncludeContext context, String what) {
        // Trimmed of what java.net.URL trims: the file's includer asks that class first.
        if (files == null || ADDRESS.matcher(what.trim()).matches()) {
            throw new OfAnAddress();
        }
        return files.include(context, what);
    }

    @Override
    public ConfigObject includeURL(ConfigIncludeContext context, URL what) {
        throw new OfAnAddress();
    }

    /** What was included is not a file. */
    static final class OfAnAddress extends ConfigException {
        private static final long serialVersionUID = 1L;

        OfAnAddress() {
            super("an address");
        }
    }
}
