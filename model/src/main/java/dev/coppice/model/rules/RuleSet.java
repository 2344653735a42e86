package dev.coppice.model.rules;

import dev.coppice.model.diag.Finding;

import java.util.ArrayList;
import java.util.List;

/** All rules, a class per topic. */
public final class RuleSet {

    private final List<Rule> rules =
            List.of(
                    new RegionRule(),
                    new DuplicateRule(),
                    new UserRule(),
                    new SshKeyRule(),
                    new SoftwareRule(),
                    new UnitRule(),
                    new EnablementRule(),
                    new FileRule(),
                    new NetworkRule(),
                    new KernelRule(),
                    new StorageRule(),
                    new CheckRule(),
                    new MachineRule());

    /** The findings of every rule. */
    public List<Finding> check(RuleContext context) {
        var findings = new ArrayList<Finding>();
        for (Rule rule : rules) {
            rule.check(context, findings::add);
        }
        return findings;
    }
}
