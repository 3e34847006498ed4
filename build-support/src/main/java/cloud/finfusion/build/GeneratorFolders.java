package cloud.finfusion.build;

import java.nio.file.Path;

/** Where a module keeps what the generator needs and writes, below its {@code target}. */
record GeneratorFolders(Path module) {
  /** Read by Maven: {@code generator.skip}. */
  Path decision() {
    return state("decision.properties");
  }

  /** The hash of each input of the last generation that was finished. */
  Path inputs() {
    return state("inputs.sha256");
  }

  /** The hash of each file as the generator wrote it, before it was formatted. */
  Path unformatted() {
    return state("unformatted.sha256");
  }

  /** What the last generation left, formatted, while the next one runs. */
  Path previous() {
    return state("previous");
  }

  /** What the generator writes. */
  Path output() {
    return module.resolve("target/generated-sources/openapi");
  }

  private Path state(String name) {
    return module.resolve("target/generator").resolve(name);
  }
}
