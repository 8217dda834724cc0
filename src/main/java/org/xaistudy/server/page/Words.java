package org.xaistudy.server.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * What participants read besides the study's own texts; other languages in {@code
 * messages/msg_<language>}.
 */
@MessageBundle
public interface Words {
  @Message("Start")
  String start();

  @Message("Continue")
  String next();

  @Message("Language")
  String language();

  @Message("Progress: {done} of {steps}")
  String progress(int done, int steps);

  @Message("Skip to the content")
  String skip();

  @Message("about {minutes} minutes")
  String welcomeTime(int minutes);

  @Message("{count} pictures, a few short questions each")
  String welcomePictures(int count);

  @Message("{training} pictures to learn from, then {count} with a few short questions each")
  String welcomeTraining(int training, int count);

  @Message("no previous knowledge, no account, no cookies")
  String welcomeNoAccount();

  @Message("Nothing starts before you agree on the next page.")
  String welcomeNothingYet();

  @Message("Before you start")
  String consentTitle();

  @Message(
      "So that nobody’s answers count twice, we also keep a code made from your address, your browser"
          + " and its languages. Nobody can read them out of it, and it means nothing in other"
          + " studies.")
  String consentDevice();

  @Message("I agree and want to take part")
  String consentAgree();

  @Message("I do not want to take part")
  String consentDecline();

  @Message("Preview")
  String preview();

  @Message(
      "You are looking at the study as a researcher. Your answers are kept apart and never count.")
  String previewNote();

  @Message("Thank you for your interest")
  String declinedTitle();

  @Message("You did not take part, and nothing was stored. You can close this page.")
  String declinedText();

  @Message("All places are taken")
  String fullTitle();

  @Message(
      "Thank you for wanting to take part. At the moment every place in this study is taken."
          + " Nothing about you was stored. Places can become free again: you are welcome to try"
          + " later.")
  String fullText();

  @Message("This study has not begun")
  String notYetTitle();

  @Message("It is still being prepared. Nothing about you was stored. Please try again later.")
  String notYetText();

  @Message("This study is having a break")
  String pausedTitle();

  @Message(
      "Thank you for wanting to take part. The researchers take nobody in at the moment. Nothing"
          + " about you was stored, and you are welcome to try again later.")
  String pausedText();

  @Message("This study is over")
  String closedTitle();

  @Message("Thank you for wanting to take part. The study has ended. Nothing about you was stored.")
  String closedText();

  @Message("The study has ended")
  String closedMeanwhileTitle();

  @Message(
      "The researchers have ended the study while you were at work. The answers you gave are kept."
          + " If you came from a platform that pays you, please send the researcher this code: it"
          + " shows what you did.")
  String closedMeanwhileText();

  @Message("Your place was given to someone else")
  String goneTitle();

  @Message(
      "You were away for longer than we can keep a place, and the study has gone on without you."
          + " The answers you gave are kept, but cannot be counted. If you came from a platform"
          + " that pays you, please send the researcher this code: it shows what you did.")
  String goneText();

  @Message("This study has changed")
  String changedTitle();

  @Message(
      "The researcher has changed this study since you started, so you cannot continue. The answers"
          + " you gave are kept.")
  String changedText();

  @Message(
      "You have finished this study, and your answers are stored. If you came from a platform,"
          + " please enter the code there, unless you have done so already.")
  String finishedText();

  @Message("This page does not exist")
  String missingTitle();

  @Message("Please check the link, or open once more the one that was sent to you.")
  String missingText();

  @Message("How it works")
  String instructionsTitle();

  /** Above the instructions of a further method. */
  @Message("Part {number} of {count}")
  String partTitle(int number, int count);

  /** There, what is different from now on. */
  @Message(
      "From now on you see another kind of explanation. What you are asked stays the same; the"
          + " pictures are new.")
  String partChanged();

  /** In the instructions of the first of several methods. */
  @Message(
      "You will see {count} kinds of explanations, one after the other. This is how to read those of"
          + " the first part; before each further part you learn how to read the next.")
  String partsAhead(int count);

  @Message("What this is about")
  String aboutTitle();

  @Message("How to read the explanation")
  String readingTitle();

  @Message(
      "Next to each picture there is a heat map of the same picture. Its colours show which parts"
          + " of the picture influenced the prediction of the AI:")
  String readingHeatmap();

  @Message(
      "The AI is explained by a few concepts: visual features that it recognised in the picture. Each"
          + " row shows one concept, the most important first.")
  String readingConcepts();

  @Message(
      "On the left you see where in the picture the concept is: once as a heat map, once as the"
          + " picture with only that part visible. The colours mean:")
  String readingConceptsWhere();

  @Message(
      "On the right you see parts of other pictures in which the AI finds the same concept most"
          + " strongly. Look for what they have in common: this is what the concept means.")
  String readingConceptsReferences();

  @Message(
      "The percentage tells how much the concept contributed to the prediction. A minus sign means"
          + " that it spoke against it.")
  String readingConceptsRelevance();

