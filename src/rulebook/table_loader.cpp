// rules/<language>/tables.yaml → TableWords. A phrase that two items or two periods claim is a fault.
//   items: {net: [net, net profit]} → "net profit" → "net"
#include <algorithm>

#include "base/unicode.h"
#include "rulebook/frame_loader.h"

namespace crosscheck {
namespace {

void add_phrases(const YamlFile& file, YamlNode rows, std::map<std::string, std::string>& into, std::size_t& longest,
                 std::vector<Fault>& faults) {
  for (const auto& row : rows) {
    const auto name = row.first.as<std::string>();
    for (const auto& node : row.second) {
      const std::string phrase = folded(node.as<std::string>());
      const auto [known, added] = into.try_emplace(phrase, name);
      if (!added && known->second != name)
        faults.push_back(
            {Who::rules, "taken", "'" + phrase + "' is also '" + known->second + "'", where_is(file, node)});
      longest = std::max(longest, static_cast<std::size_t>(std::count(phrase.begin(), phrase.end(), ' ')) + 1);
    }
  }
}

std::set<std::string> words(YamlNode list) {
  std::set<std::string> found;
  for (const auto& word : list) found.insert(folded(word.as<std::string>()));
  return found;
}

WordList list(YamlNode root, const char* name) {
  const std::set<std::string> of_list = words(root[name]);
  WordList found(of_list.begin(), of_list.end());
  found.index(ListName::key_of(name));
  return found;
}

std::vector<TableExample> examples(const YamlFile& file, YamlNode list) {
  std::vector<TableExample> found;
  for (const auto& row : list) {
    TableExample example{row["title"].as<std::string>(), row["text"].as<std::string>(), {}, where_is(file, row)};
    for (const auto& cell : row["cells"]) example.cells.push_back(cell.as<std::string>());
    found.push_back(std::move(example));
  }
  return found;
}

}  // namespace

TableWords tables_from(const YamlFile& file, std::vector<Fault>& faults) {
  TableWords tables;
  add_phrases(file, file.root["items"], tables.items, tables.longest, faults);
  add_phrases(file, file.root["periods"], tables.periods, tables.longest, faults);
  tables.amounts = words(file.root["amounts"]);
  for (const bool loss : {true, false}) {
    for (const std::string& word : words(file.root["signs"][loss ? "loss" : "profit"])) tables.signs[word] = loss;
  }
  tables.versus = list(file.root, "versus");
  tables.notes = list(file.root, "notes");
  tables.headline_marks = list(file.root, "headline_marks");
  tables.yes = examples(file, file.root["yes"]);
  tables.no = examples(file, file.root["no"]);
  return tables;
}

}  // namespace crosscheck
