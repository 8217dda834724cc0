package org.xaistudy.server.participation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import org.xaistudy.server.bundle.StudyState;
import org.xaistudy.server.bundle.StudyStates;
import org.xaistudy.server.run.Stage;
import org.xaistudy.server.trial.Trial;
import org.xaistudy.studies.Questionnaire.When;
import org.xaistudy.studies.Recruitment.Outcome;

/** Which page shows a stage. */
@ApplicationScoped
class StagePages {
  private final DevicePages device;
  private final InstructionPages instructions;
  private final ComprehensionPages comprehension;
  private final TrialPages trials;
  private final QuestionnairePages questionnaire;
  private final StudyStates states;

  StagePages(
      DevicePages device,
      InstructionPages instructions,
      ComprehensionPages comprehension,
      TrialPages trials,
      QuestionnairePages questionnaire,
      StudyStates states) {
    this.states = states;
    this.device = device;
    this.instructions = instructions;
    this.comprehension = comprehension;
    this.trials = trials;
    this.questionnaire = questionnaire;
  }

  /** The page of a run's next stage. */
  Response show(OpenRun run) {
    return run.course().stage().visit(new Pages(run));
  }

  private final class Pages implements Stage.Visitor<Response> {
    private final OpenRun run;

    Pages(OpenRun run) {
      this.run = run;
    }

    @Override
    public Response device() {
      return device.show(run);
    }

    @Override
    public Response instructions() {
      return instructions.show(run);
    }

    @Override
    public Response comprehension() {
      return comprehension.show(run);
    }

    @Override
    public Response judge(Trial trial) {
      return trials.show(run, trial);
    }

    @Override
    public Response questions(When when) {
      return questionnaire.show(run, when);
    }

    @Override
    public Response finished() {
      return EndPages.thanks(run);
    }

    @Override
    public Response ended(Outcome outcome) {
      return EndPages.ended(run, outcome);
    }

    @Override
    public Response placeGone() {
      return EndPages.placeGone(run, states.of(run.course().open()) == StudyState.CLOSED);
    }
  }
}
