package org.xaistudy.stimuli.bundle;

import java.io.Writer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes a page element by element. Whatever is text, such as the name of a class or a file, is
 * escaped: there is no way to write markup as a string. Attributes are names and values in turn.
 */
final class HtmlWriter {
  private final XMLStreamWriter out;

  HtmlWriter(Writer writer) {
    try {
      out = XMLOutputFactory.newFactory().createXMLStreamWriter(writer);
      out.writeDTD("<!doctype html>");
      out.writeCharacters("\n");
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  /** Begins an element, which {@link #close} ends. */
  void open(String name, String... attributes) {
    try {
      out.writeStartElement(name);
      write(attributes);
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  /** Ends the innermost element. */
  void close() {
    try {
      out.writeEndElement();
      out.writeCharacters("\n");
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  /** An element that has no content in HTML either, such as an image. */
  void empty(String name, String... attributes) {
    try {
      out.writeEmptyElement(name);
      write(attributes);
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  /** An element of nothing but text. */
  void element(String name, String text, String... attributes) {
    open(name, attributes);
    text(text);
    close();
  }

  /** Text, escaped. */
  void text(String text) {
    try {
      out.writeCharacters(text);
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  private void write(String... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      out.writeAttribute(attributes[i], attributes[i + 1]);
    }
  }

  private static IllegalStateException broken(XMLStreamException e) {
    return new IllegalStateException("writing to memory", e);
  }
}
