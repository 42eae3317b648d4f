// What a file of the HTML page may not do. `node.innerHTML = title` would let an article's title be markup, so the word is a
// breach wherever code has it; comments may name it. Vendored files are the bytes that their SHA256SUMS names, each listed.
#include <array>
#include <map>
#include <sstream>

#include "house/house_rules.h"
#include "house/source_text.h"

namespace crosscheck::house {
namespace {

struct Banned {
  std::string_view word;
  std::string_view remedy;
};

constexpr std::string_view kText = "put text on the page with h() and svg() of dom.js, which make text nodes";
constexpr std::string_view kPolicy = "the page's policy forbids it, and so does this house";
constexpr std::array kBanned{
    Banned{"innerHTML", kText},
    Banned{"outerHTML", kText},
    Banned{"insertAdjacentHTML", kText},
    Banned{"createContextualFragment", kText},
    Banned{"DOMParser", kText},
    Banned{"srcdoc", kText},
    Banned{"eval", kPolicy},
    Banned{"Function", kPolicy},
    Banned{"importScripts", kPolicy},
    Banned{"XMLHttpRequest", kPolicy},
    Banned{"WebSocket", kPolicy},
    Banned{"@import", "one style sheet, nothing loaded"},
};

}  // namespace

Breaches check_page_file(std::string_view path, std::string_view text, Limits limits) {
  Breaches breaches;
  const auto breach = [&](int line, std::string message) {
    breaches.push_back({std::string(path), line, std::move(message)});
  };
  if (opening_comment(text).empty()) breach(1, "say first, in a comment, what this file is for");
  const std::string code = keep_only(text, Keep::code_and_strings);
  const std::vector<std::string> lines = lines_of(code);
  if (static_cast<int>(lines.size()) > limits.file_lines)
    breach(1, "the file has " + std::to_string(lines.size()) + " lines: split it");
  for (std::size_t at = 0; at < lines.size(); ++at) {
    for (const Banned& banned : kBanned) {
      if (has_word(lines[at], banned.word))
        breach(static_cast<int>(at) + 1, std::string(banned.word) + ": " + std::string(banned.remedy));
    }
  }
  return breaches;
}

Breaches check_vendored(std::string_view folder, std::string_view sums,
                        const std::function<std::string(const std::string&)>& digest,
                        const std::set<std::string>& files) {
  Breaches breaches;
  std::map<std::string, std::string> listed;
  std::istringstream in{std::string(sums)};
  for (std::string sum, name; in >> sum >> name;) listed[name] = sum;
  for (const std::string& file : files) {
    if (file == "SHA256SUMS" || file == "README.md") continue;
    const auto known = listed.find(file);
    const std::string path = std::string(folder) + "/" + file;
    if (known == listed.end())
      breaches.push_back({path, 1, "SHA256SUMS does not list it: add it there with its digest, or take it out"});
    else if (known->second != digest(file))
      breaches.push_back({path, 1, "not the bytes that SHA256SUMS names: vendored files stay as published"});
  }
  for (const auto& [name, sum] : listed) {
    if (!files.contains(name))
      breaches.push_back({std::string(folder) + "/SHA256SUMS", 1, "it lists " + name + ", which is not there"});
  }
  for (const std::string_view needed : {"LICENSE", "README.md"}) {
    if (!files.contains(std::string(needed)))
      breaches.push_back({std::string(folder), 1, std::string(needed) + " is missing beside the vendored files"});
  }
  return breaches;
}

}  // namespace crosscheck::house
