package dev.coppice.model.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The instructions of a Dockerfile (the Dockerfile reference of Docker): comments, lines that go
 * on, the directive {@code escape}, and texts that follow an instruction.
 */
final class DockerfileText {

    private static final int MOST_LINES = 20_000;
    private static final Pattern ESCAPE = Pattern.compile("#\\s*escape\\s*=\\s*(.)\\s*");
    private static final Pattern HEREDOC = Pattern.compile("<<(-?)([\"']?)(\\w+)\\2");

    private DockerfileText() {}

    /**
     * An instruction.
     *
     * @param word its first word in capitals
     * @param rest what follows, lines that go on joined
     * @param line where it begins, from 1
     * @param verbatim how it is written
     * @param texts the texts that follow it
     */
    record Instruction(String word, String rest, int line, String verbatim, List<Heredoc> texts) {
        Instruction {
            texts = List.copyOf(texts);
        }
    }

    /** A text that follows an instruction up to a line with its name. */
    record Heredoc(String name, String content) {}

    static List<Instruction> read(String text) {
        List<String> lines = text.lines().limit(MOST_LINES).toList();
        var instructions = new ArrayList<Instruction>();
        char escape = '\\';
        int at = 0;
        while (at < lines.size()) {
            String line = lines.get(at).strip();
            Matcher directive = ESCAPE.matcher(line);
            if (instructions.isEmpty() && directive.matches()) {
                escape = directive.group(1).charAt(0);
            }
            if (line.isEmpty() || line.startsWith("#")) {
                at++;
                continue;
            }
            int first = at;
            var joined = new StringBuilder();
            while (at < lines.size()) {
                String now = lines.get(at).stripTrailing();
                at++;
                if (at - 1 > first && (now.isBlank() || now.strip().startsWith("#"))) {
                    continue;
                }
                boolean more = !now.isEmpty() && now.charAt(now.length() - 1) == escape;
                joined.append(more ? now.substring(0, now.length() - 1) : now);
                if (!more) {
                    break;
                }
            }
            String whole = joined.toString().strip();
            String[] words = whole.split("\\s+", 2);
            String word = words[0].toUpperCase(Locale.ROOT);
            var texts = new ArrayList<Heredoc>();
            if (List.of("RUN", "COPY", "ADD").contains(word)) {
                at = heredocs(whole, lines, at, texts);
            }
            instructions.add(
                    new Instruction(
                            word,
                            words.length > 1 ? words[1] : "",
                            first + 1,
                            String.join("\n", lines.subList(first, at)),
                            texts));
        }
        return instructions;
    }

    private static int heredocs(
            String instruction, List<String> lines, int from, List<Heredoc> texts) {
        int at = from;
        Matcher matcher = HEREDOC.matcher(instruction);
        while (matcher.find()) {
            boolean tabs = !matcher.group(1).isEmpty();
            var content = new StringBuilder();
            boolean closed = false;
            while (at < lines.size() && !closed) {
                String line = tabs ? lines.get(at).replaceFirst("^\t+", "") : lines.get(at);
                closed = line.equals(matcher.group(3));
                if (!closed) {
                    content.append(line).append('\n');
                }
                at++;
            }
            texts.add(new Heredoc(matcher.group(3), content.toString()));
        }
        return at;
    }
}
