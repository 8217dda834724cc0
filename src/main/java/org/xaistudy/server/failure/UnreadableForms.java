package org.xaistudy.server.failure;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/**
 * A form that is read as a whole and cannot be decoded ({@code a=%}) is the sender's mistake; its
 * reader takes it for the server's.
 */
@Provider
class UnreadableForms implements ReaderInterceptor {
  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    try {
      return context.proceed();
    } catch (IllegalArgumentException e) {
      if (MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(context.getMediaType())) {
        throw new BadRequestException("the form cannot be decoded", e);
      }
      throw e;
    }
  }
}
