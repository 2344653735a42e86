package dev.coppice.model.yaml;

import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.yaml.Faults.Saying;
import dev.coppice.model.yaml.YNode.YScalar.Style;
import dev.coppice.model.yaml.YNode.YScalar.Type;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.tokens.Token;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Reads a text's first document from snakeyaml's events. Events are taken one by one instead of a
 * composed tree, because what was read before a syntax error can then be used, aliases keep their
 * own places, and depth is limited before anything recurses.
 */
final class RawReader {

    /** Deeper than any system needs; recursion over the tree stays far from the stack's end. */
    static final int MAX_DEPTH = 64;

    /** In UTF-16 units; snakeyaml's own limit, stated here so that it cannot drift. */
    static final int MAX_LENGTH = 3 * 1024 * 1024;

    private final SourceText source;
    private final Faults faults;
    private final RecordingScanner scanner;
    private final ParserImpl parser;
    private final Deque<RawFrame> frames = new ArrayDeque<>();
    private List<Token> tokens = List.of();
    private Optional<Raw> root = Optional.empty();
    private int documents;
    private boolean complete = true;
    private int lastRead;
    private int contentFrom;
    private int contentTo;

    private RawReader(SourceText source, Faults faults) {
        this.source = source;
        this.faults = faults;
        LoadSettings settings =
                LoadSettings.builder()
                        .setParseComments(false)
                        .setCodePointLimit(MAX_LENGTH + 1)
                        .build();
        this.scanner = new RecordingScanner(settings, source.readable());
        this.parser = new ParserImpl(settings, scanner);
        this.contentTo = source.content().length();
    }

    static RawDocument read(SourceText source, Faults faults) {
        for (int offset : source.forbidden()) {
            faults.add(
                    SyntaxMessages.forbidden(source.content().codePointAt(offset)),
                    YamlPath.ROOT,
                    offset,
                    offset + 1);
        }
        return new RawReader(source, faults).read();
    }

    private RawDocument read() {
        try {
            while (documents < 2 && complete && parser.hasNext()) {
                Event event = parser.next();
                tokens = scanner.drain();
                lastRead = tokens.isEmpty() ? lastRead : end(tokens.getLast());
                take(event);
            }
        } catch (YamlEngineException e) {
            stop(SyntaxMessages.report(e, source, faults, openBracket()));
        } catch (IllegalArgumentException e) {
            // snakeyaml lets some broken escapes through to Integer.parseInt and the like
            int at = nextWord(lastRead);
            faults.add(SyntaxMessages.brokenEscape(), YamlPath.ROOT, at, at + 1);
            stop(at);
        }
        return new RawDocument(
                root.filter(node -> !isNothing(node)),
                complete && source.forbidden().isEmpty(),
                documents < 2,
                contentFrom,
                contentTo);
    }

    private int openBracket() {
        RawFrame innermost = frames.peek();
        return innermost != null && innermost.flow ? innermost.contentStart : -1;
    }

    private static boolean isNothing(Raw node) {
        return node instanceof Raw.Scalar s && s.isAbsent();
    }

    private void take(Event event) {
        if (event instanceof DocumentStartEvent start) {
            startDocument(start);
            return;
        }
        if (documents == 1 && !frames.isEmpty()) {
            indicators(frames.peek());
        }
        switch (event) {
            case ScalarEvent scalar -> child(scalar(scalar));
            case AliasEvent alias ->
                    child(new Raw.Alias(alias.getAlias().getValue(), start(event), end(event)));
            case CollectionStartEvent collection -> open(collection);
            default -> other(event);
        }
    }

    private void startDocument(DocumentStartEvent start) {
        documents++;
        if (documents == 1) {
            contentFrom = start.isExplicit() ? end(start) : 0;
        } else {
            faults.add(
                    new Saying(
                            DiagnosticCode.YAML_DOCUMENTS,
                            "A second document starts here",
                            "A spec is one document: remove this line and merge what follows."),
                    YamlPath.ROOT,
                    start(start),
                    end(start));
        }
    }

    private void other(Event event) {
        switch (event.getEventId()) {
            case MappingEnd, SequenceEnd -> child(frames.pop().close(end(event)));
            case DocumentEnd -> contentTo = start(event);
            default -> {
                // start and end of the stream say nothing
            }
        }
    }

    /** Gives dashes, colons and commas that were read since the last event to their collection. */
    private void indicators(RawFrame frame) {
        for (Token token : tokens) {
            int at = source.offset(token.getStartMark().orElseThrow());
            switch (token.getTokenId()) {
                case BlockEntry -> frame.dash(at);
                case FlowEntry -> frame.comma(at);
                case Value -> frame.colon(at);
                case Key -> {
                    if (end(token) > at) {
                        frame.question(at);
                    }
                }
                default -> {
                    // what has events of its own
                }
            }
        }
    }

    private void child(Raw node) {
        if (frames.isEmpty()) {
            root = Optional.of(node);
        } else {
            frames.peek().child(node);
        }
    }

