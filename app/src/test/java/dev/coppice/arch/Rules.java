package dev.coppice.arch;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The laws of the house, for the code below one root package: {@code dev.coppice} for the real
 * code, the fixtures' package for the classes that break them.
 */
final class Rules {

    static final List<String> FEATURES =
            List.of("build", "preview", "generations", "compare", "compose", "export", "start");

    private static final String[] JAVAFX = {
        "javafx..", "org.controlsfx..", "org.fxmisc..", "atlantafx..", "org.kordamp.."
    };

    /** Types whose instances change; a static field of one is shared state. */
    private static final Set<String> MUTABLE_TYPES =
            Set.of(
                    "java.util.ArrayList",
                    "java.util.ArrayDeque",
                    "java.util.HashMap",
                    "java.util.HashSet",
                    "java.util.LinkedHashMap",
                    "java.util.LinkedHashSet",
                    "java.util.LinkedList",
                    "java.util.TreeMap",
                    "java.util.TreeSet",
                    "java.util.Random",
                    "java.util.concurrent.ConcurrentHashMap",
                    "java.util.concurrent.ConcurrentMap",
                    "java.util.concurrent.CopyOnWriteArrayList",
                    "java.util.concurrent.ExecutorService",
                    "java.util.concurrent.atomic.AtomicBoolean",
                    "java.util.concurrent.atomic.AtomicInteger",
                    "java.util.concurrent.atomic.AtomicLong",
                    "java.util.concurrent.atomic.AtomicReference",
                    "java.lang.StringBuilder");

    private final String root;

    Rules(String root) {
        this.root = root;
    }

    /** Every rule by a name, which is that of the fixture package that breaks it. */
    Map<String, ArchRule> all() {
        var rules = new LinkedHashMap<String, ArchRule>();
        rules.put("modelPure", modelPure());
        rules.put("modelClock", modelClock());
        rules.put("snakeyaml", snakeyaml());
        rules.put("processes", processes());
        rules.put("runnerUp", runnerUp());
        rules.put("appLow", appLow());
        rules.put("cliJavaFx", cliJavaFx());
        rules.put("cliWindow", cliWindow());
        FEATURES.forEach(feature -> rules.put("feature-" + feature, feature(feature)));
        rules.put("cycles", cycles("runner"));
        rules.put("statics", statics());
        return rules;
    }

