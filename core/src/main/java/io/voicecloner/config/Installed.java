package io.voicecloner.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The implementations of one service, by name. One that cannot be loaded does not hide the others; two of one name hide each
 * other, since either choice would be silent.
 */
final class Installed<S> {
    private static final int MOST_COMPLAINTS = 100;

    private final Map<String, S> byName = new TreeMap<>();
    private final Map<String, List<String>> clashes = new TreeMap<>();
    private final Set<String> broken = new LinkedHashSet<>();

    private Installed() {}

    static <S> Installed<S> find(Class<S> service, Function<S, String> name) {
        Installed<S> found = new Installed<>();
        Set<Class<?>> seen = new HashSet<>();
        found.addAll(ServiceLoader.load(service, Installed.class.getClassLoader()), name, seen);
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        if (context != null && context != Installed.class.getClassLoader()) {
            found.addAll(ServiceLoader.load(service, context), name, seen);
        }
        found.clashes.keySet().forEach(found.byName::remove);
        return found;
    }

    private void addAll(ServiceLoader<S> loader, Function<S, String> name, Set<Class<?>> seen) {
        Iterator<ServiceLoader.Provider<S>> candidates = loader.stream().iterator();
        // A loader whose resources cannot be read complains for ever.
        for (int complaints = 0; complaints < MOST_COMPLAINTS; complaints++) {
            try {
                while (candidates.hasNext()) {
                    ServiceLoader.Provider<S> candidate = candidates.next();
                    if (seen.add(candidate.type())) {
                        add(candidate.get(), name);
                    }
                }
                return;
            } catch (ServiceConfigurationError | LinkageError | RuntimeException e) {
                broken.add(e.getMessage() == null ? e.getClass().getName() : e.getMessage());
            }
        }
    }

    private void add(S implementation, Function<S, String> name) {
        String id = name.apply(implementation);
        S earlier = byName.putIfAbsent(id, implementation);
        if (earlier != null) {
            List<String> classes = clashes.computeIfAbsent(
                    id, unused -> new ArrayList<>(List.of(earlier.getClass().getName())));
            classes.add(implementation.getClass().getName());
        }
    }

    Map<String, S> byName() {
        return byName;
    }

    /** Why there is none of this name, and what there is. */
    String missing(String kind, String name, Set<String> others) {
        List<String> clashing = clashes.get(name);
        if (clashing != null) {
            return "There are several of the " + kind + " \"" + name + "\": " + String.join(", ", clashing)
                    + ". Leave one on the path.";
        }
        Set<String> known = new java.util.TreeSet<>(byName.keySet());
        known.addAll(others);
        StringBuilder text = new StringBuilder("There is no " + kind + " \"" + name + "\".");
        text.append(NearestName.hint(name, known));
        text.append(
                byName.isEmpty()
                        ? " None is installed: add its artifact, for example voicecloner-" + name + '.'
                        : " Installed: " + String.join(", ", byName.keySet()) + '.');
        if (!broken.isEmpty()) {
            text.append(" Could not be loaded: ")
                    .append(String.join("; ", broken))
                    .append('.');
        }
        return text.toString();
    }
}
