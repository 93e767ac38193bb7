package io.asl4j.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.toolchain.Toolchain;
import org.apache.maven.toolchain.ToolchainManager;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.jspecify.annotations.Nullable;

/**
 * A goal that is one run of the {@code asl} command. The command needs a newer Java than Maven may
 * run on, so it gets a process of its own.
 */
abstract class AslMojo extends AbstractMojo {

  /** The exit code of a check or test that failed. */
  private static final int FAILED = 1;

  /** The exit code for bad usage or input. */
  private static final int BAD_INPUT = 2;

  private static final String ERROR = "error: ";

  /** Leaves the goal out. */
  @Parameter(property = "asl.skip", defaultValue = "false")
  private boolean skip;

  /** The folder of a JDK 21 or newer. Otherwise toolchains and the usual places are looked at. */
  @Parameter(property = "asl.javaHome")
  private @Nullable File javaHome;

  /** Further options for the Java that does the work, such as {@code -Xmx1g}. */
  @Parameter(property = "asl.jvmArguments")
  private @Nullable List<String> jvmArguments;

  /**
   * What paths are relative to, also those in reports. Code hosts want them relative to the root of
   * the repository, in Maven often {@code ${maven.multiModuleProjectDirectory}}.
   */
  @Parameter(property = "asl.workingDirectory", defaultValue = "${project.basedir}")
  private File workingDirectory;

  @Parameter(defaultValue = "${project.basedir}", readonly = true)
  private File basedir;

  @Parameter(defaultValue = "${plugin.version}", readonly = true)
  private String version;

  @Parameter(defaultValue = "${session}", readonly = true)
  private MavenSession session;

  @Parameter(defaultValue = "${repositorySystemSession}", readonly = true)
  private RepositorySystemSession repositories;

  @Parameter(defaultValue = "${project.remotePluginRepositories}", readonly = true)
  private List<RemoteRepository> remotes;

  @Inject private RepositorySystem repositorySystem;

  @Inject private ToolchainManager toolchains;

  /** Whether there is nothing to do, and why. */
  abstract Optional<String> idle();

  /** Runs the command and tells its results. */
  abstract void work() throws MojoExecutionException, MojoFailureException;

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    Optional<String> reason = skip ? Optional.of("asl.skip is set.") : idle();
    if (reason.isPresent()) {
      getLog().info("Skipped: " + reason.get());
      return;
    }
    work();
  }

  /** The folder of the project. */
  final Path projectFolder() {
    return basedir.toPath();
  }

  /** Makes the folder for a report, as other plugins do for theirs. */
  static final void makeFolder(File report) throws MojoExecutionException {
    try {
      Files.createDirectories(report.toPath().toAbsolutePath().resolveSibling(""));
    } catch (IOException e) {
      throw new MojoExecutionException("The folder of " + report + " cannot be made: " + e + ".");
    }
  }

  /** A path of the project as the command is to be given it. */
  final String relative(String path) {
    Path absolute = projectFolder().resolve(path).normalize();
    Path from = workingDirectory.toPath().toAbsolutePath().normalize();
    return absolute.startsWith(from) && !absolute.equals(from)
        ? from.relativize(absolute).toString()
        : absolute.toString();
  }

  /**
   * Runs the command.
   *
   * @param out gets lines of standard output
   * @return the exit code: 0 or 1
   * @throws MojoFailureException if the command refused its arguments, with its first message
   */
  final int run(List<String> arguments, Consumer<String> out)
      throws MojoExecutionException, MojoFailureException {
    List<String> errors = new ArrayList<>();
    AslProcess process =
        new AslProcess(
            java(),
            classPath(),
            jvmArguments == null ? List.of() : jvmArguments,
            workingDirectory.toPath());
    getLog().debug("asl " + String.join(" ", arguments) + " on " + process.java());
    try {
      int exit = process.run(arguments, out, errors::add);
      errors.forEach(line -> tellError(line, exit > FAILED));
      if (exit > BAD_INPUT) {
        throw new MojoExecutionException("asl ended with code " + exit + ", see above.");
      }
      if (exit == BAD_INPUT) {
        throw new MojoFailureException(refusal(errors));
      }
      return exit;
    } catch (IOException e) {
      throw new MojoExecutionException("asl could not be run: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MojoExecutionException("asl was interrupted.");
    }
  }

  /** The first thing that the command complained about; it may also have told of success before. */
  private static String refusal(List<String> errors) {
    return errors.stream()
        .filter(line -> line.startsWith(ERROR))
        .map(line -> line.substring(ERROR.length()))
        .findFirst()
        .orElse("asl refused its input, see above.");
  }

  private void tellError(String line, boolean hasNotEnded) {
    if (hasNotEnded || line.startsWith(ERROR)) {
      getLog().error(line);
    } else {
      getLog().info(line);
    }
  }

  private JavaHome java() throws MojoFailureException {
    JavaSearch search = new JavaSearch();
    if (javaHome == null) {
      offerToolchains(search);
      Map<String, String> environment = System.getenv();
      search.offerVariable("ASL_JAVA_HOME", environment).offerVariable("JAVA_HOME", environment);
      search.offer("the Java of Maven", Path.of(System.getProperty("java.home", "")));
      search.offerShelves(Path.of(System.getProperty("user.home", "")));
    } else {
      search.offer("javaHome", javaHome.toPath());
    }
    return search.found().orElseThrow(() -> new MojoFailureException(search.complaint()));
  }

  private void offerToolchains(JavaSearch search) {
    Optional.ofNullable(toolchains.getToolchainFromBuildContext("jdk", session))
        .flatMap(AslMojo::folder)
        .ifPresent(folder -> search.offer("the toolchain of this build", folder));
    Map<String, String> wanted = Map.of("version", "[" + JavaSearch.OLDEST + ",)");
    for (Toolchain toolchain : toolchains.getToolchains(session, "jdk", wanted)) {
      folder(toolchain).ifPresent(folder -> search.offer("toolchains.xml", folder));
    }
  }

  /** The folder of a JDK, which a toolchain tells only by the programs in it. */
  private static Optional<Path> folder(Toolchain toolchain) {
    return Optional.ofNullable(toolchain.findTool("java"))
        .map(program -> Path.of(program).getParent())
        .map(Path::getParent);
  }

  /**
   * Resolved anew and not taken from the plugin's own class path: Maven leaves out of that what it
   * has itself, such as SLF4J in an older version.
   */
  private List<Path> classPath() throws MojoExecutionException {
    DefaultArtifact command = new DefaultArtifact("io.asl4j", "asl-cli", "jar", version);
    CollectRequest collect = new CollectRequest(new Dependency(command, "runtime"), remotes);
    // Without a filter: Maven's sessions leave out what only tests need, and what is optional.
    DependencyRequest request = new DependencyRequest(collect, null);
    try {
      List<Path> jars = new ArrayList<>();
      for (ArtifactResult result :
          repositorySystem.resolveDependencies(repositories, request).getArtifactResults()) {
        jars.add(result.getArtifact().getFile().toPath());
      }
      return jars;
    } catch (DependencyResolutionException e) {
      throw new MojoExecutionException("The asl command cannot be had: " + e.getMessage());
    }
  }
}
