/** What attackers and broken clients send: never a failure of the server, never a leak. */
package org.xaistudy.server.attack;
