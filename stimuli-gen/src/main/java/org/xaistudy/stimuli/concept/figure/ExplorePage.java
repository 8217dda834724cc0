package org.xaistudy.stimuli.concept.figure;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * One page, all in one file, that leads from an image to its concepts, their references, the atlas
 * and the composition graph. It loads nothing and needs no program but a browser.
 */
public final class ExplorePage {
  private static final String STYLE =
      """
      :root{color-scheme:light dark;--ink:#1c2733;--quiet:#5c6b7a;--page:#f4f6f8;--card:#fff;\
      --rule:#d5dce3;--for:#c62a25;--against:#2f62c9}
      @media(prefers-color-scheme:dark){:root{--ink:#e8edf2;--quiet:#9fb0c0;--page:#12181f;\
      --card:#1b232c;--rule:#313d49;--for:#ff7d76;--against:#8fb1ff}}
      *{box-sizing:border-box}
      body{margin:0;background:var(--page);color:var(--ink);\
      font:15px/1.45 system-ui,'Segoe UI','Helvetica Neue',Arial,sans-serif}
      header{padding:28px clamp(16px,4vw,48px) 6px}
      h1{margin:0;font-size:clamp(22px,3vw,30px)}
      header p,.quiet{color:var(--quiet);margin:4px 0 0}
      nav{position:sticky;top:0;z-index:2;display:flex;gap:10px;overflow-x:auto;\
      padding:12px clamp(16px,4vw,48px);background:var(--page);border-bottom:1px solid var(--rule)}
      nav a{flex:none;color:inherit;text-decoration:none;font-size:12px;width:84px;text-align:center;\
      border-radius:8px;padding:4px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
      nav a:hover,nav a:focus-visible{background:var(--card);outline:2px solid var(--rule)}
      nav a[aria-current]{background:var(--card);outline:2px solid var(--against)}
      nav img{width:76px;height:76px;object-fit:cover;border-radius:6px;display:block}
      main{padding:20px clamp(16px,4vw,48px) 60px}
      section{scroll-margin-top:130px}
      .js section:not(.shown){display:none}
      h2{margin:10px 0 2px;font-size:21px}
      h3{margin:26px 0 8px;font-size:16px}
      .pair{display:flex;flex-wrap:wrap;gap:16px;margin-top:12px}
      figure{margin:0;width:min(260px,calc(50% - 8px))}
      figure img{display:block;width:100%;border-radius:10px;border:1px solid var(--rule)}
      figcaption{font-size:12.5px;color:var(--quiet);margin-top:4px}
      .concepts{display:grid;gap:14px;grid-template-columns:repeat(auto-fill,minmax(min(100%,410px),1fr))}
      .concept{background:var(--card);border:1px solid var(--rule);border-radius:12px;padding:14px}
      .concept h4{margin:0;font-size:15px;display:flex;justify-content:space-between;gap:8px}
      .concept h4 .quiet{margin:0}
      .bar{height:6px;border-radius:3px;background:var(--rule);margin:8px 0 10px}
      .bar i{display:block;height:6px;border-radius:3px;background:var(--for)}
      .bar i.against{background:var(--against)}
      .here{display:flex;gap:8px}
      .here img{width:calc(50% - 4px);border-radius:8px;border:1px solid var(--rule)}
      .references{display:grid;grid-template-columns:repeat(4,1fr);gap:5px;margin-top:8px}
      .references img{width:100%;display:block;border-radius:5px;border:1px solid var(--rule)}
      details{background:var(--card);border:1px solid var(--rule);border-radius:12px;\
      padding:12px 16px;margin-top:14px}
      summary{cursor:pointer;font-weight:600}
      .drawing{overflow-x:auto;background:#fff;border-radius:8px;margin-top:10px}
      .drawing img{display:block;min-width:760px;width:100%}
      """;

  private static final String SCRIPT =
      """
      document.documentElement.classList.add('js');
      function show(){
        const id=location.hash.slice(1);
        const all=[...document.querySelectorAll('section')];
        const one=all.find(s=>s.id===id)||all[0];
        all.forEach(s=>s.classList.toggle('shown',s===one));
        document.querySelectorAll('nav a').forEach(a=>{
          if(a.hash==='#'+one.id){a.setAttribute('aria-current','true')}
          else{a.removeAttribute('aria-current')}});
      }
      addEventListener('hashchange',()=>{show();scrollTo({top:0})});
      addEventListener('keydown',e=>{
        const step=e.key==='ArrowRight'?1:e.key==='ArrowLeft'?-1:0;
        if(!step||e.altKey||e.ctrlKey||e.metaKey){return}
        const links=[...document.querySelectorAll('nav a')];
        const at=links.findIndex(a=>a.hasAttribute('aria-current'));
        const next=links[at+step];
        if(next){location.hash=next.hash;next.scrollIntoView({block:'nearest',inline:'center'})}
      });
      show();
      """;