    private void open(CollectionStartEvent event) {
        if (frames.size() >= MAX_DEPTH) {
            faults.add(
                    new Saying(
                            DiagnosticCode.YAML_LIMIT,
                            "Nested more than " + MAX_DEPTH + " levels deep",
                            "Take levels out; no setting needs more than a few."),
                    YamlPath.ROOT,
                    start(event),
                    end(event));
            stop(start(event));
            return;
        }
        Raw.Props props = props(event.getAnchor(), event.getTag());
        int contentStart = contentStart(event, props);
        int start = start(event);
        frames.push(
                event.getEventId() == Event.ID.MappingStart
                        ? new RawFrame.OfMapping(
                                props, start, contentStart, event.isFlow(), hasBrace(event))
                        : new RawFrame.OfSequence(props, start, contentStart, event.isFlow()));
    }

    /**
     * The event of a flow collection ends behind the bracket, of a block one before its content.
     */
    private int contentStart(CollectionStartEvent event, Raw.Props props) {
        if (event.isFlow()) {
            return Math.max(start(event), end(event) - 1);
        }
        if (props.isEmpty()) {
            return start(event);
        }
        // for a list that is not indented below its key, the first dash counts to the event
        boolean dash = event.getEventId() == Event.ID.SequenceStart && !isDash(end(event));
        return dash ? end(event) - 1 : end(event);
    }

    private boolean isDash(int offset) {
        return offset < source.content().length() && source.content().charAt(offset) == '-';
    }

    /** Whether a flow mapping has braces of its own: a pair in a list starts with its key. */
    private boolean hasBrace(CollectionStartEvent event) {
        return end(event) > start(event) && source.content().charAt(end(event) - 1) == '{';
    }

    private Raw.Scalar scalar(ScalarEvent event) {
        Raw.Props props = props(event.getAnchor(), event.getTag());
        int start = start(event);
        int fullEnd = end(event);
        boolean written = !tokens.isEmpty() && tokens.getLast().getTokenId() == Token.ID.Scalar;
        int contentStart =
                written ? source.offset(tokens.getLast().getStartMark().orElseThrow()) : fullEnd;
        Style style = style(event.getScalarStyle());
        boolean block = style == Style.LITERAL || style == Style.FOLDED;
        int end = block ? tightEnd(contentStart, fullEnd) : fullEnd;
        return new Raw.Scalar(
                props,
                start,
                contentStart,
                end,
                fullEnd,
                event.getValue(),
                type(event.getValue(), style, props.tag()),
                style);
    }

    private static Type type(String value, Style style, String tag) {
        if (style != Style.PLAIN || tag.equals("!") || tag.equals(YamlTags.STR)) {
            return Type.STRING;
        }
        return ScalarTypes.ofPlain(value);
    }

    private static Raw.Props props(Optional<Anchor> anchor, Optional<String> tag) {
        return anchor.isEmpty() && tag.isEmpty()
                ? Raw.Props.NONE
                : new Raw.Props(anchor.map(Anchor::getValue).orElse(""), tag.orElse(""));
    }

    private static Style style(ScalarStyle style) {
        return switch (style) {
            case SINGLE_QUOTED -> Style.SINGLE_QUOTED;
            case DOUBLE_QUOTED -> Style.DOUBLE_QUOTED;
            case LITERAL -> Style.LITERAL;
            case FOLDED -> Style.FOLDED;
            default -> Style.PLAIN;
        };
    }

    /** Behind the last line of a block scalar that holds more than blanks. */
    private int tightEnd(int from, int fullEnd) {
        String content = source.content();
        int end = fullEnd;
        while (end > from && " \t\r\n".indexOf(content.charAt(end - 1)) >= 0) {
            end--;
        }
        while (end < fullEnd && " \t".indexOf(content.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    /** Gives up behind {@code offset} and keeps the top-level entries that surely stand before. */
    private void stop(int offset) {
        complete = false;
        root = Optional.empty();
        if (frames.peekLast() instanceof RawFrame.OfMapping top && !top.flow) {
            boolean onTop = frames.size() == 1;
            if (onTop && !top.awaitsValue() && !top.entries().isEmpty()) {
                Raw.Entry last = top.entries().getLast();
                if (!isSettled(last, offset)) {
                    top.entries().removeLast();
                }
            }
            root = top.entries().isEmpty() ? Optional.empty() : Optional.of(top.close(0));
        }
        frames.clear();
    }

    /** Whether what follows an entry cannot have changed its meaning. */
    private boolean isSettled(Raw.Entry entry, int offset) {
        int line = faults.lines().lineOf(entry.start());
        return entry.value() instanceof Raw.Scalar value
                && !value.isBlock()
                && !value.isAbsent()
                && line == faults.lines().lineOf(value.end())
                && line < faults.lines().lineOf(offset);
    }

    private int nextWord(int from) {
        int at = from;
        while (at < source.content().length()
                && Character.isWhitespace(source.content().charAt(at))) {
            at++;
        }
        return at;
    }

    private int end(Token token) {
        return source.offset(token.getEndMark().orElseThrow());
    }

    private int start(Event event) {
        return source.offset(event.getStartMark().orElseThrow());
    }

    private int end(Event event) {
        return source.offset(event.getEndMark().orElseThrow());
    }
}
