package cloud.finfusion.verification.conventions;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Finds old words in the names that sources declare, and in their Javadoc. Names that are only used
 * may be those of libraries.
 */
final class SourceWords extends TreePathScanner<@Nullable Void, CompilationUnitTree> {
  /** A declaration with an old word. */
  record Finding(String file, long line, String problem) {
    @Override
    public String toString() {
      return file + ":" + line + ": " + problem;
    }
  }

  private final DocTrees trees;
  private final List<Finding> findings = new ArrayList<>();

  private SourceWords(DocTrees trees) {
    this.trees = trees;
  }

  static List<Finding> in(Iterable<? extends JavaFileObject> sources) throws IOException {
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, problem -> {}, List.of("-proc:none"), null, sources);
    SourceWords words = new SourceWords(DocTrees.instance(task));
    for (CompilationUnitTree each : task.parse()) {
      words.scan(each, each);
    }
    return words.findings;
  }

  @Override
  public @Nullable Void visitPackage(PackageTree tree, CompilationUnitTree file) {
    checkText(tree, file);
    return super.visitPackage(tree, file);
  }

  @Override
  public @Nullable Void visitClass(ClassTree tree, CompilationUnitTree file) {
    check(tree, file, tree.getSimpleName().toString(), Vocabulary::problemOfType);
    checkText(tree, file);
    return super.visitClass(tree, file);
  }

  @Override
  public @Nullable Void visitMethod(MethodTree tree, CompilationUnitTree file) {
    check(tree, file, tree.getName().toString(), Vocabulary::problemOfName);
    checkText(tree, file);
    return super.visitMethod(tree, file);
  }

  @Override
  public @Nullable Void visitVariable(VariableTree tree, CompilationUnitTree file) {
    check(tree, file, tree.getName().toString(), Vocabulary::problemOfName);
    checkText(tree, file);
    return super.visitVariable(tree, file);
  }

  private void checkText(Tree tree, CompilationUnitTree file) {
    String javadoc = trees.getDocComment(getCurrentPath());
    if (javadoc != null) {
      check(tree, file, javadoc, Vocabulary::problemOfText);
    }
  }

  private void check(
      Tree tree,
      CompilationUnitTree file,
      String text,
      Function<String, @Nullable String> problemOf) {
    String problem = problemOf.apply(text);
    if (problem != null) {
      long start = trees.getSourcePositions().getStartPosition(file, tree);
      String name = file.getSourceFile().getName();
      findings.add(new Finding(name, file.getLineMap().getLineNumber(start), problem));
    }
  }
}
