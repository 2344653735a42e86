package dev.coppice.runner.compare;

import dev.coppice.model.yaml.YamlPath;

import java.util.List;
import java.util.Optional;

/**
 * Two generations side by side. Made by {@link Comparer}, shown by {@link ComparisonText}, {@link
 * ComparisonJson} and the window.
 *
 * @param before the earlier one, {@code web-01 generation 3}
 * @param after the later one
 * @param sections always all of them, in the order of {@link Topic}
 */
public record GenerationComparison(String before, String after, List<Section> sections) {

    public GenerationComparison {
        sections = List.copyOf(sections);
    }

    /** What is compared. */
    public enum Topic {
        SETTINGS("Settings"),
        PACKAGES("Packages"),
        FILES("Files"),
        UNITS("Units"),
        PORTS("Open ports"),
        USERS("Users"),
        KERNEL("Kernel variables"),
        CHECKS("Checks"),
        BOOT("Boot time"),
        SIZE("Size");

        private final String title;

        Topic(String title) {
            this.title = title;
        }

        /** For people. */
        public String title() {
            return title;
        }
    }

    /** How two sides of one thing relate. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED,
        /** Equal, or within the noise of measuring. Only measures and layers have such rows. */
        SAME
    }

    /**
     * One topic.
     *
     * @param rows what differs, and for measures also what does not
     * @param equal how many things are equal on both sides
     * @param note why nothing could be compared, for people; empty when it could
     */
    public record Section(Topic topic, List<Row> rows, int equal, String note) {

        public Section {
            rows = List.copyOf(rows);
        }

        /** Rows that tell of a difference. */
        public long differences() {
            return rows.stream().filter(row -> row.kind() != Kind.SAME).count();
        }
    }

    /**
     * One thing.
     *
     * @param subject what it is, {@code nginx} or {@code /etc/motd}
     * @param before the value on the earlier side; empty when added
     * @param after the value on the later side; empty when removed
     * @param detail more lines for those who look closer: a difference of lines, say
     * @param cause the place of the spec that made the difference, where that is known
     */
    public record Row(
            Kind kind,
            String subject,
            String before,
            String after,
            List<String> detail,
            Optional<YamlPath> cause) {

        public Row {
            detail = List.copyOf(detail);
        }
    }

    /** The section of a topic. */
    public Section section(Topic topic) {
        return sections.stream()
                .filter(section -> section.topic() == topic)
                .findFirst()
                .orElseGet(() -> new Section(topic, List.of(), 0, ""));
    }

    /** How many differences there are in all. */
    public long differences() {
        return sections.stream().mapToLong(Section::differences).sum();
    }
}
