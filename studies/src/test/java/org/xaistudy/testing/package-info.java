/** What tests of every module share: where the reference data and the project's root are. */
package org.xaistudy.testing;
