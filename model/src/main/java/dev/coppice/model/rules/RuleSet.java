package dev.coppice.model.rules;

import dev.coppice.model.bind.Bound;
import dev.coppice.model.diag.Finding;
import dev.coppice.model.nixos.NixOptions;
import dev.coppice.model.packages.PackageFacts;
import dev.coppice.model.rules.known.Known;
import dev.coppice.model.rules.unit.UnitRule;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.yaml.YNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** All rules, a class per topic. */
public final class RuleSet {

    private final Known known = new Known();
    private final List<Rule> rules =
            List.of(
                    new TrapRule(),
                    new SystemRule(),
                    new RegionRule(),
                    new LanguageRule(),
                    new ClockRule(),
                    new DuplicateRule(),
                    new UserRule(),
                    new IdentityRule(),
                    new AccountRule(),
                    new LoginRule(),
                    new SshKeyRule(),
                    new SecretRule(),
                    new SoftwareRule(),
                    new PackageRule(),
                    new SourceRule(),
                    new ContainerRule(),
                    new UnitRule(),
                    new UnitSourceRule(),
                    new EnablementRule(),
                    new SshdRule(),
                    new FileRule(),
                    new ProgramRule(),
                    new NetworkRule(),
                    new RoutingRule(),
                    new PortRule(),
                    new KernelRule(),
                    new StorageRule(),
                    new DiskRule(),
                    new KeptRule(),
                    new CheckRule(),
                    new MachineRule(),
                    new NixosRule(known),
                    new KairosRule());

    /**
     * The findings of every rule.
     *
     * @param schema the table of fields
     * @param root what is right in the document
     * @param document the document as it is written
     * @param fileSize the size of a project file by its relative path; empty when it is not there
     * @param archive the packages of the release that the spec is made from
     * @param options the options of NixOS, as far as they are at hand
     */
    public List<Finding> check(
            SpecSchema schema,
            Bound.Fields root,
            Optional<YNode> document,
            Function<String, Optional<Long>> fileSize,
            PackageFacts archive,
            Optional<NixOptions> options) {
        var inventory = new Inventory(root, known, archive);
        var context =
                new RuleContext(
                        schema, root, document, fileSize, known, archive, options, inventory);
        var findings = new ArrayList<Finding>();
        for (Rule rule : rules) {
            rule.check(context, findings::add);
        }
        return findings;
    }
}
