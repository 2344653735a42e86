package dev.coppice.arch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Small files, small methods. */
class SizeTest {

    private static final int FILE_LINES = 500;
    private static final int METHOD_LINES = 60;

    private static final Set<Tree.Kind> CONTROL =
            Set.of(
                    Tree.Kind.IF,
                    Tree.Kind.FOR_LOOP,
                    Tree.Kind.ENHANCED_FOR_LOOP,
                    Tree.Kind.WHILE_LOOP,
                    Tree.Kind.DO_WHILE_LOOP,
                    Tree.Kind.SWITCH,
                    Tree.Kind.SWITCH_EXPRESSION,
                    Tree.Kind.TRY);

    @Test
    void noFileIsTooLong() {
        List<String> wrong =
                SourceFiles.all().stream()
                        .filter(file -> tooLong(SourceFiles.read(file)))
                        .map(Path::toString)
                        .toList();

        assertThat(wrong).as("longer than " + FILE_LINES + " lines").isEmpty();
    }

    @Test
    void noMethodIsTooLong() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path file : SourceFiles.all()) {
            if (file.toString().contains("/src/test/")) {
                continue; // tables of cases
            }
            wrong.addAll(longMethods(file.toString(), SourceFiles.read(file)));
        }

        assertThat(wrong).as("longer than " + METHOD_LINES + " lines").isEmpty();
    }

    @Test
    void longFilesAndMethodsAreNoticed() throws IOException {
        String method = "void a() {" + "\nif (b) c();".repeat(METHOD_LINES) + "}";

        assertThat(tooLong("\n".repeat(FILE_LINES + 1))).isTrue();
        assertThat(longMethods("A.java", "class A {" + method + "}")).containsExactly("A.java: a");
    }

    private static boolean tooLong(String source) {
        return source.lines().count() > FILE_LINES;
    }

    private static List<String> longMethods(String name, String source) throws IOException {
        var file =
                new SimpleJavaFileObject(Path.of(name).toUri(), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreErrors) {
                        return source;
                    }
                };
        var task =
                (JavacTask)
                        ToolProvider.getSystemJavaCompiler()
                                .getTask(null, null, null, List.of(), null, List.of(file));
        List<String> found = new ArrayList<>();
        for (CompilationUnitTree unit : task.parse()) {
            new MethodLengths(unit, Trees.instance(task), name, found).scan(unit, null);
        }
        return found;
    }

    private static final class MethodLengths extends TreeScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final Trees trees;
        private final String name;
        private final List<String> found;

        MethodLengths(CompilationUnitTree unit, Trees trees, String name, List<String> found) {
            this.unit = unit;
            this.trees = trees;
            this.name = name;
            this.found = found;
        }

        @Override
        public Void visitMethod(MethodTree node, Void nothing) {
            var positions = trees.getSourcePositions();
            long start = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, node));
            long end = unit.getLineMap().getLineNumber(positions.getEndPosition(unit, node));
            if (end - start + 1 > METHOD_LINES && !isStraight(node)) {
                found.add(name + ": " + node.getName());
            }
            return super.visitMethod(node, nothing);
        }

        /** A table of rows, say, is long but not hard to follow. */
        private static boolean isStraight(MethodTree node) {
            var found = new AtomicBoolean();
            new TreeScanner<Void, Void>() {
                @Override
                public Void scan(Tree tree, Void nothing) {
                    if (tree != null && CONTROL.contains(tree.getKind())) {
                        found.set(true);
                    }
                    return super.scan(tree, nothing);
                }
            }.scan(node.getBody(), null);
            return !found.get();
        }
    }
}
