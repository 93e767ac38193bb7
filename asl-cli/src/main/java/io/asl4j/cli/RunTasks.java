package io.asl4j.cli;

import io.asl4j.core.json.SourceUnreadable;
import io.asl4j.core.model.StateMachine;
import io.asl4j.runtime.Engine;
import io.asl4j.runtime.history.ExecutionListener;
import io.asl4j.runtime.service.DefinitionFolder;
import io.asl4j.runtime.service.HttpInvoke;
import io.asl4j.runtime.service.StartExecution;
import io.asl4j.runtime.task.TaskHandlers;
import io.asl4j.testing.tasks.TaskAnswers;
import io.asl4j.testing.tasks.TasksFile;
import io.asl4j.testing.tasks.Unanswered;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Who answers the tasks of a run: the tasks file first, then what is built in. */
final class RunTasks implements AutoCloseable {

  private final RunRequest request;
  private final DefinitionFolder folder;
  private final Optional<TaskAnswers> answers;
  private final HttpInvoke http = HttpInvoke.create();
  private final StartExecution children;
  private final TaskHandlers handlers;
  private volatile List<ExecutionListener> listeners = List.of();

  private RunTasks(RunRequest request, Optional<TaskAnswers> answers) {
    this.request = request;
    this.folder = DefinitionFolder.at(folderOf(request.definition().file()));
    this.answers = answers;
    this.children =
        request.virtualTime()
            ? StartExecution.inModelledTime(folder, this::childEngine)
            : StartExecution.inRealTime(folder, this::childEngine);
    TaskHandlers builtIn =
        TaskHandlers.builder()
            .resource(HttpInvoke.RESOURCE, http)
            .build()
            .orElse(children.handlers());
    this.handlers = answers.map(TaskAnswers::handlers).orElse(TaskHandlers.none()).orElse(builtIn);
  }

  /** Reads the tasks file, and refuses to run with tasks that nobody answers. */
  static RunTasks of(RunRequest request, RunSources sources, Optional<Path> file) {
    Optional<TasksFile> tasks = file.map(path -> read(path, sources));
    RunTasks made = new RunTasks(request, tasks.map(TasksFile::answers));
    List<StateMachine> machines = new ArrayList<>();
    machines.add(request.definition().machine());
    machines.addAll(ChildMachines.of(request.definition().machine(), made.folder));
    tasks.ifPresent(
        known -> sources.refuseErrors(known.check(machines), file.get() + " does not fit"));
    made.refuseUnanswered(sources, file);
    return made;
  }

  private static TasksFile read(Path path, RunSources sources) {
    try {
      TasksFile file = TasksFile.read(path);
      sources.refuseErrors(file.diagnostics(), path + " cannot be used");
      return file;
    } catch (SourceUnreadable unreadable) {
      throw new UserError(String.valueOf(unreadable.getMessage()));
    }
  }

  private void refuseUnanswered(RunSources sources, Optional<Path> file) {
    TaskHandlers fromFile = answers.map(TaskAnswers::handlers).orElse(TaskHandlers.none());
    Unanswered unanswered =
        Unanswered.of(
            request.definition().machine(),
            request.definition().parsed().map(),
            fromFile,
            handlers);
    if (unanswered.isEmpty()) {
      return;
    }
    sources.list(unanswered.diagnostics());
    int count = unanswered.tasks().size();
    throw new UserError(
        count == 1 ? "A Task state has no answer." : count + " Task states have no answer.",
        "%s, with what each should return:\n%s"
            .formatted(
                file.map(path -> "Add this to " + path)
                    .orElse("Write this to a file and name it with --tasks"),
                unanswered.linesToAdd()));
  }

  private Engine.Builder childEngine() {
    Engine.Builder builder = Engine.builder().handlers(handlers);
    listeners.forEach(builder::listener);
    return builder;
  }

  /** The handlers of the run; children are told to the same listeners. */
  TaskHandlers handlers(List<ExecutionListener> toldToo) {
    listeners = List.copyOf(toldToo);
    return handlers;
  }

  /** Finds out how the states of a machine lie in each other, by the name of the machine. */
  Function<String, Optional<MachineShape>> shapes() {
    String main = request.definition().machineName();
    return name ->
        name.equals(main)
            ? Optional.of(MachineShape.of(request.definition().machine()))
            : folder.find(name).map(MachineShape::of);
  }

  /** Executions that were started without waiting for them. */
  StartExecution children() {
    return children;
  }

  private static Path folderOf(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    return folder == null ? Path.of("") : folder;
  }

  @Override
  public void close() {
    children.close();
    http.close();
    answers.ifPresent(TaskAnswers::close);
  }
}
