// Laws of the store: however a collection came to be what it is, the report on it is the one that a run without a store gives,
// byte for byte; and an article checked against a store is told what the report on all of them tells of it.
#include <algorithm>
#include <filesystem>

#include "render/render.h"
#include "support.h"

namespace crosscheck {
namespace {

using support::Dice;
using support::shipped_rules;
using support::Source;
using support::TemporaryFolder;

/// All articles of the project, each under its folder's name, and one that takes back what it said.
std::vector<Source> everything() {
  std::vector<Source> all{
      {"zz-regal.txt",
       "Regal Cruises Inc said its earnings per share for the year 1986 were 36 cts per share, not the 37 cts it "
       "reported on March 11.\n"}};
  for (const std::string& folder : support::story_folders()) {
    for (const Source& source : support::sources_in(folder)) {
      std::string name = folder + "-" + source.name;
      std::replace(name.begin(), name.end(), '/', '-');
      all.push_back({std::move(name), source.text});
    }
  }
  return all;
}

template <class T>
T unwrapped(Result<T> result) {
  if (!result.ok()) FAIL(to_string(result.fault()));
  return std::move(result).value();
}

std::string bytes(const Report& report) {
  return render(report, Format::json, Look{}) + render(report, Format::html, Look{}) +
         render(report, Format::text, Look{});
}

TEST_CASE("an incremental report equals a clean one, byte for byte", "[property][store]") {
  const std::vector<Source> all = everything();
  for (const std::uint64_t seed : {1U, 2U, 3U}) {
    Dice dice(seed);
    const TemporaryFolder folder;
    std::filesystem::create_directory(folder / "corpus");
    const std::string corpus = folder / "corpus", store = folder / "s.store";
    for (int step = 0; step < 8; ++step) {
      for (int change = 0; change < 6; ++change) {
        const Source& source = dice.pick(all);
        const std::string path = "corpus/" + source.name;
        switch (dice.below(step == 0 ? 1 : 4)) {
          case 0:
            folder.write(path, source.text);
            break;
          case 1:
            std::filesystem::remove(folder / path);
            break;
          case 2:  // another text under the same name
            folder.write(path, dice.pick(all).text);
            break;
          default:  // the same text under another name
            folder.write("corpus/" + std::to_string(dice.below(5)) + source.name, source.text);
        }
      }
      folder.write("corpus/broken.txt", step % 2 == 0 ? "not \xff text" : "A text without figures.");
      INFO("seed " << seed << ", step " << step);
      RunOptions options;
      options.threads = step % 2 == 0 ? 1 : 3;
      unwrapped(run_index(shipped_rules(), {corpus}, store, options));
      const Report incremental = unwrapped(run_stored_report(shipped_rules(), store, options));
      const Report clean = unwrapped(run_report(shipped_rules(), {corpus}, options));
      const bool same = bytes(incremental) == bytes(clean);
      CHECK(same);
    }
  }
}

TEST_CASE("a changed rule extracts the documents anew that it can reach, and no others", "[property][store]") {
  const TemporaryFolder folder;
  namespace fs = std::filesystem;
  fs::copy(support::repo_path("rules"), folder / "rules", fs::copy_options::recursive);
  folder.write("corpus/en.txt", "---\nlanguage: en\n---\nAcme was valued at $12 billion in May 2023.\n");
  folder.write("corpus/de.txt", "---\nlanguage: de\n---\nAcme war im Mai 2023 12 Milliarden Dollar wert.\n");
  folder.write("corpus/fi.txt", "---\nlanguage: fi\n---\nAcmen arvo oli 12 miljardia dollaria.\n");
  const auto extracted = [&] {
    auto loaded = load_rulebook(folder / "rules");
    if (!loaded.ok()) FAIL(to_string(loaded.faults().front()));
    const Rulebook rulebook = std::move(loaded).value();
    const std::size_t count =
        unwrapped(run_index(rulebook, {folder / "corpus"}, folder / "s.store", RunOptions{})).extracted;
    const bool same = bytes(unwrapped(run_stored_report(rulebook, folder / "s.store", RunOptions{}))) ==
                      bytes(unwrapped(run_report(rulebook, {folder / "corpus"}, RunOptions{})));
    CHECK(same);
    return count;
  };
  const auto touch = [&](const std::string& file) {
    folder.write("rules/" + file, support::read_file(folder / ("rules/" + file)) + "# another comment\n");
  };
  CHECK(extracted() == 3);
  CHECK(extracted() == 0);
  touch("link.yaml");
  CHECK(extracted() == 0);
  touch("derivations.yaml");
  CHECK(extracted() == 0);
  touch("de/time.yaml");
  CHECK(extracted() == 1);
  touch("en/claims/finance/valuation.yaml");
  CHECK(extracted() == 1);
  touch("sv/time.yaml");
  CHECK(extracted() == 0);
  touch("units.yaml");
  CHECK(extracted() == 3);
}

/// Findings that quote the document, without numbers that a smaller report gives otherwise.
std::multiset<std::string> told_of(const Report& report, const std::string& id) {
  std::multiset<std::string> told;
  for (const Finding& finding : report.findings) {
    bool touches = false;
    std::vector<std::string> sides;
    const auto place = [&](std::uint32_t index) {
      const Claim& claim = report.claims[index];
      touches = touches || report.documents[claim.document].id == id;
      return report.documents[claim.document].id + ":" + std::to_string(claim.place.span.begin);
    };
    for (const Side& side : finding.sides) {
      std::vector<std::string> claims;
      for (const std::uint32_t claim : side.claims) claims.push_back(place(claim));
      std::sort(claims.begin(), claims.end());
      std::string words = side.value;
      for (const std::string& claim : claims) words += " " + claim;
      sides.push_back(words);
    }
    for (const Derivation& derivation : finding.derivation)
      for (const std::uint32_t input : derivation.inputs) sides.push_back("from " + place(input));
    std::sort(sides.begin(), sides.end());
    std::string words = std::string(name_of(finding.relation)) + " " + finding.check;
    for (const std::string& side : sides) words += " | " + side;
    if (touches) told.insert(words);
  }
  return told;
}

TEST_CASE("an article checked against a store is told what the whole report tells of it", "[property][store]") {
  const std::vector<Source> all = everything();
  const TemporaryFolder folder;
  for (const Source& source : all) folder.write("corpus/" + source.name, source.text);
  unwrapped(run_index(shipped_rules(), {folder / "corpus"}, folder / "s.store", RunOptions{}));
  const Report whole = unwrapped(run_report(shipped_rules(), {folder / "corpus"}, RunOptions{}));
  std::size_t same = 0;
  std::ptrdiff_t corrected = 0;
  for (const Source& source : all) {
    INFO(source.name);
    Corpus article = unwrapped(read_for_run(shipped_rules(), {folder / ("corpus/" + source.name)}, RunOptions{}));
    const Report checked =
        unwrapped(check_articles(shipped_rules(), folder / "s.store", std::move(article), RunOptions{}));
    const auto expected = told_of(whole, source.name), have = told_of(checked, source.name);
    CHECK(have == expected);
    CHECK(have.size() == checked.findings.size());
    same += have.size();
    corrected += std::count_if(have.begin(), have.end(),
                               [](const std::string& words) { return words.find(" correction") < 20; });
  }
  CHECK(same > 20);
  CHECK(corrected > 0);
}

TEST_CASE("a store that other rules filled is refused by a check, with the next step", "[property][store]") {
  const TemporaryFolder folder;
  namespace fs = std::filesystem;
  fs::copy(support::repo_path("rules"), folder / "rules", fs::copy_options::recursive);
  folder.write("corpus/a.txt", "Acme was valued at $12 billion in May 2023.\n");
  folder.write("b.txt", "Acme was valued at $21 billion in May 2023.\n");
  unwrapped(run_index(shipped_rules(), {folder / "corpus"}, folder / "s.store", RunOptions{}));
  const auto read = [&](const Rulebook& rulebook) {
    return unwrapped(read_for_run(rulebook, {folder / "b.txt"}, RunOptions{}));
  };
  const Report checked =
      unwrapped(check_articles(shipped_rules(), folder / "s.store", read(shipped_rules()), RunOptions{}));
  REQUIRE_FALSE(checked.findings.empty());
  CHECK(checked.findings.front().relation == Relation::contradict);
  folder.write("rules/link.yaml", support::read_file(folder / "rules/link.yaml") + "# other\n");
  auto loaded = load_rulebook(folder / "rules");
  REQUIRE(loaded.ok());
  const Rulebook other = std::move(loaded).value();
  const auto refused = check_articles(other, folder / "s.store", read(other), RunOptions{});
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.fault().code == "stale-store");
  CHECK(refused.fault().what.find("crosscheck index") != std::string::npos);
}

}  // namespace
}  // namespace crosscheck