  @Message("against the prediction")
  String legendAgainst();

  @Message("against its answer")
  String legendAgainstOne();

  @Message("for its answer")
  String legendForOne();

  @Message("no influence")
  String legendNone();

  @Message("for the prediction")
  String legendFor();

  @Message("This explanation colours single points, so it can look grainy.")
  String noteGrainy();

  @Message("This explanation colours small patches as a whole.")
  String notePatches();

  @Message("This explanation is coarse: it shows regions without sharp edges.")
  String noteCoarse();

  @Message(
      "This explanation shows only what spoke for the prediction. What spoke against it is left"
          + " white, as is what had no influence.")
  String noteRectified();

  @Message(
      "Each time you see several explanations, marked with letters, all read in the same way. Each is"
          + " of another possible answer: where “the prediction” is said here, that answer is"
          + " meant.")
  String readingSeveral();

  @Message(
      "In your part of the study there is no explanation: you see the picture and what the AI said"
          + " about it, and judge from these.")
  String readingNothing();

  @Message("Two examples")
  String examplesTitle();

  @Message("What comes next")
  String thenTitle();

  @Message(
      "First {practice} pictures to practise, with the right answer afterwards; then {count} pictures"
          + " that count. {mixture} There is no hurry.")
  String thenText(int practice, int count, String mixture);

  @Message("Is your window large enough?")
  String deviceTitle();

  @Message("The pictures of this study need a window of at least {width} × {height} pixels.")
  String deviceText(int width, int height);

  @Message("Yes, your window is large enough.")
  String deviceFits();

  @Message(
      "It is too small at the moment. Please make it larger, or turn your phone or tablet. "
          + "This page notices by itself.")
  String deviceTooSmall();

  @Message("My device cannot do that")
  String deviceCannot();

  @Message("This device does not fit")
  String incompatibleTitle();

  @Message(
      "The pictures of this study cannot be shown well on this device. Thank you for "
          + "trying; no answers were stored.")
  String incompatibleText();

  @Message("Before we begin")
  String comprehensionTitle();

  @Message("A few questions about what you have just read.")
  String comprehensionText();

  @Message("This is the last try. Please read the instructions again if you are not sure.")
  String comprehensionLast();

  @Message(
      "Not everything was right. Please read the instructions again; then the questions "
          + "come once more.")
  String comprehensionFailed();

  @Message("Please answer all questions. What you already chose is still there.")
  String incompleteQuestions();

  @Message("Read the instructions again")
  String readAgain();

  @Message("Back to the study")
  String backToStudy();

  @Message("First there are a few questions about these instructions.")
  String thenQuestions();

  @Message(
      "Among them is at least one page without a picture. It only checks that the study is "
          + "being read: please choose what it says.")
  String thenCheck();

  @Message("This study is not for you this time")
  String screenedOutTitle();

  @Message(
      "Thank you for your time. The questions about the instructions were not answered as "
          + "they would have to be, so that you cannot go on. If you came from a platform that "
          + "pays you, please show it this code.")
  String screenedOutText();

  @Message("A page without a picture")
  String attentionTitle();

  @Message("This page only checks that the study is being read. Please choose what it says.")
  String attentionText();

  @Message("Please choose “{answer}” here.")
  String attentionChoose(String answer);

  @Message("The study ends here for you")
  String inattentiveTitle();

  @Message(
      "Thank you for your time. A page that said what to choose was not answered as it "
          + "said, so that your answers cannot be counted. They are kept. If you think that this "
          + "is a mistake, please send the researcher this code.")
  String inattentiveText();

  @Message("One last thing")
  String questionnaireTitle();

  @Message(
      "All {count} answers are stored and counted. A few questions about you remain; your "
          + "completion code comes after them.")
  String questionnaireText(int count);

  @Message("A few questions first")
  String reportTitle();

  @Message("Before you see the pictures, please tell us how you see it now.")
  String reportText();

  @Message("You may leave out whatever is not marked as required.")
  String questionnaireOptional();

  @Message("required")
  String required();

  @Message("optional")
  String optional();

  @Message("no answer")
  String noAnswer();

  @Message("Please look at the marked questions again.")
  String wanting();

  @Message("A whole number from {min} to {max}, please.")
  String wantingNumber(int min, int max);

  @Message("Please answer this question.")
  String wantingAnswer();

  @Message("I would rather not say")
  String noReply();

  @Message("Send")
  String send();

  @Message(
      "To practise, {practice}; then {count} pictures that count. No answer is right or wrong."
          + " {mixture} There is no hurry.")
  String thenUnscored(int practice, int count, String mixture);

  @Message(
      "First {training} pictures with what the AI said, to learn from; then {count} pictures that"
          + " count. {mixture} There is no hurry.")
  String thenTraining(int training, int count, String mixture);

  @Message(
      "{sessions} times in turn: pictures with what the AI said, to learn from, {training} in all;"
          + " then pictures that count, {count} in all. {mixture} There is no hurry.")
  String thenTrainings(int sessions, int training, int count, String mixture);

