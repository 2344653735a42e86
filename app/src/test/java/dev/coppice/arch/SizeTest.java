package dev.coppice.arch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Small files, small methods. */
class SizeTest {

    private static final int FILE_LINES = 500;
    private static final int METHOD_LINES = 60;

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
            wrong.addAll(longMethods(file.toString(), SourceFiles.read(file)));
        }

        assertThat(wrong).as("longer than " + METHOD_LINES + " lines").isEmpty();
    }

    @Test
    void longFilesAndMethodsAreNoticed() throws IOException {
        String method = "void a() {" + "\n;".repeat(METHOD_LINES) + "}";

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
            if (end - start + 1 > METHOD_LINES) {
                found.add(name + ": " + node.getName());
            }
            return super.visitMethod(node, nothing);
        }
    }
}
