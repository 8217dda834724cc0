/**
 * A person's way through a study, and its rules. What is next is asked, and asking changes nothing:
 * {@link org.xaistudy.server.run.Course} holds what is stored of a run, and its {@link
 * org.xaistudy.server.run.Stage} follows from that alone. Going on is done, by {@link
 * org.xaistudy.server.run.Preparation} before the first trial and by {@link
 * org.xaistudy.server.run.Participation} from there on; each step is one transaction and gives the
 * course after it. Participants' pages and the API are above and add no rules.
 */
@NullMarked
package org.xaistudy.server.run;

import org.jspecify.annotations.NullMarked;
