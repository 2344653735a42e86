package dev.coppice.model.complete;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.examples.Example;
import dev.coppice.model.examples.Examples;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.text.SpecText;

import org.junit.jupiter.api.Test;

import java.util.Random;

/** Every place of every text has an answer, and every proposal can be taken. */
class CompletionFuzzTest {

    private static final String SIGNS = "\n\r\t -:,[]{}\"'|>#&*!%?abc01/";

    private final Completer completer = new Completer(new SpecSchema());

    @Test
    void everyPlaceOfTheExamples() {
        for (Example example : new Examples().all()) {
            String text = example.spec();
            for (int offset = 0; offset <= text.length(); offset++) {
                take(text, offset);
                take(text.substring(0, offset), offset);
            }
        }
    }

    @Test
    void everyPlaceOfBrokenTexts() {
        var random = new Random(7);
        for (Example example : new Examples().all()) {
            String text = example.spec();
            for (int i = 0; i < 4_000; i++) {
                var broken = new StringBuilder(text);
                for (int j = random.nextInt(6); j >= 0; j--) {
                    int at = random.nextInt(broken.length());
                    int kind = random.nextInt(3);
                    char sign = SIGNS.charAt(random.nextInt(SIGNS.length()));
                    if (kind == 0) {
                        broken.setCharAt(at, sign);
                    } else if (kind == 1) {
                        broken.insert(at, sign);
                    } else {
                        broken.delete(at, Math.min(broken.length(), at + random.nextInt(40)));
                    }
                }
                take(broken.toString(), random.nextInt(broken.length() + 1));
            }
        }
    }

    private void take(String text, int offset) {
        Completion found = completer.complete(new SpecText(text), offset, Catalog.EMPTY);
        assertThat(found.token().end()).isLessThanOrEqualTo(text.length());
        for (Proposal proposal : found.proposals()) {
            String after = new SpecText(text).apply(proposal.edit()).content();
            assertThat(proposal.caret()).isBetween(0, after.length());
        }
    }
}
