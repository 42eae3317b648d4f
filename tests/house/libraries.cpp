// Which library lives in which room, and which words live in none. <re2/re2.h> in src/claim/frames.cpp is
// a breach, as is std::cout anywhere but in src/cli/. It compares header names and runs of tokens: an
// alias (`namespace out = fmt;`) would pass.
#include <algorithm>
#include <array>
#include <cstddef>

#include "house/house_rules.h"
#include "house/rooms.h"
#include "house/source_text.h"

namespace crosscheck::house {
namespace {

using Words = std::vector<std::string_view>;

bool contains(const Words& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// A header, or every header below a folder ("re2/"), and the room it lives in.
struct Library {
  std::string_view header;
  std::string_view room;
};

constexpr std::array kLibraries{
    Library{"nlohmann/", "base"},     Library{"nettle/", "base"},     Library{"yaml.h", "rulebook"},
    Library{"re2/", "rulebook"},      Library{"gumbo.h", "read"},     Library{"md4c.h", "read"},
    Library{"poppler/", "read"},      Library{"archive.h", "read"},   Library{"archive_entry.h", "read"},
    Library{"simdjson.h", "read"},    Library{"cld2/", "read"},       Library{"sqlite3.h", "store"},
    Library{"thread", "pipeline"},    Library{"future", "pipeline"},  Library{"execution", "pipeline"},
    Library{"pthread.h", "pipeline"}, Library{"pugixml.hpp", "read"}, Library{"zlib.h", "read"},
    Library{"brotli/", "read"},       Library{"CLI/", "cli"},         Library{"iostream", "cli"},
    Library{"httplib.h", "serve"},
};

/// Folders of headers that every room may use.
const Words kFreeFolders{"fmt", "sys"};

const Words kIcuBreaks{"brkiter", "filteredbrk", "rbbi", "ubrk", "utext"};
const Words kIcuTypes{"localpointer", "locid", "stringpiece", "uloc", "umachine", "unistr", "utypes"};
const Words kIcuPlain{"bytestream", "casemap", "edits", "normalizer2", "putil",  "stringoptions", "ucasemap",
                      "uchar",      "uclean",  "ucnv",  "ucnv_err",    "uniset", "unorm2",        "uscript",
                      "uset",       "ustring", "utf",   "utf16",       "utf8"};

/// Nothing when `room` may include <unicode/NAME.h>, else the remedy.
std::string icu_fault(std::string_view room, std::string_view name) {
  const bool breaks = contains(kIcuBreaks, name);
  if (breaks && room != "segment") {
    return "ICU's break iterators belong to segment/: take the sentences and tokens it gives";
  }
  if (room == "rulebook" || breaks) return "";
  if (room == "segment") {
    return contains(kIcuTypes, name) ? ""
                                     : "segment/ may use ICU's break iterators only: plain utilities "
                                       "belong to base/, CLDR data to rulebook/";
  }
  if (room == "base") {
    return contains(kIcuPlain, name) || contains(kIcuTypes, name)
               ? ""
               : "base/ may use ICU's plain utilities only: CLDR data belongs to rulebook/";
  }
  return "ICU stays behind base/ (plain utilities), rulebook/ (CLDR data) and segment/ (break "
         "iterators): call their doors";
}

/// Nothing when `room` may include `target`, else the remedy.
std::string library_fault(std::string_view room, std::string_view target) {
  for (const Library& library : kLibraries) {
    const bool is_it = library.header.ends_with('/') ? target.starts_with(library.header) : target == library.header;
    if (!is_it) continue;
    if (library.room == room) return "";
    return "it belongs to " + std::string(library.room) +
           "/: call what that room's door offers, or move this code there";
  }
  const std::string_view folder = first_folder(target);
  if (folder == "unicode") {
    const std::string_view file = target.substr(folder.size() + 1);
    return icu_fault(room, file.substr(0, file.find('.')));
  }
  if (!folder.empty() && folder.front() != '.' && !rank_of(folder) && !contains(kFreeFolders, folder)) {
    return "neither a room of src/ nor a library with a place: give it one in "
           "tests/house/libraries.cpp and src/README.md";
  }
  return "";
}

/// A run of tokens, and the one room that may write it (none when empty).
struct Phrase {
  Words tokens;
  std::string_view room;
  std::string_view remedy;
};

constexpr std::string_view kPrints =
    "only cli/ prints: return the text or a Fault, or write to the stream you were handed";
constexpr std::string_view kThreads = "only pipeline/ starts threads: stay a pure function";
constexpr std::string_view kExits = "nothing exits on its own: return a Result, and let main() return the status";

const std::vector<Phrase> kPlacedPhrases{
    {{"std", "::", "cout"}, "cli", kPrints},
    {{"std", "::", "cerr"}, "cli", kPrints},
    {{"std", "::", "clog"}, "cli", kPrints},
    {{"stdout"}, "cli", kPrints},
    {{"stderr"}, "cli", kPrints},
    {{"printf", "("}, "cli", kPrints},
    {{"vprintf", "("}, "cli", kPrints},
    {{"puts", "("}, "cli", kPrints},
    {{"putchar", "("}, "cli", kPrints},
    {{"perror", "("}, "cli", kPrints},
    {{"fmt", "::", "print", "("}, "cli", kPrints},
    {{"std", "::", "thread"}, "pipeline", kThreads},
    {{"std", "::", "jthread"}, "pipeline", kThreads},
    {{"std", "::", "async"}, "pipeline", kThreads},
};

const std::vector<Phrase> kUnwantedPhrases{
    {{"using", "namespace", "std", ";"}, "", "write std:: where it is used, or `using std::name;`"},
    {{"exit", "("}, "", kExits},
    {{"_exit", "("}, "", kExits},
    {{"_Exit", "("}, "", kExits},
    {{"quick_exit", "("}, "", kExits},
    {{"assert", "(", "false"}, "", "return a Fault for bad input; std::abort() for our own bug"},
};

constexpr std::array<std::string_view, 3> kMarks{"TODO", "FIXME", "XXX"};

bool starts_at(const std::vector<Token>& tokens, std::size_t at, const Phrase& phrase) {
  if (at + phrase.tokens.size() > tokens.size()) return false;
  for (std::size_t i = 0; i < phrase.tokens.size(); ++i) {
    if (tokens[at + i].text != phrase.tokens[i]) return false;
  }
  // A member that happens to bear the name is another matter.
  return at == 0 || (tokens[at - 1].text != "." && tokens[at - 1].text != "->");
}

std::string spelled(const Phrase& phrase) {
  std::string out;
  for (const std::string_view token : phrase.tokens) {
    if (!out.empty() && out.back() >= 'a' && token.front() >= 'a') out += ' ';
    out += token;
  }
  return out;
}

Breaches find_phrases(std::string_view path, std::string_view text, const std::vector<Phrase>& phrases) {
  const std::vector<Token> tokens = tokens_of(text);
  Breaches breaches;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    for (const Phrase& phrase : phrases) {
      if (phrase.room == first_folder(path) || !starts_at(tokens, at, phrase)) continue;
      breaches.push_back(
          {std::string(path), tokens[at].line, "`" + spelled(phrase) + "`: " + std::string(phrase.remedy)});
    }
  }
  return breaches;
}

}  // namespace

Breaches check_libraries(std::string_view path, std::string_view text) {
  Breaches breaches = find_phrases(path, text, kPlacedPhrases);
  for (const Include& include : includes_of(text)) {
    const std::string fault = library_fault(first_folder(path), include.target);
    if (fault.empty()) continue;
    breaches.push_back({std::string(path), include.line, "<" + include.target + ">: " + fault});
  }
  return breaches;
}

Breaches check_words(std::string_view path, std::string_view text) {
  Breaches breaches = find_phrases(path, text, kUnwantedPhrases);
  int line_number = 0;
  for (const std::string& line : lines_of(keep_only(text, Keep::code_and_comments))) {
    ++line_number;
    for (const std::string_view mark : kMarks) {
      if (!has_word(line, mark)) continue;
      breaches.push_back(
          {std::string(path), line_number, std::string(mark) + ": do it now, or open an issue and take the mark out"});
    }
  }
  return breaches;
}

}  // namespace crosscheck::house
