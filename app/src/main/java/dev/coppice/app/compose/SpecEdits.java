package dev.coppice.app.compose;

import dev.coppice.app.session.SpecSession;
import dev.coppice.model.yaml.PatchResult;
import dev.coppice.model.yaml.YamlOp;
import dev.coppice.model.yaml.YamlPatcher;

import java.util.List;
import java.util.Optional;

/** Changes by meaning: the patcher finds the characters, the session makes the edit. */
final class SpecEdits {

    private final SpecSession session;
    private final YamlPatcher patcher;

    SpecEdits(SpecSession session, YamlPatcher patcher) {
        this.session = session;
        this.patcher = patcher;
    }

    /** Makes a change; why it was refused, or empty when it is done. */
    Optional<String> apply(String label, List<YamlOp> ops) {
        return switch (patcher.patch(session.text(), label, ops)) {
            case PatchResult.Patched(var batch) -> {
                session.apply(batch);
                yield Optional.empty();
            }
            case PatchResult.Refused(String reason) -> Optional.of(reason);
        };
    }
}
