// Times HeidelTime over texts, as peer.cjs times the others: its own English news rules and its own tokenizer, no
// tagger of parts of speech. FILE has a line a document: its date (YYYY-MM-DD or nothing), a tab, its text in Base64.
// Prints the best of ROUNDS passes, or of what fits into SECONDS: {"bytes", "seconds"}.
//
// usage: java HeidelTimePeer HOME FILE SECONDS ROUNDS   (HOME: a checkout of HeidelTime)
import de.unihd.dbs.heideltime.standalone.Config;
import de.unihd.dbs.heideltime.standalone.DocumentType;
import de.unihd.dbs.heideltime.standalone.components.impl.JCasFactoryImpl;
import de.unihd.dbs.heideltime.standalone.components.impl.UimaContextImpl;
import de.unihd.dbs.uima.annotator.alllanguagestokenizer.AllLanguagesTokenizer;
import de.unihd.dbs.uima.annotator.heideltime.HeidelTime;
import de.unihd.dbs.uima.annotator.heideltime.resources.Language;
import de.unihd.dbs.uima.types.heideltime.Dct;
import java.io.FileInputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import org.apache.uima.UIMAFramework;
import org.apache.uima.jcas.JCas;
import org.apache.uima.resource.metadata.TypeSystemDescription;
import org.apache.uima.util.XMLInputSource;

public class HeidelTimePeer {
  record Document(String day, String text, int bytes) {}

  /// The lesser of the clock's seconds and the processor's: other programs slow the one, helper threads add to the other.
  record Stopwatch(long wall, long processor) {
    static long spent() {
      return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
    static Stopwatch started() { return new Stopwatch(System.nanoTime(), spent()); }
    double seconds() { return Math.min(System.nanoTime() - wall, spent() - processor) / 1e9; }
  }

  private final HeidelTime reader = new HeidelTime();
  private final AllLanguagesTokenizer tokenizer = new AllLanguagesTokenizer();
  private final JCasFactoryImpl documents;

  HeidelTimePeer(Path home) throws Exception {
    Properties settings = new Properties();
    try (FileInputStream file = new FileInputStream(home.resolve("conf/config.props").toFile())) {
      settings.load(file);
    }
    Config.setProps(settings);
    reader.initialize(new UimaContextImpl(Language.ENGLISH, DocumentType.NEWS, false));
    XMLInputSource types = new XMLInputSource(home.resolve(Config.get(Config.TYPESYSTEMHOME)).toFile());
    documents = new JCasFactoryImpl(
        new TypeSystemDescription[] {UIMAFramework.getXMLParser().parseTypeSystemDescription(types)});
  }

  int read(Document document) throws Exception {
    JCas cas = documents.createJCas();
    cas.setDocumentText(document.text());
    Dct created = new Dct(cas);
    created.setValue((document.day().isEmpty() ? "2024-06-15" : document.day()).replace('-', '.') + "T12:00");
    created.addToIndexes();
    tokenizer.process(cas);
    reader.process(cas);
    return cas.getAnnotationIndex(de.unihd.dbs.uima.types.heideltime.Timex3.type).size();
  }

  static List<Document> documentsOf(Path file) throws Exception {
    return Files.readAllLines(file).stream().map(line -> line.split("\t", -1)).map(row -> {
      byte[] text = Base64.getDecoder().decode(row[1]);
      return new Document(row[0], new String(text, StandardCharsets.UTF_8), text.length);
    }).toList();
  }

  public static void main(String[] args) throws Exception {
    double allowed = Double.parseDouble(args[2]);
    int rounds = Integer.parseInt(args[3]);
    List<Document> texts = documentsOf(Path.of(args[1]));
    PrintStream results = System.out;
    System.setOut(System.err);  // HeidelTime writes what it does to standard output
    HeidelTimePeer peer = new HeidelTimePeer(Path.of(args[0]));
    int found = peer.read(texts.get(0));
    Stopwatch total = Stopwatch.started();
    long bestBytes = 0;
    double best = 0;
    for (int round = 0; round < rounds && (bestBytes == 0 || total.seconds() <= allowed); ++round) {
      Stopwatch elapsed = Stopwatch.started();
      long bytes = 0;
      for (Document document : texts) {
        found += peer.read(document);
        bytes += document.bytes();
        if (total.seconds() > allowed) break;
      }
      double seconds = elapsed.seconds();
      if (bestBytes == 0 || bytes / seconds > bestBytes / best) {
        bestBytes = bytes;
        best = seconds;
      }
    }
    if (found == 0) throw new IllegalStateException("HeidelTime found no date at all: is " + args[0] + " whole?");
    results.printf(java.util.Locale.ROOT, "{\"bytes\": %d, \"seconds\": %.6f}%n", bestBytes, best);
  }
}
