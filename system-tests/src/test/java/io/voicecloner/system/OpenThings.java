package io.voicecloner.system;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.ObjectName;

/** What this JVM holds at a moment: threads by their names without numbers, descriptors by their kind where the system tells, heap in use. */
record OpenThings(Map<String, Long> threads, Map<String, Long> descriptors, long heap) {
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    /** After a collection of all garbage. */
    static OpenThings now() throws IOException, InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(100);
        }
        return new OpenThings(threadsNow(), descriptorsNow(), heapNow());
    }

    private static long heapNow() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    static Map<String, Long> threadsNow() {
        return counted(Thread.getAllStackTraces().keySet().stream()
                .map(thread -> thread.getName().replaceAll("\\d+", "N")));
    }

    static long threadCount() {
        return threadsNow().values().stream().mapToLong(Long::longValue).sum();
    }

    static Map<String, Long> descriptorsNow() throws IOException {
        if (!Files.isDirectory(DESCRIPTORS)) {
            return Map.of();
        }
        try (Stream<Path> all = Files.list(DESCRIPTORS)) {
            return counted(all.map(OpenThings::kindOf));
        }
    }

    /** One of a directory that is being listed is gone by then. */
    private static String kindOf(Path descriptor) {
        try {
            String target = Files.readSymbolicLink(descriptor).toString();
            int colon = target.indexOf(':');
            return colon > 0 && !target.startsWith("/") ? target.substring(0, colon) : "file";
        } catch (IOException e) {
            return "gone";
        }
    }

    private static Map<String, Long> counted(Stream<String> names) {
        return names.collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
    }

    long threadsInAll() {
        return threads.values().stream().mapToLong(Long::longValue).sum();
    }

    long sockets() {
        return descriptors.getOrDefault("socket", 0L);
    }

    /** Open files, those that Java itself was started from included. */
    long files() {
        return descriptors.getOrDefault("file", 0L);
    }

    /** How many live objects there are of classes whose names end so. */
    static Map<String, Long> live(List<String> classes) throws JMException {
        String histogram = (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
        Map<String, Long> live = new TreeMap<>();
        histogram
                .lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(words -> words.length >= 4)
                .forEach(words -> {
                    if (classes.stream().anyMatch(words[3]::endsWith)) {
                        live.put(words[3], Long.parseLong(words[1]));
                    }
                });
        return live;
    }
}