    /** No toolkit, process, thread, file, socket or chance in the model. */
    private ArchRule modelPure() {
        return noClasses()
                .that(resideInAPackage(root + ".model.."))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(JAVAFX)
                                .or(
                                        resideInAnyPackage(
                                                root + ".runner..",
                                                root + ".app..",
                                                root + ".icons..",
                                                "java.nio.file..",
                                                "java.nio.channels..",
                                                "java.net.http..",
                                                "java.util.concurrent.."))
                                .or(
                                        named(
                                                "java\\.lang\\.(Process|ProcessBuilder|Runtime|Thread.*"
                                                    + "|ProcessHandle)"))
                                .or(named("java\\.io\\.(File.*|RandomAccessFile)"))
                                .or(named("java\\.net\\.(.*Socket.*|URLConnection|HttpURL.*)"))
                                .or(
                                        named(
                                                "java\\.(util\\.(Random|SplittableRandom)"
                                                    + "|security\\.SecureRandom|time\\.Clock)")))
                .as("the model is pure");
    }

    /** No clock in the model either. */
    private ArchRule modelClock() {
        return noClasses()
                .that(resideInAPackage(root + ".model.."))
                .should()
                .callMethodWhere(
                        target(nameMatching("now"))
                                .and(target(owner(resideInAPackage("java.time.."))))
                                .or(
                                        target(nameMatching("currentTimeMillis|nanoTime|getenv"))
                                                .and(target(owner(named("java.lang.System"))))))
                .as("the model has no clock and no environment");
    }

    /** One package knows the YAML library. */
    private ArchRule snakeyaml() {
        return noClasses()
                .that(not(resideInAPackage(root + ".model.yaml..")))
                .should()
                .dependOnClassesThat(resideInAPackage("org.snakeyaml.."))
                .as("only model.yaml knows snakeyaml");
    }

    /** One package starts processes. */
    private ArchRule processes() {
        return noClasses()
                .that(not(resideInAPackage(root + ".runner.proc..")))
                .should()
                .dependOnClassesThat(named("java\\.lang\\.ProcessBuilder.*"))
                .orShould()
                .callMethodWhere(
                        target(nameMatching("exec"))
                                .and(target(owner(named("java\\.lang\\.Runtime")))))
                .as("only runner.proc starts processes");
    }

    /** The runner knows neither the toolkit nor the app. */
    private ArchRule runnerUp() {
        return noClasses()
                .that(resideInAPackage(root + ".runner.."))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(JAVAFX)
                                .or(resideInAnyPackage(root + ".app..", root + ".icons..")))
                .as("vm-runner knows no toolkit and nothing above it");
    }

    /** The app opens no sockets; it asks the runner. */
    private ArchRule appLow() {
        return noClasses()
                .that(resideInAPackage(root + ".app.."))
                .should()
                .dependOnClassesThat(
                        named("java\\.(net|nio\\.channels)\\.(.*Socket.*|URLConnection|HttpURL.*)")
                                .or(resideInAPackage("java.net.http..")))
                .as("app opens no sockets");
    }

    /** What runs without a display must not load the toolkit. */
    private ArchRule cliJavaFx() {
        return noClasses()
                .that(
                        resideInAnyPackage(
                                root + ".app.cli..",
                                root + ".app.output..",
                                root + ".app.session.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage(JAVAFX))
                .as("command line and session know no toolkit");
    }

    /** The command line reaches no part of the window either. */
    private ArchRule cliWindow() {
        return noClasses()
                .that(resideInAPackage(root + ".app.cli.."))
                .should()
                .dependOnClassesThat(
                        resideInAPackage(root + ".app..")
                                .and(
                                        not(
                                                resideInAnyPackage(
                                                        root + ".app",
                                                        root + ".app.cli..",
                                                        root + ".app.output..")))
                                .or(named(quote(root) + "\\.app\\.Wiring.*")))
                .as("the command line knows no part of the window");
    }

    /** A feature knows no other feature. */
    private ArchRule feature(String feature) {
        String[] others =
                FEATURES.stream()
                        .filter(other -> !other.equals(feature))
                        .map(other -> root + ".app." + other + "..")
                        .toArray(String[]::new);
        return noClasses()
                .that(resideInAPackage(root + ".app." + feature + ".."))
                .should()
                .dependOnClassesThat(resideInAnyPackage(others))
                .allowEmptyShould(true)
                .as("feature " + feature + " knows no other feature");
    }

    /** Packages of a module form no ring. */
    ArchRule cycles(String module) {
        return slices().matching(root + "." + module + ".(*)..").should().beFreeOfCycles();
    }

    /** Nothing is shared through static fields. */
    private ArchRule statics() {
        DescribedPredicate<JavaField> ours =
                describe(
                        "static and written by people",
                        field ->
                                field.getModifiers().contains(JavaModifier.STATIC)
                                        && !field.getModifiers().contains(JavaModifier.SYNTHETIC));
        return fields().that(ours)
                .should(
                        new ArchCondition<>("be final and of a type that cannot change") {
                            @Override
                            public void check(JavaField field, ConditionEvents events) {
                                boolean constant =
                                        field.getModifiers().contains(JavaModifier.FINAL)
                                                && !MUTABLE_TYPES.contains(
                                                        field.getRawType().getName());
                                events.add(
                                        new SimpleConditionEvent(
                                                field,
                                                constant,
                                                field.getFullName() + " can change"));
                            }
                        })
                .as("there is no mutable static field");
    }

    private static DescribedPredicate<JavaClass> named(String pattern) {
        return describe("named " + pattern, type -> type.getName().matches(pattern));
    }

    private static <T> DescribedPredicate<T> not(DescribedPredicate<T> predicate) {
        return DescribedPredicate.not(predicate);
    }

    private static String quote(String packageName) {
        return String.join("\\.", Arrays.asList(packageName.split("\\.")));
    }
}
