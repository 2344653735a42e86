package dev.coppice.runner.nix;

import dev.coppice.model.importing.NixosAnswers;
import dev.coppice.model.nix.NixData;
import dev.coppice.model.nix.NixData.Placed;
import dev.coppice.runner.proc.Cancellation;
import dev.coppice.runner.proc.Command;
import dev.coppice.runner.proc.ProcessRunner;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Has {@code nix-instantiate} work out options of a module that need more than reading: the module
 * alone, with a few functions of {@code lib} and without nixpkgs, so that nothing is downloaded,
 * built or written to a store. What needs nixpkgs gets no answer.
 */
public final class NixQuestions {

    /** Each question is a process; a module with more of them needs nixpkgs anyway. */
    private static final int MOST = 40;

    private static final String TOOL = "nix-instantiate";

    /** The functions of lib that modules use most, by their meaning in the manual of Nixpkgs. */
    private static final String LIB =
            """
            rec {
              mkDefault = x: x; mkForce = x: x; mkBefore = x: x; mkAfter = x: x;
              mkOverride = n: x: x; mkOrder = n: x: x; id = x: x;
              mkIf = c: x: if c then x else null;
              optional = c: x: if c then [ x ] else [ ];
              optionals = c: x: if c then x else [ ];
              optionalString = c: x: if c then x else "";
              optionalAttrs = c: x: if c then x else { };
              concatStringsSep = builtins.concatStringsSep;
              concatStrings = builtins.concatStringsSep "";
              concatMapStringsSep = s: f: l: builtins.concatStringsSep s (map f l);
              concatMapStrings = f: l: builtins.concatStringsSep "" (map f l);
              concatLists = builtins.concatLists; concatMap = builtins.concatMap;
              genAttrs = n: f: builtins.listToAttrs (map (name: { inherit name; value = f name; }) n);
              nameValuePair = name: value: { inherit name value; };
              listToAttrs = builtins.listToAttrs; attrNames = builtins.attrNames;
              attrValues = builtins.attrValues; mapAttrs = builtins.mapAttrs;
              mapAttrsToList = f: s: map (n: f n s.${n}) (builtins.attrNames s);
              filter = builtins.filter; elem = builtins.elem; head = builtins.head;
              tail = builtins.tail; length = builtins.length; flatten = x:
                if builtins.isList x then builtins.concatMap flatten x else [ x ];
              range = a: b: if a > b then [ ] else builtins.genList (n: a + n) (b - a + 1);
              replicate = n: x: builtins.genList (_: x) n;
              removeSuffix = s: x: let n = builtins.stringLength x - builtins.stringLength s;
                in if builtins.substring n (-1) x == s then builtins.substring 0 n x else x;
              splitString = s: x: builtins.filter builtins.isString (builtins.split s x);
              hasPrefix = p: x: builtins.substring 0 (builtins.stringLength p) x == p;
              fold = f: z: l: builtins.foldl' (a: b: f b a) z l; foldl' = builtins.foldl';
              importJSON = p: builtins.fromJSON (builtins.readFile p);
              fileContents = p: removeSuffix "\\n" (builtins.readFile p);
            }
            """;

    private final ProcessRunner runner;

    public NixQuestions(ProcessRunner runner) {
        this.runner = runner;
    }

    /** Whether Nix is installed. */
    public boolean canAsk() {
        return runner.tools().find(TOOL).isPresent();
    }

    /**
     * Asks for options of a module.
     *
     * @param file the module
     * @param options their paths
     */
    public NixosAnswers ask(Path file, List<List<String>> options, Cancellation cancellation)
            throws InterruptedException {
        Map<List<String>, NixData> answers = new HashMap<>();
        for (List<String> option : options.subList(0, Math.min(MOST, options.size()))) {
            if (cancellation.isCancelled()) {
                break;
            }
            one(file, option, cancellation).ifPresent(value -> answers.put(option, value));
        }
        return new NixosAnswers(answers);
    }

    private Optional<NixData> one(Path file, List<String> option, Cancellation cancellation)
            throws InterruptedException {
        Path whole = file.toAbsolutePath().normalize();
        var command =
                Command.of(
                                TOOL,
                                "--eval",
                                "--strict",
                                "--json",
                                "--readonly-mode",
                                "--store",
                                "dummy://",
                                "--option",
                                "restrict-eval",
                                "true",
                                "--option",
                                "allow-import-from-derivation",
                                "false",
                                "-I",
                                "module=" + whole.getParent(),
                                "--expr",
                                expression(whole, option))
                        .with("NIX_PATH", "");
        var lines = new ArrayList<String>();
        boolean ok = runner.run(command, lines::add, cancellation).ok();
        String last = lines.isEmpty() ? "" : lines.getLast();
        return ok ? parse(last) : Optional.empty();
    }

    private static String expression(Path file, List<String> option) {
        String path =
                option.stream().map(NixQuestions::quoted).reduce((a, b) -> a + "." + b).orElse("");
        return "let lib = "
                + LIB
                + "; f = import "
                + quoted(file.toString())
                + "; m = if builtins.isFunction f then f { config = { }; pkgs = { }; inherit lib;"
                + " modulesPath = \"\"; options = { }; } else f; in (m.config or m)."
                + path;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("${", "\\${") + '"';
    }

    private static Optional<NixData> parse(String json) {
        try {
            return Optional.of(data(JsonMapper.shared().readTree(json)));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static NixData data(JsonNode node) {
        if (node.isBoolean()) {
            return new NixData.Bool(node.asBoolean());
        } else if (node.isIntegralNumber()) {
            return new NixData.Int(node.asLong());
        } else if (node.isNumber()) {
            return new NixData.Decimal(node.toString());
        } else if (node.isString()) {
            return new NixData.Text(node.asString());
        } else if (node.isArray()) {
            var items = new ArrayList<Placed>();
            node.forEach(each -> items.add(placed(each)));
            return new NixData.Items(items);
        } else if (node.isObject()) {
            var entries = new LinkedHashMap<String, Placed>();
            node.properties().forEach(each -> entries.put(each.getKey(), placed(each.getValue())));
            return new NixData.Attrs(entries, List.of());
        }
        return new NixData.Null();
    }

    private static Placed placed(JsonNode node) {
        return new Placed(data(node), "", 0, 0, 100);
    }
}