  @Message("Start practising")
  String startPractice();

  @Message("Practice {number} of {count}")
  String practiceNumber(int number, int count);

  @Message("Picture {number} of {count}")
  String trialNumber(int number, int count);

  @Message("The picture")
  String picture();

  @Message("The AI says:")
  String prediction();

  @Message("The explanation")
  String explanation();

  @Message("Explanation {label}")
  String candidate(String label);

  @Message(
      "Explanation {label}, a heat map of the picture: red parts speak for its answer, blue parts"
          + " against it")
  String altCandidate(String label);

  @Message(
      "Explanation {label}, a heat map of the picture: orange parts speak for its answer, purple parts"
          + " against it")
  String altCandidateAlternative(String label);

  @Message("Concept {number}")
  String concept(int number);

  @Message("relevance {percent} %")
  String relevance(String percent);

  @Message("Heat map of the picture: red parts spoke for the prediction, blue parts against it")
  String altHeatmap();

  @Message("Where concept {number} is in the picture: as a heat map and as the visible part")
  String altConceptWhere(int number);

  @Message("Parts of other pictures that show concept {number} most strongly")
  String altConceptReferences(int number);

  @Message(
      "Heat map of the picture: orange parts spoke for the prediction, purple parts against it")
  String altHeatmapAlternative();

  @Message("Hard to tell apart? Use orange and purple")
  String coloursAlternative();

  @Message("Use red and blue")
  String coloursUsual();

  @Message("Yes")
  String yes();

  @Message("No")
  String no();

  @Message("Definitely not")
  String ratingDefinitelyNot();

  @Message("Probably not")
  String ratingProbablyNot();

  @Message("Not sure")
  String ratingUnsure();

  @Message("Probably")
  String ratingProbably();

  @Message("Definitely")
  String ratingDefinitely();

  @Message("To learn from: {number} of {count}")
  String trainingNumber(int number, int count);

  @Message(
      "Look closely: what does the AI say, and why? Later it will say something about new pictures.")
  String trainingText();

  @Message("Save and continue")
  String save();

  @Message("That is right")
  String feedbackRight();

  @Message("Not quite")
  String feedbackWrong();

  @Message("The right answer is {label}.")
  String rightIs(String label);

  @Message("The picture shows: {label}.")
  String correction(String label);

  @Message("From the next picture on your answers count, and you will not be told what is right.")
  String feedbackLast();

  @Message("Thank you!")
  String thanksTitle();

  @Message("All {count} answers are stored and counted. You have finished the study.")
  String thanksText(int count);

  @Message("Your completion code")
  String completionCode();

  @Message("If you came from a platform, enter this code there. Then you can close this page.")
  String completionHint();

  @Message("Please come by the platform’s link")
  String uninvitedTitle();

  @Message(
      "This study is open to people whom a platform sends. Please open it from there, so that we can"
          + " tell the platform that you took part.")
  String uninvitedText();

  @Message("You have taken part already")
  String repeatedTitle();

  @Message(
      "Thank you for wanting to take part again. This study needs people who have not seen our earlier"
          + " study. Nothing new about you was stored.")
  String repeatedText();

  @Message("You can start once you have accepted the task.")
  String onlyLooking();

  @Message("Return to the platform")
  String goBack();

  @Message("Hand in")
  String handIn();

  @Message("This tells the platform that you have finished.")
  String handInHint();

  @Message("Stop and delete my answers")
  String leave();

  @Message("Stop and delete?")
  String leaveTitle();

  @Message(
      "You can stop at any time without giving a reason. Your answers and everything else about your"
          + " participation are then deleted at once and for good, and you cannot continue or be paid"
          + " for it.")
  String leaveText();

  @Message("Delete everything")
  String leaveConfirm();

  @Message("Go on with the study")
  String leaveNot();

  @Message("Your answers are deleted")
  String withdrawnTitle();

  @Message("Nothing about your participation is left here. You can close this page.")
  String withdrawnText();

  @Message("Enlarge")
  String enlarge();

  @Message("Close")
  String close();

  @Message("One moment, please")
  String tooManyTitle();

  @Message(
      "Very many people are coming from your network just now. Nothing is lost: please wait a"
          + " minute, go back, and agree once more.")
  String tooManyText();

  @Message("One moment, please")
  String busyTitle();

  @Message(
      "Very many people are arriving just now. Nothing is lost: please go back in a few seconds and"
          + " agree once more.")
  String busyText();

  @Message("Please try again in a moment")
  String troubleTitle();

  @Message(
      "Something went wrong here, not with you. All answers that you have sent so far are safe. Wait"
          + " a little, then reload this page or open your link again: you will go on where you"
          + " were.")
  String troubleText();

  @Message("This could not be read")
  String malformedTitle();

  @Message(
      "What your browser sent could not be read. All answers that you have sent before are safe:"
          + " please go back and send it once more.")
  String malformedText();
}
