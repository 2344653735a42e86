package dev.coppice.model.yaml;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.scanner.Scanner;
import org.snakeyaml.engine.v2.scanner.ScannerImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.tokens.Token;

import java.util.ArrayList;
import java.util.List;

/**
 * A scanner that remembers the tokens that the parser took since it was last asked: dashes, colons
 * and commas have no events, and edits need their places.
 */
final class RecordingScanner implements Scanner {

    private final Scanner scanner;
    private List<Token> taken = new ArrayList<>();

    RecordingScanner(LoadSettings settings, String text) {
        this.scanner = new ScannerImpl(settings, new StreamReader(settings, text));
    }

    /** The tokens since the last call, in order. */
    List<Token> drain() {
        List<Token> tokens = taken;
        taken = new ArrayList<>();
        return tokens;
    }

    @Override
    public boolean checkToken(Token.ID... choices) {
        return scanner.checkToken(choices);
    }

    @Override
    public boolean checkToken(Token.ID choice) {
        return scanner.checkToken(choice);
    }

    @Override
    public Token peekToken() {
        return scanner.peekToken();
    }

    @Override
    public boolean hasNext() {
        return scanner.hasNext();
    }

    @Override
    public Token next() {
        Token token = scanner.next();
        taken.add(token);
        return token;
    }

    @Override
    public void resetDocumentIndex() {
        scanner.resetDocumentIndex();
    }
}
