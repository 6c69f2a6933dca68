package dev.parley.deployment;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;

/** The settings of all {@code @ConfigMapping} interfaces of a module, read from their sources. */
final class Mappings {
    private final Set<String> settings = new TreeSet<>();

    /** @param code the folder of the sources */
    Mappings(Path code) {
        List<Path> mappings = ServiceSources.files(code, ".java").stream()
                .filter(it -> ServiceSources.text(it).contains("@ConfigMapping("))
                .toList();
        if (!mappings.isEmpty()) {
            parse(mappings);
        }
    }

    /** By name, as in application.properties. */
    Set<String> settings() {
        return settings;
    }

    private void parse(List<Path> mappings) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask)
                    compiler.getTask(null, files, null, List.of(), null, files.getJavaFileObjectsFromPaths(mappings));
            for (var unit : task.parse()) {
                for (Tree type : unit.getTypeDecls()) {
                    if (type instanceof ClassTree mapping) {
                        add(prefix(mapping), mapping, nested(mapping));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String prefix(ClassTree mapping) {
        return mapping.getModifiers().getAnnotations().stream()
                .map(AnnotationTree::toString)
                .filter(it -> it.contains("ConfigMapping"))
                .map(it -> it.replaceFirst("(?s).*prefix\\s*=\\s*\"([^\"]+)\".*", "$1"))
                .findFirst()
                .orElse("");
    }

    private static Map<String, ClassTree> nested(ClassTree mapping) {
        return mapping.getMembers().stream()
                .filter(ClassTree.class::isInstance)
                .map(ClassTree.class::cast)
                .collect(Collectors.toMap(it -> it.getSimpleName().toString(), it -> it));
    }

    private void add(String prefix, ClassTree type, Map<String, ClassTree> nested) {
        for (Tree member : type.getMembers()) {
            if (member instanceof MethodTree method) {
                String name = prefix + "."
                        + method.getName()
                                .toString()
                                .replaceAll("([a-z])([A-Z])", "$1-$2")
                                .toLowerCase(Locale.ROOT);
                ClassTree below = nested.get(method.getReturnType().toString());
                if (below == null || below.getKind() == Tree.Kind.ENUM) {
                    settings.add(name);
                } else {
                    add(name, below, nested);
                }
            }
        }
    }
}
