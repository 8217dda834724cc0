package org.xaistudy.stimuli.concept.figure;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.xaistudy.stimuli.render.PngFile;

/**
 * Elements one after another. Whatever is text is escaped; attributes are names and values in turn.
 */
class Markup {
  private static final float QUALITY = 0.88f;

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter out;

  Markup() {
    try {
      out = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  /** Begins an element, which {@link #close} ends. */
  final void open(String name, String... attributes) {
    try {
      out.writeStartElement(name);
      write(attributes);
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  /** Ends the innermost element. */
  final void close() {
    try {
      out.writeEndElement();
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  /** An element without content. */
  final void empty(String name, String... attributes) {
    try {
      out.writeEmptyElement(name);
      write(attributes);
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  /** An element of nothing but text. */
  final void element(String name, String content, String... attributes) {
    open(name, attributes);
    characters(content);
    close();
  }

  /** Text, escaped. */
  final void characters(String content) {
    try {
      out.writeCharacters(content);
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  private void write(String... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      out.writeAttribute(attributes[i], attributes[i + 1]);
    }
  }

  /** All that was written. */
  final String written() {
    try {
      out.flush();
      return text.toString();
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  /** A picture as an address that holds it: as JPEG where that is shorter than PNG. */
  static String data(BufferedImage image) {
    byte[] png = PngFile.encode(image);
    byte[] jpeg = jpeg(image);
    boolean shorter = jpeg.length < png.length;
    String kind = shorter ? "jpeg" : "png";
    return "data:image/"
        + kind
        + ";base64,"
        + Base64.getEncoder().encodeToString(shorter ? jpeg : png);
  }

  private static byte[] jpeg(BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam quality = writer.getDefaultWriteParam();
      quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      quality.setCompressionQuality(QUALITY);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), quality);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static IllegalStateException broken(XMLStreamException e) {
    return new IllegalStateException("writing to memory", e);
  }
}
