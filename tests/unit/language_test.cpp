// The language of documents that name none, through the door of `read`. All sentences are invented.
#include <utility>

#include "base/json.h"
#include "catch.h"
#include "read/read.h"

namespace crosscheck {
namespace {

std::string language_told(const std::string& text, const std::string& name = "a.txt", const ReadOptions& options = {}) {
  Corpus corpus;
  read_bytes(text, name, options, corpus);
  return corpus.documents.empty() ? "" : corpus.documents.front().language;
}

TEST_CASE("a paragraph tells its language", "[unit][read]") {
  const std::pair<const char*, const char*> cases[] = {
      {"ar", "أعلنت الشركة يوم الأربعاء أن أرباحها ارتفعت بنسبة أربعة في المئة خلال الربع الأول من العام."},
      {"cs", "Radnice v pondělí oznámila, že oprava starého mostu potrvá do konce září a vyjde na dva miliony korun."},
      {"da", "Rederiet oplyste torsdag, at færgen mellem de to øer ikke længere sejler om søndagen efter klokken ti."},
      {"de", "Der Hersteller teilte am Freitag mit, dass er im kommenden Jahr zwei neue Werke im Süden bauen will."},
      {"el", "Η εταιρεία ανακοίνωσε την Τρίτη ότι θα προσλάβει τριακόσιους εργαζομένους μέχρι το τέλος του έτους."},
      {"en", "The harbour board said on Monday that the new pier would open in March, two months later than planned."},
      {"es", "El ayuntamiento anunció el martes que las obras del puente terminarán antes de que empiece el verano."},
      {"fa",
       "این شرکت روز سه‌شنبه اعلام کرد که تا پایان سال آینده دو "
       "کارخانهٔ "
       "تازه "
       "در "
       "جنوب "
       "کشور "
       "می‌سازد."},
      {"fi", "Yhtiö kertoi keskiviikkona, että se aikoo palkata kolmesataa uutta työntekijää ennen vuoden loppua."},
      {"fr", "La mairie a annoncé jeudi que les travaux de la gare seraient achevés avant la fin de l'été prochain."},
      {"he", "החברה הודיעה ביום רביעי כי היא תפתח שני מפעלים חדשים בדרום הארץ עד סוף השנה הבאה."},
      {"hi", "कंपनी ने बुधवार को कहा कि वह अगले साल के अंत तक दक्षिण में दो नए कारखाने खोलेगी और तीन सौ लोगों को काम देगी।"},
      {"hu", "A vállalat szerdán közölte, hogy az év végéig háromszáz új dolgozót vesz fel a déli üzemekben."},
      {"id", "Perusahaan itu mengatakan pada hari Rabu bahwa mereka akan membuka dua pabrik baru sebelum akhir tahun."},
      {"it", "Il comune ha annunciato martedì che i lavori sul ponte finiranno prima dell'inizio della primavera."},
      {"ja", "同社は水曜日、来年末までに南部で新しい工場を二つ開くと発表した。"},
      {"ko", "이 회사는 수요일에 내년 말까지 남부에 새 공장 두 곳을 열겠다고 밝혔다."},
      {"nl", "De gemeente liet dinsdag weten dat de werken aan de brug nog voor het begin van de zomer klaar zijn."},
      {"no", "Rederiet opplyste torsdag at ferja mellom de to øyene ikke lenger går etter klokka ti om søndagene."},
      {"pl", "Spółka poinformowała w środę, że do końca przyszłego roku otworzy na południu kraju dwie nowe fabryki."},
      {"pt", "A prefeitura anunciou na terça-feira que as obras da ponte não terminarão antes do começo do verão."},
      {"ro", "Primăria a anunțat marți că lucrările la pod se vor încheia înainte de începutul verii viitoare."},
      {"ru", "Компания сообщила в среду, что до конца будущего года откроет на юге страны два новых завода."},
      {"sv", "Kommunen meddelade i tisdags att arbetet med bron blir färdigt innan sommaren börjar nästa år."},
      {"th", "บริษัทแถลงเมื่อวันพุธว่าจะเปิดโรงงานใหม่สองแห่งทางภาคใต้ก่อนสิ้นปีหน้า"},
      {"tr",
       "Şirket çarşamba günü yaptığı açıklamada gelecek yılın sonuna kadar güneyde iki yeni fabrika açacağını "
       "söyledi."},
      {"uk", "Компанія повідомила в середу, що до кінця наступного року відкриє на півдні країни два нові заводи."},
      {"vi", "Công ty cho biết hôm thứ Tư rằng họ sẽ mở hai nhà máy mới ở miền nam trước cuối năm sau."},
      {"zh", "该公司周三表示，将在明年年底之前在南方新开两家工厂，并招聘三百名员工。"},
  };
  for (const auto& [language, text] : cases) {
    INFO(text);
    CHECK(language_told(text) == language);
  }
}

TEST_CASE("a headline of a few words tells its language", "[unit][read]") {
  const std::pair<const char*, const char*> cases[] = {
      {"en", "Shares of Globex fall 4%"},
      {"en", "Initech to cut 300 jobs"},
      {"de", "Umsatz steigt um vier Prozent"},
      {"fr", "Les ventes augmentent de 4 %"},
      {"es", "Las ventas suben un 4 %"},
      {"nl", "Omzet van de winkels stijgt met 4 procent"},
      {"ja", "売上高が4%増えた"},
      {"zh", "销售额增长4%"},
      {"ko", "매출 4% 증가"},
      {"ru", "Продажи выросли на 4 %"},
      {"ar", "ارتفاع المبيعات بنسبة 4%"},
      {"hi", "बिक्री में 4% की वृद्धि"},
      {"el", "Αύξηση πωλήσεων 4%"},
      {"he", "המכירות עלו ב-4%"},
      {"th", "ยอดขายเพิ่มขึ้น 4%"},
  };
  for (const auto& [language, text] : cases) {
    INFO(text);
    CHECK(language_told(text) == language);
  }
}

TEST_CASE("what has no words of any language passes for English", "[unit][read]") {
  for (const char* text : {"17", "$5.", "4% 12,5 €", "x", "https://example.org/a/b?c=d", "!!!", "\xF0\x9F\x93\x88"}) {
    INFO(text);
    CHECK(language_told(text) == "en");
  }
}

TEST_CASE("abbreviations and foreign places make no English wire a text of another language", "[unit][read]") {
  CHECK(language_told("HARLAND CORP 3RD QTR SHR 65 CTS VS 34 CTS") == "en");  // cld2: Indonesian, and sure
  CHECK(language_told("THE FOLLOWING RAINFALL WAS RECORDED IN THE AREAS OVER THE PAST 24 HOURS: MARAVI STATE: UMUTARA "
                      "NIL, PARAVANA NIL, LONDRA NIL, MARINA NIL. SANTO PALO STATE: PRESENTE PRUDA NIL, VOTURANGA NIL, "
                      "FRANCHA NIL, CATANDUVA NIL, SAN CARLO NIL, SAN SIMAO NIL.") == "en");  // cld2: Malagasy
}

TEST_CASE("an English headline is no text of a language that few write news in, and one of theirs stays theirs",
          "[unit][read]") {
  CHECK(language_told("Harland Telecom third quarter pre-tax profit 506 mln stg vs 452 mln") == "en");  // cld2: Slovak
  CHECK(language_told("Predaj áut vlani vzrástol o štyri percentá") == "sk");
  CHECK(language_told("Thit díolachán 4 faoin gcéad anuraidh") == "ga");
  CHECK(language_told("Omzet van de winkels stijgt met 4 procent") == "nl");
}

TEST_CASE("addresses say nothing about the language around them", "[unit][read]") {
  const std::string address = "https://example.org/the-news-of-the-day/and-what-it-means/for-you-and-your-money ";
  CHECK(language_told(address + "销售额增长4%") == "zh");
  CHECK(language_told(address + "Umsatz steigt um vier Prozent " + address) == "de");
}

TEST_CASE("Han is Chinese in either writing, and Japanese where kana stand in it", "[unit][read]") {
  CHECK(language_told("該公司週三表示，將在明年年底之前開設兩家工廠。") == "zh");
  CHECK(language_told("東京の工場") == "ja");
}

TEST_CASE("front matter is no part of the words, but its title is", "[unit][read]") {
  CHECK(language_told("---\nsource: The Daily News of the World and the Sea\n---\nUmsatz steigt um vier Prozent") ==
        "de");
  CHECK(language_told("---\ntitle: Umsatz steigt um vier Prozent\n---\n4 %\n") == "de");
  CHECK(language_told(R"({"title": "Umsatz steigt um vier Prozent", "text": "4 %"})", "a.jsonl") == "de");
}

TEST_CASE("a language that the document names, or the caller, is not questioned", "[unit][read]") {
  const std::string german = "Der Umsatz stieg um vier Prozent.";
  ReadOptions french;
  french.default_language = "fr";
  CHECK(language_told("---\nlanguage: pt-BR\n---\n" + german) == "pt-BR");
  CHECK(language_told(R"({"language": "sv", "text": "Der Umsatz stieg um vier Prozent."})", "a.jsonl") == "sv");
  CHECK(language_told(german, "a.txt", french) == "fr");
  CHECK(language_told("---\nlanguage: sv\n---\n" + german, "a.txt", french) == "sv");
}

TEST_CASE("a head of numbers does not hide the words behind it", "[unit][read]") {
  std::string table;
  for (int i = 0; i < 150; ++i) table += std::to_string(i) + "\n";
  CHECK(language_told(table + "Der Hersteller will im kommenden Jahr zwei neue Werke bauen.") == "de");
}

TEST_CASE("a head of foreign names is not taken for the language of the story", "[unit][read]") {
  CHECK(
      language_told(
          "Banca Popolare del Lavoro launches bond\n\nBanca Popolare del Lavoro (London branch) is issuing a 120 mln "
          "dlr "
          "bond, lead manager Banco Nazionale dell'Agricoltura said. The issue is guaranteed by Cassa di Risparmio "
          "della "
          "Valle. The bank said that it would use the money to repay older debts before the end of the year. The terms "
          "will be set next week, when the lead manager has heard from those who may want to buy it, and the first "
          "payment of interest is due a year later. Nobody at the bank would say how much of the money goes to its "
          "branches abroad.") == "en");
}

TEST_CASE("names in a short story are not taken for its language", "[unit][read]") {
  CHECK(
      language_told(
          "Metallwerke Klagenfurt plans venture\n\nMetallwerke Klagenfurt AG said it is founding a company to work in "
          "futures and options, and in financial services linked to these, with Schneider Verwaltungsgesellschaft of "
          "Oberhausen, which will hold a third of it.") == "en");
  CHECK(language_told(
            "Die Metallwerke Klagenfurt AG gründet mit Goldman Smith Brothers und der Standard Farmers Trust Bank eine "
            "Gesellschaft, die mit Terminkontrakten handeln soll, und wird daran etwa ein Drittel halten.") == "de");
}

TEST_CASE("one word of megabytes costs no more than its head", "[unit][read]") {
  CHECK(language_told(std::string(std::size_t{1} << 22U, 'x')) == "en");
  std::string han;
  for (int i = 0; i < 100000; ++i) han += "销";
  CHECK(language_told(han) == "zh");
}

}  // namespace
}  // namespace crosscheck
