/**
 * What happens by itself when the times in {@code study.yaml} are over. Enter at {@code Expiry}.
 */
package org.xaistudy.server.retention;