  private final String title;
  private final String subtitle;
  private final List<ExploredImage> images = new ArrayList<>();

  /**
   * What is shown of one concept.
   *
   * @param share of the layer's absolute relevance, signed
   * @param map its conditional heat map in the image
   * @param masked the image where the map is strong
   * @param references tiles
   */
  public record ExploredConcept(
      String name,
      double share,
      BufferedImage map,
      BufferedImage masked,
      List<BufferedImage> references) {}

  /**
   * What is shown of one image.
   *
   * @param decision the class that is explained, with the model's confidence
   * @param atlas SVG
   * @param graph SVG of its strongest concept, or null
   */
  public record ExploredImage(
      String name,
      String decision,
      BufferedImage image,
      BufferedImage map,
      List<ExploredConcept> concepts,
      String atlas,
      String graph) {}

  /** A page without images yet. */
  public ExplorePage(String title, String subtitle) {
    this.title = title;
    this.subtitle = subtitle;
  }

  /** Adds an image. */
  public void add(ExploredImage image) {
    images.add(image);
  }

  /** The page. */
  public String html() {
    Markup page = new Markup();
    page.open("html", "lang", "en");
    page.open("head");
    page.empty("meta", "charset", "utf-8");
    page.empty("meta", "name", "viewport", "content", "width=device-width,initial-scale=1");
    page.element("title", title);
    page.open("style");
    page.characters("@STYLE@");
    page.close();
    page.close();
    page.open("body");
    page.open("header");
    page.element("h1", title);
    page.element("p", subtitle);
    page.close();
    page.open("nav", "aria-label", "Images");
    for (int i = 0; i < images.size(); i++) {
      page.open("a", "href", "#image-" + i);
      picture(page, Maps.resized(images.get(i).image(), 152, 152), "");
      page.characters(images.get(i).decision());
      page.close();
    }
    page.close();
    page.open("main");
    for (int i = 0; i < images.size(); i++) {
      section(page, i, images.get(i));
    }
    page.close();
    page.element("script", "@SCRIPT@");
    page.close();
    page.close();
    return "<!doctype html>\n"
        + page.written().replace("@STYLE@", STYLE).replace("@SCRIPT@", SCRIPT);
  }

  private static void section(Markup page, int number, ExploredImage image) {
    page.open("section", "id", "image-" + number);
    page.element("h2", image.decision());
    page.element("p", image.name(), "class", "quiet");
    page.open("div", "class", "pair");
    figure(page, image.image(), "what the model sees");
    figure(page, image.map(), "relevance for the decision: red for, blue against");
    page.close();
    page.element("h3", "The concepts it uses here");
    page.open("div", "class", "concepts");
    image.concepts().forEach(concept -> concept(page, concept));
    page.close();
    drawing(page, "Concept atlas: which concept is where", image.atlas());
    if (image.graph() != null) {
      drawing(page, "What its strongest concept is made of", image.graph());
    }
    page.close();
  }

  private static void concept(Markup page, ExploredConcept concept) {
    page.open("div", "class", "concept");
    page.open("h4");
    page.element("span", concept.name());
    page.element("span", Drawing.percent(concept.share()), "class", "quiet");
    page.close();
    page.open("div", "class", "bar");
    String width = Drawing.number(Math.min(100, 100 * Math.abs(concept.share())));
    page.element(
        "i", "", "class", concept.share() < 0 ? "against" : "for", "style", "width:" + width + "%");
    page.close();
    page.open("div", "class", "here");
    picture(page, concept.map(), "conditional heat map");
    picture(page, concept.masked(), "the part of the image");
    page.close();
    page.element("p", "Elsewhere", "class", "quiet");
    page.open("div", "class", "references");
    concept.references().forEach(tile -> picture(page, tile, "reference image"));
    page.close();
    page.close();
  }

  private static void drawing(Markup page, String title, String svg) {
    page.open("details", "open", "open");
    page.element("summary", title);
    page.open("div", "class", "drawing");
    String data = Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
    page.empty("img", "alt", title, "src", "data:image/svg+xml;base64," + data);
    page.close();
    page.close();
  }

  private static void figure(Markup page, BufferedImage image, String caption) {
    page.open("figure");
    picture(page, image, caption);
    page.element("figcaption", caption);
    page.close();
  }

  private static void picture(Markup page, BufferedImage image, String alternative) {
    page.empty("img", "alt", alternative, "src", Markup.data(image));
  }
}
