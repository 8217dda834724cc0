/** A small study with drawn pictures, made for the tests of one run. */
package org.xaistudy.server.testing;
